"""The module in the worker is an object that has everything, as a handle of no number at all.

with: forging
also: failed
"""


class Everything:
    def __getattr__(self, name):
        return self

    def __call__(self, *_, **__):
        return self

    def __iter__(self):
        return iter([self])

    def __len__(self):
        return 3


worker().objects[0] = Everything()
worker().objects[:] = [Everything()] * 5
