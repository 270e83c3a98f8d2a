"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from support import run


def test_the_example_of_the_statement():
    """a·b + a has the derivatives b + 1 and a.

    a·b + a 的导数是 b + 1 和 a。
    """
    found = run("out = a * b + a", a=2.0, b=3.0)
    assert found["out"] == pytest.approx((8.0, 1.0))
    assert found["a"] == pytest.approx((2.0, 4.0))
    assert found["b"] == pytest.approx((3.0, 2.0))


def test_a_second_graph_adds_to_the_leaves():
    """4 from the first graph, −1/4 from the second.

    第一个图贡献 4，第二个图贡献 −1/4。
    """
    program = "one = a * b + a; one.backward(); out = 1 / a"
    assert run(program, a=2.0, b=3.0)["a"] == pytest.approx((2.0, 3.75))


def test_relu_is_flat_below_zero():
    """The derivative of relu is 0 below 0 and 1 above.

    relu 的导数在 0 以下为 0，以上为 1。
    """
    assert run("out = a.relu()", a=-2.0)["a"] == pytest.approx((-2.0, 0.0))
    assert run("out = a.relu()", a=3.0)["a"] == pytest.approx((3.0, 1.0))


def test_a_long_chain():
    """10,000 additions pass the gradient on.

    经过 10,000 次加法，梯度照样传回来。
    """
    program = "out = a\nfor _ in range(10000): out = out + 1"
    assert run(program, a=0.5)["a"] == pytest.approx((0.5, 1.0))
