"""Pages about katas: the list, a statement, a reference."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from rich.markdown import Markdown
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from dojo.show.terminal.console import Console
from grader.catalogue import Kata

HEADS = {
    "en": ("kata", "what", "topic", "level", "min", "needs", ""),
    "zh": ("题目", "内容", "主题", "难度", "分钟", "需要", ""),
}
NEEDS = {
    "en": "needs: py = standard library, np = NumPy, pt = PyTorch; level: 1 easy to 3 hard",
    "zh": "需要：py = 标准库，np = NumPy，pt = PyTorch；难度：1 入门，2 核心，3 进阶",
}


def print_list(katas: Iterable[Kata], passed: Collection[str], lang: str, titles: Mapping[str, str]) -> None:
    """One row a kata, by topic, and whether it was passed; below it, what the columns mean, and the topics' short
    names, which `--topic` takes. `titles` are their long ones."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in HEADS[lang]:
        table.add_column(head, no_wrap=head in (HEADS[lang][0], HEADS[lang][2]))
    topics = {}
    for kata in katas:
        topics[kata.topic] = titles.get(kata.topic, _name(kata.topic))
        mark = ("通过" if lang == "zh" else "passed") if kata.slug in passed else ""
        row = (
            kata.slug,
            kata.title.in_(lang),
            topics[kata.topic],
            str(kata.level),
            str(kata.minutes),
            kata.needs,
            mark,
        )
        table.add_row(*row)
    console = Console(highlight=False)
    console.print(table)
    console.print()
    console.print(NEEDS[lang], style="dim")
    named = [topic if title == _name(topic) else f"{topic} ({title})" for topic, title in topics.items()]
    console.print(Text("--topic: " + ", ".join(named), style="dim"))


def _name(topic: str) -> str:
    """The short name as words, for a topic that has no title."""
    return topic.replace("_", " ").capitalize()


def print_statement(kata: Kata, lang: str) -> None:
    """The statement, set for a terminal; as it stands in the file where standard output is none."""
    console = Console()
    text = kata.statement(lang)
    if console.is_terminal:
        console.print(Markdown(text))
    else:
        print(text, end="")


def print_code(source: str) -> None:
    """Python, highlighted where standard output is a terminal."""
    console = Console()
    if console.is_terminal:
        console.print(Syntax(source, "python", background_color="default"))
    else:
        print(source, end="")
