"""The hidden suite of scalar_autograd.

Programs run on the learner's values in `support`. Derivatives are worked by hand.
"""

import math

import pytest

from grader.judge.suite import close

E = math.e


@pytest.fixture
def support(submission, support):
    _ = submission.Value  # a file that lacks it is told so here
    return support


def check(support, program, numbers, due):
    """Data and gradient of these names after out.backward()."""
    found = support.run(program, **numbers)
    if isinstance(found, dict):
        found = {name: found.get(name) for name in due}
    close(found, due)


def test_a_new_value_has_no_gradient(support):
    """data is the number that was given, grad is 0.0.

    data 是传入的数，grad 是 0.0。
    """
    check(support, "", {"a": 2.5, "b": -3}, {"a": (2.5, 0.0), "b": (-3, 0.0)})


@pytest.mark.points(2)
@pytest.mark.parametrize(
    ("operator", "result", "slope_a", "slope_b"),
    [("+", 8.0, 1.0, 1.0), ("-", 4.0, 1.0, -1.0), ("*", 12.0, 2.0, 6.0), ("/", 3.0, 0.5, -1.5)],
)
def test_arithmetic_between_values(support, operator, result, slope_a, slope_b):
    """+, −, * and / of 6 and 2 have the right results and derivatives for both.

    6 与 2 的加减乘除，结果和对两者的导数都正确。
    """
    due = {"out": (result, 1.0), "a": (6.0, slope_a), "b": (2.0, slope_b)}
    check(support, f"out = a {operator} b", {"a": 6.0, "b": 2.0}, due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="2 - a calls a.__rsub__(2), and 2 / a calls a.__rtruediv__(2).",
    zh="2 - a 调用 a.__rsub__(2)，2 / a 调用 a.__rtruediv__(2)。",
)
def test_numbers_on_either_side(support):
    """Ints and floats may stand left or right of a Value.

    int 和 float 可以写在 Value 的左边或右边。
    """
    program = "b = a + 1; c = 1 + a; d = a - 1; e = 1.5 - a; f = 3 * a; g = a * 3; h = a / 2; i = 6 / a"
    values = {"b": 3.0, "c": 3.0, "d": 1.0, "e": -0.5, "f": 6.0, "g": 6.0, "h": 1.0, "i": 3.0}
    slopes = 1 + 1 + 1 - 1 + 3 + 3 + 0.5 - 1.5  # each counts once in the sum
    due = {name: (value, 1.0) for name, value in values.items()} | {"a": (2.0, slopes), "out": (22.5, 1.0)}
    check(support, f"{program}; out = b + c + d + e + f + g + h + i", {"a": 2.0}, due)


def test_the_minus_sign(support):
    """−a has the derivative −1.

    −a 的导数是 −1。
    """
    check(support, "out = -a", {"a": 3.0}, {"out": (-3.0, 1.0), "a": (3.0, -1.0)})


@pytest.mark.points(2)
@pytest.mark.parametrize(
    ("base", "power", "result", "slope"),
    [(2.0, 3, 8.0, 12.0), (2.0, -2, 0.25, -0.25), (9.0, 0.5, 3.0, 1 / 6), (-2.0, 3, -8.0, 12.0), (0.0, 1, 0.0, 1.0)],
)
def test_powers(support, base, power, result, slope):
    """A number as the exponent may be positive, negative or a fraction; the base may be 0 or below.

    指数可以是正数、负数或小数，底数可以是 0 或负数。
    """
    check(support, f"out = a ** {power}", {"a": base}, {"out": (result, 1.0), "a": (base, slope)})


@pytest.mark.points(2)
@pytest.mark.parametrize(
    ("method", "number", "result", "slope"),
    [
        ("exp", 2.0, E**2, E**2),
        ("log", 4.0, math.log(4), 0.25),
        ("tanh", math.log(2), 0.6, 0.64),
        ("relu", 0.5, 0.5, 1.0),
        ("relu", -3.0, 0.0, 0.0),
    ],
)
def test_functions(support, method, number, result, slope):
    """exp, log, tanh and relu have the right results and derivatives.

    exp、log、tanh、relu 的结果和导数都正确。
    """
    check(support, f"out = a.{method}()", {"a": number}, {"out": (result, 1.0), "a": (number, slope)})


