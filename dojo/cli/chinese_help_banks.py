"""The part of `chinese_help` on `dojo bank`."""

from __future__ import annotations

from dojo.cli.chinese_entry import Entry

BANKS = {
    "bank": Entry("查看题库，添加题目，与其他程序交换题目。", "查看题库，添加题目，与其他程序交换题目。"),
    "bank new": Entry(
        "向题库添加一道题。",
        "向题库添加一道题：逐项询问各部分，跳过的内容留作空白（___）。\n\n"
        "请在文件里把空白填上；dojo lint 会指出还剩哪些。",
        {
            "--topic": "题库，即 questions/TOPIC.yaml；没有就新建。",
            "--kind": "题型。",
            "--id": "新题的 id，小写字母加连字符。",
            "--level": "1 入门，2 核心，3 进阶。",
            "--blank": "不询问文字，全部留作空白（___）。",
        },
    ),
    "bank show": Entry(
        "显示一道题。",
        "以纯文本显示一道题，包括答案和全部说明。",
        {"--seed": "决定题目的数值与选项。", "--both": "中英文都显示。"},
    ),
    "bank export": Entry(
        "导出全部题目。",
        "把全部题目写成 JSON、表格（csv）、Anki 牌组或 Moodle XML。\n\n"
        "JSON、CSV 和 Anki 同时包含中英文（Anki 先显示 --lang 指定的语言）；Moodle XML 只含 --lang 指定的语言。"
        "格式无法保存的内容会列在标准错误输出中。",
        {
            "--format": "输出格式。",
            "--output": "输出文件（默认标准输出）。",
            "--topic": "只输出这个主题；可以写多次。",
            "--seed": "决定每道题的数值与选项。",
            "--without-answers": "仅用于 json：去掉一切会透露答案的内容。",
        },
    ),
    "bank import": Entry(
        "从 GIFT、Aiken 或 CSV 文件导入题目。",
        "把 GIFT、Aiken 或 CSV 文件中的题目加入题库。\n\n"
        "题库所需而文件没有的内容（另一种语言、出处、错误选项的原因）留作空白（___），命令会逐行列出还要做什么。"
        "CSV 的列与导出的相同，只有其中几列也可以："
        "stem、option_1、option_1_right、option_1_why、answer、explanation。\n\n"
        "有题目无法读取时退出码为 1，其余题目照常加入。",
        {
            "--topic": "题库，即 questions/TOPIC.yaml；没有就新建。",
            "--format": "默认根据文件名和内容判断。",
            "--text": "文件所用的语言。",
        },
    ),
    "bank list": Entry(
        "列出全部题目。",
        "按主题列出全部题目：id、题型、难度和题干开头。",
        {
            "--topic": "只列出这个主题；可以写多次。",
            "--kind": "只列出这种题型；可以写多次。",
            "--level": "1 入门，2 核心，3 进阶。",
        },
    ),
    "bank search": Entry(
        "按词查找题目。",
        "在题目的全部中英文文字里查找：题干、选项、解析、原因、评分要点。\n\n"
        "每个 WORD 都必须出现；不区分大小写，匹配词的一部分即可；短语请加引号。",
        {"--topic": "只查找这个主题；可以写多次。"},
    ),
    "bank schema": Entry(
        "输出题库的 JSON Schema。",
        "输出题库的 JSON Schema，编辑器可以据此补全键名并标出错误。",
        {},
    ),
}
