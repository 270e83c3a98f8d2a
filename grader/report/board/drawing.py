"""The board's charts as inline SVG: a bar, a member's line over the runs, and the group's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from grader.report.board.figures import RunFigures

WIDTH, HEIGHT = 600, 180  # of the group's chart
LEFT, TOP = 40, 12
LABELS = 8  # runs that are named below it


def bar(share: float) -> Markup:
    """A share from 0 to 1 as a bar; the number stands beside it."""
    return Markup(
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="all" width="100" height="8"/><rect class="part" width="{}" height="8"/></svg>'
    ).format(round(100 * share))


def spark(scores: Sequence[float | None]) -> Markup:
    """A member's scores over the runs as a small line; runs without the member are skipped."""
    step = 60 / max(len(scores) - 1, 1)
    points = [f"{2 + step * at:.0f},{15 - 13 * score:.1f}" for at, score in enumerate(scores) if score is not None]
    return Markup(
        '<svg class="spark" viewBox="0 0 64 17" aria-hidden="true"><polyline points="{}"/></svg>'
    ).format(" ".join(points))  # fmt: skip


def chart(runs: Sequence[RunFigures], words: Mapping[str, str]) -> Markup:
    """Mean score and share of passed submissions, run by run; both go from 0 to 1."""
    step = (WIDTH - LEFT - 20) / max(len(runs) - 1, 1)
    columns = [LEFT + step * at for at in range(len(runs))]
    shares = [run.passed / run.graded if run.graded else 0.0 for run in runs]
    lines = Markup("").join(
        Markup('<line x1="{}" x2="{}" y1="{y}" y2="{y}"/><text x="4" y="{y}">{}</text>').format(
            LEFT, WIDTH - 20, share, y=_height(share)
        )
        for share in (0.0, 0.5, 1.0)
    )
    every = -(-len(runs) // LABELS)
    names = Markup("").join(
        Markup('<text x="{:.0f}" y="{}" text-anchor="{}">{}</text>').format(
            x, TOP + HEIGHT + 18, "end" if at == len(runs) - 1 else "middle", run.label[:20]
        )
        for at, (x, run) in enumerate(zip(columns, runs, strict=True))
        if (len(runs) - 1 - at) % every == 0
    )
    drawn = Markup("").join(
        Markup('<polyline class="{}" points="{}"/>').format(name, _points(columns, values))
        for name, values in (("score", [run.score for run in runs]), ("share", shares))
    )
    legend = Markup(
        '<polyline class="score" points="{x},{y} {to},{y}"/><text x="{text}" y="{low}">{}</text>'
        '<polyline class="share" points="{x2},{y} {to2},{y}"/><text x="{text2}" y="{low}">{}</text>'
    ).format(
        words["mean"], words["share"], x=LEFT, to=LEFT + 24, text=LEFT + 30, x2=LEFT + 160, to2=LEFT + 184,
        text2=LEFT + 190, y=TOP + HEIGHT + 36, low=TOP + HEIGHT + 40,
    )  # fmt: skip
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}{}</svg>').format(
        WIDTH, TOP + HEIGHT + 46, words["chart"], lines, names, drawn, legend
    )


def _height(share: float) -> float:
    return round(TOP + HEIGHT * (1 - share), 1)


def _points(columns: Sequence[float], values: Sequence[float]) -> str:
    return " ".join(f"{x:.0f},{_height(value)}" for x, value in zip(columns, values, strict=True))
