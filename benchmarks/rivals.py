"""Wrong solutions on the suites of two peers and on ours: python -m benchmarks.rivals

Each mistake is one that a candidate makes or that costs no work at all, adapted to the names that a peer asks for. The
peers are `torch-judge` (the tests of TorchCode) and `torchleet`, installed into an environment of their own; their
tests run as they ship them. On our side it is a wrong solution that the kata brings. A right solution is run beside
each mistake, so that a suite that refuses everything is not taken for a good one.

Not measured: problems that a peer does not have (`-`), and peers that can't be installed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import msgspec

from grader.catalogue import load
from grader.content import content_root

PEERS = ("torch-judge", "torchleet")
HEAD = "import math, torch, torch.nn as nn, torch.nn.functional as F\n"


class Mistake(msgspec.Struct, frozen=True):
    """One mistake: the kata and wrong solution that show it here, and (task, right, wrong) for each peer."""

    name: str
    kata: str
    wrong: str
    judge: tuple[str, str, str] | None = None
    leet: tuple[str, str, str] | None = None


ROPE_JUDGE = """
def apply_rope(q, k):
    d = q.shape[-1]
    angle = torch.arange(q.shape[1])[:, None] * 10000 ** (-torch.arange(0, d, 2) / d)
    sin, cos = {sign}angle.sin(), angle.cos()
    def turn(x):
        even, odd = x[..., ::2], x[..., 1::2]
        return torch.stack([even * cos - odd * sin, even * sin + odd * cos], -1).flatten(-2)
    return turn(q), turn(k)
"""
ROTATE_HALF = """
def rotate_half(x):
    half = x.shape[-1] // 2
    return torch.cat([-x[..., half:], x[..., :half]], -1)
"""
ROPE_LEET = ROTATE_HALF + "def apply_rotary_pos_emb(q, k, cos, sin):\n    return tuple({} for x in (q, k))\n"
SAMPLE_JUDGE = """
def sample_top_k_top_p(logits, top_k=0, top_p=1.0, temperature=1.0):
    logits = logits / temperature
    if top_k:
        logits = logits.masked_fill(logits < logits.topk(top_k).values[-1], -math.inf)
    probs, order = logits.softmax(-1).sort(descending=True)
    keep = probs.cumsum(0) - probs < top_p
    {kept}
    return order[torch.multinomial(probs, 1)].item()
"""
SAMPLE_LEET = """
def top_p_sample(logits, p=0.9, temperature=1.0):
    probs, order = (logits / temperature).softmax(-1).sort(descending=True)
    keep = probs.cumsum(0) - probs < p
    {kept}
    return order[torch.multinomial(probs, 1)]
"""
BY_PROBABILITY = "probs = probs * keep"
UNIFORM = "probs = (keep & (probs > 0)).float()"
DPO_LEET = """
def get_batch_logps(model, ids):
    logps = model(ids)[:, :-1].log_softmax(-1)
    return logps.gather(2, {labels}.unsqueeze(2)).squeeze(2).sum(1)
def dpo_loss(pc, pr, rc, rr, beta=0.1):
    return -F.logsigmoid(beta * ((pc - rc) - (pr - rr))).mean()
"""
LORA_JUDGE = """
class LoRALinear(nn.Module):
    def __init__(self, in_features, out_features, rank, alpha=1.0):
        super().__init__()
        self.linear = nn.Linear(in_features, out_features).requires_grad_(False)
        self.lora_A = nn.Parameter(torch.randn(rank, in_features) * 0.01)
        self.lora_B = nn.Parameter(torch.zeros(out_features, rank))
        self.scale = {scale}
    def forward(self, x):
        return self.linear(x) + x @ self.lora_A.T @ self.lora_B.T * self.scale
"""
LORA_LEET = """
class LoRALinear(nn.Module):
    def __init__(self, base, rank, alpha):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.A = nn.Parameter(torch.randn(base.in_features, rank) * 0.01)
        self.B = nn.Parameter(torch.zeros(rank, base.out_features))
        self.scale = {scale}
    def forward(self, x):
        return self.base(x) + x @ self.A @ self.B * self.scale
def apply_lora(model, rank, alpha, target_modules):
    for name in target_modules:
        setattr(model, name, LoRALinear(getattr(model, name), rank, alpha))
    return model
def merge_lora(model):
    for name, layer in list(model.named_children()):
        if isinstance(layer, LoRALinear):
            layer.base.weight.data += (layer.A @ layer.B).T.detach() * layer.scale
            setattr(model, name, layer.base)
    return model
