"""Texts that are not ours, made harmless for where they are printed: Markdown, workflow commands, spreadsheets.

Control characters are gone already (`grader.judge.showing`); HTML is escaped where it is written.
"""

from __future__ import annotations

import re

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|&~$!])")
CALLS = re.compile(r"@\w\S*|\b(?:https?://|www\.)\S+")  # would mention somebody or become a link, escaped or not
SPANS = re.compile(r"(`[^`\n]+`)")
NAME_AS_CODE = re.compile(r"@|:|www\.|\$|^\s|\s$|\s\s")
FORMULA = re.compile(r"(^|[;\t\r\n])(?=\s*[=+\-@＝＋－＠﹦﹢﹣﹫−]|[\t\r])")  # where a cell begins, or might


def code(text: str) -> str:
    """`text` in one line as a Markdown code span, whatever backticks it holds."""
    text = " ".join(text.split())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}"


def block(text: str, indent: str = "") -> list[str]:
    """The lines of `text` as a Markdown code block, whatever backticks they hold."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return [indent + line for line in (fence, *text.split("\n"), fence)]


def name(text: str) -> str:
    """A name in Markdown; as code if it would mention somebody, become a link, emoji or formula, or lose blanks."""
    if NAME_AS_CODE.search(text):
        return code(text).replace("|", r"\|")
    text = re.sub(r"([\\`*_{}\[\]<>#|&~])", r"\\\1", text)
    return re.sub(r"^([-+=]|\d+[.)])", lambda mark: f"{mark[0][:-1]}\\{mark[0][-1]}", text)  # it may stand in a list


def prose(text: str) -> str:
    """A sentence in Markdown: its code spans stay, nothing else in it is markup, a link or a mention."""
    parts = SPANS.split(" ".join(text.split()))
    return "".join(part if number % 2 else _flat(part) for number, part in enumerate(parts))


def _flat(text: str) -> str:
    done, at = [], 0
    for call in CALLS.finditer(text):
        done += [MARKUP.sub(r"\\\1", text[at : call.start()]), code(call[0])]
        at = call.end()
    return "".join([*done, MARKUP.sub(r"\\\1", text[at:])])


def message(text: str) -> str:
    """The message of a workflow command of GitHub: one line, whatever is in it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_value(text: str) -> str:
    """The value of a workflow command's property, such as `file=`."""
    return message(text).replace(":", "%3A").replace(",", "%2C")


def cell(text: str) -> str:
    """A text for a spreadsheet, which would run it as a formula if it began like one.

    Where a semicolon separates cells, as in many European locales, what follows one begins a cell, too.
    """
    return FORMULA.sub(r"\1'", text)
