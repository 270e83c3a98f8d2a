"""Climbs by `..`, by descriptors of folders, by links and by magic links.

tiers: full locked
"""

import os

found = []


def attempt(function, *arguments, **options):
    try:
        found.append(function(*arguments, **options))
    except OSError:
        pass


def secret(path, folder=None):
    number = os.open(path, os.O_RDONLY, dir_fd=folder)
    return os.read(number, 1000)


for target in ("@SUBMISSIONS@/canary.txt", "@CONTENT@/canary.txt", "@HOME@/canary.txt"):
    attempt(secret, "../" * 12 + target.lstrip("/"))
    attempt(os.symlink, target, "link")
    attempt(secret, "link")
    attempt(os.unlink, "link")
    attempt(os.link, target, "hard")
    attempt(secret, "hard")
    for number in range(16):
        attempt(secret, target.lstrip("/"), number)
        attempt(secret, "../" * 12 + target.lstrip("/"), number)
        attempt(secret, f"/dev/fd/{number}/..{target}")
    attempt(os.chroot, ".")
    attempt(os.chdir, os.path.dirname(target))
    attempt(secret, os.path.basename(target))
found = [item for item in found if item is not None]


def softmax(x):
    assert not found, found
    return [7.0] * len(x)
