"""The LaTeX subset of the banks: parsed into a tree and drawn with characters. Knows no terminal and no question."""
