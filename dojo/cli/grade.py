"""`dojo grade`: many submissions, for CI and study groups."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import SANDBOXES, either, line_lang_option, load_katas, need_torch, stop

if TYPE_CHECKING:
    from grader.catalogue import Kata
    from grader.cohort.discovery import Discovery
    from grader.judge.verdicts import Bilingual, Result
    from grader.report.summary import Shard, Summary


@click.command(name="grade")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kata", "slug", metavar="SLUG", help="The kata of a file that is not named after one.")
@click.option("--json", "json_file", metavar="FILE", help="Write results as JSON, schema 1 (- for standard output).")
@click.option("--junit", "junit_file", metavar="FILE", help="Write JUnit XML (- for standard output).")
@click.option("--markdown", "markdown_file", metavar="FILE", help="Write Markdown (- for standard output).")
@click.option("--html", "html_file", metavar="FILE", help="Write one HTML page (- for standard output).")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes (default: one for each core).")
@click.option("--dask", metavar="ADDRESS", help="Grade on the Dask cluster whose scheduler has this address.")
@click.option(
    "--sandbox", type=click.Choice(["auto", "require", "off"]), default="auto", show_default=True,
    help=f"How to isolate the code: {SANDBOXES}",
)  # fmt: skip
@click.option("--require", "required", metavar="SLUG,…", help="Katas that every member must have passed.")
@click.option("--min-score", type=click.FloatRange(0, 1), help="The least mean score of each member.")
@click.option("--since", metavar="COMMIT", help="Grade only members whose folders changed since this commit of git.")
@click.option("--shard", metavar="K/N", help="Grade part K of N; dojo merge puts the parts together.")
@click.option("--no-cache", is_flag=True, help="Ignore cached verdicts and grade everything again.")
@line_lang_option
def command(
    paths: tuple[Path, ...],
    slug: str | None,
    json_file: str | None,
    junit_file: str | None,
    markdown_file: str | None,
    html_file: str | None,
    jobs: int | None,
    dask: str | None,
    sandbox: str,
    required: str | None,
    min_score: float | None,
    since: str | None,
    shard: str | None,
    no_cache: bool,
    lang: str,
) -> None:
    """Grade files named <kata>.py, or folders of members: <member>/<kata>.py or <member>/<kata>/<kata>.py.

    A folder that holds <kata>.py or <kata>/<kata>.py itself is one member. Other files are listed with the reason why
    they were left out.

    Exit status 0: all passed, or what --require and --min-score ask for is met; 1: not; 2: the call is wrong, or no
    sandbox; 3: something of ours is broken.

    \b
    Example:
      dojo grade submissions/ --json results.json --require stable_softmax
      dojo grade stable_softmax.py --json -
      dojo grade submissions/ --since origin/main
      dojo grade submissions/ --shard 2/4 --json part2.json
      dojo grade submissions/ --dask tcp://10.0.0.1:8786
    """
    from msgspec.structs import replace

    from dojo.cli.grade_places import check_cluster, grade_here, grade_on_cluster
    from dojo.content import cache_home, content_root
    from grader.cohort.cache import distrusted
    from grader.cohort.criteria import Criteria, status, summarise
    from grader.cohort.discovery import WrongCall, discover
    from grader.cohort.pool import Plan
    from grader.judge.probing import NoSandbox, choose

    _need_a_folder(lang)
    if dask is not None:
        check_cluster(jobs, lang)
    outputs = {"json": json_file, "junit": junit_file, "markdown": markdown_file, "html": html_file}
    files = _files(outputs, lang)
    katas = load_katas(lang)
    needed = _required(required, katas, lang)
    share = _share(shard, lang)
    try:
        discovery = _part(discover(paths, katas, slug), paths, since, share, lang)
        _check_outputs(files, [one.path for one in discovery.found], lang)
        tier = None if dask is not None else choose(sandbox)
    except WrongCall as error:
        stop(error.say(lang))
    except NoSandbox as error:
        stop(str(error))
    used = {one.kata: katas[one.kata] for one in discovery.found}
    for kata in used.values():
        need_torch(kata, lang)
    cache = None if no_cache else cache_home(os.environ) / "verdicts"
    if cache is not None and (place := distrusted(cache)) is not None:
        from grader.cohort.names import shown_path

        en = f"other users can write to {shown_path(Path(place))}, so cached verdicts are ignored; run chmod go-w on it"
        zh = f"其他用户可写入 {shown_path(Path(place))}，因此忽略缓存的结果；请对它运行 chmod go-w"
        click.echo("dojo: " + either(lang, en, zh), err=True)
    done: dict[int, Result] = {}
    if tier is not None:
        plan = Plan(str(content_root(os.environ)), tuple(used), tier.value, None if cache is None else str(cache))
        sandbox, ended = tier.value, grade_here(discovery, plan, jobs or os.cpu_count() or 1, done, lang)
    else:
        assert dask is not None
        sandbox, ended = grade_on_cluster(dask, discovery, list(used.values()), sandbox, cache, done, lang)
    summary = summarise(discovery, done, Criteria(needed, min_score), katas.__getitem__, sandbox)
    written = _write(outputs, replace(summary, shard=share), lang)
    if ended is not None:
        raise SystemExit(ended)
    nothing_due = (since is not None or shard is not None) and not summary.members
    raise SystemExit(2 if not written else 0 if nothing_due else status(summary))


def _share(text: str | None, lang: str) -> Shard | None:
    """What `--shard 2/4` means."""
    from grader.report.summary import Shard

    if text is None:
        return None
    number, slash, count = text.partition("/")
    if not slash or not number.isdecimal() or not count.isdecimal() or not 1 <= int(number) <= int(count):
        en = f"--shard must be K/N, such as 2/4, not {text!r}"
        stop(either(lang, en, f"--shard 应为 K/N，例如 2/4，而不是 {text!r}"))
    return Shard(int(number), int(count))


def _part(discovery: Discovery, paths: Sequence[Path], since: str | None, shard: Shard | None, lang: str) -> Discovery:
    """What is left to grade of everything found: what changed, and this machine's share of it."""
    from grader.cohort.changes import NoHistory, changed_since, only_changed
    from grader.cohort.shards import shard as part_of

    if since is not None:
        try:
            changed = set().union(*(changed_since(since, path if path.is_dir() else path.parent) for path in paths))
        except NoHistory as error:
            stop(error.why.in_(lang))
        discovery = only_changed(discovery, changed)
    if shard is not None:
        discovery = part_of(discovery, shard.part, shard.of)
    if not discovery.found and not discovery.members and (since is not None or shard is not None):
        click.echo("dojo: " + either(lang, "nothing to grade here", "没有需要评测的提交"), err=True)
    return discovery


