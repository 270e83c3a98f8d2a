"""What was answered beside what is right, for each kind of question, and why: used after an answer."""

from __future__ import annotations

from rich.text import Text

from dojo.marking.answer import BooleanAnswer, ChoiceAnswer, MatchAnswer, MultiAnswer, OpenAnswer, OrderAnswer, written
from dojo.question.kinds import Boolean, Choice, Lang, Multi, Open
from dojo.quiz.session import Result, decimal
from dojo.show.phrases import say
from dojo.show.quiz.widget import LETTERS
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look, flat
from dojo.show.text.wrap import hang

SIGNS = {
    "right": ("✔", "bold green"),
    "partly": ("◐", "bold yellow"),
    "wrong": ("✘", "bold red"),
    "skipped": ("→", "bold"),
}
_RIGHT, _WRONG, _MISSED, _NEITHER = SIGNS["right"], SIGNS["wrong"], ("!", "bold green"), (" ", "")
_NOTE_SIGNS = {
    "right": _RIGHT,
    "missed": _MISSED,
    "typo": SIGNS["partly"],
    "unit": SIGNS["partly"],
    "close": SIGNS["partly"],
}
_SHOWN_BY_REVIEW = {"match": ("missed",), "open": ("point",)}


def verdict(result: Result, lang: Lang) -> Text:
    """Right, partly or wrong, in one line."""
    sign, style = SIGNS[result.outcome]
    cut = result.late and result.outcome != "skipped"  # the clock took what was written until then
    line = Text.assemble((f"{sign} {say('late' if result.late and not cut else result.outcome, lang)}", style))
    if result.outcome == "partly":
        line.append("  " + say("points_of", lang, score=decimal(result.score)), "dim")
    if cut:
        line.append("  " + say("late_taken", lang), "dim")
    return line


def review(result: Result, lang: Lang, look: Look, every: bool = False) -> list[Text]:
    """What was answered and what is right; `every` adds to each option why it is right or wrong."""
    question = result.asked.question
    if isinstance(question, Choice | Multi):
        return _options(result, lang, look, every)
    if result.asked.kind == "order":
        return _order(result, lang, look)
    if result.asked.kind == "match":
        return _match(result, lang, look)
    if isinstance(question, Open):
        return _rubric(question, result, lang, look)
    lines = []
    if result.answer is not None:
        lines += _value(say("your_answer", lang), _given(result, lang), lang, look)
    if result.outcome != "right":
        lines += _value(say("right_answer", lang), _correct(result, lang), lang, look)
    return lines


def more_to_say(result: Result, lang: Lang) -> bool:
    """Whether an option has a reason that `notes` leaves out, since it was neither chosen nor due."""
    question = result.asked.question
    if not isinstance(question, Choice | Multi):
        return False
    said = [note.why for note in result.mark.notes] if result.mark else []
    return any(option.why and option.why.of(lang).strip() and option.why not in said for option in question.options)


def notes(result: Result, lang: Lang, look: Look) -> list[Text]:
    """The reason for what the learner chose, and other remarks on the answer."""
    lines: list[Text] = []
    for note in result.mark.notes if result.mark else ():
        if note.kind in _SHOWN_BY_REVIEW.get(result.asked.kind, ()) or not note.why.of(lang).strip():
            continue
        sign, style = _NOTE_SIGNS.get(note.kind, _WRONG)
        first = Text.assemble((sign + " ", style))
        said = Text()
        if note.about and note.about.of(lang).strip():
            said.append_text(flat(note.about.of(lang).rstrip(" .。"), look))  # a colon follows
            said.stylize("italic")
            said.append(": " if lang == "en" else "：")
        said.append_text(flat(note.why.of(lang), look))
        lines += hang(said, look.columns, first)
    return lines


def _value(label: str, value: str, lang: Lang, look: Look) -> list[Text]:
    return hang(flat(value, look), look.columns, Text(label + "  ", style="dim"))


