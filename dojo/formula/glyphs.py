"""How each symbol of the LaTeX subset looks, with Unicode and without; each name of `names` has its place."""

# name: (with Unicode, without). A sum is not a capital sigma: ∑ and Σ stay apart.
GLYPHS: dict[str, tuple[str, str]] = {
    "alpha": ("α", "alpha"), "beta": ("β", "beta"), "gamma": ("γ", "gamma"), "delta": ("δ", "delta"),
    "epsilon": ("ε", "epsilon"), "zeta": ("ζ", "zeta"), "eta": ("η", "eta"), "theta": ("θ", "theta"),
    "vartheta": ("ϑ", "vartheta"), "iota": ("ι", "iota"), "kappa": ("κ", "kappa"), "lambda": ("λ", "lambda"),
    "mu": ("μ", "mu"), "nu": ("ν", "nu"), "xi": ("ξ", "xi"), "pi": ("π", "pi"), "rho": ("ρ", "rho"),
    "sigma": ("σ", "sigma"), "tau": ("τ", "tau"), "upsilon": ("υ", "upsilon"), "phi": ("φ", "phi"),
    "varphi": ("ϕ", "varphi"), "chi": ("χ", "chi"), "psi": ("ψ", "psi"), "omega": ("ω", "omega"),
    "Gamma": ("Γ", "Gamma"), "Delta": ("Δ", "Delta"), "Theta": ("Θ", "Theta"), "Lambda": ("Λ", "Lambda"),
    "Xi": ("Ξ", "Xi"), "Pi": ("Π", "Pi"), "Sigma": ("Σ", "Sigma"), "Upsilon": ("Υ", "Upsilon"),
    "Phi": ("Φ", "Phi"), "Psi": ("Ψ", "Psi"), "Omega": ("Ω", "Omega"), "ell": ("ℓ", "ell"),
    "infty": ("∞", "inf"), "ldots": ("…", "..."), "cdots": ("⋯", "..."), "vdots": ("⋮", ":"), "ddots": ("⋱", "..."),
    "top": ("⊤", "T"), "forall": ("∀", "for all"), "exists": ("∃", "exists"),
    "partial": ("∂", "partial"), "nabla": ("∇", "grad"),
    "sum": ("∑", "sum"), "prod": ("∏", "prod"), "int": ("∫", "integral"),
    "-": ("−", "-"), "cdot": ("·", "*"), "times": ("×", "*"), "pm": ("±", "+/-"), "mp": ("∓", "-/+"),
    "odot": ("⊙", "(*)"), "oplus": ("⊕", "(+)"), "otimes": ("⊗", "(x)"), "ast": ("∗", "*"), "circ": ("∘", "o"),
    "cup": ("∪", "union"), "cap": ("∩", "intersect"),
    "le": ("≤", "<="), "ge": ("≥", ">="), "ne": ("≠", "!="), "approx": ("≈", "~="), "propto": ("∝", "propto"),
    "sim": ("∼", "~"), "equiv": ("≡", "=="), "ll": ("≪", "<<"), "gg": ("≫", ">>"), "in": ("∈", "in"),
    "notin": ("∉", "not in"), "subset": ("⊂", "subset of"), "subseteq": ("⊆", "subset or equal"),
    "to": ("→", "->"), "leftarrow": ("←", "<-"), "Rightarrow": ("⇒", "=>"), "mapsto": ("↦", "|->"),
    "mid": ("|", "|"), "perp": ("⊥", "_|_"),
    "Vert": ("‖", "||"), "lVert": ("‖", "||"), "rVert": ("‖", "||"), "lvert": ("|", "|"), "rvert": ("|", "|"),
    "lfloor": ("⌊", "floor("), "rfloor": ("⌋", ")"), "lceil": ("⌈", "ceil("), "rceil": ("⌉", ")"),
    "langle": ("⟨", "<"), "rangle": ("⟩", ">"),
}  # fmt: skip

GAPS = {"": "", ",": " ", " ": " ", "quad": "  ", "qquad": "    "}

SUPERSCRIPTS = dict(
    zip(
        "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδφχ⊤′",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᵠᵡᵀ′",
        strict=True,
    )
)
SUBSCRIPTS = dict(zip("0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))

COMBINING = {"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "vec": "\u20d7"}

ASCII_STYLES = {"mathbf": "bf", "mathbb": "bb", "mathcal": "cal"}
STYLE_STARTS = {
    "mathbf": (0x1D400, 0x1D41A, 0x1D7CE),
    "mathbb": (0x1D538, 0x1D552, 0x1D7D8),
    "mathcal": (0x1D49C, 0, 0),
}
# Letters that Unicode had before it had the alphabets, and that are missing from these.
STYLE_EXCEPTIONS = {
    "mathbb": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "mathcal": dict(zip("BEFHILMR", "ℬℰℱℋℐℒℳℛ", strict=True)),
}

# Top, middle and bottom of a tall delimiter.
TALL = {
    "(": ("⎛", "⎜", "⎝"), ")": ("⎞", "⎟", "⎠"), "[": ("⎡", "⎢", "⎣"), "]": ("⎤", "⎥", "⎦"),
    "{": ("⎰", "⎪", "⎱"), "}": ("⎱", "⎪", "⎰"), "⌊": ("⎢", "⎢", "⎣"), "⌋": ("⎥", "⎥", "⎦"),
    "⌈": ("⎡", "⎢", "⎢"), "⌉": ("⎤", "⎥", "⎥"), "|": ("│",) * 3, "‖": ("║",) * 3,
}  # fmt: skip
TALL_ASCII = {
    "(": ("/", "|", "\\"), ")": ("\\", "|", "/"), "[": ("[",) * 3, "]": ("]",) * 3, "|": ("|",) * 3, "||": ("||",) * 3,
}  # fmt: skip


def glyph(name: str, unicode: bool) -> str:
    """What stands for a name; a character stands for itself."""
    pair = GLYPHS.get(name)
    return pair[not unicode] if pair else name


def styled(style: str, character: str) -> str | None:
    """A letter or digit in one of the mathematical alphabets; None where that has none."""
    exception = STYLE_EXCEPTIONS.get(style, {}).get(character)
    if exception:
        return exception
    for first, start in zip("Aa0", STYLE_STARTS[style], strict=True):
        last = {"A": "Z", "a": "z", "0": "9"}[first]
        if start and first <= character <= last and len(character) == 1:
            return chr(start + ord(character) - ord(first))
    return None
