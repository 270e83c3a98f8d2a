"""Formulas in the terminal mean what the LaTeX means: no parenthesis too few, no script on the wrong thing."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dojo.formula.block import cells
from dojo.formula.draw import block, inline
from dojo.formula.glyphs import GLYPHS, glyph
from dojo.formula.names import COMMANDS

# source, with Unicode, without
LINES = [
    (r"\frac{a}{b}", "a/b", "a/b"),
    (r"\frac{a + b}{2c}", "(a + b)/(2c)", "(a + b)/(2c)"),
    (r"\frac{a}{bc}", "a/(bc)", "a/(bc)"),
    (r"\frac{a}{b}c", "(a/b)c", "(a/b)c"),
    (r"c\frac{a}{b}", "c(a/b)", "c(a/b)"),
    (r"\frac{ab}{c}", "ab/c", "ab/c"),
    (r"\frac{a}{b} \cdot c", "(a/b) · c", "(a/b) * c"),
    (r"x + \frac{a}{b} - y", "x + a/b − y", "x + a/b - y"),
    (r"\frac{\frac{a}{b}}{c}", "(a/b)/c", "(a/b)/c"),
    (r"\frac{a}{\frac{b}{c}}", "a/(b/c)", "a/(b/c)"),
    (r"a / \frac{b}{c}", "a / (b/c)", "a / (b/c)"),
    (r"\frac{a}{b}^2", "(a/b)²", "(a/b)^2"),
    (r"\frac{a^2}{b^2}", "a²/b²", "a^2/b^2"),
    (r"\frac{-a}{b}", "(−a)/b", "(-a)/b"),
    (r"-\frac{a}{b}", "−a/b", "-a/b"),
    (r"\frac{a}{f(x)}", "a/(f(x))", "a/(f(x))"),
    (r"\frac{1}{\exp(x)}", "1/exp(x)", "1/exp(x)"),
    (r"\frac{\log x}{y}", "(log x)/y", "(log x)/y"),
    (r"\log \frac{a}{b}", "log(a/b)", "log(a/b)"),
    (r"\frac{\text{true positives}}{n}", "(true positives)/n", "(true positives)/n"),
    (r"\frac{\text{TP}}{\text{TP} + \text{FP}}", "TP/(TP + FP)", "TP/(TP + FP)"),
    (r"\frac{n(n+1)}{2}", "n(n + 1)/2", "n(n + 1)/2"),
    (r"\frac{\partial L}{\partial w}", "∂L/∂w", "(partial L)/(partial w)"),
    (r"\frac{1}{N} \sum_{i=1}^{N} x_i", "(1/N) ∑_{i=1}^{N} xᵢ", "(1/N) sum_{i=1}^{N} x_i"),
    (r"\sum_i \frac{a_i}{b}", "∑_i (aᵢ/b)", "sum_i (a_i/b)"),
    (r"\frac{a}{b}\,c", "(a/b) c", "(a/b) c"),
    (r"(-x)^2", "(−x)²", "(-x)^2"),
    (r"-(x)^2", "−(x)²", "-(x)^2"),
    (r"-x^2", "−x²", "-x^2"),
    (r"x_{t-1}", "xₜ₋₁", "x_{t-1}"),
    (r"x_t - 1", "xₜ − 1", "x_t - 1"),
    (r"x_{<t}", "x_{<t}", "x_{<t}"),
    (r"x_{t,i}", "x_{t,i}", "x_{t,i}"),
    (r"e^{-x/T}", "e^(−x/T)", "e^(-x/T)"),
    (r"e^{-x}/T", "e⁻ˣ/T", "e^(-x)/T"),
    (r"2^{-24}", "2⁻²⁴", "2^(-24)"),
    (r"x^{10}", "x¹⁰", "x^10"),
    (r"x^1 0", "x¹ 0", "x^1 0"),
    (r"x^{1}0", "x¹ 0", "x^1 0"),
    (r"e^{x^2}", "e^(x²)", "e^(x^2)"),
    (r"{e^x}^2", "(eˣ)²", "(e^x)^2"),
    (r"{a+b}^2", "(a + b)²", "(a + b)^2"),
    (r"x^{(t)}", "x⁽ᵗ⁾", "x^((t))"),
    (r"x_i^2", "xᵢ²", "x_i^2"),
    (r"W_q^2", "W_{q}²", "W_q^2"),
    (r"W_{q^2}", "W_{q²}", "W_{q^2}"),
    (r"a_q b", "a_q b", "a_q b"),
    (r"a_qb", "a_q b", "a_q b"),
    (r"w^*", "w^*", "w^*"),
    (r"A^\top B", "Aᵀ B", "A^T B"),
    (r"f'(x)", "f′(x)", "f'(x)"),
    (r"\sigma''", "σ″", "sigma''"),
    (r"\sqrt{x}", "√x", "sqrt(x)"),
    (r"\sqrt{x + 1}", "√(x + 1)", "sqrt(x + 1)"),
    (r"\sqrt{x} y", "√(x) y", "sqrt(x) y"),
    (r"\sqrt{x y}", "√(x y)", "sqrt(x y)"),
    (r"\sqrt{x^2}", "√(x²)", "sqrt(x^2)"),
    (r"\sqrt{x}^2", "(√x)²", "(sqrt(x))^2"),
    (r"\sqrt{12}", "√12", "sqrt(12)"),
    (r"\sqrt[3]{x}", "∛x", "root[3](x)"),
    (r"\frac{\sqrt{n}}{2}", "√(n)/2", "sqrt(n)/2"),
    (r"\frac{QK^\top}{\sqrt{d_k}}", "QKᵀ/√dₖ", "QK^T/sqrt(d_k)"),
    (r"2 \log x", "2 log x", "2 log x"),
    (r"2\log(x)", "2 log(x)", "2 log(x)"),
    (r"\log_2 8", "log₂ 8", "log_2 8"),
    (r"\operatorname{softmax}(z)_i", "softmax(z)ᵢ", "softmax(z)_i"),
    (r"\max_{x \in S} f(x)", "max_{x∈S} f(x)", "max_{x in S} f(x)"),
    (r"\arg\max_k p_k", "arg max_k pₖ", "arg max_k p_k"),
    (r"\max(0, x)", "max(0, x)", "max(0, x)"),
    (r"\prod_{t=1}^T p_t", "∏_{t=1}^{T} pₜ", "prod_{t=1}^{T} p_t"),
    (r"\int_0^1 f", "∫_{0}^{1} f", "integral_{0}^{1} f"),
    (r"\sum x", "∑ x", "sum x"),
    (r"\Sigma x", "Σ x", "Sigma x"),
    (r"\lVert x \rVert_2", "‖x‖₂", "||x||_2"),
    (r"\|x\|_2^2", "‖x‖₂²", "||x||_2^2"),
    (r"|x|/n", "|x|/n", "|x|/n"),
    (r"p(x \mid y)", "p(x | y)", "p(x | y)"),
    (r"p(x|y)", "p(x|y)", "p(x|y)"),
    (r"KL(p \| q)", "KL(p ‖ q)", "KL(p || q)"),
    (r"\hat{y}", "ŷ", "hat(y)"),
    (r"\hat{x}_i", "x̂ᵢ", "hat(x)_i"),
    (r"\bar{xy}", "bar(xy)", "bar(xy)"),
    (r"\tilde{c}_{t-1}", "c̃ₜ₋₁", "tilde(c)_{t-1}"),
    (r"\mathbb{E}_{x \sim p}[x]", "𝔼_{x∼p}[x]", "bb(E)_{x~p}[x]"),
    (r"\mathbb{R}^{n \times d}", "ℝ^(n×d)", "bb(R)^(n*d)"),
    (r"\mathcal{L} = \mathbf{W}x", "ℒ = 𝐖x", "cal(L) = bf(W)x"),
    (r"\mathrm{d}x", "dx", "dx"),
    (r"2 \lambda w", "2 λ w", "2 lambda w"),
    (r"\lambda\mu", "λμ", "lambda mu"),
    (r"2x", "2x", "2x"),
    (r"x 2", "x 2", "x 2"),
    (r"x2", "x 2", "x 2"),
    (r"a\text{if}b", "a if b", "a if b"),
    (r"KL", "KL", "KL"),
    (r"a=b", "a = b", "a = b"),
    (r"a-b", "a − b", "a - b"),
    (r"a = -b", "a = −b", "a = -b"),
    (r"a \cdot -b", "a · −b", "a * -b"),
    (r"(a,b)", "(a, b)", "(a, b)"),
    (r"10{,}000", "10,000", "10,000"),
    (r"10,000", "10,000", "10,000"),
    (r"12.5\%", "12.5%", "12.5%"),
    (r"n!", "n!", "n!"),
    (r"x \odot y", "x ⊙ y", "x (*) y"),
    (r"\nabla_\theta J", "∇_θ J", "grad_{theta} J"),
    (r"\partial x", "∂x", "partial x"),
    (r"1, \ldots, n", "1, …, n", "1, ..., n"),
    (r"[0, 1)", "[0, 1)", "[0, 1)"),
    (r"\lfloor n/2 \rfloor", "⌊n/2⌋", "floor(n/2)"),
    (r"\left. f \right|_{x=0}", "f|ₓ₌₀", "f|_{x=0}"),
    (r"a \quad b", "a  b", "a  b"),
    (r"\text{正确率} = \frac{\text{对}}{n}", "正确率 = 对/n", "正确率 = 对/n"),
    (r"\begin{bmatrix} 1 & 2 \\ a+b & 4 \end{bmatrix}^\top", "[1, 2; a + b, 4]ᵀ", "[1, 2; a + b, 4]^T"),
]


@pytest.mark.parametrize(("source", "shown", "_ascii"), LINES, ids=[line[0] for line in LINES])
def test_a_formula_on_one_line(source, shown, _ascii):
    assert inline(source) == shown


@pytest.mark.parametrize(("source", "_shown", "plain"), LINES, ids=[line[0] for line in LINES])
def test_a_formula_without_unicode(source, _shown, plain):
    assert inline(source, unicode=False) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\frac{a}{bc}", r"\frac{a}{b}c"),
        (r"-(x)^2", r"(-x)^2"),
        (r"x_{t-1}", r"x_t-1"),
        (r"x^{n+1}", r"x^n+1"),
        (r"e^{-x/T}", r"e^{-x}/T"),
        (r"\sqrt{xy}", r"\sqrt{x}y"),
        (r"\sqrt{x^2}", r"\sqrt{x}^2"),
        (r"\log\frac{a}{b}", r"\frac{\log a}{b}"),
        (r"x^{10}", r"x^1 0"),
        (r"W_q^2", r"W_{q^2}"),
        (r"a_{ij}", r"a_i j"),
        (r"\sum_i \frac{a}{b}", r"\frac{\sum_i a}{b}"),
        (r"\frac{a}{\frac{b}{c}}", r"\frac{\frac{a}{b}}{c}"),
        (r"\Sigma", r"\sum"),
        (r"\Pi", r"\prod"),
        (r"\mathbf{x}", r"x"),
        (r"\mathcal{L}", r"L"),
        (r"\hat{xy}", r"x\hat{y}"),
        (r"x^{(t)}", r"x^t"),
        (r"e^{x^2}", r"{e^x}^2"),
        (r"\lVert x \rVert", r"|x|"),
        (r"\begin{bmatrix} 1 & 2 \end{bmatrix}", r"\begin{bmatrix} 1 \\ 2 \end{bmatrix}"),
    ],
)
def test_formulas_that_mean_different_things_look_different(one, other):
    for unicode in (True, False):
        assert inline(one, unicode) != inline(other, unicode)
        assert block(one, 60, unicode) != block(other, 60, unicode)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_drawn_and_without_unicode_in_ascii(name):
    source = f"a \\{name} b"
    assert inline(source) != source
    assert inline(source, unicode=False).isascii()


def test_glyphs_belong_to_names():
    assert [name for name in GLYPHS if len(name) > 1 and name not in COMMANDS and name != "Vert"] == []
    assert all(glyph(name, False).isascii() for name in GLYPHS)


@pytest.mark.parametrize("source", [r"\foo{x}", r"\frac{a", "x^", "a $ b", "(" * 500, "\x1b[31m"])
def test_what_is_outside_the_subset_comes_back_as_it_was_written(source):
    assert inline(source) == source
    assert block(source, 40) == [source]


BLOCKS = {
    r"\sigma(z) = \frac{1}{1 + e^{-z}}": """
           1
