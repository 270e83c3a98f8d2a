"""One turn of a conversation with ChatGLM3, written to be read.

Build the prompt, generate, decode, append. The tokenizer applies the chat
template and the model samples. What is left is bookkeeping: which messages
fit, which ids are new, and that nobody else's list is changed.
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

    A query that does not fit into ``max_length`` ids even alone raises
    ``ValueError``.
    """
    history = list(history or [])  # a copy: the caller's list stays as it was
    inputs = input_that_fits(tokenizer, query, history, max_length)
    inputs = inputs.to(model.device)

    with torch.no_grad():  # nothing is learnt here, so no graph is needed
        outputs = model.generate(
            **inputs,
            max_length=max_length,
            do_sample=True,
            temperature=temperature,
            top_p=top_p,
        )  # (1, L + n)

    # The trap: len(input_ids) is 1, the size of the batch. A causal model
    # returns the prompt in front of its answer.
    prompt_length = inputs["input_ids"].shape[1]  # L
    new_ids = outputs[0][prompt_length:]  # (n,)
    response = tokenizer.decode(new_ids, skip_special_tokens=True).strip()

    question = {"role": "user", "content": query}
    answer = {"role": "assistant", "content": response}
    return response, [*history, question, answer]


def input_that_fits(tokenizer, query, history: list[dict], max_length: int):
    """The input with the latest turns that leave room for one new id.

    `max_length` counts prompt and answer. Whole pairs are left out, the oldest
    first: half a pair would be an answer without its question.
    """
    while True:
        inputs = tokenizer.build_chat_input(query, history=history)
        # Measured, not guessed: the template adds ids of its own.
        length = inputs["input_ids"].shape[1]
        if length < max_length:
            return inputs
        if not history:
            raise ValueError(f"the query takes {length} of {max_length} ids")
        history = history[2:]  # a new list: the caller's keeps the pair
