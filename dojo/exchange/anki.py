"""An Anki package: a note for each question. Its id is the guid, so that importing again updates the note and keeps
its history.

Both languages are on the note. The card shows the one that was asked for; the other opens by a click.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from zlib import crc32

import genanki

from dojo.exchange.html import to_html
from dojo.exchange.left_out import MARKING, NUMBERS, PRINTS
from dojo.exchange.spoken import back, front
from dojo.question.kinds import Lang, Text
from dojo.question.variant import Asked

LOSSES = (NUMBERS, MARKING, PRINTS)
_MODEL = {"en": 1_702_601_101, "zh": 1_702_601_102}  # fixed: Anki knows a note type and a deck by its number
_DECK = 1_702_602_000
_FIELDS = ("Id", "Front_en", "Back_en", "Front_zh", "Back_zh", "Hint_en", "Hint_zh", "Sources")
_LABELS = {"hint": Text("Hint", "提示"), "other": Text("中文", "English")}
_CSS = """\
.card { font-family: sans-serif; font-size: 18px; line-height: 1.5; max-width: 44em; margin: 0 auto; padding: 0 .5em; }
pre { text-align: left; overflow-x: auto; padding: .6em; border: 1px solid #8888; }
table { border-collapse: collapse; } td, th { border: 1px solid #8888; padding: .2em .6em; }
details, .sources { font-size: 15px; margin-top: 1em; } .sources { opacity: .7; }
"""


def write_apkg(
    path: Path, asked: Iterable[Asked], titles: Mapping[str, Text], sources: Mapping[str, list[str]], lang: Lang
) -> None:
    """Writes a deck a topic. `sources` are the lines of each question's bibliography, by id. Raises OSError.

    A package that was there stays whole until the new one is complete.
    """
    model = _model(lang)
    decks = {
        topic: genanki.Deck(_DECK + _stable(topic), f"NLP Dojo::{title.of(lang)}") for topic, title in titles.items()
    }
    for one in asked:
        question = one.question
        hint = one.hint or Text("", "")
        texts = (front(one, "en"), back(one, "en"), front(one, "zh"), back(one, "zh"), hint.en, hint.zh)
        fields = [question.id, *map(to_html, texts), "<br>".join(map(escape, sources[question.id]))]
        tags = [question.topic, str(question.kind), f"level-{question.level}"]
        decks[question.topic].add_note(genanki.Note(model=model, fields=fields, guid=question.id, tags=tags))
    part = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        genanki.Package(list(decks.values())).write_to_file(str(part))
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _model(lang: Lang) -> genanki.Model:
    other = "en" if lang == "zh" else "zh"
    hint, label = _LABELS["hint"].of(lang), _LABELS["other"].of(lang)
    inside = f"<details><summary>{hint}</summary>{{{{Hint_{lang}}}}}</details>"
    folded = f"{{{{#Hint_{lang}}}}}{inside}{{{{/Hint_{lang}}}}}"
    return genanki.Model(
        _MODEL[lang],
        f"NLP Dojo ({lang})",
        fields=[{"name": name} for name in _FIELDS],
        templates=[
            {
                "name": "Question",
                "qfmt": f"{{{{Front_{lang}}}}}{folded}",
                "afmt": f"{{{{Front_{lang}}}}}<hr id=answer>{{{{Back_{lang}}}}}"
                f"<details><summary>{label}</summary>{{{{Front_{other}}}}}<hr>{{{{Back_{other}}}}}</details>"
                "<div class=sources>{{Sources}}</div>",
            }
        ],
        css=_CSS,
        sort_field_index=0,
    )


def _stable(topic: str) -> int:
    return crc32(topic.encode()) % 1_000_000
