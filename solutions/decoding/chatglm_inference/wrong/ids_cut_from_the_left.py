"""Too long a prompt loses its first ids, in the middle of a message and of the template.

提示词太长时直接从左边截断 id，可能断在消息或模板中间。

caught by: test_a_prompt_of_max_length_ids_is_too_long
also fails: test_a_long_conversation_is_kept, test_pairs_are_left_out_until_the_prompt_fits, test_the_oldest_pair_goes_first, test_long_conversations_agree_with_the_reference
"""

import torch


def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    history = list(history) if history else []
    kept = list(history)
    inputs = tokenizer.build_chat_input(query, history=kept, role="user")
    if tokenizer.build_chat_input(query)["input_ids"].shape[1] >= max_length:
        raise ValueError("the query does not fit")
    inputs = {name: tensor[:, -max_length + 1 :] for name, tensor in inputs.items()}
    inputs = {name: tensor.to(model.device) for name, tensor in inputs.items()}
    with torch.no_grad():
        outputs = model.generate(
            **inputs, max_length=max_length, do_sample=True, temperature=temperature, top_p=top_p
        )
    new_ids = outputs[0][inputs["input_ids"].shape[1] :]
    response = tokenizer.decode(new_ids, skip_special_tokens=True).strip()
    history.append({"role": "user", "content": query})
    history.append({"role": "assistant", "content": response})
    return response, history
