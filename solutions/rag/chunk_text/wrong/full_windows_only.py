"""The leftover tokens don't get a shorter window: they are dropped, or the last window is moved back.

剩余部分没有成为较短的窗口：被丢掉了，或者把最后一个窗口往前移了。

caught by: test_no_token_is_lost_at_the_end
also fails: test_neighbours_share_the_overlap,
test_windows_start_size_minus_overlap_apart,
test_without_overlap_the_windows_follow_each_other
"""

def chunk(tokens: list[str], size: int, overlap: int=0) -> list[list[str]]:
    if not 0 <= overlap < size:
        raise ValueError(f'overlap is {overlap}, not in [0, size={size})')
    chunks = []
    start = 0
    while True:
        if start + size <= len(tokens) or not chunks:
            chunks.append(tokens[start:start + size])
        if start + size >= len(tokens):
            return chunks
        start += size - overlap
