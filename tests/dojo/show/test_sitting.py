"""Every kind of question answered by keys, and every key that works besides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from dojo.marking.answer import BooleanAnswer, MatchAnswer, MultiAnswer, NumberAnswer, OpenAnswer, OrderAnswer
from dojo.progress import Progress
from dojo.show.text.wrap import width

Sit = Callable[..., Any]
ALL = ["s-choice", "s-multi", "s-boolean", "s-number", "s-text", "s-order", "s-match", "s-open", "s-long"]


def test_a_letter_chooses_and_enter_answers(sit: Sit) -> None:
    sat = sit(["s-choice"], ["b", "ENTER"])
    assert sat.session.results[0].answer.place == 1


def test_a_number_chooses_as_well_as_a_letter(sit: Sit) -> None:
    assert sit(["s-choice"], ["3", "ENTER"]).session.results[0].answer.place == 2


def test_arrows_and_space_choose_too(sit: Sit) -> None:
    assert sit(["s-choice"], ["DOWN", "DOWN", " ", "ENTER"]).session.results[0].answer.place == 1


def test_enter_alone_answers_nothing_and_says_what_is_missing(sit: Sit) -> None:
    sat = sit(["s-choice"], ["ENTER"])
    assert sat.session.results == []
    assert "Choose an option first" in sat.last


def test_of_several_each_letter_ticks_and_unticks(sit: Sit) -> None:
    sat = sit(["s-multi"], ["a", "b", "d", "b", "ENTER"])
    assert sat.session.results[0].answer == MultiAnswer((0, 3))


@pytest.mark.parametrize(("key", "value"), [("t", True), ("f", False), ("y", True), ("n", False), ("对", True)])
def test_true_and_false_have_their_letters(sit: Sit, key: str, value: bool) -> None:
    assert sit(["s-boolean"], [key, "ENTER"]).session.results[0].answer == BooleanAnswer(value)


def test_the_last_item_of_an_order_falls_into_place(sit: Sit) -> None:
    sat = sit(["s-order"], ["c", "a", "b", "ENTER"])
    assert sat.session.results[0].answer == OrderAnswer((2, 0, 1, 3))


def test_typing_every_letter_of_an_order_works_too(sit: Sit) -> None:
    sat = sit(["s-order"], ["c", "a", "b", "d", "ENTER"])
    assert sat.session.results[0].answer == OrderAnswer((2, 0, 1, 3))


def test_the_item_that_is_left_over_is_shown_in_brackets(sit: Sit) -> None:
    assert "c → a → b → (d)" in sit(["s-order"], ["c", "a", "b"]).last


def test_an_order_is_taken_back_step_by_step(sit: Sit) -> None:
    sat = sit(["s-order"], ["c", "a", "BACK", "d", "c", "c", "a", "ENTER"])
    assert sat.session.results[0].answer == OrderAnswer((3, 2, 0, 1))


def test_numbers_go_to_the_left_sides_one_after_another(sit: Sit) -> None:
    assert sit(["s-match"], ["4", "1", "2", "ENTER"]).session.results[0].answer == MatchAnswer((3, 0, 1))


def test_a_right_side_given_anew_leaves_the_left_side_that_had_it(sit: Sit) -> None:
    sat = sit(["s-match"], ["4", "1", "c", "4", "2", "ENTER"])
    assert sat.session.results[0].answer == MatchAnswer((1, 0, 3))


def test_a_number_used_twice_says_whose_it_was(sit: Sit) -> None:
    assert "4 was the number of a; a has none now." in sit(["s-match"], ["4", "1", "c", "4"]).last
    assert "4 was" not in sit(["s-match"], ["4", "1", "c", "4", "2"]).last


@pytest.mark.parametrize(("lang", "said"), [("en", "of 3 are matched correctly"), ("zh", "项中配对正确")])
def test_a_wrong_pair_shows_both_texts_the_learners_own_choice_and_where_that_belongs(
    sit: Sit, lang: str, said: str
) -> None:
    sat = sit(["s-match"], ["4", "1", "2", "ENTER"], lang=lang, rows=40)
    assert said in sat.last
    asked = sat.session.results[0].asked
    for left, text in enumerate(asked.left):
        right = asked.shown[asked.order.index(left)]
        assert f"{text.of(sat.session.lang)} → {right.of(sat.session.lang)}" in sat.last
    if lang == "en":
        assert "you chose" in sat.last
        assert "it goes with" in sat.last


@pytest.mark.parametrize(
    ("question", "keys", "said"),
    [("s-multi", ["a", "ENTER"], "Unless all are right"), ("s-order", ["b", "a", "c", "ENTER"], "in the right order"),
     ("s-open", ["too many parameters", "SEND", "ENTER"], "Points made: 1 of 3; false claims: 0.")],
)  # fmt: skip
def test_a_fraction_of_a_point_is_explained_where_it_stands(
    sit: Sit, question: str, keys: list[str], said: str
) -> None:
    assert said in sit([question], keys, rows=40).last


def test_a_number_is_written_and_letters_are_text(sit: Sit) -> None:
    sat = sit(["s-number"], ["3", "0", "q", "BACK", "ENTER"])
    assert sat.session.results[0].answer == NumberAnswer("30")


@pytest.mark.parametrize(("lang", "said"), [("en", "Give a number (exact)."), ("zh", "请填数值（须精确）。")])
def test_a_number_is_asked_for_with_how_exact_it_has_to_be(sit: Sit, lang: str, said: str) -> None:
    assert said in sit(["s-number"], ["3"], lang=lang).last


def test_what_is_no_number_is_asked_again(sit: Sit) -> None:
    sat = sit(["s-number"], ["many", "ENTER"])
    assert sat.session.results == []
    assert "Expected" in sat.last


def test_a_trap_answers_with_its_misconception(sit: Sit) -> None:
    sat = sit(["s-number"], [], lang="en")
    count = sat.session.current.variables["n"]
    sat = sit(["s-number"], [str(count + 10), "ENTER"])
    assert "Sizes multiply." in sat.last


def test_an_open_answer_has_lines_and_its_points_are_proposed(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-open"], ["the capacity", "ENTER", "学到噪声", "SEND"])
    assert "■ 1" in sat.last
    assert "■ 2" in sat.last
    assert "□ 3" in sat.last
    (kept,) = progress.answers()
    assert kept.answer["given"]["words"] == "the capacity\n学到噪声"


def test_confirmed_points_replace_the_proposed_ones_and_the_follow_up_is_asked(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-open"], ["noise", "SEND", "3", "2", "ENTER", "ENTER", "ENTER", "ENTER", "ENTER"])
    assert sat.session.results[0].answer == OpenAnswer("noise", (2,))
    assert any("How would you notice it?" in page and "validation loss" not in page for page in sat.pages)
    assert any("validation loss rises" in page for page in sat.pages)
    assert len(progress.answers()) == 1


@pytest.mark.parametrize("leave", ["q", "CTRL-C"])
def test_points_that_were_not_confirmed_are_asked_again_when_the_quiz_goes_on(
    sit: Sit, go_on: Sit, progress: Progress, leave: str
) -> None:
    sit(["s-open", "s-choice"], ["noise", "SEND", leave])
    sat = go_on([])
    assert "Which of these points did you make?" in sat.last
    assert "noise" in sat.last
    sat = go_on(["3", "2", "ENTER", "ENTER", "ENTER", "ENTER"])
    assert "Which of these points" not in sat.last
    (kept,) = progress.answers()
    assert kept.answer["given"]["points"] == [2]
    assert "Which of these points" not in go_on([]).last


def test_points_confirmed_as_proposed_are_not_asked_again(sit: Sit, go_on: Sit, progress: Progress) -> None:
    sit(["s-open", "s-choice"], ["noise", "SEND", "ENTER", "q"])
    assert "Which of these points" not in go_on([]).last
    assert len(progress.answers()) == 1


def test_an_unconfirmed_answer_can_be_taken_back_when_the_quiz_goes_on(
    sit: Sit, go_on: Sit, progress: Progress
) -> None:
    sit(["s-open", "s-choice"], ["noise", "SEND", "q"])
    sat = go_on(["u"])
    assert "▸ noise" in sat.last
    assert progress.answers() == []


def test_a_claim_that_was_made_is_said_to_be_wrong(sit: Sit) -> None:
    sat = sit(["s-open"], ["noise; and train longer", "SEND", "ENTER"])
    assert "Longer training overfits more." in sat.last


def test_feedback_names_the_reason_for_the_option_chosen(sit: Sit) -> None:
    pages = [sit(["s-choice"], [key, "ENTER"]).last for key in "abc"]
    assert sum("Squares only shrink weights." in page for page in pages) == 1
    assert sum("Nothing pulls the weights then." in page for page in pages) == 1
    assert all("The derivative of the absolute value" in page and "A book of samples" in page for page in pages)


def test_the_language_changes_in_the_middle_of_a_question_and_the_answer_stays(sit: Sit) -> None:
    sat = sit(["s-choice"], ["b", "l"])
    assert "哪种惩罚" in sat.last
    assert "▸ ● b" in sat.last
    assert "哪种惩罚" not in sat.pages[0]


def test_alt_gives_a_command_in_the_middle_of_writing(sit: Sit) -> None:
    sat = sit(["s-text"], ["enc", "alt-l"])
    assert "哪种架构" in sat.last
    assert "▸ enc" in sat.last


def test_escape_makes_letters_commands_and_back(sit: Sit) -> None:
    sat = sit(["s-text"], ["e", "ESC", "l", "ESC", "l"])
    assert "▸ el" in sat.last
    assert "哪种架构" in sat.last


def test_a_hint_is_shown_on_request_and_kept_with_the_answer(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-choice"], ["h", "a", "ENTER"])
    assert "Hint" not in sat.pages[0]
    assert "Hint  Think of the corner" in sat.pages[1]
    assert progress.answers()[0].answer["hint"] is True


def test_a_question_without_a_hint_says_so(sit: Sit) -> None:
    assert "no hint" in sit(["s-multi"], ["h"]).last


@pytest.mark.parametrize(("key", "kept"), [("+", 3), ("-", 1), ("", None)])
def test_confidence_is_optional_and_kept(sit: Sit, progress: Progress, key: str, kept: int | None) -> None:
    sit(["s-choice"], [*([key] if key else []), "a", "ENTER"])
    assert progress.answers()[0].confidence == kept


def test_skip_shows_the_answer_and_moves_on(sit: Sit) -> None:
    sat = sit(["s-boolean", "s-text"], ["s", "ENTER"])
    assert "Skipped" in sat.pages[1]
    assert "False" in sat.pages[1]
    assert "2/2" in sat.last


def test_undo_brings_the_question_back_with_the_answer_in_place(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-choice"], ["b", "ENTER", "u"])
    assert "▸ ● b" in sat.last
    assert "Taken back" in sat.last
    assert progress.answers() == []


def test_undo_works_from_the_next_question_and_from_the_last_page(sit: Sit) -> None:
    assert "1/2" in sit(["s-boolean", "s-choice"], ["t", "ENTER", "ENTER", "u"]).last
    sat = sit(["s-boolean"], ["t", "ENTER", "ENTER", "u"])
    assert "The quiz is over" in sat.pages[-2]
    assert "1/1" in sat.last


def test_a_skip_by_a_slip_of_the_finger_loses_nothing_written(sit: Sit) -> None:
    sat = sit(["s-open"], ["a long answer", "alt-s", "u"])
    assert "▸ a long answer" in sat.last


def test_undo_with_nothing_done_says_so(sit: Sit) -> None:
    assert "nothing to take back" in sit(["s-choice"], ["u"]).last


def test_a_flag_has_a_note_and_can_be_taken_away(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-choice"], ["m", "why c?", "ENTER"])
    assert "⚑" in sat.last
    assert [(flag.question, flag.note) for flag in progress.flags()] == [("s-choice", "why c?")]
    sat = sit(["s-choice"], ["m"])
    assert "⚑" not in sat.last
    assert progress.flags() == []


def test_a_flag_can_be_thought_better_of(sit: Sit, progress: Progress) -> None:
    sit(["s-choice"], ["m", "x", "ESC"])
    assert progress.flags() == []


@pytest.mark.parametrize(
    ("answer", "lang", "told"),
    [("b", "en", "Squares only shrink"), ("c", "zh", "平方惩罚只会"), ("s", "en", "Nothing pulls")],
)
def test_a_key_gives_the_reasons_of_all_options_and_takes_them_away(
    sit: Sit, answer: str, lang: str, told: str
) -> None:
    given = [answer] if answer == "s" else [answer, "ENTER"]
    before, after, again = (sit(["s-choice"], [*given, *keys], lang=lang).last for keys in ([], ["w"], ["w", "w"]))
    whys = [told, "Nothing pulls", "Squares only"] if lang == "en" else [told, "没有任何力量"]
    assert not all(why in before for why in whys)
    assert all(why in after for why in whys)
    assert again == before


def test_where_all_reasons_are_told_no_key_promises_more(sit: Sit) -> None:
    assert "every option's why" not in sit(["s-multi"], ["a", "b", "c", "d", "ENTER"]).last
    assert "every option's why" in sit(["s-multi"], ["s"]).last
    assert "All reasons are shown already." in sit(["s-multi"], ["a", "b", "c", "d", "ENTER", "w"]).last


@pytest.mark.parametrize(
    ("question", "keys", "lang", "said"),
    [
        ("s-choice", ["w"], "en", "Answer first; then w shows why each option is right or wrong."),
        ("s-choice", ["w"], "zh", "先作答，再按 w 看各选项的理由。"),
        ("s-multi", ["a", "w"], "en", "Answer first; then w shows why each option is right or wrong."),
        ("s-boolean", ["w"], "en", "There are no reasons for each option here."),
        ("s-boolean", ["t", "ENTER", "w"], "zh", "本题没有各选项的理由。"),
        ("s-match", ["w"], "en", "There are no reasons for each option here."),
        ("s-match", ["4", "1", "2", "ENTER", "w"], "en", "There are no reasons for each option here."),
        ("s-order", ["c", "a", "b", "ENTER", "w"], "en", "There are no reasons for each option here."),
        ("s-number", ["ESC", "w"], "zh", "本题没有各选项的理由。"),
    ],
)
def test_the_key_for_reasons_says_why_it_has_none(
    sit: Sit, question: str, keys: list[str], lang: str, said: str
) -> None:
    assert said in sit([question], keys, lang=lang).last


def test_sources_and_help_are_pages_to_come_back_from(sit: Sit) -> None:
    sat = sit(["s-choice"], ["o", "ENTER", "?", "ENTER"])
    assert "A book of samples" in sat.pages[1]
    assert "Which penalty" in sat.last


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_keys_of_a_question_stand_on_the_first_page_of_help_on_a_small_screen(sit: Sit, lang: str) -> None:
    assert "Ctrl-C, Ctrl-Z" in sit(["s-choice"], ["?"], lang=lang).last


@pytest.mark.parametrize(("lang", "said"), [("en", "pairs in order"), ("zh", "顺序正确的对数")])
def test_help_goes_on_with_the_last_page_and_how_points_are_counted(sit: Sit, lang: str, said: str) -> None:
    page = sit(["s-choice"], ["?", "PGDN"], lang=lang).last
    assert "r  n  Enter" in page
    assert said in page


def test_help_names_keys_and_kinds_of_question_in_chinese(sit: Sit) -> None:
    pages = sit(["s-choice"], ["?", "PGDN", "PGDN"], lang="zh").pages
    text = "\n".join(pages)
    assert re.search(r"^\s*多选 .*\n(.*\n)*\s*排序 .*\n(.*\n)*\s*配对 .*\n(.*\n)*\s*问答 ", text, re.MULTILINE)
    assert "Alt + 字母" in text
    assert not re.search(r"\b(multi|order|match|open|letter)\b", text)


def test_a_question_mark_in_an_empty_field_is_help_and_later_is_text(sit: Sit) -> None:
    assert "Backspace" in sit(["s-text"], ["?"]).last
    assert "▸ e?" in sit(["s-text"], ["e", "?"]).last


def test_quit_keeps_the_rest_for_later(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-boolean", "s-choice"], ["t", "ENTER", "q"])
    assert sat.wish == "quit"
    left = progress.unfinished()
    assert left is not None
    assert left.position == 1


def test_the_end_says_score_missed_reason_and_what_next(sit: Sit) -> None:
    sat = sit(["s-boolean", "s-text"], ["f", "ENTER", "ENTER", "decoder", "ENTER", "ENTER"], rows=50)
    assert "Score 1 of 2 (50%)" in sat.last
    assert "true or false" in sat.last
    assert "A decoder sees the left side only." in sat.last
    assert "Press r" in sat.last
    assert "dojo quiz --topic sample" in sat.last


@pytest.mark.parametrize(("key", "wish"), [("r", "review"), ("n", "new"), ("ENTER", "end"), ("q", "end")])
def test_the_end_offers_a_review_a_new_quiz_and_an_end(sit: Sit, key: str, wish: str) -> None:
    assert sit(["s-boolean"], ["t", "ENTER", "ENTER", key]).wish == wish


def test_the_end_shows_what_was_missed_whole_with_its_right_answer(sit: Sit) -> None:
    sat = sit(["s-long"], ["s", "ENTER"], rows=90)
    assert "Right answer" in sat.last
    assert "return [v / sum(e) for v in e]" in sat.last
    assert "…" not in sat.last


def test_the_key_that_opened_the_sources_closes_them(sit: Sit) -> None:
    sat = sit(["s-choice"], ["o", "o"])
    assert "Sources" in sat.pages[-2]
    assert "One is right." in sat.last


@pytest.mark.parametrize("question", ["s-number", "s-text", "s-open"])
def test_a_field_says_how_to_skip_and_to_quit(sit: Sit, question: str) -> None:
    page = sit([question], ["x"]).last
    assert "Esc s skip" in page
    assert "Esc q quit" in page


def test_with_nothing_missed_there_is_nothing_to_review(sit: Sit) -> None:
    sat = sit(["s-boolean"], ["f", "ENTER", "ENTER", "r"])
    assert sat.wish is None
    assert "Nothing missed." in sat.last


def test_time_that_runs_out_skips_the_question_and_the_quiz_goes_on(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-choice", "s-boolean"], ["a", 31.0, "ENTER", "f", "ENTER"], limit=30)
    assert any("Time is up" in page for page in sat.pages)
    assert [answer.outcome for answer in progress.answers()] == ["skipped", "right"]
    assert progress.answers()[0].seconds == 30.0


def test_the_clock_shows_the_question_and_all_that_is_left(sit: Sit) -> None:
    sat = sit(["s-choice", "s-boolean"], [12.0], limit=30)
    assert "0:30 · 1:00" in sat.pages[0]
    assert "0:18 · 0:48" in sat.last


def test_time_stands_still_while_an_explanation_is_read_and_is_kept_with_the_answer(
    sit: Sit, progress: Progress
) -> None:
    sit(["s-choice", "s-boolean"], [5.0, "a", "ENTER", 60.0, "ENTER", 7.0, "f", "ENTER"], limit=30)
    assert [answer.seconds for answer in progress.answers()] == [5.0, 7.0]


def test_an_answer_that_came_too_late_is_not_taken_back(sit: Sit) -> None:
    sat = sit(["s-choice"], [31.0, "u"], limit=30)
    assert "cannot be taken back" in sat.last


def test_taking_an_answer_back_does_not_turn_the_clock_back(sit: Sit, progress: Progress) -> None:
    sit(["s-choice"], [20.0, "a", "ENTER", "u", 5.0, "b", "ENTER"], limit=30)
    assert progress.answers()[0].seconds == 25.0


def test_a_warning_stands_above_the_first_question_only(sit: Sit) -> None:
    sat = sit(["s-boolean", "s-choice"], ["f", "ENTER", "ENTER"], warning="The log is newer.")
    assert "The log is newer." in sat.pages[0]
    assert "The log is newer." not in sat.last


def test_a_long_question_scrolls_and_a_choice_comes_into_sight(sit: Sit) -> None:
    sat = sit(["s-long"], [])
    assert "more: PgDn" in sat.last
    assert "○ a" not in sat.last
    assert "○ a" in sit(["s-long"], ["PGDN"]).last
    assert "▸ ● b" in sit(["s-long"], ["b"]).last


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (40, 12), (20, 6)])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("question", ALL)
def test_no_line_is_wider_and_no_page_longer_than_the_screen(
    sit: Sit, question: str, lang: str, columns: int, rows: int
) -> None:
    sat = sit([question], ["h", "a", "alt-s", "PGDN", "ENTER", "PGDN"], lang=lang, columns=columns, rows=rows)
    for page in sat.pages:
        lines = page.split("\n")
        assert len(lines) <= rows
        assert max(width(line) for line in lines) <= columns


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("question", ALL[:-1])
def test_a_short_question_is_whole_on_a_screen_of_80_by_24(sit: Sit, question: str, lang: str) -> None:
    assert "PgDn" not in sit([question], [], lang=lang).last


def test_an_open_answer_that_the_clock_cuts_off_is_taken_as_it_stands(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-open", "s-boolean"], ["the capacity", 31.0, 2.0, "3", "ENTER", "ENTER", "ENTER", "ENTER"], limit=30)
    assert any("Which of these points" in page and "■ 1" in page for page in sat.pages)
    assert any("time is up: taken as it stood" in page for page in sat.pages)
    assert "2/2" in sat.last
    (kept,) = progress.answers()
    assert kept.answer["given"]["words"] == "the capacity"
    assert kept.answer["given"]["points"] == [0, 2]
    assert (kept.answer["late"], kept.seconds) == (True, 30.0)


def test_keys_pressed_when_the_time_ran_out_are_no_commands(sit: Sit, progress: Progress) -> None:
    sat = sit(["s-open"], ["the capacity", 31.0, "1", "q", " ", "ENTER", 2.0], limit=30)
    assert "Which of these points" in sat.last
    assert "■ 1" in sat.last
    (kept,) = progress.answers()
    assert kept.answer["given"]["words"] == "the capacity"


def test_a_ctrl_c_just_when_the_time_ran_out_keeps_what_was_written(sit: Sit, progress: Progress) -> None:
    assert sit(["s-open"], ["the capacity", 31.0, "CTRL-C"], limit=30).wish == "interrupted"
    (kept,) = progress.answers()
    assert kept.answer["given"]["words"] == "the capacity"


def test_what_the_clock_took_is_not_taken_back(sit: Sit) -> None:
    assert "cannot be taken back" in sit(["s-open"], ["the capacity", 31.0, 2.0, "u"], limit=30).last


def test_a_number_that_the_clock_cuts_off_is_the_answer_if_it_is_one(sit: Sit, progress: Progress) -> None:
    sit(["s-number"], ["3", "0", 31.0, 2.0, "ENTER"], limit=30)
    sit(["s-number"], ["many", 31.0, 2.0, "ENTER"], limit=30)
    sit(["s-open"], [31.0, "ENTER"], limit=30)
    kept = [(answer.answer["given"], answer.outcome == "skipped") for answer in progress.answers()]
    assert kept[0][0]["written"] == "30"
    assert [skipped for _, skipped in kept] == [False, True, True]
    assert all(answer.answer["late"] for answer in progress.answers())


@pytest.mark.parametrize(("lang", "said"), [("en", "Press Ctrl-C again to quit"), ("zh", "再按一次 Ctrl-C 将退出")])
def test_a_ctrl_c_in_an_open_answer_asks_first(sit: Sit, lang: str, said: str) -> None:
    sat = sit(["s-open"], ["the capacity", "CTRL-C"], lang=lang)
    assert sat.wish is None
    assert said in sat.last
    assert "▸ the capacity" in sat.last
    assert sit(["s-open"], ["the capacity", "CTRL-C", None, "CTRL-C"], lang=lang, limit=30).wish == "interrupted"


def test_a_key_after_ctrl_c_goes_on_writing_and_the_next_ctrl_c_asks_again(sit: Sit) -> None:
    sat = sit(["s-open"], ["the capacity", "CTRL-C", "!", "CTRL-C"])
    assert sat.wish is None
    assert "▸ the capacity!" in sat.last


@pytest.mark.parametrize(("lang", "said"), [("en", "Press q again to quit"), ("zh", "再按一次 q 将退出")])
def test_a_q_beside_an_open_answer_asks_first(sit: Sit, lang: str, said: str) -> None:
    sat = sit(["s-open"], ["the capacity", "ESC", "q"], lang=lang)
    assert sat.wish is None
    assert said in sat.last
    assert "▸ the capacity" in sat.last
    assert sit(["s-open"], ["the capacity", "ESC", "q", "q"], lang=lang).wish == "quit"


def test_a_q_where_nothing_is_written_leaves_at_once(sit: Sit) -> None:
    assert sit(["s-open"], ["ESC", "q"]).wish == "quit"


@pytest.mark.parametrize(("question", "keys"), [("s-open", []), ("s-choice", ["a"]), ("s-number", ["3"])])
def test_a_ctrl_c_where_nothing_long_is_written_leaves_at_once(sit: Sit, question: str, keys: list[str]) -> None:
    assert sit([question], [*keys, "CTRL-C"]).wish == "interrupted"


def test_the_right_option_not_chosen_has_a_sign_and_words_of_its_own(sit: Sit) -> None:
    page = sit(["s-choice"], ["s"]).last
    (line,) = (line for line in page.split("\n") if "(right, not chosen)" in line)
    assert line.lstrip().startswith("! ")
    assert not any(line.lstrip().startswith("○") for line in page.split("\n"))
    assert "（正确，未选）" in sit(["s-choice"], ["s"], lang="zh").last


@pytest.mark.parametrize(("lang", "said"), [("en", "o sources"), ("zh", "o 出处")])
def test_the_page_with_the_verdict_names_the_key_for_whole_sources(sit: Sit, lang: str, said: str) -> None:
    assert said in sit(["s-boolean"], ["t", "ENTER"], lang=lang).last


def test_a_missed_option_without_a_reason_is_marked_and_not_named_again(sit: Sit) -> None:
    page = sit(["s-multi"], ["a", "ENTER"], rows=40).last
    assert "(right, not chosen)" in page
    assert [page.count(name) for name in ("Dropout", "early stopping")] == [1, 1]
