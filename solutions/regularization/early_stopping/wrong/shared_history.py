"""The history of losses stands in the class body, so all objects share it.

损失历史写在类体里，所有对象共用一份。

caught by: test_two_objects_do_not_share_anything
also fails: test_it_stops_after_patience_calls_without_improvement, test_an_improvement_must_exceed_min_delta, test_the_state_may_be_any_value, test_nan_is_counted_like_any_call_without_improvement, test_a_first_loss_of_nan_is_no_improvement_either, test_random_runs_follow_the_contract
"""

import copy


class EarlyStopping:
    improvements = []

    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = float("inf")
        self.best_state = None
        self.count = 0

    def step(self, loss, state):
        if not self.improvements or self.improvements[-1] - loss > self.min_delta:
            self.improvements.append(loss)
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