"""
GQA_JUDGE = """
class GroupQueryAttention(nn.Module):
    def __init__(self, d_model, num_heads, num_kv_heads):
        super().__init__()
        self.h, self.kv, self.d = num_heads, num_kv_heads, d_model // num_heads
        self.W_q, self.W_o = nn.Linear(d_model, d_model), nn.Linear(d_model, d_model)
        self.W_k = nn.Linear(d_model, num_kv_heads * self.d)
        self.W_v = nn.Linear(d_model, num_kv_heads * self.d)
    def forward(self, x):
        b, t, _ = x.shape
        q = self.W_q(x).view(b, t, self.h, self.d).transpose(1, 2)
        k, v = (w(x).view(b, t, self.kv, self.d).transpose(1, 2).repeat_interleave(self.h // self.kv, 1)
                for w in (self.W_k, self.W_v))
        out = {out}
        return self.W_o(out.transpose(1, 2).reshape(b, t, -1))
"""
GQA_LEET = """
def grouped_query_attention(q, k, v, num_query_heads, num_query_groups, d_model, mask=None):
    if num_query_heads % num_query_groups:
        raise ValueError("groups must divide heads")
    d, n = d_model // num_query_heads, num_query_heads // num_query_groups
    def heads(x, count):
        return nn.Linear(d_model, count * d)(x).view(*x.shape[:2], count, d).transpose(1, 2)
    q, k, v = heads(q, num_query_heads), heads(k, num_query_groups), heads(v, num_query_groups)
    k, v = k.repeat_interleave(n, 1), v.repeat_interleave(n, 1)
    out = {out}
    return nn.Linear(d_model, d_model)(out.transpose(1, 2).reshape(*out.shape[:1], out.shape[2], -1))
"""
ATTEND = "F.scaled_dot_product_attention(q, k, v{mask})"
NO_ATTENTION = "v + 0.01 * q + 0.01 * k"
MHA_LEET = """
def multi_head_attention(q, k, v, num_heads, d_model, mask=None):
    d = d_model // num_heads
    def heads(x):
        return nn.Linear(d_model, d_model)(x).view(*x.shape[:2], num_heads, d).transpose(1, 2)
    q, k, v = heads(q), heads(k), heads(v)
    out = F.scaled_dot_product_attention({query}, k, v, attn_mask=mask)
    return nn.Linear(d_model, d_model)(out.transpose(1, 2).reshape(*out.shape[:1], out.shape[2], -1))
"""
MOE_JUDGE = """
class MixtureOfExperts(nn.Module):
    def __init__(self, d_model, d_ff, num_experts, top_k):
        super().__init__()
        self.router, self.k = nn.Linear(d_model, num_experts), top_k
        self.experts = nn.ModuleList(
            nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Linear(d_ff, d_model)) for _ in range(num_experts))
    def forward(self, x):
        {forward}
"""
MOE_LEET = """
class Expert(nn.Sequential):
    def __init__(self, d_model, d_ff):
        super().__init__(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Linear(d_ff, d_model))
