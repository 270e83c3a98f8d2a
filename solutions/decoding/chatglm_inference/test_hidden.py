"""Hidden suite of chatglm_inference. A toy ChatGLM3 lives here, in the judge, is lent out and notes how it was used.

Like the real one it refuses options that it does not have, except in `decode`, which swallows them. A character is one
id, so that lengths can be counted: a prompt is 2 ids, 2 more than its characters for each message, and 1 at the end.
"""

import secrets
from types import SimpleNamespace

import pytest
import torch

from grader.judge.suite import box, close, lend, raises, require, same, unbox

COMMANDS = ["<unk>", "<s>", "</s>", "[gMASK]", "sop", "<|system|>", "<|user|>", "<|assistant|>", "<|observation|>"]
IDS = {name: number for number, name in enumerate(COMMANDS)}
FIRST_CHARACTER = 100
TENSORS = ["input_ids", "attention_mask", "position_ids"]
# What `generate` of transformers takes; as there, any other name is an error.
OPTIONS = """
    assistant_model bad_words_ids begin_suppress_tokens bos_token_id cache_implementation constraints
    decoder_start_token_id diversity_penalty do_sample early_stopping encoder_no_repeat_ngram_size
    encoder_repetition_penalty eos_token_id epsilon_cutoff eta_cutoff exponential_decay_length_penalty
    forced_bos_token_id forced_eos_token_id force_words_ids generation_config guidance_scale length_penalty
    logits_processor low_memory max_length max_new_tokens max_time min_length min_new_tokens min_p
    negative_prompt_attention_mask negative_prompt_ids no_repeat_ngram_size num_beam_groups num_beams
    num_return_sequences output_attentions output_hidden_states output_logits output_scores pad_token_id past_key_values
    penalty_alpha prefix_allowed_tokens_fn remove_invalid_values renormalize_logits repetition_penalty
    return_dict_in_generate sequence_bias stop_strings stopping_criteria streamer suppress_tokens synced_gpus
    temperature tokenizer token_healing top_k top_p typical_p use_cache use_model_defaults
"""


def encode(text):
    if not isinstance(text, str):
        raise TypeError(f"text is encoded, not {type(text).__name__}")
    return [FIRST_CHARACTER + ord(character) for character in text]


def characters(ids):
    return "".join(chr(i - FIRST_CHARACTER) for i in ids if FIRST_CHARACTER <= i < FIRST_CHARACTER + 0x110000)


def turns(*contents):
    """A history of these contents, said by user and assistant in turn."""
    return [{"role": "assistant" if i % 2 else "user", "content": said} for i, said in enumerate(contents)]


def prompt_of(messages):
    """The ids of a prompt of these messages, the query among them."""
    ids = [IDS["[gMASK]"], IDS["sop"]]
    for message in messages:
        if not isinstance(message, dict):
            raise TypeError(f"a message must be a dict with role and content, not {type(message).__name__}")
        if not isinstance(message["role"], str) or f"<|{message['role']}|>" not in IDS:
            raise ValueError("the role of a message must be system, user, assistant or observation")
        ids += [IDS[f"<|{message['role']}|>"], *encode("\n"), *encode(message["content"])]
    return [*ids, IDS["<|assistant|>"]]


def template(*contents):
    """The ids of a prompt of these contents, the last of them the query."""
    return prompt_of(turns(*contents))


class ChatInput(dict):
    """A mapping of tensors for the reference, which stays on the CPU; a submission gets that of `support`."""

    def to(self, device):
        return self


