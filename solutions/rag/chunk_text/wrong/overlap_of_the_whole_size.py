"""An overlap equal to the size is accepted where the text is short, and never ends otherwise.

接受等于 size 的 overlap，短文本侥幸通过，长文本永不结束。

caught by: test_windows_that_do_not_move_on_raise_value_error
"""

def chunk(tokens: list[str], size: int, overlap: int=0) -> list[list[str]]:
    if not 0 <= overlap <= size:
        raise ValueError(f'overlap is {overlap}, not in [0, size={size})')
    chunks = []
    start = 0
    while True:
        chunks.append(tokens[start:start + size])
        if start + size >= len(tokens):
            return chunks
        start += max(size - overlap, 1)
