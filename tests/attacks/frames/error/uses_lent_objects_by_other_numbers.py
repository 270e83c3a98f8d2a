"""Asks for lent objects by numbers that do not exist, in the middle of an honest call.

kata: chatglm_inference
with: forging
"""

import itertools

TURNS = itertools.cycle([99, -1, 1 << 40, 2])


def chat(model, tokenizer, query, history=None, **options):
    say("LentUse", asked(), next(TURNS), "decode", [[1]], {}, False)
    time.sleep(0.1)
    return "7", []
