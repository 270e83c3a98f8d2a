"""Regular expressions of all pieces, sorted by falling length; a generator collects the matches."""

import re


def pattern(pieces):
    return re.compile("|".join(re.escape(p) for p in sorted(pieces, key=len, reverse=True)) or r"(?!)", re.DOTALL)


def matches(word, vocab):
    first = pattern({p for p in vocab if p})
    later = pattern({p[2:] for p in vocab if p[:2] == "##" and p != "##"})
    at = 0
    while at != len(word):
        hit = (first if at == 0 else later).match(word, at)
        yield None if hit is None else ("" if at == 0 else "##") + hit[0]
        if hit is None:
            return
        at = hit.end()


def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    pieces = [None] if len(word) > max_chars else list(matches(word, vocab))
    return [unk] if None in pieces else pieces
