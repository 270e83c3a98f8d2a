import math
import threading
import warnings


def softmax(x):
    warnings.warn("slow", stacklevel=2)
    top = max(x)
    powers = [0.0] * len(x)

    def work(index):
        powers[index] = math.exp(x[index] - top)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(min(len(x), 8))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for index in range(8, len(x)):
        work(index)
    return [power / sum(powers) for power in powers]
