"""A negative overlap is accepted and leaves gaps.

接受负的 overlap，窗口之间就有了空缺。

caught by: test_a_negative_overlap_raises_value_error
"""

def chunk(tokens: list[str], size: int, overlap: int=0) -> list[list[str]]:
    if overlap >= size:
        raise ValueError(f'overlap is {overlap}, not in [0, size={size})')
    chunks = []
    start = 0
    while True:
        chunks.append(tokens[start:start + size])
        if start + size >= len(tokens):
            return chunks
        start += size - overlap
