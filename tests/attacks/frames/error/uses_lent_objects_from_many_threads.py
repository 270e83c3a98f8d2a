"""Many threads use what is lent at once, without the worker's lock, and read each other's replies.

kata: chatglm_inference
with: forging
also: failed, timeout (whoever reads nothing of what it asked for waits)
"""


def chat(model, tokenizer, query, history=None, **options):
    number = asked()
    for _ in range(8):
        threading.Thread(target=lambda: [say("LentUse", number, 1, "get_command", ["sop"], {}, True) for _ in range(50)]).start()
    time.sleep(0.2)
    os._exit(0)
