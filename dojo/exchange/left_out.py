"""What a format can't hold of the questions that are written in it, said in a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from dojo.question.kinds import AnyQuestion, Lang, Number, Open, Term, Text


class Loss(Struct, frozen=True):
    """A part that some questions have and a format has not; `{count}` in the text is how many questions."""

    text: Text
    of: Callable[[AnyQuestion], bool]


NUMBERS = Loss(
    Text("{count} number questions: other values than those of this seed", "{count} 道计算题：此种子以外的取值"),
    lambda question: isinstance(question, Number) and bool(question.variables),
)
MARKING = Loss(
    Text("{count} open questions: the patterns that mark them", "{count} 道问答题：用于评分的匹配模式"),
    lambda question: isinstance(question, Open),
)
NEAR_MISSES = Loss(
    Text("{count} term questions: the near misses and why they are wrong", "{count} 道术语题：相近概念及其错误原因"),
    lambda question: isinstance(question, Term) and bool(question.near_misses),
)
PRINTS = Loss(
    Text(
        "{count} questions with code: the output that `dojo lint` checks",
        "{count} 道含代码的题：由 `dojo lint` 核对的输出",
    ),
    lambda question: question.prints is not None,
)


def left_out(questions: Iterable[AnyQuestion], losses: Iterable[Loss], lang: Lang) -> list[str]:
    """A line for each loss that concerns one question or more."""
    listed = list(questions)
    counts = [(loss, sum(map(loss.of, listed))) for loss in losses]
    return [loss.text.of(lang).format(count=count) for loss, count in counts if count]
