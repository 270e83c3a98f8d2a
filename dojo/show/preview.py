"""A question as its author wants to see it: plain text, in one variant, with all that a learner is told afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from dojo.marking.answer import LETTERS
from dojo.marking.correct import correct
from dojo.question.kinds import Choice, Lang, Multi, Number, Open, Term
from dojo.question.template import plain
from dojo.question.variant import Asked
from dojo.show.bank_list import about
from dojo.show.text.markup import Look, flat, render

NAMES = {
    "stem": ("stem", "题干"), "hint": ("hint", "提示"), "answer": ("answer", "答案"), "why": ("why", "原因"),
    "explanation": ("explanation", "解析"), "trap": ("trap", "常见错误"), "near": ("near miss", "相近概念"),
    "point": ("point", "要点"), "claim": ("false claim", "错误说法"), "follow_up": ("follow-up", "追问"),
    "sources": ("sources", "出处"),
}  # fmt: skip


def preview(asked: Asked, sources: list[str], lang: Lang, look: Look) -> list[str]:
    """The lines of one question in one language; `sources` are the lines of its bibliography."""
    question = asked.question
    head = f"{question.id}  {about(question, lang, question.topic, asked.seed)}"
    lines = [head, ""]
    lines += _block(_name("stem", lang), asked.stem.of(lang), look)
    for place, text in enumerate(asked.left):
        lines.append(f"  {LETTERS[place]}) {flat(text.of(lang), look).plain}")
    for place, text in enumerate(asked.shown):
        lines.append(f"  {place + 1 if asked.left else LETTERS[place]}) {flat(text.of(lang), look).plain}")
    if asked.hint is not None:
        lines += _block(_name("hint", lang), asked.hint.of(lang), look)
    if not isinstance(question, Open):  # its answer is the points of the rubric
        lines += _block(_name("answer", lang), correct(asked).of(lang), look)
    for label, said in _rest(asked, lang):
        lines += _block(label, said, look)
    lines += _block(_name("explanation", lang), asked.explanation.of(lang), look)
    for number, source in enumerate(sources):
        lines += _block(_name("sources", lang), source, look)[number > 0 :]
    return lines


def _rest(asked: Asked, lang: Lang) -> Iterator[tuple[str, str]]:
    question = asked.question
    if isinstance(question, (Choice, Multi)):
        for shown, place in enumerate(asked.order):
            why = question.options[place].why
            if why is not None:
                yield f"{_name('why', lang)} {LETTERS[shown]}", why.of(lang)
    elif isinstance(question, Number):
        for trap in asked.traps:
            yield f"{_name('trap', lang)} {plain(trap.value)}", trap.why.of(lang)
    elif isinstance(question, Term):
        for near in question.near_misses:
            yield f"{_name('near', lang)} {', '.join(near.text.all())}", near.why.of(lang)
    elif isinstance(question, Open):
        for number, point in enumerate(question.rubric, start=1):
            yield f"{_name('point', lang)} {number}", point.point.of(lang)
        for number, claim in enumerate(question.not_said, start=1):
            yield f"{_name('claim', lang)} {number}", f"{claim.claim.of(lang)}\n\n{claim.why.of(lang)}"
        if question.follow_up is not None:
            follow = question.follow_up
            yield _name("follow_up", lang), f"{follow.stem.of(lang)}\n\n{follow.answer.of(lang)}"


def _name(key: str, lang: Lang) -> str:
    return NAMES[key][lang == "zh"]


def _block(label: str, source: str, look: Look) -> list[str]:
    return [f"{label}:", *(f"  {line.plain}" for line in render(source, look.narrower(2)))]
