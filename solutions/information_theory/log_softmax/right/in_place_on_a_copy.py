"""A float copy, changed in place; log1p of what the other entries add."""

import numpy as np


def log_softmax(x, axis=-1):
    out = np.array(x, dtype=np.result_type(x.dtype, np.float32) if x.dtype.kind == "f" else np.float64)
    top = np.expand_dims(out.argmax(axis), axis)
    out -= np.take_along_axis(out, top, axis)
    others = np.exp(out)
    np.put_along_axis(others, top, 0.0, axis)
    out -= np.log1p(others.sum(axis, keepdims=True))
    return out
