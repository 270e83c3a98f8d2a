"""What `--help` prints in Chinese, command by command. Examples come from the English help."""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True):
    """One command: its line in the list of commands, its full text (default: that line), and its options."""

    line: str
    text: str = ""
    options: dict[str, str] = {}


SHARED = {
    "--help": "显示本帮助并退出。",
    "--version": "显示版本并退出。",
    "--lang": "输出语言（默认取 DOJO_LANG，否则取系统语言）。",
}

COMMANDS = {
    "": Entry("NLP 与大模型工程师的面试练习。"),
    "quiz": Entry(
        "做题库里的题目。",
        "做题库里的题目；写上主题名，则只出这些主题的题。\n\n"
        "不带选项时，会先问是否继续上次没做完的一组。做题时按 ? 查看全部按键。",
        {
            "--topic": "只出这个主题的题；可以写多次。",
            "--count": "题目数量；默认 10。",
            "--level": "1 入门，2 核心，3 进阶。",
            "--kind": "只出这种题型。",
            "--id": "指定某一道题；可以写多次。",
            "--missed": "只出上次答错的题。",
            "--flagged": "只出你标记过的题。",
            "--seed": "相同的种子出相同的题。",
            "--timed": "每题限时，单位为秒。",
            "--plain": "逐行输出，不含控制字符：适合管道和读屏软件。",
        },
    ),
    "kata": Entry(
        "写代码并由隐藏测试评判：list、show、start、test、watch、reset、hint、solution。", "写代码，由隐藏测试评判。"
    ),
    "kata list": Entry(
        "按主题列出全部题目：难度、时间，以及哪些已通过。",
        "按主题列出全部题目：难度、时间，以及哪些已通过。\n\n"
        "WORD 用来搜索题目名、标题和主题，中英文均可；写多个词时须全部匹配。",
        {
            "--topic": "只列出这个主题；可以写多次。",
            "--level": "1 入门，2 核心，3 进阶。",
            "--needs": "py 标准库，np NumPy，pt PyTorch。",
        },
    ),
    "kata show": Entry("显示题目说明。", "显示题目说明。较长时使用分页程序（PAGER）。"),
    "kata start": Entry(
        "生成题目文件夹：说明、初始代码和示例。",
        "在当前目录生成文件夹 SLUG/，内含说明、初始代码和示例。已存在的文件不会改动。",
        {"--next": "开始下一道还没有通过的题。"},
    ),
    "kata test": Entry(
        "评测你的代码：先运行示例，再运行隐藏测试。",
        "评测你的代码：先运行公开的示例，再运行隐藏测试。\n\n"
        "PATH 可以是题目名、代码文件、它所在的文件夹或上一级文件夹。"
        "退出码：0 通过；1 未通过；2 命令有误；3 我们这边出了问题。",
        {
            "--all": "显示每一个测试，包括已通过的。",
            "-x": "只显示第一个未通过的测试。",
            "--test": "只显示这个名字的测试；这次结果不计入记录。",
            "--sandbox": "如何隔离你的代码：auto 使用最好的沙箱，require 必须有沙箱，off 不用沙箱。",
        },
    ),
    "kata watch": Entry(
        "每次保存后自动评测。",
        "立即评测一次，之后每次保存都重新评测。按 Ctrl-C 结束；评测途中保存会立即重新开始。",
        {"--sandbox": "如何隔离你的代码：auto 使用最好的沙箱，require 必须有沙箱，off 不用沙箱。"},
    ),
    "kata reset": Entry(
        "重做一道题；你的文件会保留在旁边。",
        "重做一道题：你的文件换个名字保留在旁边，原处换回初始代码。",
        {"--yes": "不再询问。"},
    ),
    "kata hint": Entry("按编号显示提示，一条比一条具体。", "显示第 NUMBER 条提示（默认第一条）；一条比一条具体。"),
    "kata new": Entry(
        "为作者写出一道新题的全部文件。",
        "写出一道新题的全部文件：一个能运行的小例子，文字部分留作空白（___）。\n\n"
        "把例子换成你自己的题目并填好空白；dojo lint 会指出缺什么。",
        {"--topic": "katas/ 和 solutions/ 里的文件夹。"},
    ),
    "kata solution": Entry(
        "显示参考答案。",
        "显示参考答案，以及面试官可能追问的问题和参考回答。\n\n较长时使用分页程序（PAGER）。",
        {"--yes": "不再询问是否真的要看。"},
    ),
    "grade": Entry(
        "评测文件或学员文件夹，供 CI 和学习小组使用。",
        "评测名为 <kata>.py 的文件，或学员文件夹：<member>/<kata>.py 或 <member>/<kata>/<kata>.py。\n\n"
        "直接含有 <kata>.py 或 <kata>/<kata>.py 的文件夹算作一名学员。其他文件会连同略过的原因一起列出。\n\n"
        "退出码：0 全部通过，或达到 --require 与 --min-score 的要求；1 未达到；"
        "2 命令有误或没有沙箱；3 我们这边出了问题。",
        {
            "--kata": "文件不以题目命名时，指明是哪道题。",
            "--json": "把结果写成 JSON，格式版本 1（- 表示标准输出）。",
            "--junit": "写成 JUnit XML（- 表示标准输出）。",
            "--markdown": "写成 Markdown（- 表示标准输出）。",
            "--html": "写成一个 HTML 页面（- 表示标准输出）。",
            "--jobs": "进程数（默认每个 CPU 核一个）。",
            "--sandbox": "如何隔离代码：auto 使用最好的沙箱，require 必须有沙箱，off 不用沙箱。",
            "--require": "每名学员都必须通过的题目。",
            "--min-score": "每名学员的平均得分下限。",
            "--since": "只评测自 git 的这个提交以来文件夹有变更的成员。",
            "--shard": "只评测 N 份中的第 K 份；用 dojo merge 合并各份结果。",
            "--no-cache": "忽略已缓存的结果，全部重新评测。",
        },
    ),
    "group": Entry("建立学习小组：new。", "建立学习小组。"),
    "group new": Entry(
        "写出一个推送即评测的仓库，适用于 GitHub 或 GitLab。",
        "写出学习小组的仓库：GitHub 和 GitLab 的工作流、pre-commit 钩子和 Dockerfile。\n\n"
        "之后每次推送和每个合并请求都会在沙箱中评测。已经存在的文件不会改动。",
        {
            "--member": "为这名成员建一个文件夹；可以写多次。",
            "--require": "每名成员都必须通过的题目；可以写多次。",
            "--min-score": "每名成员的平均得分下限。",
            "--project": "工作流从哪里获取 NLP Dojo。",
        },
    ),
    "release": Entry(
        "写出不含答案的学员版内容。",
        "写出学员版内容：题库和编程题，不含参考答案和隐藏测试。\n\n"
        "内容取自 DOJO_CONTENT。在学员版中，kata test 运行公开的示例；"
        "隐藏测试在组织者的那一份里运行。再次发布会替换旧文件。",
        {"--organiser": "同时把全部内容写到这里。"},
    ),
    "merge": Entry(
        "合并 dojo grade --shard 的各份结果。",
        "把 `dojo grade --shard` 写出的各份结果合并成一个结果文件，成员按给出的文件顺序排列。\n\n"
        "退出码与 dojo grade 相同：0 达到要求；1 未达到；2 命令有误或文件不能合并；3 我们这边出了问题。",
        {"--output": "合并后的结果文件（默认：标准输出）。"},
    ),
    "report": Entry(
        "由结果文件生成报告：看板、CSV、JUnit、每位成员的反馈。",
        "由 `dojo grade --json` 写出的结果文件生成报告，不重新评测。\n\n"
        "格式：junit 和 ctrf 供 CI 服务器使用；csv 供表格软件使用（成员 × 题目）；html 是给人看的看板；"
        "markdown 是一页文字；json 是结果本身。github 会输出标注，并把摘要加到任务页面。"
        "看板可以接受多个结果文件，按时间先后排列，用来显示进展。",
        {
            "--format": "要写的报告（默认：一张可读的表）。",
            "--output": "写到哪里（默认：标准输出）。",
            "--feedback": "为每位成员写一个只含本人结果的 Markdown 文件。",
            "--classroom": "为 Classroom 50 写出 result.json 和 release-body.md。",
        },
    ),
    "bank": Entry("查看题库：show、export；添加题目：new。", "查看题库。"),
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
        "输出全部题目。",
        "输出全部题目，中英文都有，数值按给定的种子生成。",
        {
            "--format": "输出格式。",
            "--topic": "只输出这个主题；可以写多次。",
            "--seed": "决定每道题的数值与选项。",
            "--without-answers": "去掉一切会透露答案的内容。",
        },
    ),
    "lint": Entry(
        "检查题库和编程题。",
        "检查题库和编程题；逐行输出文件、行号和说明，有错误时退出码为 1。\n\n"
        "可以指明题库（questions/gradients.yaml）、题目文件夹（katas/attention）或题目名；不指明则全部检查。"
        "用 --mutants 或 --figures 时只做这一项。",
        {
            "--strict": "警告也算错误。",
            "--fix": "按实际结果改写错误解法中的 `also fails:`。",
            "--mutants": "评测参考答案的变异体；至少 97% 必须被发现。",
            "--matrix": "与 --mutants 同用：写出变异体与测试的对照表。",
            "--figures": "输出测试的规模、跨进程次数和毫秒数。",
        },
    ),
    "doctor": Entry(
        "说明这台机器能用什么，以及如何补齐。",
        "说明这台机器能用哪种沙箱、为什么没有更好的，以及运行什么命令可以得到。\n\n退出码：0 有隔离沙箱；1 没有。",
    ),
    "plan": Entry(
        "制定到面试那天为止的每日计划。",
        "制定到面试那天为止的计划，或显示现有计划。\n\n"
        "每天的题目和编程题都按“面试当天记住得最多”来选。计划每天根据你的作答自动调整，`dojo quiz` 也按它出题。",
        {
            "--date": "面试日期。",
            "--minutes": "每天的分钟数，默认 25。",
            "--role": "面试方向，默认 llm。",
            "--drop": "取消计划；作答记录不受影响。",
        },
    ),
    "stats": Entry("查看答题情况和接下来该练什么。", "按主题查看答题情况，以及接下来该练什么。"),
}
