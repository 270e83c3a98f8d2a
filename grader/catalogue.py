"""Katas on disk as `Kata` objects, validated. Reads descriptions; the code in the folders is for others to run."""

from __future__ import annotations

import keyword
import re
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from grader.judge.verdicts import Bilingual
from grader.yaml_lines import NotYaml, line_of, read_yaml

Written = Annotated[str, msgspec.Meta(pattern=r"\S")]  # a text that says something


class CatalogueError(Exception):
    """A kata's folder or description is wrong: `file:line: what; the likely fix`."""

    def __init__(self, file: Path, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem


class Text(Bilingual, frozen=True, forbid_unknown_fields=True):
    """One text in English and Chinese, as an author writes it: neither may be missing or empty."""

    en: Written
    zh: Written


class FollowUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an interviewer asks after the code works, and a short answer."""

    ask: Text
    answer: Text


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one submission may use. CPU decides; wall time is a backstop, so that a busy machine changes no verdict."""

    test_cpu: float = 2.0  # seconds a test
    cpu: float = 20.0  # seconds a submission
    wall: float = 60.0  # seconds a submission
    memory: int = 1024  # MB above what a worker is born with
    output: int = 64  # KB kept
    threads: int = 32


class Kata(msgspec.Struct, frozen=True):
    """One kata: what a learner may see in `folder`, what not in `solution`."""

    slug: str
    topic: str
    title: Bilingual
    level: int
    minutes: int
    needs: Literal["py", "np", "pt"]
    names: tuple[str, ...]
    forbidden: tuple[str, ...]
    sources: tuple[str, ...]
    hints: tuple[Bilingual, ...]
    follow_ups: tuple[FollowUp, ...]
    next: tuple[str, ...]  # slugs of katas that build on this one
    limits: Limits
    folder: Path
    solution: Path
    imports: tuple[str, ...] = ()  # what its submissions import late, and would otherwise pay for in their time

    @property
    def starter(self) -> Path:
        return self.folder / f"{self.slug}.py"

    @property
    def examples(self) -> Path:
        return self.folder / "test_examples.py"

    @property
    def reference(self) -> Path:
        return self.solution / f"{self.slug}.py"

    @property
    def suite(self) -> Path:
        return self.solution / "test_hidden.py"

    @property
    def released(self) -> bool:
        """Whether this is a learners' copy, where not just this kata's suite is elsewhere, but all of `solutions/`."""
        return not self.solution.parents[1].exists()

    @property
    def support(self) -> dict[str, bytes]:
        """The kata's own module for the worker, by name: `{"support": source}`, or nothing."""
        path = self.folder / "support.py"
        return {"support": path.read_bytes()} if path.is_file() else {}

    def statement(self, lang: str) -> str:
        return (self.folder / f"statement.{lang}.md").read_text(encoding="utf-8")


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`kata.yaml`, as its author writes it."""

    title: Text
    level: Literal[1, 2, 3]
    minutes: Annotated[int, msgspec.Meta(ge=1, le=480)]
    needs: Literal["py", "np", "pt"]
    names: Annotated[tuple[Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]\w*$")], ...], msgspec.Meta(min_length=1)]
    sources: tuple[Written, ...]
    forbidden: tuple[Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")], ...] = ()
    hints: tuple[Text, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    next: tuple[Written, ...] = ()
    limits: Limits = Limits()
    imports: tuple[Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")], ...] = ()


def load(root: Path) -> dict[str, Kata]:
    """All katas below `root`, by slug, in the order of topic and slug. Raises `CatalogueError`."""
    katas: dict[str, Kata] = {}
    for path in sorted((root / "katas").glob("*/*/kata.yaml")):
        kata = load_kata(path)
        if kata.slug in katas:
            raise twice(kata, katas[kata.slug])
        katas[kata.slug] = kata
    return katas


def load_kata(path: Path) -> Kata:
    """The kata that a `kata.yaml` describes. Raises `CatalogueError`."""
    folder = path.parent
    for name in (folder.name, folder.parent.name):
        if not name.isidentifier() or keyword.iskeyword(name):
            raise CatalogueError(path, 1, f"the folder `{name}` cannot be a module; name it like `stable_softmax`")
    try:
        source = path.read_bytes()
    except FileNotFoundError:
        raise CatalogueError(path, 1, "there is no such file; every kata begins with its description") from None
    except OSError as error:
        raise CatalogueError(path, 1, f"it cannot be read ({error.strerror})") from None
    try:
        raw = read_yaml(source)
    except NotYaml as error:
        raise CatalogueError(path, error.line, error.problem) from None
    try:
        description = msgspec.convert(raw, Description)
    except msgspec.ValidationError as error:
        raise _refusal(path, source, str(error)) from None
    fields = msgspec.structs.asdict(description)
    solution = folder.parents[2] / "solutions" / folder.parent.name / folder.name
    return Kata(slug=folder.name, topic=folder.parent.name, folder=folder, solution=solution, **fields)


def twice(kata: Kata, first: Kata) -> CatalogueError:
    """What is said of a kata whose slug another topic has, too."""
    problem = f"the slug `{kata.slug}` also stands in the topic `{first.topic}`; rename one of the folders"
    return CatalogueError(kata.folder / "kata.yaml", 1, problem)


# What msgspec says -> the likely fix.
_FIXES = (
    ("missing required field", "add it"),
    ("matching regex '\\\\S'", "the text is empty; write it"),
    ("`object`, got `str`", "write the text in both languages: {en: ..., zh: ...}"),
    ("`object`, got `null`", "it is empty; write it"),
    ("`str`, got", "put the text in quotes"),
    ("`array`, got", "write a list: [one, two]"),
    ("`int`, got", "write a whole number without quotes"),
    ("Invalid enum value", "`level` is 1, 2 or 3, `needs` is py, np or pt"),
    ("matching regex", "write names as in Python code"),
    ("`int` >=", "minutes are from 1 to 480"),
    ("`int` <=", "minutes are from 1 to 480"),
    ("length >=", "it is empty; write at least one"),
)
_UNKNOWN = re.compile(r"unknown field `(.*)`$")


def _refusal(path: Path, source: bytes, said: str) -> CatalogueError:
    """What msgspec said of a description, with the line and the likely fix."""
    from difflib import get_close_matches  # only where something is wrong

    what, _, rest = said.partition(" - at `")
    where = rest.rstrip("`").removeprefix("$") if "` in `" not in rest else ""
    fix = next((fix for part, fix in _FIXES if part in what), "")
    line = line_of(source, where)
    if unknown := _UNKNOWN.search(what):
        line = line_of(source, f"{where}.{unknown[1]}")
        kind: type[msgspec.Struct] = Description if not where else Limits if where == ".limits" else Text
        if where.startswith(".follow_ups") and where.endswith("]"):
            kind = FollowUp
        fields = kind.__struct_fields__
        near = get_close_matches(unknown[1], fields, n=1)
        fix = f"did you mean `{near[0]}`?" if near else "the fields are " + ", ".join(f"`{name}`" for name in fields)
    field = f"`{where.lstrip('.')}`: " if where else ""
    return CatalogueError(path, line, f"{field}{what[:1].lower()}{what[1:]}" + (f"; {fix}" if fix else ""))
