"""CSV, Anki and Moodle: every question arrives, with its key, and a table comes back as it went."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from dojo.exchange.anki import write_apkg
from dojo.exchange.draft import Draft, name_drafts, to_yaml
from dojo.exchange.html import to_html
from dojo.exchange.left_out import left_out
from dojo.exchange.moodle import LOSSES, TYPES, to_moodle
from dojo.exchange.read_sheet import read_csv
from dojo.exchange.sheet import to_csv
from dojo.question.kinds import KINDS, AnyQuestion, Choice, Multi, Text
from dojo.question.variant import Asked, draw


@pytest.fixture
def asked(questions: dict[str, AnyQuestion]) -> list[Asked]:
    return [draw(questions[kind], 3) for kind in KINDS]


def test_a_table_holds_a_row_for_each_question_and_comes_back_as_it_went(asked: list[Asked]) -> None:
    table = to_csv(asked)
    assert [row["kind"] for row in csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))] == list(KINDS)
    drafts = [draft for draft in read_csv(table, "en") if isinstance(draft, Draft)]
    assert [(draft.id, draft.kind, draft.level) for draft in drafts] == [
        (one.id, one.kind, one.question.level) for one in asked
    ]
    for draft, one in zip(drafts, asked, strict=True):
        assert draft.stem == {"en": " ".join(one.stem.en.split("\r")), "zh": one.stem.zh}
        assert draft.explanation["zh"] == one.explanation.zh
        if isinstance(one.question, (Choice, Multi)):
            assert [part.right for part in draft.parts] == [option.right for option in one.question.options]
            whys = [option.why.en if option.why else None for option in one.question.options]
            assert [part.why.get("en") for part in draft.parts] == whys


def test_a_cell_never_starts_a_formula(questions: dict[str, AnyQuestion]) -> None:
    evil = replace(questions["boolean"], stem=Text("=HYPERLINK(1)", "+1+1"))
    table = to_csv([draw(evil, 0)])
    row = next(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert (row["stem_en"], row["stem_zh"]) == ("'=HYPERLINK(1)", "'+1+1")
    (draft,) = read_csv(table, "en")
    assert isinstance(draft, Draft)
    assert draft.stem == {"en": "=HYPERLINK(1)", "zh": "+1+1"}


def test_a_draft_without_chinese_and_sources_has_blanks_there() -> None:
    draft = Draft(line=1, kind="boolean", stem={"en": "Is it: so?"}, answer={"en": "true"})
    name_drafts([draft], {"is-it-so"})
    written = to_yaml(draft)
    assert "  - id: is-it-so-2\n" in written
    assert 'en: "Is it: so?"' in written
    assert written.count("___") == 4  # a source, the Chinese stem, the explanation twice


def test_moodle_has_each_kind_as_its_own_type_with_the_key(asked: list[Asked]) -> None:
    root = ET.fromstring(to_moodle(asked, "zh"))
    found = {element.findtext("idnumber"): element for element in root if element.get("type") != "category"}
    assert {one.id: TYPES[one.kind] for one in asked} == {name: found[name].get("type") for name in found}
    for one in asked:
        element = found[one.id]
        shares = [float(answer.get("fraction", "0")) for answer in element.findall("answer")]
        if isinstance(one.question, (Choice, Multi)):
            assert [share > 0 for share in shares] == [option.right for option in one.question.options]
            assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.01)
        assert one.stem.zh.split()[0][:3] in (element.findtext("questiontext/text") or "")
    numeric = next(element for element in root if element.get("type") == "numerical")
    number = next(one for one in asked if one.kind == "number")
    assert float(numeric.findtext("answer/text") or "nan") == pytest.approx(float(number.answer))
    assert left_out([one.question for one in asked], LOSSES, "en")


def test_a_package_opens_in_anki_with_a_note_for_each_question(asked: list[Asked], tmp_path: Path) -> None:
    from anki.collection import Collection, ImportAnkiPackageRequest

    path = tmp_path / "x.apkg"
    write_apkg(path, asked, {asked[0].question.topic: Text("T", "题")}, {one.id: ["A <b>"] for one in asked}, "zh")
    collection = Collection(str(tmp_path / "c.anki2"))
    try:
        for _ in range(2):  # a second import changes nothing: the id is the guid
            collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path)))
        assert collection.note_count() == collection.card_count() == len(asked)
        notes = [collection.get_note(note) for note in collection.find_notes("")]
        assert {note.guid for note in notes} == {one.id for one in asked}
        for note in notes:
            question = next(one for one in asked if one.id == note.guid)
            shown = note.cards()[0].question()
            assert question.stem.zh.split()[0][:3] in shown
            assert "A &lt;b&gt;" in note.cards()[0].answer()
    finally:
        collection.close()


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a $x<1$ b", r"<p>a \(x&lt;1\) b</p>"),
        ("$$\\frac{1}{2}$$", r"<p>\[\frac{1}{2}\]</p>"),
        ("costs $5 and $6", "<p>costs $5 and $6</p>"),
        ("`a<b` **c**", "<p><code>a&lt;b</code> <strong>c</strong></p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("[a](http://x)", "<p>[a](http://x)</p>"),
    ],
)
def test_text_becomes_html_with_math_and_no_tag_of_its_own(source: str, shown: str) -> None:
    assert to_html(source) == shown
