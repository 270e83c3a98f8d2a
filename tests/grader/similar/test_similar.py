"""Copies are found however they were disguised; different solutions are not, and nothing of a submission is run."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from grader.catalogue import Kata, load
from grader.similar.page import to_page
from grader.similar.pairs import Sheet, alike
from grader.similar.prints import prints_of, tokens_of

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def katas() -> dict[str, Kata]:
    return load(ROOT)


def rights(kata: Kata) -> list[Path]:
    return sorted((kata.reference.parent / "right").glob("*.py"))


class _Renamed(ast.NodeTransformer):
    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.names.get(node.id, node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self.names.get(node.arg, node.arg))


def disguised(source: str) -> str:
    """Every name changed, functions in another order, comments and layout gone."""
    tree = ast.parse(source)
    stored = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    stored |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    tree = _Renamed({name: f"zz{number}" for number, name in enumerate(sorted(stored))}).visit(tree)
    heads = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom | ast.Expr)]
    tree.body = heads + [node for node in tree.body if node not in heads][::-1]
    return ast.unparse(tree)


@pytest.mark.slow
def test_nine_of_ten_disguised_copies_are_found_and_no_two_styles_are_taken_for_copies(katas: dict[str, Kata]) -> None:
    copies = found = 0
    for slug, kata in katas.items():
        sheets = [Sheet(path.stem, slug, path.name, path.read_text(encoding="utf-8")) for path in rights(kata)]
        assert not alike(sheets, katas)
        for sheet in sheets:
            copy = Sheet("copy", slug, "copy.py", disguised(sheet.text))
            copies, found = copies + 1, found + bool(alike([sheet, copy], katas))
    assert copies > 100
    assert found >= 0.9 * copies


def test_the_starter_and_the_reference_count_for_nothing(katas: dict[str, Kata]) -> None:
    for slug in ("stable_softmax", "self_attention"):
        for path in (katas[slug].starter, katas[slug].reference):
            text = path.read_text(encoding="utf-8")
            assert not alike([Sheet("a", slug, "a", text), Sheet("b", slug, "b", disguised(text))], katas)


def test_two_files_of_one_member_are_no_pair(katas: dict[str, Kata]) -> None:
    text = rights(katas["gru_cell"])[0].read_text(encoding="utf-8")
    assert not alike([Sheet("a", "gru_cell", "1", text), Sheet("a", "gru_cell", "2", text)], katas)


def test_what_many_members_share_counts_for_nothing(katas: dict[str, Kata]) -> None:
    text = rights(katas["gru_cell"])[0].read_text(encoding="utf-8")
    assert not alike([Sheet(f"m{number}", "gru_cell", "f", text) for number in range(12)], katas)
    assert len(alike([Sheet(f"m{number}", "gru_cell", "f", text) for number in range(3)], katas)) == 3


def test_a_run_of_fifteen_tokens_in_common_is_always_seen() -> None:
    run = "total = total + weights[index] * values[index] - bias"
    tokens = len(list(tokens_of(run)))
    assert tokens >= 15
    common = prints_of(f"import os\n{run}\n").keys() & prints_of(f"def f(a):\n    if a:\n        {run}\n").keys()
    assert common


@pytest.mark.parametrize("text", ["", "def f(:\n", "\x00", "'''", "é = 1\n" * 50_000, "(" * 5_000])
def test_text_that_is_no_python_stops_nothing(text: str, katas: dict[str, Kata]) -> None:
    assert alike([Sheet("a", "gru_cell", "a", text), Sheet("b", "gru_cell", "b", text)], katas) == []


def test_the_page_escapes_what_the_members_wrote(katas: dict[str, Kata]) -> None:
    text = "x = '<script>alert(1)</script>'\n" + rights(katas["gru_cell"])[0].read_text(encoding="utf-8")
    pairs = alike([Sheet("<b>a", "gru_cell", "a", text), Sheet("b", "gru_cell", "b", text)], katas)
    for lang in ("en", "zh"):
        page = to_page(pairs, lang)
        assert "<script" not in page
        assert "<b>a" not in page
        assert "<mark>" in page


@pytest.mark.slow
@pytest.mark.parametrize(("width", "columns"), [(390, 1), (690, 1), (1200, 2)])
def test_two_texts_stand_side_by_side_only_where_there_is_room(
    width: int, columns: int, tmp_path: Path, katas: dict[str, Kata]
) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no Chromium here; on Debian or Ubuntu: apt install chromium")
    text = rights(katas["gru_cell"])[0].read_text(encoding="utf-8")
    path = tmp_path / "similar.html"
    path.write_text(
        to_page(alike([Sheet(name, "gru_cell", name, text) for name in "ab"], katas), "en"), encoding="utf-8"
    )
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(path.as_uri())
        places = page.evaluate(
            "[...document.querySelectorAll('.pair pre')].map((one) => one.getBoundingClientRect().x)"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        browser.close()
    assert len(places) == 2
    assert len(set(places)) == columns


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["similar", *words, "--lang", "en"])


def test_the_command_lists_the_pairs_and_writes_the_reports(tmp_path: Path, katas: dict[str, Kata]) -> None:
    text = rights(katas["gru_cell"])[0].read_text(encoding="utf-8")
    for member, code in (("ann", text), ("=bob", disguised(text)), ("cy", "raise SystemExit\n")):
        (tmp_path / member).mkdir()
        (tmp_path / member / "gru_cell.py").write_text(code, encoding="utf-8")
    page, table = tmp_path / "x.html", tmp_path / "x.csv"
    result = run(str(tmp_path), "--html", str(page), "--csv", str(table))
    assert result.exit_code == 0, result.output
    assert "1 pair alike in 3 submissions of 3 members" in result.output
    assert "'=bob" in table.read_text(encoding="utf-8")
    assert "gru_cell: " in page.read_text(encoding="utf-8")
    assert run(str(tmp_path), "--kata", "nosuch").exit_code == 2
    assert "can't write" in run(str(tmp_path), "--html", str(tmp_path / "no" / "x")).output
