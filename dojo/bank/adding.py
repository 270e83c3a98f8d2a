"""Adds questions, written as YAML, to the end of a bank; a bank that is missing is begun."""

from __future__ import annotations

import os
from collections.abc import Mapping as Texts
from pathlib import Path

from dojo.bank.finding import Report
from dojo.bank.shard import beside
from dojo.bank.skeleton import bank_head
from dojo.bank.strict_yaml import Mapping, Scalar, Sequence, parse


class CannotAddError(ValueError):
    """The bank can't be added to; the message says why and what to do."""


def add_questions(path: Path, topic: str, questions: Texts[str, str]) -> int:
    """Puts the questions, YAML by id, at the end of the bank; the line where the first begins.

    The file is written whole or not at all. Raises CannotAddError.
    """
    new = not path.exists()
    try:
        before = bank_head(topic) if new else path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotAddError(f"{path} can't be read ({error}); fix it first") from None
    if not new:
        for taken in ids_of(path, before) & set(questions):
            raise CannotAddError(f"the id {taken} is taken in {path}; choose another")
    start = before.rstrip("\n") + "\n" + ("" if new else "\n")
    part = beside(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(start + "\n".join(questions.values()), encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        raise CannotAddError(f"{path} can't be written ({error.strerror}); check the folder's permissions") from None
    finally:
        part.unlink(missing_ok=True)
    return start.count("\n") + 1


def ids_of(path: Path, source: str) -> set[str]:
    """The ids of a bank that can be added to. Raises CannotAddError."""
    report = Report(path)
    root = parse(source.encode(), report)
    listed = root.items.get("questions") if isinstance(root, Mapping) else None
    last = list(root.items)[-1:] if isinstance(root, Mapping) else []
    if report.errors or not isinstance(listed, Sequence) or last != ["questions"]:
        raise CannotAddError(f"{path} can't be added to: `questions` is its last key and a list; run dojo lint {path}")
    ids = [node.items.get("id") for node in listed.items if isinstance(node, Mapping)]
    return {node.value for node in ids if isinstance(node, Scalar)}
