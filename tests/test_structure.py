"""The rooms and the direction between them; every command has help and stands in the README."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dojo.cli import main
from dojo.cli.lazy import LazyGroup

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = sorted({path.parent for room in ("dojo", "grader") for path in (ROOT / room).rglob("*.py")})
MODULES = sorted(path for room in ("dojo", "grader") for path in (ROOT / room).rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def commands(group: click.Command, name: str = "dojo") -> Iterator[tuple[str, click.Command]]:
    if isinstance(group, LazyGroup):
        for child in group.lazy:
            command = group.get_command(click.Context(group), child)
            assert command is not None
            yield from commands(command, f"{name} {child}")
    elif isinstance(group, click.Group):
        for child, command in group.commands.items():
            yield from commands(command, f"{name} {child}")
    else:
        yield name, group


# What each room of `dojo` may use, from the ground floor up; every room may use `grader`, `grader` nothing of `dojo`.
GROUND = ("content", "suggestion", "progress")
ROOMS = {
    "content": (),
    "suggestion": (),
    "progress": (),
    "formula": ("suggestion",),
    "group": (),
    "question": GROUND,
    "marking": (*GROUND, "question"),
    "bank": (*GROUND, "question", "marking", "formula"),
    "exchange": (*GROUND, "question", "marking", "bank"),
    "schedule": (*GROUND, "question", "marking", "bank"),
    "drill": (*GROUND, "question", "marking", "bank", "schedule"),
    "quiz": (*GROUND, "question", "marking", "bank", "schedule"),
    "mock": (*GROUND, "question", "marking", "bank", "schedule", "quiz", "drill"),
    "show": (*GROUND, "question", "marking", "bank", "formula", "schedule", "quiz", "drill", "mock"),
    "cli": (
        *GROUND, "question", "marking", "bank", "exchange", "formula", "schedule", "quiz", "drill", "mock", "show",
        "group",
    ),
}  # fmt: skip


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_dependencies_point_one_way(path: Path) -> None:
    used = imports(path)
    room = module_name(path).split(".")
    if room[0] == "grader":
        assert not [name for name in used if name.partition(".")[0] in ("dojo", "rich", "click")]
    if room[:2] == ["grader", "sandbox"]:
        assert not [name for name in used if name.startswith(("grader.judge", "grader.cohort", "grader.catalogue"))]
    if room[:2] != ["dojo", "show"]:
        measuring = ("rich.cells", "rich.cells.cell_len") if room[:2] == ["dojo", "formula"] else ()
        assert not [name for name in used if name.partition(".")[0] == "rich" and name not in measuring]
    if room[0] == "dojo" and len(room) > 1 and room[1] != "__main__":
        allowed = {room[1], *ROOMS[room[1]]}
        assert not [name for name in used if name.startswith("dojo.") and name.split(".")[1] not in allowed]
    if room[:3] in (["dojo", "show", "text"], ["dojo", "show", "terminal"]):
        assert not [name for name in used if name.startswith(("dojo.show.quiz", "dojo.quiz", "dojo.question"))]


def test_no_two_modules_import_each_other() -> None:
    """No pair does, and no longer chain of modules comes back to its beginning: `CycleError` names it."""
    names = {module_name(path) for path in MODULES}
    edges = {}
    for path in MODULES:
        used = imports(path) & names - {module_name(path)}
        edges[module_name(path)] = {name for name in used if not any(other.startswith(f"{name}.") for other in used)}
    graphlib.TopologicalSorter(edges).prepare()


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_package_says_what_it_is_for(package: Path) -> None:
    docstring = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8")))
    assert docstring


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_does_and_stays_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    if source.strip():
        assert ast.get_docstring(ast.parse(source))


@pytest.mark.parametrize(("name", "command"), list(commands(main)), ids=lambda value: str(value))
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(name: str, command: click.Command) -> None:
    assert command.help
    assert "Example:" in command.help
    assert name in (ROOT / "README.md").read_text(encoding="utf-8")
