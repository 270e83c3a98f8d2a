"""Files of its own, sqlite in memory, pickles, logging, regular expressions, randomness."""

import json
import logging
import math
import os
import pickle
import random
import re
import sqlite3
import tempfile

logging.basicConfig(level=logging.DEBUG)
random.seed(0)
store = sqlite3.connect(":memory:")


def softmax(x):
    logging.info("scores: %s", x)
    if not x:
        raise ValueError("empty")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scores.json")
        with open(path, "w") as file:
            json.dump([repr(value) for value in x], file)
        with open(path) as file:
            values = [float(word) for word in json.load(file) if re.match(r"-?[0-9ei]", word)]
    store.execute("create table if not exists seen (n integer)")
    store.execute("insert into seen values (?)", (len(values),))
    top = max(values)
    powers = pickle.loads(pickle.dumps([math.exp(value - top) for value in values]))
    return [power / math.fsum(powers) for power in powers]
