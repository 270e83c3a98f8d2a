"""Hidden suite of fix_chat_turn. A toy ChatGLM3 is lent: it lives in the judge and notes how it was used.

A character is one id. A prompt is 2 ids, 2 more than its characters for each message, and 1 at the end.
"""

import pytest
import torch

from grader.judge.suite import box, close, lend, require, same, unbox

SPECIAL = ["[gMASK]", "sop", "<|user|>", "<|assistant|>", "</s>", "<unk>", "<|system|>", "<|observation|>"]
FIRST, END = 100, 4  # the id of character 0, and of "</s>"
MOVED = 1 << 40  # what is added to the ids of an input that was moved to the other device


def turns(*contents):
    """A history of these contents, said by user and assistant in turn."""
    return [{"role": "assistant" if i % 2 else "user", "content": said} for i, said in enumerate(contents)]


def template(messages):
    """The ids of a prompt of these messages, the query among them."""
    ids = [0, 1]
    for message in messages:
        ids += [SPECIAL.index(f"<|{message['role']}|>"), *(FIRST + ord(c) for c in "\n" + message["content"])]
    return [*ids, SPECIAL.index("<|assistant|>")]


class Tokenizer:
    """Turns messages into ids and ids into text; `places` are the devices that what it built was moved to."""

    OFFERED = (
        "build_chat_input", "carry", "decode", "batch_decode", "get_command", "eos_token_id", "pad_token_id",
    )  # fmt: skip
    eos_token_id = END
    pad_token_id = SPECIAL.index("<unk>")

    def __init__(self):
        self.places = []

    def build_chat_input(self, query, history=None, role="user"):
        if not isinstance(history, list | tuple | None):
            raise TypeError(f"history must be a list, not {type(history).__name__}")
        ids = torch.tensor([template([*(history or []), {"role": role, "content": query}])])  # (1, L)
        return {
            "input_ids": ids,
            "attention_mask": torch.ones_like(ids),
            "position_ids": torch.arange(ids.numel())[None],
        }

    def carry(self, tensors, start, end):
        self.places.append(end)
        return {name: tensor + MOVED for name, tensor in tensors.items()}

    def get_command(self, token):
        return SPECIAL.index(token)

    def batch_decode(self, sequences, **options):
        return [self.decode(ids, **options) for ids in sequences]

    def decode(self, token_ids, skip_special_tokens=False, **ignored):
        ids = torch.as_tensor(token_ids)
        if ids.ndim > 1:
            raise TypeError("ids must be a list or a 1-D tensor of integers")
        shown = (chr(i - FIRST) if i >= FIRST else "" if skip_special_tokens else SPECIAL[i] for i in ids.tolist())
        return "".join(shown)


class Model:
    """Answers `text`, or with the number of ids in the prompt; `requests` are (prompt, tensors, options)."""

    device = torch.device("cpu")
    text = None
    cut_off = False

    def __init__(self):
        self.requests = []

    def generate(self, inputs=None, **options):
        given = {name: options.pop(name, None) for name in ("input_ids", "attention_mask", "position_ids")}
        given |= {} if inputs is None else {"input_ids": inputs}
        prompt = self.read(given["input_ids"])
        self.requests.append((prompt, given, options))
        text = f"\n {len(prompt)} ids " if self.text is None else self.text
        end = END if len(self.requests) % 2 else SPECIAL.index("<|user|>")  # as ChatGLM3's answers do
        answer = [FIRST + ord(c) for c in text] + ([] if self.cut_off else [end])
        return torch.tensor([[*prompt, *answer]])  # (1, L + n)

    def read(self, ids):
        if not isinstance(ids, torch.Tensor) or ids.ndim != 2 or ids.shape[0] != 1:
            raise ValueError("input_ids must be a tensor of shape (1, L)")
        return ids[0].tolist()

    def eval(self):
        return self.itself


class Elsewhere(Model):
    """A model on a device where tensors have no values of their own."""

    device = torch.device("meta")

    def read(self, ids):
        return [0]


class Toy:
    """A model and a tokenizer as they are lent to `chat`."""

    def __init__(self, submission, support, kind=Model):
        self.submission, self.model, self.tokenizer = submission, kind(), Tokenizer()
        self.model.itself = self.loan = lend(self.model, "generate", "device", "eval")
        self.lent = (
            self.loan,
            support.Tokenizer(lend(self.tokenizer, *Tokenizer.OFFERED)),
        )

    def chat(self, *turn, **options):
        return self.submission.chat(*self.lent, *turn, **options)

    def request(self, *turn, **options):
        """What generate got in this turn: the prompt, the tensors and the other options."""
        self.chat(*turn, **options)
        require(self.model.requests, "model.generate was never called.", "从未调用 model.generate。")
        return self.model.requests[-1]


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
    said = turns("one", "two", "hi")
    prompt, given, _ = toy.request("hi", said[:2])
    same(prompt, template(said))
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
    for text, due in ((" [[2]]:\n\n  x =  1 \n", "[[2]]:\n\n  x =  1"), ("", ""), ("1, 2, 3", "1, 2, 3")):
        toy.model.text, toy.model.cut_off = text, text == "1, 2, 3"  # cut off at max_length
        response, _ = pair(toy.chat("hi", turns("a", "b")))
        same(response, due)


@pytest.mark.points(3)
@pytest.mark.hint(
    en="decode says nothing about an option that it does not know. Read yours letter by letter.",
    zh="decode 遇到不认识的选项一声不吭。逐个字母检查你写的选项名。",
)
def test_special_tokens_are_left_out(toy):
    """The response holds no special tokens, whichever ended it.

    回答中没有特殊 token，无论它以哪个结束。
    """
    for _ in range(2):
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
    toy.model.text = "ok"
    _, returned = pair(toy.chat(" 你好", history))
    same(returned, [*history, *turns(" 你好", "ok")])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="append and += change the caller's list.",
    zh="append 和 += 会修改调用者的列表。",
)
def test_the_list_passed_in_stays_as_it_was(toy):
    """The history passed in is not changed, whether it is empty or not.

    传入的历史不被修改，无论它是否为空。
    """
    for history in (turns("ab", "cde"), []):
        handle = box(history)
        toy.chat("hi", handle)
        prompt, *_ = toy.request("hi", handle)  # a second turn with the same list shows what is left in it
        kept = prompt == template([*history, *turns("hi")]) and unbox(handle) == history
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
@pytest.mark.hint(
    en="Use what .to(model.device) returns.",
    zh="要使用 .to(model.device) 返回的结果。",
)
def test_the_inputs_are_moved_to_the_models_device(submission, support):
    """All tensors are on model.device when they go to generate.

    传给 generate 的所有张量都在 model.device 上。
    """
    toy = Toy(submission, support, Elsewhere)
    _, given, _ = toy.request("hello", [])
    there = [
        bool((value >= MOVED).all())
        if isinstance(value, torch.Tensor)
        else getattr(value, "device", None) == Elsewhere.device
        for value in given.values()
        if value is not None
    ]
    require(all(there), "Some tensors were not moved to model.device.", "有张量没有移到 model.device。", there)


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
    on = [call.grad_enabled for call in toy.loan.calls if call.name == "generate"]
    require(not any(on), "Gradients were on.", "梯度计算仍然开启。", on)
