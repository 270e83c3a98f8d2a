"""The template of a group's repository, filled in: workflows, hook, Dockerfile, and a folder for each member.

The files lie in `docs/group-template`, where people can read them; a wheel has them beside its content. Writing them is
the command's business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from dojo.group.chinese import README, in_chinese

PACKAGES = Path(__file__).resolve().parents[2]
PROJECT = "nlp-dojo/nlp-dojo"  # as the template names it
REF = "main"
HOOK = "entry: dojo grade submissions --since HEAD"
ENTRYPOINT = 'ENTRYPOINT ["dojo", "grade", "--sandbox", "require"'
PLACE = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*@[A-Za-z0-9][\w./-]*")
FOLDER = re.compile(r"[^\s./\\:*?\"<>|][^/\\:*?\"<>|\x00-\x1f]{0,99}")  # a member's, on every system


def template_root() -> Path:
    """The folder of the template: the wheel's, else the checkout's."""
    shipped = PACKAGES / "dojo" / "content" / "group-template"
    return shipped if shipped.is_dir() else PACKAGES / "docs" / "group-template"


def group_files(
    place: str,
    members: Sequence[str] = (),
    required: Sequence[str] = (),
    least: float | None = None,
    lang: str = "en",
) -> dict[str, str]:
    """Path and text of each file. `place` is this project, as OWNER/NAME@REF; `lang` is for texts and reports."""
    project, _, ref = place.partition("@")
    root = template_root()
    found = {}
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8").replace(f"{PROJECT}@{REF}", f"{project}@{ref}")
        text = text.replace(f"{PROJECT}/archive/{REF}.tar.gz", f"{project}/archive/{ref}.tar.gz").replace(
            PROJECT, project
        )
        found[path.relative_to(root).as_posix()] = text
    chinese_readme = found.pop(README)
    katas, score = ",".join(required), "" if least is None else f"{least:g}"
    for name, keys in (
        (".github/workflows/grade.yml", ("require", "min-score")),
        (".gitlab-ci.yml", ("DOJO_REQUIRE", "DOJO_MIN_SCORE")),
    ):
        for key, value in zip(keys, (katas, score), strict=True):
            found[name] = found[name].replace(f'{key}: ""', f'{key}: "{value}"')
    asked = (["--require", katas] if katas else []) + (["--min-score", score] if score else [])
    hook, image = ".pre-commit-config.yaml", "Dockerfile"
    found[hook] = found[hook].replace(HOOK, " ".join([HOOK, *asked]))
    found[image] = found[image].replace(ENTRYPOINT, ENTRYPOINT + "".join(f', "{word}"' for word in asked))
    if lang == "zh":
        found = in_chinese({**found, "README.md": chinese_readme})
    for member in members:
        found[f"submissions/{member}/.gitkeep"] = ""
    if members:
        del found["submissions/.gitkeep"]
    return found
