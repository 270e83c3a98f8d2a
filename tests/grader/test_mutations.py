"""Mutants change one thing each, in its place, and nothing that no test could see."""

from __future__ import annotations

import ast

import pytest

from grader.lint.mutations import mutants


def changes(source: str) -> list[str]:
    return [mutant.mutation for mutant in mutants(source)]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("x = a + b", "a + b -> a - b"),
        ("x = a @ b", "a @ b -> b @ a"),
        ("x = a < b", "a < b -> a <= b"),
        ("x = a < b", "a < b -> a >= b"),
        ("x = a == b", "a == b -> a != b"),
        ("x = a is None", "a is None -> a is not None"),
        ("x = a and b", "a and b -> a or b"),
        ("x = a and b", "a and b -> b"),
        ("x = -a", "-a -> a"),
        ("x = not a", "not a -> a"),
        ("x = a[2]", "2 -> 1"),
        ("x = 0.5 * a", "0.5 -> 1.0"),
        ("x = True", "True -> False"),
        ("x = f(a, axis=-1)", "-1 -> 0"),
        ("x = f(a, axis=-1)", "f(a, axis=-1) -> f(a)"),
        ("x = f(a, b)", "f(a, b) -> f(b, a)"),
        ("x = f(a)", "f(a) -> a"),
        ("x = a.clone()", "a.clone() -> a"),
        ("x = a.max(0)", "a.max -> a.min"),
        ("x = a[1:]", "a[1:] -> a[:]"),
        ("x = a[:, ::2]", "a[:, ::2] -> a[:, :]"),
        ("x = math.inf", "math.inf -> -math.inf"),
        ("x = [i for i in a if i]", "i -> not i"),
        ("if a: x = 1", "a -> not a"),
        ("while a: break", "break -> continue"),
        ("f(a)", "f(a) -> pass"),
        ("a.b = 1", "a.b = 1 -> pass"),
        ("a += 1", "a += 1 -> pass"),
        ("a += 1", "a += 1 -> a -= 1"),
        ("raise ValueError('no')", "raise ValueError('no') -> pass"),
    ],
)
def test_each_kind_of_change_is_made(statement: str, expected: str) -> None:
    assert expected in changes(statement)


def test_what_a_function_returns_is_lost_or_swapped() -> None:
    found = changes("def f(a, b=1):\n    return a, b\n")
    assert found == ["1 -> 2", "1 -> 0", "return (a, b) -> return None", "(a, b) -> (b, a)"]


def test_a_second_assignment_is_dropped_and_a_first_one_is_not() -> None:
    found = changes("def f(a):\n    b = a\n    a = b\n    b = a\n")
    assert found == ["a = b -> pass", "b = a -> pass"]


def test_words_for_people_stay() -> None:
    source = '''"""Docstring."""
class A:
    """Docstring."""
    size: int
    def f(self, a: "list[int]" = None) -> dict[1, 2]:
        """Docstring."""
        b: tuple[3, 4] = f"{a + 1}"
        raise ValueError(f"{1 + 1}" % (2 + 2))
'''
    assert changes(source) == ["raise ValueError(f'{1 + 1}' % (2 + 2)) -> pass"]


def test_each_mutant_is_python_and_differs_from_all_others() -> None:
    source = (
        "def f(x, y):\n    # x + y\n    z = (x + y) * 2  # 多\n    return [é for é in z[1:-1] if not (x < 1 or y > 2)]"
    )
    found = mutants(source)
    shapes = {ast.dump(ast.parse(mutant.source)) for mutant in found}
    assert len(shapes) == len(found) > 15
    assert ast.dump(ast.parse(source)) not in shapes


def test_a_mutant_is_named_by_its_line_without_the_comment() -> None:
    (mutant,) = mutants("\n\nif a:  # a comment\n    b = c\n")
    assert (mutant.line, mutant.text, mutant.mutation) == (3, "if a:", "a -> not a")
    assert str(mutant) == "`a -> not a` in `if a:`"
    assert mutant.source == "\n\nif (not a):  # a comment\n    b = c\n"


def test_a_change_inside_brackets_keeps_the_rest() -> None:
    assert [mutant.source for mutant in mutants("x = (a\n     + b) * c  # (c)\n")] == [
        "x = ((a + b) / c)  # (c)\n",
        "x = ((a - b)) * c  # (c)\n",
    ]
