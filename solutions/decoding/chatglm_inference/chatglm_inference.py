"""One turn of a conversation with ChatGLM3: build the prompt, generate, decode, append.

The chat template is the tokenizer's business and sampling the model's. What is left to this function is bookkeeping:
which messages fit, which ids are new, and that nobody else's list is changed.
"""

import torch


def chat(
    model,
    tokenizer,
    query: str,
    history: list[dict] | None = None,
    max_length: int = 4096,
    temperature: float = 0.8,
    top_p: float = 0.9,
) -> tuple[str, list[dict]]:
    """Answer ``query``; return the response and the new history.

    A query that does not fit into ``max_length`` ids even alone raises ``ValueError``.
    """
    history = list(history or [])  # a copy: the caller's list stays as it was, and None needs no case of its own
    inputs = build_input_that_fits(tokenizer, query, history, max_length).to(model.device)

    with torch.no_grad():  # nothing will be learnt from this, so no graph needs to be kept
        outputs = model.generate(  # (1, L + n)
            **inputs, max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p
        )

    prompt_length = inputs["input_ids"].shape[1]  # L. The trap: len(input_ids) is 1, the size of the batch
    new_ids = outputs[0][prompt_length:]  # (n,): a causal model returns the prompt in front of its answer
    response = tokenizer.decode(new_ids, skip_special_tokens=True).strip()

    turn = [{"role": "user", "content": query}, {"role": "assistant", "content": response}]
    return response, history + turn


def build_input_that_fits(tokenizer, query: str, history: list[dict], max_length: int):
    """The input with the latest turns that leave room for one new id: `max_length` counts prompt and answer.

    Whole pairs are left out, the oldest first: half a pair would be an answer without its question.
    """
    while True:
        inputs = tokenizer.build_chat_input(query, history=history, role="user")
        length = inputs["input_ids"].shape[1]  # measured, not guessed: the template adds ids of its own
        if length < max_length:
            return inputs
        if not history:
            raise ValueError(f"the query alone takes {length} ids, and max_length is {max_length}")
        history = history[2:]  # a new list, so that the caller's keeps the pair