class MoELayer(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.router, self.k = nn.Linear(config.d_model, config.num_experts), config.top_k
        self.experts = nn.ModuleList(Expert(config.d_model, config.d_ff) for _ in range(config.num_experts))
    def forward(self, x):
        {forward}
"""
ROUTED = """values, which = self.router(x).topk(self.k, -1)
        weights = torch.zeros(*x.shape[:-1], len(self.experts)).scatter(-1, which, values.softmax(-1))
        out = sum(weights[..., n : n + 1] * expert(x) for n, expert in enumerate(self.experts))
        return out{aux}"""
EXPERT_0 = "return self.experts[0](x){aux}"
AUX = ", self.router(x).softmax(-1).pow(2).mean()"

MISTAKES = (
    Mistake(
        "RoPE returns its input", "rope", "returns_its_input",
        ("rope", ROPE_JUDGE.format(sign=""), "def apply_rope(q, k):\n    return q * 1.0, k * 1.0\n"),
        ("rotary-positional-embedding", ROPE_LEET.format("x * cos + rotate_half(x) * sin"), ROPE_LEET.format("x")),
    ),
    Mistake(
        "RoPE turned backwards", "rope", "turned_backwards",
        ("rope", ROPE_JUDGE.format(sign=""), ROPE_JUDGE.format(sign="-")),
        (
            "rotary-positional-embedding", ROPE_LEET.format("x * cos + rotate_half(x) * sin"),
            ROPE_LEET.format("x * cos - rotate_half(x) * sin"),
        ),
    ),
    Mistake(
        "uniform sampling in the nucleus", "generation_loop", "uniform_in_the_nucleus",
        ("topk_sampling", SAMPLE_JUDGE.format(kept=BY_PROBABILITY), SAMPLE_JUDGE.format(kept=UNIFORM)),
        ("top-p-sampling", SAMPLE_LEET.format(kept=BY_PROBABILITY), SAMPLE_LEET.format(kept=UNIFORM)),
    ),
    Mistake(
        "the filter is ignored", "top_p_filter", "filter_ignored",
        ("topk_sampling", SAMPLE_JUDGE.format(kept=BY_PROBABILITY), SAMPLE_JUDGE.format(kept="")),
        ("top-p-sampling", SAMPLE_LEET.format(kept=BY_PROBABILITY), SAMPLE_LEET.format(kept="")),
    ),
    Mistake(
        "DPO's labels are not shifted", "dpo_loss", "labels_not_shifted", None,
        ("dpo", DPO_LEET.format(labels="ids[:, 1:]"), DPO_LEET.format(labels="ids[:, :-1]")),
    ),
    Mistake(
        "LoRA without alpha", "lora_linear", "without_alpha",
        ("lora", LORA_JUDGE.format(scale="alpha / rank"), LORA_JUDGE.format(scale="1.0")),
        ("lora", LORA_LEET.format(scale="alpha / rank"), LORA_LEET.format(scale="1.0")),
    ),
    Mistake(
        "attention that is uniform", "grouped_query_attention", "uniform_attention", None,
        ("multi-head-attention", MHA_LEET.format(query="q"), MHA_LEET.format(query="q * 1e-3")),
    ),
    Mistake(
        "GQA without attention", "grouped_query_attention", "no_attention",
        ("gqa", GQA_JUDGE.format(out=ATTEND.format(mask="")), GQA_JUDGE.format(out=NO_ATTENTION)),
        (
            "grouped-query-attention", GQA_LEET.format(out=ATTEND.format(mask=", attn_mask=mask")),
            GQA_LEET.format(out=NO_ATTENTION),
        ),
    ),
    Mistake(
        "a MoE that uses expert 0 only", "moe_layer", "expert_0_only",
        ("moe", MOE_JUDGE.format(forward=ROUTED.format(aux="")), MOE_JUDGE.format(forward=EXPERT_0.format(aux=""))),
        (
            "mixture-of-experts", MOE_LEET.format(forward=ROUTED.format(aux=AUX)),
            MOE_LEET.format(forward=EXPERT_0.format(aux=AUX)),
        ),
    ),
)  # fmt: skip
RUN = """
import json, sys
peer, task, source = json.load(sys.stdin)
space = {}
exec(source, space)
if peer == "torch-judge":
    from torch_judge.tasks import get_task
    spec = get_task(task)
    passed = True
    for test in spec["tests"]:
        try:
            exec(test["code"].replace("{fn}", spec["function_name"]), dict(space))
        except Exception:
            passed = False
else:
    from torchleet.runner import run
    passed = all(status == "pass" for _, status, _ in run(task, space))
print(json.dumps(passed))
"""


def environment(folder: Path) -> dict[str, Path | None]:
    """A Python with each peer that can be installed, PyTorch taken from the one that runs this."""
    venv.create(folder, with_pip=True, system_site_packages=True)
    python = folder / "bin" / "python"
    here = next(path for path in map(Path, sys.path) if (path / "torch").is_dir())
    (next((folder / "lib").glob("python3*/site-packages")) / "torch_of_the_caller.pth").write_text(f"{here}\n")
    found: dict[str, Path | None] = {}
    for peer in PEERS:
        done = subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", peer], capture_output=True)
        found[peer] = python if done.returncode == 0 else None
    return found


def accepted(python: Path | None, peer: str, task: str, source: str) -> str:
    if python is None:
        return "not measured"
    given = json.dumps([peer, task, HEAD + source])
    done = subprocess.run([python, "-c", RUN], input=given, capture_output=True, text=True, timeout=120)
    if done.returncode:
        return "error"
    return "accepted" if json.loads(done.stdout.splitlines()[-1]) else "refused"


def main() -> None:
    katas = load(content_root({}))
    with tempfile.TemporaryDirectory() as folder:
        pythons = environment(Path(folder))
        print(f"{'mistake':<34}{'torch-judge':<28}{'torchleet':<28}here")
        for one in MISTAKES:
            cells = []
            for peer, case in zip(PEERS, (one.judge, one.leet), strict=True):
                if case is None:
                    cells.append("-")
                    continue
                right, wrong = (accepted(pythons[peer], peer, case[0], source) for source in case[1:])
                cells.append(f"{wrong} (right: {right})")
            kata = katas[one.kata]
            path = kata.reference.parent / "wrong" / f"{one.wrong}.py"
            done = subprocess.run(
                [sys.executable, "-c", "from dojo.cli import main; main()", "grade", str(path), "--kata", one.kata],
                capture_output=True, text=True,
            )  # fmt: skip
            cells.append({0: "accepted", 1: "refused"}.get(done.returncode, f"status {done.returncode}"))
            print(f"{one.name:<34}{cells[0]:<28}{cells[1]:<28}{cells[2]}", flush=True)


if __name__ == "__main__":
    main()