@pytest.mark.hint(
    en="> 0 or >= 0?",
    zh="是 > 0 还是 >= 0？",
)
def test_the_slope_of_relu_at_zero_is_zero(support):
    """relu passes no gradient on at exactly 0.

    relu 在恰好为 0 时不传递梯度。
    """
    check(support, "out = a.relu()", {"a": 0.0}, {"out": (0.0, 1.0), "a": (0.0, 0.0)})


@pytest.mark.points(2)
@pytest.mark.hint(
    en="+= or =?",
    zh="是 += 还是 =？",
)
def test_a_value_used_twice_gets_both_shares(support):
    """a + a has the derivative 2, a · a has 2a, and a/a has 0.

    a + a 的导数是 2，a · a 是 2a，a/a 是 0。
    """
    for program, result, slope in (("a + a", 6.0, 2.0), ("a * a", 9.0, 6.0), ("a / a", 1.0, 0.0)):
        check(support, f"out = {program}", {"a": 3.0}, {"out": (result, 1.0), "a": (3.0, slope)})


@pytest.mark.points(3)
@pytest.mark.hint(
    en="c must have received its shares from d and from out before it passes them on.",
    zh="c 要先收齐来自 d 和 out 的梯度，才能继续往前传。",
)
@pytest.mark.parametrize("last", ["c * d", "d * c"])
def test_gradients_wait_for_all_shares(support, last):
    """A value used early and late passes its whole gradient on once, and the ones in between have theirs.

    先后用在多处的值，收齐梯度后只传一次；中间值也有自己的梯度。
    """
    # c = ab, d = c + a, out = cd: for c that is d + c, for a (d + c) b + c
    due = {"out": (48.0, 1.0), "d": (8.0, 6.0), "c": (6.0, 14.0), "a": (2.0, 48.0), "b": (3.0, 28.0)}
    check(support, f"c = a * b; d = c + a; out = {last}", {"a": 2.0, "b": 3.0}, due)


def test_a_second_graph_adds_to_the_leaves(support):
    """backward() of two graphs over the same leaves adds their gradients up, the first one counting once.

    在同样的叶子上对两个图 backward()，梯度相加，第一个图只算一次。
    """
    program = "one = a * b; one.backward(); out = a * a"
    check(support, program, {"a": 2.0, "b": 5.0}, {"a": (2.0, 9.0), "b": (5.0, 2.0), "one": (10.0, 1.0)})


def test_backward_sets_its_own_gradient_to_one(support):
    """The value that backward() is called on has the gradient 1, whatever it was.

    调用 backward() 的那个值，梯度被设为 1，不管原来是多少。
    """
    check(support, "one = a * 5; one.backward(); out = a", {"a": 2.0}, {"a": (2.0, 1.0)})


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Python allows a thousand nested calls or so. Use a list as a stack.",
    zh="Python 大约只允许一千层嵌套调用。用列表当栈。",
)
def test_a_chain_of_ten_thousand_operations(support):
    """A long chain needs no deep recursion.

    很长的链不需要很深的递归。
    """
    program = "out = a\nfor _ in range(5000): out = (out + 1) * 1"
    check(support, program, {"a": 0.5}, {"out": (5000.5, 1.0), "a": (0.5, 1.0)})


@pytest.mark.hint(
    en="There are 2¹⁰⁰ paths, but only a hundred values. Visit each value once.",
    zh="路径有 2¹⁰⁰ 条，值却只有一百个。每个值只访问一次。",
)
def test_each_value_is_visited_once(support):
    """Doubling a value a hundred times takes a hundred operations, not 2¹⁰⁰.

    把一个值翻倍一百次，只需一百次运算，而不是 2¹⁰⁰ 次。
    """
    program = "out = a\nfor _ in range(100): out = out + out"
    check(support, program, {"a": 1.0}, {"out": (2.0**100, 1.0), "a": (1.0, 2.0**100)})
