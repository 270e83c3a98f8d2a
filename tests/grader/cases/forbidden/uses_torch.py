import torch


def softmax(x):
    return torch.softmax(torch.tensor(x), dim=0).tolist()
