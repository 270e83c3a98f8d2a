"""Puts the content folders into the wheel, and keeps them out of an editable install, which reads the checkout.

The question banks go in compiled, too, so that the first start has nothing to compile.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CONTENT = ("questions", "katas", "solutions")


class ContentHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own generic, unparametrised in its docs
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            build_data["force_include"].update({folder: f"dojo/content/{folder}" for folder in CONTENT})
            build_data["force_include"]["docs/group-template"] = "dojo/content/group-template"
            build_data["force_include"][str(self._compiled())] = "dojo/content/compiled"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self._scratch is not None:
            self._scratch.cleanup()

    _scratch: "tempfile.TemporaryDirectory[str] | None" = None

    def _compiled(self) -> Path:
        """A folder with every bank compiled. Raises BankError for a bank with mistakes: it must not be shipped."""
        sys.path.insert(0, self.root)
        from dojo.bank.shelf import Shelf

        self._scratch = tempfile.TemporaryDirectory()
        questions, target = Path(self.root) / "questions", Path(self._scratch.name) / "compiled"
        Shelf(questions, None).ship(target, sorted(path.stem for path in questions.glob("*.yaml")))
        return target
