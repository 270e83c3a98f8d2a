"""A decorated function, ids as lists, a copy of the history that is appended to."""

import torch


@torch.no_grad()
def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    past = list(history or ())
    inputs = tokenizer.build_chat_input(query, history=past).to(model.device)
    row = model.generate(**inputs, max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p).tolist()[0]
    response = tokenizer.decode(row[len(inputs["input_ids"][0]) :], skip_special_tokens=True).strip()
    for role, content in (("user", query), ("assistant", response)):
        past.append({"role": role, "content": content})
    return response, past
