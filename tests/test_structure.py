"""The rooms and the direction between them; every command has help and stands in the README."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dojo.cli import main
from dojo.cli.lazy import LazyGroup

ROOT = Path(__file__).resolve().parent.parent
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


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_dependencies_point_one_way(path: Path) -> None:
    used = imports(path)
    room = path.relative_to(ROOT).parts
    if room[0] == "grader":
        assert not [name for name in used if name.partition(".")[0] in ("dojo", "rich", "click")]
    if room[:2] == ("grader", "sandbox"):
        assert not [name for name in used if name.startswith(("grader.judge", "grader.cohort", "grader.catalogue"))]
    if room[:2] != ("dojo", "show"):
        assert not [name for name in used if name.partition(".")[0] == "rich"]
    if room[:2] == ("dojo", "quiz"):
        assert not [name for name in used if name.startswith(("dojo.show", "dojo.cli"))]
    if room[0] == "dojo" and room[1] not in ("cli", "content.py"):
        assert not [name for name in used if name.startswith("dojo.cli")]


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
