"""One sitting: which questions it asks, what was answered, and how that is kept. No terminal."""
