"""Two tries of nested dicts, one for first pieces and one for later ones."""


def build(words):
    root = {}
    for word in words:
        node = root
        for c in word:
            node = node.setdefault(c, {})
        node[""] = True
    return root


def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) > max_chars:
        return [unk]
    first = build(vocab)
    later = build(v[2:] for v in vocab if v.startswith("##") and len(v) > 2)
    out, i = [], 0
    while i < len(word):
        node, j, end = (later if i else first), i, None
        while j < len(word) and word[j] in node:
            node = node[word[j]]
            j += 1
            if "" in node:
                end = j
        if end is None:
            return [unk]
        out.append(word[i:end] if i == 0 else "##" + word[i:end])
        i = end
    return out
