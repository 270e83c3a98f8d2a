"""The loop runs while a start is left, and adds a window inside the one before.

只要起点还没越界就继续，多出一个包含在前一个里的窗口。

caught by: test_no_window_lies_inside_the_one_before
also fails: test_a_short_text_is_one_window, test_neighbours_share_the_overlap,
test_no_token_is_lost_at_the_end
"""

def chunk(tokens: list[str], size: int, overlap: int=0) -> list[list[str]]:
    if not 0 <= overlap < size:
        raise ValueError(f'overlap is {overlap}, not in [0, size={size})')
    chunks = []
    start = 0
    while True:
        chunks.append(tokens[start:start + size])
        if start + size - overlap >= len(tokens):
            return chunks
        start += size - overlap
