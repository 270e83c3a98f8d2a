"""The hidden suite of paged_kv_cache.

A script is played in one go, and a ledger in the judge follows it. Any free block may be taken; all else is determined.
"""

import numpy as np
import pytest

from grader.judge.suite import require

APPEND = ["append 1"]


class Ledger:
    """What must be true after each line; block ids are those that the table gave."""

    def __init__(self, num_blocks, size):
        self.num_blocks, self.size = num_blocks, size
        self.sequences = {}  # the ids of the blocks, one for each token

    def used(self):
        return {block for tokens in self.sequences.values() for block in tokens}

    def check(self, line, answer, place):
        answer = answer.tolist() if isinstance(answer, np.ndarray) else answer
        name, *numbers = line.split()
        due = getattr(self, name)(*map(int, numbers), answer=answer)
        en, zh = f"In line {place}, `{line}` must give {due}.", f"第 {place} 行 `{line}` 应为 {due}。"
        if isinstance(due, str) and due.startswith("a free block"):
            zh = f"第 {place} 行 `{line}` 应取一个空闲块，offset 为 {self.offset}。"
            right = self.pair(answer) and answer[0] not in self.before and answer[1] == self.offset
        else:
            right = answer == due or (isinstance(due, tuple) and self.pair(answer) and tuple(answer) == due)
        require(right, en, zh, answer)

    def pair(self, answer):
        return (
            isinstance(answer, list | tuple)
            and len(answer) == 2
            and all(isinstance(part, int | np.integer) for part in answer)
        )

    def append(self, seq, answer):
        tokens = self.sequences.get(seq, [])
        self.before, self.offset = self.used(), len(tokens) % self.size
        others = {block for other, held in self.sequences.items() if other != seq for block in held}
        if self.offset and tokens[-1] not in others:
            self.sequences[seq] = [*tokens, tokens[-1]]
            return tokens[-1], self.offset
        if len(self.before) == self.num_blocks:
            return "MemoryError"
        if self.pair(answer):
            new = answer[0]
            kept = tokens[: len(tokens) - self.offset]  # what stands in the block that is replaced goes along
            self.sequences[seq] = kept + [new] * (self.offset + 1)
        return f"a free block with the offset {self.offset}"

    def fork(self, parent, child, answer):
        if parent not in self.sequences or child in self.sequences:
            return "KeyError"
        self.sequences[child] = list(self.sequences[parent])
        return None

    def free(self, seq, answer):
        return "KeyError" if self.sequences.pop(seq, None) is None else None

    def blocks(self, seq, answer):
        return list(dict.fromkeys(self.sequences[seq])) if seq in self.sequences else "KeyError"

    def free_blocks(self, answer):
        return self.num_blocks - len(self.used())


@pytest.fixture
def follow(submission, support):
    """Play a script and check each answer."""

    def play(num_blocks, size, *script):
        answers = support.play(submission.BlockTable, num_blocks, size, *script)
        whole = isinstance(answers, list) and len(answers) == len(script)
        require(whole, "Each line must give plain data.", "每一行都应返回普通数据。", answers)
        ledger = Ledger(num_blocks, size)
        for place, (line, answer) in enumerate(zip(script, answers, strict=True), start=1):
            ledger.check(line, answer, place)

    return play


@pytest.mark.points(2)
def test_a_sequence_fills_its_blocks_one_after_another(follow):
    """Offsets count from 0 to block_size - 1, then a new block is taken; blocks of size 1 work, too.

    offset 从 0 数到 block_size - 1，然后取新块；块大小为 1 时也可以。
    """
    follow(4, 3, "free_blocks", *APPEND * 7, "blocks 1", "free_blocks", "append 2", "blocks 2", "free_blocks")
    follow(2, 1, *APPEND * 2, "blocks 1", "free_blocks")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A fork takes no block: it counts one user more for each block of the parent.",
    zh="fork 不取块：只是给 parent 的每个块多记一个使用者。",
)
def test_a_fork_shares_all_blocks(follow):
    """A fork has the blocks of its parent and takes none.

    fork 与 parent 的块相同，不取新块。
    """
    follow(4, 2, *APPEND * 3, "fork 1 2", "blocks 2", "free_blocks")


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Before an append writes, look whether another sequence uses the block.",
    zh="append 写入之前，先看这个块是否还有别的序列在用。",
)
def test_an_append_copies_a_shared_block(follow):
    """An append to a fork, or to its parent, takes a new block in the place of the shared one.

    向 fork 或它的 parent 追加时，取一个新块替换共享的块。
    """
    follow(4, 3, *APPEND * 4, "fork 1 2", "append 2", "blocks 1", "blocks 2", "free_blocks")
    follow(4, 3, *APPEND * 4, "fork 1 2", "append 1", "blocks 1", "blocks 2", "free_blocks")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="After a copy the old block has one user less.",
    zh="复制之后，旧块少了一个使用者。",
)
def test_the_last_user_of_a_block_writes_into_it(follow):
    """After the fork has copied its block, or was freed, the parent writes into the old one.

    fork 复制了块或被释放之后，parent 直接写入旧块。
    """
    follow(4, 4, *APPEND, "fork 1 2", "append 2", "append 1", "blocks 1", "free_blocks")
    follow(4, 4, *APPEND, "fork 1 2", "free 2", "append 1", "blocks 1", "free_blocks")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Look first whether the last block is full. Nobody writes into a full block.",
    zh="先看最后一块是否已满。满的块没有人会再写。",
)
def test_a_full_block_stays_shared(follow):
    """Where the shared block is full, the fork adds a block of its own behind it.

    共享的块已满时，fork 在后面加一个自己的块。
    """
    follow(4, 2, *APPEND * 2, "fork 1 2", "append 2", "blocks 2", "free_blocks")


