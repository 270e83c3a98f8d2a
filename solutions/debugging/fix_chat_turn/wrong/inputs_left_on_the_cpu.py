"""The inputs are not moved to the model's device.

没有把输入移到模型所在的设备上。

caught by: test_the_inputs_are_moved_to_the_models_device
"""

import torch

def chat(model, tokenizer, query: str, history: list[dict] | None=None, max_length: int=4096, temperature: float=0.8, top_p: float=0.9) -> tuple[str, list[dict]]:
    if history is None:
        history = []
    inputs = tokenizer.build_chat_input(query, history=history, role='user')
    with torch.no_grad():
        outputs = model.generate(**inputs, max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p)
    prompt_length = inputs['input_ids'].shape[1]
    new_ids = outputs[0][prompt_length:]
    response = tokenizer.decode(new_ids, skip_special_tokens=True)
    response = response.strip()
    question = {'role': 'user', 'content': query}
    answer = {'role': 'assistant', 'content': response}
    return (response, [*history, question, answer])
