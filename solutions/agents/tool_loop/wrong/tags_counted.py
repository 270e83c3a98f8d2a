"""Counts the tags and doesn't look at their order.

只数标签的个数，不看它们的顺序。

caught by: test_an_open_tag_raises_value_error
"""

import json
import re
from collections.abc import Callable

OPEN, CLOSE = "<tool_call>", "</tool_call>"


def parse_calls(text: str) -> list[dict]:
    """Return the calls that stand in the tags of a reply."""
    if text.count(OPEN) != text.count(CLOSE):
        raise ValueError(f"a {OPEN} is left open")
    calls = []
    for body in re.findall(f"{OPEN}(.*?){CLOSE}", text, re.DOTALL):
        # No regular expression for the braces: arguments have braces, too.
        call = json.loads(body)  # raises a subclass of ValueError
        if not is_call(call):
            raise ValueError("a call is an object with name and arguments")
        calls.append(call)
    return calls


def is_call(value: object) -> bool:
    """Return whether a value is a JSON object of the right form."""
    if not isinstance(value, dict):
        return False
    name, arguments = value.get("name"), value.get("arguments")
    return isinstance(name, str) and isinstance(arguments, dict)


def run_agent(
    model: Callable[[list[dict]], str],
    tools: dict[str, Callable[..., object]],
    question: str,
    max_steps: int = 5,
) -> tuple[str, list[dict]]:
    """Return the answer and all messages."""
    messages: list[dict] = [{"role": "user", "content": question}]
    for step in range(max_steps):
        reply = model(messages)
        messages.append({"role": "assistant", "content": reply})
        try:
            # All calls are parsed before the first one runs: half of a
            # broken reply may be the half that deletes something.
            calls = parse_calls(reply)
        except ValueError as error:
            messages.append(result("", f"error: {error}"))
            continue
        if not calls:
            return reply.strip(), messages
        # The trap: nobody would read the results of the last round.
        if step < max_steps - 1:
            for call in calls:
                messages.append(run(tools, call))
    raise RuntimeError(f"no answer in {max_steps} steps")


def run(tools: dict[str, Callable[..., object]], call: dict) -> dict:
    """Run one call; return the message with its result or its error."""
    name = call["name"]
    if name not in tools:
        return result(name, f"error: there is no tool {name!r}")
    try:
        return result(name, str(tools[name](**call["arguments"])))
    except Exception as error:  # a tool may raise anything
        return result(name, f"error: {error}")


def result(name: str, content: str) -> dict:
    """Return the message of a tool."""
    return {"role": "tool", "name": name, "content": content}
