"""How a session comes to be: from what was asked for, from where one was left, or from what another one missed."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from dojo.bank.bank import Bank
from dojo.progress import Session as Left
from dojo.question.kinds import Kind, Lang
from dojo.quiz.choose import Filter, again, draw_fairly, worth_most
from dojo.quiz.journal import Journal
from dojo.quiz.session import Session


class NothingToAsk(Exception):
    """No question fits what was asked for; `phrase` is the key of the sentence that says why."""

    def __init__(self, phrase: str = "no_questions", **values: str) -> None:
        super().__init__(phrase)
        self.phrase = phrase
        self.values = values


class Wish(Struct, frozen=True):
    """What the learner asked for. `seed` only where they gave one: then nothing but it decides; `timed` in seconds."""

    topics: tuple[str, ...] = ()
    level: int | None = None
    count: int = 10
    seed: int | None = None
    timed: float | None = None
    kinds: tuple[Kind, ...] = ()
    ids: tuple[str, ...] = ()
    missed: bool = False
    flagged: bool = False
    kata: str | None = None

    def filter(self) -> Filter:
        return Filter(self.topics, self.level, self.kinds)

    def options(self) -> dict[str, Any]:
        """As kept with the session."""
        return {
            "topic": list(self.topics),
            "level": self.level,
            "count": self.count,
            "seed": self.seed,
            "timed": self.timed,
            "kind": list(self.kinds),
            "id": list(self.ids),
            "missed": self.missed,
            "flagged": self.flagged,
            "kata": self.kata,
        }


def begin(bank: Bank, journal: Journal, wish: Wish, lang: Lang, chance: int) -> Session:
    """A new session; `chance` is the seed where the learner gave none. Raises `NothingToAsk`."""
    seed = chance if wish.seed is None else wish.seed
    if named := _named(bank, journal, wish):
        return Session(bank, again(named, seed), journal, lang, wish.options())
    remembered = journal.remembered() if wish.seed is None else None
    mix = None
    if remembered is None:
        plan = draw_fairly(bank, wish.filter(), wish.count, seed)
    else:
        plan, mix = worth_most(bank, wish.filter(), wish.count, seed, remembered)
    if not plan:
        raise NothingToAsk
    session = Session(bank, plan, journal, lang, wish.options())
    session.mix = mix
    return session


def _named(bank: Bank, journal: Journal, wish: Wish) -> list[str]:
    """The questions that were asked for one by one: by id, by kata, as missed, as flagged. Raises `NothingToAsk`."""
    if unknown := [name for name in wish.ids if bank.entry(name) is None]:
        raise NothingToAsk("no_such_question", name=unknown[0])
    if not (wish.ids or wish.missed or wish.flagged or wish.kata):
        return []
    pools = [list(wish.ids)] if wish.ids else []
    if wish.kata:
        pools.append(bank.training(wish.kata))
        if not pools[-1]:
            raise NothingToAsk("none_on_kata", kata=wish.kata)
    pools += [list(journal.missed())] if wish.missed else []
    pools += [list(journal.flagged())] if wish.flagged else []

    wanted = wish.filter()
    found = [name for name in pools[0] if wanted.fits(bank, name) and all(name in pool for pool in pools)]
    if not found:
        raise NothingToAsk("none_missed_yet" if wish.missed else "none_flagged" if wish.flagged else "no_questions")
    return found[: max(wish.count, len(wish.ids))]


def last_left(journal: Journal) -> Left | None:
    """The newest session that was left with something answered; those left before their first answer are closed."""
    while (left := journal.unfinished()) and not left.answers:
        journal.abandon(left)
        if journal.unsaved:
            return None
    return left


def resume(bank: Bank, journal: Journal, left: Left, lang: Lang) -> Session:
    """The session that was `left`, its answers in place; questions that the bank no longer has fall away."""
    handles = journal.resume(left)
    session = Session(bank, left.plan.questions, journal, lang)
    kept = zip(left.answers, handles, strict=True)
    session.restore((answer, handle) for answer, handle in kept if bank.entry(answer.question))
    return session


def review(session: Session, chance: int) -> Session:
    """A session of what `session` missed, in new variants."""
    missed = [result.asked.id for result in session.missed()]
    return Session(session.bank, again(missed, chance), session.journal.successor(), session.lang, {"review": True})


def limit_of(left: Left) -> float | None:
    """The seconds a question had in the session that was left."""
    timed = left.plan.options.get("timed")
    return float(timed) if isinstance(timed, int | float) and timed > 0 else None
