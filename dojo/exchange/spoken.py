"""A question and its key as Markdown in one language, for programs that only show text on two sides of a card."""

from __future__ import annotations

from collections.abc import Iterator

from dojo.marking.answer import LETTERS
from dojo.marking.correct import correct
from dojo.question.kinds import Boolean, Choice, Lang, Match, Multi, Number, Open, Order, Term, Text
from dojo.question.template import plain
from dojo.question.variant import Asked

TRUE_OR_FALSE = Text("True or false?", "对还是错？")
NOT_SAID = Text("Must not be said:", "不应出现的说法：")
NEAR = Text("Near misses:", "相近但不对：")
TRAPS = Text("Typical mistakes:", "常见错误：")
FOLLOW_UP = Text("Follow-up:", "追问：")
COLON = Text(": ", "：")


def front(asked: Asked, lang: Lang) -> str:
    """The stem with what there is to choose from."""
    parts = [asked.stem.of(lang)]
    if isinstance(asked.question, Boolean):
        parts.append(TRUE_OR_FALSE.of(lang))
    if asked.left:
        parts.append(_list(f"{LETTERS[place]}) {text.of(lang)}" for place, text in enumerate(asked.left)))
    if asked.shown:
        signs = [str(place + 1) if asked.left else LETTERS[place] for place in range(len(asked.shown))]
        parts.append(_list(f"{sign}) {text.of(lang)}" for sign, text in zip(signs, asked.shown, strict=True)))
    return "\n\n".join(parts)


def back(asked: Asked, lang: Lang) -> str:
    """The answer in full, why others are wrong, the explanation, the follow-up."""
    return "\n\n".join([*_answer(asked, lang), asked.explanation.of(lang), *_follow_up(asked, lang)])


def _answer(asked: Asked, lang: Lang) -> Iterator[str]:
    question, colon = asked.question, COLON.of(lang)
    if isinstance(question, Order):
        yield _list((item.of(lang) for item in question.items), numbered=True)
    elif isinstance(question, Match):
        yield _list(f"{pair.left.of(lang)} → {pair.right.of(lang)}" for pair in question.pairs)
    elif isinstance(question, Open):
        yield _list((point.point.of(lang) for point in question.rubric), numbered=True)
        if question.not_said:
            yield f"**{NOT_SAID.of(lang)}**"
            yield _list(f"{claim.claim.of(lang)}{colon}{claim.why.of(lang)}" for claim in question.not_said)
    else:
        yield f"**{correct(asked).of(lang)}**"
    if isinstance(question, (Choice, Multi)):
        options = [question.options[place] for place in asked.order]
        whys = [(LETTERS[place], option.why) for place, option in enumerate(options)]
        yield _list(f"{letter}{colon}{why.of(lang)}" for letter, why in whys if why is not None)
    elif isinstance(question, Number) and asked.traps:
        yield f"**{TRAPS.of(lang)}**"
        yield _list(f"{plain(trap.value)}{colon}{trap.why.of(lang)}" for trap in asked.traps)
    elif isinstance(question, Term) and question.near_misses:
        yield f"**{NEAR.of(lang)}**"
        yield _list(f"{' / '.join(near.text.all())}{colon}{near.why.of(lang)}" for near in question.near_misses)


def _follow_up(asked: Asked, lang: Lang) -> Iterator[str]:
    if isinstance(asked.question, Open) and asked.question.follow_up is not None:
        follow = asked.question.follow_up
        yield f"**{FOLLOW_UP.of(lang)}** {follow.stem.of(lang)}"
        yield follow.answer.of(lang)


def _list(items: Iterator[str], numbered: bool = False) -> str:
    return "\n".join(
        f"{f'{number}.' if numbered else '-'} {' '.join(item.split())}" for number, item in enumerate(items, start=1)
    )
