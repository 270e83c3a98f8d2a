"""Tokens are added to a buffer that is emptied, but for the overlap, when it is full."""


class ChunkError(ValueError):
    pass


def chunk(tokens, size, overlap=0):
    if size <= 0:
        raise ChunkError("size")
    if overlap < 0 or size <= overlap:
        raise ChunkError("overlap")
    done, buffer, new = [], [], 0
    for token in tokens:
        if len(buffer) == size:
            done.append(buffer)
            buffer, new = buffer[size - overlap :], 0
        buffer.append(token)
        new += 1
    if new:
        done.append(buffer)
    return done
