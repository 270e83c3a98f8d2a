"""A tool-calling loop, written to be read.

Ask the model, run what it asks for, hand back the results, ask again. What
goes wrong in a call goes back to the model as a message, since it can often
correct itself; the number of rounds is limited for when it can't.
"""

import json
from collections.abc import Callable

OPEN, CLOSE = "<tool_call>", "</tool_call>"


def parse_calls(text: str) -> list[dict]:
    """Return the calls that stand in the tags of a reply."""
    calls = []
    for part in text.split(OPEN)[1:]:  # what stands before is only text
        body, closed, _ = part.partition(CLOSE)
        if not closed:
            raise ValueError(f"a {OPEN} is left open")
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
