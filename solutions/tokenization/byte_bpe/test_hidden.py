"""The hidden suite of byte_bpe. Ids are worked by hand, or come from `oracle`, which looks for the lowest index."""

from itertools import pairwise

import pytest

from grader.judge.suite import raises, same, unchanged

A, B, C = 97, 98, 99


def oracle(merges, text):
    """The ids by the words of the statement, with a search for the lowest index after each replacement."""
    index, ids = {pair: i for i, pair in reversed(list(enumerate(merges)))}, list(text.encode())
    while found := [index[p] for p in pairwise(ids) if p in index]:
        left, right = merges[min(found)]
        i = 0
        while i < len(ids) - 1:
            if ids[i : i + 2] == [left, right]:
                ids[i : i + 2] = [256 + min(found)]
            i += 1
    return ids


@pytest.mark.hint(
    en="Start from text.encode(), which gives UTF-8 bytes.",
    zh="从 text.encode() 出发，它给出 UTF-8 字节。",
)
def test_without_merges_the_ids_are_utf_8_bytes(submission):
    """Characters of one to four bytes have as many ids.

    一到四字节的字符有相应个数的 id。
    """
    same(submission.ByteBPE([]).encode("aé你😀"), [97, 195, 169, 228, 189, 160, 240, 159, 152, 128])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compare the indexes of the merges that apply, not their places in the text or their lengths.",
    zh="比较可用合并的编号，而不是它们在文本中的位置或长度。",
)
def test_the_lowest_merge_index_goes_first(submission):
    """With (b, c) before (a, b), abc is a, bc, although ab stands further left.

    (b, c) 在 (a, b) 之前时，abc 是 a、bc，尽管 ab 更靠左。
    """
    same(submission.ByteBPE([(B, C), (A, B)]).encode("abcab"), [A, 256, 257])


@pytest.mark.points(2)
def test_merges_build_on_merges(submission):
    """abc is made of ab and c, and abcabc of two abc.

    abc 由 ab 和 c 合成，abcabc 由两个 abc 合成。
    """
    same(submission.ByteBPE([(A, B), (256, C), (257, 257)]).encode("abcabcabc"), [258, 257])


@pytest.mark.hint(
    en="After a match go on behind it.",
    zh="匹配之后从它后面继续。",
)
def test_occurrences_are_replaced_from_left_to_right(submission):
    """With (a, a) first, seven a are aaaa, aa, a.

    (a, a) 排在最前时，七个 a 变成 aaaa、aa、a。
    """
    same(submission.ByteBPE([(A, A), (256, 256)]).encode("aaaaaaa"), [257, 256, A])


def test_merges_cross_spaces_and_characters(submission):
    """A merge may hold a space, or the last byte of one character and the first of the next.

    合并可以包含空格，也可以包含前一个字符的末字节和后一个字符的首字节。
    """
    bpe = submission.ByteBPE([(32, A), (A, 32), (160, 229)])
    same(bpe.encode("a a\na 你好"), [A, 256, 10, 257, 228, 189, 258, 165, 189])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Join the bytes of all ids first, then decode once.",
    zh="先把所有 id 的字节拼起来，再解码一次。",
)
def test_a_character_may_be_spread_over_ids(submission):
    """The bytes of 你 in two ids are decoded together, the list stays as it is, and no ids are an empty text.

    “你”的字节分在两个 id 里，要合在一起解码；传入的列表保持原样；没有 id 就是空文本。
    """
    decode = submission.ByteBPE([(228, 189), (160, 33), (256, 160)]).decode
    same(unchanged(decode, [256, 257, 258]), "你!你")
    same(decode([]), "")


def test_invalid_bytes_become_replacement_characters(submission):
    """Half a character, a lone continuation byte or an illegal byte is U+FFFD, as Python's "replace" gives it.

    半个字符、孤立的后续字节、非法字节都解码成 U+FFFD，与 Python 的 "replace" 一致。
    """
    ids = [228, 189, 65, 160, 66, 255, 254, 67, 240, 159, 152]
    same(submission.ByteBPE([]).decode(ids), bytes(ids).decode("utf-8", "replace"))


@pytest.mark.hint(
    en="A failed lookup raises IndexError or KeyError by itself.",
    zh="查表失败时，自己抛出的是 IndexError 或 KeyError。",
)
def test_an_id_that_is_too_large_raises_value_error(submission):
    """With two merges 257 is an id and 258 is none.

    有两个合并时，257 是 id，258 不是。
    """
    raises(ValueError, submission.ByteBPE([(A, B), (256, C)]).decode, [257, 258])


@pytest.mark.hint(
    en="A list accepts negative indexes.",
    zh="列表接受负下标。",
)
def test_a_negative_id_raises_value_error(submission):
    """-1 is no id.

    -1 不是 id。
    """
    raises(ValueError, submission.ByteBPE([(A, B)]).decode, [-1])


@pytest.mark.points(2)
def test_random_texts_agree_with_the_definition(submission, rng):
    """Random merges on a random text give the ids of the definition.

    随机合并、随机文本，得到的 id 与定义一致。
    """
    # The first five make sure that order, direction and merged ids matter in every draw. The fifth never applies.
    merges = [(A, A), (256, 256), (A, 195), (B, A), (259, 195)]
    while len(merges) < 20:
        pool = [A, B, 195, 169, *range(256, 256 + len(merges))]
        merges.append(tuple(int(i) for i in rng.choice(pool, 2)))
    text = "".join(rng.choice(list("aaabbé"), 600))
    same(submission.ByteBPE(merges).encode(text), oracle(merges, text))


def test_tokenizers_are_independent(submission):
    """A second tokenizer changes nothing for the first.

    新建另一个分词器，不影响先前的那个。
    """
    first = submission.ByteBPE([(A, B), (256, C)])
    submission.ByteBPE([(B, C)])
    same(first.decode([257, 0]), "abc\0")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Replace all occurrences of a pair in one pass. Don't search the whole text again after each one.",
    zh="一遍扫描就替换掉一对的所有出现，不要每替换一处就重新搜索整个文本。",
)
def test_20_000_characters_with_100_merges_are_encoded_in_time(submission, rng):
    """A text of 20,000 characters with 100 merges takes well under two seconds.

    20,000 个字符、100 个合并，远不到两秒就能完成。
    """
    words = [list(range(6 * i, 6 * i + 6)) for i in range(20)]  # bytes below 120, five merges a word
    merges = []
    for word in words:
        last = word[0]
        for byte in word[1:]:
            merges.append((last, byte))
            last = 255 + len(merges)
    order = [4 * int(i) for i in rng.integers(0, 3, 3333)]
    text = "".join(chr(byte) for i in order for byte in words[i]) + "xy"
    same(submission.ByteBPE(merges).encode(text), [260 + 5 * i for i in order] + [120, 121])
