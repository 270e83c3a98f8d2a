"""One turn of a conversation with ChatGLM3, with five mistakes fixed.

Build the prompt, generate, decode the new ids, append. Each comment names the
mistake that stood there.
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
    """Answer ``query``; return the response and the new history."""
    if history is None:  # not len(history): None has no length
        history = []
    inputs = tokenizer.build_chat_input(query, history=history, role="user")
    inputs = inputs.to(model.device)
    with torch.no_grad():  # was missing: a graph was built for nothing
        outputs = model.generate(
            **inputs,  # not **input, which is Python's own function
            max_length=max_length,
            do_sample=True,
            temperature=temperature,
            top_p=top_p,
        )  # (1, L + n)

    prompt_length = inputs["input_ids"].shape[1]  # L
    new_ids = outputs[0][prompt_length:]  # (n,)
    # Not skip_special_token: decode ignores an option that it doesn't know.
    response = tokenizer.decode(new_ids, skip_special_tokens=True)
    response = response.strip()

    question = {"role": "user", "content": query}
    answer = {"role": "assistant", "content": response}
    # The star matters: [history, …] is a list inside a list.
    return response, [*history, question, answer]
