"""The list is copied, its messages are not, and they are stripped where they are.

复制了列表却没有复制消息，于是就地去掉了旧消息的空白。

caught by: test_old_messages_stay_as_they_were
also fails: test_the_list_passed_in_stays_as_it_was
"""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    history = list(history) if history else []
    for message in history:
        message["content"] = message["content"].strip()
    kept = list(history)
    inputs = tokenizer.build_chat_input(query, history=kept, role="user")
    while inputs["input_ids"].shape[1] >= max_length:
        if not kept:
            raise ValueError("the query does not fit")
        kept = kept[2:]
        inputs = tokenizer.build_chat_input(query, history=kept, role="user")
    inputs = inputs.to(model.device)
    with torch.no_grad():
        outputs = model.generate(
            **inputs, max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p
        )
    new_ids = outputs[0][inputs["input_ids"].shape[1] :]
    response = tokenizer.decode(new_ids, skip_special_tokens=True).strip()
    history.append({"role": "user", "content": query})
    history.append({"role": "assistant", "content": response})
    return response, history
