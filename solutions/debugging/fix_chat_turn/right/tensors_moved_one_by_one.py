"""Tensors moved one by one, inference mode, the history unpacked into a tuple."""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    history = history if history is not None else []
    batch = tokenizer.build_chat_input(query, history, "user")
    batch = {name: tensor.to(model.device) for name, tensor in batch.items()}
    options = dict(max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p)
    with torch.inference_mode():
        sequences = model.generate(**batch, **options)
    answer = sequences[0, batch["input_ids"].shape[-1] :]
    text = tokenizer.decode(answer, skip_special_tokens=True).strip()
    return text, (*history, dict(role="user", content=query), dict(role="assistant", content=text))
