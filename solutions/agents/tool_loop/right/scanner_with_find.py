"""str.find walks through the text; the agent is a class."""

import json


def parse_calls(text):
    calls, position = [], 0
    while (start := text.find("<tool_call>", position)) >= 0:
        start += len("<tool_call>")
        end = text.find("</tool_call>", start)
        if end < 0:
            raise ValueError("unclosed <tool_call>")
        call = json.loads(text[start:end])
        try:
            name, arguments = call["name"], call["arguments"]
        except (TypeError, KeyError):
            raise ValueError("name or arguments missing") from None
        if not (isinstance(name, str) and isinstance(arguments, dict)):
            raise ValueError("name or arguments of the wrong type")
        calls.append(call)
        position = end
    return calls


class Agent:
    def __init__(self, model, tools):
        self.model, self.tools, self.messages = model, tools, []

    def say(self, role, content, **more):
        self.messages.append({"role": role, **more, "content": content})

    def use(self, name, arguments):
        tool = self.tools.get(name)
        if tool is None:
            return f"error: unknown tool {name}, there are {sorted(self.tools)}"
        try:
            return str(tool(**arguments))
        except Exception as e:
            return f"error: {type(e).__name__}: {e}"

    def solve(self, question, max_steps):
        self.say("user", question)
        for left in reversed(range(max_steps)):
            reply = self.model(self.messages)
            self.say("assistant", reply)
            try:
                calls = parse_calls(reply)
            except ValueError as e:
                self.say("tool", f"error: {e}", name="")
            else:
                if not calls:
                    return reply.strip()
                for call in calls if left else ():
                    self.say("tool", self.use(call["name"], call["arguments"]), name=call["name"])
        raise RuntimeError(f"{max_steps} steps are over")


def run_agent(model, tools, question, max_steps=5):
    agent = Agent(model, tools)
    return agent.solve(question, max_steps), agent.messages
