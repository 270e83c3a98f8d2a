"""A copy is returned, but pairs that do not fit are deleted from the list passed in.

返回的是副本，但放不下的轮次是从传入的列表里删掉的。

caught by: test_shortening_leaves_the_list_passed_in_alone
"""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    kept = history if history is not None else []
    history = list(kept)
    inputs = tokenizer.build_chat_input(query, history=kept, role="user")
    while inputs["input_ids"].shape[1] >= max_length:
        if not kept:
            raise ValueError("the query does not fit")
        del kept[:2]
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
