"""Checks an open question by its examples: the patterns must find in each just what its author says."""

from __future__ import annotations

from collections.abc import Sequence

from dojo.bank.finding import Report
from dojo.bank.reading import line_at
from dojo.bank.strict_yaml import Mapping
from dojo.marking.rubric import proposed
from dojo.question.kinds import Example, Lang, Open

LANGS: tuple[Lang, ...] = ("en", "zh")


def lint_examples(question: Open, node: Mapping, report: Report) -> None:
    _languages(question, node, report)
    for place, example in enumerate(question.examples):
        _found(question, example, line_at(node, "examples", place), report)
    for lang in LANGS:
        missing = _missing(question, [example for example in question.examples if example.lang == lang])
        if missing:
            line = line_at(node, "examples") if question.examples else line_at(node, "rubric")
            report.error(line, f"`examples` in {lang}: {' and '.join(missing)}")


def _languages(question: Open, node: Mapping, report: Report) -> None:
    places = [(("rubric", place), point.patterns) for place, point in enumerate(question.rubric)]
    places += [(("not_said", place), claim.patterns) for place, claim in enumerate(question.not_said)]
    for path, patterns in places:
        chinese = [any("\u3400" <= sign <= "\u9fff" for sign in "".join(said)) for said in (patterns.en, patterns.zh)]
        if chinese[0]:
            report.warning(line_at(node, *path), "a Chinese pattern under `en`; the languages may be swapped")
        if not chinese[1]:
            report.warning(line_at(node, *path), "no Chinese pattern under `zh`; Chinese answers will not be found")


def _missing(question: Open, examples: list[Example]) -> list[str]:
    """A good answer, a thin and a wrong one show that the patterns find what is there, and nothing else."""
    enough = (len(question.rubric) + 1) // 2
    missing = [] if len(examples) >= 3 else [f"{len(examples)} answers; write at least 3"]
    if not any(len(example.makes) >= enough and not example.claims for example in examples):
        missing.append(f"a good one is missing, with at least {enough} points")
    few = max(len(question.rubric) - 2, 0)
    if not any(len(example.makes) <= few and not example.claims for example in examples):
        missing.append(f"a thin one is missing, with at most {few} points")
    if question.not_said and not any(example.claims for example in examples):
        missing.append("a wrong one is missing, that makes a false claim")
    return missing


def _found(question: Open, example: Example, line: int, report: Report) -> None:
    found = proposed(question, example.answer)
    for name, said, of, have in (
        ("points", example.makes, question.rubric, found.points),
        ("claims", example.claims, question.not_said, found.claims),
    ):
        strange = [number for number in said if not 1 <= number <= len(of)]
        if strange:
            report.error(line, f"the example names {name} {_listed(strange)}; they are numbered 1 to {len(of)}")
            continue
        have_numbers = [place + 1 for place in have]
        lost = sorted(set(said) - set(have_numbers))
        extra = sorted(set(have_numbers) - set(said))
        if lost:
            report.error(line, f"the patterns don't find {name} {_listed(lost)} in this answer; add what it says")
        if extra:
            report.error(line, f"the patterns find {name} {_listed(extra)} in this answer, which doesn't make them")


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
