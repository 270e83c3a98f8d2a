"""A toy with ChatGLM3's interface, small enough to count its ids by hand.

A character is one id. The template is `[gMASK] sop`, then each message as its
role's id, a line break and the characters, then `<|assistant|>`: "hi" alone
makes 2 + 4 + 1 = 7 ids. The model repeats the last question in capitals.
Sampling, weights and more than one device are left to the real thing.
"""

import torch

ROLES = ["<|system|>", "<|user|>", "<|assistant|>", "<|observation|>"]
SPECIAL = ["<unk>", "<s>", "</s>", "[gMASK]", "sop", *ROLES]
FIRST_CHARACTER = 16


def characters(text):
    """The ids of a text, one a character."""
    return [FIRST_CHARACTER + ord(character) for character in text]


class ChatInput(dict):
    """What `build_chat_input` returns: tensors by name.

    They can be moved to a device together; each is also an attribute.
    """

    def to(self, device, non_blocking=False):
        for name, tensor in self.items():
            self[name] = tensor.to(device, non_blocking=non_blocking)
        return self

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(name)

    @property
    def data(self):
        return dict(self)

    def copy(self):
        return ChatInput(self)


class ToyTokenizer:
    """Turns messages into ids and ids into text."""

    eos_token_id = SPECIAL.index("</s>")
    pad_token_id = unk_token_id = SPECIAL.index("<unk>")

    def build_chat_input(self, query, history=None, role="user"):
        ids = [SPECIAL.index("[gMASK]"), SPECIAL.index("sop")]
        for message in [*(history or []), {"role": role, "content": query}]:
            ids.append(SPECIAL.index(f"<|{message['role']}|>"))
            ids.extend(characters("\n" + message["content"]))
        ids.append(SPECIAL.index("<|assistant|>"))
        return ChatInput(  # each (1, L)
            input_ids=torch.tensor([ids]),
            attention_mask=torch.ones(1, len(ids), dtype=torch.int64),
            position_ids=torch.arange(len(ids))[None],
        )

    def get_command(self, token):
        return SPECIAL.index(token)

    def decode(self, ids, skip_special_tokens=False, **unknown):
        pieces = []
        for token in torch.as_tensor(ids).tolist():
            if token >= FIRST_CHARACTER:
                pieces.append(chr(token - FIRST_CHARACTER))
            elif not skip_special_tokens:
                pieces.append(SPECIAL[token])
        return "".join(pieces)

    def batch_decode(self, sequences, **options):
        return [self.decode(ids, **options) for ids in sequences]


class DistantInput(ChatInput):
    """An input whose tensors somebody else moves.

    What comes back is what they are over there.
    """

    def __init__(self, tensors, place, carry):
        super().__init__(tensors)
        self.place, self.carry = place, carry

    def to(self, device, non_blocking=False):
        if str(device) != self.place:
            self.update(self.carry(dict(self), self.place, str(device)))
            self.place = str(device)
        return self

    def copy(self):
        return DistantInput(self, self.place, self.carry)


class Tokenizer(ToyTokenizer):
    """A tokenizer that leaves moving and decoding to somebody else.

    What it builds is moved over there, too.
    """

    def __init__(self, elsewhere):
        self.carry, self.decode = elsewhere.carry, elsewhere.decode

    def build_chat_input(self, query, history=None, role="user"):
        tensors = super().build_chat_input(query, history, role)
        return DistantInput(tensors, "cpu", self.carry)


class ToyModel:
    """Answers with the last question in capitals.

    Like ChatGLM3 it begins its answers with a line break.
    """

    device = torch.device("cpu")

    def eval(self):
        return self

    def generate(self, input_ids, max_length=8192, **options):
        prompt = input_ids[0].tolist()
        start = len(prompt) - 1 - prompt[::-1].index(SPECIAL.index("<|user|>"))
        decode = ToyTokenizer().decode
        question = decode(prompt[start:], skip_special_tokens=True).strip()
        answer = characters(f"\n {question.upper()}")
        room = max(1, max_length - len(prompt))
        new = [*answer, ToyTokenizer.eos_token_id][:room]
        return torch.tensor([[*prompt, *new]])  # (1, L + n)


def conversation(chat, model, tokenizer, *queries):
    """Turn after turn, each with the history that the one before returned.

    Gives the histories of all turns, as they are in the end.
    """
    histories = [None]
    for query in queries:
        _, history = chat(model, tokenizer, query, histories[-1])
        histories.append(history)
    return histories[1:]


def draws_the_same_again(chat, model, tokenizer, query):
    """Whether a random number after a turn is the same in the next turn."""
    drawn = []
    for _ in range(2):
        chat(model, tokenizer, query)
        drawn.append(torch.rand(4).tolist())
    return drawn[0] == drawn[1]
