"""`dojo kata test`."""

from __future__ import annotations

from pathlib import Path

import click

from dojo.cli.options import SANDBOXES, either, examples_only, line_lang_option, load_katas, need_torch, stop


@click.command(name="test")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--all", "every", is_flag=True, help="Show every test, also those that passed.")
@click.option("-x", "first_only", is_flag=True, help="Show only the first failure.")
@click.option("--test", "test", metavar="NAME", help="Show only the tests of this name; this verdict is not recorded.")
@click.option(
    "--sandbox",
    type=click.Choice(["auto", "require", "off"]),
    default="auto",
    help=f"How to isolate your code: {SANDBOXES}",
)
@line_lang_option
def command(path: Path, every: bool, first_only: bool, test: str | None, sandbox: str, lang: str) -> None:
    """Grade your file: the visible examples first, then the hidden suite.

    PATH is a kata's name, the file, its folder, or a folder above it. Exit status 0: passed; 1: not passed; 2: the call
    is wrong; 3: something of ours is broken.

    \b
    Example:
      dojo kata test stable_softmax
      dojo kata test stable_softmax --test large_scores
    """
    import time

    from dojo.drill.background import UnderWay, leave
    from dojo.drill.grading import grade_file, only, status_of, tier_for
    from dojo.drill.record import keep
    from dojo.drill.workspace import NotFound, find
    from dojo.show.terminal.streams import GradingLine, status_line

    katas = load_katas(lang)
    try:
        kata, file = find(path, katas)
    except NotFound as error:
        stop(error.say(lang))
    need_torch(kata, lang)
    tier = tier_for(sandbox, lang)
    line, running = GradingLine(lang), UnderWay(time.monotonic)
    line.begin()
    try:
        result, source = grade_file(kata, file, tier, lambda: line.show(*running.look()))
    except KeyboardInterrupt:
        status_line("")
        click.echo("dojo: " + either(lang, "stopped; there is no verdict", "已中断，没有结果"), err=True)
        leave(130)
    from dojo.cli.kata.after import shown_after
    from dojo.show.verdict import print_result

    status_line("")
    if test is None and kata.released:
        pass  # only the examples ran, which is no verdict to remember
    elif test is None:
        keep(result, source, lang)  # first: who reads the page may leave in the middle of it
    elif (chosen := only(result, test)) is not None:
        result = chosen
    else:
        _no_such_test(test, [each.name.removeprefix("test_") for each in [*result.examples, *result.tests]], lang)
    shown = shown_after(result, file, katas, lang, every=every, first_only=first_only)
    print_result(result, shown, paged=every)
    if kata.released:
        click.echo(examples_only(lang))
    raise SystemExit(status_of(result))


def _no_such_test(name: str, names: list[str], lang: str) -> None:
    from difflib import get_close_matches

    from grader.judge.showing import clean

    near = get_close_matches(name, names, n=3, cutoff=0.4)
    listed = "".join(f"\n  {one}" for one in dict.fromkeys(near or names))
    en = f"no test has {clean(name)!r} in its name; {'did you mean' if near else 'all tests'}:{listed}"
    zh = f"没有测试的名字含有 {clean(name)!r}；{'是否想找' if near else '全部测试'}：{listed}"
    stop(either(lang, en, zh))
