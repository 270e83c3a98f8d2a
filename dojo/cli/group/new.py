"""`dojo group new`."""

from __future__ import annotations

from pathlib import Path

import click

from dojo.cli.options import either, line_lang_option, load_katas, stop

PLACE = "nlp-dojo/nlp-dojo@main"


@click.command(name="new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--member", "members", multiple=True, metavar="NAME", help="Make a folder for this member; repeatable.")
@click.option(
    "--require", "required", multiple=True, metavar="SLUG", help="A kata that everybody must pass; repeatable."
)
@click.option("--min-score", type=click.FloatRange(0, 1), help="The least mean score of each member.")
@click.option(
    "--project",
    default=PLACE,
    show_default=True,
    metavar="OWNER/NAME@REF",
    help="Where the workflows get NLP Dojo from.",
)
@line_lang_option
def command(
    folder: Path, members: tuple[str, ...], required: tuple[str, ...], min_score: float | None, project: str, lang: str
) -> None:
    """Write a study group's repository: workflows for GitHub and GitLab, a pre-commit hook and a Dockerfile.

    Every push and pull request is then graded in a sandbox. Files that exist already stay as they are.
    With --lang zh, texts and reports are in Chinese.

    \b
    Example:
      dojo group new our-katas --member ana --member bo --require stable_softmax
    """
    from dojo.group.template import FOLDER, group_files
    from dojo.group.template import PLACE as FORM
    from grader.cohort.names import shown_path

    if not FORM.fullmatch(project):
        stop(
            either(
                lang,
                f"--project must be OWNER/NAME@REF, not {project!r}",
                f"--project 应为 OWNER/NAME@REF，而不是 {project!r}",
            )
        )
    if bad := [name for name in members if not FOLDER.fullmatch(name) or name != name.strip(" .")]:
        name = shown_path(Path(bad[0]))
        stop(
            either(
                lang, f"{name!r} can't be a member's folder on every system", f"{name!r} 不能在所有系统上作为文件夹名"
            )
        )
    if len({name.casefold() for name in members}) < len(set(members)):
        stop(either(lang, "two members' names differ only in case", "两名成员的名字只有大小写不同"))
    katas = load_katas(lang) if required else {}
    if unknown := [slug for slug in required if slug not in katas]:
        name = shown_path(Path(unknown[0]))
        stop(
            either(lang, f"there is no kata {name}; see: dojo kata list", f"没有名为 {name} 的题目；见 dojo kata list")
        )
    wrote, kept = [], []
    try:
        for name, text in group_files(project, members, required, min_score, lang).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    file.write(text)
                wrote.append(name)
            except FileExistsError:
                kept.append(name)
    except OSError as error:
        where = shown_path(folder)
        stop(either(lang, f"{where} cannot be written: {error.strerror}", f"{where} 无法写入：{error.strerror}"))
    for names, word in ((wrote, either(lang, "wrote", "写入")), (kept, either(lang, "kept", "保留"))):
        for name in names:
            click.echo(f"{word} {shown_path(folder / name)}")
    if project == PLACE:
        en = f"the workflows get NLP Dojo from {project}; if you keep it elsewhere, use --project"
        click.echo(either(lang, en, f"工作流从 {project} 获取 NLP Dojo；如果放在别处，请用 --project 指定"))
