"""The hidden suite of unigram_viterbi. Values are worked by hand, or come from `oracle`, which tries all cuts."""

from itertools import combinations

import pytest

from grader.judge.suite import close, unchanged


def oracle(text, log_probs, unk):
    """The best of all segmentations, each tried in full."""
    found = []
    for count in range(len(text)):
        for cuts in combinations(range(1, len(text)), count):
            ends = [*cuts, len(text)]
            pieces = [text[s:e] for s, e in zip([0, *cuts], ends, strict=True)]
            if all(piece in log_probs or len(piece) == 1 for piece in pieces):
                found.append((sum(log_probs.get(piece, unk) for piece in pieces), pieces))
    score, pieces = max(found)
    return pieces, score


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compare sums over whole segmentations. A piece that looks best now may leave an expensive rest.",
    zh="比较的是整个切分的总和。眼下最好的片段，可能留下代价很高的剩余部分。",
)
def test_the_greatest_sum_wins_and_not_the_longest_piece(submission):
    """For abcd, ab cd (-6) beats abc d (-9) and the greedy choices from either side, also beside a longer piece abcdef.

    abcd 的切分中，ab cd（-6）胜过 abc d（-9），也胜过从任何一侧贪心的结果；词表中有更长的 abcdef 时也一样。
    """
    log_probs = {"ab": -3.0, "cd": -3.0, "abc": -1.0, "d": -8.0, "a": -8.0, "bcd": -1.0}
    close(submission.segment("abcd", log_probs), (["ab", "cd"], -6.0))
    close(submission.segment("abcd", {"abcdef": -1.0} | log_probs), (["ab", "cd"], -6.0))


def test_fewer_pieces_are_not_better_by_themselves(submission):
    """Three cheap pieces beat one expensive piece; one cheap piece of 40 characters beats 40 of one.

    三个便宜的片段胜过一个昂贵的片段；一个 40 字符的便宜片段胜过 40 个单字符片段。
    """
    close(submission.segment("abc", {"a": -1.0, "b": -1.0, "c": -1.0, "abc": -4.0}), (["a", "b", "c"], -3.0))
    close(submission.segment("a" * 40, {"a": -1.0, "a" * 40: -30.0}), (["a" * 40], -30.0))


@pytest.mark.points(2)
def test_unknown_characters_are_pieces_of_their_own(submission):
    """Two unknown characters side by side are two pieces of -20 each.

    两个相邻的未知字符是两个片段，各 -20。
    """
    close(submission.segment("x你好x", {"x": -1.0}), (["x", "你", "好", "x"], -42.0))
    close(submission.segment("é", {}), (["é"], -20.0))


@pytest.mark.hint(
    en="unk_log_prob is for characters that are not in the vocabulary only.",
    zh="unk_log_prob 只用于不在词表中的字符。",
)
def test_a_known_character_keeps_its_own_log_probability(submission):
    """A rare character of -30 costs -30, although unknown ones cost -20.

    对数概率为 -30 的罕见字符得分就是 -30，尽管未知字符是 -20。
    """
    close(submission.segment("aa", {"a": -30.0}), (["a", "a"], -60.0))


def test_the_price_of_unknown_characters_can_be_set(submission):
    """With -3 for unknown characters two of them beat a piece of -7, with -4 they don't.

    未知字符为 -3 时，两个未知字符胜过 -7 的片段；为 -4 时则不然。
    """
    close(submission.segment("ab", {"ab": -7.0}, -3.0), (["a", "b"], -6.0))
    close(submission.segment("ab", {"ab": -7.0}, unk_log_prob=-4.0), (["ab"], -7.0))


def test_unknown_characters_compete_with_known_pieces(submission):
    """Two unknown characters (-40) beat a piece of -50.

    两个未知字符（-40）胜过 -50 的片段。
    """
    close(submission.segment("ab", {"ab": -50.0}), (["a", "b"], -40.0))


def test_a_long_string_outside_the_vocabulary_is_no_piece(submission):
    """Three unknown characters cost three times the price, not once.

    三个未知字符的代价是三倍，不能合成一个片段只算一次。
    """
    close(submission.segment("xyz", {"a": -1.0, "abc": -1.0}), (["x", "y", "z"], -60.0))


def test_an_empty_text_has_no_pieces(submission):
    """An empty text gives an empty list and 0, also with an empty vocabulary.

    空文本返回空列表和 0，词表为空时也一样。
    """
    close(submission.segment("", {"a": -1.0}), ([], 0.0))
    close(submission.segment("", {}), ([], 0.0))


@pytest.mark.points(2)
def test_random_texts_agree_with_trying_everything(submission, rng):
    """With random vocabularies the result is the best of all segmentations, and the dict stays as it is.

    对随机的词表，结果就是所有切分中最好的；字典保持原样。
    """
    # No piece crosses the border of two parts, so the best segmentation joins those of the parts. Many parts, so that
    # every mistake shows in every draw; no character twice, so that no two segmentations have the same pieces.
    for count, unk in ((1, -5.0), (60, -1.0), (60, -20.0), (60, -5.0)):
        parts = ["".join(chr(ord("一") + 7 * i + j) for j in range(7)) for i in range(count)]
        pieces = [part[s : s + size] for part in parts for s in range(7) for size in range(1, 5)]
        log_probs = {piece: -float(rng.uniform(1, 9)) for piece in pieces if rng.random() < 0.6}
        best = [oracle(part, log_probs, unk) for part in parts]
        due = [piece for part, _ in best for piece in part], sum(score for _, score in best)
        close(unchanged(submission.segment, "".join(parts), log_probs, unk), due)


@pytest.mark.hint(
    en="exp(-1000) is 0.0. Add log-probabilities, don't multiply probabilities.",
    zh="exp(-1000) 等于 0.0。请把对数概率相加，不要把概率相乘。",
)
def test_a_very_low_sum_is_exact(submission):
    """Two hundred pieces of -1000 sum to -200,000.

    两百个 -1000 的片段，总和是 -200,000。
    """
    close(submission.segment("ab" * 100, {"a": -1000.0, "b": -1000.0}), (["a", "b"] * 100, -200_000.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Fill a table in a loop over positions. Recursion is too deep or far too slow.",
    zh="用循环按位置填表。递归不是太深就是太慢。",
)
def test_2000_characters_are_segmented_in_time(submission, rng):
    """A text of 2,000 characters with pieces of up to 20 takes well under the limit of 4 seconds.

    2,000 个字符、片段最长 20 个字符，远不到 4 秒的时限。
    """
    words = ["".join(rng.choice(list("klmnopqrst"), 20)) for _ in range(5)]
    log_probs = dict.fromkeys("klmnopqrst", -10.0) | dict.fromkeys(words, -9.0)
    log_probs |= {word[:size]: -11.0 for word in words for size in range(2, 20)}
    text = [words[int(i)] for i in rng.integers(0, 5, 100)]
    close(submission.segment("".join(text), log_probs), (text, -900.0))
