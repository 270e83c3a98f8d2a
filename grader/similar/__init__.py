"""Pairs of members whose code of a kata is alike beyond what the statement forces: a hint to look, never a verdict."""
