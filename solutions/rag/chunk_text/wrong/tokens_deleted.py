"""The tokens are deleted from the caller's list as windows are cut.

切窗口时把调用者列表里的 token 删掉了。

caught by: test_the_tokens_are_not_modified
"""

def chunk(tokens: list[str], size: int, overlap: int=0) -> list[list[str]]:
    if not 0 <= overlap < size:
        raise ValueError(f'overlap is {overlap}, not in [0, size={size})')
    chunks = []
    start = 0
    while True:
        chunks.append(tokens[:size])
        if size >= len(tokens):
            return chunks
        del tokens[:size - overlap]
