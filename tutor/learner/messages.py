"""What a recap says, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# what is said to a response

ANSWER_IS = Text(en="The answer is {answer}.", ko="답: {answer}")

# the command line

RECAP_FORMULAS = Text(en="Formulas", ko="수식")
RECAP_QUESTIONS = Text(en="Questions and my answers", ko="질문과 내 답")
RECAP_NOT_ANSWERED = Text(en="not answered yet", ko="아직 답하지 않음")
RECAP_CODE = Text(en="The code behind it", ko="계산의 코드")
RECAP_CODE_RUNS = Text(
    en="Each block runs by itself; it needs NumPy.", ko="블록마다 그대로 실행할 수 있습니다. NumPy만 있으면 됩니다."
)
RECAP_FROM = Text(en="From “{course}”.", ko="“{course}”에서.")
