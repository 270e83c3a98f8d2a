"""Which of the two languages the learner reads."""

from __future__ import annotations

from collections.abc import Mapping


def language(asked: str | None, environ: Mapping[str, str]) -> str:
    """`en` or `zh`: as asked, else DOJO_LANG, else Chinese where the locale is Chinese, else English."""
    for said in (asked, environ.get("DOJO_LANG")):
        if said in ("en", "zh"):
            return said
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"
