"""One example of every kind of mistake in a bank, each told with its line and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dojo.bank.compile import Compiled, compile_bank
from dojo.bank.finding import Report

HEAD = "topic: t\ntitle: {en: T, zh: 题}\nquestions:\n"  # a question's first line is line 4
COMMON = """\
    level: 1
    sources: [s]
    stem: {en: "Why?", zh: "为什么？"}
    explanation: {en: "So. It is.", zh: "如此。就是。"}
"""
OPTIONS = """\
    options:
      - {text: {en: One, zh: 甲}, right: true}
      - {text: {en: Two, zh: 乙}, why: {en: No., zh: 不。}}
      - {text: {en: Three, zh: 丙}, why: {en: No., zh: 不。}}
"""
CHOICE = "  - id: q\n    kind: choice\n" + COMMON + OPTIONS
NUMBER = "  - id: q\n    kind: number\n" + COMMON + '    answer: "2 * n"\n    variables: {n: {choices: [2, 3]}}\n'
TERM = "  - id: q\n    kind: text\n" + COMMON + "    answers: [dropout]\n"
ORDER = "  - id: q\n    kind: order\n" + COMMON + '    items: ["A", "B", "C"]\n'
MATCH = "  - id: q\n    kind: match\n" + COMMON + '    pairs: [{left: "A", right: "1"}, {left: "B", right: "2"}]\n'
OPEN = (
    "  - id: q\n    kind: open\n"
    + COMMON
    + "    rubric:\n      - {point: {en: P, zh: 点}, patterns: {en: [p], zh: [点]}}\n"
)
BOOLEAN = "  - id: q\n    kind: boolean\n" + COMMON + "    answer: true\n"


def read(bank: str) -> tuple[Compiled | None, list[str]]:
    report = Report(Path("questions/t.yaml"))
    compiled = compile_bank(bank.encode(), "t", report)
    return compiled, [f"{finding.line}: {finding.message}" for finding in report.findings]


@pytest.mark.parametrize("question", [CHOICE, NUMBER, TERM, ORDER, MATCH, OPEN, BOOLEAN])
def test_a_good_question_of_each_kind_is_read(question: str) -> None:
    compiled, found = read(HEAD + question)
    assert found == []
    assert compiled is not None
    assert [q.id for q in compiled.questions] == ["q"]
    assert compiled.questions[0].topic == "t"


SILENT = ["no", "off", "1:30", "3e-4", "2026-11-01", "010", "12", "1.5", "null"]


@pytest.mark.parametrize("written", SILENT)
def test_a_scalar_that_yaml_would_change_in_silence_must_be_quoted(written: str) -> None:
    _, found = read(HEAD + TERM.replace("dropout", written))
    assert len(found) == 1
    assert found[0].startswith("10: ")
    assert "quotes" in found[0]
    assert read(HEAD + TERM.replace("dropout", f'"{written}"'))[1] == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    kind: choice\n", "", "4: the question has no `kind`; write one of choice, multi"),
        ("kind: choice", "kind: choise", "5: no kind `choise`; did you mean `choice`?"),
        ("kind: choice", "kind: [choice]", "5: no kind ``"),
        ("  - id: q\n    kind", "  - kind", "4: the question has no `id`; add it"),
        ("id: q", "id: Q_1", "4: `Q_1` is not kebab-case"),
        ("id: q", "id: 12", '4: `id: 12` would be read as int; write it in quotes: "12"'),
        ("level: 1", "level: 4", "6: level 4; write 1 (warm-up)"),
        ("level: 1", 'level: "1"', "6: `level` is a whole number like 3, without quotes"),
        ("level: 1", "level: 01", "6: `level` is a whole number"),
        ("level: 1", "level: 1\n    level: 2", "7: `level` stands here twice (first in line 6)"),
        ("level: 1", "levle: 1", "6: no key `levle` here; did you mean `level`?"),
        ("level: 1", "levle: 1", "4: the question `q` has no `level`; add it"),
        ("level: 1", "level: 1\n    topic: t", "7: `topic` stands once, at the head of the bank"),
        ("level: 1", 'level: 1\n    unit: "bytes"', "7: `unit` does not fit kind `choice`; it belongs to number"),
        ("level: 1", "level: 1\n    as_of: 2026-11-01", "7: `as_of: 2026-11-01` would be read as timestamp"),
        ("level: 1", 'level: 1\n    as_of: "2026-13"', '7: `2026-13` is no month; write "2026-11"'),
        ("sources: [s]", "sources: s", "7: `sources` is a list"),
        ("sources: [s]", "sources: []", "7: `sources` is empty"),
        ("    sources: [s]\n", "", "4: the question `q` has no `sources`"),
        (', zh: "为什么？"', "", "8: `stem` has no `zh`; write both languages"),
        ('en: "Why?"', 'en: "Why?", fr: "Pourquoi?"', "8: no language `fr` in `stem`"),
        ('{en: "Why?", zh: "为什么？"}', '"为什么？"', "8: `stem` is Chinese only"),
        ('{en: "Why?", zh: "为什么？"}', '"Why does it work so well?"', "8: `stem` is English only"),
        ('"Why?"', '""', "8: `stem.en` is empty"),
        ('"Why?"', "yes", "8: `stem.en: yes` would be read as bool"),
        ('"Why?"', "[a]", "8: `stem.en` is a text, not a sequence"),
        ("zh: 乙", "zh: 甲", "12: `options`: equal to number 1 in zh"),
        (", right: true", "", "10: 0 options are `right: true`; a choice has exactly one"),
        ("zh: 乙}, why", "zh: 乙}, right: true, why", "10: 2 options are `right: true`"),
        ("right: true", "right: yes", "11: `right: yes` is neither true nor false"),
        ("right: true", 'right: "true"', "11: `right: true` is neither true nor false"),
        ("right: true", "rigth: true", "11: no key `rigth` here; did you mean `right`?"),
        ("{text: {en: One, zh: 甲}, right: true}", "One", "11: here belongs a mapping with text, right, why"),
    ],
)
def test_a_mistake_in_a_choice_is_told(old: str, new: str, expected: str) -> None:
    bank = HEAD + CHOICE
    assert bank.count(old) >= 1
    _, found = read(bank.replace(old, new, 1))
    assert any(message.startswith(expected) for message in found), found


@pytest.mark.parametrize(
    ("question", "old", "new", "expected"),
    [
        (NUMBER, '"2 * n"', "4", '10: `answer: 4` would be read as int; write it in quotes: "4"'),
        (NUMBER, '"2 * n"', '"2 * m"', "10: `2 * m`: no variable `m`"),
        (NUMBER, '"2 * n"', '"2 *"', "10: `2 *` is not an expression"),
        (NUMBER, '"2 * n"', '"n.real"', "10: `n.real`: Attribute is not allowed"),
        (NUMBER, '"2 * n"', '"n / (n - 2)"', "10: `n / (n - 2)` divides by zero (with n=2)"),
        (NUMBER, '"2 * n"', '"log(n - 3)"', "10: `log(n - 3)` has no value"),
        (NUMBER, '"2 * n"', '"[n, n]"', "10: `[n, n]` is a list; the answer is one number"),
        (NUMBER, '"2 * n"', '"n / 2"', "10: the answer 1 is not a whole number: give a tolerance"),
        (NUMBER, "choices: [2, 3]", "choices: []", "11: `choices` is empty"),
        (NUMBER, "choices: [2, 3]", 'choices: ["2"]', "11: `choices` is a number like 3"),
        (NUMBER, "choices: [2, 3]", "choices: [2, 1e999]", "11: `choices` is a number like 3"),
        (NUMBER, "choices: [2, 3]", "choices: [2, 9999999999999999999]", "11: `choices` is a number like 3"),
        (NUMBER, "choices: [2, 3]", "range: [1, 5]", "11: `range` has exactly 3 entries"),
        (NUMBER, "choices: [2, 3]", "range: [5, 1, 1]", "11: `n`: a range is low, high (inclusive) and a step"),
        (NUMBER, "choices: [2, 3]", "range: [1, 5, 0]", "11: `n`: a range is low"),
        (NUMBER, "choices: [2, 3]", "choices: [2], range: [1, 5, 1]", "11: `n` has either choices"),
        (NUMBER, "variables: {n:", "variables: {exp:", "11: `exp` can't be a variable's name"),
        (NUMBER, '    answer', '    let: {n: "1"}\n    answer', "10: `n` is a variable already"),
        (NUMBER, '    answer', '    unit: "000"\n    answer', "10: `000` is no unit that can be typed"),
        (NUMBER, '    answer', "    tolerance: {relativ: 0.1}\n    answer", "10: no key `relativ` here; did you mean"),
        (NUMBER, '    answer', "    tolerance: {relative: 2}\n    answer", "10: a tolerance is above 0"),
        (NUMBER, '    answer', "    tolerance: {exact: false}\n    answer", "10: a tolerance is one of"),
        (NUMBER, '    answer', '    traps: [{value: "n + n", why: "W"}]\n    answer', "10: the trap `n + n` gives"),
        (NUMBER, '    answer', '    traps: [{value: "n + 2", why: "W"}]\n    answer', "10: the trap `n + 2` gives"),
        (NUMBER, '    answer', '    traps: [{value: "1/(n-3)", why: "W"}]\n    answer', "10: the trap `1/(n-3)`"),
        (
            NUMBER,
            "    answer",
            '    tolerance: {relative: 0.1}\n    traps: [{value: "2 * n + 0.1", why: "W"}]\n    answer',
            "11: the tolerance takes in the trap",
        ),
        (NUMBER, '"2 * n"', '"n - n"\n    tolerance: {relative: 0.1}', "11: the answer is 0, of which"),
        (NUMBER, '"Why?"', '"Why <<m>>?"', "8: `m`: no variable `m`"),
        (NUMBER, '"Why?"', '"Why <<n:999d>>?"', "8: `<<n:999d>>`: the format `999d` is not one of"),
        (NUMBER, '"Why?"', '"Why <<answer>>?"', "8: `answer`: no variable `answer`"),
        (NUMBER, '"Why?"', '"Why <<n?"', "8: `<<` without `>>`"),
        (TERM, "[dropout]", "[]", "10: `answers` is empty"),
        (TERM, "[dropout]", '["-"]', "10: an answer of punctuation only"),
        (TERM, "[dropout]", "{en: [dropout], de: [x]}", "10: no language `de` in `answers`"),
        (TERM, "[dropout]", "[dropout]\n    near_misses: [{text: Drop-Out, why: W}]", "11: near miss `Drop-Out` is"),
        (ORDER, '["A", "B", "C"]', '["A", "A", "C"]', "10: `items`: equal to number 1"),
        (ORDER, '["A", "B", "C"]', '["A"]', "10: `items` has 1 entry"),
        (ORDER, '["A", "B", "C"]', '[a, b, c, d, e, f, g, h]', "10: `items` has 8 entries"),
        (MATCH, 'right: "2"', 'right: "1"', "10: `pairs`: equal to number 1"),
        (MATCH, 'left: "B", ', "", "10: the pair has no `left`; add it"),
        (OPEN, "zh: [点]}}", "zn: [点]}}", "11: no key `zn` here"),
        (OPEN, ", patterns: {en: [p], zh: [点]}", "", "11: the point has no `patterns`"),
        (OPEN, ", zh: [点]}}", "}}", "11: the patterns has no `zh`"),
        (OPEN, "[p]", '["(?=p)"]', "11: `(?=p)`: of groups only (…) and (?:…)"),
        (OPEN, "[p]", '["(p"]', "11: `(p`: not a regular expression that RE2 and Python share"),
        (OPEN, "[p]", '["p*"]', "11: `p*`: it matches an empty answer"),
        (OPEN, "[p]", '["(?:.{0,99}){0,99}p"]', "11: `(?:.{0,99}){0,99}p`: not a regular expression"),
        (OPEN, "[p]", "[" + "p" * 301 + "]", "11: `" + "p" * 301 + "`: longer than 300 characters"),
        (BOOLEAN, "answer: true", "answer: no", "10: `answer: no` is neither true nor false; write `true` or `false`"),
        (BOOLEAN, "answer: true", 'answer: "true"', "10: `answer: true` is neither true nor false"),
        (BOOLEAN, "answer: true", "answer: true\n    options: []", "11: `options` does not fit kind `boolean`"),
    ],
)  # fmt: skip
def test_a_mistake_in_another_kind_is_told(question: str, old: str, new: str, expected: str) -> None:
    bank = HEAD + question
    assert bank.count(old) >= 1
    _, found = read(bank.replace(old, new, 1))
    assert any(message.startswith(expected) for message in found), found


@pytest.mark.parametrize(
    ("bank", "expected"),
    [
        ("[1, 2]\n", "1: a bank is a mapping with topic, title, questions"),
        ("topic: t\ntitle: T\n", "1: the bank has no `questions`; add it"),
        ("topic: t\ntitle: T\nquestions: []\n", "3: `questions` is a list with at least one question"),
        ("topic: t\ntitle: T\nquestions: {a: 1}\n", "3: `questions` is a list"),
        ("topic: t\ntitle: T\nquestions: [x]\n", "3: a question is a mapping"),
        (HEAD.replace("topic: t", "topic: other") + BOOLEAN, "1: topic `other`, but the file is t.yaml"),
        (HEAD.replace("title", "titel") + BOOLEAN, "2: no key `titel` here; did you mean `title`?"),
        (HEAD.replace("zh: 题", "zh: 1"), '2: `title.zh: 1` would be read as int; write it in quotes: "1"'),
        (HEAD + BOOLEAN + BOOLEAN, "11: the id `q` is taken (line 4); ids are unique"),
        ("\x00", "1: a control character"),
    ],
)
def test_a_mistake_at_the_head_of_a_bank_is_told(bank: str, expected: str) -> None:
    _, found = read(bank)
    assert any(message.startswith(expected) for message in found), found


def test_all_mistakes_of_a_file_are_told_and_the_good_questions_are_kept() -> None:
    bad = CHOICE.replace("id: q", "id: bad").replace("level: 1", "level: x").replace("right: true", "rihgt: true")
    compiled, found = read(HEAD + BOOLEAN + bad + TERM.replace("id: q", "id: last"))
    assert len(found) == 2
    assert compiled is not None
    assert [question.id for question in compiled.questions] == ["q", "last"]


def test_a_plain_text_stands_for_both_languages_where_it_is_a_name_or_a_number() -> None:
    compiled, found = read(HEAD + ORDER.replace('"A"', "AdamW").replace('"B"', '"`torch.nn.functional`"'))
    assert found == []
    assert compiled is not None
    items = compiled.questions[0].items  # type: ignore[union-attr]  # an order question has items
    assert (items[0].en, items[0].zh) == ("AdamW", "AdamW")


def test_variables_may_be_lists_and_derived_values_build_on_each_other() -> None:
    question = NUMBER.replace("[2, 3]", "[[1, 2], [3, 5]]").replace(
        '"2 * n"', '"b"\n    let: {a: "sum(n)", b: "a * n[0]"}'
    )
    assert read(HEAD + question)[1] == []


KINDS = (CHOICE, NUMBER, TERM, ORDER, MATCH, OPEN, BOOLEAN)
EVERYTHING = HEAD + "".join(question.replace("id: q", f"id: q{place}") for place, question in enumerate(KINDS))
PIECES = (*"{}[]:,-'\"&*!|>%@#?~0\\\t\x00é题", "<<", "null", "no ", ": ", "9" * 40)


@given(st.data())
def test_whatever_becomes_of_a_bank_is_read_or_told(data: st.DataObject) -> None:
    """Lines dropped, doubled and moved in; characters put in: findings, never a traceback."""
    lines = EVERYTHING.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["drop", "double", "indent", "insert"]))
        if change == "drop":
            del lines[place]
        elif change == "double":
            lines.insert(place, data.draw(st.sampled_from(lines)))
        elif change == "indent":
            lines[place] = data.draw(st.sampled_from(["", " ", "  - ", "- "])) + lines[place].lstrip()
        else:
            at = data.draw(st.integers(0, len(lines[place])))
            lines[place] = lines[place][:at] + data.draw(st.sampled_from(PIECES)) + lines[place][at:]
        if not lines:
            lines = [""]
    compiled, found = read("\n".join(lines))
    assert found or (compiled is not None and compiled.questions)
