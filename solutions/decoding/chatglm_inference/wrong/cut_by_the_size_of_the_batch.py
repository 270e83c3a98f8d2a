"""The prompt is cut off by len(input_ids), which is 1: the size of the batch.

用 len(input_ids) 截掉提示词，而它等于 1：那是批大小。

caught by: test_only_the_new_ids_are_decoded
also fails: test_a_history_once_returned_stays_as_it_was,
test_none_starts_a_conversation, test_special_tokens_are_left_out,
test_the_history_is_a_flat_list_of_messages,
test_the_list_passed_in_stays_as_it_was
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
    new_ids = outputs[0][len(inputs["input_ids"]) :]
    response = tokenizer.decode(new_ids, skip_special_tokens=True).strip()
    history.append({"role": "user", "content": query})
    history.append({"role": "assistant", "content": response})
    return response, history
