"""Trains people: quizzes, katas, progress. Uses `grader`, never the reverse."""
