"""Windows follow each other without an overlap.

窗口之间没有重叠。

caught by: test_neighbours_share_the_overlap
also fails: test_no_token_is_lost_at_the_end,
test_no_window_lies_inside_the_one_before,
test_windows_start_size_minus_overlap_apart
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
        start += size
