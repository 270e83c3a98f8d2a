"""The option of decode is misspelt, so special tokens stay in the response.

decode 的选项拼错了，回答里留下了特殊 token。

caught by: test_special_tokens_are_left_out
also fails: test_the_history_returned_is_the_old_one_and_this_turn,
test_the_response_is_made_of_the_new_ids
"""

import torch

def chat(model, tokenizer, query: str, history: list[dict] | None=None, max_length: int=4096, temperature: float=0.8, top_p: float=0.9) -> tuple[str, list[dict]]:
    if history is None:
        history = []
    inputs = tokenizer.build_chat_input(query, history=history, role='user')
    inputs = inputs.to(model.device)
    with torch.no_grad():
        outputs = model.generate(**inputs, max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p)
    prompt_length = inputs['input_ids'].shape[1]
    new_ids = outputs[0][prompt_length:]
    response = tokenizer.decode(new_ids, skip_special_token=True)
    response = response.strip()
    question = {'role': 'user', 'content': query}
    answer = {'role': 'assistant', 'content': response}
    return (response, [*history, question, answer])
