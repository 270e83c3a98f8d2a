"""Puts the content folders into the wheel, and keeps them out of an editable install, which reads the checkout."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CONTENT = ("questions", "katas", "solutions")


class ContentHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own generic, unparametrised in its docs
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            build_data["force_include"].update({folder: f"dojo/content/{folder}" for folder in CONTENT})
            build_data["force_include"]["docs/group-template"] = "dojo/content/group-template"
