"""A dataclass for hypotheses and recursion over the steps."""

from dataclasses import dataclass, field


@dataclass(order=True)
class Hypothesis:
    total: float
    ids: list = field(compare=False)

    def extended(self, log_probs):
        return [Hypothesis(self.total + p, [*self.ids, i]) for i, p in enumerate(log_probs.tolist()) if p > float("-inf")]

    def score(self, alpha):
        return self.total / pow(len(self.ids), alpha)


def search(next_log_probs, alive, beam, eos_id, left):
    if left == 0 or not alive:
        return alive
    pool = sorted((new for old in alive for new in old.extended(next_log_probs(old.ids))), reverse=True)[:beam]
    ended = [h for h in pool if h.ids[-1] == eos_id]
    going = [h for h in pool if h.ids[-1] != eos_id]
    return ended + search(next_log_probs, going, beam, eos_id, left - 1)


def beam_search(next_log_probs, beam, eos_id, max_len, alpha=0.0):
    if beam < 1:
        raise ValueError
    ends = search(next_log_probs, [Hypothesis(0.0, [])], beam, eos_id, max_len)
    ends.sort(key=lambda h: h.score(alpha), reverse=True)
    return [(h.ids, h.score(alpha)) for h in ends[:beam]]
