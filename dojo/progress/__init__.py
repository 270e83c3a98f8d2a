"""What a learner did, kept for good: an append-only log in one SQLite file. The only writer of it."""

from dojo.progress.errors import ProgressError, Reason, Sentence
from dojo.progress.events import Answer, Flag, Interview, Judged, Outcome, Plan, Planned, Session, Step
from dojo.progress.log import Progress
from dojo.progress.opening import FILE_NAME, open_progress

__all__ = [
    "FILE_NAME",
    "Answer",
    "Flag",
    "Interview",
    "Judged",
    "Outcome",
    "Plan",
    "Planned",
    "Progress",
    "ProgressError",
    "Reason",
    "Sentence",
    "Session",
    "Step",
    "open_progress",
]
