"""What is recorded comes back, what is taken back does not count, and nothing is ever changed."""

import sqlite3

import pytest

from dojo.progress import Answer, Plan, Planned, open_progress, rows


def test_an_answer_comes_back_as_it_was_given(path, clock, plan):
    with open_progress(path, clock) as progress:
        session = progress.begin_session(plan)
        number = progress.record_answer(
            session,
            question="kv-cache-bytes",
            topic="attention",
            seed=2**62,
            answer={"text": "2 GiB,约两吉", "value": 2147483648},
            outcome="partly",
            score=0.5,
            seconds=31.25,
            confidence=2,
            lang="zh",
        )
    with open_progress(path, clock) as progress:
        assert progress.answers() == [
            Answer(
                id=number,
                at=1_790_000_002.0,
                session=session,
                question="kv-cache-bytes",
                topic="attention",
                seed=2**62,
                answer={"text": "2 GiB,约两吉", "value": 2147483648},
                outcome="partly",
                score=0.5,
                seconds=31.25,
                confidence=2,
                lang="zh",
            )
        ]


@pytest.mark.parametrize("answer", [None, True, 3, 0.1, "", "b", ["a", "c"], {"a": 2, "b": [1]}])
def test_any_json_can_be_an_answer(progress, plan, record, answer):
    record(progress, progress.begin_session(plan), answer=answer)
    assert progress.answers()[0].answer == answer


def test_half_a_character_from_a_broken_terminal_does_not_stop_the_answer(progress, plan, record):
    record(progress, progress.begin_session(plan), answer=["caf\udce9", {"k\udc80": "x"}])
    assert progress.answers()[0].answer == ["caf?", {"k?": "x"}]


def test_an_answer_taken_back_no_longer_counts_but_stays_in_the_log(progress, path, plan, record):
    session = progress.begin_session(plan)
    first = record(progress, session)
    second = record(progress, session, "clip-by-norm")
    progress.retract(second)
    assert [answer.id for answer in progress.answers()] == [first]
    assert [answer.id for answer in progress.session(session).answers] == [first]
    assert list(progress.last_answers()) == ["l1-zeroes-weights"]
    with sqlite3.connect(path) as reader:
        assert reader.execute("SELECT count(*) FROM events WHERE kind = 'answer'").fetchone() == (2,)
    reader.close()


def test_an_answer_cannot_be_taken_back_twice_nor_one_that_never_was(progress, plan, record):
    session = progress.begin_session(plan)
    answer = record(progress, session)
    progress.retract(answer)
    for number in (answer, session, 999):
        with pytest.raises(LookupError, match=str(number)):
            progress.retract(number)


@pytest.mark.parametrize("statement", ["UPDATE events SET body = '{}'", "DELETE FROM events"])
def test_the_log_itself_refuses_to_be_changed(progress, path, plan, statement):
    progress.begin_session(plan)
    other = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement)
    other.close()


@pytest.mark.parametrize(
    "mark", [{"outcome": "perfect"}, {"score": 1.01}, {"score": -0.1}, {"score": float("nan")}], ids=str
)
def test_a_mark_that_cannot_be_is_refused_and_nothing_is_written(progress, plan, record, mark):
    session = progress.begin_session(plan)
    with pytest.raises(ValueError, match=r"outcome|score"):
        record(progress, session, **mark)
    assert progress.answers() == []


def test_an_answer_without_a_session_is_refused(progress, plan, record):
    session = progress.begin_session(plan)
    answer = record(progress, session)
    for number in (answer, 999):
        with pytest.raises(LookupError, match="no session"):
            record(progress, number)
    assert len(progress.answers()) == 1


def test_the_history_of_a_question_is_its_own_over_all_sessions(progress, plan, record):
    for score in (0.0, 0.5, 1.0):
        session = progress.begin_session(plan)
        record(progress, session, "clip-by-norm", score=score)
        record(progress, session, "gru-parameters", score=0.25)
    assert [answer.score for answer in progress.answers("clip-by-norm")] == [0.0, 0.5, 1.0]
    assert progress.last_answers()["clip-by-norm"].score == 1.0
    assert progress.answers("never-asked") == []


def test_taking_back_the_newest_answer_brings_the_one_before_it_forth(progress, plan, record):
    session = progress.begin_session(plan)
    record(progress, session, score=0.0)
    progress.retract(record(progress, session, score=1.0))
    assert progress.last_answers()["l1-zeroes-weights"].score == 0.0


def test_missed_are_the_questions_that_were_not_right_last_time_the_longest_ago_first(progress, plan, record):
    session = progress.begin_session(plan)
    record(progress, session, "b", outcome="wrong")
    record(progress, session, "a", outcome="partly")
    record(progress, session, "mended", outcome="wrong")
    record(progress, session, "skipped", outcome="skipped")
    record(progress, session, "mended", outcome="right")
    record(progress, session, "b", outcome="wrong")
    progress.retract(record(progress, session, "a", outcome="right"))
    assert list(progress.missed()) == ["a", "b"]


def test_missed_reads_no_further_than_it_is_asked(progress, plan, record, monkeypatch):
    session = progress.begin_session(plan)
    for number in range(50):
        record(progress, session, f"question-{number}", outcome="wrong")
    read = []
    answer_of = rows.answer_of
    monkeypatch.setattr(rows, "answer_of", lambda row: read.append(row) or answer_of(row))
    assert next(progress.missed()) == "question-0"
    assert len(read) == 1


