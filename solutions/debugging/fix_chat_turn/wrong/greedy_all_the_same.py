"""The options of sampling are passed on, but sampling is not switched on.

传了采样参数，却没有打开采样。

caught by: test_the_options_reach_the_model
"""

import torch

def chat(model, tokenizer, query: str, history: list[dict] | None=None, max_length: int=4096, temperature: float=0.8, top_p: float=0.9) -> tuple[str, list[dict]]:
    if history is None:
        history = []
    inputs = tokenizer.build_chat_input(query, history=history, role='user')
    inputs = inputs.to(model.device)
    with torch.no_grad():
        outputs = model.generate(**inputs, max_length=max_length, do_sample=False, temperature=temperature, top_p=top_p)
    prompt_length = inputs['input_ids'].shape[1]
    new_ids = outputs[0][prompt_length:]
    response = tokenizer.decode(new_ids, skip_special_tokens=True)
    response = response.strip()
    question = {'role': 'user', 'content': query}
    answer = {'role': 'assistant', 'content': response}
    return (response, [*history, question, answer])
