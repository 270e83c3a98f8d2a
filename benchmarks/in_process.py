"""A pytest plugin that runs a hidden suite in one process with the submission: no judge, no worker, no walls.

It is what a peer without isolation does, and so the limit for us. `-p benchmarks.in_process` with the file in
`BENCH_SUBMISSION`. Never used for a verdict.
"""

from __future__ import annotations

import importlib.util
import inspect
import os
import sys
import time
import warnings
import zlib
from collections.abc import Generator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from grader.judge import suite
from grader.judge.compare import compare

taken: list[float] = []


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def record(target: Any, *args: Any, **kwargs: Any) -> Any:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = target(*args, **kwargs)
    said = [f"{item.category.__name__}: {item.message}" for item in caught]
    return SimpleNamespace(value=value, args=args, kwargs=kwargs, warnings=said, grad_enabled=True, text="")


def raises(exception: type[Exception], target: Any, *args: Any, **kwargs: Any) -> None:
    with pytest.raises(exception):
        target(*args, **kwargs)


def unchanged(target: Any, *args: Any, **kwargs: Any) -> Any:
    import copy

    before = copy.deepcopy((args, kwargs))
    value = target(*args, **kwargs)
    compare([args, kwargs], list(before), None, None, exact=True)
    return value


def vjp(target: Any, args: tuple[Any, ...], cotangent: Any) -> list[Any]:
    import torch

    leaves = [arg.clone().requires_grad_() if arg.is_floating_point() else arg for arg in args]
    output = target(*leaves)
    outputs = output if isinstance(output, tuple) else (output,)
    given = cotangent if isinstance(cotangent, tuple) else (cotangent,)
    pairs = [(out, ct) for out, ct in zip(outputs, given, strict=True) if ct is not None]
    return list(torch.autograd.grad([p[0] for p in pairs], leaves, [p[1] for p in pairs], allow_unused=True))


def parameter_gradients(module: Any, args: tuple[Any, ...], cotangent: Any) -> dict[str, Any]:
    import torch

    output = module(*args)
    outputs = output if isinstance(output, tuple) else (output,)
    given = cotangent if isinstance(cotangent, tuple) else (cotangent,)
    pairs = [(out, ct) for out, ct in zip(outputs, given, strict=True) if ct is not None]
    named = dict(module.named_parameters())
    found = torch.autograd.grad([p[0] for p in pairs], list(named.values()), [p[1] for p in pairs], allow_unused=True)
    return dict(zip(named, found, strict=True))


for name, function in {
    "record": record,
    "raises": raises,
    "unchanged": unchanged,
    "vjp": vjp,
    "parameter_gradients": parameter_gradients,
    "box": lambda value: value,
    "unbox": lambda value: value,
    "_current": lambda: SimpleNamespace(source=Path(os.environ["BENCH_SUBMISSION"]).read_bytes()),
}.items():
    setattr(suite, name, function)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """With BENCH_BARE each test is run once more, for the first pays for what PyTorch loads late."""
    result = yield
    if "BENCH_BARE" in os.environ:
        given = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
        started = time.perf_counter()
        pyfuncitem.obj(**given)
        taken.append(time.perf_counter() - started)
    return result


def pytest_sessionfinish() -> None:
    print(f"\nbare test functions: {sum(taken) * 1000:.1f} ms")


@pytest.fixture
def submission() -> ModuleType:
    return load(Path(os.environ["BENCH_SUBMISSION"]))


@pytest.fixture
def support(request: pytest.FixtureRequest, submission: ModuleType) -> ModuleType:
    from grader.judge.plugin import kata_of

    sys.modules[submission.__name__] = submission
    return load(kata_of(request.path).folder / "support.py")


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> ModuleType:
    from grader.judge.plugin import kata_of

    return load(kata_of(request.path).reference)


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> Any:
    return np.random.default_rng(zlib.crc32(request.node.name.encode()))
