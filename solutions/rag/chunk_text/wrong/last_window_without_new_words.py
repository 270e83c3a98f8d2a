"""Drops the last window if all of its words occur in the one before.

最后一个窗口里的词如果都在前一个窗口出现过，就丢掉它。

caught by: test_no_token_is_lost_at_the_end
"""

def chunk(tokens, size, overlap=0):
    if size < 1 or not 0 <= overlap < size:
        raise ValueError
    chunks = [tokens[i : i + size] for i in range(0, len(tokens), size - overlap)]
    while len(chunks) > 1 and set(chunks[-1]) <= set(chunks[-2]):
        chunks.pop()
    return chunks
