"""A text no longer than the overlap gives no window at all.

不比 overlap 长的文本一个窗口也没有。

caught by: test_a_short_text_is_one_window
"""

def chunk(tokens: list[str], size: int, overlap: int=0) -> list[list[str]]:
    if not 0 <= overlap < size:
        raise ValueError(f'overlap is {overlap}, not in [0, size={size})')
    chunks = []
    if len(tokens) <= overlap:
        return chunks
    start = 0
    while True:
        chunks.append(tokens[start:start + size])
        if start + size >= len(tokens):
            return chunks
        start += size - overlap
