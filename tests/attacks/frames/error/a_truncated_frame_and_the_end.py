"""Half a frame, then the end of the process with status 0.

with: forging
quick: yes
"""


def softmax(x):
    put(framed(encode(["Value", asked(), [0.5, 0.5]]))[:-5])
    os._exit(0)