@pytest.mark.hint(
    en="A fork needs a list of its own: what the parent appends later isn't the child's.",
    zh="fork 要有自己的列表：parent 之后追加的内容不属于 child。",
)
def test_parent_and_child_grow_apart(follow):
    """Blocks that are added to the parent don't appear in the child, over two generations.

    parent 新增的块不会出现在 child 里，传两代也一样。
    """
    follow(
        6, 1, *APPEND, "fork 1 2", "fork 2 3", *APPEND, "append 2", "blocks 1", "blocks 2", "blocks 3", "free_blocks"
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Count the users of each block, and return it at zero.",
    zh="统计每个块的使用者，归零时才归还。",
)
def test_a_block_returns_when_nobody_uses_it(follow):
    """Shared blocks become free with the last of their users, in whatever order they go.

    共享的块在最后一个使用者离开时变为空闲，无论释放顺序如何。
    """
    script = [*APPEND * 3, "fork 1 2", "append 2", "free 1", "free_blocks", "blocks 2", "free 2", "free_blocks"]
    follow(3, 2, *script, "append 4", "append 5", "append 6", "free_blocks")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Look for the block before you begin the sequence.",
    zh="开始序列之前先找空闲块。",
)
def test_without_a_free_block_nothing_changes(follow):
    """An append that finds no free block raises MemoryError; a new sequence isn't begun, an old one stays as it is.

    找不到空闲块的 append 抛出 MemoryError；新序列不会开始，旧序列保持不变。
    """
    script = [*APPEND * 2, "append 2", "append 1", "blocks 2", "blocks 1", "append 3", "free_blocks", "free 3"]
    follow(2, 2, *script, "append 2", "append 2", "blocks 2", "free 2", "append 1", "blocks 1")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Take the new block first; lower the count of the shared one only then.",
    zh="先取新块，然后才减少共享块的计数。",
)
def test_a_copy_that_finds_no_block_changes_nothing(follow):
    """After a MemoryError in copy on write both sequences still share the block.

    写时复制抛出 MemoryError 之后，两个序列仍共享该块。
    """
    script = [*APPEND, "append 3", "fork 1 2", "append 2", "append 1", "blocks 1", "blocks 2"]
    follow(2, 2, *script, "free 3", "append 1", "append 2", "blocks 1", "blocks 2", "free_blocks")


def test_unknown_sequences_raise_key_error(follow):
    """An unknown sequence in fork, free and blocks raises KeyError, and so does one that was freed.

    fork、free、blocks 遇到未知的序列抛出 KeyError，已释放的也一样。
    """
    follow(3, 2, "blocks 1", "free 1", "fork 1 2", "blocks 2", *APPEND, "free 1", "blocks 1", "free 1", "append 1")


def test_a_child_that_exists_raises_key_error(follow):
    """A fork into an existing sequence, or into itself, raises KeyError and leaves all as it was.

    fork 到已存在的序列或自身时抛出 KeyError，一切保持原样。
    """
    follow(3, 2, *APPEND, "append 2", "fork 1 2", "fork 1 1", "blocks 2", "append 1", "append 2", "free_blocks")


def test_a_long_script_of_all_operations(follow):
    """Five hundred mixed operations on a small table agree with a ledger.

    在小表上混合执行五百次操作，结果与账本一致。
    """
    script, rng = [], np.random.default_rng(12)  # always the same script, so that it always catches the same
    for kind, a, b in zip(*(rng.integers(0, top, 500) for top in (10, 6, 6)), strict=True):
        script += [f"append {a}" if kind < 7 else f"fork {a} {b}" if kind < 9 else f"free {a}", f"blocks {a}"]
    follow(12, 2, *script, "free_blocks")