σ(z) = ─────────
        1 + e⁻ᶻ
""",
    r"-\frac{1}{N} \sum_{i=1}^N \log p(x_i)": """
   1   N
− ───  ∑  log p(xᵢ)
   N  i=1
""",
    r"\begin{bmatrix} 1 & -20 \\ x_1 & 4 \end{bmatrix} v": """
⎡1   −20⎤ v
⎣x₁   4 ⎦
""",
    r"\left(\frac{a}{b}\right)^2 c": """
     2
⎛ a ⎞
⎜───⎟  c
⎝ b ⎠
""",
    r"\sqrt{\frac{a}{b}} + \hat{\frac{a}{b}}": """
 ⎛ a ⎞      ⎛ a ⎞
√⎜───⎟ + hat⎜───⎟
 ⎝ b ⎠      ⎝ b ⎠
""",
    r"\frac{\frac{a}{b}}{c}": """
  a
 ───
  b
─────
  c
""",
    r"\text{准确率} = \frac{\text{正确数}}{\text{总数}}": """
          正确数
准确率 = ────────
           总数
""",
    r"\max_{\theta} \lVert \frac{\theta}{n} \rVert_2": """
    ║ θ ║
max ║───║
 θ  ║ n ║
         2
""",
    r"\frac{a}{b}c": """
 a
