"""`dojo release`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from dojo.cli.options import either, line_lang_option, stop


@click.command(name="release")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--organiser", metavar="DIR", type=click.Path(path_type=Path), help="Also write all of the content here.")
@line_lang_option
def command(folder: Path, organiser: Path | None, lang: str) -> None:
    """Write the learners' copy of your content: questions and katas without solutions and hidden suites.

    The content is that of DOJO_CONTENT. In the copy, `dojo kata test` runs the visible examples; the hidden suites run
    where the organiser's half is. A release over an older one replaces its files, and no others.

    \b
    Example:
      dojo release learners
      DOJO_CONTENT=our-content dojo release learners --organiser hidden
    """
    from dojo.content import content_root
    from dojo.drill.blanks import unfilled
    from dojo.drill.skeleton import BLANK
    from dojo.group.release import NEVER, CannotRelease, hidden_in_history, kept, release, some
    from grader.cohort.names import shown_path

    root = content_root(os.environ)
    for target in filter(None, (folder, organiser)):
        if target.resolve().is_relative_to(root.resolve()) or root.resolve().is_relative_to(target.resolve()):
            name = shown_path(target)
            en = f"{name} lies in the content, or around it; choose another folder"
            stop(either(lang, en, f"{name} 在内容文件夹之内或之外层；请选择其他文件夹"))
    if organiser is not None and _overlap(folder, organiser):
        stop(either(lang, "the two halves need folders of their own", "两部分需要各自的文件夹"))
    if left := [name for name in NEVER if folder.is_dir() and any(folder.rglob(name))]:
        en = f"{shown_path(folder)} holds {left[0]}, which learners must not see; choose a new folder"
        stop(either(lang, en, f"{shown_path(folder)} 中有学员不应看到的 {left[0]}；请换一个新文件夹"))
    if old := hidden_in_history(folder):
        en = f"the history of {shown_path(folder)} holds {shown_path(Path(old))}; start a new repository"
        stop(either(lang, en, f"{shown_path(folder)} 的历史中有 {shown_path(Path(old))}；请新建仓库"))
    try:
        halves = release(root, lang)
        if blank := unfilled({**halves.learners, **halves.organiser}):
            en, zh = some(blank)
            en = f"blanks ({BLANK}) are not filled in: {en}; dojo lint shows each line"
            stop(either(lang, en, f"空白（{BLANK}）还没有填：{zh}；dojo lint 会列出每一行"))
        stays = kept(halves.learners, folder)
        if organiser is not None:
            kept(halves.organiser, organiser)
    except CannotRelease as error:
        stop(error.why.in_(lang))
    _write(halves.learners, folder, stays, lang)
    if organiser is not None:
        _write(halves.organiser, organiser, [], lang)
        en = f"grade with: DOJO_CONTENT={shown_path(organiser)} dojo grade submissions"
        click.echo(either(lang, en, f"评测时运行：DOJO_CONTENT={shown_path(organiser)} dojo grade submissions"))


def _overlap(one: Path, other: Path) -> bool:
    first, second = one.resolve(), other.resolve()
    return first.is_relative_to(second) or second.is_relative_to(first)


def _write(files: dict[str, bytes], folder: Path, stays: list[str], lang: str) -> None:
    """Write the files but those that stay, and first of all the record of them."""
    from dojo.group.release import RECORD, recorded
    from grader.cohort.names import shown_path

    files = {name: data for name, data in files.items() if name not in stays}
    try:
        for name, data in {RECORD: recorded(files, folder), **files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        en = f"{shown_path(folder)} cannot be written: {error.strerror}"
        stop(either(lang, en, f"{shown_path(folder)} 无法写入：{error.strerror}"))
    click.echo(
        either(
            lang,
            f"wrote {len(files)} files to {shown_path(folder)}",
            f"已写入 {len(files)} 个文件：{shown_path(folder)}",
        )
    )
    for name in stays:
        where = shown_path(folder / name)
        click.echo(either(lang, f"kept {where} (it exists already)", f"保留 {where}（已存在，未改动）"))
