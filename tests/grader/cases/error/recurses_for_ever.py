def softmax(x):
    return softmax(x)
