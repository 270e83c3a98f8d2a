"""A small class that holds the lines and undoes what does not fit."""


class Prompt:
    def __init__(self, question):
        self.end = [f"Question: {question}", "Answer:"]
        self.lines = []

    def __str__(self):
        return "\n".join(self.lines + [""] + self.end if self.lines else self.end)


def build_prompt(question, passages, budget, count_tokens):
    prompt = Prompt(question)
    if count_tokens(str(prompt)) > budget:
        raise ValueError(f"more than {budget} tokens")
    for passage in passages:
        prompt.lines.append(f"[{len(prompt.lines) + 1}] {passage}")
        if count_tokens(str(prompt)) > budget:
            prompt.lines.pop()
    return str(prompt)
