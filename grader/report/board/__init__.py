"""The board of a group: one HTML page that loads nothing, made from one or several result files.

`figures` computes what it shows, `details` what it tells of a single submission, `drawing` its charts, `words` has its
texts; the template, the style and the script lie beside them. The template escapes everything, and the page's own
policy runs no script but ours.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files

import jinja2
from markupsafe import Markup

from grader.report.board.details import payload
from grader.report.board.drawing import bar, chart, spark
from grader.report.board.figures import board_of, mark, percent, shown
from grader.report.board.words import WORDS
from grader.report.html import DARK, LIGHT
from grader.report.summary import Summary
from grader.report.wording import COLON, LEFT_OUT, summed_up

LISTED = 500  # left-out files shown

__all__ = ["to_board"]


def to_board(runs: Sequence[tuple[str, Summary]], lang: str) -> str:
    """The page on the last of `runs`, which are labelled, oldest first. One or more."""
    label, summary = runs[-1]
    board = board_of(runs)
    words = WORDS[lang]
    style, script = _style(), _part("board.js")
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    page = environment.from_string(_part("board.html.jinja")).render(
        lang=lang, words=words, colon=COLON[lang], label=label, summary=summary, board=board,
        summed_up=summed_up(summary, lang), left_out_title=LEFT_OUT[lang].capitalize(), listed=LISTED,
        left_out=[(one.path, one.why.in_(lang)) for one in summary.left_out[:LISTED]],
        style=Markup(style), script=Markup(script),
        style_hash=_hash(style), script_hash=_hash(script),
        data=Markup(payload(board, lang)),
        mark=mark, percent=percent, shown=shown, bar=bar, spark=spark, chart=lambda runs: chart(runs, words),
    )  # fmt: skip
    return page + "\n"


def _style() -> str:
    style = _part("board.css")
    for mode, colours in (("LIGHT", LIGHT), ("DARK", DARK)):
        values = " ".join(f"--{role}: {colour};" for role, colour in colours.items())
        style = style.replace(f"/* {mode} */", values)
    return style


def _part(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What the page's policy calls this style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