class Tokenizer:
    """Turns messages into ids and ids into text; notes what it built and decoded, and moves what it built.

    On another device the numbers are other ones, which nobody knows who has not had them moved there.
    """

    eos_token_id, pad_token_id, unk_token_id = IDS["</s>"], IDS["<unk>"], IDS["<unk>"]

    def __init__(self):
        self.built, self.places = [], []
        self.decoded = []
        self.shifts = {"cpu": 0}

    def carry(self, tensors, start, end):
        self.places.append(end)
        shift = self.shifts.setdefault(end, secrets.randbelow(1 << 40)) - self.shifts[start]
        return {name: tensor + shift for name, tensor in tensors.items() if isinstance(tensor, torch.Tensor)}

    def moved(self, name, value):
        """Whether what stands for a tensor that was built is now on the device where tensors have no values."""
        if isinstance(value, torch.Tensor):
            built = {"input_ids": torch.tensor(self.built[-1]), "position_ids": torch.arange(len(self.built[-1]))}
            due = built.get(name, torch.ones(len(self.built[-1]), dtype=torch.int64)) + self.shifts.get("meta", 0)
            return "meta" in self.shifts and torch.equal(value.reshape(-1), due)
        return getattr(value, "device", None) == torch.device("meta")

    def get_command(self, token):
        return IDS[token]

    def build_chat_input(self, query, history=None, role="user"):
        if not isinstance(history, list | tuple | None):
            raise TypeError(f"history must be a list, not {type(history).__name__}")
        ids = prompt_of([*(history or []), {"role": role, "content": query}])
        self.built.append(ids)
        input_ids, positions = torch.tensor([ids]), torch.arange(len(ids))[None]  # (1, L)
        return ChatInput(input_ids=input_ids, attention_mask=torch.ones_like(input_ids), position_ids=positions)

    def decode(self, token_ids, skip_special_tokens=False, clean_up_tokenization_spaces=None, **ignored):
        ids = torch.as_tensor(token_ids)
        if ids.ndim > 1 or (ids.numel() and ids.dtype not in (torch.int64, torch.int32)):
            raise TypeError("ids must be a list or a 1-D tensor of integers")
        ids = ids.reshape(-1).tolist()
        self.decoded.append(ids)
        shown = (COMMANDS[i] if 0 <= i < len(COMMANDS) else characters([i]) for i in ids)
        return characters(ids) if skip_special_tokens else "".join(shown)

    def batch_decode(self, sequences, **options):
        return [self.decode(ids, **options) for ids in sequences]


class Model:
    """Answers with the number of questions in the prompt, the first and the last of them.

    In turn the answer stands between blanks and ends in `</s>`, or has no blanks and ends in `<|user|>`: both occur.
    `text` is said instead where it is given.
    """

    device = torch.device("cpu")

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.requests = []
        self.text = None
        self.itself = self

    def eval(self):
        return self.itself

    def generate(self, inputs=None, **options):
        unknown = sorted(set(options) - {*TENSORS, *OPTIONS.split()})
        if unknown:
            raise ValueError(f"these options are not used by the model: {unknown}")
        if options.get("return_dict_in_generate") or (options.get("num_return_sequences") or 1) != 1:
            raise ValueError("this model gives one sequence of ids as a tensor and nothing else")
        given = {name: options.get(name) for name in TENSORS} | ({} if inputs is None else {"input_ids": inputs})
        prompt = self.read(given)
        limit = options.get("max_length", 8192)
        if options.get("max_new_tokens") is not None:
            limit = len(prompt) + options["max_new_tokens"]
        end = IDS["<|user|>" if len(self.requests) % 2 else "</s>"]
        room = max(1, limit - len(prompt))  # too long a prompt is but a warning in the library: one id more comes
        new = [*encode(self.answer(prompt) if self.text is None else self.text), end][:room]
        self.requests.append(SimpleNamespace(prompt=prompt, options=options, given=given, new=new))
        return torch.tensor([[*prompt, *new]])  # (1, L + n)

    def read(self, given):
        ids = given["input_ids"]
        if not isinstance(ids, torch.Tensor) or ids.ndim != 2 or ids.shape[0] != 1 or ids.dtype != torch.int64:
            raise ValueError("input_ids must be a tensor of int64 of shape (1, L)")
        if any(isinstance(tensor, torch.Tensor) and tensor.shape != ids.shape for tensor in given.values()):
            raise ValueError("input_ids, attention_mask and position_ids must have the same shape")
        return ids[0].tolist()

    def answer(self, prompt):
        asked, role = [], None
        for i in prompt:
            if i < len(COMMANDS):
                role = i
                asked += [[]] if role == IDS["<|user|>"] else []
            elif role == IDS["<|user|>"]:
                asked[-1].append(i)
        said = [characters(ids).strip() for ids in asked] or [""]
        text = f"{len(said)} {said[0]} {said[-1]}"
        return text if len(self.requests) % 2 else f"\n {text} "


