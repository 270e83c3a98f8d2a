"""Repeats each row of the prompt, so the rows of several sequences get mixed up.

逐行重复提示，于是各序列拿到的行混在了一起。

caught by: test_every_sequence_has_the_whole_prompt
also fails: test_what_the_prompt_has_learned_comes_out
"""

import torch
from torch import nn


class SoftPrompt(nn.Module):
    def __init__(self, embedding, n_tokens):
        super().__init__()
        self.embedding = embedding.requires_grad_(False)
        self.prompt = nn.Parameter(embedding.weight[:n_tokens].detach().clone())

    def forward(self, ids):
        n, width = self.prompt.shape
        prompts = self.prompt.repeat_interleave(len(ids), dim=0)
        prompts = prompts.view(len(ids), n, width)
        return torch.cat([prompts, self.embedding(ids)], dim=1)
