"""The commands of the LaTeX subset, by what they do in a formula. How they look is `dojo.show`'s business."""

from typing import Literal

Kind = Literal[
    "letter", "number", "word", "ordinary", "prefix",
    "function", "limit", "big",
    "binary", "slash", "relation", "punctuation", "postfix", "bar", "open", "close", "gap",
]  # fmt: skip

GREEK = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
]  # fmt: skip
GREEK_VARIANTS = ["varepsilon", "vartheta", "varphi"]

COMMANDS: dict[str, Kind] = {
    **dict.fromkeys([*GREEK, *GREEK_VARIANTS, "ell"], "letter"),
    **dict.fromkeys(["infty", "ldots", "dots", "cdots", "vdots", "ddots", "top", "forall", "exists"], "ordinary"),
    **dict.fromkeys(["partial", "nabla"], "prefix"),
    **dict.fromkeys(["log", "ln", "exp", "tanh", "sinh", "cosh", "sin", "cos", "tan", "arg", "det", "dim"], "function"),
    **dict.fromkeys(["max", "min", "lim", "sup", "inf"], "limit"),
    **dict.fromkeys(["sum", "prod", "int"], "big"),
    **dict.fromkeys(["cdot", "times", "pm", "mp", "odot", "oplus", "otimes", "ast", "circ", "cup", "cap"], "binary"),
    **dict.fromkeys(
        [
            "le", "leq", "ge", "geq", "ne", "neq", "approx", "propto", "sim", "equiv", "ll", "gg", "in", "notin",
            "subset", "subseteq", "to", "rightarrow", "leftarrow", "Rightarrow", "mapsto", "mid", "perp",
        ],
        "relation",
    ),
    **dict.fromkeys(["lVert", "lvert", "lfloor", "lceil", "langle", "{"], "open"),
    **dict.fromkeys(["rVert", "rvert", "rfloor", "rceil", "rangle", "}"], "close"),
    **dict.fromkeys(["|", "Vert", "vert"], "bar"),
    **dict.fromkeys([",", ":", ";", "!", " ", "quad", "qquad"], "gap"),
    **dict.fromkeys(["%", "_", "&", "#"], "ordinary"),
}  # fmt: skip

CHARACTERS: dict[str, Kind] = {
    **dict.fromkeys("+-*", "binary"),
    **dict.fromkeys("=<>", "relation"),
    **dict.fromkeys(",;:", "punctuation"),
    **dict.fromkeys(".%", "ordinary"),
    "/": "slash",
    "!": "postfix",
    "|": "bar",
    **dict.fromkeys("([", "open"),
    **dict.fromkeys(")]", "close"),
}

# Different spellings of one command; a tree holds the second.
SAME = {
    "leq": "le", "geq": "ge", "neq": "ne", "rightarrow": "to", "dots": "ldots", "varepsilon": "epsilon",
    "|": "Vert", "vert": "|", ";": ",", ":": ",", "!": "",
}  # fmt: skip

PAIRS = {"(": ")]", "[": ")]", "{": "}", "lVert": ("rVert",), "lvert": ("rvert",), "lfloor": ("rfloor",),
         "lceil": ("rceil",), "langle": ("rangle",)}  # fmt: skip

STYLES = ("mathbf", "mathbb", "mathcal")
ACCENTS = ("hat", "tilde", "bar", "vec")
WORDS = ("text", "mathrm")
MATRICES = {"bmatrix": ("[", "]"), "pmatrix": ("(", ")")}

KNOWN = [*COMMANDS, *STYLES, *ACCENTS, *WORDS, "frac", "sqrt", "operatorname", "left", "right", "begin", "end"]

# What authors reach for from habit, and what to write here.
INSTEAD = {
    "dfrac": r"\frac", "tfrac": r"\frac", "cfrac": r"\frac", "over": r"\frac{…}{…}",
    "bm": r"\mathbf", "boldsymbol": r"\mathbf", "pmb": r"\mathbf", "bold": r"\mathbf",
    "overline": r"\bar", "widehat": r"\hat", "widetilde": r"\tilde",
    "textrm": r"\text", "textbf": r"\text", "mbox": r"\text", "textit": r"\text", "rm": r"\mathrm{…}",
    "implies": r"\Rightarrow", "iff": r"\text{ iff }", "gets": r"\leftarrow", "longrightarrow": r"\to",
    "argmax": r"\operatorname{argmax}", "argmin": r"\operatorname{argmin}", "softmax": r"\operatorname{softmax}",
    "relu": r"\operatorname{ReLU}", "sigmoid": r"\sigma", "prime": "'", "dagger": r"\top", "intercal": r"\top",
    "big": r"\left", "Big": r"\left", "bigg": r"\left", "Bigg": r"\left", "bigl": r"\left", "bigr": r"\right",
    "parallel": r"\|", "lbrace": r"\{", "rbrace": r"\}", "lbrack": "[", "rbrack": "]", "star": r"\ast",
    "limits": "nothing: display puts limits above and below", "displaystyle": "nothing: use $$…$$",
    "sgn": r"\operatorname{sgn}", "KL": r"\operatorname{KL}", "E": r"\mathbb{E}", "R": r"\mathbb{R}", "iint": r"\int",
}  # fmt: skip

# Characters from a keyboard or a paste, and the command that says the same.
TYPED = {
    "×": r"\times", "·": r"\cdot", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx", "→": r"\to", "∈": r"\in",
    "∞": r"\infty", "∂": r"\partial", "∇": r"\nabla", "±": r"\pm", "…": r"\ldots", "−": "-", "–": "-", "∑": r"\sum",
    "Σ": r"\Sigma", "√": r"\sqrt{…}", "‖": r"\|", "²": "^2", "³": "^3", "⊤": r"\top", "′": "'", "’": "'",
    "，": ",", "（": "(", "）": ")", "：": ":", "＝": "=", "＋": "+", "｜": "|",
    **{chr(code): "\\" + name for code, name in zip([*range(0x3B1, 0x3BF), *range(0x3C0, 0x3C2), *range(0x3C3, 0x3CA)],
                                                    GREEK[:23], strict=True)},
}  # fmt: skip


def instead(name: str) -> str:
    """What to say of a command outside the subset."""
    import difflib  # a page with a formula should not wait for it

    if name in INSTEAD:
        hint = f"write {INSTEAD[name]}"
    elif near := difflib.get_close_matches(name, [word for word in KNOWN if len(word) > 2], 1, cutoff=0.7):
        hint = f"did you mean \\{near[0]}?"
    else:
        hint = "write it with the commands of the subset, or as \\operatorname{…} or \\text{…}"
    return f"`\\{name}` is not in the subset: {hint}"
