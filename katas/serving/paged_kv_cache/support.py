"""Plays a script of operations on a block table."""


def play(table_class, num_blocks, block_size, *script):
    """What each operation gave; an error is given by its name.

    An operation is a line such as "append 1", "fork 1 2" or "free_blocks".
    """
    table = table_class(num_blocks, block_size)
    answers = []
    for line in script:
        name, *numbers = line.split()
        try:
            answer = getattr(table, name)
            if name != "free_blocks":
                answer = answer(*map(int, numbers))
        except MemoryError:
            answer = "MemoryError"
        except KeyError:
            answer = "KeyError"
        if name == "blocks" and not isinstance(answer, str):
            answer = list(answer)  # as it is now, whatever comes
        answers.append(answer)
    return answers
