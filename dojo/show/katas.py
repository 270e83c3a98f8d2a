"""Pages about katas: the list, a statement, a reference with the interviewer's follow-up questions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from rich.text import Text

from dojo.show.terminal.console import Console, columns, print_lines
from dojo.show.text.clean import clean, one_line
from dojo.show.text.code import code_lines
from dojo.show.text.markup import Look, inline, render
from dojo.show.text.tables import table
from dojo.show.text.wrap import hang, wrap
from grader.catalogue import Kata
from grader.judge.verdicts import Bilingual

WIDEST = 100  # cells of text in a line: longer ones are hard to read
LEGEND = {
    "en": "✓ passed; level 1 warm-up, 2 core, 3 hard; py standard library, np NumPy, pt PyTorch",
    "zh": "✓ 已通过；难度：1 入门，2 核心，3 进阶；py 标准库，np NumPy，pt PyTorch",
}
FEWER = {
    "en": ("Narrow it down: --topic T, --level L, --needs py, or a word.", "Start one: dojo kata start --next"),
    "zh": ("缩小范围：--topic T、--level L、--needs py，或加上要搜索的词。", "开始一道：dojo kata start --next"),
}


def has_words(kata: Kata, words: Sequence[str], titles: Mapping[str, Bilingual]) -> bool:
    """Whether each of `words` stands in the kata's name, its title or its topic, in either language."""
    topic = titles.get(kata.topic)
    about = [kata.slug, kata.slug.replace("_", " "), kata.title.en, kata.title.zh, kata.topic]
    about += [topic.en, topic.zh] if topic else []
    text = _folded("\n".join(about))
    return all(_folded(word) in text for word in words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def print_list(katas: Iterable[Kata], passed: Collection[str], lang: str, titles: Mapping[str, Bilingual]) -> None:
    """The katas by topic; a list longer than the screen goes through the pager."""
    print_lines(list_lines(list(katas), passed, lang, titles, columns()), paged=True)


def list_lines(
    katas: Sequence[Kata], passed: Collection[str], lang: str, titles: Mapping[str, Bilingual], columns: int
) -> list[Text]:
    """A heading for each topic, with its short name as `--topic` takes it and how many are passed; a row a kata."""
    zh = lang == "zh"
    topics: dict[str, list[Kata]] = {}
    for kata in katas:
        topics.setdefault(kata.topic, []).append(kata)
    rows: list[list[Text]] = []
    heads: dict[int, Text] = {}
    for topic, here in topics.items():
        heads[len(rows)] = _topic_head(topic, here, passed, lang, titles)
        for kata in sorted(here, key=lambda kata: (kata.level, kata.minutes, kata.slug)):
            mark = Text("✓" if kata.slug in passed else " ", "green")
            time = f"{kata.minutes} {'分钟' if zh else 'min'}"
            what = Text(one_line(kata.title.in_(lang)))
            rows.append([mark, Text(kata.slug, "cyan"), what, Text(str(kata.level)), Text(time), Text(kata.needs)])
    head = ["", "题目", "内容", "难度", "时间", "需要"] if zh else ["", "kata", "what", "level", "time", "needs"]
    width = min(columns, 120)
    lines: list[Text] = []
    at = 0
    for number, row in enumerate(table([Text(name) for name in head], rows, width, frozenset({4}))):
        if number >= 2 and _begins_row(row):
            if at in heads:
                lines += [Text(), heads[at]]
            at += 1
        lines.append(row)
    done = sum(kata.slug in passed for kata in katas)
    total = f"共 {len(katas)} 道，已通过 {done} 道。" if zh else f"{len(katas)} katas, {done} passed."
    lines += [Text(), Text(total)]
    for text in (LEGEND[lang], *FEWER[lang]):
        lines += wrap(Text(text, "dim"), width)
    return lines


def _begins_row(row: Text) -> bool:
    """Whether a line of the table is the first one of its row: only that one has a kata's name."""
    return any(span.style == "cyan" for span in row.spans)


def _topic_head(
    topic: str, katas: Sequence[Kata], passed: Collection[str], lang: str, titles: Mapping[str, Bilingual]
) -> Text:
    title = one_line(titles[topic].in_(lang)) if topic in titles else topic.replace("_", " ").capitalize()
    done = sum(kata.slug in passed for kata in katas)
    return Text.assemble((title, "bold"), (f"  {topic}  {done}/{len(katas)}", "dim"))


def print_statement(kata: Kata, lang: str, questions: Sequence[str] = ()) -> None:
    """The statement, set for a terminal, as in the file elsewhere, and the ids of the quiz's questions on its idea."""
    text = kata.statement(lang)
    if questions:
        names = "".join(f"\n- {name}" for name in questions)
        text = f"{text.rstrip()}\n\n{questions_line(kata.slug, len(questions), lang)}\n{names}\n"
    if Console().is_terminal:
        print_lines(statement_lines(text, min(columns(), WIDEST)), paged=True)
    else:
        print(clean(text), end="")


def questions_line(kata: str, questions: int, lang: str) -> str:
    """Where the quiz asks for the same idea."""
    en = f"{questions} question{'' if questions == 1 else 's'} on the same idea: dojo quiz --kata {kata}"
    return f"同一思路的测验题 {questions} 道：dojo quiz --kata {kata}" if lang == "zh" else en


def statement_lines(text: str, columns: int) -> list[Text]:
    """A statement in lines of at most `columns` cells: headings in bold, code wrapped with a hanging indent."""
    look = Look(columns)
    lines: list[Text] = []
    block: list[str] = []
    fenced = False

    def flush() -> None:
        if any(line.strip() for line in block):
            lines.extend([*([Text()] if lines else []), *render("\n".join(block), look)])
        block.clear()

    for line in text.split("\n"):
        fenced ^= line.lstrip().startswith("```")
        heading = None if fenced else re.match(r"(#{1,4}) +(.*)", line)
        if heading is None and (line.strip() or fenced):
            block.append(line)
            continue
        flush()  # an empty line, too: what it sets apart stays apart
        if heading is None:
            continue
        title = inline(heading[2], look)
        title.stylize("bold" if len(heading[1]) > 1 else "bold underline")
        lines += [*([Text()] if lines else []), *wrap(title, columns)]
    flush()
    return lines


def print_hint(number: str, text: str, following: str, lang: str) -> None:
    """A hint beside its number, and the command for the next one, if there is one."""
    room = columns()
    lines = hang(inline(clean(text), Look(room)), room, Text(f"{number}  ", "dim"))
    if following:
        lines.append(Text(f"下一条：{following}" if lang == "zh" else f"the next one: {following}", "dim"))
    print_lines(lines)


def print_reference(kata: Kata, lang: str) -> None:
    """The reference, highlighted on a terminal, and what an interviewer may ask after it, with answers."""
    source = kata.reference.read_text(encoding="utf-8")
    if Console().is_terminal:
        room = columns()
        print_lines(
            [*code_lines(clean(source).rstrip("\n"), "python", room), *_follow_ups(kata, lang, room)], paged=True
        )
    else:
        print(clean(source), end="")
        for line in _follow_ups(kata, lang, 10_000):
            print(f"# {clean(line.plain)}".rstrip() if line.plain else "")


def _follow_ups(kata: Kata, lang: str, columns: int) -> list[Text]:
    if not kata.follow_ups:
        return []
    look = Look(min(columns, WIDEST))
    said = "面试官可能会追问：" if lang == "zh" else "An interviewer may go on to ask:"
    lines = [Text(), Text(said, "bold")]
    for one in kata.follow_ups:
        ask = inline(one_line(one.ask.in_(lang)), look)
        ask.stylize("bold")
        lines += [Text(), *hang(ask, look.columns, Text("- "))]
        for line in render(one.answer.in_(lang), look.narrower(2)):
            lines.append(Text.assemble("  ", line))
    return lines
