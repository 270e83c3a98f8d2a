"""Reads parameters and settings from the optimiser, and watches its step with a hook."""

import torch.nn.functional as F  # noqa: N812


def accumulate_step(model, optimizer, micro_batches):
    if not micro_batches:
        raise ValueError("no micro-batches")
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    settings, steps = optimizer.state_dict()["param_groups"][0], []
    assert settings["lr"] == optimizer.defaults["lr"]
    hook = optimizer.register_step_post_hook(lambda *_: steps.append(1))
    optimizer.zero_grad()
    total = sum(len(labels) for _, labels in micro_batches)
    loss_sum = 0.0
    for inputs, labels in micro_batches:
        loss = F.cross_entropy(model(inputs), labels, reduction="sum")
        loss.backward()
        loss_sum += loss.item()
    for p in parameters:
        p.grad /= total
    optimizer.step()
    hook.remove()
    assert len(steps) == 1
    return loss_sum / total
