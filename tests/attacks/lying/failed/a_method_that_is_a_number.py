"""Objects whose method is a number, in a class that can be made.

kata: early_stopping
also: error
"""


class EarlyStopping:
    best_loss = best_state = None
    step = 5

    def __init__(self, patience, min_delta=0.0):
        pass
