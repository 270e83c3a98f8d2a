"""What a mock interview says, in English and Chinese. `{name}` is filled in by `said`."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "warm": ("Warm-up", "热身"),
    "code": ("Coding", "编程"),
    "open": ("Discussion", "深入讨论"),
    "own": ("Your questions", "你的提问"),
    "review": ("After the interview", "面试之后"),
    "role_llm": ("LLM engineer", "大模型工程师"),
    "role_nlp": ("NLP engineer", "NLP 工程师"),
    "role_research": ("research", "研究岗"),
    # the competences
    "fundamentals": ("fundamentals", "基础知识"),
    "systems": ("LLM systems", "大模型系统"),
    "coding": ("coding", "编程"),
    "explaining": ("explaining", "表达"),
    # keys
    "key_send": ("answer", "作答"),
    "key_next": ("next", "下一个"),
    "key_skip": ("skip", "跳过"),
    "key_edit": ("edit", "编辑器"),
    "key_done": ("hand in", "交卷"),
    "key_finish": ("end the interview", "结束面试"),
    "key_leave": ("leave", "离开"),
    "key_lang": ("中文", "English"),
    "key_lang_ascii": ("Chinese", "English"),
    # notices and pages
    "resumed": (
        "This is the interview that you began {when} ago; its clock has kept running.",
        "这是你 {when}前开始的面试，计时一直没有停。",
    ),
    "intro": (
        "{minutes} minutes, role {role}: warm-up questions, a kata, open questions with follow-ups, your own questions."
        " No feedback until the end.",
        "共 {minutes} 分钟，方向：{role}。依次是热身题、一道编程题、带追问的问答题、你的提问。结束前不给任何反馈。",
    ),
    "unsaved": ("Not saved: {why}", "未保存：{why}"),
    "do_code": (
        "Write it in your own editor in another window, or press e for $EDITOR. Run the examples yourself with pytest. "
        "What you saved last is what you hand in.",
        "在另一个窗口用你自己的编辑器写，或按 e 打开 $EDITOR。示例可以自己用 pytest 运行。最后一次保存的版本即为提交。",
    ),
    "saves_none": ("nothing saved yet", "尚未保存"),
    "saves": ("versions saved: {count}, the last one at {time}", "已保存 {count} 个版本，最近一次在 {time}"),
    "done_again": ("Press n again to hand in what you saved last.", "再按一次 n 交卷，以最后保存的版本为准。"),
    "done_again_nothing": (
        "Nothing is saved yet. Press n again to hand in.",
        "还没有保存任何内容，再按一次 n 将交白卷。",
    ),
    "follow_again": (
        "No answer yet. Press the same key again to skip.",
        "还没有作答，再按一次同样的键将跳过。",
    ),
    "end_again": (
        "Press the same key again to end the interview.",
        "再按一次同样的键结束面试。",
    ),
    "skip_again": ("Skip this? Press the same key again.", "确定跳过？请再按一次同样的键。"),
    "up_section": ("The time for this section is over; move on soon.", "这一环节的时间到了，请尽快进入下一环节。"),
    "up_all": ("The time of the interview is over.", "面试时间到。"),
    "notice": ("NLP Dojo: time is up", "NLP Dojo：时间到"),
    "follow_up": ("The interviewer follows up", "面试官追问"),
    "own_do": (
        "What would you ask the interviewer? Write a question and press Ctrl-D. To end the interview, leave the page "
        "empty and press Ctrl-D twice.",
        "你想问面试官什么？写下问题后按 Ctrl-D。不再提问时，留空并连按两次 Ctrl-D 结束面试。",
    ),
    "own_kept": ("Kept: {count}", "已记下：{count}"),
    "no_editor": ("Set VISUAL or EDITOR to open an editor from here.", "要从这里打开编辑器，请设置 VISUAL 或 EDITOR。"),
    "editor_failed": ("{editor} could not be started: {why}", "{editor} 无法启动：{why}"),
    "file": ("edit  {file}", "编辑  {file}"),
    "left": (
        "You left the interview; dojo mock goes on with it, and its clock runs.",
        "你已离开面试；运行 dojo mock 可继续，计时不停。",
    ),
    # plain mode
    "plain_section": ("section: {name}, {minutes} min", "环节：{name}，{minutes} 分钟"),
    "plain_commands": (
        "commands: an empty line skips, :l 中文, :q leave",
        "命令：空行跳过，:l English，:q 离开",
    ),
    "plain_code": (
        "save your file; :d hands in what it holds then",
        "请保存文件；:d 以当前内容交卷",
    ),
    "plain_follow": ("follow-up: {what}", "追问：{what}"),
    "plain_talk": ("answer in one line; an empty line skips", "用一行作答；空行跳过"),
    "plain_own": (
        "your questions to the interviewer, one a line; an empty line ends the interview",
        "你想问面试官的问题，每行一个；空行结束面试",
    ),
    "plain_kept": ("kept", "已记录"),
    # the card
    "card_title": ("Scorecard", "成绩单"),
    "card_head": (
        "{date}, {role}, {time} of {minutes} minutes",
        "{date}，{role}，用时 {time}，计划 {minutes} 分钟",
    ),
    "not_asked": ("not asked", "未考察"),
    "last_time": ("last time {score}%", "上次 {score}%"),
    "questions": ("Questions", "题目"),
    "col_question": ("question", "题目"),
    "col_topic": ("topic", "主题"),
    "col_result": ("result", "结果"),
    "col_score": ("score", "得分"),
    "right": ("right", "对"),
    "partly": ("partly", "部分"),
    "wrong": ("wrong", "错"),
    "skipped": ("skipped", "跳过"),
    "kata_line": (
        "Kata {kata}: {verdict}, {passed} of {tests} tests, {time} (par {par}), versions saved: {saves}",
        "编程题 {kata}：{verdict}，{tests} 个测试通过 {passed} 个，用时 {time}（参考 {par}），共 {saves} 个版本",
    ),
    "kata_unsaved": (
        "Kata {kata}: nothing was saved in {time} (par {par})",
        "编程题 {kata}：没有保存任何版本，用时 {time}（参考 {par}）",
    ),
    "open_title": ("Open questions", "问答题"),
    "your_words": ("You said", "你的回答"),
    "points_made": ("Points made", "讲到的要点"),
    "points_missed": ("Points missed", "漏掉的要点"),
    "claims_made": ("False claims", "说错的地方"),
    "good_answer": ("A good answer", "参考回答"),
    "why": ("Why", "解析"),
    "nothing": ("nothing", "无"),
    "right_answer": ("Right answer", "正确答案"),
    "gone": ("(this question is no longer in the banks)", "（此题已不在题库里）"),
    "own_title": ("Your questions to the interviewer", "你向面试官提的问题"),
    "own_none": (
        "None. Prepare two or three: interviewers expect them.",
        "没有。请准备两三个问题，面试官通常会期待你提问。",
    ),
    "found_note": (
        "Open questions: the points that you confirmed. The full texts are in the export.",
        "问答题按你确认的要点计分；导出的文件里有全文。",
    ),
    "next_export": (
        "dojo mock --export mock.html keeps this with all answers; dojo mock --list compares your interviews.",
        "dojo mock --export mock.html 导出全部回答；dojo mock --list 对比历次面试。",
    ),
    "list_none": ("No interview was finished yet. Begin one: dojo mock", "还没有完成过面试。开始一次：dojo mock"),
    "col_number": ("no.", "编号"),
    "col_date": ("date", "日期"),
    "col_role": ("role", "方向"),
    "col_time": ("time/plan", "用时/计划"),
    "exported": ("wrote {file}", "写入 {file}"),
    "bad_export": ("{file} must end in .md or .html", "{file} 的扩展名应为 .md 或 .html"),
    "no_number": (
        "there is no interview {number}; see dojo mock --list",
        "没有编号为 {number} 的面试；见 dojo mock --list",
    ),
    "cannot_write": ("{file} cannot be written: {why}", "{file} 无法写入：{why}"),
    "no_folder": (
        "{folder} cannot be written: {why}; change to a folder of your own and try again",
        "{folder} 无法写入（{why}）；请换到你自己的文件夹再试",
    ),
    "alone": (
        "--list and --export don't go with options of a new interview",
        "--list 和 --export 不能与新面试的选项同用",
    ),
}


def said(name: str, lang: str, /, **values: object) -> str:
    """A phrase, filled in."""
    return WORDS[name][lang == "zh"].format(**values)


def percent(score: float | None) -> str:
    """A score as people read it; a dash where nothing was asked."""
    return "–" if score is None else f"{round(100 * score)}%"
