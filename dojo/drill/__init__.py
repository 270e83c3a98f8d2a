"""Writing code: the learner's folder for a kata, and grading what is in it."""
