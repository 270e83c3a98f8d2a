"""GIFT, Moodle's text form of questions. See https://docs.moodle.org/en/GIFT_format for the form itself.

It reads single and multiple choice, true or false, short answers, numbers, matching, essays, titles, feedback and
general feedback. What a bank can't hold (part of a point for a short answer, several numbers) is said, not dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dojo.exchange.draft import Draft, Part, Unreadable
from dojo.exchange.from_html import from_html

_HIDDEN = {sign: chr(0xE000 + number) for number, sign in enumerate("~=#{}:\\n")}  # what a backslash protects
_SHOWN = {hidden: "\n" if sign == "n" else sign for sign, hidden in _HIDDEN.items()}
_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORM = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_ID = re.compile(r"\[id:([^\]]+)\]")
_PART = re.compile(r"([~=])(?:%(-?[\d.]+)%)?([^~=]*)")
_TRUTH = {"t": "true", "true": "true", "f": "false", "false": "false"}


class NotGift(ValueError):
    """Why a piece is no question that a bank can hold."""


def read_gift(text: str, lang: str) -> list[Draft | Unreadable]:
    """A draft or a complaint for each question."""
    found: list[Draft | Unreadable] = []
    for line, piece, name in _pieces(text):
        try:
            found.append(_question(piece, line, name, lang))
        except NotGift as error:
            found.append(Unreadable(line, str(error)))
    return found


def _pieces(text: str) -> Iterator[tuple[int, str, str]]:
    """Questions, parted by empty lines outside of braces: first line, text with escapes hidden, id of the comment."""
    piece: list[str] = []
    first, name = 1, ""
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        hidden = re.sub(r"\\([~=#{}:n\\])", lambda match: _HIDDEN[match[1]], line)
        if hidden.lstrip().startswith("//"):
            match = _ID.search(hidden)
            name = match[1] if match else name
        elif hidden.startswith("$CATEGORY:"):
            continue
        elif hidden.strip() or "\n".join(piece).count("{") > "\n".join(piece).count("}"):
            if number > first + 500 and piece:
                yield first, "\n".join(piece), name  # a brace that is never closed
                piece = []
            first = first if piece else number
            piece.append(hidden)
        elif piece:
            yield first, "\n".join(piece), name
            piece, name = [], ""
    if piece:
        yield first, "\n".join(piece), name


def _question(piece: str, line: int, name: str, lang: str) -> Draft:
    title = _TITLE.match(piece)
    rest = piece[title.end() :] if title else piece
    form = _FORM.match(rest)
    html = bool(form) and form[1].lower() == "html"  # type: ignore[index]
    rest = rest[form.end() :] if form else rest
    if rest.count("{") != 1 or rest.count("}") != 1 or rest.index("}") < rest.index("{"):
        raise NotGift("a question has one pair of braces with its answers; a brace in a text is written \\{")
    before, _, tail = rest.partition("{")
    inside, _, after = tail.partition("}")
    inside, _, general = inside.partition("####")
    blank = " _____ " if after.strip() else ""
    draft = Draft(
        line=line,
        kind="open",
        id=name or (_shown(title[1]) if title else ""),
        stem={lang: _clean(before.rstrip() + blank + after.lstrip(), html)},
        explanation={lang: _clean(general, html)} if general.strip() else {},
    )
    if not draft.stem[lang]:
        raise NotGift("the question has no text before its braces")
    _answers(draft, inside.strip(), lang, html)
    return draft


def _answers(draft: Draft, inside: str, lang: str, html: bool) -> None:
    truth, *feedback = inside.split("#") if not inside.startswith("#") else [""]
    if not inside:
        draft.kind = "open"
    elif inside.startswith("#"):
        _number(draft, inside[1:], lang, html)
    elif truth.strip().lower() in _TRUTH:
        draft.kind = "boolean"
        draft.answer = {"en": _TRUTH[truth.strip().lower()]}
        said = [_clean(one, html) for one in feedback if one.strip()]
        if said and not draft.explanation:
            draft.explanation = {lang: "\n\n".join(said)}
    elif "->" in inside:
        _pairs(draft, inside, lang, html)
    else:
        _options(draft, inside, lang, html)


def _options(draft: Draft, inside: str, lang: str, html: bool) -> None:
    parts, shares = [], []
    for sign, share, said in _PART.findall(inside):
        text, _, why = said.partition("#")
        shares.append(float(share) if share else None)
        right = sign == "=" if not share else float(share) > 0
        parts.append(Part(text={lang: _clean(text, html)}, right=right, why=_why(why, lang, html)))
    if not parts or _PART.sub("", inside).strip():
        raise NotGift("answers begin with = (right) or ~ (wrong)")
    if "~" not in inside:
        if any(share not in (None, 100.0) for share in shares):
            raise NotGift("a short answer that counts for part of a point has no place in a bank; remove it")
        draft.kind = "text"
        draft.answer = {lang: " | ".join(part.text[lang] for part in parts)}
        return
    draft.kind = "choice" if sum(part.right for part in parts) == 1 else "multi"
    draft.parts = parts


def _pairs(draft: Draft, inside: str, lang: str, html: bool) -> None:
    draft.kind = "match"
    for sign, _, said in _PART.findall(inside):
        left, arrow, right = said.partition("->")
        if sign != "=" or not arrow:
            raise NotGift("each pair of a matching question is written =left -> right")
        text = {lang: _clean(left, html)} if left.strip() else {}
        draft.parts.append(Part(text=text, match={lang: _clean(right.partition("#")[0], html)}))


def _number(draft: Draft, inside: str, lang: str, html: bool) -> None:
    draft.kind = "number"
    answers = _PART.findall(inside) or [("=", "", inside)]
    right = [said for sign, share, said in answers if sign == "=" and share in ("", "100")]
    if len(right) != 1 or len(answers) > 1 + sum(sign == "~" for sign, _, _ in answers):
        raise NotGift("a number with several right answers has no place in a bank; keep one")
    said, _, why = right[0].partition("#")
    if why.strip() and not draft.explanation:
        draft.explanation = {lang: _clean(why, html)}
    low, dots, high = said.partition("..")
    value, _, margin = _shown(said).partition(":")
    try:
        if dots:
            value, margin = f"{(float(low) + float(high)) / 2:.12g}", f"{abs(float(high) - float(low)) / 2:.12g}"
        draft.answer = {"en": f"{float(value):.12g}"}
        draft.tolerance = f"{float(margin):.12g}" if margin and float(margin) else ""
    except ValueError:
        raise NotGift(f"{said.strip()!r} is no number; write {{#3.14:0.01}} or {{#3.1..3.2}}") from None


def _why(text: str, lang: str, html: bool) -> dict[str, str]:
    return {lang: _clean(text, html)} if text.strip() else {}


def _clean(text: str, html: bool) -> str:
    shown = _shown(text).strip()
    return from_html(shown) if html else shown


def _shown(text: str) -> str:
    return "".join(_SHOWN.get(char, char) for char in text)
