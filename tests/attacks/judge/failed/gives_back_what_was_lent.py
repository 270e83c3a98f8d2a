"""Returns the lent objects themselves, in places where texts and lists are due.

kata: chatglm_inference
also: error
points: some (the list that was passed in is as it was)
"""

import itertools

TURNS = itertools.count()


def chat(model, tokenizer, query, history=None, **options):
    turn = next(TURNS) % 4
    if turn == 0:
        return model
    if turn == 1:
        return tokenizer, [model]
    if turn == 2:
        return {"a": model}, {tokenizer: 1}.keys()
    return "7", [{"role": model, "content": tokenizer}]
