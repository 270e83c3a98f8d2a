"""Aiken, a plain form of single choice: the question, lines `A. text`, a line `ANSWER: B`."""

from __future__ import annotations

import re

from dojo.exchange.draft import Draft, Part, Unreadable

_OPTION = re.compile(r"([A-Za-z])[.)]\s+(\S.*)$")
_ANSWER = re.compile(r"ANSWER:\s*([A-Za-z](?:\s*,\s*[A-Za-z])*)\s*$")


def read_aiken(text: str, lang: str) -> list[Draft | Unreadable]:
    """A draft or a complaint for each question; several letters after `ANSWER:` make a multiple choice."""
    found: list[Draft | Unreadable] = []
    stem: list[str] = []
    options: dict[str, str] = {}
    first = 1
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.strip()
        if not said:
            continue
        if not stem:
            first = number
        option, answer = _OPTION.match(said), _ANSWER.match(said)
        if said.startswith("ANSWER:"):
            letters = [letter.strip().upper() for letter in answer[1].split(",")] if answer else []
            found.append(_question(stem, options, letters, first, number, lang))
            stem, options = [], {}
        elif option and (options or stem):
            options[option[1].upper()] = option[2]
        elif options:
            found.append(Unreadable(number, f"after the options there must be `ANSWER: A`, not {said[:40]!r}"))
            stem, options, first = [said], {}, number
        else:
            stem.append(said)
    if stem or options:
        found.append(Unreadable(first, "the question has no line `ANSWER: A`"))
    return found


def _question(
    stem: list[str], options: dict[str, str], letters: list[str], first: int, last: int, lang: str
) -> Draft | Unreadable:
    if not stem or len(options) < 2:
        return Unreadable(first, "a question needs a text and two or more options, `A. text`")
    missing = [letter for letter in letters if letter not in options]
    if not letters or missing:
        letter = f"there is no option {missing[0]}" if missing else "it names no option"
        return Unreadable(last, f"`ANSWER:` must name an option, {', '.join(options)}; {letter}")
    parts = [Part(text={lang: text}, right=letter in letters) for letter, text in options.items()]
    return Draft(line=first, kind="choice" if len(letters) == 1 else "multi", stem={lang: "\n".join(stem)}, parts=parts)
