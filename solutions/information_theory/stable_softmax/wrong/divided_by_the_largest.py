"""Divided by the largest exponential instead of the sum: the values look like probabilities but do not sum to 1.

除以了最大的指数而不是指数之和：看起来像概率，和却不为 1。

caught by: test_shares_are_exponentials_over_their_sum
also fails: test_an_earlier_result_stays_as_it_was,
test_equal_scores_each_get_their_own_share, test_huge_scores_keep_their_shares,
test_huge_whole_numbers_are_scores_too, test_large_scores_do_not_overflow,
test_minus_infinity_gets_exactly_zero, test_minus_infinity_may_come_first,
test_random_scores_agree_with_the_reference,
test_the_result_is_a_list_of_numbers, test_the_scores_are_left_as_they_were,
test_tuples_and_whole_numbers_are_welcome,
test_very_negative_scores_do_not_underflow
"""

import math


def softmax(x):
    m = max(x)
    return [math.exp(v - m) for v in x]
