"""Messages are left out one by one, so that an answer can stay without its question.

逐条去掉消息，于是可能留下没有问题的回答。

caught by: test_the_oldest_pair_goes_first
also fails: test_a_prompt_of_max_length_ids_is_too_long, test_long_conversations_agree_with_the_reference
"""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    history = list(history) if history else []
    kept = list(history)
    inputs = tokenizer.build_chat_input(query, history=kept, role="user")
    while inputs["input_ids"].shape[1] >= max_length:
        if not kept:
            raise ValueError("the query does not fit")
        kept = kept[1:]
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
