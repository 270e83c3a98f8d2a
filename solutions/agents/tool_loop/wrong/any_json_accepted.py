"""Any JSON is taken for a call, and the fields are not checked.

任何 JSON 都当成调用，没有检查字段。

caught by: test_what_is_no_call_raises_value_error
"""

import json
from collections.abc import Callable
OPEN, CLOSE = ('<tool_call>', '</tool_call>')

def parse_calls(text: str) -> list[dict]:
    calls = []
    for part in text.split(OPEN)[1:]:
        body, closed, _ = part.partition(CLOSE)
        if not closed:
            raise ValueError(f'a {OPEN} is left open')
        call = json.loads(body)
        calls.append(call)
    return calls

def is_call(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    name, arguments = (value.get('name'), value.get('arguments'))
    return isinstance(name, str) and isinstance(arguments, dict)

def run_agent(model: Callable[[list[dict]], str], tools: dict[str, Callable[..., object]], question: str, max_steps: int=5) -> tuple[str, list[dict]]:
    messages: list[dict] = [{'role': 'user', 'content': question}]
    for step in range(max_steps):
        reply = model(messages)
        messages.append({'role': 'assistant', 'content': reply})
        try:
            calls = parse_calls(reply)
        except ValueError as error:
            messages.append(result('', f'error: {error}'))
            continue
        if not calls:
            return (reply.strip(), messages)
        if step < max_steps - 1:
            for call in calls:
                messages.append(run(tools, call))
    raise RuntimeError(f'no answer in {max_steps} steps')

def run(tools: dict[str, Callable[..., object]], call: dict) -> dict:
    name = call['name']
    if name not in tools:
        return result(name, f'error: there is no tool {name!r}')
    try:
        return result(name, str(tools[name](**call['arguments'])))
    except Exception as error:
        return result(name, f'error: {error}')

def result(name: str, content: str) -> dict:
    return {'role': 'tool', 'name': name, 'content': content}
