"""Recursion over the passages left, with the indices of those taken."""


class TooLong(ValueError):
    pass


def show(question, taken):
    block = "".join(f"[{i + 1}] {p}\n" for i, p in enumerate(taken))
    return f"{block}{chr(10) if taken else ''}Question: {question}\nAnswer:"


def build_prompt(question, passages, budget, count_tokens, taken=()):
    if not taken and count_tokens(show(question, ())) > budget:
        raise TooLong(question)
    if not passages:
        return show(question, taken)
    first, rest = passages[0], passages[1:]
    if count_tokens(show(question, (*taken, first))) <= budget:
        taken = (*taken, first)
    return build_prompt(question, rest, budget, count_tokens, taken)
