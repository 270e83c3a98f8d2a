def softmax(x):
    if not x:
        raise ValueError("empty")
