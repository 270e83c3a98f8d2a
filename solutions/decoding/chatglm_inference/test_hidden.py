"""Hidden suite of chatglm_inference. The model lives here, in the judge, is lent out and notes how it was used.

A character is one id. A prompt, which `support` builds, is 2 ids, 2 more than its characters for each message, and 1.
"""

import secrets

import pytest
import torch

from grader.judge.suite import box, close, lend, raises, require, same

SPECIAL = ["<unk>", "<s>", "</s>", "[gMASK]", "sop", "<|system|>", "<|user|>", "<|assistant|>", "<|observation|>"]
FIRST = 16  # the id of character 0
MOVED = (1 << 40) + secrets.randbelow(1 << 40)  # what is added to the numbers of an input that was moved elsewhere
TENSORS = ("input_ids", "attention_mask", "position_ids")
UNKNOWN = {"query", "history", "messages", "prompt", "device", "skip_special_tokens"}  # generate refuses these


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
        self.submission, self.requests, self.decoded, self.places = submission, [], [], []
        self.model = lend(self, "generate", "device", "eval")
        self.lent = (self.model, support.Tokenizer(lend(self, "carry", "decode")))

    def eval(self):
        return self.model

    def carry(self, tensors, start, end):
        """The tensors of an input that is moved from one device to another."""
        self.places.append(end)
        return {name: tensor + MOVED * ((end == "meta") - (start == "meta")) for name, tensor in tensors.items()}

    def decode(self, ids, skip_special_tokens=False, **ignored):
        self.decoded.append(torch.as_tensor(ids).tolist())
        shown = (chr(i - FIRST) if i >= FIRST else SPECIAL[i] * (not skip_special_tokens) for i in self.decoded[-1])
        return "".join(shown)

    def generate(self, inputs=None, **options):
        if UNKNOWN & set(options):
            raise ValueError(f"these options are not used by the model: {sorted(UNKNOWN & set(options))}")
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


@pytest.fixture
def toy(submission, support):
    return Toy(submission, support)


@pytest.mark.points(2)
@pytest.mark.hint(en="Which of your lines can't bear a history of None?", zh="history 为 None 时，哪一行会出错？")
def test_none_starts_a_conversation(toy):
    """Without a history, and with None, a conversation begins that knows nothing of an earlier one.

    不传历史或传 None，都表示开始新对话，与之前的对话无关。
    """
    for history in ((), (None,), ()):
        same(toy.chat("hello", *history), (Toy.text, turns("hello", Toy.text)))


@pytest.mark.hint(en="Two stars before a mapping pass all that it holds.", zh="在映射前写两个星号，会传递其中的一切。")
def test_all_of_the_input_reaches_the_model(toy):
    """generate gets the chat template of the old turns and the query, each once, with its mask and its positions.

    generate 得到套用模板后的旧轮次和提问，每条只出现一次，还有对应的掩码和位置。
    """
    said = ["One ", *"abcdefghijklmnopqrstu", " two\n"]
    (prompt, given, _), due = toy.request(said[-1], turns(*said[:-1])), template(*said)
    same(prompt, due)
    same(given["attention_mask"], torch.ones(1, len(due), dtype=torch.int64))
    same(given["position_ids"], torch.arange(len(due))[None])


@pytest.mark.points(2)
@pytest.mark.hint(en="How many ids of outputs[0] are the prompt?", zh="outputs[0] 里有多少个 id 属于提示词？")
def test_only_the_new_ids_are_decoded(toy):
    """The response is made of the ids after the prompt: all of them, also where max_length cuts it off, and no others.

    回答由提示词之后的全部新 id 构成，被 max_length 截断时也一样，不含其他 id。
    """
    said = turns("a", "b", "where?", "Well")
    same(toy.chat("where?", said[:2], max_length=len(template("a", "b", "where?")) + 4), ("Well", said))
    more = [ids for ids in toy.decoded if len(ids) > 4]
    require(not more, "More was decoded than the new ids.", "解码的不只是新 id。", more)


@pytest.mark.hint(en="decode swallows options that it does not know.", zh="decode 遇到不认识的选项一声不吭。")
def test_special_tokens_are_left_out(toy):
    """The response holds no special tokens, whichever ended it.

    回答中没有特殊 token，无论它以哪个结束。
    """
    toy.end = "<|user|>"  # as an answer of ChatGLM3 may end
    same(toy.chat("hello", []), (Toy.text, turns("hello", Toy.text)))


@pytest.mark.points(3)
@pytest.mark.hint(en="The history is flat: what would the tenth turn look like?", zh="历史是扁平的：第十轮会是什么样？")
def test_the_history_is_a_flat_list_of_messages(toy):
    """The history returned is the old messages as they were, the query, and the stripped response, empty or not.

    返回的历史是原样的旧消息，加上提问和去掉首尾空白的回答；二者为空时也一样。
    """
    history = turns("一", "二")
    history[1]["metadata"] = "x"
    for query, text in ((" 你好", "[[训练时间]]:\n\n  x =  1\n\ttwo"), ("", "")):
        toy.text = f"\n {text} "
        same(toy.chat(query, history), (text, [*history, *turns(query, text)]))


@pytest.mark.hint(
    en="Who kept the history of an earlier turn, and which list is it?", zh="有人留着前一轮的历史：那是哪个列表？"
)
def test_a_history_once_returned_stays_as_it_was(submission, support, toy):
    """Each turn returns a list of its own: a later turn changes none that was returned before.

    每一轮都返回自己的列表：后面的轮次不会改动先前返回的列表。
    """
    said = turns("one", Toy.text, "two", Toy.text)
    same(support.conversation(submission.chat, *toy.lent, "one", "two"), [said[:2], said])


