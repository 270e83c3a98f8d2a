"""The hidden suite of tool_loop. Model and tools are lent: they run in the judge, which records their calls."""

import json

import pytest

from grader.judge.suite import lend, raises, require, same


def tag(name, /, **arguments):
    """A call as a model writes it."""
    return f"<tool_call>{json.dumps({'name': name, 'arguments': arguments})}</tool_call>"


def broken():
    raise OSError("the disk is gone")


class Desk:
    """A model that says `replies` in turn, and five tools; `calls` are those of the tools, in order."""

    def __init__(self, submission, *replies):
        self.run_agent = submission.run_agent
        self.replies, self.calls = list(replies), []
        self.model = lend(lambda messages: self.replies[len(self.model.calls) - 1])
        found = {
            "add": lambda a, b: a + b,
            "words": lambda text: text.split(),
            "nothing": lambda: None,
            "greet": lambda name: f"hello {name}",
            "broken": broken,
        }
        self.tools = {name: lend(self.noting(name, tool)) for name, tool in found.items()}

    def noting(self, name, tool):
        def noted(**arguments):
            self.calls.append((name, arguments))
            return tool(**arguments)

        return noted

    def run(self, *rest):
        """Answer and messages, after a look at whether they are a text and a list of dicts."""
        result = self.run_agent(self.model, self.tools, "question", *rest)
        pair = isinstance(result, list | tuple) and len(result) == 2 and isinstance(result[0], str)
        pair = pair and isinstance(result[1], list | tuple) and all(isinstance(one, dict) for one in result[1])
        require(pair, "run_agent must return a text and a list of messages.", "应返回文本和消息列表。", result)
        return result

    def check(self, *due):
        require(self.calls == list(due), f"The tools must be called as {due}.", f"工具调用应为 {due}。", self.calls)


def contents(messages):
    """What the tools' messages say, an error as "error:"."""
    texts = [(one.get("name"), str(one.get("content"))) for one in messages if one.get("role") == "tool"]
    return [(name, "error:" if text.startswith("error:") else text) for name, text in texts]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Cut at the tags; what stands outside of them is only text.", zh="按标签切开；标签之外的只是文本。"
)
def test_all_calls_between_tags_are_found_in_order(submission):
    """Several calls in one text are found in their order, whatever stands around them.

    一段文本中的多个调用按顺序找到，不管周围是什么。
    """
    text = f'First {{"a": 1}} {tag("x", a=1)}\nand </b> then{tag("y")} end.'
    same(submission.parse_calls(text), [{"name": "x", "arguments": {"a": 1}}, {"name": "y", "arguments": {}}])
    same(submission.parse_calls('No call: {"name": "x", "arguments": {}}'), [])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Leave braces and quotes to json.loads. A regular expression stops at the wrong brace.",
    zh="花括号和引号交给 json.loads。正则表达式会停在错误的括号上。",
)
def test_nested_arguments_are_parsed(submission):
    """Arguments may hold objects, braces in strings and line breaks; the whole object comes back, other keys too.

    参数可以包含对象、字符串里的花括号和换行；返回整个对象，其他键也保留。
    """
    call = {"id": 7, "name": "x", "arguments": {"filter": {"year": [1, {"to": None}]}, "text": 'a } " b', "中": True}}
    text = f"<tool_call>\n{json.dumps(call, indent=2, ensure_ascii=False)}\n</tool_call>"
    same(submission.parse_calls(text), [call])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Look for the end of every tag, also behind good calls.", zh="每个标签都要找到结尾，前面的调用正确也不例外。"
)
def test_an_open_tag_raises_value_error(submission):
    """A tag that is left open raises ValueError: alone, behind or before a good call, and behind the end of one.

    没有闭合的标签抛出 ValueError：单独出现、在正确的调用之前或之后、在结束标签之后都一样。
    """
    raises(ValueError, submission.parse_calls, '<tool_call>{"name": "x", "arguments": {}}')
    raises(ValueError, submission.parse_calls, f"{tag('x')} and <tool_call>")
    raises(ValueError, submission.parse_calls, '<tool_call>{"name": "x", "arguments": {}}' + tag("y"))
    raises(ValueError, submission.parse_calls, '</tool_call><tool_call>{"name": "x", "arguments": {}}')


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Valid JSON need not be a call. Check the types of the whole, of name and of arguments.",
    zh="合法的 JSON 不一定是调用。检查整体、name 和 arguments 的类型。",
)
@pytest.mark.parametrize(
    "body",
    ["", "{name: x}", "[]", '{"name": 3, "arguments": {}}', '{"name": "x"}', '{"name": "x", "arguments": [1]}'],
)
def test_what_is_no_call_raises_value_error(submission, body):
    """What is no JSON, no object, or has no string name and no object of arguments raises ValueError.

    不是 JSON、不是对象，或没有字符串 name 和对象 arguments 时，抛出 ValueError。
    """
    raises(ValueError, submission.parse_calls, f"{tag('x')}<tool_call>{body}</tool_call>")


