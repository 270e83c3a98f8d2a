"""Windows start `overlap` tokens apart, except where that is 0.

窗口起点相距 overlap，只有 overlap 为 0 时例外。

caught by: test_windows_start_size_minus_overlap_apart
also fails: test_no_token_is_lost_at_the_end,
test_no_window_lies_inside_the_one_before
"""

def chunk(tokens: list[str], size: int, overlap: int=0) -> list[list[str]]:
    if not 0 <= overlap < size:
        raise ValueError(f'overlap is {overlap}, not in [0, size={size})')
    chunks = []
    start = 0
    while True:
        chunks.append(tokens[start:start + size])
        if start + size >= len(tokens):
            return chunks
        start += overlap or size
