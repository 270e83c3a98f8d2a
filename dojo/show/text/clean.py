"""Makes text safe for a terminal: no control character from a bank or a learner gets through.

Leaves widths and line breaks to `wrap`, styles to `markup`.
"""

from __future__ import annotations

import re

# C0 without newline, DEL, C1, bidirectional controls, line separators, tags, lone surrogates, non-characters
_UNSAFE = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_STAND_IN = "\ufffd"

_ASCII = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-",
    "\u2014": "--", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2026": "...", "\u00b7": "-",
    "\u00d7": "x", "\u2212": "-", "\u2264": "<=", "\u2265": ">=", "\u2260": "!=", "\u2248": "~=", "\u2192": "->",
    "\u2190": "<-", "\u2191": "^", "\u2193": "v", "\u21b5": "", "\u2713": "+", "\u2714": "+", "\u2717": "x",
    "\u2718": "x", "\u25d0": "~", "\u25cf": "*", "\u25cb": "o", "\u25a1": "_", "\u25a0": "x", "\u2022": "*",
    "\u2502": "|", "\u232b": "Bksp",
    "\u2500": "-", "\u2501": "=", "\u258c": "|", "\u25b8": ">", "\u2691": "!", "\u00b1": "+/-", "\u00b0": " deg",
    "\u00b2": "^2", "\u00b3": "^3", "\u00bd": "1/2", "\u221e": "inf", "\u2208": " in ", "\u221a": "sqrt",
    "\u03b1": "alpha", "\u03b2": "beta", "\u03b3": "gamma", "\u03b4": "delta", "\u03b5": "epsilon", "\u03b7": "eta",
    "\u03b8": "theta", "\u03bb": "lambda", "\u03bc": "mu", "\u03c0": "pi", "\u03c1": "rho", "\u03c3": "sigma",
    "\u03c4": "tau", "\u03c6": "phi", "\u03c9": "omega", "\u0394": "Delta", "\u03a3": "Sigma", "\ufffd": "?",
}  # fmt: skip
_TO_ASCII = str.maketrans(_ASCII)


def clean(text: str) -> str:
    """`text` with tabs as spaces, newlines as they are, and every other control character as a visible stand-in."""
    if all(line.isprintable() for line in text.split("\n")):
        return text  # nearly every text; the pattern is compiled when it is first needed
    if "\t" in text or "\r" in text:
        text = text.replace("\r\n", "\n").expandtabs(4)
    return re.sub(_UNSAFE, _STAND_IN, text)


def one_line(text: str) -> str:
    """`clean`, and newlines as spaces: for titles, notes and whatever stands in a line of a page."""
    return " ".join(clean(text).split())


def plain_ascii(text: str) -> str:
    """Typographic characters, Greek letters and arrows in ASCII; what has no ASCII form (Chinese) is kept."""
    return text if text.isascii() else text.translate(_TO_ASCII)


def encodable(text: str, encoding: str) -> str:
    """`text` with a `?` for every character that `encoding` lacks."""
    return text.encode(encoding, "replace").decode(encoding)
