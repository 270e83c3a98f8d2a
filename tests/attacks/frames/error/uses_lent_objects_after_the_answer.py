"""Answers, and then uses what was lent for the call that is over.

kata: chatglm_inference
with: forging
points: some (the list that was passed in is as it was)
"""


def chat(model, tokenizer, query, history=None, **options):
    number = asked()
    say("Value", number, ["7", []])
    say("LentUse", number, 0, "generate", [], {}, False)
    say("LentUse", number, 1, "decode", [[1]], {}, False)
    time.sleep(0.1)
    return "7", []
