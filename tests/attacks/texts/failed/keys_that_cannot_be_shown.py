"""A state whose keys are integers of thousands of digits, surrogates and tuples of them.

kata: early_stopping
also: error (where a model is due it is none)
points: some (a bool is an answer)
"""


class EarlyStopping:
    best_loss = 10**5000

    def __init__(self, patience, min_delta=0.0):
        self.best_state = {10**5000: 1, (10**5000, "\ud800"): 2, "\x1b[2J": 3}

    def step(self, loss, state):
        return False
