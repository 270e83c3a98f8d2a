"""Recursion over the steps, with new lists of messages in place of appending."""

import json


def checked(call):
    match call:
        case {"name": str(), "arguments": dict()}:
            return call
    raise ValueError("no call")


def parse_calls(text):
    head, tag, rest = text.partition("<tool_call>")
    if not tag:
        return []
    body, end, rest = rest.partition("</tool_call>")
    if not end:
        raise ValueError("open")
    return [checked(json.loads(body)), *parse_calls(rest)]


def outcome(tools, call):
    try:
        content = str(tools[call["name"]](**call["arguments"]))
    except Exception as error:
        content = f"error: {error!r}"
    return {"role": "tool", "name": call["name"], "content": content}


def step(model, tools, messages, left):
    if left == 0:
        raise RuntimeError("no answer")
    reply = model(messages)
    messages = [*messages, {"role": "assistant", "content": reply}]
    try:
        calls = parse_calls(reply)
    except ValueError:
        return step(model, tools, [*messages, {"role": "tool", "name": "", "content": "error: unreadable"}], left - 1)
    if not calls:
        return reply.strip(), messages
    results = [outcome(tools, call) for call in calls] if left > 1 else []
    return step(model, tools, messages + results, left - 1)


def run_agent(model, tools, question, max_steps=5):
    return step(model, tools, [{"role": "user", "content": question}], max_steps)
