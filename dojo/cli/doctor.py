"""`dojo doctor`: what this machine can do, and how to get the rest."""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Sequence
from pathlib import Path

import click

from dojo.cli.options import line_lang_option

WORKS = {"en": "works", "zh": "可用"}
FAILS = {"en": "does not work", "zh": "不可用"}
MEANS = {
    "full": ("bubblewrap, namespaces, Landlock, seccomp, limits", "bubblewrap、命名空间、Landlock、seccomp、资源限制"),
    "locked": ("Landlock, seccomp, limits", "Landlock、seccomp、资源限制"),
    "plain": ("limits only: for your own code", "只有资源限制：只适合运行自己的代码"),
}
BEST = {
    "en": {"full": "Submissions are graded in the sandbox `full`.", "locked": "Submissions are graded in `locked`."},
    "zh": {"full": "提交的代码会在 full 沙箱中评测。", "locked": "提交的代码会在 locked 沙箱中评测。"},
}
NONE = {
    "en": "No sandbox works here. You can still grade your own code; set up a sandbox before you grade other people's.",
    "zh": "这台机器上没有可用的沙箱。评测自己的代码没有问题；评测别人的代码之前，请先按上面的提示配置。",
}
NO_TORCH = {"en": "not installed; for the katas that need it:", "zh": "没有安装；需要它的 kata 请先运行："}
INSTALL_TORCH = "pip install torch"
DAMAGED = {
    "en": "an earlier history was damaged and is kept as {path}; delete it when you no longer need it",
    "zh": "以前有一份练习记录已损坏，原文件保留在 {path}；不再需要时可以删除",
}


@click.command(name="doctor")
@line_lang_option
def command(lang: str) -> None:
    """Say which sandbox works on this machine, why a better one does not, and how to get it.

    It also reads your history through. A damaged file is kept, and what can be read of it goes into a new one.

    Exit status 0: there is a sandbox that isolates code; 1: there is none.

    \b
    Example:
      dojo doctor
    """
    from grader.judge.probing import probe
    from grader.sandbox.remedies import gather, remedies

    chinese = lang == "zh"
    click.echo(f"nlp-dojo {_version('nlp-dojo')}, Python {platform.python_version()}, NumPy {_version('numpy')}")
    torch = _version("torch")
    click.echo(f"PyTorch {torch}" if torch else f"PyTorch: {NO_TORCH[lang]} {INSTALL_TORCH}")
    _progress(lang)
    found, facts = probe(), gather()
    click.echo()
    for finding in found.findings:
        name = finding.tier.value
        works = WORKS[lang] if finding.works else FAILS[lang]
        means = MEANS[name][chinese]
        click.echo(f"{name:<8}{works}（{means}）" if chinese else f"{name:<8}{works}  ({means})")
        if finding.works:
            continue
        click.echo(f"        {finding.trouble}")
        for remedy in remedies(finding.tier, facts):
            click.echo(f"        {remedy.zh if chinese else remedy.en}")
            if remedy.command:
                click.echo(f"            {remedy.command}")
    click.echo()
    click.echo(BEST[lang][found.best.value] if found.best else NONE[lang])
    raise SystemExit(0 if found.best else 1)


def _progress(lang: str) -> None:
    """Reads the learner's log through; a damaged one is replaced by what can still be read, and kept."""
    import os
    import time

    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.opening import check_progress
    from dojo.progress.reading import exists
    from dojo.progress.rescue import kept_aside

    path = data_home(os.environ) / FILE_NAME
    if not exists(path):
        _damaged(kept_aside(path), lang)
        return
    before = kept_aside(path)
    try:
        entries, notices = check_progress(path, time.time)
    except ProgressError as error:
        click.echo(error.say(lang))
        return
    for notice in notices:
        click.echo(notice.say(lang))
    sound = (
        f"your history: {entries:,} entries, all readable" if lang == "en" else f"练习记录：{entries:,} 条，全部可读"
    )
    click.echo(f"{sound}  ({path})" if lang == "en" else f"{sound}（{path}）")
    _damaged(before, lang)


def _damaged(kept: Sequence[Path], lang: str) -> None:
    """Names the damaged histories that lie here still; what was put aside just now is told already."""
    for path in kept:
        click.echo(DAMAGED[lang].format(path=path))


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None
