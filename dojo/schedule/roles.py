"""What a role asks: how much each topic counts in its interviews, and how much of the time goes to writing code.

Weights are relative; a topic without one counts 1. They follow how often topics come up in public question banks and
interview reports: applied work on LLMs leads, recurrent networks and L1/L2 come last.
"""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

Role = Literal["llm", "nlp", "research"]
ROLES: tuple[Role, ...] = get_args(Role)


class Emphasis(Struct, frozen=True):
    """Weights by topic, and the share of the minutes that goes to katas."""

    weights: dict[str, float]
    katas: float


EMPHASIS: dict[Role, Emphasis] = {
    "llm": Emphasis(
        {
            "rag": 3, "agents": 3, "fine_tuning": 3, "serving": 2.5, "alignment": 2.5, "modern_llm": 2, "attention": 2,
            "decoding": 2, "hallucination": 2, "scaling": 1.5, "tokenization": 1.5, "metrics": 1.5, "gru_lstm": 0.5,
            "regularization": 0.5,
        },
        katas=0.4,
    ),
    "nlp": Emphasis(
        {
            "attention": 2.5, "gpt_vs_bert": 2.5, "fine_tuning": 2.5, "embeddings": 2.5, "tokenization": 2,
            "metrics": 2, "language_models": 2, "rag": 2, "decoding": 1.5, "hallucination": 1.5,
        },
        katas=0.4,
    ),
    "research": Emphasis(
        {
            "attention": 2.5, "modern_llm": 2.5, "alignment": 2.5, "scaling": 2.5, "information_theory": 2,
            "gradients": 2, "language_models": 1.5, "tokenization": 1.5, "agents": 0.5, "rag": 0.5,
        },
        katas=0.5,
    ),
}  # fmt: skip
