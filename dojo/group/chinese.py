"""The template of a group's repository for Chinese readers: comments and messages in Chinese, reports with `lang: zh`.

What the files do is the template's; only what people read is replaced here. The README has a file of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

README = "README.zh.md"  # in the template, in place of README.md
HEADINGS = {  # what stands at the top of a file; commands in it stay
    ".github/workflows/grade.yml": "任务是否通过取决于推送或合并请求中改动的部分；看板包含所有成员。\n"
    "# 不需要密钥，来自 fork 的合并请求同样会评测。",
    ".gitlab-ci.yml": "任务是否通过取决于推送或合并请求中改动的部分；看板包含所有成员。\n"
    "# GitLab 的 Docker runner 中，沙箱是 `locked`，需要 Linux 6.2。",
    ".pre-commit-config.yaml": "每次提交前评测自己的文件夹：pip install pre-commit && pre-commit install",
    "Dockerfile": "在 Docker 中评测，沙箱等级是 `locked`，宿主机需要 Linux 6.2，不需要额外权限：",
}
COMMAND = "#   "  # how a line of a heading begins that is a command
REMARKS = {
    "# to know what changed": "# 用来判断哪些文件有改动",
    "# the CPU build": "# CPU 版",
    'echo "Nothing has been handed in yet."': 'echo "还没有人提交。"',
    'echo "The status of this job is that of what changed: $status."': 'echo "本任务的状态取决于改动的部分：$status。"',
}
SETTINGS = {  # after this text of a file comes the language
    ".github/workflows/grade.yml": ("path: submissions", "\n          lang: zh"),
    ".gitlab-ci.yml": ("DOJO_HOME: $CI_PROJECT_DIR/.dojo", "\n    DOJO_LANG: zh"),
    ".pre-commit-config.yaml": ("entry: dojo grade submissions --since HEAD", " --lang zh"),
    "Dockerfile": ("ENV DOJO_HOME=/tmp/dojo", " DOJO_LANG=zh"),
}


def in_chinese(files: Mapping[str, str]) -> dict[str, str]:
    """The template's files, path to text, with what people read in Chinese."""
    return {name: _translated(name, text) for name, text in files.items()}


def _translated(name: str, text: str) -> str:
    if name in HEADINGS:
        text = _headed(HEADINGS[name], text)
    for english, chinese in REMARKS.items():
        text = text.replace(english, chinese)
    setting, added = SETTINGS.get(name, ("", ""))
    return text.replace(setting, setting + added, 1)


def _headed(heading: str, text: str) -> str:
    lines = text.splitlines(keepends=True)
    end = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    commands = [line for line in lines[:end] if line.startswith(COMMAND)]
    return "".join([f"# {heading}\n", *commands, *lines[end:]])
