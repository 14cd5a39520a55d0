"""What a session says by itself, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# controls of a lab

YOUR_GUESS = Text(en="your guess", ko="나의 예측")

# questions

STOPPED = Text(en="Stopped. It was not judged.", ko="멈췄습니다. 채점하지 않았습니다.")

# lesson

NO_TRAINING = Text(
    en="There is no program of yours that could be trained on this.",
    ko="여기서 학습시킬 수 있는 내 프로그램이 없습니다.",
)
TRAINING_COMING = Text(en="Your code is training it …", ko="직접 쓴 코드로 학습하고 있습니다 …")
TRAINING_NOT_YET = Text(
    en="Your own training can run here once you have written it: lesson {number}, step “{step}”.",
    ko="직접 쓴 학습을 여기서 돌릴 수 있습니다. 먼저 강의 {number}의 “{step}” 단계에서 써 보세요.",
)

LAB_FAILED = Text(
    en="The lab cannot work this out ({error}). Move a slider back; nothing is lost.",
    ko="이 값으로는 실험을 계산할 수 없습니다({error}). 슬라이더를 되돌려 보세요. 잃은 것은 없습니다.",
)
