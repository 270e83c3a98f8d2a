"""The full table, filled by nested loops with if and else."""


def edit_distance(a, b):
    n, m = len(a), len(b)
    table = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            if i == 0:
                table[i][j] = j
            elif j == 0:
                table[i][j] = i
            elif a[i - 1] == b[j - 1]:
                table[i][j] = table[i - 1][j - 1]
            else:
                table[i][j] = 1 + min(table[i - 1][j], table[i][j - 1], table[i - 1][j - 1])
    return table[n][m]


def word_error_rate(references, hypotheses):
    if len(references) != len(hypotheses):
        raise ValueError("the lists differ in length")
    errors = words = 0
    for reference, hypothesis in zip(references, hypotheses):
        r = reference.split()
        errors += edit_distance(r, hypothesis.split())
        words += len(r)
    if words == 0:
        raise ValueError("no reference words")
    return errors / words
