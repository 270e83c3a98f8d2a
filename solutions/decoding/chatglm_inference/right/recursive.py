"""Recursion over the history that is visible, tensors moved one by one, inference mode."""

from typing import Optional

import torch


def fitting(tokenizer, query, history, max_length):
    batch = tokenizer.build_chat_input(query, history, "user")
    if batch["input_ids"].size(-1) < max_length:
        return batch
    if not history:
        raise ValueError(f"max_length={max_length} is too small for this query")
    return fitting(tokenizer, query, history[2:], max_length)


def chat(
    model,
    tokenizer,
    query: str,
    history: Optional[list] = None,
    max_length: int = 4096,
    temperature: float = 0.8,
    top_p: float = 0.9,
):
    history = history if history is not None else []
    batch = fitting(tokenizer, query, history, max_length)
    batch = {name: tensor.to(model.device) for name, tensor in batch.items()}
    with torch.inference_mode():
        sequences = model.generate(
            **batch,
            max_length=max_length,
            do_sample=True,
            temperature=temperature,
            top_p=top_p,
            eos_token_id=[tokenizer.eos_token_id, tokenizer.get_command("<|user|>")],
        )
    answer = sequences[0, batch["input_ids"].shape[-1] :]
    text = tokenizer.decode(answer, skip_special_tokens=True).strip()
    return text, [*history, dict(role="user", content=query), dict(role="assistant", content=text)]
