"""The board in a real browser: clicks, keys, both modes and languages, narrow and wide, and nothing in the console."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.board import to_board
from grader.report.summary import Member, Summary

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[dev]'")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here; on Debian or Ubuntu: apt install chromium"),
    pytest.mark.filterwarnings("default"),  # the browser's driver is not ours
]
KATAS = ("tally", "sort_words", "stable_softmax")
VERDICTS = (Verdict.FAILED, Verdict.ERROR, Verdict.TIMEOUT, Verdict.MEMORY, Verdict.FORBIDDEN, Verdict.BROKEN)
EVIL = "</script><img src=x onerror=document.title='owned'>"


def same(text: str) -> Bilingual:
    return Bilingual(text, text)


def result(member: str, kata: str, verdict: Verdict, seconds: float, why: str = "wrong") -> Result:
    ok = verdict is Verdict.PASSED
    tests = (
        TestResult("test_a", same("shares add up"), verdict, int(ok), 1, 7, "f(1)", "0.5", f"nan {why}", same(why)),
        TestResult("test_b", same("order is kept"), Verdict.PASSED, 1, 1),
    )
    points = sum(test.points for test in tests)
    known = None if ok else same("the maximum is forgotten")
    return Result(member, kata, f"g/{member}/{kata}.py", verdict, points / 2, points, 2, seconds, tests, known)


def cohort(better: int) -> Summary:
    """Twelve members, of whom `better` passed everything, and one who handed in nothing."""
    members, results = [], []
    for number in range(12):
        name = f"member {number:02d}" if number else EVIL
        verdicts = [Verdict.PASSED if number < better else VERDICTS[(number + at) % 6] for at in range(3)]
        rows = [
            result(name, kata, verdict, 0.1 * (number + 1), EVIL) for kata, verdict in zip(KATAS, verdicts, strict=True)
        ]
        score = sum(row.score for row in rows) / 3
        members.append(Member(name, score, 3 * (number < better), 3, 3, () if number < better else (same("x"),)))
        results += rows
    members.append(Member("zoe", 0.0, 0, 0, 0, (same("nothing"),)))
    return Summary(results, "full", members, submissions=len(results))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


class Visit:
    """One page, and what went wrong on it."""

    def __init__(self, browser: Any, path: Path, width: int = 1200, mode: str = "light") -> None:
        self.page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=mode).new_page()
        self.trouble: list[str] = []
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", lambda request: request.url == path.as_uri() or self.trouble.append(request.url))
        self.page.goto(path.as_uri())

    def names(self) -> list[str]:
        return list(self.page.locator("#board tbody tr:visible th").all_inner_texts())


@pytest.fixture(params=["en", "zh"])
def board(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "board.html"
    path.write_text(to_board([("week 1", cohort(2)), ("week 2", cohort(5))], request.param), encoding="utf-8")
    return path


def test_a_member_is_found_and_the_filters_combine(browser: Any, board: Path) -> None:
    visit = Visit(browser, board)
    assert len(visit.names()) == 13
    visit.page.fill("#search", "MEMBER 1")
    assert visit.names() == ["member 10", "member 11"]
    visit.page.select_option("#who", "met")
    assert visit.names() == []
    visit.page.fill("#search", "")
    assert len(visit.names()) == 5
    visit.page.select_option("#who", "absent")
    assert visit.names() == ["zoe"]
    assert "1" in visit.page.inner_text("#count")
    assert visit.trouble == []


def test_the_panel_tells_every_failure_and_what_ends_several_tests_once(browser: Any, tmp_path: Path) -> None:
    ends = [
        TestResult(f"test_{n}", same(f"promise {n}"), Verdict.ERROR, 0, 1, 4, message=same("one\n  two"))
        for n in (1, 2)
    ]
    wrong = [TestResult(f"t[{n}]", same("order"), Verdict.FAILED, 0, 1, 5, f"f({n})") for n in (1, 2)]
    found = Result("ana", "tally", "f", Verdict.ERROR, 0.1, 0, 4, 0.1, (*ends, *wrong))
    path = tmp_path / "board.html"
    page = to_board(
        [("now", Summary([found], "full", [Member("ana", 0.1, 0, 1, 1, (same("x"),))], submissions=1))], "en"
    )
    path.write_text(page, encoding="utf-8")
    visit = Visit(browser, path)
    visit.page.click("#board tbody th button")
    said = visit.page.locator("#told li").all_inner_texts()
    assert [text.split("\n")[0] for text in said] == [
        "promise 1 (error)", "promise 2 (error, as above)", "order ×2 (failed)",
    ]  # fmt: skip
    assert "one\n  two" in said[0]
    assert "f(1)" in said[2]
    assert visit.trouble == []


@pytest.mark.parametrize("place", ["th button", "td.unmet"])
def test_the_reasons_for_not_met_stand_above_a_members_results(browser: Any, board: Path, place: str) -> None:
    visit = Visit(browser, board)
    visit.page.click(f"#board tr[data-graded='0'] {place}")
    assert visit.page.inner_text("#told p.unmet").endswith("nothing")
    assert visit.trouble == []


def test_columns_sort_both_ways_and_say_so(browser: Any, board: Path) -> None:
    visit = Visit(browser, board)
    visit.page.click("[data-key=name]")
    assert visit.names()[1:] == sorted(visit.names()[1:])
    assert visit.page.locator("[aria-sort=ascending]").count() == 1
    visit.page.click("[data-key=time]")
    assert visit.names()[0] == "member 11"
    visit.page.click("[data-key=time]")
    assert visit.names()[0] == "zoe"
    visit.page.click("[data-kata='1']")
    assert visit.names()[-1] == "zoe"
    assert visit.page.locator("[aria-sort]").count() == 1
    assert visit.trouble == []


def test_cells_show_the_time_where_it_is_asked_for(browser: Any, board: Path) -> None:
    visit = Visit(browser, board)
    cell = visit.page.locator("#board tbody tr:has-text('member 11') td").last
    before = cell.inner_text()
    visit.page.select_option("#cells", "time")
    assert cell.inner_text() == "1.20"
    visit.page.select_option("#cells", "score")
    assert cell.inner_text() == before
    assert visit.trouble == []


def test_a_click_on_a_cell_or_a_name_tells_the_reasons_and_runs_nothing(browser: Any, board: Path) -> None:
    visit = Visit(browser, board)
    visit.page.locator("#board tbody tr:has-text('member 11') td").last.click()
    told = visit.page.inner_text("#told")
    for text in ("shares add up", "f(1)", "0.5", "the maximum is forgotten", "member 11", EVIL):
        assert text in told
    visit.page.keyboard.press("Escape")
    assert not visit.page.is_visible("#panel")
    visit.page.locator("#board tbody tr:has-text('onerror') th button").focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.locator("#told h3").all_inner_texts() == sorted(KATAS)
    assert EVIL in visit.page.inner_text("#told h2")
    assert visit.page.title() != "owned"
    assert visit.page.locator("img").count() == 0
    assert visit.trouble == []


CONTRAST = """() => {
  const luminance = ([red, green, blue]) => [red, green, blue]
    .map((value) => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const drawn = (colour, below) => {
    canvas.fillStyle = below; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
  };
  let worst = [99, ""];
  const ground = getComputedStyle(document.body).backgroundColor;
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility() || element.closest("svg")) continue;
    let behind = element;
    while (behind && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
    const below = drawn(behind ? getComputedStyle(behind).backgroundColor : ground, ground);
    const text = drawn(getComputedStyle(element).color, `rgb(${below.map((value) => value * 255).join(" ")})`);
    const [low, high] = [luminance(below), luminance(text)].sort((one, other) => one - other);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < worst[0]) worst = [contrast, element.outerHTML.slice(0, 80)];
  }
  return worst;
}"""


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_text_can_be_read_in_both_modes_and_the_button_changes_them(browser: Any, board: Path, mode: str) -> None:
    visit = Visit(browser, board, mode=mode)
    ground = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    worst, where = visit.page.evaluate(CONTRAST)
    assert worst >= 4.5, where
    visit.page.click("#theme")
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") != ground
    worst, where = visit.page.evaluate(CONTRAST)
    assert worst >= 4.5, where
    visit.page.click("#theme")
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    assert visit.trouble == []


@pytest.mark.parametrize("width", [360, 1600])
def test_the_page_itself_is_never_wider_than_the_screen(browser: Any, board: Path, width: int) -> None:
    visit = Visit(browser, board, width)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert len(visit.page.screenshot(full_page=True)) > 10_000
    visit.page.locator("#board tbody th button").first.click()
    assert visit.page.evaluate("document.getElementById('panel').getBoundingClientRect().right") <= width
    assert visit.trouble == []


def test_a_thousand_members_fit_into_a_small_page_that_opens_and_answers(browser: Any, tmp_path: Path) -> None:
    katas = [f"kata_{number:02d}" for number in range(40)]
    members, results = [], []
    for number in range(1000):
        name = f"member {number:04d}"
        for at, kata in enumerate(katas):
            verdict = Verdict.PASSED if (number * 7 + at * 3) % 5 else VERDICTS[(number + at) % 6]
            results.append(result(name, kata, verdict, 0.05, f"why {number} {at}"))
        members.append(Member(name, 0.8, 32, 40, 40))
    path = tmp_path / "board.html"
    path.write_text(to_board([("now", Summary(results, "full", members, submissions=len(results)))], "en"))
    assert path.stat().st_size < 6 << 20
    visit = Visit(browser, path)
    assert visit.page.locator("#board tbody tr").count() == 1000
    visit.page.fill("#search", "0999")
    assert visit.names() == ["member 0999"]
    visit.page.click("[data-kata='39']")
    visit.page.locator("#board tbody tr:visible th button").click()
    assert visit.page.locator("#told h3").count() == 40
    assert visit.trouble == []


def test_it_prints_on_white_without_its_controls(browser: Any, board: Path) -> None:
    visit = Visit(browser, board, mode="dark")
    visit.page.emulate_media(media="print")
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not visit.page.is_visible("#tools")
    assert visit.page.is_visible("#board")
    assert visit.page.pdf()[:4] == b"%PDF"


def test_without_scripts_the_table_is_all_there(browser: Any, board: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(board.as_uri())
    assert page.locator("#board tbody tr").count() == 13
    assert page.locator("#board tbody td.passed").count() == 15
