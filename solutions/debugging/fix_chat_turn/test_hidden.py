"""Hidden suite of fix_chat_turn. The model lives here, in the judge, is lent out and notes how it was used.

A character is one id. A prompt, which `support` builds, is 2 ids, 2 more than its characters for each message, and 1.
"""

import secrets

import pytest
import torch

from grader.judge.suite import box, close, lend, require, same, unbox

SPECIAL = ["<unk>", "<s>", "</s>", "[gMASK]", "sop", "<|system|>", "<|user|>", "<|assistant|>", "<|observation|>"]
FIRST = 16  # the id of character 0
MOVED = (1 << 40) + secrets.randbelow(1 << 40)  # what is added to the numbers of an input that was moved elsewhere
TENSORS = ("input_ids", "attention_mask", "position_ids")


def turns(*contents):
    """A history of these contents, said by user and assistant in turn."""
    return [{"role": "assistant" if i % 2 else "user", "content": said} for i, said in enumerate(contents)]


def template(*contents):
    """The ids of a prompt of these contents, the last of them the query."""
    ids = [SPECIAL.index("[gMASK]"), SPECIAL.index("sop")]
    for message in turns(*contents):
        ids += [SPECIAL.index(f"<|{message['role']}|>"), *(FIRST + ord(c) for c in "\n" + message["content"])]
    return [*ids, SPECIAL.index("<|assistant|>")]


class Toy:
    """ChatGLM3, `lent` as a model and a tokenizer. Answers `text` and `end`, up to max_length."""

    device, text, end = torch.device("cpu"), "Well, yes.", "</s>"

    def __init__(self, submission, support):
        self.submission, self.requests, self.places = submission, [], []
        self.model = lend(self, "generate", "device", "eval")
        self.lent = (self.model, support.Tokenizer(lend(self, "carry", "decode")))

    def eval(self):
        return self.model

    def carry(self, tensors, start, end):
        """The tensors of an input that is moved from one device to another."""
        self.places.append(end)
        return {name: tensor + MOVED * ((end == "meta") - (start == "meta")) for name, tensor in tensors.items()}

    def decode(self, ids, skip_special_tokens=False, **ignored):
        kept = (i for i in torch.as_tensor(ids).tolist() if i >= FIRST or not skip_special_tokens)
        return "".join(chr(i - FIRST) if i >= FIRST else SPECIAL[i] for i in kept)

    def generate(self, inputs=None, **options):
        given = {name: options.pop(name, None) for name in TENSORS} | ({} if inputs is None else {"input_ids": inputs})
        ids = given["input_ids"]
        if self.device.type == "meta":
            prompt = template("hello")  # tensors moved there one by one have no values
        elif isinstance(ids, torch.Tensor) and ids.ndim == 2 and len(ids) == 1 and ids.dtype == torch.int64:
            prompt = ids[0].tolist()
        else:
            raise ValueError("input_ids must be a tensor of int64 of shape (1, L)")
        self.requests.append((prompt, given, options))
        new = [*(FIRST + ord(c) for c in self.text), SPECIAL.index(self.end)]
        return torch.tensor([[*prompt, *new[: max(1, options.get("max_length", 8192) - len(prompt))]]])  # (1, L + n)

    def chat(self, *turn, **options):
        return self.submission.chat(*self.lent, *turn, **options)

    def request(self, *turn, **options):
        """The prompt, the tensors and the other options that generate got in this turn."""
        self.chat(*turn, **options)
        require(bool(self.requests), "model.generate was never called.", "从未调用 model.generate。")
        return self.requests[-1]


def pair(result):
    """Response and history, after a look at whether a pair of a text and a list came."""
    fits = isinstance(result, tuple | list) and len(result) == 2
    fits = fits and isinstance(result[0], str) and isinstance(result[1], list | tuple)
    require(fits, "chat must return a str and a list.", "chat 必须返回字符串和列表。", result)
    return result


def messages(history):
    """The history, after a look at whether it is one of messages."""
    flat = bool(history) and all(isinstance(one, dict) and {"role", "content"} <= set(one) for one in history)
    require(flat, "The history must hold messages and nothing else.", "历史里只应有消息。", history)
    return history


@pytest.fixture
def toy(submission, support):
    return Toy(submission, support)


@pytest.mark.points(3)
@pytest.mark.hint(
    en="None has no length. Which value stands for it in the rest of the function?",
    zh="None 没有长度。在函数的其余部分，应当用什么值代替它？",
)
def test_none_starts_a_conversation(toy):
    """Without a history, and with None, a conversation begins.

    不传历史或传 None，都表示开始新对话。
    """
    for history in ((), (None,), ()):
        _, returned = pair(toy.chat("hello", *history))
        same([message["content"] for message in messages(returned)][:-1], ["hello"])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="`inputs` is what the tokenizer built. Read the names letter by letter.",
    zh="`inputs` 才是分词器构造的结果。逐个字母检查变量名。",
)
def test_all_of_the_input_reaches_the_model(toy):
    """generate gets the prompt of the old messages and the query, with its mask and its positions.

    generate 得到由旧消息和提问构成的提示词，以及它的掩码和位置。
    """
    prompt, given, _ = toy.request("hi", turns("one", "two"))
    same(prompt, template("one", "two", "hi"))
    same(given["attention_mask"], torch.ones(1, len(prompt), dtype=torch.int64))
    same(given["position_ids"], torch.arange(len(prompt))[None])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="generate returns prompt and answer in one row. Cut the prompt off.",
    zh="generate 把提示词和回答放在同一行返回。要把提示词切掉。",
)
def test_the_response_is_made_of_the_new_ids(toy):
    """The response is the text after the prompt, stripped; blanks inside stay. It may be empty, or end without </s>.

    回答是提示词之后的文本，去掉首尾空白；中间的空白保留；回答可以为空，也可以不以 </s> 结束。
    """
    for text, room in ((" [[2]]:\n\n  x =  1 \n", 99), ("", 99), ("1, 2, 3, 4", 7)):  # the last is cut off
        toy.text = text
        response, _ = pair(toy.chat("hi", turns("a", "b"), len(template("a", "b", "hi")) + room))
        same(response, text[:room].strip())


