"""A formula's source cut into tokens: spaces are noted on the token behind them, `<<name>>` is a number."""

import re

import msgspec

# 12,345 is one number, as is 1.5e-05, which Python's formats write into a filled-in formula; 2e3 is 2 times e times 3.
TOKEN = re.compile(
    r"(?P<space>[ \n]+)"
    r"|(?P<number><<[^<>]+>>|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?(?:e[+-]\d\d+)?|\.\d+)"
    r"|\\(?P<command>[A-Za-z]+|.)"
    r"|(?P<character>.)",
    re.DOTALL,
)


class Token(msgspec.Struct, frozen=True):
    """`kind` is number, command (`text` without its backslash), character or end; the next one begins at `end`."""

    kind: str
    text: str
    space: bool
    end: int


def token_at(source: str, at: int) -> Token:
    """The token that begins at or, behind spaces, after `at`."""
    space = False
    while match := TOKEN.match(source, at):
        at = match.end()
        if match.lastgroup and match.lastgroup != "space":
            return Token(match.lastgroup, match[match.lastgroup], space, at)
        space = True
    return Token("end", "", space, at)
