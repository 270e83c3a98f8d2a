"""`dojo grade`: many submissions, for CI and study groups."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import either, line_lang_option, load_katas, need_torch, stop

if TYPE_CHECKING:
    from grader.judge.verdicts import Result

_NAMED = 5  # files left out that are named


@click.command(name="grade")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kata", "slug", metavar="SLUG", help="The kata of a file that is not named after one.")
@click.option("--json", "json_file", metavar="FILE", help="Write results as JSON, schema 1 (- for standard output).")
@click.option("--junit", "junit_file", metavar="FILE", help="Write JUnit XML (- for standard output).")
@click.option("--markdown", "markdown_file", metavar="FILE", help="Write Markdown (- for standard output).")
@click.option("--html", "html_file", metavar="FILE", help="Write one HTML page (- for standard output).")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes (default: one for each core).")
@click.option("--sandbox", type=click.Choice(["auto", "require", "off"]), default="auto", show_default=True)
@click.option("--require", "required", metavar="SLUG,…", help="Katas that every member must have passed.")
@click.option("--min-score", type=click.FloatRange(0, 1), help="The least mean score of each member.")
@click.option("--no-cache", is_flag=True, help="Grade again what has been graded before.")
@line_lang_option
def command(
    paths: tuple[Path, ...],
    slug: str | None,
    json_file: str | None,
    junit_file: str | None,
    markdown_file: str | None,
    html_file: str | None,
    jobs: int | None,
    sandbox: str,
    required: str | None,
    min_score: float | None,
    no_cache: bool,
    lang: str,
) -> None:
    """Grade files named <kata>.py, or folders of members: <member>/<kata>.py.

    Exit status 0: all passed, or what --require and --min-score ask for is met; 1: not; 2: the call is wrong, or no
    sandbox; 3: something of ours is broken.

    \b
    Example:
      dojo grade submissions/ --json results.json --require stable_softmax
      dojo grade stable_softmax.py --json -
    """
    from grader.cohort.criteria import complete, status
    from grader.cohort.discovery import WrongCall, discover
    from grader.cohort.pool import Plan, grade_all
    from grader.judge.probing import NoSandbox, choose

    outputs = {"json": json_file, "junit": junit_file, "markdown": markdown_file, "html": html_file}
    if list(outputs.values()).count("-") > 1:
        stop(either(lang, "only one report can go to standard output", "只能有一份报告写到标准输出"))
    katas = load_katas(lang)
    needed = [name.strip() for name in required.split(",") if name.strip()] if required is not None else []
    if unknown := [name for name in needed if name not in katas]:
        names = ", ".join(unknown)
        en = f"--require names no kata: {names}; see: dojo kata list"
        stop(either(lang, en, f"--require 中有不存在的题目：{names}；见 dojo kata list"))
    try:
        discovery = discover(paths, katas, slug)
        tier = choose(sandbox)
    except (WrongCall, NoSandbox) as error:
        stop(str(error))
    used = {one.kata: katas[one.kata] for one in discovery.found}
    for kata in used.values():
        need_torch(kata, lang)
    if discovery.others:
        click.echo("dojo: " + _left_out(discovery.others, lang), err=True)
    from dojo.content import cache_home, content_root

    root = str(content_root(os.environ))
    cache = None if no_cache else str(cache_home(os.environ) / "verdicts")
    plan = Plan(root, tuple(used), tier.value, cache)
    done: dict[int, Result] = {}
    interrupted = False
    from dojo.show.terminal.console import progress

    with progress(len(discovery.found), lang) as step:

        def note(index: int, result: Result) -> None:
            done[index] = result
            step()

        try:
            grade_all(discovery.found, plan, jobs or os.cpu_count() or 1, note)
        except KeyboardInterrupt:
            interrupted = True
    results = complete([done[index] for index in sorted(done)], discovery.members, needed, lambda s: katas[s])
    _write(outputs, results, tier.value, lang)
    if interrupted:
        so_far, every = len(done), len(discovery.found)
        en = f"stopped: {so_far} of {every} are graded and reported"
        stop(either(lang, en, f"已中断：共 {every} 份，已评测并报告 {so_far} 份"), 130)
    raise SystemExit(status(results, needed, min_score))


def _left_out(others: Sequence[Path], lang: str) -> str:
    """How many files are no submission, and the first of them by name."""
    from grader.cohort.discovery import shown_path

    count, more = len(others), len(others) - _NAMED
    names = either(lang, ", ", "、").join(shown_path(path) for path in others[:_NAMED])
    if more > 0:
        names += either(lang, f" and {more} more", f"，以及另外 {more} 个")
    what = "1 file or folder that is" if count == 1 else f"{count} files or folders that are"
    return either(lang, f"left out {what} no submission: {names}", f"略过 {count} 个不是提交的文件或文件夹：{names}")


def _write(outputs: dict[str, str | None], results: Sequence[Result], tier: str, lang: str) -> None:
    from grader.report.render import RENDERERS

    for name, file in outputs.items():
        if file is None:
            continue
        text = RENDERERS[name](results, tier, lang)
        if file == "-":
            click.echo(text, nl=False)
            continue
        try:
            Path(file).write_text(text, encoding="utf-8")
        except OSError as error:
            stop(either(lang, f"{file} cannot be written: {error.strerror}", f"{file} 无法写入：{error.strerror}"))
    if "-" not in outputs.values():
        from dojo.show.cohort import print_cohort

        print_cohort(results, lang)
