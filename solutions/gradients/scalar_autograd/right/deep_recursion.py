"""Plain recursion in a thread with a large stack; gradients collected in a dict first."""

import math
import sys


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = float(data), 0.0, parents

    def binary(self, other, f, da, db):
        other = other if isinstance(other, Value) else Value(other)
        a, b = self.data, other.data
        return Value(f(a, b), [(self, da(a, b)), (other, db(a, b))])

    def __add__(self, o):
        return self.binary(o, lambda a, b: a + b, lambda a, b: 1, lambda a, b: 1)

    def __sub__(self, o):
        return self.binary(o, lambda a, b: a - b, lambda a, b: 1, lambda a, b: -1)

    def __mul__(self, o):
        return self.binary(o, lambda a, b: a * b, lambda a, b: b, lambda a, b: a)

    def __truediv__(self, o):
        return self.binary(o, lambda a, b: a / b, lambda a, b: 1 / b, lambda a, b: -a / b / b)

    def __radd__(self, o):
        return Value(o) + self

    def __rsub__(self, o):
        return Value(o) - self

    def __rmul__(self, o):
        return Value(o) * self

    def __rtruediv__(self, o):
        return Value(o) / self

    def __neg__(self):
        return 0 - self

    def __pow__(self, k):
        return Value(self.data**k, [(self, k * self.data ** (k - 1))])

    def exp(self):
        return Value(math.exp(self.data), [(self, math.exp(self.data))])

    def log(self):
        return Value(math.log(self.data), [(self, self.data**-1)])

    def tanh(self):
        return Value(math.tanh(self.data), [(self, 1 / math.cosh(self.data) ** 2)])

    def relu(self):
        return Value(max(self.data, 0), [(self, 1 if self.data > 0 else 0)])

    def backward(self):
        order, seen = [], set()

        def visit(value):
            seen.add(id(value))
            for parent, _ in value.parents:
                if id(parent) not in seen:
                    visit(parent)
            order.append(value)

        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(60_000)
        visit(self)
        sys.setrecursionlimit(limit)
        flow = {id(self): 1.0}
        for value in reversed(order):
            for parent, slope in value.parents:
                flow[id(parent)] = flow.get(id(parent), 0.0) + slope * flow[id(value)]
        for value in order:
            value.grad = 1.0 if value is self else value.grad + flow[id(value)]
