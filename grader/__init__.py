"""Marks code. Knows nothing of quizzes, progress or terminals."""
