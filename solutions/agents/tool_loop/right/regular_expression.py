"""A regular expression for the tags, counted against the number of open ones; a while loop."""

import json
import re

CALL = re.compile(r"<tool_call>(.*?)</tool_call>", re.DOTALL)


def parse_calls(text):
    found = CALL.findall(text)
    if "<tool_call>" in CALL.sub("", text):
        raise ValueError("open tag")
    calls = [json.loads(body) for body in found]
    for call in calls:
        if type(call) is not dict or type(call.get("name")) is not str or type(call.get("arguments")) is not dict:
            raise ValueError(f"not a call: {call}")
    return calls


def run_agent(model, tools, question, max_steps=5):
    messages = [dict(role="user", content=question)]
    steps = 0
    while True:
        reply = model(list(messages))
        steps += 1
        messages += [dict(role="assistant", content=reply)]
        try:
            calls = parse_calls(reply)
            if calls == []:
                return (reply.strip(), messages)
        except ValueError:
            calls = None
        if steps >= max_steps:
            raise RuntimeError("too many steps")
        if calls is None:
            messages += [dict(role="tool", name="", content="error: the calls are not valid JSON")]
            continue
        for call in calls:
            try:
                content = f"{tools[call['name']](**call['arguments'])}"
            except Exception as exception:
                content = "error: " + type(exception).__name__
            messages += [dict(role="tool", name=call["name"], content=content)]
