"""The help page: every key of the quiz."""

from __future__ import annotations

from rich.text import Text

from dojo.quiz.question import Lang
from dojo.show.markup import Look
from dojo.show.page import text_look
from dojo.show.wrap import hang, width

# (keys, English, Chinese); a heading has no keys
KEYS = (
    ("", "Answering", "作答"),
    (
        "a b c …, 1 2 3 …",
        "choose; tick or untick where several are right; next in order",
        "选择；多选题中勾选或取消；排序题中依次排列",
    ),
    ("t f, y n", "true or false", "判断对错"),
    ("↑ ↓, Space", "move; choose, tick or place what the pointer is at", "移动；选择、勾选或排列当前项"),
    (
        "1 2 3 …, a b c …",
        "match: give the number to the pointed left side; point at another one",
        "配对：把编号配给当前左项；指向另一个左项",
    ),
    ("Backspace", "order, match: take the last one back", "排序、配对：退回一步"),
    ("Enter", "answer; on the next page, go on", "提交答案；在解析页进入下一题"),
    ("", "Writing numbers, terms and open answers", "输入数值、术语与问答"),
    (
        "Enter / Ctrl-D",
        "answer / answer an open question, where Enter is a new line",
        "提交 / 提交问答题（其中 Enter 为换行）",
    ),
    ("Esc", "letters are commands (the ones below) instead of text, and back", "让字母键变成下面的命令，再按恢复输入"),
    ("Alt + letter", "a command in the middle of writing", "输入过程中直接执行命令"),
    (
        "Ctrl-A E U K W",
        "start, end, delete to the start, to the end, the word before",
        "行首、行尾、删到行首、删到行尾、删前一词",
    ),
    ("", "At any time", "随时可用"),
    ("l", "the other language", "切换语言"),
    ("h", "hint", "提示"),
    ("o", "where this stands: the sources", "出处"),
    (
        "+ / -",
        "answer as one who is sure / who is guessing (kept with the answer)",
        "作答前标明很有把握 / 没有把握（随答案记录）",
    ),
    ("s", "skip this question", "跳过本题"),
    (
        "u",
        "take the last answer back, on any page, also after the last question",
        "撤销上一次作答，任何页面可用，最后一题之后也可以",
    ),
    ("m", "flag the question with a note, or take the flag away", "标记本题并写备注，或取消标记"),
    ("PgUp PgDn, Ctrl-B F", "scroll; on pages without options ↑ ↓ too", "翻页；没有选项的页面也可用 ↑ ↓"),
    ("q", "quit; dojo quiz goes on from here", "退出；再次运行 dojo quiz 从这里继续"),
    ("Ctrl-C, Ctrl-Z", "leave at once; put aside until fg", "立即离开；挂起，用 fg 回来"),
    ("?", "this page", "本页"),
)


def guide_lines(lang: Lang, look: Look) -> list[Text]:
    """All keys, in groups."""
    inner = text_look(look)
    column = min(max(width(keys) for keys, _, _ in KEYS) + 2, inner.columns // 2)
    lines: list[Text] = []
    for keys, en, zh in KEYS:
        said = zh if lang == "zh" else en
        if keys:
            lines += hang(Text(said), inner.columns, Text(keys + " " * (column - width(keys)), "bold"))
        else:
            lines += [*([Text()] if lines else []), Text(said, "bold underline")]
    return lines
