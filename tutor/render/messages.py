"""The words of what is drawn, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# controls of a lab

TYPED_HINT = Text(en="{limits} · enter", ko="{limits} · 엔터")
TYPED_REFUSED = Text(en="✗ only {limits}", ko="✗ {limits} 사이의 수만 됩니다")

# home

REVIEW_NOTHING = Text(en="Review: nothing due today", ko="복습: 오늘은 없음")
LEARNT = Text(en="learnt", ko="익힘")
SHAKY = Text(en="shaky", ko="불확실")
UNSEEN = Text(en="not seen yet", ko="아직 보지 않음")

# review and check

NOT_THIS_TIME = Text(en="Not this time.", ko="이번에는 아닙니다.")

# progress

PAGE_DAYS = Text(en="Days", ko="날짜별")
PAGE_LESSONS = Text(en="Lessons", ko="강의별")
PAGE_AHEAD = Text(en="Reviews ahead", ko="앞으로의 복습")
PAGE_QUESTIONS = Text(en="Questions", ko="질문")
FACT_DAYS = Text(en="days: {days}, in a row: {streak}", ko="공부한 날 {days}일, 연속 {streak}일")
FACT_TIME = Text(en="time: {time}", ko="모두 {time}")
FACT_ANSWERS = Text(en="answers: {answers}, {percent}% right", ko="답 {answers}개, 정답 {percent}%")
CALENDAR_TITLE = Text(en="Minutes a day", ko="하루 공부한 분")
CALENDAR_LEGEND = Text(en="minutes", ko="분")
SKILLS_TITLE = Text(
    en="Skills of {number} · {title}: chance to recall today, %", ko="{number} · {title}: 오늘 기억할 가능성(%)"
)
FORECAST_TITLE = Text(en="Questions due a day", ko="날짜별 복습할 질문 수")
FORECAST_ALT = Text(
    en="How many questions come due on each of the next {days} days.", ko="앞으로 {days}일 동안 날마다 복습할 질문 수."
)
SKILLS_ALT = Text(en="The chance to recall each skill of the lesson.", ko="강의에서 배운 것마다 기억할 가능성.")
MISSES_ALT = Text(en="How many predictions came how close.", ko="예측이 실제 값에 얼마나 가까웠는지 보여 줍니다.")
DUE_NOW = Text(en="Due today: {count}, about {minutes} min", ko="오늘 복습: {count}개, 약 {minutes}분")
HARDEST_TITLE = Text(en="What goes wrong most", ko="가장 자주 틀린 질문")
HARDEST_NONE = Text(en="Nothing has gone wrong so far.", ko="아직 틀린 것이 없습니다.")
WRONG_OF = Text(en="{wrong} of {asked} wrong", ko="{asked}번 중 {wrong}번 틀림")
PREDICTIONS_TITLE = Text(en="How close your predictions came", ko="예측이 얼마나 가까웠나")
PREDICTIONS_NONE = Text(en="No prediction of a number yet.", ko="아직 숫자를 예측한 적이 없습니다.")
PREDICTIONS_FACT = Text(
    en="{right} of {guesses} predictions right · a typical number is {percent}% off",
    ko="예측 {guesses}번 중 {right}번 맞음 · 숫자 예측의 보통 오차 {percent}%",
)
PREDICTIONS_RIGHT = Text(en="{right} of {guesses} predictions right", ko="예측 {guesses}번 중 {right}번 맞음")
MISS_WITHIN = Text(en="within {percent}%", ko="{percent}% 이내")
MISS_BEYOND = Text(en="further off", ko="그보다 멀리")

# days and times

MONDAY = Text(en="Mon", ko="월")
TUESDAY = Text(en="Tue", ko="화")
WEDNESDAY = Text(en="Wed", ko="수")
THURSDAY = Text(en="Thu", ko="목")
FRIDAY = Text(en="Fri", ko="금")
SATURDAY = Text(en="Sat", ko="토")
SUNDAY = Text(en="Sun", ko="일")
MONTHS = Text(
    en="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", ko="1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월"
)
TODAY = Text(en="today", ko="오늘")
TOMORROW = Text(en="tomorrow", ko="내일")
DATE = Text(en="{weekday} {day} {month}", ko="{month} {day}일({weekday})")
MINUTES = Text(en="{minutes} min", ko="{minutes}분")
HOURS = Text(en="{hours} h {minutes} min", ko="{hours}시간 {minutes}분")
UNDER_A_MINUTE = Text(en="under a minute", ko="1분 미만")

# lesson

NEXT_STEP = Text(en="Next: {title}", ko="다음: {title}")

# what is said to a response

IT_IS = Text(en="It is: {answer}", ko="실제로는: {answer}")
GUESS_WAS = Text(en="You guessed {guess}. It is {truth}.", ko="예측: {guess}, 실제 값: {truth}")
GUESS_WAS_NEAR = Text(
    en="You guessed {guess}. It is {truth}. Well seen!", ko="예측: {guess}, 실제 값: {truth}. 정확하게 보셨습니다!"
)
