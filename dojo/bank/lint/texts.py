"""Checks the texts of a question: both languages say the same numbers, and math can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dojo.bank.finding import Report
from dojo.bank.lint.numbers import unmatched
from dojo.bank.reading import line_at
from dojo.bank.sense import texts
from dojo.bank.strict_yaml import Mapping
from dojo.formula.parse import problems
from dojo.question.kinds import AnyQuestion, Text

SENTENCES = (2, 5)  # of an explanation

_CODE = re.compile(r"^[ \t]*```.*?^[ \t]*```[ \t]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_MATH = re.compile(r"\$\$(?P<display>.+?)\$\$|\$(?=\S)(?P<inline>[^$\n]+?)(?<=\S)\$", re.DOTALL)
_PLACE = re.compile(r"<<([^<>:]+)(?::[^<>]*)?>>")
_HAN = re.compile(r"[\u3400-\u9fff]")
_PROSE_WORD = re.compile(r"(?<![\w.\\])[A-Za-z][a-z]+(?![\w(])")
_WORDS_IN_MATH = re.compile(r"\\(text|mathrm)\{[^{}]*\}")
_LATIN_ENDS = re.compile(r"[.!?](?=\s|$)")
_HAN_ENDS = re.compile(r"[。！？!?]|\.(?=\s|$)")


def lint_texts(question: AnyQuestion, node: Mapping, report: Report) -> None:
    for path, text in texts(question):
        line = line_at(node, *path)
        name = ".".join(str(step) for step in path if isinstance(step, str))
        _math(text, name, line, report)
        if text.en != text.zh:
            _languages(text, name, line, report)
    for lang, said, ends in (("en", question.explanation.en, _LATIN_ENDS), ("zh", question.explanation.zh, _HAN_ENDS)):
        prose = _MATH.sub("x", _CODE.sub("x", said)).strip()
        count = len(ends.findall(prose)) + (not ends.search(prose[-1:]))
        least, most = SENTENCES
        if not least <= count <= most:
            line = line_at(node, "explanation", lang)
            report.warning(line, f"`explanation.{lang}` has {count} sentences; {least} to {most} give the reason")


def _math(text: Text, name: str, line: int, report: Report) -> None:
    for said in dict.fromkeys((text.en, text.zh)):
        prose = _CODE.sub(" ", said)
        if "```" in prose:
            report.error(line, f"`{name}`: a ``` without its partner; close the code block")
        for formula in _formulas(prose):
            for problem in problems(formula):
                report.error(line, f"`{name}`: ${formula}$: {problem}")
        if "$" in _MATH.sub("", prose):
            report.error(line, f"`{name}`: a $ without its partner; write math as $x$ and money in words")


def _formulas(prose: str) -> Iterator[str]:
    for match in _MATH.finditer(prose):
        yield (match["display"] or match["inline"]).strip()


def _languages(text: Text, name: str, line: int, report: Report) -> None:
    if _HAN.search(_CODE.sub("", text.en)):
        report.error(line, f"`{name}.en` holds Chinese; the languages may be swapped")
    if not _HAN.search(text.zh) and len(_PROSE_WORD.findall(_MATH.sub(" ", _CODE.sub(" ", text.zh)))) > 2:
        report.error(line, f"`{name}.zh` is not Chinese; translate it")
    only_en, only_zh = unmatched(text.en, text.zh)
    if only_en or only_zh:
        parts = [f"{', '.join(found)} only in {lang}" for found, lang in ((only_en, "en"), (only_zh, "zh")) if found]
        report.error(line, f"`{name}`: the languages name different numbers ({'; '.join(parts)}); make them the same")
    if set(_PLACE.findall(text.en)) != set(_PLACE.findall(text.zh)):
        report.error(line, f"`{name}`: the languages use different variables in << >>; make them the same")
    formulas = [{_bare(formula) for formula in _formulas(_CODE.sub(" ", said))} for said in (text.en, text.zh)]
    if formulas[0] != formulas[1]:
        different = ", ".join(f"${formula}$" for formula in sorted(formulas[0] ^ formulas[1]))
        report.warning(line, f"`{name}`: formulas differ between the languages: {different}")


def _bare(formula: str) -> str:
    """A formula without the words in it and the spaces, which may differ."""
    return re.sub(r"\s+", "", _WORDS_IN_MATH.sub("", formula))
