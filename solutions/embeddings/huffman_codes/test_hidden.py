"""The hidden suite of huffman_codes.

Any code of least length is accepted: `checked` looks at keys, characters, prefixes and the total length, whose least
value is the sum of the counts of all merges.
"""

import heapq
import itertools

import pytest

from grader.judge.suite import raises, require, same, unchanged


def least_bits(counts):
    """The number of bits of an optimal code for two symbols and more."""
    heap, bits = sorted(counts.values()), 0
    while len(heap) > 1:
        merged = heapq.heappop(heap) + heapq.heappop(heap)
        heapq.heappush(heap, merged)
        bits += merged
    return bits


def well_formed(codes, counts):
    same(sorted(codes) if isinstance(codes, dict) and all(isinstance(s, str) for s in codes) else codes, sorted(counts))
    binary = all(isinstance(code, str) and set(code) <= {"0", "1"} for code in codes.values())
    require(binary, 'each code is a string of "0" and "1"', '每个编码都是由 "0" 和 "1" 组成的字符串', codes)


def prefix_free(codes):
    """In sorting order a prefix stands right before a code that it begins."""
    ordered = sorted(codes.values())
    free = not any(b.startswith(a) for a, b in itertools.pairwise(ordered))
    require(free, "one code is the beginning of another", "有一个编码是另一个编码的开头", codes)


def checked(codes, counts):
    well_formed(codes, counts)
    prefix_free(codes)
    bits, least = sum(n * len(codes[s]) for s, n in counts.items()), least_bits(counts)
    require(bits == least, f"it takes {bits} bits; {least} are enough", f"用了 {bits} 比特，{least} 比特就够了", codes)


@pytest.mark.points(2)
def test_frequent_symbols_get_short_codes(submission):
    """Counts of 8, 4, 2 and 1 give codes of 1, 2, 3 and 3 bits.

    次数为 8、4、2、1，编码长度就是 1、2、3、3。
    """
    counts = {"d": 1, "b": 4, "a": 8, "c": 2}
    checked(submission.huffman_codes(counts), counts)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A merged tree goes back among the others by the sum of its counts.",
    zh="合并后的树要按次数之和放回其他树之中。",
)
def test_merged_groups_compete_with_single_symbols(submission):
    """Counts of 4, 4, 5 and 7 are best with two bits each.

    次数为 4、4、5、7 时，每个符号用两比特最好。
    """
    counts = {"w": 4, "x": 4, "y": 5, "z": 7}
    checked(submission.huffman_codes(counts), counts)


@pytest.mark.points(2)
def test_no_code_is_the_beginning_of_another(submission, rng):
    """On random counts the code can be read in only one way.

    对随机的次数，编码都是无前缀的。
    """
    counts = {f"w{i}": int(n) for i, n in enumerate(rng.integers(1, 1000, 60))}
    codes = submission.huffman_codes(counts)
    well_formed(codes, counts)
    prefix_free(codes)


@pytest.mark.points(2)
def test_the_code_is_the_shortest(submission, rng):
    """On random counts, with many or few symbols, no prefix-free code takes fewer bits.

    对随机的次数，不论符号多少，都没有更短的无前缀编码。
    """
    for size in (2, 3, 7, 60):
        counts = {f"w{i}": int(n) for i, n in enumerate(rng.integers(1, 200, size) ** 2)}
        checked(submission.huffman_codes(counts), counts)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Where counts are equal the heap compares the next field, and a symbol can't be compared with a tree.",
    zh="次数相等时，堆会比较下一个字段，而符号和树不能比较大小。",
)
def test_many_symbols_may_have_the_same_count(submission):
    """Equal counts, and sums equal to counts, make no trouble.

    次数相等，或者和与某个次数相等，都没有问题。
    """
    for numbers in ([1] * 7, [1, 1, 2, 2, 3, 4, 4, 8]):
        counts = {f"w{i}": n for i, n in enumerate(numbers)}
        checked(submission.huffman_codes(counts), counts)


@pytest.mark.hint(
    en="Keep symbols and trees apart by their type, not by their length or truth value, and don't join symbols: "
    "“0” and “1” joined look like the symbol “01”.",
    zh="区分符号和树要看类型，不要看长度或真假值；也不要拼接符号：“0” 和 “1” 拼起来就像符号 “01”。",
)
def test_a_symbol_may_be_any_string(submission):
    """Words, Chinese words, digits and the empty string are symbols like others.

    单词、中文词、数字和空串都是普通的符号。
    """
    counts = {"": 5, "ab": 3, "词向量": 3, "01": 2, "0": 1, "1": 1}
    checked(submission.huffman_codes(counts), counts)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A tree of one leaf has no branch: the walk gives the empty code.",
    zh="只有一个叶子的树没有分支，遍历得到的是空串。",
)
def test_a_single_symbol_gets_0(submission):
    """One symbol gets "0", whatever its count.

    只有一个符号时编码是 "0"，不论次数多少。
    """
    same(submission.huffman_codes({"word": 7}), {"word": "0"})


def test_no_symbol_raises_value_error(submission):
    """An empty dict raises ValueError.

    空字典抛出 ValueError。
    """
    raises(ValueError, submission.huffman_codes, {})


def test_the_counts_are_not_modified(submission):
    """The counts are the same after the call.

    调用之后 counts 保持原样。
    """
    counts = {"a": 3, "b": 2, "c": 1}
    checked(unchanged(submission.huffman_codes, counts), counts)
