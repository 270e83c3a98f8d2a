"""WordPiece as in BERT (Devlin et al. 2018), written to be read."""


def wordpiece(
    word: str,
    vocab: set[str],
    unk: str = "[UNK]",
    max_chars: int = 100,
) -> list[str]:
    """Return the pieces of ``word``, or ``[unk]``."""
    if len(word) > max_chars:
        return [unk]
    pieces: list[str] = []
    start = 0
    while start < len(word):
        prefix = "##" if start > 0 else ""
        for end in range(len(word), start, -1):  # the longest first
            piece = prefix + word[start:end]
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            # The trap: one gap makes the whole word unknown, and there is no
            # way back to a shorter piece.
            return [unk]
    return pieces
