"""Computes the slope of a power as p · aᵖ / a, and takes 0 for it where a is 0.

幂的导数写成 p · aᵖ / a，a 为 0 时直接当作 0。

caught by: test_powers
"""

import math

Number = int | float


class Value:
    """A number that knows how it was computed."""

    def __init__(
        self,
        data: float,
        parents: tuple[tuple["Value", float], ...] = (),
    ) -> None:
        self.data = data
        self.grad = 0.0
        self._parents = parents  # pairs (parent, slope)

    def __add__(self, other: "Value | Number") -> "Value":
        other = _value(other)
        total = self.data + other.data
        return Value(total, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other: "Value | Number") -> "Value":
        other = _value(other)
        product = self.data * other.data
        return Value(product, ((self, other.data), (other, self.data)))

    def __pow__(self, power: Number) -> "Value":
        result = self.data**power
        slope = power * result / self.data if self.data else 0.0
        return Value(result, ((self, slope),))

    # The rest of the arithmetic is made of these three.
    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> "Value":
        return self * -1

    def __sub__(self, other: "Value | Number") -> "Value":
        return self + -other

    def __rsub__(self, other: Number) -> "Value":
        return -self + other

    def __truediv__(self, other: "Value | Number") -> "Value":
        return self * other**-1

    def __rtruediv__(self, other: Number) -> "Value":
        return self**-1 * other

    def exp(self) -> "Value":
        result = math.exp(self.data)
        return Value(result, ((self, result),))

    def log(self) -> "Value":
        return Value(math.log(self.data), ((self, 1 / self.data),))

    def tanh(self) -> "Value":
        result = math.tanh(self.data)
        return Value(result, ((self, 1 - result**2),))

    def relu(self) -> "Value":
        slope = 1.0 if self.data > 0 else 0.0
        return Value(self.data * slope, ((self, slope),))

    def backward(self) -> None:
        """Add the derivatives of this value to all that it depends on."""
        self.grad = 1.0
        # The trap: a value must have all its shares before it passes its
        # gradient on. So children come before their parents.
        for value in reversed(self._ancestors_first()):
            for parent, slope in value._parents:
                parent.grad += slope * value.grad

    def _ancestors_first(self) -> list["Value"]:
        """Return all values below this one, each behind its parents."""
        order: list[Value] = []
        seen: set[Value] = set()
        stack = [(self, False)]  # our own: Python's is too short
        while stack:
            value, parents_done = stack.pop()
            if parents_done:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack += [(parent, False) for parent, _ in value._parents]
        return order


def _value(other: Value | Number) -> Value:
    return other if isinstance(other, Value) else Value(other)
