"""The LaTeX subset of the banks: source -> a tree of nodes, and what an author should mend.

`<<name>>`, a variable of a number question, counts as a number. Knows no terminal: drawing a tree is
`draw`'s business. The nesting is bounded, so that neither this nor a walk of the tree can run out of stack.
"""

import contextlib
import re
from collections.abc import Iterator

from dojo.formula.names import ACCENTS, CHARACTERS, COMMANDS, MATRICES, SAME, STYLES, TYPED, WORDS, instead
from dojo.formula.tokens import Token, token_at
from dojo.formula.tree import (
    Accented,
    Fence,
    Fraction,
    Group,
    Matrix,
    Node,
    Root,
    Row,
    Scripted,
    Styled,
    Symbol,
    depth_of,
    paired,
)

MAX_DEPTH = 20
MAX_LENGTH = 2000
MAX_ROWS, MAX_COLUMNS = 6, 8

PLAIN_TEXT = re.compile(r"\s*\{((?:[^{}\\$]|\\[%_&#{}])*)\}")
ENVIRONMENT = re.compile(r"\{([A-Za-z]+\*?)\}")
TOO_DEEP = f"nested more than {MAX_DEPTH} deep: give the inner part a name of its own"
ROW_ENDS = ("}", "\\right", "&", "\\\\", "\\end")


class LatexError(ValueError):
    """A source that has no tree in the subset."""


def parse(source: str) -> Row:
    """The tree of a formula (without its dollars). Raises `LatexError` where there is none."""
    parser = Parser(source)
    tree = parser.whole()
    if parser.unknown:
        raise LatexError(parser.unknown[0])
    return tree


def problems(source: str) -> list[str]:
    """What an author should mend, each with how; empty for a formula of the subset."""
    parser = Parser(source)
    fatal = []
    try:
        if not parser.whole():
            fatal.append("an empty formula")
    except LatexError as error:
        fatal.append(str(error))
    if re.search(r"\n(abla|eq|otin)", source):
        fatal.append(control_character("\n"))
    return list(dict.fromkeys([*parser.unknown, *fatal, *parser.advice]))


