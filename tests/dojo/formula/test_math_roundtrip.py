"""Formulas drawn at random, read back from the terminal's text and computed: the value must be the tree's own.

Products without a sign are read twice, as tight as `*` and tighter than `/`: readers differ, and no formula may depend
on it.
"""

import math
import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from dojo.formula.draw import inline
from dojo.formula.glyphs import SUBSCRIPTS, SUPERSCRIPTS

VALUES = {"a": 1.7, "b": 0.6, "c": 2.3, "x_i": 1.1, "x_{t-1}": 0.9, "lambda": 1.3}
SOURCES = {"a": "a", "b": "b", "c": "c", "x_i": "x_i", "x_{t-1}": "x_{t-1}", "lambda": r"\lambda"}
FUNCTIONS = {"sqrt": lambda x: math.sqrt(abs(x)), "log": lambda x: math.log(abs(x) + 0.1), "tanh": math.tanh}

# A tree is (operation, part, …), a name, or a number.
leaves = st.one_of(st.sampled_from(sorted(VALUES)), st.integers(1, 12), st.sampled_from([0.5, 2.25]))
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["+", "-", "juxtaposed", "close", "dot", "frac"]), inner, inner),
        st.tuples(st.just("^"), inner, inner),
        st.tuples(st.sampled_from(["neg", *FUNCTIONS]), inner),
    ),
    max_leaves=10,
)


def value(tree):
    """What the tree is worth."""
    if not isinstance(tree, tuple):
        return VALUES.get(tree, tree)
    operation, *parts = tree
    numbers = [value(part) for part in parts]
    if operation in FUNCTIONS:
        return FUNCTIONS[operation](*numbers)
    if operation == "neg":
        return -numbers[0]
    left, right = numbers
    if operation == "^":
        return power(left, right)
    return {"+": left + right, "-": left - right, "frac": left / (right or math.nan)}.get(operation, left * right)


def power(left, right):
    """A power that is real for any base and tells -x^2 from (-x)^2; the true one where the base is positive."""
    raised = abs(left or 1.0) ** max(min(right, 4), -4)
    return raised if left > 0 else 1.5 * raised


def latex(tree, place="sum"):
    """The tree in LaTeX as an author would typeset it; parentheses only where a printed formula needs them."""
    if not isinstance(tree, tuple):
        return SOURCES.get(tree, str(tree))
    operation, *parts = tree
    if operation == "frac":
        text = rf"\frac{{{latex(parts[0])}}}{{{latex(parts[1])}}}"
        return rf"\left({text}\right)" if place == "base" else text
    if operation == "sqrt":
        text = rf"\sqrt{{{latex(parts[0])}}}"
        return f"({text})" if place == "base" else text
    if operation in FUNCTIONS:
        argument = latex(parts[0])
        text = (
            rf"\{operation} {argument}"
            if place == "sum" and isinstance(parts[0], tuple) and parts[0][0] == "frac"
            else rf"\{operation}({argument})"
        )
        return f"({text})" if place == "base" else text
    if operation == "^":
        text = f"{latex(parts[0], 'base')}^{{{latex(parts[1])}}}"
        return f"({text})" if place == "base" else text
    if operation in ("juxtaposed", "close", "dot"):
        left, right = latex(parts[0], "factor"), latex(parts[1], "factor")
        joined = operation == "close" and not (right[0].isalpha() and re.search(r"\\[a-z]+$", left))
        sign = r" \cdot " if operation == "dot" or right[0].isdigit() else "" if joined else " "
        text = left + sign + right
        return text if place in ("sum", "term", "factor") else f"({text})"
    if operation == "neg":
        text = "-" + latex(parts[0], "term")
    else:
        text = f"{latex(parts[0])} {operation} {latex(parts[1], 'term')}"
    return text if place == "sum" else f"({text})"


TOKEN = re.compile(r"\s*(sqrt|log|tanh|lambda|x_\{t-1\}|x_i|[abc]|\d+(?:\.\d+)?|\*|[-+/^()])")


