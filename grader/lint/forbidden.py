"""Whether a forbidden name is there to be reached: a misspelt one would forbid nothing."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Iterator

from grader.lint.finding import near

# Packages that katas forbid although nobody needs to have them.
FOREIGN = {
    "einops", "evaluate", "faiss", "flash_attn", "jax", "Levenshtein", "nltk", "peft", "rank_bm25", "rapidfuzz",
    "rouge_score", "sacrebleu", "scipy", "sentence_transformers", "sentencepiece", "seqeval", "sklearn", "tensorflow",
    "tiktoken", "tokenizers", "torchcrf", "torchmetrics", "transformers", "trl", "xformers",
}  # fmt: skip


def unresolved(names: Iterable[str]) -> Iterator[str]:
    """What is wrong with those of `names` that name nothing."""
    for name in names:
        top, *rest = name.split(".")
        if importlib.util.find_spec(top) is None:
            if top not in FOREIGN:
                yield f"there is no package `{top}` here{near(top, FOREIGN | {'numpy', 'torch'})}"
            continue
        found = importlib.import_module(top) if rest else None
        path = top
        for part in rest:
            try:
                found = getattr(found, part) if hasattr(found, part) else importlib.import_module(f"{path}.{part}")
            except ImportError:
                yield f"`{path}` has no `{part}`{near(part, dir(found))}"
                break
            path = f"{path}.{part}"
