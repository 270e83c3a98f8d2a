"""A mock interview: sections and their questions, what was answered, and the scorecard. No terminal."""
