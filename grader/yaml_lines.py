"""Reads the YAML that authors write beside a kata, and says in which line something stands."""

from __future__ import annotations

import re
from typing import Any

import yaml

_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")


class NotYaml(Exception):
    """The text cannot be read: `line`, and `problem` with the likely fix."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


class _Loader(yaml.CSafeLoader):
    """Dates stay texts, and a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen if isinstance(key, yaml.ScalarNode) else False:
                raise NotYaml(key.start_mark.line + 1, f"`{key.value}` stands here twice; keep one of them")
            seen.add(key.value if isinstance(key, yaml.ScalarNode) else "")
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(source: bytes) -> Any:
    """What the YAML text says, as plain Python values. Raises `NotYaml`."""
    try:
        return yaml.load(source.decode("utf-8-sig"), Loader=_Loader)
    except UnicodeDecodeError as error:
        raise NotYaml(source.count(b"\n", 0, error.start) + 1, "not UTF-8; save the file as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"not YAML ({error.problem}); check quotes, brackets and indentation up to this line"
        raise NotYaml(mark.line + 1 if mark else 1, problem) from None
    except yaml.YAMLError as error:
        raise NotYaml(1, f"not YAML ({' '.join(str(error).split())}); remove what is no text") from None
    except (ValueError, TypeError, OverflowError, RecursionError) as error:  # a value that its tag does not allow
        raise NotYaml(1, f"not plain YAML ({error}); put texts in quotes and use no tags") from None


def line_of(source: bytes, path: str) -> int:
    """The line of what msgspec names as `path`, such as `.hints[0].en`; of its nearest parent where it is not there."""
    try:
        node = yaml.compose(source.decode("utf-8-sig"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return 1
    line = 1
    for name, index in _STEP.findall(path):
        if name and isinstance(node, yaml.MappingNode):
            pairs = [pair for pair in node.value if pair[0].value == name]
        elif index.isdigit() and isinstance(node, yaml.SequenceNode):
            pairs = [(item, item) for item in node.value[int(index) : int(index) + 1]]
        else:
            pairs = []
        if not pairs:
            return line
        line, node = pairs[0][0].start_mark.line + 1, pairs[0][1]
    return line
