"""Every answer is as large as a frame may be; a test collects thirty of them before it looks.

kata: early_stopping
also: error, timeout, memory
tiers: full
"""


class EarlyStopping:
    best_loss = 1.0
    best_state = None

    def __init__(self, patience, min_delta=0.0):
        pass

    def step(self, loss, state):
        return [0.5] * 400_000
