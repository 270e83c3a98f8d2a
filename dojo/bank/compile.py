"""One bank file, from YAML to checked questions. Imported only when a file was edited, or to lint."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from dojo.bank.finding import Report
from dojo.bank.reading import BAD, line_at, read_question, read_value
from dojo.bank.sense import check
from dojo.bank.strict_yaml import Mapping, Sequence, parse
from dojo.question.kinds import AnyQuestion, Open, Text
from dojo.suggestion import did_you_mean

HEAD = ("topic", "title", "questions")


class Compiled(Struct, frozen=True):
    """A bank that was read. `nodes` stand beside `questions`, for their lines."""

    topic: str
    title: Text
    questions: tuple[AnyQuestion, ...]
    nodes: tuple[Mapping, ...]


def compile_bank(source: bytes, topic: str, report: Report) -> Compiled | None:
    """The questions of one file that are fit to be asked; every mistake of the file is in the report.

    None where not even the head of the file could be read.
    """
    root = parse(source, report)
    if root is None:
        return None
    if not isinstance(root, Mapping):
        report.error(root.line, "a bank is a mapping with topic, title, questions")
        return None
    for key in root.items:
        if key not in HEAD:
            report.error(root.keys[key], f"no key `{key}` here{did_you_mean(key, HEAD)}")
            if report.full:
                return None
    for key in HEAD:
        if key not in root.items:
            report.error(root.line, f"the bank has no `{key}`; add it")
    title = read_value(root.items["title"], Text, "title", report) if "title" in root.items else BAD
    name = read_value(root.items["topic"], str, "topic", report) if "topic" in root.items else BAD
    if name is not BAD and name != topic:
        report.error(line_at(root, "topic"), f"topic `{name}`, but the file is {topic}.yaml; make them the same")
    questions, nodes = _questions(root, topic, report)
    return Compiled(topic, title if isinstance(title, Text) else Text(topic, topic), questions, nodes)


def without_evidence(question: AnyQuestion) -> AnyQuestion:
    """The question as a quiz needs it, without what only the check of banks looks at."""
    return replace(question, prints=None, examples=()) if isinstance(question, Open) else replace(question, prints=None)


def _questions(root: Mapping, topic: str, report: Report) -> tuple[tuple[AnyQuestion, ...], tuple[Mapping, ...]]:
    listed = root.items.get("questions")
    if listed is None:
        return (), ()
    if not isinstance(listed, Sequence) or not listed.items:
        report.error(line_at(root, "questions"), "`questions` is a list with at least one question")
        return (), ()
    read: dict[str, tuple[AnyQuestion, Mapping]] = {}
    for node in listed.items:
        before = report.errors
        if report.full:
            break
        question = read_question(node, topic, report)
        if question is None or not isinstance(node, Mapping):
            continue
        check(question, node, report)
        if question.id in read:
            first = line_at(read[question.id][1], "id")
            report.error(line_at(node, "id"), f"the id `{question.id}` is taken (line {first}); ids are unique")
        if report.errors == before:
            read[question.id] = (question, node)
    return tuple(question for question, _ in read.values()), tuple(node for _, node in read.values())
