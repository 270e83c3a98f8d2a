"""A generator of pairs (id, label), cut with islice."""

from itertools import islice


def pairs(messages, encode, role_ids, eos_id):
    for message in messages:
        mine = message["role"] == "assistant"
        yield role_ids[message["role"]], False
        for token in encode(message["content"]):
            yield token, mine
        yield eos_id, mine


def sft_example(messages, encode, role_ids, eos_id, max_len):
    if not {message["role"] for message in messages} <= role_ids.keys():
        raise ValueError("role")
    cut = list(islice(pairs(messages, encode, role_ids, eos_id), max_len))
    if not any(mine for _, mine in cut):
        raise ValueError("no label")
    return [token for token, _ in cut], [token if mine else -100 for token, mine in cut]
