"""Text that fills its windows exactly gets an empty one at the end.

文本恰好装满窗口时，末尾多出一个空窗口。

caught by: test_windows_that_fit_exactly_leave_no_empty_one
"""

def chunk(tokens: list[str], size: int, overlap: int=0) -> list[list[str]]:
    if not 0 <= overlap < size:
        raise ValueError(f'overlap is {overlap}, not in [0, size={size})')
    chunks = []
    start = 0
    while True:
        chunks.append(tokens[start:start + size])
        if start + size >= len(tokens) + (overlap == 0):
            return chunks
        start += size - overlap
