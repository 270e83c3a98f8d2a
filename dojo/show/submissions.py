"""What a learner submitted to one kata: a row for each version of the code, its text, how the reference differs."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from datetime import datetime

from rich.text import Text

from dojo.progress.events import Judged
from dojo.show.stats import percent, verdict
from dojo.show.terminal.console import Console, columns, print_lines
from dojo.show.text.clean import clean
from dojo.show.text.code import code_lines
from dojo.show.text.tables import table

HEAD = {"en": ("number", "when", "verdict", "score", "judged"), "zh": ("编号", "时间", "判定", "得分", "次数")}
NO_CODE = {"en": "no code kept", "zh": "代码未保存"}


def print_submissions(tries: Sequence[Sequence[Judged]], kept: Collection[str], lang: str) -> None:
    """A row for each version, by the first time that it was judged."""
    rows = []
    for number, judged in enumerate(tries, start=1):
        last = judged[-1]
        when = datetime.fromtimestamp(judged[0].at).strftime("%Y-%m-%d %H:%M")
        code = "" if last.digest in kept else NO_CODE[lang]
        style = "green" if last.verdict == "passed" else ""
        rows.append(
            [Text(str(number)), Text(when), Text(verdict(last.verdict, lang), style), Text(percent(last.score)),
             Text(str(len(judged))), Text(code, "dim")]
        )  # fmt: skip
    head = [*(Text(one) for one in HEAD[lang]), Text("")]
    print_lines(table(head, rows, min(columns(), 100), right=frozenset({0, 3, 4})))


def print_code(source: str) -> None:
    """One version, highlighted on a terminal."""
    if Console().is_terminal:
        print_lines(code_lines(clean(source).rstrip("\n"), "python", columns()), paged=True)
    else:
        print(clean(source), end="")


def print_diff(source: str, reference: str, number: int, lang: str) -> None:
    """What one version lacks of the reference (+) and has besides (-)."""
    names = (f"第 {number} 次提交", "参考答案") if lang == "zh" else (f"your number {number}", "the reference")
    found = difflib.unified_diff(clean(source).splitlines(), reference.splitlines(), *names, lineterm="")
    styles = {"+": "green", "-": "red", "@": "cyan"}
    print_lines([Text(line, styles.get(line[:1], "")) for line in found], paged=True)
