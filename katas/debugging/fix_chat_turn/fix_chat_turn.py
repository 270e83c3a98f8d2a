"""One turn of a conversation with ChatGLM3. It does not work yet: fix it."""


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
    if len(history) == 0:
        history = []
    inputs = tokenizer.build_chat_input(query, history=history, role="user")
    inputs = inputs.to(model.device)
    outputs = model.generate(
        **input,
        max_length=max_length,
        do_sample=True,
        temperature=temperature,
        top_p=top_p,
    )

    prompt_length = inputs["input_ids"].shape[1]
    new_ids = outputs[0][prompt_length:]
    response = tokenizer.decode(new_ids, skip_special_token=True)
    response = response.strip()

    question = {"role": "user", "content": query}
    answer = {"role": "assistant", "content": response}
    return response, [history, question, answer]
