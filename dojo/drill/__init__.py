"""Writing code: the learner's folder for a kata, grading what is in it, and drills against the clock."""
