"""Sums first; the gradients are divided in place before the step, in a closure."""

import torch


def accumulate_step(model, optimizer, micro_batches):
    if not micro_batches:
        raise ValueError("no micro-batch")
    count = 0
    total = 0.0

    def closure():
        nonlocal count, total
        optimizer.zero_grad(set_to_none=False)
        with torch.enable_grad():
            for inputs, labels in micro_batches:
                log_p = model(inputs).log_softmax(-1)
                loss = -log_p[range(len(labels)), labels].sum()
                loss.backward()
                total += float(loss.detach())
                count += labels.numel()
        for p in model.parameters():
            p.grad /= count
        return total / count

    return optimizer.step(closure)
