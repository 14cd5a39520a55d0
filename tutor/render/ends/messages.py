"""What is said at the end of a lesson and of a course."""

from __future__ import annotations

from tutor.language import Text

# the end of a lesson

ENDING_TITLE = Text(en="At the end of this lesson", ko="이 강의를 마치며")
ENDING_TASK = Text(
    en="You can do now what you could not before. Show it alone, without help: {title}.",
    ko="전에 못 하던 것을 이제는 할 수 있습니다. 도움 없이 혼자 해 보세요: {title}.",
)
ENDING_DONE = Text(en="You have done it alone, without help: {title}.", ko="도움 없이 혼자 해냈습니다: {title}.")
ENDING_BELIEVED = Text(
    en='At first you were asked: "{asked}" You said: {said}. It was: {truth}.',
    ko="처음에 이런 질문을 받았습니다. “{asked}” 그때의 예측: {said}. 실제: {truth}.",
)
ENDING_BELIEVED_RIGHT = Text(
    en='At first you were asked: "{asked}" You said: {said}. So it was.',
    ko="처음에 이런 질문을 받았습니다. “{asked}” 그때의 예측: {said}. 예측대로였습니다.",
)
ENDING_WORDS = Text(en="What you say now: {words}", ko="지금 하는 말: {words}")
ENDING_NO_WORDS = Text(
    en="What would you say now, in a sentence of your own? e writes it down.",
    ko="지금이라면 한 문장으로 어떻게 말할까요? e를 눌러 적어 두세요.",
)
ENDING_RETURNS = Text(en="What comes back to be asked again: {days}.", ko="다시 물어볼 질문: {days}.")
ENDING_ON_DAY = Text(en="{day}: {count}", ko="{day} {count}개")
ENDING_LATER = Text(en=", later {count}", ko=", 그 뒤 {count}개")
ENDING_NOTHING_RETURNS = Text(
    en="Nothing of it comes back to be asked again yet.", ko="아직 다시 물어볼 질문이 없습니다."
)
ENDING_DO_TASK = Text(en="do it alone", ko="혼자 해 보기")

# the end of a course

CLOSING_TITLE = Text(en="The end of the course: {course}", ko="강좌를 마치며: {course}")
CLOSING_HOURS = Text(en="Your time", ko="보낸 시간")
CLOSING_BUILT = Text(en="What you built last", ko="마지막으로 만든 것")
CLOSING_NOT_BUILT = Text(en="Nothing has been set right yet.", ko="아직 맞게 설정한 것이 없습니다.")
CLOSING_WHERE = Text(en="{step}: {setting}", ko="{step}: {setting}")
CLOSING_FUNCTIONS = Text(en="Functions of your own: {count}", ko="직접 쓴 함수: {count}개")
CLOSING_FUNCTIONS_FILE = Text(
    en="tutor mine -o mine.py writes all of them into one file that runs.",
    ko="tutor mine -o mine.py를 실행하면 모두 파일 하나에 담깁니다. 그대로 실행됩니다.",
)
CLOSING_NO_FUNCTIONS = Text(en="None has been written right yet.", ko="아직 맞게 쓴 함수가 없습니다.")
CLOSING_SKILLS = Text(en="What you know, and what it rests on: {count} skills", ko="아는 것과 그 바탕: {count}가지")
CLOSING_KEY = Text(en="← names what a skill rests on.", ko="← 뒤에 바탕이 되는 것이 있습니다.")
CLOSING_AS_FILE = Text(
    en="tutor recap all end.md writes this page as Markdown.",
    ko="tutor recap all end.md를 실행하면 이 화면이 마크다운 파일이 됩니다.",
)