def _given(result: Result, lang: Lang) -> str:
    if isinstance(result.answer, BooleanAnswer):
        return say("true" if result.answer.value else "false", lang)
    return one_line(written(result.asked, result.answer, lang)) if result.answer is not None else ""


def _correct(result: Result, lang: Lang) -> str:
    question = result.asked.question
    if isinstance(question, Boolean):
        return say("true" if question.answer else "false", lang)
    return result.correct.of(lang)


def _options(result: Result, lang: Lang, look: Look, every: bool) -> list[Text]:
    question = result.asked.question
    assert isinstance(question, Choice | Multi)
    picked: tuple[int, ...] = ()
    if isinstance(result.answer, ChoiceAnswer):
        picked = (result.answer.place,)
    elif isinstance(result.answer, MultiAnswer):
        picked = result.answer.places
    lines = []
    for place, shown in enumerate(result.asked.shown):
        option = question.options[result.asked.order[place]]
        right = option.right
        sign = (_RIGHT if place in picked else _MISSED) if right else (_WRONG if place in picked else _NEITHER)
        text = flat(shown.of(lang), look)
        text.stylize("bold" if right else "" if place in picked else "dim")
        if right and place not in picked:
            text.append(f"  {say('not_chosen', lang)}", "dim")
        lines += hang(text, look.columns, Text.assemble((sign[0], sign[1]), f" {LETTERS[place]}  "))
        if every and option.why:
            lines += hang(flat(option.why.of(lang), look), look.columns, Text("     "))
    return lines


def _order(result: Result, lang: Lang, look: Look) -> list[Text]:
    """The items in the right order, each with the place that the learner gave it."""
    asked = result.asked
    given = result.answer.places if isinstance(result.answer, OrderAnswer) else ()
    lines = []
    for rank, shown in enumerate(sorted(range(len(asked.shown)), key=lambda place: asked.order[place])):
        first = Text(f"{rank + 1}  {LETTERS[shown]}  ")
        text = flat(asked.shown[shown].of(lang), look)
        if given:
            good = given[rank] == shown
            first = Text.assemble(((_RIGHT if good else _WRONG)[0] + " ", (_RIGHT if good else _WRONG)[1]), first)
            if not good:
                text.append(f"  {say('yours', lang, what=given.index(shown) + 1)}", "dim")
        lines += hang(text, look.columns, first)
    return lines


def _match(result: Result, lang: Lang, look: Look) -> list[Text]:
    """The right pairs, and where the learner had another one, that too."""
    asked = result.asked
    given = result.answer.places if isinstance(result.answer, MatchAnswer) else ()
    lines = []
    for left, text in enumerate(asked.left):
        right = asked.order.index(left)
        line = flat(text.of(lang), look)
        line.stylize("bold")
        line.append_text(Text.assemble((" → ", "dim"), flat(asked.shown[right].of(lang), look)))
        first = Text(f"{LETTERS[left]}{right + 1}  ")
        if given:
            good = given[left] == right
            first = Text.assemble(((_RIGHT if good else _WRONG)[0] + " ", (_RIGHT if good else _WRONG)[1]), first)
            if good:
                lines += hang(line, look.columns, first)
                continue
            chosen, owner = given[left], asked.order[given[left]]
            why = (
                say("match_belongs", lang, left=LETTERS[owner]) if owner < len(asked.left) else say("match_extra", lang)
            )
            said = say("match_goes", lang, number=chosen + 1, text=asked.shown[chosen].of(lang)) + why
            lines += hang(line, look.columns, first)
            lines += hang(flat(said, look), look.columns, Text("     "))
            continue
        lines += hang(line, look.columns, first)
    return lines


def _rubric(question: Open, result: Result, lang: Lang, look: Look) -> list[Text]:
    """The points of a good answer, those made ticked."""
    said = result.answer.points if isinstance(result.answer, OpenAnswer) else ()
    lines = []
    for place, point in enumerate(question.rubric):
        sign = _RIGHT if place in said else _MISSED
        lines += hang(flat(point.point.of(lang), look), look.columns, Text.assemble((sign[0] + " ", sign[1])))
    return lines
