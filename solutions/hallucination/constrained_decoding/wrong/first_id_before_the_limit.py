"""Looks at max_len only after an id was added, so 0 still gives one id.

加了 id 之后才看 max_len，max_len 为 0 时仍会给出一个 id。

caught by: test_decoding_stops_at_the_length_limit
"""

def constrained_greedy(next_logits, allowed, eos_id, max_len):
    ids = []
    while True:
        choices = sorted(int(i) for i in allowed(list(ids)))
        if not choices:
            return ids
        logits = next_logits(list(ids))
        ids.append(max(choices, key=lambda i: logits[i]))
        if ids[-1] == eos_id or len(ids) >= max_len:
            return ids
