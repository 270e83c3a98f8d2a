"""The visible examples: run them with ``pytest`` beside your own file.

``support.py`` plays whole scripts, if you want to try more.
"""

from paged_kv_cache import BlockTable


def test_blocks_fill_up_one_after_another():
    """Three tokens take two blocks of size 2.

    三个 token 占用两个大小为 2 的块。
    """
    table = BlockTable(3, 2)
    places = [tuple(table.append(7)) for _ in range(3)]
    a, b = table.blocks(7)
    assert places == [(a, 0), (a, 1), (b, 0)]
    assert a != b
    assert table.free_blocks == 1


def test_a_fork_shares_blocks_until_it_writes():
    """An append to the fork copies the shared block, and only that one.

    向 fork 追加时复制被共享的那一块，且只复制那一块。
    """
    table = BlockTable(3, 2)
    for _ in range(3):
        table.append(7)
    a, b = table.blocks(7)
    table.fork(7, 8)
    block, offset = table.append(8)
    assert list(table.blocks(8)) == [a, block]
    assert block not in (a, b)
    assert offset == 1


def test_the_blocks_of_a_freed_sequence_return():
    """After free all blocks are free again.

    释放之后，所有块又都空闲了。
    """
    table = BlockTable(2, 2)
    table.append(1)
    table.free(1)
    assert table.free_blocks == 2
