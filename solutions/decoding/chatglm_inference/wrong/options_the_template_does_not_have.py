"""build_chat_input is asked to pad and to cut, which it cannot do.

要求 build_chat_input 填充和截断，可它没有这些参数。

caught by: test_the_prompt_is_the_chat_template
also fails: test_none_starts_a_conversation, test_the_row_is_not_decoded_as_a_whole, test_only_the_new_ids_are_decoded, test_special_tokens_are_left_out, test_the_response_is_stripped, test_the_history_holds_the_response_returned, test_the_history_is_a_flat_list_of_messages, test_the_history_returned_serves_in_the_next_turn, test_the_list_passed_in_stays_as_it_was, test_shortening_leaves_the_list_passed_in_alone, test_two_conversations_share_nothing, test_the_model_samples, test_temperature_and_top_p_reach_the_model, test_max_length_reaches_the_model, test_an_answer_that_was_cut_off_keeps_its_last_id, test_gradients_are_off_while_the_model_generates, test_the_inputs_are_moved_to_the_models_device, test_a_prompt_of_max_length_ids_is_too_long, test_pairs_are_left_out_until_the_prompt_fits, test_the_oldest_pair_goes_first, test_what_is_left_out_stays_in_the_history, test_a_query_that_does_not_fit_alone_is_an_error, test_long_conversations_agree_with_the_reference
"""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    history = list(history) if history else []
    kept = list(history)
    inputs = tokenizer.build_chat_input(query, history=kept, role="user", padding="do_not_pad", max_length=max_length)
    while inputs["input_ids"].shape[1] >= max_length:
        if not kept:
            raise ValueError("the query does not fit")
        kept = kept[2:]
        inputs = tokenizer.build_chat_input(query, history=kept, role="user", padding="do_not_pad", max_length=max_length)
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
