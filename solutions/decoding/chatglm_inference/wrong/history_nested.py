"""The old history is put into the new one as a single item.

把旧历史整个作为一个元素放进了新历史。

caught by: test_the_history_is_a_flat_list_of_messages
also fails: test_a_history_once_returned_stays_as_it_was,
test_only_the_new_ids_are_decoded, test_the_list_passed_in_stays_as_it_was
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
            **inputs, max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p
        )
    new_ids = outputs[0][inputs["input_ids"].shape[1] :]
    response = tokenizer.decode(new_ids, skip_special_tokens=True).strip()
    updated = []
    if history:
        updated.append(history)
    updated.append({"role": "user", "content": query})
    updated.append({"role": "assistant", "content": response})
    return response, updated
