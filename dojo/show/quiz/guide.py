"""The help page: every key of the quiz."""

from __future__ import annotations

from rich.text import Text

from dojo.question.kinds import Lang
from dojo.show.phrases import say
from dojo.show.terminal.page import text_look
from dojo.show.text.markup import Look
from dojo.show.text.wrap import hang, width

# (keys, English, Chinese); a heading has no keys, and a line without English is a blank one
KEYS = (
    ("", "Answering", "作答"),
    (
        "a b c …, 1 2 3 …",
        "choose; tick or untick; in an order: takes the next place",
        "选择；勾选或取消；排序题中排到下一位",
    ),
    ("t f, y n", "true or false", "判断对错"),
    ("↑ ↓, Space", "move; choose, tick or place what ▸ points at", "移动；选择、勾选或排列 ▸ 所指的项"),
    ("1 2 …, a b …", "match: number for the left side at ▸; point ▸ elsewhere", "配对：给 ▸ 所指左项编号；移动 ▸"),
    ("Backspace", "order, match: take the last one back", "排序、配对：退回一步"),
    ("Enter, Ctrl-D", "answer, go on; answer an open question", "提交、继续；提交问答题（其中 Enter 换行）"),
    ("", "Writing numbers, terms and open answers", "输入数值、术语与问答"),
    ("Esc", "letters are commands (as below) instead of text, and back", "让字母键变成下面的命令，再按恢复输入"),
    ("Alt + letter", "a command in the middle of writing", "输入过程中直接执行命令"),
    ("Ctrl-A E U K W", "start, end; delete to the start, the end, a word", "行首、行尾；删到行首、行尾，删前一词"),
    ("", "At any time", "随时可用"),
    (
        "l  h  o  w",
        "language; hint; sources; once answered, every option's why",
        "切换语言；提示；出处；作答后看各选项的理由",
    ),
    ("+  -", "answer as sure, as guessing (kept with the answer)", "标明很有把握、没有把握（随答案记录）"),
    ("s", "skip this question", "跳过本题"),
    ("u", "take the last answer back, also after the last question", "撤销上一次作答，最后一题之后也可以"),
    ("m", "flag the question with a note; take the flag away", "标记本题并写备注；取消标记"),
    ("PgUp PgDn", "scroll (Ctrl-B and Ctrl-F too); Ctrl-L redraws", "翻页（也可用 Ctrl-B、Ctrl-F）；Ctrl-L 重画"),
    (
        "q, Ctrl-C, Ctrl-Z",
        "quit, go on later with dojo quiz; put aside until fg",
        "退出，以后用 dojo quiz 继续；挂起，用 fg 回来",
    ),
    (
        "0:18 · 0:48",
        "--timed: time for this question, for all that are left",
        "限时：本题与全部剩余题目的时间",
    ),
    ("", "On the last page", "结束页"),
    ("r  n  Enter", "answer what was missed again; a new quiz; leave", "重做错题；新开一组；离开"),
    ("", "How points are counted (1 for a right answer)", "计分方式（全对得 1 分）"),
    (
        "multi",
        "half of (share of right ones ticked - share of wrong ones ticked) until complete",
        "未全对时，（正确项选中比例 − 错误项误选比例）的一半",
    ),
    ("order", "(pairs in order - pairs reversed) / pairs", "（顺序正确的对数 − 颠倒的对数）/ 总对数"),
    ("match", "(hits - hits by chance) / (all - hits by chance)", "（配对正确数 − 随机期望）/（总数 − 随机期望）"),
    ("open", "(points made - false claims) / points", "（讲到的要点数 − 说错的处数）/ 要点总数"),
)
_KINDS = ("multi", "order", "match", "open")


def guide_lines(lang: Lang, look: Look) -> list[Text]:
    """All keys, in groups."""
    inner = text_look(look)
    rows = [(_keys(keys, lang), zh if lang == "zh" else en) for keys, en, zh in KEYS]
    column = min(max(width(keys) for keys, _ in rows) + 2, inner.columns // 2)
    lines: list[Text] = []
    for keys, said in rows:
        if keys:
            lines += hang(Text(said), inner.columns, Text(keys + " " * (column - width(keys)), "bold"))
        else:
            lines.append(Text(said, "bold underline"))
    return lines


def _keys(keys: str, lang: Lang) -> str:
    """The keys, or the kind of question, in the reader's language."""
    if lang != "zh":
        return keys
    return say(f"kind_{keys}", lang) if keys in _KINDS else keys.replace("letter", "字母")