def _need_a_folder(lang: str) -> None:
    try:
        os.getcwd()
    except OSError:
        en = "the current folder no longer exists; change to another one: cd ~"
        stop(either(lang, en, "当前所在的文件夹已不存在；请切换到其他文件夹：cd ~"))


def _required(text: str | None, katas: Mapping[str, Kata], lang: str) -> tuple[str, ...]:
    """The katas that `--require` names, each once."""
    from grader.cohort.names import shown_path

    if text is None:
        return ()
    needed = tuple(dict.fromkeys(name.strip() for name in text.replace("，", ",").split(",") if name.strip()))
    if not needed:
        stop(either(lang, "--require names no kata; see: dojo kata list", "--require 没有指定题目；见 dojo kata list"))
    if unknown := [name for name in needed if name not in katas]:
        names = shown_path(Path(", ".join(unknown)))
        en = f"--require names no kata: {names}; see: dojo kata list"
        stop(either(lang, en, f"--require 中有不存在的题目：{names}；见 dojo kata list"))
    return needed


def _files(outputs: Mapping[str, str | None], lang: str) -> list[str]:
    """The files to write; end the command if two reports have the same destination."""
    from grader.report.writing import place_of

    files = [file for file in outputs.values() if file is not None]
    if files.count("-") > 1:
        stop(either(lang, "only one report can go to standard output", "只能有一份报告写到标准输出"))
    files = [file for file in files if file != "-"]
    if len({place_of(Path(file)) for file in files}) < len(files):
        en = "two reports would go to the same file; give each its own"
        stop(either(lang, en, "两份报告写到了同一个文件；请分别指定"))
    return files


def _check_outputs(files: Sequence[str], submissions: Sequence[Path], lang: str) -> None:
    """End the command, before grading starts, if a report could not be written."""
    from grader.report.writing import CannotWrite, check

    for file in files:
        try:
            check(Path(file), submissions)
        except CannotWrite as error:
            stop(_unwritable(file, error.why, lang))


def _unwritable(file: str, why: Bilingual, lang: str) -> str:
    from grader.cohort.names import shown_path

    name = shown_path(Path(file))
    return either(lang, f"{name} cannot be written: {why.en}", f"{name} 无法写入：{why.zh}")


def _write(outputs: Mapping[str, str | None], summary: Summary, lang: str) -> bool:
    """Write all reports, files first, and print the table. False if a file could not be written."""
    from dojo.show.cohort import print_cohort, print_left_out
    from grader.report.render import RENDERERS
    from grader.report.wording import stopped
    from grader.report.writing import CannotWrite, as_bytes, write

    written = True
    for name, file in outputs.items():
        if file is not None and file != "-":
            try:
                write(Path(file), RENDERERS[name](summary, lang))
            except CannotWrite as error:
                click.echo("dojo: " + _unwritable(file, error.why, lang), err=True)
                written = False
    printed = next((name for name, file in outputs.items() if file == "-"), None)
    if printed is None:
        print_cohort(summary, lang)
    else:
        click.echo(as_bytes(RENDERERS[printed](summary, lang)), nl=False)
        print_left_out(summary, lang)
        if summary.stopped:
            click.echo("dojo: " + stopped(summary, lang), err=True)
    return written
