"""A mock interview on a screen or in lines, its scorecard, the list of cards, and their export."""
