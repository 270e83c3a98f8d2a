"""Hands megabytes to what is lent, over and over: the judge records every call.

kata: chatglm_inference
also: error, timeout, memory
tiers: full
"""


def chat(model, tokenizer, query, history=None, **options):
    for number in range(12):
        for use in (tokenizer.decode, tokenizer.build_chat_input, tokenizer.get_command):
            try:
                use("x" * 3_900_000 if number % 2 else [[]] * 3_000_000)
            except Exception:
                continue
    return "7", []
