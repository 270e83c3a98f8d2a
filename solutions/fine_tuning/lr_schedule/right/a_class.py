"""A class with a method for each phase; progress counted from the end of the warm-up."""


class Schedule:
    def __init__(self, warmup, total):
        self.warmup, self.total = warmup, total

    def rise(self, step):
        return float(step) * (1.0 / self.warmup)

    def fall(self, step):
        return 1.0 - (step - self.warmup) / (self.total - self.warmup)

    def __call__(self, step):
        if step >= self.total:
            return 0.0
        return self.rise(step) if step < self.warmup else self.fall(step)


def lr_factor(step, warmup_steps, total_steps):
    return Schedule(warmup_steps, total_steps)(step)