class Reader:
    """Reads a line as a person does: ^ before products before sums, products without a sign as `tight` says."""

    def __init__(self, text, tight):
        self.tokens = TOKEN.findall(text)
        assert "".join(self.tokens) == text.replace(" ", ""), text
        words = re.findall(r"[a-z]{2,}|_i[a-z]", text.replace("x_{t-1}", "x"))
        assert all(word in (*FUNCTIONS, *VALUES) or set(word) <= set("abcx") for word in words), text
        self.tight = tight
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, *wanted):
        if self.peek() not in wanted or not self.peek():
            return ""
        self.at += 1
        return self.tokens[self.at - 1]

    def whole(self):
        number = self.sum()
        assert self.at == len(self.tokens), self.tokens[self.at :]
        return number

    def sum(self):
        number = -self.product() if self.take("-") else self.product()
        while sign := self.take("+", "-"):
            number += self.product() if sign == "+" else -self.product()
        return number

    def product(self):
        number = self.run() if self.tight else self.power()
        while True:
            sign = self.take("*", "/")
            if not sign and (self.tight or not self.opens()):
                return number
            factor = self.run() if self.tight else self.power()
            number = number / (factor or math.nan) if sign == "/" else number * factor

    def run(self):
        number = self.power()
        while self.opens():
            number *= self.power()
        return number

    def opens(self):
        return self.peek() not in ("", "+", "-", "*", "/", "^", ")")

    def power(self):
        base = self.atom()
        return power(base, self.power()) if self.take("^") else base

    def atom(self):
        token = self.tokens[self.at]
        self.at += 1
        if token in FUNCTIONS:
            assert self.peek() == "("
            return FUNCTIONS[token](self.atom())
        if token == "(":
            number = self.sum()
            assert self.take(")")
            return number
        return VALUES[token] if token in VALUES else float(token)


def typed(text, greedy):
    """The text with Unicode as one would type it; `greedy` takes all that is close to a root sign under the root."""
    raised = {small: character for character, small in SUPERSCRIPTS.items() if character != "⊤"}
    lowered = {small: character for character, small in SUBSCRIPTS.items()}
    for small, mark in ((lowered, "_{%s}"), (raised, "^(%s)")):
        run = "[" + "".join(small) + "]+"
        text = re.sub(run, lambda found, small=small, mark=mark: mark % "".join(small[one] for one in found[0]), text)
    text = text.replace("x_{i}", "x_i ").replace("−", "-").replace("·", "*").replace("λ", "lambda")
    name = r"(?:x_\{t-1\}|x_i|lambda|[abc]|\d+)"
    text = re.sub(f"√({name}(?: *{name})*)" if greedy else f"√({name})", r"√(\1)", text)
    return text.replace("√", "sqrt")


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@example(("juxtaposed", ("sqrt", "a"), "b"))
@example(("close", "lambda", ("frac", "b", "c")))
@example(("frac", "a", ("juxtaposed", "b", "c")))
@example(("frac", ("sqrt", "a"), ("^", "b", "c")))
@example(("^", ("neg", "a"), 2))
@given(trees)
def test_the_value_survives_the_terminal(tree):
    due = value(tree)
    assume(math.isfinite(due) and abs(due) < 1e12)
    source = latex(tree)
    for text in (inline(source, unicode=False), typed(inline(source), False), typed(inline(source), True)):
        for tight in (False, True):
            assert Reader(text, tight).whole() == pytest.approx(due, rel=1e-6, abs=1e-9), (source, text)


def test_python_itself_reads_a_line_the_same():
    """The reader above is checked by another one."""
    for text in ("(a + b)/(2*c)", "-a**2/b", "a - b*c**2/(b*c)", "2**(a/b) + (a/b)**2"):
        ours = Reader(text.replace("**", "^"), tight=False).whole()
        assert ours == pytest.approx(eval(text, {}, {name: VALUES[name] for name in "abc"}))


@pytest.mark.parametrize("wrong", ["a/b c", "a + b/c", "-a^2"])
def test_the_reader_sees_what_parentheses_are_for(wrong):
    right = {"a/b c": "a/(b c)", "a + b/c": "(a + b)/c", "-a^2": "(-a)^2"}[wrong]
    assert Reader(wrong, tight=False).whole() != pytest.approx(Reader(right, tight=False).whole())
