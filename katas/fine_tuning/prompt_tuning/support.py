"""Soft prompts over an embedding whose numbers are known."""

import torch
from torch import nn


def embedding_of(table):
    """A trainable embedding with these rows (V, D)."""
    return nn.Embedding.from_pretrained(table.clone(), freeze=False)


def soft(table, n_tokens, prompt=None):
    """Your module over such an embedding; `prompt` is what it has learned."""
    return _over(embedding_of(table), n_tokens, prompt)


def output(ids, *settings):
    """What your module gives for the ids."""
    return soft(*settings)(ids)


def start(*settings):
    """The prompt of a new module."""
    return soft(*settings).prompt.detach()


def trainable(*settings):
    """The names of the parameters that an optimiser would train."""
    named = soft(*settings).named_parameters()
    return sorted(name for name, value in named if value.requires_grad)


def table_after_training(table, n_tokens, prompt):
    """The rows of the embedding once the prompt has learned something."""
    embedding = embedding_of(table)
    _over(embedding, n_tokens, prompt)
    return embedding.weight.detach()


def prompt_after_a_change(table, n_tokens):
    """The prompt once every number of the embedding has become 9."""
    embedding = embedding_of(table)
    layer = _over(embedding, n_tokens)
    with torch.no_grad():
        embedding.weight.fill_(9.0)
    return layer.prompt.detach()


def _over(embedding, n_tokens, prompt=None):
    # Imported only now, because the judge loads this file before yours.
    from prompt_tuning import SoftPrompt

    layer = SoftPrompt(embedding, n_tokens)
    if prompt is not None:
        with torch.no_grad():
            layer.prompt.copy_(prompt)
    return layer
