"""The texts of the board in both languages."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "NLP Dojo: the board", "members": "members", "graded": "submissions", "passed_all": "passed",
        "mean": "mean score", "absent": "handed in nothing", "tier": "Sandbox", "versions": "Graded with",
        "search": "Find a member", "who": "Show", "everybody": "everybody", "met_only": "met", "unmet_only": "not met",
        "absent_only": "handed in nothing", "cells": "Cells", "by_score": "score", "by_time": "time in seconds",
        "dark": "Dark", "light": "Light", "print": "Print", "of_rows": "{shown} of {all} members",
        "rank": "rank", "member": "member", "score": "score", "passed": "passed", "met": "met", "time": "time (s)",
        "change": "change", "yes": "yes", "no": "no", "file": "(file)", "all_katas": "All katas", "share": "passed",
        "legend": "✓ passed. A number is the score in percent. E error, T timeout, M memory, X forbidden, "
                  "B a fault of ours. An empty cell: not handed in. Means leave out those who handed in nothing. "
                  "Click a cell or a name for the reasons.",
        "katas": "How hard the katas are", "kata": "kata", "handed_in": "handed in", "median": "median time",
        "tests": "Tests that fail most", "test": "promise", "failed": "failed", "behind": "misconceptions behind",
        "misconceptions": "Misconceptions", "misconception": "misconception", "count": "members",
        "progress": "Progress", "run": "run", "nobody": "Everybody handed in something.",
        "nothing": "Nothing failed.", "close": "Close", "line": "line", "call": "call", "expected": "expected",
        "actual": "actual", "message": "message", "perhaps": "Perhaps", "more": "and {more} more failures",
        "cut": "Some calls and values are left out to keep this page small; the result file has all of them.",
        "not_handed_in": "not handed in", "more_files": "and {more} more", "chart": "Mean score and share of passed "
        "submissions in each run", "brackets": " ({text})", "comma": ", ", "matrix": "Members and katas",
        "seconds": "s", "again": ", as above",
    },
    "zh": {
        "title": "NLP Dojo：成绩看板", "members": "名成员", "graded": "份提交", "passed_all": "份通过",
        "mean": "平均分", "absent": "人未提交", "tier": "沙箱", "versions": "评测环境",
        "search": "查找成员", "who": "显示", "everybody": "全部成员", "met_only": "已达标", "unmet_only": "未达标",
        "absent_only": "没有任何提交", "cells": "单元格", "by_score": "得分", "by_time": "用时（秒）",
        "dark": "深色", "light": "浅色", "print": "打印", "of_rows": "显示 {shown} 人，共 {all} 人",
        "rank": "名次", "member": "成员", "score": "平均分", "passed": "通过", "met": "达标", "time": "用时（秒）",
        "change": "变化", "yes": "是", "no": "否", "file": "（文件）", "all_katas": "全部题目", "share": "通过率",
        "legend": "✓ 表示通过。数字是得分百分比。E 出错，T 超时，M 内存超限，X 使用了禁用项，B 题目故障。"
                  "空白表示未提交。平均分不计入没有提交的成员。点击单元格或姓名可查看原因。",
        "katas": "各题难度", "kata": "题目", "handed_in": "提交人数", "median": "用时中位数",
        "tests": "最常失败的测试", "test": "要求", "failed": "失败", "behind": "背后的误解",
        "misconceptions": "常见误解", "misconception": "误解", "count": "人数",
        "progress": "历次进展", "run": "批次", "nobody": "所有成员都有提交。",
        "nothing": "没有失败的测试。", "close": "关闭", "line": "行", "call": "调用", "expected": "应得",
        "actual": "实得", "message": "原因", "perhaps": "可能的误解", "more": "另有 {more} 项失败",
        "cut": "为控制页面大小，省略了部分调用和数值；结果文件中有全部内容。",
        "not_handed_in": "未提交", "more_files": "另有 {more} 项", "chart": "每个批次的平均分和通过率",
        "matrix": "成员与题目", "brackets": "（{text}）", "comma": "，", "seconds": "秒", "again": "，同上",
    },
}  # fmt: skip
