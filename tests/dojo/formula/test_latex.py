"""The LaTeX subset: what is in it has a tree, what is not is said to the author with what to write instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dojo.formula.names import ACCENTS, COMMANDS, MATRICES, STYLES, TYPED
from dojo.formula.parse import LatexError, parse, problems
from dojo.formula.tree import Fence, Fraction, Matrix, Root, Scripted, Symbol, depth_of


def letters(row):
    """The names in a row of symbols."""
    return [node.name for node in row]


def test_braces_group_what_a_script_raises_or_lowers():
    (node,) = parse("x_{t-1}^{2}")
    assert isinstance(node, Scripted)
    assert letters(node.sub) == ["t", "-", "1"]
    assert letters(node.sup) == ["2"]


def test_without_braces_a_script_takes_a_single_character():
    power, zero = parse("x^10")
    assert letters(power.sup) == ["1"]
    assert zero == Symbol("0", "number")
    assert problems("x^10") == ["`^10` raises only its first digit: write ^{10}"]


def test_a_fraction_has_its_two_rows():
    (node,) = parse(r"\frac{a + b}{2 c}")
    assert isinstance(node, Fraction)
    assert (letters(node.top), letters(node.bottom)) == (["a", "+", "b"], ["2", "c"])


def test_a_root_may_have_an_index():
    (node,) = parse(r"\sqrt[3]{x}")
    assert isinstance(node, Root)
    assert (letters(node.index), letters(node.body)) == (["3"], ["x"])


def test_primes_are_counted_and_stand_with_other_scripts():
    (node,) = parse("f''_i")
    assert (node.primes, letters(node.sub), node.sup) == (2, ["i"], None)


@pytest.mark.parametrize(
    ("source", "left", "right"),
    [
        ("(a)", "(", ")"),
        ("[0, 1)", "[", ")"),
        ("(0, 1]", "(", "]"),
        (r"\{a\}", "{", "}"),
        (r"\lVert a \rVert", "lVert", "rVert"),
        (r"\|a\|", "Vert", "Vert"),
        ("|a|", "|", "|"),
        (r"\lfloor a \rfloor", "lfloor", "rfloor"),
        (r"\left( a \right)", "(", ")"),
        (r"\left. a \right|", "", "|"),
        (r"\left\| a \right\|", "Vert", "Vert"),
    ],
)
def test_delimiters_are_paired(source, left, right):
    (node,) = parse(source)
    assert isinstance(node, Fence)
    assert (node.left, node.right) == (left, right)
    assert problems(source) == []


@pytest.mark.parametrize(
    ("source", "fences"), [("|a| - |b|", 2), ("p(x|y)", 0), ("p(a|b) p(c|d)", 0), ("p(a | b | c)", 0), ("(|a|)", 1)]
)
def test_bars_are_paired_only_where_they_enclose(source, fences):
    def count(row):
        inner = [count(node.body) for node in row if isinstance(node, Fence)]
        return sum(inner) + sum(isinstance(node, Fence) and node.left == "|" for node in row)

    assert count(parse(source)) == fences


def test_scripts_belong_to_the_whole_pair():
    (node,) = parse("(a + b)^2")
    assert isinstance(node, Scripted)
    assert isinstance(node.base, Fence)


def test_a_matrix_has_rows_of_cells_and_may_end_its_last_row():
    (node,) = parse(r"\begin{bmatrix} 1 & x_1 \\ 3 & \frac{a}{b} \\ \end{bmatrix}")
    assert isinstance(node, Matrix)
    assert [len(row) for row in node.rows] == [2, 2]


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        ("10,000", ["10,000"]),
        ("1,2", ["1", ",", "2"]),
        ("1.5e-05", ["1.5e-05"]),
        ("2e3", ["2", "e", "3"]),
        ("<<n:,>>", ["<<n:,>>"]),
        ("0.5", ["0.5"]),
        ("1,0000", ["1", ",", "0000"]),
    ],
)
def test_numbers_are_whole(source, numbers):
    assert letters(parse(source)) == numbers


def test_text_keeps_its_spaces_and_may_be_chinese():
    assert parse(r"\text{ 若 x\% } n")[0] == Symbol(" 若 x% ", "word")
    assert problems(r"\text{正确率} = 5 \%") == []


@pytest.mark.parametrize("name", [name for name, kind in COMMANDS.items() if kind not in ("open", "close")])
def test_every_command_of_the_subset_is_taken(name):
    assert problems(f"a \\{name} b") == []


@pytest.mark.parametrize("name", ["frac{a}{b}", "sqrt{a}", *(f"{name}{{a}}" for name in [*STYLES, *ACCENTS])])
def test_every_command_with_an_argument_is_taken(name):
    assert problems("\\" + name) == []


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        (r"\dfrac{a}{b}", r"\frac"),
        (r"\lamda", r"\lambda"),
        (r"\boldsymbol{x}", r"\mathbf"),
        (r"\argmax_k", r"\operatorname{argmax}"),
        (r"\foo", "not in the subset"),
        (r"\frac12", r"\frac{…}"),
        (r"x^\frac{a}{b}", r"^{\frac…}"),
        ("a^2^3", "brace"),
        ("{a+b}^2", "(…)"),
        ("5%", r"\%"),
        ("a ≤ b", r"\le"),
        ("a × b", r"\times"),
        ("λ", r"\lambda"),
        ("ω", r"\omega"),
        ("损失", r"\text{损}"),
        ("(a", "other half"),
        ("a)", "other half"),
        ("{a", "without `}`"),
        ("a}", "no beginning"),
        ("a & b", "no beginning"),
        (r"\left( a", r"\right"),
        (r"\left x \right)", "delimiter"),
        ("^2", "before it"),
        ("x_", "without what belongs"),
        (r"\frac{a}", "without what belongs"),
        (r"\text{a_$b}", "plain text"),
        (r"\begin{cases} a \end{cases}", "bmatrix"),
        (r"\begin{bmatrix} 1 & 2 \\ 3 \end{bmatrix}", "differ in length"),
        (r"\begin{bmatrix} 1", r"without `\end"),
        (r"\begin{bmatrix} 1 \end{pmatrix}", "another"),
        ("a $ b", "not in the subset"),
        ("", "empty"),
        ("   ", "empty"),
        ("x" * 2001, "2001 characters"),
        (r"\sqrt[3{x}", "]"),
        ("\\", "not in the subset"),
    ],
)
def test_what_is_outside_is_said_with_what_to_write(source, hint):
    found = problems(source)
    assert any(hint in problem for problem in found), found


@pytest.mark.parametrize("eaten", ["\tanh(x)", "\frac{a}{b}", "\beta", "\rho", "\nabla f", "\alpha", "\vec{x}"])
def test_a_backslash_eaten_by_double_quotes_is_recognised(eaten):
    assert any("double the backslash" in problem for problem in problems(eaten))


def test_typed_characters_point_to_commands_that_exist():
    for instead in TYPED.values():
        if instead.startswith("\\") and "…" not in instead:
            assert problems(instead) == []


@pytest.mark.parametrize(
    "source",
    [
        "(" * 900 + ")" * 900,
        "{" * 900 + "}" * 900,
        r"\hat" * 400 + "x",
        "x^{" * 600,
        r"\left(" * 300,
        r"\sqrt[" * 300,
        r"\begin{bmatrix}" * 100,
        "x_" * 900,
    ],
)
def test_deep_nesting_is_a_problem_and_no_recursion_error(source):
    assert problems(source)
    with pytest.raises(LatexError):
        parse(source)


def test_the_depth_of_a_tree_is_counted():
    assert depth_of(parse("x")) == 1
    assert depth_of(parse(r"\frac{(a)}{b}")) == 3


PIECES = st.sampled_from(
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "|",
        "^",
        "_",
        "'",
        "&",
        r"\\",
        " ",
        "\n",
        "\t",
        "$",
        "%",
        "<<n>>",
        "<<",
        "1,000",
        ".5",
        "é",
        "损",
        "\\",
        r"\frac",
        r"\sqrt",
        r"\left",
        r"\right",
        r"\begin",
        r"\end",
        "{bmatrix}",
        r"\text",
        r"\hat",
        r"\|",
        r"\.",
        "-",
        "x",
        "2",
        *("\\" + name for name in [*COMMANDS, *STYLES, *MATRICES]),
    ]
)


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_source_has_a_tree_or_a_problem(source):
    found = problems(source)
    try:
        parse(source)
        refused = None
    except LatexError as error:
        refused = str(error)
    assert refused is None or refused in found
