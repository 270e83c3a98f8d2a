"""The hidden suite of wordpiece. The pieces are worked by hand."""

import pytest

from grader.judge.suite import same, unchanged

VOCAB = {"a", "ab", "abc", "bc", "c", "##b", "##c", "##bc", "##d", "un", "##aff", "##able"}


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Only the first piece is looked up without ##.",
    zh="只有第一个片段查表时不带 ##。",
)
def test_later_pieces_begin_with_the_prefix(submission):
    """un, ##aff, ##able: in the vocabulary and in the result the later pieces have ##.

    un、##aff、##able：词表里和结果里，后面的片段都带 ##。
    """
    same(submission.wordpiece("unaffable", VOCAB), ["un", "##aff", "##able"])
    same(submission.wordpiece("ac", {"a", "c", "##c"}), ["a", "##c"])


def test_a_later_piece_must_have_the_prefix_in_the_vocabulary(submission):
    """able is no piece after un if the vocabulary has able but not ##able.

    词表里有 able 但没有 ##able 时，un 后面不能接 able。
    """
    same(submission.wordpiece("unable", {"un", "able"}), ["[UNK]"])


def test_the_first_piece_has_no_prefix(submission):
    """A word can't begin with a piece that is in the vocabulary with ## only.

    只以 ## 形式出现在词表里的片段，不能放在单词开头。
    """
    same(submission.wordpiece("dc", VOCAB), ["[UNK]"])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Try the end of the word first, then shorter pieces.",
    zh="先试到单词末尾，再逐步缩短。",
)
def test_the_longest_piece_is_taken(submission):
    """abcbc is abc, ##bc, although a, ##b, ##c would do as well.

    abcbc 切成 abc、##bc，虽然 a、##b、##c 也能拼出来。
    """
    same(submission.wordpiece("abcbc", VOCAB), ["abc", "##bc"])


@pytest.mark.hint(
    en="Longest from the left, not longest in the whole word.",
    zh="是从左边起最长，不是整个单词里最长。",
)
def test_the_match_goes_from_the_left(submission):
    """abcd is ab, ##c, ##d, although the vocabulary has ##bcd, too.

    abcd 切成 ab、##c、##d，虽然词表里也有 ##bcd。
    """
    same(submission.wordpiece("abcd", {"a", "ab", "##bcd", "##c", "##d"}), ["ab", "##c", "##d"])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Return [unk] at once and drop the pieces found so far.",
    zh="立即返回 [unk]，已经找到的片段全部丢弃。",
)
def test_a_gap_makes_the_whole_word_unknown(submission):
    """Where nothing matches the result is the one unknown token, wherever the gap is; case and spaces count.

    只要某处没有匹配，结果就只有一个未知 token，无论在开头、中间还是末尾；大小写和空格也要匹配。
    """
    for word in ("?ab", "ab?c", "ab?", "aB", " ab"):
        same(submission.wordpiece(word, VOCAB), ["[UNK]"])
    same(submission.wordpiece("a", set()), ["[UNK]"])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Never return to a shorter piece.",
    zh="绝不退回到更短的片段。",
)
def test_there_is_no_backtracking(submission):
    """With una, un and ##able the word unable is unknown: the longest first piece leads nowhere.

    词表为 una、un、##able 时，unable 是未知词：最长的第一个片段走不下去。
    """
    same(submission.wordpiece("unable", {"una", "un", "##able"}), ["[UNK]"])


@pytest.mark.points(2)
def test_a_word_of_too_many_characters_is_unknown(submission):
    """100 characters are fine, 101 are not, even if the word is in the vocabulary.

    100 个字符可以，101 个不行，即使词表里有这个单词。
    """
    vocab = {"é" * 100, "é" * 101}
    same(submission.wordpiece("é" * 100, vocab), ["é" * 100])
    same(submission.wordpiece("é" * 101, vocab), ["[UNK]"])


def test_the_limit_can_be_set(submission):
    """max_chars may be smaller or greater than 100.

    max_chars 可以小于 100，也可以大于 100。
    """
    same(submission.wordpiece("abc", VOCAB, max_chars=2), ["[UNK]"])
    same(submission.wordpiece("a" + "b" * 119, VOCAB, "?", 120), ["ab"] + ["##b"] * 118)


def test_the_unknown_token_can_be_set(submission):
    """Another unknown token is used for gaps and for long words.

    指定别的未知 token 时，没有匹配和单词过长都用它。
    """
    same(submission.wordpiece("x", VOCAB, "<unk>"), ["<unk>"])
    same(submission.wordpiece("a" * 101, VOCAB, unk="<unk>"), ["<unk>"])


def test_an_empty_word_has_no_pieces(submission):
    """An empty word gives an empty list, and the vocabulary stays as it is.

    空单词返回空列表；词表保持原样。
    """
    same(submission.wordpiece("", VOCAB), [])
    same(unchanged(submission.wordpiece, "abd", VOCAB), ["ab", "##d"])
