"""One turn of a conversation with ChatGLM3."""


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
    raise NotImplementedError
