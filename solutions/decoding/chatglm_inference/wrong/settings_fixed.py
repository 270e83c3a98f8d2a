"""The temperature and top_p given are ignored in favour of fixed ones.

忽略传入的 temperature 和 top_p，用了写死的值。

caught by: test_temperature_and_top_p_reach_the_model
also fails: test_a_temperature_of_zero_becomes_no_other
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
            **inputs, max_length=max_length, do_sample=True, temperature=0.8, top_p=0.9
        )
    new_ids = outputs[0][inputs["input_ids"].shape[1] :]
    response = tokenizer.decode(new_ids, skip_special_tokens=True).strip()
    history.append({"role": "user", "content": query})
    history.append({"role": "assistant", "content": response})
    return response, history
