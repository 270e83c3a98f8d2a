"""A prompt of exactly max_length ids is taken to fit, though no id is left for the answer.

认为恰好 max_length 个 id 的提示词放得下，可回答已没有空间。

caught by: test_a_prompt_of_max_length_ids_is_too_long
also fails: test_a_query_that_does_not_fit_alone_is_an_error
"""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    history = list(history) if history else []
    kept = list(history)
    inputs = tokenizer.build_chat_input(query, history=kept, role="user")
    while inputs["input_ids"].shape[1] > max_length:
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
