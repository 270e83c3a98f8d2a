"""A drill in lines, for pipes and screen readers: one command a line in, verdicts as they come, no control codes."""

from __future__ import annotations

import queue
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator

from dojo.drill.conduct import Conductor
from dojo.drill.drill import cost
from dojo.show.drill.screen import Left
from dojo.show.drill.words import points, said
from dojo.show.phrases import clock
from dojo.show.text.clean import clean, one_line
from dojo.show.text.markup import Look, flat
from dojo.show.verdict import Shown, verdict_lines
from grader.judge.verdicts import Result

PATIENCE = 120.0  # seconds that an empty line waits for a verdict
TICK = 0.5  # seconds between two looks at the clock

WAKE, END = object(), object()


class PlainDrill:
    """Prints what `conductor` does. `lines` are what is typed; its end leaves the drill open."""

    def __init__(
        self, conductor: Conductor, lines: Iterator[str], write: Callable[[str], None], lang: str, look: Look
    ) -> None:
        self._conductor = conductor
        self._lines = lines
        self._write = write
        self.lang = lang
        self._look = look
        self._news: queue.SimpleQueue[object] = queue.SimpleQueue()

    def wake(self) -> None:
        """A verdict has come."""
        self._news.put(WAKE)

    def run(self) -> None:
        """Until the last kata is over. Raises `Left`."""
        threading.Thread(target=self._listen, daemon=True).start()
        self._say("plain_commands")
        while self._conductor.next():
            self._head()
            run = self._conductor.run
            while run is not None and not run.over:
                self._obey(self._next())

    def _listen(self) -> None:
        for line in self._lines:
            self._news.put(line)
        self._news.put(END)

    def _next(self) -> object:
        """What comes next; times that run out meanwhile are said."""
        while True:
            for name in self._conductor.times_up():
                self._say(f"up_{name}")
            try:
                return self._news.get(timeout=TICK)
            except queue.Empty:
                continue

    def _head(self) -> None:
        conductor, drill = self._conductor, self._conductor.drill
        kata = conductor.kata
        self._write("")
        self._say(
            "plain_head", n=drill.place + 1, total=len(drill.runs), slug=kata.slug,
            title=one_line(kata.title.in_(self.lang)), minutes=kata.minutes,
        )  # fmt: skip
        self._say("plain_file", file=one_line(str(conductor.file)))
        self._write("")
        for line in clean(kata.statement(self.lang)).rstrip("\n").split("\n"):
            self._write(line)
        self._write("")

    def _obey(self, news: object) -> None:
        if news is WAKE:
            self._pump()
            return
        if news is END:
            raise Left
        command = unicodedata.normalize("NFKC", str(news)).strip().lower()
        if not command:
            self._wait()
        elif command == ":q":
            raise Left
        elif command == ":n":
            self._conductor.give_up()
            self._say("plain_given_up", slug=self._conductor.kata.slug)
        elif command == ":h":
            self._hint()
        elif command == ":l":
            self.lang = "en" if self.lang == "zh" else "zh"
            self._head()
        elif command == ":?":
            self._say("plain_help")
        else:
            self._say("plain_no_command", command=one_line(command)[:40])

    def _pump(self) -> bool:
        result = self._conductor.pump()
        if result is not None:
            self._verdict(result)
        return result is not None

    def _wait(self) -> None:
        """Wait for the verdict of what the file holds now; say it again if it has come before."""
        conductor = self._conductor
        try:
            wanted: bytes | None = conductor.file.read_bytes()
        except OSError:
            wanted = None
        if wanted == conductor.kata.starter.read_bytes():
            self._say("plain_untouched")
            return
        if wanted is not None and conductor.graded == wanted and conductor.result is not None:
            self._verdict(conductor.result)
            return
        deadline = time.monotonic() + PATIENCE
        while not self._pump() and time.monotonic() < deadline:
            time.sleep(0.01)

    def _verdict(self, result: Result) -> None:
        conductor, run = self._conductor, self._conductor.run
        assert run is not None
        shown = Shown(one_line(str(conductor.file)), self.lang, commands=False)
        self._write(f"{clock(run.seconds)}/{clock(run.par)}")
        for line in verdict_lines(result, shown, self._look.columns, None):
            self._write(line.plain)
        if run.state == "passed":
            self._say("passed_at", time=clock(run.seconds), par=clock(run.par))
        if trouble := conductor.drill.ledger.trouble(self.lang):
            self._say("unsaved", why=trouble)

    def _hint(self) -> None:
        run, hints = self._conductor.run, self._conductor.kata.hints
        assert run is not None
        read = self._conductor.drill.hints_of(run)
        number = next((n for n in range(1, len(hints) + 1) if n not in read), None)
        if number is None:
            self._say("no_hint")
            return
        self._conductor.drill.hint(run, number)
        self._say(
            "plain_hint", number=number, total=len(hints), points=points(cost(number), self.lang),
            hint=flat(hints[number - 1].in_(self.lang), self._look).plain,
        )  # fmt: skip

    def _say(self, key: str, **values: object) -> None:
        self._write(said(key, self.lang, **values))
