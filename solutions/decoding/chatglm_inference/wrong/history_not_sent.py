"""The model is asked without the history.

提问时没有把历史传给模型。

caught by: test_the_prompt_is_the_chat_template
also fails: test_a_long_conversation_is_kept, test_only_the_new_ids_are_decoded, test_the_history_is_a_flat_list_of_messages, test_the_query_is_kept_to_the_letter, test_the_history_returned_serves_in_the_next_turn, test_old_messages_stay_as_they_were, test_a_history_once_returned_stays_as_it_was, test_a_prompt_of_max_length_ids_is_too_long, test_pairs_are_left_out_until_the_prompt_fits, test_the_oldest_pair_goes_first, test_long_conversations_agree_with_the_reference
"""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    history = list(history) if history else []
    kept = list(history)
    inputs = tokenizer.build_chat_input(query, history=[], role="user")
    if inputs["input_ids"].shape[1] >= max_length:
        raise ValueError("the query does not fit")
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
