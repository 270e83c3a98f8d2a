"""Once it has said stop it says so for ever, even after an improvement.

说过一次停之后就一直说停，即使后来有了改进。

caught by: test_it_goes_on_saying_stop_until_something_improves
also fails: test_a_first_loss_of_nan_is_no_improvement_either,
test_nan_counts_as_no_improvement, test_random_runs_follow_the_contract
"""

import copy


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = float("inf")
        self.best_state = None
        self.count = 0
        self.stopped = False

    def step(self, loss, state):
        if self.best_loss - loss > self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        self.stopped = self.stopped or self.count >= self.patience
        return self.stopped
