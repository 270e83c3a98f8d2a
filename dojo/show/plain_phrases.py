"""What the quiz in lines says, in English and Chinese; part of `phrases`, which fills in `{name}`."""

from __future__ import annotations

PLAIN: dict[str, tuple[str, str]] = {
    "plain_commands": (
        "commands: :s skip, :h hint, :u undo, :l 中文, :? help, :q quit",
        "命令：:s 跳过，:h 提示，:u 撤销，:l English，:? 帮助，:q 退出",
    ),
    "plain_help": (
        "Type an answer as the line above says. An empty line or :s skips, :h gives a hint, :u takes the last answer "
        "back, :l switches the language, :q quits; dojo quiz continues from there.",
        "按上面一行的格式作答。空行或 :s 跳过本题，:h 显示提示，:u 撤销上一次作答，:l 切换语言，:q 退出，"
        "之后可用 dojo quiz 继续。",
    ),
    "plain_no_command": ("there is no command {command}; :? lists them all", "没有命令 {command}；:? 列出全部命令"),
    "plain_hint": ("hint: ", "提示："),
    "plain_not_text": ("these bytes are not UTF-8 text; type it again", "这一行不是 UTF-8 文本，请重新输入"),
    "plain_head": (
        "question {n} of {total}: {topic}, {level}, {kind}",
        "第 {n} 题，共 {total} 题：{topic}，{level}，{kind}",
    ),
    "plain_answer": ("answer: {what}; an empty line skips", "作答：{what}；空行跳过"),
    "plain_again": ("not understood; expected {what}", "未能识别；应为{what}"),
    "plain_right": ("right", "对"),
    "plain_partly": ("partly: {score} of 1", "部分：{score} / 1"),
    "plain_wrong": ("wrong", "错"),
    "plain_skipped": ("skipped", "跳过"),
    "plain_late": (
        "wrong: time was up after {limit} s, and {seconds} s had passed",
        "错：限时 {limit} 秒，已过 {seconds} 秒",
    ),
    "plain_correct": ("answer: {what}", "答案：{what}"),
    "plain_source": ("source: {what}", "出处：{what}"),
    "plain_time": ("time for each question: {limit} s", "每题限时：{limit} 秒"),
    "plain_points": ("points of a good answer:", "好回答的要点："),
    "plain_found": (" (found in your words)", "（已从你的回答中识别）"),
    "plain_claims": ("said this, which is wrong: {what}", "说了这句错话：{what}"),
    "plain_points_do": (
        "points you made: numbers, like 1 3; 0 for none; an empty line takes those found",
        "你讲到的要点：编号，如 1 3；没有则填 0；空行采用已识别的",
    ),
    "plain_follow_up": ("follow-up: {what}", "追问：{what}"),
    "plain_took": ("time: {time}", "用时：{time}"),
    "plain_missed": ("missed:", "错题："),
    "score": ("score: {score}/{total}", "score: {score}/{total}"),
}
