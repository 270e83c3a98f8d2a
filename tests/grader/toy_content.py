"""Writes a small content folder with one kata, whole and right, for tests to spoil."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "katas/toys/tally/kata.yaml": """\
title: {en: Tally, zh: 计数}
level: 1
minutes: 5
needs: pt
names: [Tally, total, apply, square]
forbidden: [math.fsum]
sources: [seed-000]
hints: [{en: Look., zh: 看。}, {en: Count., zh: 数。}, {en: Add., zh: 加。}]
follow_ups: [{ask: {en: "How long does it take?", zh: 需要多久？}, answer: {en: Linear time., zh: 线性时间。}}]
""",
    "katas/toys/tally/statement.en.md": "Count.\n",
    "katas/toys/tally/statement.zh.md": "计数。\n",
    "katas/toys/tally/tally.py": """\
class Tally:
    pass


def total(items):
    raise NotImplementedError


apply = square = total
""",
    "katas/toys/tally/test_examples.py": """\
import pytest

from tally import Tally, total


def test_a_total():
    assert total([1, 2]) == 3
    assert Tally(2).start == 2


def test_text_is_refused():
    with pytest.raises(ValueError):
        total("ab")
""",
    "solutions/toys/tally/tally.py": '''\
"""The reference."""


class Tally:
    def __init__(self, start):
        self.start = start
        self.seen = []

    def add(self, items):
        self.seen.append(len(items))
        items.append("seen")
        return self.start + sum(self.seen)

    def __iter__(self):
        return iter(self.seen)


def total(items):
    if isinstance(items, str):
        raise ValueError("not text")
    return sum(items)


def apply(model, ids):
    return [model.score(i) for i in ids] + [model.name]


def square(x):
    return x * x
''',
    "solutions/toys/tally/test_hidden.py": '''\
import pytest
import torch

from grader.judge.suite import box, close, lend, raises, record, require, same, unbox, unchanged, vjp


class Model:
    name = "toy"
    secret = "hidden"

    def score(self, i):
        return i * 2.0


@pytest.mark.points(2)
@pytest.mark.hint(en="Add.", zh="相加。")
def test_total_adds(submission, reference, rng):
    """The items are added.

    各项相加。
    """
    items = [int(i) for i in rng.integers(0, 9, 5)]
    same(unchanged(submission.total, items), reference.total(items))
    raises(ValueError, submission.total, "ab")


def test_objects_keep_their_state(submission):
    """A tally remembers.

    计数器有记忆。
    """
    tally = submission.Tally(1)
    items = box(["a", "b"])
    same(tally.add(items), 3)
    same(unbox(items), ["a", "b", "seen"])
    same(record(tally.add, ["c"]).args, (["c", "seen"],))
    same(tally.start, 1)
    same(list(tally), [2, 1])


def test_the_model_is_asked(submission):
    """The model is asked once for each id.

    每个编号问一次模型。
    """
    model = lend(Model(), "score", "name")
    same(submission.apply(model, [1, 2]), [2.0, 4.0, "toy"])
    require([call.args for call in model.calls] == [(1,), (2,)], "each id once", "每个编号一次")


def test_squares_can_be_differentiated(submission):
    """Gradients flow.

    梯度可以传播。
    """
    x = torch.tensor([1.0, 3.0], dtype=torch.float64)
    close(submission.square(x), x * x)
    close(vjp(submission.square, (x,), torch.ones(2, dtype=torch.float64)), [2 * x])
''',
}

RIGHT = FILES["solutions/toys/tally/tally.py"]
WRONG = {
    "off_by_one": ("return sum(items)", "return sum(items) + 1", "test_total_adds", ""),
    "modifies": ("    return sum(items)", "    items.append(0)\n    return sum(items)", "test_total_adds", ""),
    "forgets": ("self.seen.append(len(items))", "self.seen = [len(items)]", "test_objects_keep_their_state", ""),
    "asks_twice": ("[model.score(i) for", "[(model.score(i), model.score(i))[0] for", "test_the_model_is_asked", ""),
    "pries": ("+ [model.name]", "+ [model.secret]", "test_the_model_is_asked", ""),
    "detached": ("return x * x", "return x.detach() ** 2", "test_squares_can_be_differentiated", ""),
}


def write(root: Path) -> Path:
    """The whole content below `root`."""
    for name, text in FILES.items():
        put(root, name, text)
    for style in ("one", "two", "three"):
        put(root, f"solutions/toys/tally/right/{style}.py", RIGHT.replace("The reference.", f"Style {style}."))
    for name, (old, new, caught, also) in WRONG.items():
        assert old in RIGHT
        put(
            root,
            f"solutions/toys/tally/wrong/{name}.py",
            RIGHT.replace(old, new).replace("The reference.", docstring(caught, also)),
        )
    return root


def docstring(caught: str, also: str) -> str:
    return f"A mistake.\n\n一个错误。\n\ncaught by: {caught}\n" + (f"also fails: {also}\n" if also else "")


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