@pytest.mark.hint(en="Who else holds the list that came in?", zh="传进来的那个列表还有谁在用？")
def test_the_list_passed_in_stays_as_it_was(toy):
    """The history passed in is not changed, and the one returned holds all of it, also where it does not fit.

    传入的列表不被修改，返回的历史也一条不少，放不下时也一样。
    """
    said = (" ab", "cde\n", "f", "g", "hi")
    handle = box(turns(*said[:-1]))
    same(toy.chat("hi", handle, max_length=16), ("Wel", turns(*said, "Wel")))
    same(toy.chat("hi", handle), (Toy.text, turns(*said, Toy.text)))  # a second turn shows what is left in it
    same(toy.requests[-1][0], template(*said))


@pytest.mark.points(2)
@pytest.mark.hint(en="Temperature and top_p mean nothing without do_sample.", zh="不设 do_sample，温度毫无意义。")
def test_the_model_samples_with_the_settings_given(submission, support, toy):
    """generate samples, without a seed, with the temperature, top_p and max_length given, else 0.8, 0.9 and 4096.

    generate 进行采样，不设种子，使用传入的 temperature、top_p、max_length；默认值是 0.8、0.9、4096。
    """
    names = ("temperature", "top_p", "max_length")
    for args, due in (({}, (0.8, 0.9, 4096)), (dict(zip(names, (0.25, 0.5, 50), strict=True)), (0.25, 0.5, 50))):
        *_, options = toy.request("hello", [], **args)
        sampled = options.get("do_sample") is True and options.get("top_k") != 1
        require(sampled, "do_sample=True is missing, or top_k is 1.", "缺少 do_sample=True，或 top_k 为 1。", options)
        close({name: options[name] for name in names if name in options}, dict(zip(names, due, strict=True)))
        require(options.get("max_new_tokens") is None, "Set no other limit.", "不要另设上限。", options)
    anew = support.draws_the_same_again(submission.chat, *toy.lent, "hello")
    require(anew is False, "Each turn sets the same seed.", "每一轮都设置了同样的种子。", anew)


@pytest.mark.claim
@pytest.mark.hint(en="model.eval() doesn't switch gradients off.", zh="model.eval() 不会关闭梯度计算。")
def test_gradients_are_off_while_the_model_generates(toy):
    """generate is called with gradients off.

    调用 generate 时梯度计算是关闭的。
    """
    toy.request("hello", [])
    on = [call.grad_enabled for call in toy.model.calls if call.name == "generate"]
    require(not any(on), "Gradients were on.", "梯度计算仍然开启。", on)


@pytest.mark.points(2)
@pytest.mark.hint(en="Reading model.device moves nothing.", zh="读取 model.device 并不会移动任何东西。")
def test_the_inputs_are_moved_to_the_models_device(toy):
    """All tensors go to model.device before they go to generate, wherever that is.

    所有张量在传给 generate 之前都移到 model.device，无论它是哪里。
    """
    toy.device, left = torch.device("meta"), []
    for name, value in toy.request("hello", turns("ab", "cde"), max_length=12)[1].items():
        there = value is None or getattr(value, "device", None) == toy.device
        if isinstance(value, torch.Tensor):
            there = bool(((value - MOVED).abs() < 1 << 20).all())
        left += [] if there else [name]
    require(not left, "These were not moved to model.device.", "这些没有移到 model.device。", left)
    require(set(toy.places) <= {"meta"}, "They went elsewhere.", "输入被移到了别处。", toy.places)


@pytest.mark.hint(en="Is there room for even one new id?", zh="还有放得下哪怕一个新 id 的空间吗？")
def test_a_prompt_of_max_length_ids_is_too_long(toy):
    """A pair is kept while the prompt is below max_length, and left out when it has exactly max_length ids.

    提示词少于 max_length 时保留这一对；恰好等于 max_length 时去掉。
    """
    for max_length, kept in ((17, ("ab", "cde")), (16, ())):  # the query alone makes 7 ids, the pair 9 more
        same(toy.request("hi", turns("ab", "cde"), max_length=max_length)[0], template(*kept, "hi"))


@pytest.mark.points(2)
@pytest.mark.hint(en="One pair less may still be too much. Which goes first?", zh="少一对可能仍然太长。先去掉哪一对？")
def test_the_oldest_pairs_go_first_until_the_prompt_fits(toy, rng):
    """As many pairs are left out of the prompt as must be and no more, the oldest first.

    提示词里该去掉几对就去掉几对，不多也不少，从最旧的开始。
    """
    said = [*("".join(rng.choice(list("abc你好"), size=rng.integers(1, 9))) for _ in range(24)), "ask"]
    due = template(*said[-7:])
    same(toy.request(said[-1], turns(*said[:-1]), max_length=len(due) + 1)[0], due)


@pytest.mark.points(2)
@pytest.mark.hint(en="Once no pair is left to leave out, what remains?", zh="没有更多轮次可去掉时，还能做什么？")
def test_a_query_that_does_not_fit_alone_is_an_error(submission, toy):
    """A query whose prompt alone has max_length ids or more raises ValueError, and the model is not asked.

    单独的提问就达到或超过 max_length 个 id 时抛出 ValueError，且不调用模型。
    """
    for history, max_length in ((turns("ab", "cde"), 7), (None, 1)):
        raises(ValueError, submission.chat, *toy.lent, "hi", history, max_length=max_length)
    require(not toy.requests, "The model was asked all the same.", "模型还是被调用了。")
