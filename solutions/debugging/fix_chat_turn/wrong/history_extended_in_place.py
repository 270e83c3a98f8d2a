"""The new messages are appended to the caller's list.

把新消息追加到了调用者的列表里。

caught by: test_the_list_passed_in_stays_as_it_was
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
    response = tokenizer.decode(new_ids, skip_special_tokens=True)
    response = response.strip()
    question = {'role': 'user', 'content': query}
    answer = {'role': 'assistant', 'content': response}
    history += [question, answer]
    return (response, history)