─── c
 b
""",
    r"x^2 + 1": """
x² + 1
""",
}


@pytest.mark.parametrize("source", BLOCKS)
def test_a_formula_in_display(source):
    shown = block(source, 40)
    assert "\n".join(shown) == BLOCKS[source].strip("\n")


def test_display_without_unicode_draws_with_ascii():
    assert block(r"\frac{a}{b} \begin{bmatrix} 1 \\ 2 \\ 3 \end{bmatrix} \le \infty", 40, unicode=False) == [
        " a  [1]",
        "--- [2] <= inf",
        " b  [3]",
    ]


def test_what_is_too_wide_for_display_comes_on_one_line():
    source = r"\frac{a + b + c + d}{e}"
    assert len(block(source, 15)) == 3
    assert block(source, 14) == [inline(source)]


def test_what_is_too_high_for_display_comes_on_one_line():
    tower = "x"
    for _ in range(8):
        tower = rf"\frac{{1}}{{1 + {tower}}}"
    assert block(tower, 200) == [inline(tower)]


def test_wide_characters_count_two_cells_and_combining_ones_none():
    assert (cells("正确"), cells("x̂"), cells("ab")) == (4, 1, 2)
    top, bar, bottom = block(r"\frac{\text{正确数}}{\hat{x}}", 40)
    assert cells(bar) == cells("正确数") + 2
    assert cells(top) <= cells(bar)
    assert cells(bottom) == 1 + 3 + 1 - 1


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from([line[0] for line in LINES] + [" ", "+", "_", "^", "}", r"\frac"]), max_size=5))
def test_any_string_is_drawn_within_the_width_or_on_one_line(pieces):
    source = " ".join(pieces)
    for unicode in (True, False):
        shown = block(source, 50, unicode)
        assert len(shown) == 1 or max(map(cells, shown)) <= 50
        assert unicode or inline(source, False).isascii() or not source.isascii()


def test_the_converter_of_single_lines_does_not_import_rich():
    code = "import sys; from dojo.formula.draw import inline; inline('x_i'); sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
