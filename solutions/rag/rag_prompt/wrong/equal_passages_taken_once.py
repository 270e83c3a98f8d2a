"""Takes a passage only once, even if it is given twice.

同一个段落给了两次，也只放一次。

caught by: test_equal_passages_are_both_taken
"""

def assemble(question, lines):
    end = f"Question: {question}\nAnswer:"
    return "\n".join([*lines, "", end]) if lines else end


def build_prompt(question, passages, budget, count_tokens):
    if count_tokens(assemble(question, [])) > budget:
        raise ValueError("the question alone is over the budget")
    lines = []
    for passage in dict.fromkeys(passages):
        line = f"[{len(lines) + 1}] {passage}"
        if count_tokens(assemble(question, [*lines, line])) <= budget:
            lines.append(line)
    return assemble(question, lines)
