"""Checks what can be read of a kata without running it: its files, fields, widths, links and names."""

from __future__ import annotations

import ast
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.catalogue import CatalogueError, Kata
from grader.judge.misconceptions import describe, read_docstring
from grader.judge.verdicts import Bilingual
from grader.lint.finding import Finding, near, refused
from grader.yaml_lines import line_of

HINTS, LEAST_RIGHT, LEAST_WRONG = 3, 3, 6
COLUMNS = 79  # of code: a learner reads it in half a terminal
FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def check_texts(kata: Kata, slugs: Iterable[str]) -> Iterator[Finding]:
    """All defects that stand in the files themselves; `slugs` are all katas there are."""
    yield from _files(kata)
    yield from _fields(kata, set(slugs))
    yield from _solutions(kata)
    for path in (kata.starter, kata.examples, kata.reference, kata.folder / "support.py"):
        if path.is_file():
            yield from _width(path, enumerate(_text(path).splitlines(), start=1))
    for lang in ("en", "zh"):
        path = kata.folder / f"statement.{lang}.md"
        if path.is_file():
            yield from _width(path, _fenced(_text(path)))
            yield from _links(path)
    for path in (kata.starter, kata.reference):
        if path.is_file():
            yield from _names(kata, path)


def _files(kata: Kata) -> Iterator[Finding]:
    statements = [kata.folder / f"statement.{lang}.md" for lang in ("en", "zh")]
    for path in [*statements, kata.starter, kata.examples, kata.reference, kata.suite]:
        if not path.is_file() or not _text(path).strip():
            yield Finding(path, 1, "missing or empty; every kata needs it")
    if kata.slug in sys.stdlib_module_names:
        yield Finding(kata.starter, 1, f"`{kata.slug}` is a module of the standard library; choose another slug")


def _fields(kata: Kata, slugs: set[str]) -> Iterator[Finding]:
    path = kata.folder / "kata.yaml"
    source = path.read_bytes()

    def at(field: str, message: str, warning: bool = False) -> Finding:
        return Finding(path, line_of(source, f".{field}"), message, "warning" if warning else "error")

    if len(kata.hints) < HINTS:
        yield at("hints", f"{len(kata.hints)} hints; write {HINTS}, from gentle to nearly there")
    elif len(kata.hints) > HINTS:
        yield at("hints", f"{len(kata.hints)} hints; {HINTS} are enough", warning=True)
    if not kata.follow_ups:
        yield at("follow_ups", "no follow-up question; add `follow_ups: [{ask: {en, zh}, answer: {en, zh}}]`")
    texts: list[tuple[str, Bilingual]] = [(f"hints[{index}]", hint) for index, hint in enumerate(kata.hints)]
    for index, follow_up in enumerate(kata.follow_ups):
        texts += [(f"follow_ups[{index}].ask", follow_up.ask), (f"follow_ups[{index}].answer", follow_up.answer)]
    for field, text in texts:
        if not CHINESE.search(text.zh):
            yield at(f"{field}.zh", f"`{field}.zh` is not Chinese; write it for a Chinese reader")
        if CHINESE.search(text.en):
            yield at(f"{field}.en", f"`{field}.en` is not English; the languages may be swapped")
    for index, slug in enumerate(kata.next):
        if slug == kata.slug:
            yield at(f"next[{index}]", "a kata cannot lead on to itself")
        elif slug not in slugs:
            yield at(f"next[{index}]", f"there is no kata `{slug}` yet{near(slug, slugs)}", warning=True)
    for field, names in (("names", kata.names), ("forbidden", kata.forbidden), ("next", kata.next)):
        for index, name in enumerate(names):
            if name in names[:index]:
                yield at(f"{field}[{index}]", f"`{name}` stands twice in `{field}`")


def _solutions(kata: Kata) -> Iterator[Finding]:
    for folder, least in (("right", LEAST_RIGHT), ("wrong", LEAST_WRONG)):
        found = sorted((kata.solution / folder).glob("*.py"))
        if len(found) < least:
            yield Finding(kata.solution / folder, 1, f"{len(found)} {folder} solutions; write at least {least}")
        for path in found:
            try:
                if folder == "wrong":
                    describe(path)
                elif not read_docstring(path)[1]:
                    yield Finding(path, 1, "say in a docstring what style this right solution has")
            except CatalogueError as error:
                yield refused(error)


def _names(kata: Kata, path: Path) -> Iterator[Finding]:
    try:
        tree = ast.parse(_text(path))
    except SyntaxError as error:
        yield Finding(path, error.lineno or 1, f"not Python ({error.msg}); correct it")
        return
    defined: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            defined.add(node.name)
        defined |= {
            name.id for name in ast.walk(node) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        }
        if isinstance(node, ast.Import | ast.ImportFrom):
            defined |= {alias.asname or alias.name for alias in node.names}
    for name in kata.names:
        if name not in defined:
            yield Finding(
                path, 1, f"`{name}` stands in `names` of kata.yaml, but is not defined here{near(name, defined)}"
            )


def _width(path: Path, lines: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    wide = [(number, width) for number, line in lines if (width := _columns(line)) > COLUMNS]
    if wide:
        rest = f", and so do the lines {', '.join(str(number) for number, _ in wide[1:])}" if wide[1:] else ""
        problem = f"code takes {wide[0][1]} columns of {COLUMNS} here{rest}; break the line"
        yield Finding(path, wide[0][0], problem)


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def _fenced(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of code in a Markdown text."""
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        found = FENCE.match(line)
        if fence and line.strip().startswith(fence):
            fence = ""
        elif fence:
            yield number, line
        elif found:
            fence = found[1]


def _links(path: Path) -> Iterator[Finding]:
    for number, line in enumerate(_text(path).splitlines(), start=1):
        for target in LINK.findall(line):
            if not re.match(r"https?://|#", target) and not (path.parent / target.partition("#")[0]).exists():
                yield Finding(path, number, f"the link `{target}` leads nowhere; a learner has this folder only")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
