"""Things to try your `EarlyStopping` with."""


class ToyModel:
    """A model with two weights. Each epoch of training adds 1 to both."""

    def __init__(self):
        self.weights = [1.0, 2.0]

    def train(self):
        """One more epoch: new weights in the same list, as in a real model."""
        for index in range(len(self.weights)):
            self.weights[index] += 1.0


def run(early_stopping, losses, *settings):
    """Hand in the losses; the state of epoch n is {"epoch": n}."""
    stopper = early_stopping(*settings)
    steps = enumerate(losses, start=1)
    answers = [stopper.step(loss, {"epoch": epoch}) for epoch, loss in steps]
    return answers, stopper.best_loss, stopper.best_state


def best_in_the_middle(early_stopping, state):
    """Hand in three states, this one in the middle with the lowest loss."""
    stopper = early_stopping(2)
    stopper.step(2.0, "first")
    stopper.step(1.0, state)
    stopper.step(3.0, "third")
    return stopper.best_state


def best_after_training(early_stopping, state):
    """Hand in a state, train on, hand in the same one with a higher loss."""
    stopper = early_stopping(2)
    stopper.step(1.0, state)
    train(state)
    stopper.step(2.0, state)
    return stopper.best_state


def best_weights_after_training(early_stopping):
    """The same with a model for a state; give the weights of the best one."""
    return best_after_training(early_stopping, ToyModel()).weights


def train(state):
    """Change everything in a state in place, as an optimiser does."""
    if isinstance(state, dict):
        for value in state.values():
            train(value)
    elif isinstance(state, list):
        for value in state:
            train(value)
        state.append(9.0)
    elif isinstance(state, set):
        state.add(9)
    elif isinstance(state, ToyModel):
        state.train()
    elif hasattr(state, "fill"):  # an array
        state.fill(9.0)


def back_to_the_best(stopper, loss):
    """Hand in the best state with a lower loss; give it and the new best."""
    state = stopper.best_state
    stopper.step(loss, state)
    return state, stopper.best_state


def side_by_side(early_stopping):
    """Two objects in turn: all answers, then best loss and state of each."""
    hasty = early_stopping(min_delta=0.5, patience=1)
    calm = early_stopping(3)
    answers = [hasty.step(8.0, 1), calm.step(loss=1.0, state=2)]
    answers += [hasty.step(8.5, 3), calm.step(2.0, 4)]
    best = [[one.best_loss, one.best_state] for one in (hasty, calm)]
    return [answers, *best]