def test_changes_are_what_came_behind_an_event_without_what_was_taken_back(progress, plan, record):
    session = progress.begin_session(plan)
    assert not progress.has_answers()
    assert not progress.has_verdicts()
    first = record(progress, session, "a")
    second = record(progress, session, "b")
    assert progress.has_answers()
    progress.record_verdict("softmax", "passed", 1.0, "digest", 0.1)
    assert progress.has_verdicts()
    changes = progress.changes(0)
    assert [answer.id for answer in changes.answers] == [first, second]
    assert [judged.kata for judged in changes.verdicts] == ["softmax"]
    assert changes.newest_at == progress.written_at(changes.newest)
    progress.retract(first)
    after = progress.changes(changes.newest)
    assert after.retracted == (first,)
    assert after.answers == ()
    assert [answer.id for answer in progress.changes(0).answers] == [second]
    assert progress.written_at(after.newest + 1) is None


def test_a_session_resumes_where_it_was(progress, path, clock, plan, record):
    session = progress.begin_session(plan)
    record(progress, session)
    progress.close()
    with open_progress(path, clock) as again:
        resumed = again.unfinished()
        assert resumed is not None
        assert (resumed.id, resumed.begun, resumed.plan, resumed.ended) == (session, 1_790_000_001.0, plan, False)
        assert resumed.position == 1
        assert resumed.remaining == plan.questions[1:]


def test_undo_moves_the_position_back_and_a_skip_moves_it_on(progress, plan, record):
    session = progress.begin_session(plan)
    record(progress, session)
    skipped = record(progress, session, "clip-by-norm", seed=2, answer=None, outcome="skipped", score=0.0)
    assert progress.session(session).position == 2
    progress.retract(skipped)
    assert progress.session(session).position == 1


def test_a_hole_in_the_middle_is_asked_first(progress, plan, record):
    session = progress.begin_session(plan)
    first = record(progress, session)
    record(progress, session, "clip-by-norm", seed=2)
    progress.retract(first)
    resumed = progress.session(session)
    assert resumed.position == 0
    assert resumed.remaining == (Planned("l1-zeroes-weights", 1), Planned("gru-parameters", 3))


def test_a_question_planned_twice_is_asked_twice(progress, record):
    twice = Plan((Planned("gru-parameters", 1), Planned("gru-parameters", 1)))
    session = progress.begin_session(twice)
    record(progress, session, "gru-parameters")
    assert progress.session(session).position == 1


def test_what_is_ended_or_answered_through_is_not_offered_again(progress, plan, record):
    assert progress.unfinished() is None
    given_up = progress.begin_session(plan)
    through = progress.begin_session(Plan((Planned("gru-parameters", 1),)))
    record(progress, through, "gru-parameters")
    assert progress.unfinished() == progress.session(given_up)
    progress.end_session(given_up)
    assert progress.unfinished() is None
    assert progress.session(given_up).ended


def test_the_newest_of_two_unfinished_sessions_is_offered(progress, plan):
    progress.begin_session(plan)
    newer = progress.begin_session(plan)
    assert progress.unfinished() == progress.session(newer)


def test_an_unknown_session_is_a_lookup_error(progress, plan):
    progress.begin_session(plan)
    for call in (progress.session, progress.end_session):
        with pytest.raises(LookupError, match="no session 7"):
            call(7)


def test_a_flag_shows_its_newest_note_until_it_is_taken_away(progress):
    progress.flag("gru-parameters")
    progress.flag("clip-by-norm", "which norm?")
    progress.flag("gru-parameters", "偏置算不算?")
    progress.flag("dropout-scale", "typo")
    progress.unflag("dropout-scale")
    assert [(flag.question, flag.note) for flag in progress.flags()] == [
        ("clip-by-norm", "which norm?"),
        ("gru-parameters", "偏置算不算?"),
    ]
    progress.flag("dropout-scale", "again")
    assert progress.flags()[-1].note == "again"


def test_verdicts_on_a_kata_are_kept_in_order(progress):
    progress.record_verdict("stable_softmax", "failed", 0.6, "ab12", 0.09)
    progress.record_verdict("perplexity", "error", 0.0, "77fe", 0.02)
    progress.record_verdict("stable_softmax", "passed", 1.0, "cd34", 0.08)
    assert [(judged.verdict, judged.score) for judged in progress.verdicts("stable_softmax")] == [
        ("failed", 0.6),
        ("passed", 1.0),
    ]
    assert [judged.kata for judged in progress.verdicts()] == ["stable_softmax", "perplexity", "stable_softmax"]


def test_the_steps_of_a_drill_and_its_verdicts_and_hints_are_read_back(progress):
    one = progress.record_step("drill", "begin", katas=[["softmax", 10]])
    two = progress.record_step("drill", "begin", katas=[])
    progress.record_step("drill", "start", one, "softmax")
    progress.record_hint("softmax", 1, one)
    progress.record_hint("softmax", 1)
    progress.record_verdict("softmax", "failed", 0.5, "digest", 0.1, sitting=one, hints=1, clock=61.5, share=0.1)
    assert [(step.step, step.subject) for step in progress.steps("drill", one)] == [
        ("begin", None),
        ("start", "softmax"),
    ]
    assert [step.id for step in progress.steps("drill") if step.step == "begin"] == [one, two]
    assert progress.hints("softmax") == {1}
    assert progress.hints("softmax", after=one + 4) == set()
    (judged,) = progress.verdicts_of(one)
    assert (judged.sitting, judged.hints, judged.clock, judged.share) == (one, 1, 61.5, 0.1)
    assert progress.verdicts_of(two) == []
