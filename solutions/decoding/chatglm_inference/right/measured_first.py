"""The start of what fits is found by measuring every suffix first; keywords only, gradients switched by hand."""

import copy

import torch


class TooLong(ValueError):
    pass


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    model = model.eval()
    history = copy.deepcopy(history) or []

    def prompt(start):
        return tokenizer.build_chat_input(query=query, history=history[start:])

    starts = range(0, len(history) + 1, 2)
    try:
        start = next(s for s in starts if prompt(s)["input_ids"].numel() < max_length)
    except StopIteration:
        raise TooLong(query) from None

    was_on = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        inputs = prompt(start)
        inputs.to(model.device)
        ids = inputs.get("input_ids")
        rest = {key: inputs[key] for key in inputs if key != "input_ids"}
        out = model.generate(ids, **rest, do_sample=True, top_p=top_p, temperature=temperature, max_length=max_length)
    finally:
        torch.set_grad_enabled(was_on)

    new = out.squeeze(0).narrow(0, ids.shape[1], out.shape[1] - ids.shape[1])
    response = tokenizer.decode(new.tolist(), skip_special_tokens=True).strip()
    for role, content in (("user", query), ("assistant", response)):
        history.append({"role": role, "content": content})
    return response, history
