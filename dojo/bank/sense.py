"""Does a question that was read make sense? What fails here can't be asked or marked.

What an author had better change (lengths of options, near-duplicate stems) is `lint`'s work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from msgspec import Struct

from dojo.bank.finding import Report
from dojo.bank.reading import line_at
from dojo.bank.strict_yaml import Mapping
from dojo.marking.answer import AnswerError
from dojo.marking.folding import fold
from dojo.marking.number_marks import within
from dojo.question.arithmetic import Worked, work_out
from dojo.question.expression import CONSTANTS, FUNCTIONS
from dojo.question.kinds import (
    LEVELS,
    AnyQuestion,
    Choice,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Term,
    Text,
    Tolerance,
    Value,
    Variable,
)
from dojo.question.template import faults
from dojo.question.variant import pick, size

MAX_DRAWS = 200
MAX_SHUFFLED = 7  # with more, a blind tick would be worth more than a blind choice
MAX_PARTS = 9  # a part has one digit
MAX_PATTERNS = 40
MAX_EXPRESSIONS = 4000  # characters of all expressions of a question
MAX_WORK = 2_000_000  # characters of expressions evaluated for a file; what is beyond is tried with a few draws only

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")
_AS_OF = re.compile(r"20\d\d(-(0[1-9]|1[0-2]))?$")
_NAME = re.compile(r"[A-Za-z_]\w*$", re.ASCII)


def check(question: AnyQuestion, node: Mapping, report: Report) -> None:
    """Adds to the report what is wrong with a question; `node` is where it was read from."""
    if not _ID.match(question.id):
        report.error(line_at(node, "id"), f"`{question.id}` is not kebab-case; write an id like l1-zeroes-weights")
    if question.level not in LEVELS:
        report.error(line_at(node, "level"), f"level {question.level}; write 1 (warm-up), 2 (core) or 3 (hard)")
    if question.as_of is not None and not _AS_OF.match(question.as_of):
        report.error(line_at(node, "as_of"), f'`{question.as_of}` is no month; write "2026-11"')
    if isinstance(question, (Choice, Multi)):
        _options(question, node, report)
    elif isinstance(question, Number):
        _number(question, node, report)
    elif isinstance(question, Term):
        _term(question, node, report)
    elif isinstance(question, Order):
        _parts(question.items, "items", node, report)
    elif isinstance(question, Match):
        _match(question, node, report)
    elif isinstance(question, Open):
        _open(question, node, report)


def texts(value: object, *path: str | int) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Every Text of a struct, with its path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name), *path, name)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from texts(item, *path, place)


def draws(question: Number) -> list[dict[str, Value]]:
    """All draws of the variables where they are few, else a spread of them: same again on every call."""
    sizes = [size(variable) for variable in question.variables.values()]
    total = 1
    for count in sizes:
        total *= count
    if total <= MAX_DRAWS:
        places = list(product(*(range(count) for count in sizes)))
    else:
        # steps of a prime walk every variable through its values, the ends among them
        places = [tuple(0 for _ in sizes), tuple(count - 1 for count in sizes)]
        places += [
            tuple((draw * 7919 + draw * draw * (column + 3)) % count for column, count in enumerate(sizes))
            for draw in range(1, MAX_DRAWS)
        ]
    return [
        {name: pick(variable, place) for (name, variable), place in zip(question.variables.items(), row, strict=True)}
        for row in places
    ]


def _options(question: Choice | Multi, node: Mapping, report: Report) -> None:
    right = sum(option.right for option in question.options)
    line = line_at(node, "options")
    if question.kind == "choice" and right != 1:
        report.error(line, f"{right} options are `right: true`; a choice has exactly one (kind `multi` may have more)")
    if question.kind == "multi" and not 0 < right < len(question.options):
        of = len(question.options)
        report.error(line, f"{right} of {of} options are right; a multi has at least one right and one wrong")
    _parts(tuple(option.text for option in question.options), "options", node, report)


def _parts(parts: tuple[Text, ...], key: str, node: Mapping, report: Report, most: int = MAX_SHUFFLED) -> None:
    """Parts that the learner tells apart by letter: enough, not too many, none equal to another."""
    line = line_at(node, key)
    if len(parts) < 2:
        report.error(line, f"`{key}` has {len(parts)} entry; at least 2 are needed")
    if len(parts) > most:
        report.error(line, f"`{key}` has {len(parts)} entries; more than {most} can't be marked fairly")
    for lang in ("en", "zh"):
        seen: dict[str, int] = {}
        for place, part in enumerate(parts):
            said = " ".join(part.of(lang).split())
            if said in seen:
                same = f"equal to number {seen[said] + 1} in {lang}"
                report.error(line_at(node, key, place), f"`{key}`: {same}; the learner can't tell them apart")
            seen.setdefault(said, place)


def _match(question: Match, node: Mapping, report: Report) -> None:
    _parts(tuple(pair.left for pair in question.pairs), "pairs", node, report)
    rights = (*(pair.right for pair in question.pairs), *question.extra)
    _parts(rights, "pairs", node, report, MAX_PARTS)


def _term(question: Term, node: Mapping, report: Report) -> None:
    answers = {fold(word) for word in question.answers.all()}
    if "" in answers:
        report.error(line_at(node, "answers"), "an answer of punctuation only; nobody could type it")
    for place, near in enumerate(question.near_misses):
        for word in near.text.all():
            if fold(word) in answers:
                line = line_at(node, "near_misses", place)
                report.error(line, f"near miss `{word}` is the same as an answer; case, spaces and hyphens don't count")


def _open(question: Open, node: Mapping, report: Report) -> None:
    from dojo.marking.pattern import PatternError, pattern  # RE2 is loaded only where a bank has open questions

    if len(question.rubric) > MAX_PARTS:
        report.error(line_at(node, "rubric"), f"more than {MAX_PARTS} points; keep 3 to 6")
    places = [(("rubric", place), point.patterns) for place, point in enumerate(question.rubric)]
    places += [(("not_said", place), claim.patterns) for place, claim in enumerate(question.not_said)]
    for path, patterns in places:
        for lang, sources in (("en", patterns.en), ("zh", patterns.zh)):
            line = line_at(node, *path, "patterns", lang)
            if len(sources) > MAX_PATTERNS:
                report.error(line, f"more than {MAX_PATTERNS} patterns; put what is alike into one")
            for source in sources:
                try:
                    pattern(source)
                except PatternError as error:
                    report.error(line, f"`{source}`: {error}")


def _number(question: Number, node: Mapping, report: Report) -> None:
    before = report.errors
    _tolerance(question.tolerance, node, report)
    _unit(question, node, report)
    for name, variable in question.variables.items():
        _variable(name, variable, line_at(node, "variables", name), report)
    for name in question.let:
        if name in question.variables:
            report.error(line_at(node, "let", name), f"`{name}` is a variable already; give it another name")
    for name in (*question.variables, *question.let):
        if not _NAME.match(name) or name in CONSTANTS or name in FUNCTIONS or name == "answer":
            part = "variables" if name in question.variables else "let"
            message = f"`{name}` can't be a variable's name; take letters that nothing else means"
            report.error(line_at(node, part, name), message)
    if report.errors == before:
        _outcomes(question, node, report)


def _unit(question: Number, node: Mapping, report: Report) -> None:
    from dojo.marking.numbers import read_number

    if question.unit is None:
        return
    try:
        if read_number(f"1 {question.unit}", question.unit) == 1:
            return
    except AnswerError:
        pass
    message = f"`{question.unit}` is no unit that can be typed; write bytes, GiB, params, percent…"
    report.error(line_at(node, "unit"), message)


def _tolerance(tolerance: Tolerance, node: Mapping, report: Report) -> None:
    given = [value for value in (tolerance.relative, tolerance.absolute) if value is not None]
    line = line_at(node, "tolerance")
    if len(given) + tolerance.exact != 1:
        report.error(line, "a tolerance is one of {relative: 0.01}, {absolute: 0.5}, {exact: true}")
    elif given and (given[0] <= 0 or (tolerance.relative or 0) > 0.5):
        report.error(line, "a tolerance is above 0, and a relative one at most 0.5 (that is 50 %)")


def _variable(name: str, variable: Variable, line: int, report: Report) -> None:
    if bool(variable.choices) == (variable.range is not None):
        report.error(line, f"`{name}` has either choices: [4, 8] or range: [low, high, step]")
    elif variable.range is not None:
        low, high, step = variable.range
        if step <= 0 or high < low or not (high - low) / step < 10**6:
            report.error(line, f"`{name}`: a range is low, high (inclusive) and a step above 0")


def _outcomes(question: Number, node: Mapping, report: Report) -> None:
    """What the draws give; one finding of a sort is enough."""
    templates = [
        (path, text) for path, text in texts(question) if "<<" in text.en + text.zh or ">>" in text.en + text.zh
    ]
    if question.prints is not None:
        templates.append((("prints",), Text(question.prints, question.prints)))
    written = sum(map(len, (*question.let.values(), question.answer, *(trap.value for trap in question.traps))))
    written += 10 * len(question.variables) + sum(
        len(place) for _, text in templates for said in (text.en, text.zh) for place in said.split("<<")[1:]
    )
    if written > MAX_EXPRESSIONS:
        report.error(line_at(node, "answer"), f"more than {MAX_EXPRESSIONS} characters of expressions; simplify them")
        return
    tried = draws(question)[: max(3, (MAX_WORK - report.work) // max(written, 1))]
    report.work += written * len(tried)
    for variables in tried:
        worked = work_out(question, variables)
        drawn = ", ".join(f"{name}={value}" for name, value in variables.items())
        where = f" (with {drawn})" if drawn else ""
        problem = _fault(question, worked) or _texts_fault(templates, worked)
        if problem is not None:
            path, message = problem
            report.error(line_at(node, *path), message + where)
            return


Problem = tuple[tuple[str | int, ...], str]


def _fault(question: Number, worked: Worked) -> Problem | None:
    if worked.fault is not None:
        return ("answer",), worked.fault
    tolerance = question.tolerance
    exact = tolerance.relative is None and tolerance.absolute is None
    if exact and isinstance(worked.answer, float):
        mend = "give a tolerance, or use // for whole ones"
        return ("answer",), f"the answer {worked.answer:.6g} is not a whole number: {mend}"
    if tolerance.relative is not None and worked.answer == 0:
        return ("tolerance",), "the answer is 0, of which a relative tolerance is nothing; give an absolute one"
    for place, (trap, value) in enumerate(zip(question.traps, worked.traps, strict=True)):
        where, name = ("traps", place), f"the trap `{trap.value}`"
        if value is None:
            return where, f"{name} has no value"
        if value == worked.answer:
            return where, f"{name} gives the right answer {worked.answer:g}; choose other values"
        if within(Fraction(value), worked.answer, tolerance):
            return where, f"the tolerance takes in {name} ({value:g} for {worked.answer:g}); narrow it"
    return None


def _texts_fault(templates: list[tuple[tuple[str | int, ...], Text]], worked: Worked) -> Problem | None:
    for path, text in templates:
        names = worked.names if path[0] in ("stem", "hint") else {**worked.names, "answer": worked.answer}
        for lang in ("en", "zh"):
            found = faults(text.of(lang), names)
            if found:
                return (*path, lang), found[0]
    return None
