"""Quiz sessions killed at random moments: is every answer whose feedback stood on the screen in the log?

A learner on a pseudo-terminal answers every kind of question as fast as pages come and is killed without warning: some
milliseconds after an answer was sent, or at any moment since the start. The next one finds the home as it was left.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from pathlib import Path

from msgspec import Struct

from benchmarks.banks import real
from benchmarks.terminal import PATIENCE, Terminal, pages
from dojo.progress import FILE_NAME, open_progress
from dojo.question.kinds import KINDS
from dojo.show.phrases import say

DOJO = str(Path(sys.executable).with_name("dojo"))
SIGNS = {"✔": "right", "◐": "partly", "✘": "wrong"}
KINDS_SHOWN = {say(f"kind_{kind}", "en"): kind for kind in KINDS}
HEADER = re.compile(r" · ([a-z ]+?) {2,}.*?(\d+)/\d+ ")  # the question's kind and number
QUIET = 0.005  # seconds without output: the page is complete
SESSIONS_A_HOME = 25
LONGEST = 2.0  # seconds from the start within which a kill may come at any moment
SHORTLY = 0.03  # seconds after an answer within which the others come


class Found(Struct, frozen=True):
    """What one killed session comes to. `unseen`: answers in the log whose feedback was not painted any more."""

    shown: int
    missing: int
    unseen: int


def bench_killed(sessions: int = 200, seed: int = 11) -> None:
    chance = random.Random(seed)
    found: list[Found] = []
    resumed = finished = 0
    with tempfile.TemporaryDirectory() as name:
        content = real(Path(name, "content"))
        while len(found) < sessions:
            home = Path(name, str(len(found) // SESSIONS_A_HOME))
            environ = {"DOJO_CONTENT": str(content), "DOJO_HOME": str(home), "DOJO_LANG": "en"}
            earlier = standing(home)
            began = time.time()
            terminal = Terminal([DOJO, "quiz"], environ)
            was_killed = answer(terminal, chance)
            terminal.kill()
            if say("unsaved", "en", why="") in terminal.seen.decode(errors="ignore"):
                raise RuntimeError("an answer could not be saved: this measures nothing")
            found.append(examine(home, terminal.seen, began, earlier))
            resumed += say("resume_title", "en").encode() in terminal.seen
            if not was_killed:  # it came to its end first
                finished += 1
                sessions += 1
    print(f"{len(found) - finished} sessions killed, {finished} came to their end first, seed {seed}")
    print(f"  offered to go on from an earlier:  {resumed}")
    print(f"  answers whose feedback was shown:  {sum(one.shown for one in found)}")
    print(f"  of these missing in the log:       {sum(one.missing for one in found)}")
    print(f"  in the log, feedback not shown:    {sum(one.unseen for one in found)}")
    sys.stdout.flush()


def answer(terminal: Terminal, chance: random.Random) -> bool:
    """Answers until the moment to kill; False where the session came to its end before."""
    any_time = chance.random() < 0.3
    deadline = chance.uniform(0, LONGEST) if any_time else PATIENCE
    wanted = 0 if any_time else chance.randint(1, 9)  # after so many answers
    acted = answers = 0
    while terminal.seconds < deadline:
        if terminal.read(min(QUIET, deadline - terminal.seconds)):
            continue
        if terminal.ended:
            return False
        if len(terminal.seen) > acted:
            acted = len(terminal.seen)
            keys, answered = keys_for(terminal.seen, chance)
            terminal.type(keys)
            answers += answered
            if answered and answers == wanted:
                deadline = terminal.seconds + chance.uniform(0, SHORTLY)
    if deadline == PATIENCE:
        raise RuntimeError(f"the quiz stood still: {terminal.seen[-2000:]!r}")
    return True


def keys_for(seen: bytes, chance: random.Random) -> tuple[str, bool]:
    """What the learner types on the page that stands, and whether it is an answer."""
    rows = [{}, *(rows for rows, _ in pages(seen))][-1]
    top, header = rows.get(3, ""), HEADER.search(rows.get(1, "") + " ")
    if top == say("resume_title", "en"):
        return chance.choice(("\r", "n")), False
    if top[:1] in SIGNS or top in (say("points_title", "en"), say("follow_up", "en")):
        return "\r", False
    if header is None:
        return ("q" if top else ""), False  # the page at the end
    last = re.search("a-([b-h])", rows.get(24, ""))
    letters = "abcdefgh"["abcdefgh".index(last[1]) :: -1] if last else "a"
    kind = KINDS_SHOWN[header[1]]
    keys = {
        "choice": chance.choice(letters),
        "multi": "".join(chance.sample(letters, chance.randint(1, len(letters)))),
        "boolean": chance.choice("tf"),
        "number": chance.choice(("12", "0.5", "1/3")),
        "text": "attention",
        "order": letters[:-1],  # the last one falls into place
        "match": "12345678"[: len(letters)],
        "open": "the gradients vanish over many steps",
    }
    return keys[kind] + ("\x04" if kind == "open" else "\r"), True


def shown(seen: bytes) -> dict[int, str]:
    """Number -> outcome of the questions whose feedback stood on the screen, were it for a moment."""
    found = {}
    for rows, painted in pages(seen):
        header = HEADER.search(rows.get(1, "") + " ")
        if 3 in painted and rows[3][:1] in SIGNS and header:
            found[int(header[2])] = SIGNS[rows[3][:1]]
    return found


def standing(home: Path) -> set[int]:
    """The answers that the log of this home holds."""
    if not (home / FILE_NAME).exists():
        return set()
    with open_progress(home / FILE_NAME, time.time) as progress:
        return {answer.id for answer in progress.answers()}


def examine(home: Path, seen: bytes, began: float, earlier: set[int]) -> Found:
    """Compares what a killed session showed with what the log holds of it, and of `earlier` ones."""
    feedback = shown(seen)
    if not (home / FILE_NAME).exists():
        return Found(len(feedback), len(feedback), 0)
    with open_progress(home / FILE_NAME, time.time) as progress:
        answers = progress.answers()
        new = {answer.question: answer for answer in answers if answer.at >= began}
        plan = progress.session(answers[-1].session).plan.questions if new else ()
        lost = len(earlier - {answer.id for answer in answers}) + len(progress.notices)
    missing = 0
    for number, outcome in feedback.items():
        given = new.get(plan[number - 1].question) if number <= len(plan) else None
        missing += given is None or given.outcome != outcome
    return Found(len(feedback), missing + lost, len(new) - len(feedback))
