"""Uses lent objects with a number of 5,000 digits, and so that their answer is larger than a frame may be.

kata: chatglm_inference
also: error (where an exception is due)
points: some (an answer that is a text is stripped, and a list that nobody touched is as it was)
"""

ASKED = []


def chat(model, tokenizer, query, history=None, **options):
    if ASKED:
        return "7", []
    ASKED.append(query)
    for ask in (
        lambda: tokenizer.get_command(10**5000),
        lambda: tokenizer.decode(10**5000),
        lambda: tokenizer._elsewhere.build_chat_input("x" * 3_000_000, history=None, role="user"),
    ):
        try:
            ask()
        except Exception as error:
            print(type(error).__name__, str(error)[:80])
    return "7", []
