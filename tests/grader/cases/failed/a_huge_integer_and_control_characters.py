def softmax(x):
    if not x:
        raise ValueError("empty")
    return [10**5000, "\x1b[2J\u202e\ud800"]
