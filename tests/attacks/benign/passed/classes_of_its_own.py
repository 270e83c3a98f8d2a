"""Abstract classes, properties, generators, operators, metaclasses; the function is an instance."""

import math
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

T = TypeVar("T")


class Layer(ABC, Generic[T]):
    registry = []

    def __init_subclass__(cls):
        Layer.registry.append(cls)

    @abstractmethod
    def __call__(self, x): ...


class Softmax(Layer[float]):
    def __call__(self, x):
        weights = list(self.weights(x))
        return [weight / math.fsum(weights) for weight in weights]

    def weights(self, x):
        top = max(x)
        yield from (math.exp(value - top) for value in x)


softmax = Softmax()
