"""What a drill says, in English and Chinese. `{name}` is filled in by `said`."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # where and how
    "file": ("edit  {file}", "编辑  {file}"),
    "how": (
        "Open it in your own editor in another window, or press e for {editor}. Each save is graded.",
        "在另一个窗口用你自己的编辑器打开，或按 e 用 {editor} 打开。每次保存都会评测。",
    ),
    "how_alone": (
        "Open it in your own editor in another window. Each save is graded.",
        "在另一个窗口用你自己的编辑器打开。每次保存都会评测。",
    ),
    "par_is": ("Par time, in the top line: {minutes} minutes.", "顶行的参考时间：{minutes} 分钟。"),
    "resumed": (
        "This is the drill that you began {when} ago; its clock has kept running.",
        "这是你 {when}前开始的限时练习，计时一直没有停。",
    ),
    "gone": ("{count} katas of this drill are no longer there.", "这次练习中有 {count} 道题已不存在。"),
    "too_short": (
        "No kata fits {minutes} minutes; the shortest takes {par}.",
        "没有能在 {minutes} 分钟内完成的题；最短的一道需 {par} 分钟。",
    ),
    "fewer": ("Katas that fit your choice: {total}.", "符合条件的题只有 {total} 道。"),
    "fewer_minutes": (
        "{minutes} minutes have room for {total} of the {wanted} katas (par {par} min).",
        "{minutes} 分钟排不下 {wanted} 道题，只安排 {total} 道（参考时间 {par} 分钟）。",
    ),
    "unsaved": ("Not saved: {why}", "未保存：{why}"),
    # keys
    "key_edit": ("edit", "编辑器"),
    "key_statement": ("task", "题目"),
    "key_verdict": ("verdict", "评测结果"),
    "key_hint": ("hint", "提示"),
    "key_give_up": ("give up", "放弃"),
    "key_next": ("next", "下一题"),
    "key_card": ("result", "看成绩"),
    "key_leave": ("leave", "离开"),
    "key_lang": ("中文", "English"),
    "key_lang_ascii": ("Chinese", "English"),
    "key_help": ("help", "帮助"),
    "key_close": ("back", "返回"),
    "key_quit": ("quit", "退出"),
    # notices
    "grading": ("grading...", "评测中……"),
    "hint_again": (
        "Hint {number} costs {points}: press h again to read it.",
        "第 {number} 条提示扣 {points}：再按一次 h 查看。",
    ),
    "no_hint": ("There is no further hint.", "没有更多提示了。"),
    "give_up_again": ("Press n again to give up this kata.", "再按一次 n 放弃本题。"),
    "up_par": ("The par time of this kata is over. The clock runs on.", "本题的参考时间已到，计时继续。"),
    "up_drill": ("The time of the drill is over. The clock runs on.", "本次练习的时间已到，计时继续。"),
    "notice_par": ("NLP Dojo: par time is over", "NLP Dojo：参考时间已到"),
    "notice_drill": ("NLP Dojo: time is up", "NLP Dojo：时间到"),
    "no_editor": (
        "Set VISUAL or EDITOR to open an editor from here, e.g. export EDITOR=vim",
        "要从这里打开编辑器，请设置 VISUAL 或 EDITOR，例如 export EDITOR=vim",
    ),
    "editor_failed": ("{editor} could not be started: {why}", "{editor} 无法启动：{why}"),
    "no_verdict": ("Nothing was graded yet: save the file first.", "还没有评测：请先保存文件。"),
    "unknown_key": ("Press ? for help.", "按 ? 查看帮助。"),
    "passed_at": ("Passed after {time}; par is {par}.", "用时 {time} 通过，参考时间 {par}。"),
    # hints
    "hints_title": ("Hints", "提示"),
    "points_one": ("1 point", "1 分"),
    "points_many": ("{points} points", "{points} 分"),
    # plain mode
    "plain_head": (
        "kata {n} of {total}: {slug}, {title}, par {minutes} min",
        "第 {n} 题，共 {total} 题：{slug}，{title}，参考时间 {minutes} 分钟",
    ),
    "plain_file": ("file: {file}", "文件：{file}"),
    "plain_commands": (
        "commands: Enter waits for the verdict of your file, :h hint, :n give up, :l 中文, :? help, :q leave",
        "命令：回车等待评测结果，:h 提示，:n 放弃本题，:l English，:? 帮助，:q 离开",
    ),
    "plain_help": (
        "Save the file to have it graded. An empty line waits for the verdict of what is saved; :h shows the next hint "
        "and says what it costs; :n gives this kata up; :q leaves the drill, and dojo drill goes on with it.",
        "保存文件即会评测。空行等待当前文件的评测结果；:h 显示下一条提示并说明扣分；:n 放弃本题；:q 离开，之后可用 "
        "dojo drill 继续。",
    ),
    "plain_no_command": ("there is no command {command}; :? lists them all", "没有命令 {command}；:? 列出全部命令"),
    "plain_hint": ("hint {number} of {total} (costs {points}): {hint}", "提示 {number}/{total}（扣 {points}）：{hint}"),
    "plain_untouched": (
        "the file is still the starter; change it and save it",
        "文件仍是初始代码，请修改并保存",
    ),
    "plain_given_up": ("given up: {slug}", "放弃：{slug}"),
    "about_points": (
        "A kata gives 10 points: the best share of the hidden suite's points, less what hints cost. Time gives no "
        "points; the card compares it with par, and so does the schedule that brings the kata back.",
        "每题 10 分：取隐藏测试得分比例的最高值，再减去提示扣分。用时不计分；成绩单会与参考时间对比，"
        "复习安排也会参考它。",
    ),
    # the card
    "card_title": ("The drill is over", "限时练习结束"),
    "left_title": ("You left the drill; dojo drill goes on with it", "你已离开限时练习，dojo drill 可以继续"),
    "card_sum": (
        "Katas passed: {passed} of {total}. {points} of {full} points, {time} of {minutes} minutes.",
        "{total} 道题中通过 {passed} 道；得分 {points} / {full}；用时 {time}，计划 {minutes} 分钟。",
    ),
    "col_kata": ("kata", "题目"),
    "col_verdict": ("verdict", "结果"),
    "col_points": ("points", "得分"),
    "col_time": ("time/par", "用时/参考"),
    "col_hints": ("hints", "提示"),
    "col_tests": ("tests over time", "通过的测试"),
    "not_passed": ("not passed", "未通过"),
    "given_up": ("given up", "放弃"),
    "not_begun": ("not begun", "未开始"),
    "next_title": ("What to do next", "接下来"),
    "next_resume": ("go on with this drill", "继续这次练习"),
    "next_test": ("finish what did not pass", "完成未通过的题"),
    "next_solution": ("the reference, with follow-up questions", "参考答案与面试追问"),
    "next_quiz": ("the ideas behind {slug}", "{slug} 背后的知识点"),
    "next_drill": ("the next drill", "下一次练习"),
    "due": ("Comes back: {what}", "下次练习：{what}"),
    "due_on": ("{slug} in {days} days", "{slug}，{days} 天后"),
    "due_tomorrow": ("{slug} tomorrow", "{slug}，明天"),
    "result": ("passed: {passed}/{total}", "passed: {passed}/{total}"),
    # calls that can't be answered
    "no_topic": (
        "there is no topic {topic!r} with katas{near}; there are: {names}",
        "没有名为 {topic!r} 的编程题主题{near}；现有：{names}",
    ),
    "near": (", did you mean {names}?", "，是否想找 {names}？"),
    "no_katas": (
        "no kata can be drilled here; the katas of this choice need PyTorch: pip install torch",
        "没有可以练习的题：所选题目需要 PyTorch，请运行 pip install torch",
    ),
    "no_folder": (
        "{folder} cannot be written: {why}; change to a folder of your own and try again",
        "{folder} 无法写入（{why}）；请换到你自己的文件夹再试",
    ),
}

HELP = (  # keys, English, Chinese
    (
        "e",
        "open the file with $VISUAL or $EDITOR; your own window works as well",
        "用 $VISUAL 或 $EDITOR 打开文件；也可以用你自己的窗口",
    ),
    ("s  v", "the task; the newest verdict", "题目；最新的评测结果"),
    (
        "h h",
        "the next hint: the first one costs 1 point, the second 2, the third 3",
        "下一条提示：第一条扣 1 分，第二条 2 分，第三条 3 分",
    ),
    (
        "n n",
        "give this kata up and go on; after a pass, n or Enter goes on",
        "放弃本题并继续；通过后按 n 或 Enter 继续",
    ),
    ("l", "language", "切换语言"),
    (
        "q, Ctrl-C",
        "leave; the clock runs on, and dojo drill goes on with this drill",
        "离开；计时不停，dojo drill 可继续这次练习",
    ),
    ("PgUp PgDn", "scroll", "翻页"),
)


def said(name: str, lang: str, /, **values: object) -> str:
    """A phrase, filled in."""
    return WORDS[name][lang == "zh"].format(**values)


def points(number: int, lang: str) -> str:
    """`1 point`, `2 points`."""
    return said("points_one" if number == 1 else "points_many", lang, points=number)
