"""Katas on disk as `Kata` objects, validated. Reads descriptions; the code in the folders is for others to run."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from grader.judge.verdicts import Bilingual


class CatalogueError(Exception):
    """A kata's folder or description is not as it must be: `file: what, and how to mend it`."""


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
    limits: Limits
    folder: Path
    solution: Path

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
    def support(self) -> dict[str, bytes]:
        """The kata's own module for the worker, by name: `{"support": source}`, or nothing."""
        path = self.folder / "support.py"
        return {"support": path.read_bytes()} if path.is_file() else {}

    def statement(self, lang: str) -> str:
        return (self.folder / f"statement.{lang}.md").read_text(encoding="utf-8")


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`kata.yaml`, as its author writes it."""

    title: Bilingual
    level: Literal[1, 2, 3]
    minutes: int
    needs: Literal["py", "np", "pt"]
    names: tuple[str, ...]
    sources: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    hints: tuple[Bilingual, ...] = ()
    limits: Limits = Limits()


def load(root: Path) -> dict[str, Kata]:
    """All katas below `root`, by slug, in the order of topic and slug. Raises `CatalogueError`."""
    katas: dict[str, Kata] = {}
    for path in sorted((root / "katas").glob("*/*/kata.yaml")):
        kata = load_kata(path)
        if kata.slug in katas:
            raise CatalogueError(
                f"{path}: the slug {kata.slug} stands in topic {katas[kata.slug].topic}, too; rename one"
            )
        katas[kata.slug] = kata
    return katas


def load_kata(path: Path) -> Kata:
    """The kata that a `kata.yaml` describes. Raises `CatalogueError`."""
    folder = path.parent
    try:
        raw: Any = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        description = msgspec.convert(raw, Description)
    except (yaml.YAMLError, msgspec.ValidationError, OSError) as error:
        raise CatalogueError(f"{path}: {error}") from None
    fields = msgspec.structs.asdict(description)
    solution = folder.parents[2] / "solutions" / folder.parent.name / folder.name
    return Kata(slug=folder.name, topic=folder.parent.name, folder=folder, solution=solution, **fields)