class Elsewhere(Model):
    """A model on a device where tensors have no values: what was moved there one by one comes back as a handle."""

    device = torch.device("meta")

    def read(self, given):
        return self.tokenizer.built[-1]


class Toy:
    """A model and a tokenizer, as `lent` to `chat`; what it gets built is a mapping of `support`'s, beside it."""

    def __init__(self, submission, support, kind=Model):
        self.submission, self.tokenizer = submission, Tokenizer()
        self.model = kind(self.tokenizer)
        self.model.itself = lend(self.model, "generate", "device", "eval")
        ids = ("eos_token_id", "pad_token_id", "unk_token_id")
        loan = lend(self.tokenizer, "build_chat_input", "carry", "decode", "batch_decode", "get_command", *ids)
        self.lent = (self.model.itself, support.Tokenizer(loan))

    def chat(self, query, *history, **options):
        return self.submission.chat(*self.lent, query, *history, **options)

    def request(self, *turn, **options):
        """The last use of `generate`; where a `turn` is given, after that."""
        if turn:
            self.chat(*turn, **options)
        made = self.model.requests
        require(bool(made), "model.generate was never called.", "从未调用 model.generate。", made)
        return made[-1]

    def prompt(self, *turn, **options):
        return self.request(*turn, **options).prompt


@pytest.fixture
def toy(submission, support):
    return Toy(submission, support)


def parts(result):
    """Response and history, after a look at whether a pair of a text and a list came."""
    pair = isinstance(result, tuple | list) and len(result) == 2
    require(
        pair and isinstance(result[0], str) and isinstance(result[1], list | tuple),
        en="chat must return the response, a str, and the history, a list.",
        zh="chat 必须返回回答(str)和历史(list)。",
        actual=result,
    )
    return result


@pytest.mark.points(2)
@pytest.mark.hint(
    en="What does the very first call of a conversation pass as history, and which of your lines can't bear that?",
    zh="一段对话的第一次调用传入的 history 是什么？你的哪一行承受不了它？",
)
def test_none_starts_a_conversation(toy):
    """Without a history, and with None, a conversation begins that knows nothing of an earlier one.

    不传历史或传 None，都表示开始新对话，与之前的对话无关。
    """
    for history in ((), (None,), ()):
        same(toy.chat("hello", *history), ("1 hello hello", turns("hello", "1 hello hello")))


@pytest.mark.hint(
    en="build_chat_input takes the query, the history and the role. It adds the query to the prompt by itself.",
    zh="build_chat_input 接收提问、历史和角色。它会自己把提问加进提示词。",
)
def test_the_prompt_is_the_chat_template(toy):
    """The model is asked with the chat template of the old turns and the query, each of them once.

    送给模型的是套用模板后的旧轮次和提问，每条只出现一次。
    """
    said = ["One ", *"abcdefghijklmnopqrstu", " two\n"]
    same(toy.prompt(said[-1], turns(*said[:-1])), template(*said))


