"""The rules for authors: what a bank must not hold and what it should avoid. `dojo.bank` does the reading."""