class Parser:
    """One pass over a source; `unknown` makes it no formula of the subset, `advice` only a careless one."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.unknown: list[str] = []
        self.advice: list[str] = []
        self.depth = 0
        self.token = token_at(self.source, 0)

    def whole(self) -> Row:
        """The tree of all of the source."""
        if len(self.source) > MAX_LENGTH:
            raise LatexError(f"a formula of {len(self.source)} characters: at most {MAX_LENGTH}")
        tree = self.row()
        if self.token.kind != "end":
            raise LatexError(f"`{self.shown()}` where it has no beginning")
        if depth_of(tree) > MAX_DEPTH:
            raise LatexError(TOO_DEEP)
        return tree

    def advance(self) -> Token:
        token = self.token
        self.token = token_at(self.source, token.end)
        return token

    def at(self, *shown: str) -> bool:
        return self.shown() in shown

    def shown(self) -> str:
        return "\\" + self.token.text if self.token.kind == "command" else self.token.text

    def row(self, *stops: str) -> Row:
        """Nodes up to one of `stops` or to what ends every row, with plain delimiters paired."""
        nodes: list[Node] = []
        with self.deeper():
            while self.token.kind != "end" and not self.at(*ROW_ENDS, *stops):
                nodes.append(self.scripted(self.atom()))
        row = paired(nodes)
        for node in row:
            if isinstance(node, Symbol) and node.kind in ("open", "close"):
                self.advice.append(f"`{node.name}` without its other half")
        return row

    @contextlib.contextmanager
    def deeper(self) -> Iterator[None]:
        """Guards what calls itself."""
        self.depth += 1
        if self.depth > 2 * MAX_DEPTH:
            raise LatexError(TOO_DEEP)
        yield
        self.depth -= 1

    def scripted(self, base: Node) -> Node:
        """`base` with the scripts that follow it."""
        scripts: dict[str, Row] = {}
        primes = 0
        while self.at("^", "_", "'"):
            mark = self.advance().text
            if mark == "'":
                primes += 1
            elif mark in scripts:
                raise LatexError(f"two `{mark}` after one another: brace what belongs together")
            else:
                scripts[mark] = self.script(mark)
        if not scripts and not primes:
            return base
        if isinstance(base, Group) and not (len(base.body) == 1 and isinstance(base.body[0], Symbol)):
            self.advice.append("a script after {…}, which nobody sees: write (…)")
        return Scripted(base, scripts.get("_"), scripts.get("^"), primes, base.space)

    def script(self, mark: str) -> Row:
        token = self.token
        if token.kind == "number" and len(token.text) > 1 and not token.text.startswith("<<"):
            self.advice.append(f"`{mark}{token.text}` raises only its first digit: write {mark}{{{token.text}}}")
        if token.kind == "command" and token.text in ("frac", "sqrt"):
            self.advice.append(f"`{mark}\\{token.text}…` without braces: write {mark}{{\\{token.text}…}}")
        return self.argument(mark)

    def argument(self, of: str) -> Row:
        """A braced row, or the single symbol that LaTeX takes where braces are left out."""
        if self.at("{"):
            self.advance()
            body = self.row()
            self.expect("}", f"`{of}{{` without `}}`")
            return body
        if self.token.kind == "end" or self.at("^", "_", "'", *ROW_ENDS):
            raise LatexError(f"`{of}` without what belongs to it")
        if self.token.kind == "number" and not self.token.text.startswith("<<"):
            text = self.token.text
            self.token = token_at(self.source, self.token.end - len(text) + 1)
            return (Symbol(text[0], "number"),)
        with self.deeper():
            return (self.atom(),)

    def braced(self, of: str) -> Row:
        if not self.at("{"):
            self.advice.append(f"`\\{of}` without braces: write \\{of}{{…}}")
        return self.argument("\\" + of)

    def atom(self) -> Node:
        """The next node, without its scripts."""
        token = self.advance()
        if token.kind == "command":
            return self.command(token)
        text = token.text
        if token.kind == "number":
            return Symbol(text, "number", token.space)
        if text == "{":
            body = self.row()
            self.expect("}", "`{` without `}`")
            return Group(body, token.space)
        if text in "^_'":
            raise LatexError(f"`{text}` without anything before it")
        if text.isascii() and text.isalpha():
            return Symbol(text, "letter", token.space)
        if text in CHARACTERS:
            if text == "%":
                self.advice.append("`%` begins a comment in LaTeX: write \\%")
            return Symbol(text, CHARACTERS[text], token.space)
        self.stray(text)
        return Symbol(text, "ordinary", token.space)

    def stray(self, text: str) -> None:
        if not text.isprintable():
            self.unknown.append(control_character(text))
        elif text in TYPED:
            self.advice.append(f"`{text}`: write {TYPED[text]}")
        elif text.isascii():
            self.unknown.append(f"`{text}` is not in the subset")
        else:
            self.advice.append(f"`{text}` outside \\text: write \\text{{{text}}}")

    def command(self, token: Token) -> Node:
        name, space = token.text, token.space
        if name in COMMANDS:
            return Symbol(SAME.get(name, name), COMMANDS[name], space)
        if name == "frac":
            return Fraction(self.braced(name), self.braced(name), space)
        if name == "sqrt":
            index = None
            if self.at("["):
                self.advance()
                index = self.row("]")
                self.expect("]", "`\\sqrt[` without `]`")
            return Root(self.braced(name), index, space)
        if name in ACCENTS:
            return Accented(name, self.braced(name), space)
        if name in STYLES:
            return Styled(name, self.braced(name), space)
        if name in (*WORDS, "operatorname"):
            return Symbol(self.word(token), "function" if name == "operatorname" else "word", space)
        if name == "left":
            return self.fence(space)
        if name == "begin":
            return self.matrix(space)
        self.unknown.append(instead(name))
        return Symbol(name, "word", space)

    def word(self, token: Token) -> str:
        """The text of `\\text{…}`, with its spaces and in any script."""
        match = PLAIN_TEXT.match(self.source, token.end)
        if not match:
            raise LatexError(f"`\\{token.text}` takes plain text in braces, without commands")
        self.token = token_at(self.source, match.end())
        return re.sub(r"\\(.)", r"\1", match[1])

    def fence(self, space: bool) -> Node:
        left = self.delimiter("left")
        body = self.row()
        self.expect("\\right", "`\\left` without `\\right`")
        return Fence(left, body, self.delimiter("right"), space)

    def delimiter(self, side: str) -> str:
        token = self.advance()
        command = token.kind == "command"
        kind = (COMMANDS if command else CHARACTERS).get(token.text)
        if kind in ("open", "close", "bar"):
            return SAME.get(token.text, token.text) if command else token.text
        if token.text == "." and not command:
            return ""
        raise LatexError(f"`\\{side}` without a delimiter: ( ) [ ] | \\| \\{{ \\}} or . for none")

    def matrix(self, space: bool) -> Node:
        name = self.environment()
        if name not in MATRICES:
            raise LatexError(f"`\\begin{{{name}}}` is not in the subset: only {', '.join(MATRICES)}")
        rows: list[tuple[Row, ...]] = []
        cells = [self.row()]
        while self.at("&", "\\\\"):
            if self.advance().text == "&":
                cells.append(self.row())
            else:
                rows.append(tuple(cells))
                cells = [self.row()]
        if cells != [()]:
            rows.append(tuple(cells))
        self.expect("\\end", f"`\\begin{{{name}}}` without `\\end{{{name}}}`")
        if self.environment() != name:
            raise LatexError(f"`\\begin{{{name}}}` ended by another `\\end`")
        if not rows or len({len(row) for row in rows}) > 1:
            raise LatexError("a matrix whose rows differ in length: separate cells by &, rows by \\\\")
        if len(rows) > MAX_ROWS or len(rows[0]) > MAX_COLUMNS:
            self.advice.append(f"a matrix of {len(rows)} × {len(rows[0])}: at most {MAX_ROWS} × {MAX_COLUMNS}")
        return Matrix(*MATRICES[name], tuple(rows), space)

    def environment(self) -> str:
        start = self.token
        match = ENVIRONMENT.match(self.source, start.end - 1)
        if not self.at("{") or not match:
            raise LatexError("`\\begin` or `\\end` without a name in braces")
        self.token = token_at(self.source, match.end())
        return match[1]

    def expect(self, shown: str, otherwise: str) -> None:
        if not self.at(shown):
            raise LatexError(otherwise)
        self.advance()


def control_character(text: str) -> str:
    """What double quotes in YAML make of `\\tanh` and the like."""
    return (
        f"a control character (U+{ord(text):04X}), as double quotes make of \\t, \\f, \\b, \\n:"
        " write single quotes or a block, or double the backslash"
    )
