"""A small class holds the conversation; the inputs are moved in place and the batch is decoded as a whole."""

from dataclasses import dataclass, field

import torch


@dataclass
class Session:
    model: object
    tokenizer: object
    limit: int
    messages: tuple = field(default_factory=tuple)

    def inputs(self, query):
        pairs = [list(self.messages[i : i + 2]) for i in range(0, len(self.messages), 2)]
        for first in range(len(pairs) + 1):
            visible = [message for pair in pairs[first:] for message in pair]
            encoded = self.tokenizer.build_chat_input(query, history=visible or None, role="user")
            if encoded["input_ids"].shape[1] <= self.limit - 1:
                return encoded
        raise ValueError("does not fit")

    def ask(self, query, **settings):
        encoded = self.inputs(query)
        for key in encoded:
            encoded[key] = encoded[key].to(self.model.device)
        with torch.set_grad_enabled(False):
            ids = self.model.generate(**encoded, max_length=self.limit, do_sample=True, **settings)
        new = ids[:, encoded.input_ids.shape[1] :]
        (text,) = self.tokenizer.batch_decode(new, skip_special_tokens=True)
        return text.strip()


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    old = tuple(history or ())
    response = Session(model, tokenizer, max_length, old).ask(query, temperature=temperature, top_p=top_p)
    return response, list(old) + [{"role": "user", "content": query}, {"role": "assistant", "content": response}]
