"""The pages of a drill on a screen: the task, the newest verdict, the hints that were read. Decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct
from rich.text import Text

from dojo.drill.conduct import Conductor
from dojo.drill.drill import Run, cost
from dojo.show.drill.words import HELP, points, said
from dojo.show.katas import statement_lines
from dojo.show.phrases import clock
from dojo.show.terminal.page import Page, text_look
from dojo.show.text.clean import clean, one_line
from dojo.show.text.markup import Look, inline
from dojo.show.text.wrap import hang, wrap
from dojo.show.verdict import Shown, verdict_lines

View = Literal["statement", "verdict", "hints"]
_BAR = 10


class Around(Struct, frozen=True):
    """What stands around a page: notice, warning, the editor that `e` opens, and which view is open."""

    lang: str
    view: View
    notice: Text | None = None
    warning: str | None = None
    editor: str | None = None


def page(conductor: Conductor, around: Around, look: Look) -> Page:
    """The page of the kata that is running, or has just been passed."""
    lang, inner = around.lang, text_look(look)
    run = conductor.run
    assert run is not None
    body = [*wrap(Text(one_line(around.warning), "yellow"), inner.columns), Text()] if around.warning else []
    if around.view == "verdict" and conductor.result is not None:
        body += _verdict(conductor, run, lang, inner)
    elif around.view == "hints":
        body += _hints(conductor, run, lang, inner)
    else:
        body += _where(conductor, run, around, inner)
        body += statement_lines(conductor.kata.statement(lang), inner.columns)
    return Page(header(conductor, run, around), body, _keys(conductor, run, around, look), around.notice)


def header(conductor: Conductor, run: Run, around: Around) -> tuple[Text, Text]:
    """The kata to the left; its clock against par, the drill's against its minutes, and progress to the right."""
    lang, drill = around.lang, conductor.drill
    left = Text.assemble((one_line(conductor.kata.title.in_(lang)), "bold"), (f" · {run.task.slug}", "dim"))
    right = Text()
    if conductor.busy:
        right.append(said("grading", lang) + "  ", "dim")
    passed = run.state == "passed"
    style = "bold green" if passed else "bold red" if run.share >= 1 else "bold"
    right.append(f"{'✓ ' if passed else ''}{clock(run.seconds)}", style)
    right.append(f"/{clock(run.par)} ")
    done = min(round(_BAR * run.share), _BAR)
    right.append("━" * done, "red" if run.share >= 1 else "green")
    right.append("─" * (_BAR - done), "dim")
    if len(drill.runs) > 1:
        place = min(drill.place + (not run.over), len(drill.runs))
        right.append(f"  {place}/{len(drill.runs)}", "bold")
        late = drill.clock.seconds() >= drill.minutes * 60
        right.append(f" {clock(drill.clock.seconds())}/{clock(drill.minutes * 60)}", "red" if late else "dim")
    right.append(" ")
    return left, right


def help_lines(lang: str, look: Look) -> list[Text]:
    """All keys of a drill, and how points are counted."""
    lines = []
    for key, en, zh in HELP:
        lines += hang(Text(zh if lang == "zh" else en), look.columns, Text(f"{key:12}", "bold"))
    return [*lines, Text(), *wrap(Text(said("about_points", lang)), look.columns)]


def _where(conductor: Conductor, run: Run, around: Around, look: Look) -> list[Text]:
    shown = one_line(str(_near(conductor.file)))
    line = Text(said("file", around.lang, file=shown), "cyan")
    how = said("how", around.lang, editor=around.editor) if around.editor else said("how_alone", around.lang)
    par = said("par_is", around.lang, minutes=run.task.minutes)
    return [
        *wrap(line, look.columns),
        *(row for text in (how, par) for row in wrap(Text(text, "dim"), look.columns)),
        Text(),
    ]


def _near(file: Path) -> Path:
    """The path from here, where the file is below."""
    try:
        return file.relative_to(Path.cwd())
    except (ValueError, OSError):
        return file


def _verdict(conductor: Conductor, run: Run, lang: str, look: Look) -> list[Text]:
    assert conductor.result is not None
    asks = tuple(one.ask.in_(lang) for one in conductor.kata.follow_ups) if run.state == "passed" else ()
    shown = Shown(conductor.file.name, lang, follow_ups=asks, commands=False)
    lines = verdict_lines(conductor.result, shown, look.columns, None)
    if run.state == "passed":
        took = said("passed_at", lang, time=clock(run.seconds), par=clock(run.par))
        lines = [Text(took, "green"), *lines]
    return lines


def _hints(conductor: Conductor, run: Run, lang: str, look: Look) -> list[Text]:
    lines = [Text(said("hints_title", lang), "bold")]
    hints = conductor.kata.hints
    for number in sorted(run.hints):
        if 1 <= number <= len(hints):
            label = Text(f"{number}  ", "dim")
            lines += [Text(), *hang(inline(clean(hints[number - 1].in_(lang)), look), look.columns, label)]
            lines.append(Text(f"   −{points(cost(number), lang)}", "dim"))
    return lines


def _keys(conductor: Conductor, run: Run, around: Around, look: Look) -> list[tuple[str, str]]:
    lang = around.lang
    if run.state == "passed":
        last = conductor.drill.current is None
        keys = [("Enter", said("key_card" if last else "key_next", lang))]
    else:
        keys = [("e", said("key_edit", lang))] if around.editor else []
        keys += [("h", said("key_hint", lang)), ("n", said("key_give_up", lang))]
    if around.view != "statement":
        keys.append(("s", said("key_statement", lang)))
    if around.view != "verdict" and conductor.result is not None:
        keys.append(("v", said("key_verdict", lang)))
    keys.append(("l", said("key_lang" if look.unicode else "key_lang_ascii", lang)))
    return [*keys, ("q", said("key_leave", lang)), ("?", said("key_help", lang))]
