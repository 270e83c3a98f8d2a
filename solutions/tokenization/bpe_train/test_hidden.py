"""The hidden suite of bpe_train. Merges are worked by hand, or come from `oracle`, which replaces in marked text."""

from collections import Counter
from itertools import pairwise

import pytest

from grader.judge.suite import same, unchanged

STATEMENT = {"low": 5, "lower": 2, "newest": 6, "widest": 3}


def oracle(counts, num_merges):
    """The merges, with every token between angle brackets, so that `str.replace` can't cut one."""
    texts, merges = {"".join(f"<{c}>" for c in word): n for word, n in counts.items()}, []
    while len(merges) < num_merges:
        pairs = Counter()
        for text, n in texts.items():
            tokens = text[1:-1].split("><")
            for pair in pairwise(tokens):
                pairs[pair] += n
        a, b = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[0]
        texts = {text.replace(f"<{a}><{b}>", f"<{a}{b}>"): n for text, n in texts.items()}
        merges.append((a, b))
    return merges


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Count anew after every merge: the merge makes new pairs and takes old ones away.",
    zh="每次合并后都要重新统计：合并会产生新的相邻对，也会让旧的消失。",
)
def test_each_step_merges_the_most_frequent_pair_of_that_moment(submission):
    """After est and low the next merges of the statement's words are (e, w), (ew, est) and (n, ewest).

    题面的例子中，得到 est 和 low 之后，接着合并 (e, w)、(ew, est)、(n, ewest)。
    """
    merges = [("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w"), ("e", "w"), ("ew", "est"), ("n", "ewest")]
    same(submission.train_bpe(STATEMENT, 7), merges)


@pytest.mark.points(2)
def test_a_pair_counts_as_often_as_its_word(submission):
    """A pair of one frequent word beats a pair of two rare words; a capital letter is a letter of its own.

    一个高频单词里的相邻对，胜过两个低频单词里的相邻对；大写字母与小写字母不同。
    """
    same(submission.train_bpe({"ab": 1, "abc": 1, "xy": 1, "Xy": 3}, 1), [("X", "y")])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Use min() with the key (-count, pair).",
    zh="用 min()，key 为 (-次数, 相邻对)。",
)
def test_a_tie_goes_to_the_smaller_tuple(submission):
    """Of equally frequent pairs the smallest as a tuple is merged: (b, a) before (b, c) and (c, a).

    次数相同时合并作为 tuple 最小的一对：(b, a) 先于 (b, c) 和 (c, a)。
    """
    same(submission.train_bpe({"ca": 2, "bc": 2, "ba": 2}, 3), [("b", "a"), ("b", "c"), ("c", "a")])


@pytest.mark.hint(
    en="Compare tuples and not the joined text: (a, bc) is smaller than (ab, b), though abb is smaller than abc.",
    zh="要比较 tuple，而不是拼接后的文本：(a, bc) 小于 (ab, b)，尽管 abb 小于 abc。",
)
def test_a_tie_compares_tuples_and_not_joined_text(submission):
    """(a, bc) and (ab, b) have 2 each, and (a, bc) is merged first.

    (a, bc) 和 (ab, b) 各有 2 次，先合并 (a, bc)。
    """
    counts = {"bc": 5, "abc": 2, "ab": 2, "abb": 2}
    same(submission.train_bpe(counts, 4), [("b", "c"), ("a", "b"), ("a", "bc"), ("ab", "b")])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="str.count and a scan that jumps over a match miss overlapping pairs.",
    zh="str.count 或者匹配后跳过的扫描，都会漏掉重叠的相邻对。",
)
def test_overlapping_pairs_count(submission):
    """aaa holds (a, a) twice: with two aaa it beats a pair with a count of 3.

    aaa 里有两个 (a, a)：aaa 出现两次，就胜过次数为 3 的一对。
    """
    same(submission.train_bpe({"aaa": 2, "xy": 3}, 1), [("a", "a")])


