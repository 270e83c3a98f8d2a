"""What `dojo` alone prints: progress so far and the commands to run next."""

from __future__ import annotations

from msgspec import Struct
from rich.text import Text

from dojo.show.text.markup import Look
from dojo.show.text.wrap import hang, width, wrap


class Left(Struct, frozen=True):
    """A drill or mock (`kind`) that was left: the minutes it has and those that are gone, None once its time is up."""

    kind: str
    total: int
    gone: int | None


class Standing(Struct, frozen=True):
    """What the learner has done so far. `left` is (questions done, questions planned) of an unfinished quiz, `due` how
    many questions are to be reviewed today, `interview` the date that is planned for and the days until then, `clocks`
    the drill and the mock that were left."""

    answered: int = 0
    right: int = 0
    left: tuple[int, int] | None = None
    weakest: str | None = None
    passed: int = 0
    failed: str | None = None
    next_kata: str | None = None
    warning: str | None = None
    due: int = 0
    interview: tuple[str, int] | None = None
    clocks: tuple[Left, ...] = ()


_TITLE = ("NLP Dojo: interview practice for NLP and LLM engineers", "NLP Dojo：NLP 与大模型面试练习")
_NEW = (
    "Two ways to train: quizzes that explain every answer, and katas, small programs that hidden tests grade.",
    "两种练法：每题都有解析的测验，以及由隐藏测试评测的编程题（kata）。",
)
_SO_FAR = (
    "Questions answered so far: {answered}, {right} of them right; katas passed: {passed}.",
    "至今：答题 {answered} 道，答对 {right} 道；通过编程题 {passed} 道。",
)
_DUE = ("Due for review today: {due}.", "今天到期复习：{due} 道。")
_INTERVIEW = ("Interview on {date}, in {days} days.", "面试日期 {date}，还有 {days} 天。")
_NEXT = ("Next:", "接下来：")
_MORE = ("All commands: dojo --help. Chinese: DOJO_LANG=zh.", "全部命令：dojo --help。英文界面：DOJO_LANG=en。")
_STEPS = {
    "resume": ("continue with question {next} of {total}", "继续做第 {next} 题，共 {total} 题"),
    "first": ("ten questions, about five minutes", "十道题，约五分钟"),
    "another": ("ten more questions; what you missed comes back", "再做十题，错题会再次出现"),
    "weakest": ("the topic where you miss most", "你错得最多的主题"),
    "clock": (
        "you left it and its clock is running: {gone} of {total} minutes",
        "上次中途离开，计时仍在继续：已用 {gone} 分钟，共 {total} 分钟",
    ),
    "time_up": ("you left it and its time is up; run it to see the result", "上次中途离开，时间已到；运行它查看结果"),
    "failed": ("not passed yet; test it again after a change", "尚未通过：修改后再测一次"),
    "start": (
        "writes the task into a folder here; edit the file, then run: dojo kata test",
        "在当前目录生成题目；修改后运行 dojo kata test",
    ),
    "drill": ("a kata against the clock", "限时写一道编程题"),
    "list": ("all katas", "全部编程题"),
    "plan": ("each day until the interview", "到面试为止的每日计划"),
    "stats": ("your results by topic", "按主题查看成绩"),
}


def welcome_lines(standing: Standing, lang: str, look: Look) -> list[Text]:
    """The page, in lines."""
    which = 1 if lang == "zh" else 0
    lines = [Text(_TITLE[which], "bold"), Text()]
    if standing.warning:
        lines += [*wrap(Text(standing.warning, "yellow"), look.columns), Text()]
    if standing.answered or standing.passed or standing.failed:
        said = _SO_FAR[which].format(answered=standing.answered, right=standing.right, passed=standing.passed)
    else:
        said = _NEW[which]
    if standing.due:
        said += (" " if which == 0 else "") + _DUE[which].format(due=standing.due)
    if standing.interview:
        date, days = standing.interview
        said += (" " if which == 0 else "") + _INTERVIEW[which].format(date=date, days=days)
    lines += [*wrap(Text(said), look.columns), Text(), Text(_NEXT[which], "bold")]
    done, total = standing.left or (0, 0)
    steps = [_step_back(clock, which) for clock in standing.clocks]
    steps += [(command, _STEPS[step][which].format(next=done + 1, total=total)) for command, step in _steps(standing)]
    column = max(width(command) for command, _ in steps) + 4
    for command, text in steps:
        label = Text.assemble("  ", (command, "bold cyan"), " " * (column - width(command) - 2))
        if column + 20 <= look.columns:
            lines += hang(Text(text), look.columns, label)
        else:
            lines += [label, *hang(Text(text), look.columns, Text("    "))]
    return [*lines, Text(), Text(_MORE[which], "dim")]


def _step_back(left: Left, which: int) -> tuple[str, str]:
    step = "time_up" if left.gone is None else "clock"
    return f"dojo {left.kind}", _STEPS[step][which].format(gone=left.gone, total=left.total)


def _steps(standing: Standing) -> list[tuple[str, str]]:
    """(command, what it is for), the most useful first."""
    steps = [("dojo quiz", "resume" if standing.left else "another" if standing.answered else "first")]
    if standing.weakest:
        steps.append((f"dojo quiz --topic {standing.weakest}", "weakest"))
    if standing.failed:
        steps.append((f"dojo kata test {standing.failed}", "failed"))
    elif standing.next_kata:
        steps.append((f"dojo kata start {standing.next_kata}", "start"))
    if standing.passed or standing.failed:
        if all(clock.kind != "drill" for clock in standing.clocks):
            steps.append(("dojo drill", "drill"))
        steps.append(("dojo kata list", "list"))
    if standing.interview:
        steps.append(("dojo plan", "plan"))
    if standing.answered:
        steps.append(("dojo stats", "stats"))
    return steps
