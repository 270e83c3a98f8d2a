"""All ids first, and the spans of the answers; the labels are copied span by span."""


def sft_example(messages, encode, role_ids, eos_id, max_len):
    ids, spans = [], []
    for message in messages:
        try:
            ids.append(role_ids[message["role"]])
        except KeyError as error:
            raise ValueError(f"unknown role {error}") from None
        start = len(ids)
        ids.extend(encode(message["content"]))
        ids.append(eos_id)
        if message["role"] == "assistant":
            spans.append(slice(start, len(ids)))
    labels = [-100] * len(ids)
    for span in spans:
        labels[span] = ids[span]
    del ids[max_len:], labels[max_len:]
    if set(labels) <= {-100}:
        raise ValueError("nothing to learn")
    return ids, labels
