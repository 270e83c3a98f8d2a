"""A generator is returned, which can be read once and has no length.

返回的是生成器：只能读一次，也没有长度。

caught by: test_the_result_is_a_list_of_numbers
also fails: test_an_earlier_result_stays_as_it_was,
test_equal_scores_each_get_their_own_share, test_huge_scores_keep_their_shares,
test_huge_whole_numbers_are_scores_too, test_large_scores_do_not_overflow,
test_minus_infinity_gets_exactly_zero,
test_minus_infinity_is_below_every_finite_score,
test_minus_infinity_may_come_first,
test_random_scores_agree_with_the_reference,
test_shares_are_exponentials_over_their_sum,
test_the_largest_score_may_stand_anywhere,
test_the_scores_are_left_as_they_were,
test_tuples_and_whole_numbers_are_welcome,
test_very_negative_scores_do_not_underflow
"""

import math


def softmax(x):
    m = max(x)
    exps = [math.exp(v - m) for v in x]
    total = sum(exps)
    return (e / total for e in exps)
