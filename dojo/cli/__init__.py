"""The command `dojo`. One module a command, imported only when it is called."""

from __future__ import annotations

import gc

# Nothing of the 30,000 objects that are made until the first page is garbage; looking for some is 4 % of the start.
# Not `gc.disable()`: the judges of `dojo grade`, which import this module too, would never turn it on again.
gc.set_threshold(50_000)

import click  # noqa: E402  # the most of those objects come with it

from dojo.cli.lazy import LazyGroup  # noqa: E402  # it imports click

# command -> (module that holds a click command named `command`, one line for `dojo --help`)
COMMANDS = {
    "quiz": ("dojo.cli.quiz", "Answer questions from the banks."),
    "kata": (
        "dojo.cli.kata",
        "Write code and have it graded: list, show, start, test, watch, reset, hint, new, history, solution.",
    ),
    "drill": ("dojo.cli.drill", "Write katas against the clock."),
    "mock": ("dojo.cli.mock", "Sit a mock interview; see how the earlier ones went."),
    "grade": ("dojo.cli.grade", "Grade files or folders of members, for CI and study groups."),
    "similar": ("dojo.cli.similar", "List members whose code is alike."),
    "bank": ("dojo.cli.bank", "Look into the question banks, add to them, exchange with other programs."),
    "group": ("dojo.cli.group", "Set up a study group: new."),
    "release": ("dojo.cli.release", "Write a learners' copy of your content, without solutions."),
    "merge": ("dojo.cli.merge", "Put the results of dojo grade --shard together."),
    "report": ("dojo.cli.report", "Make a report from results: a board, CSV, JUnit, feedback for each member."),
    "lint": ("dojo.cli.lint", "Check question banks and katas."),
    "doctor": ("dojo.cli.doctor", "Say what works on this machine and how to get the rest."),
    "plan": ("dojo.cli.plan", "Plan each day until an interview."),
    "export": ("dojo.cli.export", "Write your history to a file, for another machine."),
    "import": ("dojo.cli.import_", "Add the history of another machine to yours."),
    "stats": ("dojo.cli.stats", "Show what you have answered and what to practise next."),
}


@click.group(cls=LazyGroup, lazy=COMMANDS, invoke_without_command=True)
@click.version_option(package_name="nlp-dojo", prog_name="dojo")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Interview practice for NLP and LLM engineers.

    \b
    Example:
      dojo quiz
      dojo kata start stable_softmax

    \b
    Tab completion, for this session or in the start file of your shell:
      bash   eval "$(_DOJO_COMPLETE=bash_source dojo)"
      zsh    eval "$(_DOJO_COMPLETE=zsh_source dojo)"
      fish   _DOJO_COMPLETE=fish_source dojo | source
    """
    from dojo.show.terminal.streams import open_streams

    open_streams()
    if ctx.invoked_subcommand is None:
        from dojo.cli.welcome import welcome

        welcome()