@pytest.mark.points(3)
@pytest.mark.hint(
    en="decode says nothing about an option that it does not know. Read yours letter by letter.",
    zh="decode 遇到不认识的选项一声不吭。逐个字母检查你写的选项名。",
)
def test_special_tokens_are_left_out(toy):
    """The response holds no special tokens, whichever ended it.

    回答中没有特殊 token，无论它以哪个结束。
    """
    for end in ("</s>", "<|user|>"):  # as ChatGLM3's answers do end
        toy.end = end
        response, _ = pair(toy.chat("hello", []))
        require(not any(s in response for s in SPECIAL), "A special token is left.", "回答里有特殊 token。", response)


@pytest.mark.points(3)
@pytest.mark.hint(
    en="[history, question, answer] is a list inside a list. What would len(history) be after the third turn?",
    zh="[history, question, answer] 是列表里套列表。三轮之后，len(history) 应该是多少？",
)
def test_the_history_is_a_flat_list_of_messages(toy):
    """All items of the history returned are messages; none is a list.

    返回的历史中每一项都是消息，没有嵌套的列表。
    """
    messages(pair(toy.chat("hi", turns("one", "two")))[1])


@pytest.mark.points(2)
def test_the_history_returned_is_the_old_one_and_this_turn(toy):
    """The history returned is the old messages as they were, then the query and the response.

    返回的历史是原样的旧消息，然后是提问和回答。
    """
    history = turns("一", "二", "three", "four")
    history[1]["metadata"] = "x"
    _, returned = pair(toy.chat(" 你好", history))
    same(returned, [*history, *turns(" 你好", Toy.text)])


@pytest.mark.points(2)
@pytest.mark.hint(en="append and += change the caller's list.", zh="append 和 += 会修改调用者的列表。")
def test_the_list_passed_in_stays_as_it_was(toy):
    """The history passed in is not changed, whether it is empty or not.

    传入的历史不被修改，无论它是否为空。
    """
    for said in (("ab", "cde"), ()):
        handle = box(turns(*said))
        toy.chat("hi", handle)
        prompt, *_ = toy.request("hi", handle)  # a second turn with the same list shows what is left in it
        kept = prompt == template(*said, "hi") and unbox(handle) == turns(*said)
        require(kept, "The list passed in was changed.", "传入的列表被修改了。", unbox(handle))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Temperature and top_p mean nothing without do_sample=True.",
    zh="没有 do_sample=True，temperature 和 top_p 毫无意义。",
)
def test_the_options_reach_the_model(toy):
    """generate samples, with the max_length, temperature and top_p given; their defaults are 4096, 0.8 and 0.9.

    generate 进行采样，使用传入的 max_length、temperature、top_p；默认值是 4096、0.8、0.9。
    """
    for args, due in (((), (4096, 0.8, 0.9)), ((500, 0.25, 0.5), (500, 0.25, 0.5))):
        *_, options = toy.request("hello", [], *args)
        require(options.get("do_sample") is True, "do_sample=True is missing.", "缺少 do_sample=True。", options)
        for name, value in zip(("max_length", "temperature", "top_p"), due, strict=True):
            require(name in options, f"{name} was not passed on.", f"没有把 {name} 传给 generate。", sorted(options))
            close(options[name], value)


@pytest.mark.points(2)
@pytest.mark.hint(en="Use what .to(model.device) returns.", zh="要使用 .to(model.device) 返回的结果。")
def test_the_inputs_are_moved_to_the_models_device(toy):
    """All tensors go to model.device before they go to generate, wherever that is.

    所有张量在传给 generate 之前都移到 model.device，无论它是哪里。
    """
    toy.device, left = torch.device("meta"), []
    for name, value in toy.request("hello", [])[1].items():
        there = value is None or getattr(value, "device", None) == toy.device
        if isinstance(value, torch.Tensor):
            there = bool(((value - MOVED).abs() < 1 << 20).all())
        left += [] if there else [name]
    require(not left, "These were not moved to model.device.", "这些没有移到 model.device。", left)
    require(set(toy.places) <= {"meta"}, "They went elsewhere.", "输入被移到了别处。", toy.places)


@pytest.mark.claim
@pytest.mark.hint(
    en="Calling model.eval() changes how layers behave, not whether a graph is recorded.",
    zh="model.eval() 改变的是层的行为，而不是是否记录计算图。",
)
def test_gradients_are_off_while_the_model_generates(toy):
    """generate is called with gradients off.

    调用 generate 时梯度计算是关闭的。
    """
    toy.request("hello", [])
    on = [call.grad_enabled for call in toy.model.calls if call.name == "generate"]
    require(not any(on), "Gradients were on.", "梯度计算仍然开启。", on)