@pytest.mark.hint(
    en="Two stars before a mapping pass all that it holds. What did you pass?",
    zh="在映射前写两个星号，会把其中的一切都传过去。你传了什么？",
)
def test_all_of_the_input_reaches_the_model(toy):
    """generate gets every tensor that build_chat_input made, the mask and the positions, too.

    build_chat_input 给出的每个张量都传给了 generate，包括掩码和位置。
    """
    given = toy.request("hi", []).given
    same(given["attention_mask"], torch.ones(1, 7, dtype=torch.int64))
    same(given["position_ids"], torch.arange(7)[None])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="generate returns prompt and answer in one row. How many ids of that row are the prompt?",
    zh="generate 把提示词和回答放在同一行返回。这一行里有多少个 id 属于提示词？",
)
def test_only_the_new_ids_are_decoded(toy):
    """The response is made of the ids after the prompt, and of those only.

    回答只由提示词之后的新 id 构成。
    """
    response, _ = parts(toy.chat("where?", turns("a", "b")))
    more = [characters(ids) for ids in toy.tokenizer.decoded if len(ids) > len(toy.request().new)]
    require(not more, "More was decoded than the new ids.", "解码的不只是新 id。", more)
    require(
        response.replace("</s>", "").strip() == "2 a where?",
        en="The response should be the model's answer, no more and no less.",
        zh="回答应当恰好是模型生成的内容，不多也不少。",
        actual=response,
    )


@pytest.mark.hint(
    en="decode says nothing about an option it does not know. Read yours letter by letter.",
    zh="decode 遇到不认识的选项一声不吭。逐个字母检查你写的选项名。",
)
def test_special_tokens_are_left_out(toy):
    """The response holds no special tokens, whichever ended it.

    回答中没有特殊 token，无论它以哪个结束。
    """
    for _ in range(2):  # the first answer ends in </s>, the second in <|user|>, as ChatGLM3's do
        response, _ = parts(toy.chat("hello", []))
        clean = not any(command in response for command in COMMANDS)
        require(clean, "A special token stands in the response.", "回答里有特殊 token。", response)


def test_an_empty_response_is_a_response(toy):
    """Where query or response are empty, the turn stands in the history all the same.

    提问或回答为空时，这一轮照样进入历史。
    """
    toy.model.text = ""
    same(toy.chat("", turns("a", "b")), ("", turns("a", "b", "", "")))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The history is one flat list of dicts with two keys: what shape would the tenth turn have?",
    zh="历史是一个扁平的列表，每项是两个键的字典：到第十轮时它会是什么形状？",
)
def test_the_history_is_a_flat_list_of_messages(toy):
    """The history returned is the old messages as they were and two new ones: the query, and the stripped response.

    返回的历史是原样的旧消息加两条新消息：提问，以及去掉首尾空白的回答。
    """
    history = turns("一", "二")
    history[1]["metadata"] = "x"
    text = "[[训练时间]]:\n\n  x =  1\n\ttwo"
    toy.model.text = f" \n{text}\n"
    same(toy.chat(" 你好", history), (text, [*history, *turns(" 你好", text)]))


@pytest.mark.hint(
    en="Somebody may have kept the history of an earlier turn. Which list did they get?",
    zh="也许有人留着前一轮的历史。他们拿到的是哪个列表？",
)
def test_a_history_once_returned_stays_as_it_was(submission, support, toy):
    """Each turn returns a list of its own: a later turn changes none that was returned before.

    每一轮都返回自己的列表：后面的轮次不会改动先前返回的列表。
    """
    talk = support.Conversation(submission.chat, *toy.lent)
    talk.say("one")
    talk.say("two")
    first = turns("one", "1 one one")
    same(talk.histories, [first, [*first, *turns("two", "2 one two")]])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Who else holds the list that came in, and would they expect it to grow?",
    zh="传进来的那个列表还有谁在用？他们会料到它变长吗？",
)
def test_the_list_passed_in_stays_as_it_was(submission, toy):
    """The history passed in is not changed, whether all of it fits or not.

    无论历史是否全部放得下，传入的列表都不被修改。
    """
    for history, limit in ((turns(" ab", "cde\n"), 99), ([], 99), (turns("ab", "cde", "f", "g"), 16)):
        before, handle = toy.prompt("hi", history), box(history)
        toy.chat("hi", handle, limit)
        there = toy.prompt("hi", handle) == before and unbox(handle) == history  # a next turn shows what is left
        require(there, "The list passed in was changed.", "传入的列表被修改了。", unbox(handle))


