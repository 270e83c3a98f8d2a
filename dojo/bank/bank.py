"""The question banks of a content folder: what questions there are, and one of them at a time.

Opening looks at the files' stat and at one small manifest; nothing is parsed that has not changed, and no question is
decoded but the one that is asked for. Which to ask is `choose`'s work, keeping the compiled files `shelf`'s.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import overload

from dojo.bank.finding import Finding
from dojo.bank.shard import Entry
from dojo.bank.shelf import SOURCES, BankError, Kept, Shelf
from dojo.question.kinds import LEVELS, AnyQuestion, Text
from dojo.suggestion import did_you_mean

__all__ = ["Bank", "BankError", "Entries", "Entry", "open_bank"]


def open_bank(content: Path, cache: Path | None, topics: Collection[str] | None = None) -> Bank:
    """The banks of `content/questions`, or only those of `topics`.

    `cache` is a folder for the compiled form, made where it is missing; None keeps nothing. Raises BankError where a
    bank has mistakes, a topic is unknown or there is no bank.
    """
    folder = content / "questions"
    try:
        with os.scandir(folder) as found:
            yaml = [entry for entry in found if entry.name.endswith(".yaml") and entry.is_file()]
            files = {entry.name.removesuffix(".yaml"): entry.stat() for entry in yaml}
    except OSError:
        files = {}
    banks = sorted(set(files) - {SOURCES})
    if not banks:
        message = "no question banks here; DOJO_CONTENT names the folder that holds questions/"
        raise BankError([Finding(folder, 1, "error", message)])
    unknown = [topic for topic in topics or () if topic not in banks]
    if unknown:
        known_are = f"the topics are {', '.join(banks)}"
        raise BankError(
            Finding(folder, 1, "error", f"no topic `{topic}`{did_you_mean(topic, banks)}; {known_are}")
            for topic in unknown
        )
    wanted = [topic for topic in banks if topics is None or not topics or topic in topics]
    shelf = Shelf(folder, cache)
    known = shelf.bring_up_to_date({name: files[name] for name in (*wanted, SOURCES) if name in files})
    return Bank(shelf, {topic: known[topic] for topic in wanted}, has_sources=SOURCES in files)


class Bank:
    """The questions of some topics."""

    def __init__(self, shelf: Shelf, known: dict[str, Kept], has_sources: bool) -> None:
        self._shelf = shelf
        self._known = known
        self._has_sources = has_sources
        self._seen: dict[str, Entry] = {}  # a question that was drawn is not looked for in every file again

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(self._known)

    def title(self, topic: str) -> Text:
        return self._known[topic].title

    def entries(self, topics: Collection[str] | None = None, level: int | None = None) -> Entries:
        """The questions of these topics (None or empty: all) and this level (None: all), read as they are looked at."""
        ranges = []
        for topic, kept in self._known.items():
            if topics and topic not in topics:
                continue
            ends = [0, *accumulate(kept.counts)]
            if level is None:
                ranges.append((topic, 1, ends[-1]))
            elif level in LEVELS:
                place = LEVELS.index(level)
                ranges.append((topic, ends[place] + 1, kept.counts[place]))
        return Entries(self._shelf, [entry for entry in ranges if entry[2]], self._seen)

    def entry(self, name: str) -> Entry | None:
        """The entry of the question with this id; None where the bank has it no longer."""
        for topic in self._known if name not in self._seen else ():
            entry = self._shelf.read(topic, lambda shard: shard.entry(name))
            if entry is not None:
                self._seen[name] = entry
                break
        return self._seen.get(name)

    def question(self, name: str) -> AnyQuestion:
        """The question with this id, and nothing else, read. Raises KeyError."""
        entry = self.entry(name)
        question = self._shelf.read(entry.topic, lambda shard: shard.question(name)) if entry else None
        if question is None:
            raise KeyError(name)
        return question

    def apart(self, name: str) -> frozenset[str]:
        """Ids of questions of the same topic that should not be asked in one quiz with this one."""
        entry = self.entry(name)
        return self._shelf.read(entry.topic, lambda shard: shard.apart(name)) if entry else frozenset()

    def training(self, kata: str) -> list[str]:
        """Ids of the questions that train the same idea as a kata, the easy ones of each topic first."""
        return [name for topic in self._known for name in self._shelf.read(topic, lambda shard: shard.training(kata))]

    def katas(self, names: Iterable[str]) -> list[str]:
        """Those of the names that are katas of this content."""
        folder = self._shelf.folder.parent / "katas"
        return [name for name in names if any(folder.glob(f"*/{name}/kata.yaml"))]

    def knows(self, term: str) -> bool:
        """Is this folded word an answer to some question of the banks?"""
        return any(self._shelf.read(topic, lambda shard: shard.knows(term)) for topic in self._known)

    def sources(self, keys: Iterable[str]) -> list[str]:
        """A line for each source, `key` or `key#section`; the key itself where the bibliography does not know it."""
        return [self._source(key) or key for key in keys]

    def _source(self, key: str) -> str | None:
        return self._shelf.read(SOURCES, lambda shard: shard.source(key)) if self._has_sources else None


class Entries(Sequence[Entry]):
    """Entries that are read when they are looked at, so that a draw of ten from 50,000 reads ten."""

    def __init__(self, shelf: Shelf, ranges: list[tuple[str, int, int]], seen: dict[str, Entry]) -> None:
        self._shelf = shelf
        self._ranges = ranges
        self._seen = seen
        self._ends = list(accumulate(count for _, _, count in ranges))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[Entry]:
        for topic, first, count in self._ranges:
            yield from self._read(topic, first, count)

    @overload
    def __getitem__(self, place: int) -> Entry: ...

    @overload
    def __getitem__(self, place: slice) -> list[Entry]: ...

    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        which = bisect_right(self._ends, place)
        topic, first, count = self._ranges[which]
        number = first + place - (self._ends[which] - count)
        return self._read(topic, number, 1)[0]

    def _read(self, topic: str, first: int, count: int) -> list[Entry]:
        found = self._shelf.read(topic, lambda shard: shard.entries(first, count))
        if len(found) != count:
            message = "the bank was edited while it was in use; start again"
            raise BankError([Finding(self._shelf.folder / f"{topic}.yaml", 1, "error", message)])
        self._seen.update((entry.id, entry) for entry in found)
        return found
