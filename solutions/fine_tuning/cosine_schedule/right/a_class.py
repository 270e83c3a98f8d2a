"""A class with a method for each phase."""

from math import pi, sin


class Schedule:
    def __init__(self, warmup, total, peak, floor):
        self.warmup, self.total, self.peak, self.floor = warmup, total, peak, floor

    def rise(self, step):
        return self.peak / self.warmup * step

    def fall(self, step):
        left = (self.total - step) / (self.total - self.warmup)
        return self.floor + (self.peak - self.floor) * sin(pi * left / 2) ** 2

    def __call__(self, step):
        if step >= self.total:
            return self.floor
        return self.rise(step) if step < self.warmup else self.fall(step)


def cosine_lr(step, warmup_steps, total_steps, peak, floor=0.0):
    return Schedule(warmup_steps, total_steps, peak, floor)(step)
