"""Checks katas: that each description is whole, and that each suite is itself graded."""

from grader.lint.finding import Finding
from grader.lint.katas import kata_folders, lint_katas

__all__ = ["Finding", "kata_folders", "lint_katas"]