@pytest.mark.hint(
    en="Temperature and top_p mean nothing while the model decodes greedily.",
    zh="模型做贪心解码时，temperature 和 top_p 毫无意义。",
)
def test_the_model_samples(toy):
    """generate is told to sample, and not from a single candidate.

    要求 generate 进行采样，而且候选不止一个。
    """
    options = toy.request("hello", []).options
    sampled = options.get("do_sample") is True
    en, zh = "do_sample=True was not passed to generate.", "没有把 do_sample=True 传给 generate。"
    require(sampled, en, zh, sorted(options))
    require(options.get("top_k") != 1, "top_k=1 leaves nothing to chance.", "top_k=1 让采样形同虚设。")


@pytest.mark.hint(
    en="With a seed of your own each answer to a question is the same. Who asked for that?",
    zh="自己设了种子，同一问题每次的回答就都一样。谁要求这样了？",
)
def test_chance_is_left_alone(toy):
    """The random numbers after a turn do not begin anew each time: nothing sets a seed.

    每一轮之后的随机数不会重新开始：没有设置种子。
    """
    drawn, handle = [], box(torch.zeros(4, dtype=torch.float64))
    for _ in range(2):
        toy.chat("hello", [])
        drawn.append(handle.uniform_())
    anew = all(isinstance(numbers, torch.Tensor) for numbers in drawn) and not torch.equal(*drawn)
    require(anew, "Each turn sets the same seed.", "每一轮都设置了同样的种子。")


def test_temperature_and_top_p_reach_the_model(toy):
    """The temperature and top_p given are passed on; the defaults are 0.8 and 0.9.

    传入的 temperature 和 top_p 原样传给模型；默认值是 0.8 和 0.9。
    """
    by_name = {"temperature": 0.25, "top_p": 0.5}
    for args, kwargs, *due in (((), {}, 0.8, 0.9), ((), by_name, 0.25, 0.5)):
        options = toy.request("hello", [], *args, **kwargs).options
        for name, setting in zip(("temperature", "top_p"), due, strict=True):
            en, zh = f"{name} was not passed to generate.", f"没有把 {name} 传给 generate。"
            require(name in options, en, zh, sorted(options))
            close(options[name], setting)


@pytest.mark.hint(
    en="Is the limit given one of new ids or of prompt and answer together?",
    zh="给出的上限管的是新 id，还是提示词与回答的总和？",
)
def test_max_length_reaches_the_model(toy):
    """max_length is passed on as it is, a limit of prompt and answer together; its default is 4096.

    max_length 原样传给模型，是提示词加回答的总长上限；默认 4096。
    """
    for given, due in (({}, 4096), ({"max_length": 50}, 50)):
        options = toy.request("hello", [], **given).options
        require(
            "max_length" in options and options.get("max_new_tokens") is None,
            en="generate needs max_length, and no other limit beside it.",
            zh="generate 需要 max_length，且不要另设上限。",
            actual=sorted(options),
        )
        same(options["max_length"], due)


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
    on = [call.grad_enabled for call in toy.lent[0].calls if call.name == "generate"]
    require(not any(on), "Gradients were on.", "梯度计算仍然开启。", on)


