"""Grows the block of passages as a string, with the tail kept ready."""


def build_prompt(question, passages, budget, count_tokens):
    tail = "Question: " + question + "\nAnswer:"
    if count_tokens(tail) > budget:
        raise ValueError("question too long")
    head, n = "", 1
    for text in passages:
        more = head + "[%d] %s\n" % (n, text)
        if count_tokens(more + "\n" + tail) <= budget:
            head, n = more, n + 1
    return head + "\n" + tail if head else tail
