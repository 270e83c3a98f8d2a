def softmax(x):
    raise MemoryError
