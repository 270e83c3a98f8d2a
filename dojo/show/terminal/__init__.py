"""The terminal itself: keys, screen, streams, a page on a stage. Knows no question."""
