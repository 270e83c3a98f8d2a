"""Pages, their phrases, their colours, and what `dojo` alone says."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.text import Text

from dojo.cli.welcome import read_standing
from dojo.progress import FILE_NAME, Plan, Planned, open_progress
from dojo.progress.claim import claim
from dojo.progress.events import Sitting
from dojo.show import phrases
from dojo.show.phrases import PHRASES, ago, clock, say
from dojo.show.terminal.ansi import ansi, has_colour
from dojo.show.terminal.page import Page, lay_out
from dojo.show.terminal.screen import Screen, can_show_chinese, has_unicode
from dojo.show.terminal.streams import typed_lines
from dojo.show.text.markup import Look
from dojo.show.welcome import Standing, welcome_lines

SHOW = Path(phrases.__file__).parent


def page(lines: int, focus: tuple[int, int] | None = None, cursor: tuple[int, int] | None = None) -> Page:
    body = [Text(f"line {number}") for number in range(lines)]
    return Page((Text("left"), Text("right")), body, [("a", "one"), ("?", "help")], cursor=cursor, focus=focus)


def rows_of(given: Page, height: int, offset: int = 0, follow: bool = False) -> list[str]:
    return [row.plain.rstrip() for row in lay_out(given, Look(40), height, offset, "en", follow).rows]


def test_a_page_has_a_header_a_body_and_keys() -> None:
    rows = rows_of(page(2), 10)
    assert rows[0].startswith(" left")
    assert rows[2:4] == [" line 0", " line 1"]
    assert rows[-1] == " a one  ? help"
    assert len(rows) == 10


def test_a_long_page_says_how_much_is_out_of_sight() -> None:
    assert "↓ 14 more: PgDn" in rows_of(page(20), 10)[-2]
    assert "↑ PgUp" in rows_of(page(20), 10, offset=99)[-2]


def test_the_focus_is_followed_only_when_asked_for() -> None:
    assert " line 15" not in rows_of(page(20, focus=(15, 15)), 10)
    assert " line 15" in rows_of(page(20, focus=(15, 15)), 10, follow=True)
    assert " line 0" in rows_of(page(20, focus=(0, 0)), 10, offset=14, follow=True)


def test_the_top_of_a_focus_taller_than_the_page_stays_in_sight() -> None:
    assert " line 5" in rows_of(page(40, focus=(5, 30)), 10, follow=True)


def test_the_cursor_moves_with_the_page() -> None:
    assert lay_out(page(20, cursor=(15, 3)), Look(40), 10, 14, "en", False).cursor == (3, 4)
    assert lay_out(page(20, cursor=(15, 3)), Look(40), 10, 0, "en", False).cursor is None


def test_help_always_has_room_at_the_foot() -> None:
    keys = [(letter, "does something") for letter in "abcdefgh"] + [("?", "help")]
    foot = lay_out(Page((Text(), Text()), [], keys), Look(40), 10, 0, "en").rows[-1].plain
    assert foot.rstrip().endswith("? help")


@pytest.mark.parametrize(("columns", "height"), [(1, 1), (8, 2), (10, 3), (200, 100)])
def test_no_size_of_a_screen_is_too_small(columns: int, height: int) -> None:
    assert len(lay_out(page(20, focus=(3, 4)), Look(columns), height, 0, "en").rows) <= max(height, 2)


def test_every_phrase_is_there_in_both_languages_with_the_same_blanks() -> None:
    for key, (en, zh) in PHRASES.items():
        assert en.strip(), key
        assert zh.strip(), key
        assert sorted(re.findall(r"{(\w+)", en)) == sorted(re.findall(r"{(\w+)", zh)), key


def test_every_phrase_is_used() -> None:
    source = "".join(
        path.read_text()
        for path in [*SHOW.rglob("*.py"), *(SHOW.parent / "cli").rglob("*.py"), *(SHOW.parent / "quiz").rglob("*.py")]
    )
    made = ("level_", "kind_", "do_", "plain_")
    named = {key for key in PHRASES if len(re.findall(f"[\"']{key}[\"']", source)) >= 2}
    assert [key for key in PHRASES if key not in named and not key.startswith(made)] == []


def test_chinese_phrases_have_chinese_punctuation() -> None:
    for key, (_, zh) in PHRASES.items():
        assert not re.search(r"[\u4e00-\u9fff][,;:!()]|[,;:!()][\u4e00-\u9fff]", zh), key


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (75, "1:15"), (3675, "1:01:15")])
def test_a_time_is_shown_as_a_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


def test_how_long_ago_is_in_one_unit() -> None:
    assert (ago(30, "en"), ago(7200, "en"), ago(400_000, "zh")) == ("1 min", "2 h", "5 天")


def test_styles_become_escape_sequences_of_the_sixteen_colours() -> None:
    assert ansi(Text.assemble("a", ("b", "bold green")), True) == "a\x1b[1;32mb\x1b[0m"


def test_without_colour_only_the_colour_goes() -> None:
    assert ansi(Text.assemble(("b", "bold green")), False) == "\x1b[1mb\x1b[0m"
    assert ansi(Text.assemble(("b", "green")), False) == "b"


def test_styles_that_overlap_are_combined() -> None:
    text = Text("abc", "green")
    text.stylize("bold", 1, 2)
    assert ansi(text, True) == "\x1b[32ma\x1b[0m\x1b[1;32mb\x1b[0m\x1b[32mc\x1b[0m"


@pytest.mark.parametrize(
    ("environ", "colour"),
    [({"TERM": "xterm-256color"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "vt100"}, False),
     ({"TERM": "xterm", "NO_COLOR": ""}, True), ({"TERM": "xterm-mono"}, False)],
)  # fmt: skip
def test_colour_is_as_the_environment_says(environ: dict[str, str], colour: bool) -> None:
    assert has_colour(environ) is colour


@pytest.mark.parametrize(
    ("environ", "encoding", "unicode"),
    [({}, "utf-8", True), ({"LANG": "C"}, "utf-8", False), ({"LC_ALL": "de_DE.UTF-8", "LANG": "C"}, "utf-8", True),
     ({}, "ascii", False), ({}, "latin-1", False), ({}, "nonsense", False)],
)  # fmt: skip
def test_unicode_is_as_the_encoding_and_the_locale_say(environ: dict[str, str], encoding: str, unicode: bool) -> None:
    assert has_unicode(environ, encoding) is unicode


def test_chinese_can_be_shown_in_a_chinese_encoding() -> None:
    assert can_show_chinese("gb18030")
    assert not can_show_chinese("latin-1")


def screen(encoding: str = "utf-8") -> tuple[Screen, io.BytesIO]:
    raw = io.BytesIO()
    return Screen(io.TextIOWrapper(raw, encoding=encoding, write_through=True), {"TERM": "xterm"}), raw


def test_only_rows_that_changed_are_sent() -> None:
    shown, raw = screen()
    shown.paint([Text("one"), Text("two")])
    raw.seek(0)
    raw.truncate()
    shown.paint([Text("one"), Text("deux")])
    assert raw.getvalue() == b"\x1b[?25l\x1b[2;1H\x1b[2Kdeux"


def test_a_screen_of_ascii_gets_ascii() -> None:
    shown, raw = screen("ascii")
    shown.paint([Text("● α → 中")])
    assert raw.getvalue().isascii()
    assert b"* alpha -> ?" in raw.getvalue()


def test_entering_and_leaving_are_inverse() -> None:
    shown, raw = screen()
    shown.enter()
    shown.leave()
    sent = raw.getvalue().decode()
    assert sorted(re.findall(r"\?(\d+)h", sent)) == sorted(re.findall(r"\?(\d+)l", sent))


def test_a_line_without_end_is_read_no_further_than_needed() -> None:
    lines = list(typed_lines(io.StringIO("x" * 250_000 + "\nb\r\nlast")))
    assert [len(line) for line in lines] == [100_000, 1, 4]


def welcome(standing: Standing, lang: str = "en") -> str:
    return "\n".join(line.plain for line in welcome_lines(standing, lang, Look(80)))


def test_a_newcomer_is_told_to_take_a_quiz_and_to_start_a_kata() -> None:
    said = welcome(Standing(next_kata="stable_softmax"))
    assert "dojo quiz  " in said
    assert "dojo kata start stable_softmax" in said
    assert "dojo stats" not in said


def test_whoever_left_a_quiz_is_told_where_it_goes_on() -> None:
    assert "question 4 of 10" in welcome(Standing(answered=3, left=(3, 10)))
    assert "第 4 题" in welcome(Standing(answered=3, left=(3, 10)), "zh")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    for name, level, minutes in (("a_hard_one", 3, 5), ("longer", 1, 20), ("stable_softmax", 1, 10), ("warmer", 1, 12)):
        (content / "katas" / "topic" / name).mkdir(parents=True)
        (content / "katas" / "topic" / name / "kata.yaml").write_text(
            f"{{title: {{en: A, zh: 甲}}, level: {level}, minutes: {minutes}, needs: py, names: [f], sources: []}}",
            encoding="utf-8",
        )
    (content / "questions").mkdir()
    (content / "questions" / "gradients.yaml").touch()
    return tmp_path


def test_the_standing_of_a_newcomer_leaves_no_file_behind(home: Path) -> None:
    assert read_standing(home / "data", home / "content", "en") == Standing(next_kata="stable_softmax")
    assert not (home / "data").exists()


def test_the_standing_counts_what_the_log_has(home: Path) -> None:
    with open_progress(home / FILE_NAME, lambda: 1.0) as progress:
        session = progress.begin_session(Plan(tuple(Planned(f"q{n}", n) for n in range(6)), {}))
        for n in range(5):
            progress.record_answer(
                session, question=f"q{n}", topic="gradients", seed=n, answer=None, seconds=1.0,
                outcome="right" if n == 0 else "wrong", score=float(n == 0),
            )  # fmt: skip
        progress.record_verdict("stable_softmax", "failed", 0.5, "d", 1.0)
    standing = read_standing(home, home / "content", "en")
    assert standing == Standing(5, 1, (5, 6), "gradients", 0, "stable_softmax", "stable_softmax", due=5)


def test_the_easiest_kata_that_is_not_passed_comes_next(home: Path) -> None:
    with open_progress(home / FILE_NAME, lambda: 1.0) as progress:
        for kata, following in (("stable_softmax", "warmer"), ("warmer", "longer"), ("longer", "a_hard_one")):
            progress.record_verdict(kata, "passed", 1.0, "d", 1.0)
            assert read_standing(home, home / "content", "en").next_kata == following


@pytest.mark.parametrize("kind", ["drill", "mock"])
def test_a_drill_or_mock_that_was_left_is_on_the_first_page_with_its_clock(
    home: Path, kind: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = {"minutes": 25.0, "katas": []} if kind == "drill" else {"outline": {"minutes": 25.0}, "katas": []}

    def page(at: float, lang: str = "en") -> str:
        monkeypatch.setattr("time.time", lambda: at)
        return " ".join(welcome(read_standing(home, home / "content", "en"), lang).split())

    with open_progress(home / FILE_NAME, lambda: 1000.0) as progress:
        number = progress.record_step(kind, "begin", **body)
    assert f"dojo {kind} you left it and its clock is running: 7 of 25 minutes" in page(1000.0 + 7 * 60 + 20)
    assert "已用7分钟，共25分钟" in page(1000.0 + 7 * 60 + 20, "zh").replace(" ", "")
    assert "its time is up" in page(1000.0 + 26 * 60)
    assert f"dojo {kind} " not in page(1000.0 + 7 * 3600)
    held = claim(home, kind, number)
    assert held is not None
    assert f"dojo {kind} " not in page(1000.0 + 7 * 60)
    held.drop()
    with open_progress(home / FILE_NAME, lambda: 1500.0) as progress:
        progress.record_step(kind, "end", number)
    assert f"dojo {kind} " not in page(1000.0 + 7 * 60)
    assert not list(home.glob("*-*.lock"))


def test_a_log_that_cannot_be_read_is_told_and_not_touched(home: Path) -> None:
    (home / FILE_NAME).write_bytes(b"SQLite format 3\x00" + b"x" * 2000)
    before = (home / FILE_NAME).read_bytes()
    standing = read_standing(home, home / "content", "en")
    assert standing.next_kata == "stable_softmax"
    kept = [path.read_bytes() for path in home.iterdir() if path.is_file()]
    assert before in kept


def test_a_damaged_log_is_told_on_the_first_page_that_put_it_aside(home: Path) -> None:
    (home / FILE_NAME).write_bytes(b"no database" * 500)
    standing = read_standing(home, home / "content", "zh")
    kept = next(home.glob(f"{FILE_NAME}.damaged-*"))
    assert str(kept) in (standing.warning or "")
    assert str(kept) in welcome(standing, "zh").replace("\n", "")
    assert read_standing(home, home / "content", "zh").warning is None


def test_a_log_whose_file_is_gone_is_told_on_the_first_page(home: Path) -> None:
    (home / f"{FILE_NAME}-wal").write_bytes(b"x" * 2000)
    assert "进度文件已丢失" in (read_standing(home, home / "content", "zh").warning or "")


def test_a_phrase_is_filled_in() -> None:
    assert say("points_of", "zh", score="0.5") == "0.5 / 1"


@pytest.mark.parametrize(("lang", "said"), [("en", "Due for review today: 4."), ("zh", "今天到期复习：4 道。")])
def test_what_is_due_and_the_interview_stand_on_the_first_page(lang: str, said: str) -> None:
    page = " ".join(welcome(Standing(answered=9, right=5, due=4, interview=("2026-12-20", 22)), lang).split())
    assert said in page
    assert "2026-12-20" in page
    assert "22" in page
    assert "dojo plan" in page
