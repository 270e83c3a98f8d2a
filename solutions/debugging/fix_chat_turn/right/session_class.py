"""A small class holds the turn; gradients are switched by hand."""

import copy

import torch


class Turn:
    def __init__(self, model, tokenizer, messages):
        self.model, self.tokenizer, self.messages = model, tokenizer, messages

    def ask(self, query, **options):
        inputs = self.tokenizer.build_chat_input(query, history=self.messages, role="user")
        inputs.to(self.model.device)
        before = torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        try:
            out = self.model.generate(**inputs, do_sample=True, **options)
        finally:
            torch.set_grad_enabled(before)
        start = inputs["input_ids"].size(1)
        self.messages += [{"role": "user", "content": query}]
        answer = self.tokenizer.decode(out.squeeze(0)[start:], skip_special_tokens=True).strip()
        self.messages += [{"role": "assistant", "content": answer}]
        return answer


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    turn = Turn(model.eval(), tokenizer, copy.deepcopy(history) if history else [])
    answer = turn.ask(query, max_length=max_length, temperature=temperature, top_p=top_p)
    return answer, turn.messages