@pytest.mark.points(2)
def test_a_reply_without_a_call_is_the_answer(submission):
    """The answer is the reply stripped, also where nothing is left; the message holds it as it came.

    答案是去掉首尾空白的回复，去掉后为空也算；消息里是原样的回复。
    """
    for reply, answer in ((" yes \n", "yes"), (" \n", "")):
        messages = [{"role": "user", "content": "question"}, {"role": "assistant", "content": reply}]
        same(Desk(submission, reply, "again").run(), (answer, messages))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Append a message for each call, in the order of the calls.", zh="每个调用追加一条消息，按调用的顺序。"
)
def test_calls_run_in_order_and_their_results_are_appended(submission):
    """Each call runs with its arguments, and its result is a message, as str() gives it.

    每个调用用自己的参数执行，结果按 str() 写成一条消息。
    """
    first, second = f"{tag('words', text='a b')} {tag('add', a=2, b=3)}", tag("nothing") + tag("greet", name="Ana")
    desk = Desk(submission, first, second, "done")
    due = [
        {"role": "user", "content": "question"},
        {"role": "assistant", "content": first},
        {"role": "tool", "name": "words", "content": "['a', 'b']"},
        {"role": "tool", "name": "add", "content": "5"},
        {"role": "assistant", "content": second},
        {"role": "tool", "name": "nothing", "content": "None"},
        {"role": "tool", "name": "greet", "content": "hello Ana"},
        {"role": "assistant", "content": "done"},
    ]
    same(desk.run(), ("done", due))
    desk.check(("words", {"text": "a b"}), ("add", {"a": 2, "b": 3}), ("nothing", {}), ("greet", {"name": "Ana"}))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The model needs the question, its own replies and all results.", zh="模型需要看到问题、自己的回复和所有结果。"
)
def test_the_model_gets_all_messages_so_far(submission):
    """Each call of the model gets the messages up to then.

    每次调用模型都传入到那时为止的所有消息。
    """
    desk = Desk(submission, tag("add", a=1, b=1), tag("add", a=2, b=2), "4")
    _, messages = desk.run()
    given = [next(iter([*call.args, *call.kwargs.values()]), None) for call in desk.model.calls]
    same(given, [list(messages[:n]) for n in (1, 3, 5)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Catch the exception around one call, not around all of them.", zh="在单个调用外面捕获异常，而不是包住所有调用。"
)
def test_a_tool_that_raises_gives_an_error_message(submission):
    """A tool that raises, also for wrong arguments, gives a message that begins with error:, and the next call runs.

    工具抛出异常（包括参数不对）时，消息以 error: 开头，后面的调用照常执行。
    """
    desk = Desk(submission, tag("broken") + tag("add", a=1) + tag("add", a=1, b=2), "done")
    _, messages = desk.run()
    same(contents(messages), [("broken", "error:"), ("add", "error:"), ("add", "3")])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A name that isn't in tools is an error for the model to see.", zh="tools 里没有的名字是要让模型看到的错误。"
)
def test_an_unknown_tool_gives_an_error_message(submission):
    """An unknown tool gives a message with its name that begins with error:, and the next call runs.

    未知工具产生一条带其名字、以 error: 开头的消息，后面的调用照常执行。
    """
    _, messages = Desk(submission, tag("fly", to="moon") + tag("add", a=1, b=2), "done").run()
    same(contents(messages), [("fly", "error:"), ("add", "3")])


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Parse the whole reply before you run the first call.", zh="执行第一个调用之前，先解析完整个回复。"
)
def test_a_reply_that_cannot_be_parsed_runs_nothing(submission):
    """A good call before a broken one isn't run; one message without a name tells the model.

    坏调用之前的好调用也不执行；用一条没有名字的消息告诉模型。
    """
    desk = Desk(submission, tag("add", a=1, b=2) + "<tool_call>{oops</tool_call>", "sorry")
    answer, messages = desk.run()
    same((answer, contents(messages)), ("sorry", [("", "error:")]))
    desk.check()


@pytest.mark.points(2)
@pytest.mark.hint(en="Count the replies: max_steps of them, and no more.", zh="数一数回复：最多 max_steps 次。")
def test_too_many_steps_raise_runtime_error(submission):
    """Without an answer in five replies RuntimeError is raised; broken replies count, too.

    五次回复都没有答案时抛出 RuntimeError；解析不了的回复也算一次。
    """
    for reply, rest in ((tag("nothing"), ()), ("<tool_call>", ()), (tag("nothing"), (2,))):
        desk = Desk(submission, *[reply] * 9)
        raises(RuntimeError, submission.run_agent, desk.model, desk.tools, "question", *rest)
        made, due = len(desk.model.calls), rest[0] if rest else 5
        require(made == due, f"The model is called {due} times.", f"模型应被调用 {due} 次。", made)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Nobody reads the results of the last round, so its calls must not run.",
    zh="最后一轮的结果没人看，所以它的调用不应执行。",
)
def test_the_calls_of_the_last_reply_are_not_run(submission):
    """Of three replies with calls, those of the first two are run.

    三次带调用的回复中，只执行前两次的。
    """
    desk = Desk(submission, *(tag("add", a=n, b=0) for n in range(3)))
    raises(RuntimeError, submission.run_agent, desk.model, desk.tools, "question", 3)
    desk.check(("add", {"a": 0, "b": 0}), ("add", {"a": 1, "b": 0}))


def test_an_answer_in_the_last_step_counts(submission):
    """With max_steps = 2 an answer in the second reply is an answer.

    max_steps = 2 时，第二次回复给出的答案有效。
    """
    same(Desk(submission, tag("nothing"), "ok").run(2)[0], "ok")
