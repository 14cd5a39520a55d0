"""What a learner's wrong numbers came of."""

from __future__ import annotations

from tutor.course.slips.causes import Cause
from tutor.learner.causes import CauseCount, causes_of

from .samples import attempt


def test_causes_are_counted_over_questions_and_lessons_the_commonest_first() -> None:
    made = [
        attempt("a", right=False, mistake="slip:sign", lesson="cost"),
        attempt("b", right=False, mistake="slip:left-out", lesson="cost"),
        attempt("b", right=False, mistake="sign_lost", lesson="xor"),
        attempt("c", right=False, mistake="slip:sign", lesson="cost"),
        attempt("c", right=False, mistake="slip:left-out", lesson="xor"),
        attempt("c", right=False, mistake="slip:scale", lesson="xor"),
        attempt("d", right=False, mistake="an_authors_own", lesson="xor"),
        attempt("p", right=False, mistake="slip:left-out", lesson="layers", kind="predict"),
        attempt("a", right=True, lesson="cost"),
    ]
    assert (
        CauseCount(Cause.SIGN, 3, ("cost", "xor")),
        CauseCount(Cause.LEFT_OUT, 2, ("cost", "xor")),
    ) == causes_of(made)
