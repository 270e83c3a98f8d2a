"""The check of the banks, itself checked on bad banks: one for each finding, and a good one that has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dojo.bank.lint.banks import lint_banks
from dojo.bank.lint.numbers import unmatched
from dojo.bank.lint.stems import near_duplicates
from dojo.bank.lint.whole import chance_of

SOURCES = 'sources:\n  s: {title: "On It", kind: paper, sections: {one: "1. One"}}\n'
HEAD = "topic: {topic}\ntitle: {{en: T, zh: 题}}\nquestions:\n"  # a question's first line is line 4
CHOICE = """\
  - id: a-choice
    kind: choice
    level: 1
    sources: [s#one]
    stem: {en: "What does the penalty do?", zh: "惩罚项有什么作用？"}
    options:
      - {text: {en: It zeroes weights, zh: 把权重归零}, right: true}
      - {text: {en: It raises biases, zh: 抬高偏置}, why: {en: It does not., zh: 并非如此。}}
      - {text: {en: It drops layers, zh: 丢弃若干层}, why: {en: It does not., zh: 并非如此。}}
    explanation: {en: "The slope stays at 1. So small weights go on to 0.", zh: "斜率一直是 1。小权重因此被压到 0。"}
"""
OPEN = """\
  - id: an-open
    kind: open
    level: 2
    hint: {en: Think of the sum., zh: 想想求和。}
    sources: [s]
    stem: {en: "Why divide by $\\\\sqrt{d}$?", zh: "为什么要除以 $\\\\sqrt{d}$？"}
    rubric:
      - {point: {en: Variance grows, zh: 方差变大}, patterns: {en: [variance], zh: [方差]}}
      - {point: {en: Softmax saturates, zh: softmax 饱和}, patterns: {en: ["saturat\\\\w*"], zh: [饱和]}}
      - {point: {en: Gradients vanish, zh: 梯度消失}, patterns: {en: ["vanish\\\\w*"], zh: [消失]}}
    examples:
      - {lang: en, answer: The variance grows. The softmax saturates., makes: [1, 2], claims: []}
      - {lang: en, answer: Because gradients vanish., makes: [3], claims: []}
      - {lang: en, answer: It is faster., makes: [], claims: []}
      - {lang: zh, answer: 方差变大，softmax 饱和。, makes: [1, 2], claims: []}
      - {lang: zh, answer: 因为梯度消失。, makes: [3], claims: []}
      - {lang: zh, answer: 这样更快。, makes: [], claims: []}
    explanation: {en: "The sum has $d$ terms. Its variance is $d$.", zh: "和有 $d$ 项。方差为 $d$。"}
"""


def lint(tmp_path: Path, *banks: str, sources: str | None = SOURCES) -> list[str]:
    folder = tmp_path / "questions"
    folder.mkdir(exist_ok=True)
    if sources is not None:
        (folder / "sources.yaml").write_text(sources, encoding="utf-8")
    for topic, questions in zip("tuvw", banks, strict=False):
        (folder / f"{topic}.yaml").write_text(HEAD.format(topic=topic) + questions, encoding="utf-8")
    return [
        f"{finding.file.name}:{finding.line}: {finding.severity}: {finding.message}" for finding in lint_banks(tmp_path)
    ]


def test_a_good_bank_has_no_findings(tmp_path: Path) -> None:
    assert lint(tmp_path, CHOICE + OPEN) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[s#one]", "[t]", "t.yaml:7: error: no source `t` in sources.yaml"),
        ("[s#one]", "[s#two]", "t.yaml:7: error: source `s` has no section `two`"),
        (
            "What does the penalty do?",
            "What does it do to 3 of 7?",
            "t.yaml:8: error: `stem`: the languages name different numbers (3, 7 only in en)",
        ),
        ("惩罚项有什么作用？", "1.5 亿参数时呢？", "the languages name different numbers (1.5 亿 only in zh)"),
        ("惩罚项有什么作用？", "What does it do here?", "t.yaml:8: error: `stem.zh` is not Chinese; translate it"),
        ("What does the penalty do?", "惩罚项有什么作用呢？", "t.yaml:8: error: `stem.en` holds Chinese"),
        ("the penalty do?", "$\\\\foo{x}$ do?", "t.yaml:8: error: `stem`: $\\foo{x}$: "),
        ("the penalty do?", "$x do?", "t.yaml:8: error: `stem`: a $ without its partner"),
        ("the penalty do?", "$x$ do?", "t.yaml:8: warning: `stem`: formulas differ between the languages: $x$"),
        ("the penalty do?", "the penalty do?\\n```python\\nx", "t.yaml:8: error: `stem`: a ``` without its partner"),
        ("does the penalty do?", "does the penalty not do?", "t.yaml:8: warning: `not` in the stem is"),
        (", why: {en: It does not., zh: 并非如此。}", "", "t.yaml:11: warning: a wrong option without `why`"),
        ("It raises biases", "It always raises biases", "t.yaml:9: warning: absolutes only in wrong options (always)"),
        ("It zeroes weights", "It zeroes penalty", "t.yaml:9: warning: of all options only the right one repeats"),
        ("It raises biases", "All of the above", "t.yaml:11: warning: an option about the other options"),
        (
            "It zeroes weights",
            "It drives the weights that matter least to exactly nothing",
            "t.yaml:9: warning: the right option is much the longest in en",
        ),
        ("      - {text: {en: It drops layers, zh: 丢弃若干层}, why: {en: It does not., zh: 并非如此。}}\n", "",
         "t.yaml:9: warning: `options` has 2 entries; 3 to 6 are usual"),
        ("The slope stays at 1. So small", "The slope stays at 1, so small", "`explanation.en` has 1 sentences"),
        ("斜率一直是 1。小权重", "斜率一直是 1，小权重", "`explanation.zh` has 1 sentences"),
    ],
)  # fmt: skip
def test_a_choice_that_is_wrong_or_gives_itself_away_is_found(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert CHOICE.count(old) >= 1
    found = lint(tmp_path, CHOICE.replace(old, new, 1) + OPEN)
    assert any(expected in finding for finding in found), found


def test_points_that_one_language_can_never_hit_are_found(tmp_path: Path) -> None:
    assert any("no Chinese pattern" in finding for finding in lint(tmp_path, OPEN.replace("zh: [方差]", "zh: [var]")))
    found = lint(tmp_path, OPEN.replace("en: [variance]", "en: [variance, 差]"))
    assert any("a Chinese pattern under `en`" in finding for finding in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("saturates., makes: [1, 2]", "saturates., makes: [1]", "error: the patterns find points 2 in this answer"),
        ("vanish., makes: [3]", "vanish., makes: [2, 3]", "error: the patterns don't find points 2 in this answer"),
        ("faster., makes: []", "faster., makes: [4]", "error: the example names points 4; they are numbered 1 to 3"),
        ("更快。, makes: [], claims: []", "更快。, makes: [], claims: [1]", "names claims 1; they are numbered 1 to 0"),
        ("lang: zh, answer: 这样更快。", "lang: en, answer: So.", "`examples` in zh: 2 answers; write at least 3"),
        ("grows. The softmax saturates., makes: [1, 2]", "grows., makes: [1]", "in en: a good one is missing"),
        ("- {lang: en, answer: It is faster., makes: [], claims: []}", "", "in en: 2 answers; write at least 3"),
        ("examples:", "katas: [no_such_kata]\n    examples:", "warning: no kata `no_such_kata` in katas/ yet"),
    ],
)
def test_an_example_in_which_the_patterns_find_something_else_is_an_error(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert OPEN.count(old) == 1
    found = lint(tmp_path, CHOICE + OPEN.replace(old, new))
    assert any(expected in finding for finding in found), found


def test_an_open_question_without_a_wrong_example_is_an_error_where_it_has_false_claims(tmp_path: Path) -> None:
    claim = "    not_said:\n"
    claim += "      - {claim: {en: C, zh: 主张}, patterns: {en: [slower], zh: [更慢]}, why: {en: No., zh: 不。}}\n"
    found = lint(tmp_path, OPEN.replace("    examples:", claim + "    examples:"))
    assert any("`examples` in en: a wrong one is missing" in finding for finding in found), found


def test_variables_that_only_one_language_shows_are_found(tmp_path: Path) -> None:
    number = (
        "  - id: n\n    kind: number\n    level: 1\n    sources: [s]\n    variables: {n: {choices: [3, 4]}}\n"
        '    answer: "n + 1"\n    stem: {en: "Add one to <<n>>.", zh: "加一。"}\n'
        '    explanation: {en: "It is. So.", zh: "如此。是的。"}\n'
    )
    assert any("different variables in << >>" in finding for finding in lint(tmp_path, number))


def test_an_id_taken_in_another_bank_is_found(tmp_path: Path) -> None:
    found = lint(tmp_path, CHOICE, OPEN.replace("an-open", "a-choice"))
    assert any(finding.startswith("u.yaml:4: error: the id `a-choice` is taken") for finding in found), found


def test_nearly_equal_stems_are_found_across_banks(tmp_path: Path) -> None:
    found = lint(tmp_path, CHOICE, CHOICE.replace("a-choice", "b-choice").replace("What does the", "So what does the"))
    assert [finding for finding in found if "nearly the stem of `a-choice`" in finding] == [
        next(finding for finding in found if finding.startswith("u.yaml:8: warning"))
    ]


def test_what_the_loader_refuses_is_found_and_the_rest_still_checked(tmp_path: Path) -> None:
    found = lint(tmp_path, CHOICE.replace("level: 1", "level: yes") + OPEN.replace("[s]", "[t]"))
    assert any("t.yaml:6: error: `level` is a whole number" in finding for finding in found), found
    assert any("no source `t`" in finding for finding in found), found


def test_files_that_are_no_banks_are_found(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "x.yml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "questions" / "d.yaml").mkdir()
    found = lint(tmp_path, CHOICE, sources=None)
    assert any(finding.startswith("x.yml:1: error: not a bank") for finding in found), found
    assert any(finding.startswith("d.yaml:1: error: can't be read") for finding in found), found
    assert any(finding.startswith("sources.yaml:1: error: no sources.yaml here") for finding in found), found


def test_no_banks_at_all_is_an_error_not_silence(tmp_path: Path) -> None:
    assert [finding.message for finding in lint_banks(tmp_path)] == ["no such folder; banks are questions/<topic>.yaml"]
    assert any("no bank here" in finding for finding in lint(tmp_path))


def test_a_source_with_a_mistake_is_found(tmp_path: Path) -> None:
    found = lint(tmp_path, CHOICE, sources=SOURCES.replace("paper", "papre"))
    assert any("sources.yaml:2: error: `kind: papre` is none of paper" in finding for finding in found), found
    found = lint(tmp_path, CHOICE, sources="source: {}\n")
    assert any("sources.yaml:1: error: the file is one mapping `sources:`" in finding for finding in found), found


def named(question: str, *names: str) -> str:
    """Copies under other ids, with stems that are not alike."""
    first = question.split("\n", 1)[0].rpartition(": ")[2]
    return "".join(
        question.replace(first, name).replace("What does the penalty do?", f"{name} {name}x {name}y {name}z?")
        for name in names
    )


def test_a_bank_of_quick_questions_only_is_found(tmp_path: Path) -> None:
    found = lint(tmp_path, named(CHOICE, "aa", "bb", "cc", "dd"))
    assert any("4 of 4 questions are choice or boolean; at most half" in finding for finding in found), found
    assert any("0 of 4 questions are number, order, match, open; at least a quarter" in finding for finding in found), (
        found
    )


def test_keys_that_are_longest_more_often_than_chance_are_found(tmp_path: Path) -> None:
    long = CHOICE.replace("It zeroes weights", "It zeroes the weights")
    found = lint(tmp_path, named(long, "aa", "bb", "cc", "dd") + OPEN)
    assert any("in en the right option is the longest in 4 of 4" in finding for finding in found), found


def test_keys_that_stand_in_one_place_are_found_where_the_order_is_kept(tmp_path: Path) -> None:
    fixed = CHOICE.replace("    options:", "    shuffle: false\n    options:")
    found = lint(tmp_path, named(fixed, "aa", "bb", "cc", "dd"))
    assert any(
        "the right option is number 1 in 4 of 4 questions that keep their order" in finding for finding in found
    ), found
    assert not any(
        "that keep their order" in finding for finding in lint(tmp_path, named(CHOICE, "aa", "bb", "cc", "dd"))
    )


def test_the_chance_of_hits_is_exact() -> None:
    assert chance_of(0, [1 / 2] * 3) == 1
    assert chance_of(3, [1 / 2] * 3) == 1 / 8
    assert chance_of(2, [1 / 2, 1 / 2, 1 / 3]) == pytest.approx(1 / 12 + 2 / 12 + 2 / 12)


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("175B parameters", "1750 亿参数"), ("1.5 billion tokens", "15 亿 token"), ("two layers", "2 层"),
        ("2 layers", "两层"),
        ("half of it", "1/2"), ("1/2", "一半"), ("in May 2019", "2019 年 5 月"), ("50%", "百分之五十"),
        ("1,024 bytes", "1024 字节"),
        ("12k steps", "1.2 万步"), ("L1 and L2", "L1 与 L2"), ("the first 3", "前三个的第 1 个"), ("0.5", "０.５"),
        ("10 GB", "10 GB"), ("twice", "2 倍"), ("$x_{\\text{step 1}}$ 2", "$x_{\\text{第一步}}$ 2"),
    ],
)  # fmt: skip
def test_the_same_number_said_otherwise_is_the_same(en: str, zh: str) -> None:
    assert unmatched(en, zh) == ([], [])


@pytest.mark.parametrize(
    ("en", "zh", "only"),
    [
        ("175B", "175 亿", (["175B"], ["175 亿"])),
        ("0.9", "0.99", (["0.9"], ["0.99"])),
        ("GPT-2", "GPT-3", (["2"], ["3"])),
        ("three of 5", "四个", (["5"], [])),
        ("10 GB", "10 GB 和 11", ([], ["11"])),
    ],
)
def test_other_numbers_are_told(en: str, zh: str, only: tuple[list[str], list[str]]) -> None:
    assert unmatched(en, zh) == only


def test_near_duplicates_are_those_that_share_four_words_in_five() -> None:
    stems = [
        "a b c d e f g h i j",
        "a b c d e f g h i k",  # 9 of 11
        "a b c d e f g h k l",  # 8 of 12 with the first, 9 of 11 with the second
        "z y x",
        "Z, y: x!",
        "",
    ]
    assert near_duplicates(stems) == [(0, 1), (1, 2), (3, 4)]


MULTI = CHOICE.replace("kind: choice", "kind: multi").replace(
    "layers, zh: 丢弃若干层}", "layers, zh: 丢弃若干层}, right: true"
)
BOOLEAN = """\
  - id: a-boolean
    kind: boolean
    level: 1
    sources: [s]
    stem: {en: "What does the penalty do?", zh: "惩罚项有什么作用？"}
    answer: false
    explanation: {en: "It is. So it is.", zh: "如此。就是。"}
"""


def test_multi_questions_with_the_same_number_of_right_options_are_found(tmp_path: Path) -> None:
    two = named(MULTI, "aa", "bb", "cc")
    found = lint(tmp_path, two + named(CHOICE, "dd").replace("choice", "multi"))
    assert not any("multi questions have" in finding for finding in found), found
    found = lint(tmp_path, two + named(MULTI, "dd"))
    assert any("4 of 4 multi questions have 2 right options" in finding for finding in found), found


def test_boolean_questions_that_are_nearly_all_false_are_found(tmp_path: Path) -> None:
    false = named(BOOLEAN, "aa", "bb", "cc", "dd")
    found = lint(tmp_path, false)
    assert any("0 of 4 boolean questions are true" in finding for finding in found), found
    assert not any("are true" in finding for finding in lint(tmp_path, false.replace("false", "true", 2)))


def test_the_mix_is_looked_at_over_all_banks_too(tmp_path: Path) -> None:
    found = lint(tmp_path, named(BOOLEAN, "aa", "bb"), named(BOOLEAN, "cc", "dd"))
    assert any(finding.startswith("questions:1: warning: 0 of 4 boolean questions are true") for finding in found), (
        found
    )


NUMBERED = """\
  - id: n
    kind: number
    level: 1
    sources: [s]
    variables: {n: {choices: [1, 2, 3, 4]}}
    answer: "n // 4"
    stem: {en: "What is a quarter of <<n>>, rounded down?", zh: "<<n>> 的 1/4 向下取整是多少？"}
    explanation: {en: "It is. So.", zh: "如此。是的。"}
"""


def test_an_answer_that_most_seeds_give_is_found(tmp_path: Path) -> None:
    found = lint(tmp_path, NUMBERED)
    assert any("t.yaml:8: warning: 1" in finding and "seeds give the answer 0" in finding for finding in found), found
    assert not any("seeds give" in finding for finding in lint(tmp_path, NUMBERED.replace("n // 4", "n * 4")))


def test_a_question_of_level_2_without_a_hint_is_found(tmp_path: Path) -> None:
    found = lint(tmp_path, CHOICE + OPEN.replace("    hint: {en: Think of the sum., zh: 想想求和。}\n", ""))
    assert any("`an-open` of level 2 has no `hint`" in finding for finding in found), found


@pytest.mark.parametrize("char", ["\u200b", "\u00ad", "\ufeff", "\u2066", "\U000e0041"])
def test_invisible_characters_are_refused(tmp_path: Path, char: str) -> None:
    found = lint(tmp_path, CHOICE.replace("zeroes", f"zer{char}oes"))
    assert any(f"an invisible character (U+{ord(char):04X})" in finding for finding in found), found