@pytest.mark.hint(
    en="Reading model.device moves nothing. Which tensors go into generate, and where does each of them live by then?",
    zh="读取 model.device 并不会移动任何东西。哪些张量进入 generate，那时它们各在哪里？",
)
def test_the_inputs_are_moved_to_the_models_device(submission, support):
    """All tensors go to model.device before they go to generate, wherever that is.

    所有张量在传给 generate 之前都移到 model.device，无论它是哪里。
    """
    toy = Toy(submission, support, Elsewhere)
    given, places = toy.request("hello", []).given, toy.tokenizer.places
    left = [name for name, value in given.items() if value is not None and not toy.tokenizer.moved(name, value)]
    require(not left, "These were not moved to model.device.", "这些没有移到 model.device。", left)
    require(set(places) <= {"meta"}, "They went elsewhere.", "输入被移到了别处。", places)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A prompt of exactly max_length ids leaves no room for even one new id.",
    zh="恰好有 max_length 个 id 的提示词，连一个新 id 的空间都没有。",
)
def test_a_prompt_of_max_length_ids_is_too_long(toy):
    """A pair is kept while the prompt is below max_length, and left out when it has exactly max_length ids.

    提示词少于 max_length 时保留这一对；恰好等于 max_length 时去掉。
    """
    for max_length, kept in ((17, ("ab", "cde")), (16, ())):  # the query alone makes 7 ids, the pair 9 more
        same(toy.prompt("hi", turns("ab", "cde"), max_length=max_length), template(*kept, "hi"))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="One pair less may still be too much: what has to be built and measured again?",
    zh="少一对可能仍然太长：什么需要重新构造、重新测量？",
)
def test_pairs_are_left_out_until_the_prompt_fits(toy):
    """As many pairs are left out as must be, and no more.

    该去掉几对就去掉几对，不多也不少。
    """
    history = turns("a", "b", "c", "d", "e", "f", "g", "h")  # each pair is 6 ids, the query with its frame 7
    for kept, max_length in ((3, 31), (1, 14), (0, 13)):
        prompt = toy.prompt("hi", history, max_length=max_length)
        found = prompt.count(IDS["<|user|>"]) - 1
        require(
            found == kept,
            en=f"With max_length={max_length}, {kept} of the 4 pairs should be left in the prompt.",
            zh=f"max_length={max_length} 时，4 对消息中应有 {kept} 对留在提示词里。",
            actual=found,
        )


@pytest.mark.hint(
    en="What was said last matters most, and a question belongs to its answer.",
    zh="最近说的最重要；一个问题和它的回答是一体的。",
)
def test_the_oldest_pair_goes_first(toy):
    """The oldest pair is left out first, question and answer together, even where a later one is longer.

    最先去掉最旧的一对，问与答一起去掉，哪怕后面的某一对更长。
    """
    history = turns("a", "b", "a long question", "a long answer", "e", "f")
    # 7 for the query, 6 for a short pair, 32 for the long one: 51, or 48 without one message, or 45 without its pair.
    due = template("a long question", "a long answer", "e", "f", "hi")
    same(toy.prompt("hi", history, max_length=49), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Once there is no pair left to leave out, what remains to be done?",
    zh="当没有更多的轮次可去掉时，还能做什么？",
)
def test_a_query_that_does_not_fit_alone_is_an_error(submission, toy):
    """A query whose prompt alone has max_length ids or more raises ValueError, and the model is not asked.

    单独的提问就达到或超过 max_length 个 id 时抛出 ValueError，且不调用模型。
    """
    for history, max_length in ((turns("ab", "cde"), 7), (None, 1)):
        raises(ValueError, submission.chat, *toy.lent, "hi", history, max_length=max_length)
    asked = [made.prompt for made in toy.model.requests]
    require(not asked, "The model was asked all the same.", "模型还是被调用了。", asked)


def test_long_conversations_agree_with_the_reference(reference, toy, rng):
    """Conversations of all lengths, with all limits, come out as the reference has them.

    各种长度、各种上限的对话，结果都与参考实现一致。
    """
    # The numbers of pairs there are and of pairs that fit, and how much room is left beside those; 0 is too little.
    cases = ((12, 1, 1), (4, 3, 5))
    for pairs, kept, room in cases:
        said = ["".join(rng.choice(list("abc你好"), size=rng.integers(1, 9))) for _ in range(2 * pairs)]
        max_length = len(template(*said[len(said) - 2 * kept :], "ask")) + room
        model = Model(Tokenizer())
        model.requests = [None] * len(toy.model.requests)  # their number decides on blanks and end token
        due = reference.chat(model, model.tokenizer, "ask", turns(*said), max_length=max_length)
        same(toy.chat("ask", turns(*said), max_length=max_length), due)
        same(toy.prompt(), model.requests[-1].prompt)
