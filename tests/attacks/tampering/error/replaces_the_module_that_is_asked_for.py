"""The module that is asked for becomes an object that has everything, as a handle of no number at all.

also: failed
"""

import sys
import types


class Everything(types.ModuleType):
    def __getattribute__(self, name):
        return self

    def __call__(self, *_, **__):
        return self

    def __iter__(self):
        return iter([self])

    def __len__(self):
        return 3


sys.modules[__name__].__class__ = Everything
sys.modules[__name__] = Everything("everything")
