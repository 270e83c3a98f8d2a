"""Which kata comes next."""

from __future__ import annotations

import msgspec

from dojo.drill.path import next_kata
from grader.catalogue import load
from grader.content import content_root

ONE = load(content_root({}))["stable_softmax"]


def kata(slug: str, topic: str, level: int, *following: str):  # type: ignore[no-untyped-def]
    return slug, msgspec.structs.replace(ONE, slug=slug, topic=topic, level=level, next=following)


KATAS = dict(
    [
        kata("hard", "losses", 3),
        kata("softmax", "losses", 1, "attention", "gone"),
        kata("entropy", "losses", 2),
        kata("attention", "layers", 2),
        kata("easy", "layers", 1),
    ]
)


def following(passed: set[str], last: str | None) -> str | None:
    found = next_kata(KATAS, passed, last)
    return found and found.slug


def test_at_first_it_is_the_easiest() -> None:
    assert following(set(), None) == "softmax"


def test_what_builds_on_the_last_one_comes_before_the_rest_of_its_topic() -> None:
    assert following({"softmax"}, "softmax") == "attention"
    assert following({"softmax", "attention"}, "softmax") == "entropy"


def test_then_come_the_easiest_of_the_others_and_then_none() -> None:
    assert following({"softmax", "attention", "entropy", "hard"}, "softmax") == "easy"
    assert following(set(KATAS), "softmax") is None


def test_a_kata_that_is_no_longer_there_leads_to_the_easiest() -> None:
    assert following({"softmax"}, "gone") == "easy"
