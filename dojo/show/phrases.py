"""What the quiz says of itself, in English and Chinese. `{name}` is filled in by `say`."""

from __future__ import annotations

from dojo.show.plain_phrases import PLAIN

PHRASES: dict[str, tuple[str, str]] = {
    **PLAIN,
    # names
    "level_1": ("warm-up", "入门"),
    "level_2": ("core", "核心"),
    "level_3": ("hard", "进阶"),
    "kind_choice": ("choice", "单选"),
    "kind_multi": ("multiple choice", "多选"),
    "kind_boolean": ("true or false", "判断"),
    "kind_number": ("number", "计算"),
    "kind_text": ("term", "术语"),
    "kind_order": ("order", "排序"),
    "kind_match": ("match", "配对"),
    "kind_open": ("open", "问答"),
    "true": ("True", "对"),
    "false": ("False", "错"),
    # what to do, above the field or the options
    "do_choice": ("One is right.", "只有一项正确。"),
    "do_multi": ("Tick all that are right.", "选出所有正确的选项。"),
    "do_boolean": ("Is this true?", "这句话对吗？"),
    "do_number": ("Give a number ({precision}).", "请填数值（{precision}）。"),
    "do_text": ("Give the term.", "请填术语。"),
    "do_order": ("Put these in order, the first one first.", "按顺序排列，最先的排在最前。"),
    "do_match": ("Match the two sides.", "将左右两边配对。"),
    "do_open": ("Answer as you would in the interview.", "像在面试中那样回答。"),
    "as_of": ("(as of {when})", "（截至 {when}）"),
    "unit_hint": ("({unit})", "（{unit}）"),
    "your_order": ("your order:", "你的顺序："),
    "hint": ("Hint", "提示"),
    # keys at the foot
    "key_choose": ("choose", "选择"),
    "key_tick": ("tick", "勾选"),
    "key_answer": ("answer", "作答"),
    "key_order": ("next", "依次排列"),
    "key_match": ("goes to ▸", "配给 ▸"),
    "key_left": ("▸", "▸"),
    "key_back": ("back", "退回"),
    "key_write": ("write", "输入"),
    "key_next": ("next", "下一题"),
    "key_result": ("result", "看结果"),
    "key_reasons": ("every option's why", "每个选项的理由"),
    "key_fewer": ("less", "收起"),
    "key_follow": ("follow-up", "看追问"),
    "key_skip": ("skip", "跳过"),
    "key_undo": ("undo", "撤销"),
    "key_hint": ("hint", "提示"),
    "key_flag": ("flag", "标记"),
    "key_lang": ("中文", "English"),
    "key_lang_ascii": ("Chinese", "English"),
    "key_quit": ("quit", "退出"),
    "key_help": ("all keys", "全部按键"),
    "key_toggle": ("said or not", "说了/没说"),
    "key_confirm": ("confirm", "确认"),
    "key_reveal": ("show the answer", "看答案"),
    "key_missed": ("review the missed", "重做错题"),
    "key_close": ("back", "返回"),
    "key_resume": ("go on", "继续"),
    "key_new": ("a new quiz", "新开一组"),
    "key_save": ("save", "保存"),
    "key_cancel": ("cancel", "取消"),
    "more_below": ("↓ {lines} more: PgDn", "↓ 下面还有 {lines} 行：PgDn"),
    "more_above": ("↑ PgUp", "↑ PgUp"),
    # notices
    "choose_first": ("Choose an option first, or press s to skip.", "请先选择一项，或按 s 跳过。"),
    "tick_first": ("Tick at least one option, or press s to skip.", "请至少勾选一项，或按 s 跳过。"),
    "order_first": ("Give every item its place first, or press s to skip.", "请先排完所有条目，或按 s 跳过。"),
    "match_first": (
        "Give every left side a number first, or press s to skip.",
        "请先为左边每一项配一个编号，或按 s 跳过。",
    ),
    "write_first": ("Write something first; Esc and then s skips.", "请先输入；按 Esc 再按 s 可跳过。"),
    "expected": ("Expected: {what}.", "请输入{what}。"),
    "no_hint": ("This question has no hint.", "本题没有提示。"),
    "answer_first": (
        "Answer first; then w shows why each option is right or wrong.",
        "先作答，再按 w 看各选项的理由。",
    ),
    "reasons_told": ("All reasons are shown already.", "各选项的理由已全部显示。"),
    "no_reasons": ("There are no reasons for each option here.", "本题没有各选项的理由。"),
    "no_undo": ("There is nothing to take back.", "没有可撤销的作答。"),
    "late_stays": ("Its time was up: that cannot be taken back.", "已超时，无法撤销。"),
    "undone": ("Taken back: answer again.", "已撤销，请重新作答。"),
    "flagged": ("Flagged. Press m again to take the flag away.", "已标记。再按 m 取消标记。"),
    "unflagged": ("The flag is gone.", "标记已取消。"),
    "leave_again": (
        "Press {pressed} again to quit; what you typed will be lost.",
        "再按一次 {pressed} 将退出，已输入的内容会丢失。",
    ),
    "fewer": (
        "Only {total} questions fit your choice: you get {total}, not {count}.",
        "符合条件的题目只有 {total} 道，因此只出 {total} 道，而不是 {count} 道。",
    ),
    "sure": ("You are sure (+). Press + again to take that back.", "你很有把握（+）。再按 + 取消。"),
    "unsure": ("You are guessing (-). Press - again to take that back.", "你没有把握（-）。再按 - 取消。"),
    "no_confidence": ("No confidence given.", "不记录把握程度。"),
    "unknown_key": ("Press ? for all keys.", "按 ? 查看全部按键。"),
    "match_moved": (
        "{number} was the number of {left}; {left} has none now.",
        "{number} 原来配给 {left}，现在 {left} 没有编号了。",
    ),
    "unsaved": ("Not saved: {why}", "未保存：{why}"),
    "gone": ("{count} questions of that quiz are no longer in the banks.", "那组题中有 {count} 题已不在题库里。"),
    # after an answer
    "right": ("Right", "对"),
    "partly": ("Partly right", "部分正确"),
    "wrong": ("Wrong", "错"),
    "skipped": ("Skipped", "已跳过"),
    "late": ("Time is up", "时间到"),
    "late_taken": ("(time is up: taken as it stood)", "（时间到：按已输入的内容作答）"),
    "not_chosen": ("(right, not chosen)", "（正确，未选）"),
    "points_of": ("{score} of 1", "{score} / 1"),
    "scored_multi": (
        "You ticked {found} of {right} right options and {ticked} of {wrong} wrong ones. Unless all are right, you get "
        "half the difference between these two shares, but never less than 0: {score}.",
        "正确项选中 {found} / {right}，错误项误选 {ticked} / {wrong}。"
        "未全对时，取两个比例之差的一半，最低 0 分；本题得 {score} 分。",
    ),
    "scored_order": (
        "{good} of {pairs} pairs are in the right order, {bad} are reversed: ({good} − {bad}) / {pairs}, but "
        "never less than 0: {score}.",
        "{pairs} 对中有 {good} 对顺序正确，{bad} 对颠倒：({good} − {bad}) / {pairs}，最低 0 分；本题得 {score} 分。",
    ),
    "scored_match": (
        "{hits} of {pairs} are matched correctly; guessing gets {chance}: ({hits} − {chance}) / ({pairs} − {chance}), "
        "but never less than 0: {score}.",
        "{pairs} 项中配对正确 {hits} 项；随机猜测平均可得 {chance}："
        "({hits} − {chance}) / ({pairs} − {chance})，最低 0 分；本题得 {score} 分。",
    ),
    "scored_open": (
        "Points made: {said} of {points}; false claims: {claims}. ({said} − {claims}) / {points}, but never less "
        "than 0: {score}.",
        "讲到 {said} / {points} 个要点，说错 {claims} 处："
        "({said} − {claims}) / {points}，最低 0 分；本题得 {score} 分。",
    ),
    "match_goes": ("you chose {number}: {text}", "你选的是 {number}：{text}"),
    "match_belongs": ("; it goes with {left}", "；它应配 {left}"),
    "match_extra": ("; it goes with nothing", "；它不与任何一项相配"),
    "your_answer": ("Your answer", "你的答案"),
    "right_answer": ("Right answer", "正确答案"),
    "explanation": ("Why", "解析"),
    "source": ("Source", "出处"),
    "sources": ("Sources", "出处"),
    "the_question": ("The question", "题目"),
    "you": ("you", "你"),
    "yours": ("(yours: {what})", "（你的：{what}）"),
    "nothing": ("none", "无"),
    # open questions
    "points_title": ("Which of these points did you make?", "你讲到了其中哪几点？"),
    "points_note": (
        "The ticked ones were found in your words. Tick what you said, untick what you did not.",
        "已勾选的是从你的回答中识别出的要点。请勾上你讲到的，去掉没有讲到的。",
    ),
    "claims_title": ("And did you say any of this?", "你是否说了下面的话？"),
    "your_words": ("Your words", "你的回答"),
    "follow_up": ("The interviewer follows up", "面试官追问"),
    "follow_up_do": ("Answer aloud, then look.", "先口头回答，再看答案。"),
    "follow_up_answer": ("A good answer", "参考回答"),
    # flag
    "flag_title": ("Flag this question", "标记本题"),
    "flag_do": (
        "A note for later, if you like (what is unclear, or wrong?):",
        "可以写一句备注（哪里不清楚，或有错误？）：",
    ),
    # resume
    "resume_title": ("You left a quiz unfinished", "你有一组题没有做完"),
    "resume_what": (
        "{done} of {total} questions are done, score so far {score}.",
        "{total} 题中已完成 {done} 题，目前得分 {score}。",
    ),
    "resume_when": ("Left {when} ago. Topics: {topics}", "{when}前离开。主题：{topics}"),
    "resume_do": (
        "Enter goes on with question {next}; n begins a new quiz.",
        "按 Enter 继续第 {next} 题；按 n 新开一组。",
    ),
    "resume_points": (
        "Enter goes on with the points of question {next}, which are not confirmed yet; n begins a new quiz.",
        "按 Enter 继续确认第 {next} 题的要点；按 n 新开一组。",
    ),
    "minutes": ("{n} min", "{n} 分钟"),
    "hours": ("{n} h", "{n} 小时"),
    "days": ("{n} days", "{n} 天"),
    # the end
    "end_title": ("The quiz is over", "本组题结束"),
    "end_score": (
        "Score {score} of {total} ({percent}%) in {time}",
        "得分 {score} / {total}（{percent}%），用时 {time}",
    ),
    "skipped_count": ("{count} skipped", "跳过 {count} 题"),
    "by_topic": ("By topic", "按主题"),
    "by_kind": ("By kind", "按题型"),
    "col_score": ("score", "得分"),
    "col_time": ("time each", "平均用时"),
    "missed_title": ("Missed", "错题"),
    "was_sure": ("You were sure. ", "你曾很有把握。"),
    "none_missed": ("Nothing missed.", "没有错题。"),
    "next_title": ("What to do next", "接下来"),
    "next_review": (
        "Press r to answer what you missed ({count}) again, in new variants.",
        "按 r 重做 {count} 道错题，数值与选项会重新生成。",
    ),
    "next_topic": ("Weakest topic: dojo quiz --topic {topic}", "最弱的主题：dojo quiz --topic {topic}"),
    "next_level": ("All right. Harder ones: dojo quiz --level 3", "全对。试试更难的：dojo quiz --level 3"),
    "next_that_kata": (
        "You missed questions on it; write the code: dojo kata start {kata}",
        "相关的题答错了，动手写代码：dojo kata start {kata}",
    ),
    "next_kata": ("Write the code behind it: dojo kata list", "动手写代码：dojo kata list"),
    "left_review": (
        "Review left: {done} of {total} missed questions done. The others come back: dojo quiz --missed",
        "已离开错题重做：{total} 题中完成 {done} 题。其余的还会出现：dojo quiz --missed",
    ),
    "left": (
        "{done} of {total} questions done, score so far {score}. Run dojo quiz to continue.",
        "{total} 题中已完成 {done} 题，目前得分 {score}。运行 dojo quiz 可从这里继续。",
    ),
    "not_kept": (
        "{done} of {total} questions done, score so far {score}.",
        "{total} 题中已完成 {done} 题，目前得分 {score}。",
    ),
    # calls that can't be answered
    "no_questions": (
        "No question fits that choice: ask for other topics or another level.",
        "没有符合条件的题目：请换主题或难度。",
    ),
    "none_missed_yet": ("You have not missed any such question.", "没有符合条件的错题。"),
    "none_flagged": ("You have not flagged any such question.", "没有标记过的题。答题时按 m 标记。"),
    "none_on_kata": (
        "There are no questions on a kata {kata!r}; katas: dojo kata list",
        "没有与编程题 {kata!r} 相关的题；编程题：dojo kata list",
    ),
    "no_such_question": (
        "There is no question {name!r}; ids: dojo bank list",
        "没有题目 {name!r}；编号：dojo bank export",
    ),
    "no_topic": ("There is no topic {name!r}.", "没有名为 {name!r} 的主题。"),
    "did_you_mean": ("Did you mean {what}?", "你是否想找 {what}？"),
    "topics_are": ("The topics are {what}.", "现有主题：{what}。"),
    "no_chinese": (
        "This terminal cannot show Chinese; set LANG to a UTF-8 locale. Going on in English.",
        "This terminal cannot show Chinese; set LANG to a UTF-8 locale. Going on in English.",
    ),
}


def say(key: str, lang: str, **values: object) -> str:
    """The phrase `key` in `lang` (`zh`, else English)."""
    return PHRASES[key][1 if lang == "zh" else 0].format(**values)


def clock(seconds: float) -> str:
    """A time as `m:ss` or `h:mm:ss`."""
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def ago(seconds: float, lang: str) -> str:
    """About how long that is, in one unit."""
    if seconds < 5400:
        return say("minutes", lang, n=max(round(seconds / 60), 1))
    return (
        say("hours", lang, n=round(seconds / 3600))
        if seconds < 172_800
        else say("days", lang, n=round(seconds / 86_400))
    )
