"""A closure for each operation, and an order by counting children first."""

import math


class Value:
    def __init__(self, data):
        self.data, self.grad = data, 0.0
        self.inputs, self.push = [], lambda g: None

    @staticmethod
    def make(data, inputs, push):
        out = Value(data)
        out.inputs, out.push = inputs, push
        return out

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)

        def push(g):
            self.grad += g
            other.grad += g

        return Value.make(self.data + other.data, [self, other], push)

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)

        def push(g):
            self.grad += g * other.data
            other.grad += g * self.data

        return Value.make(self.data * other.data, [self, other], push)

    def unary(self, data, slope):
        def push(g):
            self.grad += g * slope

        return Value.make(data, [self], push)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)

        def push(g):
            self.grad += g / other.data
            other.grad -= g * self.data / other.data**2

        return Value.make(self.data / other.data, [self, other], push)

    def __neg__(self):
        return self.unary(-self.data, -1)

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return Value(other) / self

    def __pow__(self, k):
        return self.unary(self.data**k, k * self.data ** (k - 1))

    def exp(self):
        return self.unary(math.exp(self.data), math.exp(self.data))

    def log(self):
        return self.unary(math.log(self.data), 1 / self.data)

    def tanh(self):
        t = math.tanh(self.data)
        return self.unary(t, 1 - t * t)

    def relu(self):
        return self.unary(max(0.0, self.data), float(self.data > 0))

    def backward(self):
        children, todo, seen = {}, [self], {id(self)}
        while todo:
            for value in todo.pop().inputs:
                children[id(value)] = children.get(id(value), 0) + 1
                if id(value) not in seen:
                    seen.add(id(value))
                    todo.append(value)
        self.grad = 1.0
        ready = [self]
        while ready:
            value = ready.pop()
            value.push(value.grad)
            for below in value.inputs:
                children[id(below)] -= 1
                if children[id(below)] == 0:
                    ready.append(below)
