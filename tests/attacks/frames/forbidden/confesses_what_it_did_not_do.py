"""Claims to have reached something forbidden. Whoever says so is taken at their word.

with: forging
"""


def softmax(x):
    say("Forbidden", asked(), "\x1b[2Jscipy\u202e.special", 1 << 40)
    time.sleep(0.1)
    os._exit(0)