@pytest.mark.hint(
    en="After a match go on behind it: a token that was merged can't take part again.",
    zh="匹配之后要从它后面继续：已经合并的 token 不能再参与一次。",
)
def test_a_merge_goes_from_left_to_right_without_overlap(submission):
    """Five a become aa, aa, a; the last a is left alone.

    五个 a 变成 aa、aa、a，剩下最后一个 a。
    """
    same(submission.apply_bpe("aaaaa", [("a", "a")]), ["aa", "aa", "a"])
    same(submission.train_bpe({"aaaaa": 1}, 3), [("a", "a"), ("aa", "a"), ("aa", "aaa")])


@pytest.mark.points(2)
@pytest.mark.hint(
    en='A text replacement finds "a b" in "ca b". Compare whole tokens.',
    zh='文本替换会在 "ca b" 里找到 "a b"。请比较完整的 token。',
)
def test_a_merge_concerns_whole_tokens(submission):
    """The tokens ca and b are not the pair (a, b), nor are a and bd.

    token ca 和 b 不是 (a, b) 这一对，a 和 bd 也不是。
    """
    merges = [("c", "a"), ("b", "d"), ("a", "b")]
    same(submission.train_bpe({"ca": 9, "bd": 8, "ab": 5, "cab": 1, "abd": 1}, 3), merges)
    same(submission.apply_bpe("cab", merges), ["ca", "b"])
    same(submission.apply_bpe("abdab", merges), ["a", "bd", "ab"])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Go through the merges in their order, one at a time. The longest known token is not always right.",
    zh="按顺序一个一个地应用合并。最长的已知 token 不一定对。",
)
def test_merges_apply_in_their_order(submission):
    """With (b, c) before (a, b), abc is a, bc; other characters stay alone, and every occurrence is merged.

    (b, c) 在 (a, b) 之前时，abc 切成 a、bc；其他字符各自单独；每一处都要合并。
    """
    tokens = ["a", "bc", "É", ",", " ", "A", "bc", "ab", " "]
    same(submission.apply_bpe("abcÉ, Abcab ", [("b", "c"), ("a", "b")]), tokens)


def test_training_stops_when_no_pair_is_left(submission):
    """The list is shorter where everything is merged, empty for no merges or words, and counts of 1 still merge.

    全部合并完时列表会更短；合并数为 0 或没有单词时为空；只出现 1 次的也照样合并。
    """
    same(submission.train_bpe({"abc": 1, "d": 4}, 10), [("a", "b"), ("ab", "c")])
    same(submission.train_bpe({"ab": 1}, 0), [])
    same(submission.train_bpe({}, 3), [])


def test_short_words_have_at_most_one_token(submission):
    """An empty word has no tokens, a word of one character has one, and no merges leave the characters.

    空单词没有 token，单字符单词有一个；没有合并时就是各个字符。
    """
    for word, merges, tokens in [("", [("a", "b")], []), ("a", [("a", "b")], ["a"]), ("ab", [], ["a", "b"])]:
        same(submission.apply_bpe(word, merges), tokens)


@pytest.mark.points(2)
def test_random_words_agree_with_a_plain_loop(submission, rng):
    """Sixty merges of random words over three letters are those of the definition, and the counts stay as they are.

    三个字母的随机单词，六十次合并都与定义一致，传入的字典保持原样。
    """
    counts = {"".join(rng.choice(list("aaabbc"), rng.integers(4, 12))): int(rng.integers(1, 6)) for _ in range(80)}
    merges = oracle(counts, 60)
    same(unchanged(submission.train_bpe, counts, 60), merges)
    text = "".join(rng.choice(list("aaabbc"), 300))  # long enough that every mistake shows in every draw
    same(unchanged(submission.apply_bpe, text, merges[:20]), replayed(text, merges[:20]))


def replayed(word, merges):
    text = "".join(f"<{c}>" for c in word)
    for a, b in merges:
        text = text.replace(f"<{a}><{b}>", f"<{a}{b}>")
    return text[1:-1].split("><")
