"""Values are numbered as they are made; a heap gives the youngest first."""

import heapq
import itertools
import math

numbers = itertools.count()


class Value:
    def __init__(self, data, *edges):
        self.data = data
        self.grad = 0.0
        self.edges = edges
        self.number = next(numbers)

    def __add__(self, other):
        if not isinstance(other, Value):
            return Value(self.data + other, (self, 1))
        return Value(self.data + other.data, (self, 1), (other, 1))

    __radd__ = __add__

    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value(self.data * other, (self, other))
        return Value(self.data * other.data, (self, other.data), (other, self.data))

    __rmul__ = __mul__

    def __neg__(self):
        return Value(-self.data, (self, -1))

    def __sub__(self, other):
        if not isinstance(other, Value):
            return Value(self.data - other, (self, 1))
        return Value(self.data - other.data, (self, 1), (other, -1))

    def __rsub__(self, other):
        return Value(other - self.data, (self, -1))

    def __truediv__(self, other):
        if not isinstance(other, Value):
            return Value(self.data / other, (self, 1 / other))
        return Value(self.data / other.data, (self, 1 / other.data), (other, -self.data / other.data**2))

    def __rtruediv__(self, other):
        return Value(other / self.data, (self, -other / self.data**2))

    def __pow__(self, k):
        return Value(self.data**k, (self, k * self.data ** (k - 1)))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self, e))

    def log(self):
        return Value(math.log(self.data), (self, 1 / self.data))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self, (1 - t) * (1 + t)))

    def relu(self):
        return Value(self.data, (self, 1)) if self.data > 0 else Value(0.0, (self, 0))

    def backward(self):
        self.grad = 1
        heap, queued = [(-self.number, self)], {self.number}
        while heap:
            _, value = heapq.heappop(heap)
            for parent, slope in value.edges:
                parent.grad += slope * value.grad
                if parent.number not in queued:
                    queued.add(parent.number)
                    heapq.heappush(heap, (-parent.number, parent))
