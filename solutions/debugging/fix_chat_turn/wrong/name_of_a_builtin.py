"""The built-in function input is unpacked instead of the inputs.

解包的是内置函数 input，而不是 inputs。

caught by: test_all_of_the_input_reaches_the_model
also fails: test_gradients_are_off_while_the_model_generates,
test_none_starts_a_conversation, test_special_tokens_are_left_out,
test_the_history_is_a_flat_list_of_messages,
test_the_history_returned_is_the_old_one_and_this_turn,
test_the_inputs_are_moved_to_the_models_device,
test_the_list_passed_in_stays_as_it_was, test_the_options_reach_the_model,
test_the_response_is_made_of_the_new_ids
"""

import torch

def chat(model, tokenizer, query: str, history: list[dict] | None=None, max_length: int=4096, temperature: float=0.8, top_p: float=0.9) -> tuple[str, list[dict]]:
    if history is None:
        history = []
    inputs = tokenizer.build_chat_input(query, history=history, role='user')
    inputs = inputs.to(model.device)
    with torch.no_grad():
        outputs = model.generate(**input, max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p)
    prompt_length = inputs['input_ids'].shape[1]
    new_ids = outputs[0][prompt_length:]
    response = tokenizer.decode(new_ids, skip_special_tokens=True)
    response = response.strip()
    question = {'role': 'user', 'content': query}
    answer = {'role': 'assistant', 'content': response}
    return (response, [*history, question, answer])
