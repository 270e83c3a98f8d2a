"""A decorated function, attributes of the inputs, ids as lists, a loop that shortens a copy."""

import torch


@torch.no_grad()
def chat(model, tokenizer, query, history=None, max_length=4096, temperature=0.8, top_p=0.9):
    past = [] if history is None else history.copy()
    visible = past.copy()
    inputs = tokenizer.build_chat_input(query, history=visible, role="user")
    while len(inputs.input_ids[0]) >= max_length:
        if len(visible) == 0:
            raise ValueError("query too long")
        del visible[:2]
        inputs = tokenizer.build_chat_input(query, history=visible, role="user")
    inputs = inputs.to(model.device)
    gen_kwargs = {"max_length": max_length, "do_sample": True, "temperature": temperature, "top_p": top_p}
    outputs = model.generate(**inputs, **gen_kwargs, pad_token_id=tokenizer.eos_token_id, num_beams=1)
    output_ids = outputs.tolist()[0][len(inputs["input_ids"][0]) :]
    response = tokenizer.decode(output_ids, skip_special_tokens=True, clean_up_tokenization_spaces=True).strip()
    past.append({"role": "user", "content": query})
    past.append({"role": "assistant", "content": response})
    return response, past
