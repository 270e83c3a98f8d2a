"""max_length is passed as max_new_tokens, so that prompt and answer together can be longer.

把 max_length 当作 max_new_tokens 传入，提示词加回答可能超长。

caught by: test_max_length_reaches_the_model
also fails: test_an_answer_that_was_cut_off_keeps_its_last_id, test_long_conversations_agree_with_the_reference
"""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    history = list(history) if history else []
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
            **inputs, max_new_tokens=max_length, do_sample=True, temperature=temperature, top_p=top_p
        )
    new_ids = outputs[0][inputs["input_ids"].shape[1] :]
    response = tokenizer.decode(new_ids, skip_special_tokens=True).strip()
    history.append({"role": "user", "content": query})
    history.append({"role": "assistant", "content": response})
    return response, history
