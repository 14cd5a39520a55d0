"""The words of what is drawn, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# controls of a lab

TYPED_HINT = Text(en="{limits} · enter", ko="{limits} · 엔터")
TYPED_REFUSED = Text(en="✗ only {limits}", ko="✗ {limits} 사이의 수만 됩니다")

# points that a learner puts on a plane

NOTHING_HERE = Text(en="nothing here", ko="빈 자리")
PLANE_FULL = Text(en="no room for more", ko="더 놓을 수 없습니다")
POINT_HINT = Text(
    en="x1, x2 ({limits}) and the class 0 or 1, as in 0.5 −0.3 1 · enter",
    ko="x1 x2 ({limits}) 클래스(0, 1). 예: 0.5 −0.3 1 · 엔터",
)
POINT_REFUSED = Text(
    en="✗ only {limits}, {limits}, 0 or 1: 0.5 −0.3 1", ko="✗ {limits}, {limits}, 0이나 1만. 예: 0.5 −0.3 1"
)

# the table of a lab

ROWS_LEFT_OUT = Text(en="… and {count} more rows", ko="… 이 아래로 {count}행 더 있습니다")

# a program that is being written

KOREAN_INPUT = Text(
    en="Korean input is on: switch it off to write code.", ko="한글 입력 상태입니다. 영문으로 바꾸고 코드를 쓰세요."
)
PRINTED = Text(en="printed", ko="출력")
RUNNING = Text(en="running …", ko="실행하고 있습니다 …")
RUNNING_SHARE = Text(en="running {bar} {percent}%", ko="실행하고 있습니다 {bar} {percent}%")
JUDGING = Text(en="it has run; comparing …", ko="실행을 마치고 비교하고 있습니다 …")

# help that fades

GAP = Text(en="The working, but for its last number:", ko="마지막 수만 빠진 풀이입니다.")
PART_OFFERED = Text(
    en="Twice the same slip. It may help to do just a part first.",
    ko="같은 실수를 두 번 했습니다. 일부만 먼저 계산해 볼 수 있습니다.",
)
PART_FIRST = Text(en="First just this part:", ko="먼저 이 부분만 계산해 보세요.")
PART_KNOWN = Text(en="Now the whole again:", ko="이제 다시 전체를 계산해 보세요.")

# home

REVIEW_NOTHING = Text(en="Review: nothing due today", ko="복습: 오늘은 없음")
LEARNT = Text(
    en="learnt: right three times without help, a day and then a week or more apart",
    ko="익힘: 도움 없이 세 번 맞힘. 하루 이상, 다시 일주일 이상 지난 뒤에도",
)
RIGHT_SO_FAR = Text(
    en="right so far: without help, but not yet three times so far apart",
    ko="맞힘: 도움 없이 맞혔지만 아직 그만큼 간격을 두고 세 번은 아님",
)
SHAKY = Text(
    en="shaky: wrong at first, with help, or not asked in full yet",
    ko="불확실: 처음에 틀렸거나 도움을 받았거나 아직 다 묻지 않음",
)
PREDICTED = Text(en="predicted only: that shows nothing learnt", ko="예측만 함: 예측은 익힌 것으로 치지 않음")
UNSEEN = Text(en="not answered yet", ko="아직 답하지 않음")
WELCOME = Text(
    en="Every number you will see is computed while you look. Guess first; being wrong costs nothing here.",
    ko="화면의 모든 숫자는 보는 그 순간 계산됩니다. 먼저 짐작해 보세요. 틀려도 잃는 것은 없습니다.",
)
DUE_TODAY = Text(en="Due today: {count}, about {minutes} min (v)", ko="오늘 복습할 것: {count}문제, 약 {minutes}분 (v)")
DUE_COUNTING = Text(en="Due today: …", ko="오늘 복습할 것: …")
DUE_DONE = Text(en="Today's review is done.", ko="오늘 복습은 마쳤습니다.")
DUE_NOTHING = Text(en="Nothing is due today.", ko="오늘은 복습할 것이 없습니다.")
YOU_WERE_AT = Text(en="You were at: {lesson} › {step} (Enter)", ko="하던 곳: {lesson} › {step} (엔터)")
GO_ON_WITH = Text(en="Next: {lesson} › {step} (Enter)", ko="다음: {lesson} › {step} (엔터)")
IS_FOR = Text(en="for", ko="쓰임")
NEEDS = Text(en="needs", ko="바탕")
NEXT_REVIEW = Text(en="{words}; review {day}", ko="{words}, 복습 {day}")
STANDS = Text(en="stands", ko="상태")
NEEDS_NOTHING = Text(en="nothing before it", ko="앞의 강의 없이 시작할 수 있음")
START_HERE = Text(en="Start here", ko="여기서 시작")
STEPS = Text(en="{steps} steps", ko="{steps}단계")
QUESTIONS_DONE = Text(en="{done} of {total} questions done", ko="질문 {total}개 중 {done}개 마침")
PAGES = Text(en="slides {pages}", ko="강의 자료 {pages}쪽")
REVIEW = Text(en="Review", ko="복습")
TEST_OUT = Text(en="Test out", ko="확인 문제")
PLAYGROUND = Text(en="Playground", ko="놀이터")
PROGRESS = Text(en="Progress", ko="진도")
SEARCH = Text(en="Search", ko="찾기")
COUNT_LEARNT = Text(en="{count} learnt", ko="익힘 {count}")
COUNT_RIGHT = Text(en="{count} right so far", ko="맞힘 {count}")
COUNT_SHAKY = Text(en="{count} shaky", ko="불확실 {count}")
COUNT_PREDICTED = Text(en="{count} only predicted", ko="예측만 {count}")
COUNT_UNSEEN = Text(en="{count} not answered", ko="아직 {count}")

CLOSING_PAGE = Text(en="The end of the course", ko="강좌를 마치며")

# how well something is known

NOT_YET_RIGHT = Text(en="met, not yet right without help", ko="답했지만 아직 도움 없이 맞히지 못함")
NOT_LAST_TIME = Text(
    en="right before; wrong or with help the last time", ko="전에는 맞혔지만 지난번에는 틀렸거나 도움을 받음"
)
NOT_ALL_ASKED = Text(en="not asked in full yet: {left} to come", ko="아직 다 묻지 않음: 남은 질문 {left}개")
RIGHT_ONCE = Text(en="right once", ko="한 번 맞힘")
RIGHT_TIMES = Text(en="right {times} over {days} days", ko="{days}일에 걸쳐 {times} 맞힘")
IS_LEARNT = Text(en="{words}: learnt", ko="{words}: 익힘")
COMES_BACK = Text(en="{words}; comes back {day}", ko="{words}, {day} 다시 나옴")
TIMES_WORDS = Text(
    en="once, twice, three times, four times, five times, six times, seven times, eight times, nine times, ten times",
    ko="한 번, 두 번, 세 번, 네 번, 다섯 번, 여섯 번, 일곱 번, 여덟 번, 아홉 번, 열 번",
)
MANY_TIMES = Text(en="{count} times", ko="{count}번")
LESSON_NOT_BEGUN = Text(en="not begun", ko="아직 시작하지 않음")
LESSON_READ = Text(
    en="{done} of {steps} steps done; nothing answered yet", ko="{steps}단계 중 {done}단계, 아직 답한 것 없음"
)
LESSON_LEARNT = Text(
    en="learnt: every skill right three times without help, over more than a week",
    ko="익힘: 모든 것을 일주일 넘게 간격을 두고 도움 없이 세 번 맞힘",
)

# how sure one was

HOW_SURE = Text(
    en="Before you see it: how sure are you?",
    ko="보기 전에, 얼마나 확신하나요?",
)
SURE_TITLE = Text(en="How sure, and how right", ko="얼마나 확신했고 얼마나 맞았나")
SAID_GUESS = Text(en="a guess", ko="짐작")
SAID_FAIRLY = Text(en="fairly sure", ko="꽤 확신")
SAID_SURE = Text(en="sure", ko="확신")
SURE_FACT = Text(
    en="When you say “{word}”, you are right {right} times of {made}.",
    ko="“{word}”이라고 했을 때 {made}번 중 {right}번 맞았습니다.",
)
SURE_FEWER = Text(
    en="The word stands for {percent}%: you are surer than you are right.",
    ko="이 말은 {percent}%를 뜻합니다. 맞는 것보다 더 확신하고 있습니다.",
)
SURE_MORE = Text(
    en="The word stands for {percent}%: you know more than you say.",
    ko="이 말은 {percent}%를 뜻합니다. 말한 것보다 더 잘 알고 있습니다.",
)
SURE_FITS = Text(
    en="The word stands for {percent}%: it fits, as far as so many answers can tell.",
    ko="이 말은 {percent}%를 뜻합니다. 이만큼의 답으로 보면 잘 맞습니다.",
)
SURE_MISSING = Text(
    en="“{word}”: {made} so far. From {least} on it shows here how often you are right then.",
    ko="“{word}”: 지금까지 {made}번. {least}번부터는 그때 얼마나 맞는지 여기에 나타납니다.",
)
SURE_NONE = Text(
    en="After a prediction you can say how sure you are. It shows here how often you are right then.",
    ko="예측한 뒤에 얼마나 확신하는지 말할 수 있습니다. 그때 얼마나 맞는지가 여기에 나타납니다.",
)
SURE_X = Text(en="how sure, %", ko="확신(%)")
SURE_Y = Text(en="right, %", ko="맞음(%)")
SURE_DIAGONAL = Text(en="On the line one is as right as sure.", ko="선 위에 있으면 확신한 만큼 맞은 것입니다.")
SURE_POINT = Text(en="{word} {right}/{made}", ko="{word} {right}/{made}")

# review and testing out

NOT_THIS_TIME = Text(en="Not this time.", ko="이번에는 아닙니다.")
LEFT = Text(en="{count} left", ko="{count}개 남음")
ALONE_TITLE = Text(en="Alone, without help: {title}", ko="도움 없이 혼자: {title}")

# progress

PAGE_DAYS = Text(en="Days", ko="날짜별")
PAGE_LESSONS = Text(en="Lessons", ko="강의별")
PAGE_MAP = Text(en="Map", ko="지도")
MAP_TITLE = Text(
    en="What the skills of {number} · {title} rest on", ko="{number} · {title}: 배울 것마다 바탕이 되는 것"
)
MAP_MORE = Text(en="and {count} more", ko="외 {count}개")
MAP_KEY = Text(
    en="← rests on; → is used by. Who gets the whole right has used its parts: they come back later.",
    ko="← 바탕이 되는 것, → 이것을 바탕으로 하는 것. 전체를 맞히면 그 부분도 쓴 것이므로, 부분의 복습은 늦춰집니다.",
)
PAGE_AHEAD = Text(en="Ahead", ko="앞으로")
PAGE_QUESTIONS = Text(en="Questions", ko="질문")
FACT_DAYS = Text(en="days: {days}, in a row: {streak}", ko="공부한 날 {days}일, 연속 {streak}일")
FACT_TIME = Text(en="time: {time}", ko="모두 {time}")
FACT_ANSWERS = Text(en="answers: {answers}, {percent}% right", ko="답 {answers}개, 정답 {percent}%")
CALENDAR_TITLE = Text(en="Minutes a day", ko="하루 공부 시간(분)")
CALENDAR_LEGEND = Text(en="minutes", ko="분")
SKILLS_TITLE = Text(
    en="Skills of {number} · {title}: chance to recall today, %, and of its questions how many right without help",
    ko="{number} · {title}: 오늘 기억할 가능성(%), 그리고 도움 없이 맞힌 질문의 수",
)
RIGHT_OF = Text(en="{right} of {total}", ko="{total}개 중 {right}개")
FORECAST_TITLE = Text(en="Questions to review a day", ko="날짜별 복습할 질문 수")
FORECAST_ALT = Text(
    en="How many questions each of the next {days} days asks.", ko="앞으로 {days}일 동안 날마다 복습할 질문 수."
)
MISSES_ALT = Text(en="How many predictions came how close.", ko="예측이 실제 값에 얼마나 가까웠는지 보여 줍니다.")
PORTION_TODAY = Text(
    en="Questions today: {count}, about {minutes} min. Waiting for the days after: {waiting}.",
    ko="오늘 {count}문제, 약 {minutes}분. 다음 날로 미룬 것 {waiting}문제.",
)
PORTION_DONE = Text(
    en="Today's minutes are done. Waiting for the days after: {waiting}.",
    ko="오늘 몫은 마쳤습니다. 다음 날로 미룬 것 {waiting}문제.",
)
HARDEST_TITLE = Text(en="What goes wrong most", ko="가장 자주 틀린 질문")
HARDEST_NONE = Text(en="Nothing has gone wrong so far.", ko="아직 틀린 것이 없습니다.")
WRONG_OF = Text(en="{wrong} of {asked} wrong", ko="{asked}번 중 {wrong}번 틀림")
CAUSES_TITLE = Text(en="What wrong numbers came of", ko="틀린 숫자의 원인")
CAUSE_COUNT = Text(en="{cause}: {count} times · lessons {lessons}", ko="{cause}: {count}번 · {lessons}단원")
CAUSE_WEAK = Text(en="Worth a short practice: {cause}", ko="짧게 연습해 볼 만한 것: {cause}")
CAUSE_SIGN = Text(en="a sign lost or turned", ko="부호를 빠뜨리거나 바꿈")
CAUSE_LEFT_OUT = Text(en="something left out", ko="항이나 인수를 빠뜨림")
CAUSE_OPERATION = Text(en="another operation", ko="다른 연산을 함")
CAUSE_EXCHANGED = Text(en="two things exchanged", ko="둘을 서로 바꿈")
CAUSE_STOPPED = Text(en="stopped early", ko="중간에 멈춤")
CAUSE_TOO_FAR = Text(en="one step too many", ko="한 단계 더 감")
CAUSE_QUANTITY = Text(en="another number than was asked", ko="물은 것과 다른 수")
CAUSE_NEIGHBOUR = Text(en="for other values", ko="다른 값에서 나온 수")
CAUSE_STEP = Text(en="one step before or after", ko="한 단계 앞이나 뒤의 수")
CAUSE_LOGARITHM = Text(en="to another base", ko="로그의 밑이 다름")
CAUSE_SCALE = Text(en="percent, or the point in another place", ko="퍼센트나 소수점 자리")
CAUSE_ROUNDED = Text(en="rounded too early or too far", ko="너무 일찍, 또는 너무 많이 반올림함")
PREDICTIONS_TITLE = Text(en="How close your predictions came", ko="예측이 얼마나 가까웠나")
PREDICTIONS_NONE = Text(en="No prediction of a number yet.", ko="아직 숫자를 예측한 적이 없습니다.")
PREDICTIONS_FACT = Text(
    en="{right} of {guesses} predictions right · a typical number is {percent}% off",
    ko="예측 {guesses}번 중 {right}번 맞음 · 숫자 예측의 보통 오차 {percent}%",
)
PREDICTIONS_RIGHT = Text(en="{right} of {guesses} predictions right", ko="예측 {guesses}번 중 {right}번 맞음")
MISS_WITHIN = Text(en="within {percent}%", ko="{percent}% 이내")
MISS_BEYOND = Text(en="further off", ko="그 이상")
PROGRESS_TITLE = Text(en="Progress", ko="진도")
NO_RECORD_YET = Text(
    en="Nothing here yet. Answer a question in a lesson, and it shows.",
    ko="아직 기록이 없습니다. 강의에서 질문에 답하면 여기에 나타납니다.",
)

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

MOVES = Text(en="(moves: {moves} of {most})", ko="({most}번 중 {moves}번)")
NEXT_STEP = Text(en="Next: {title}", ko="다음: {title}")

# what is said to a response

YOURS = Text(en="yours", ko="내 계산")
RIGHT_WORKING = Text(en="the answer", ko="맞는 계산")
IT_IS = Text(en="It is: {answer}", ko="실제로는: {answer}")
GUESS_WAS = Text(en="You guessed {guess}. It is {truth}.", ko="예측: {guess}, 실제 값: {truth}")
GUESS_WAS_NEAR = Text(
    en="You guessed {guess}. It is {truth}. Well seen!", ko="예측: {guess}, 실제 값: {truth}. 잘 맞혔습니다!"
)

# help

HELP_ALWAYS = Text(en="Everywhere", ko="어디서나")
HELP_HERE = Text(en="Here", ko="여기서")
HELP_MARKS = Text(en="One thing, one colour, one mark", ko="뜻마다 정해진 색과 표시")
HELP_MORE = Text(
    en="First you choose (arrows, digits, space), type or set; then enter answers. Letters are shortcuts; arrows, enter, space, tab and esc do everything. Under a Korean keyboard the same keys work.",
    ko="먼저 고르고(화살표, 숫자, 스페이스), 적거나 맞춥니다. 그다음 엔터로 답합니다. 글자 키는 지름길입니다. 화살표, 엔터, 스페이스, 탭, esc만으로 모두 할 수 있습니다. 한글 입력 상태에서도 같은 키가 듣습니다.",
)
ROLE_GIVEN = Text(en="what is given: the data", ko="주어진 것: 데이터")
ROLE_MODEL = Text(en="the model: its line, its parameters", ko="모델: 직선과 매개변수")
ROLE_GUESS = Text(en="your own guess", ko="나의 예측")
ROLE_LOSS = Text(en="error, loss, a wrong answer", ko="오차, 손실, 틀린 답")
ROLE_RIGHT = Text(en="right", ko="맞음")
ROLE_OTHER = Text(en="a second curve beside the model", ko="모델 옆의 다른 곡선")

# the size of the terminal

TOO_SMALL = Text(
    en="This terminal is {width}×{height}. The tutor needs {least_width}×{least_height}.\nMake it larger and the lesson comes back by itself.",
    ko="지금 터미널은 {width}×{height}입니다. 이 튜터는 {least_width}×{least_height} 이상이 필요합니다.\n창을 키우면 하던 곳으로 저절로 돌아옵니다.",
)

# the author's tools

WATCH_GOES = Text(en="This goes by itself when it is mended.", ko="고쳐서 저장하면 저절로 사라집니다.")

# sittings

REVIEW_TITLE = Text(en="Review", ko="복습")
TEST_OUT_TITLE = Text(en="Test out: {title}", ko="확인 문제: {title}")
RETURNS = Text(en="This one comes back once more in a moment.", ko="이 질문은 잠시 뒤에 한 번 더 나옵니다.")
NEXT_QUESTION = Text(en="Next question", ko="다음 질문")
FINISH = Text(en="Finish", ko="마치기")
SKIP = Text(en="skip", ko="건너뛰기")
SNOOZE = Text(en="not this week", ko="일주일 미루기")
SNOOZED = Text(en="Put off until {day}.", ko="{day}까지 미루었습니다.")
TEST_OUT_WELCOME = Text(
    en="One question a skill, asked once and without hints. What you know is marked; the rest is for the lesson.",
    ko="배울 것마다 한 문제씩, 힌트 없이 한 번만 묻습니다. 아는 것은 표시해 두고, 나머지는 강의에서 배우면 됩니다.",
)
REVIEW_DONE = Text(
    en="{right} of {asked} right at the first try.", ko="{asked}문제 가운데 {right}문제를 한 번에 맞혔습니다."
)
REVIEW_ALL_DONE = Text(en="That was all for today.", ko="오늘 복습을 모두 마쳤습니다.")
REVIEW_GOES_ON = Text(
    en="Left of today's: {count}. They wait; nothing is lost.",
    ko="오늘 몫 가운데 남은 것 {count}문제. 나중에 이어서 하면 됩니다.",
)
REVIEW_ENOUGH_TODAY = Text(
    en="That is enough for today. What waits is spread over the days to come: {count}.",
    ko="오늘은 이만하면 됩니다. 남은 {count}문제는 앞으로 며칠에 나누어 나옵니다.",
)
REVIEW_ANOTHER = Text(en="Another {minutes} minutes", ko="{minutes}분 더 하기")
REVIEW_SIZE = Text(en="Questions: {count}, about {minutes} min.", ko="{count}문제, 약 {minutes}분.")
REVIEW_SIZE_WAITING = Text(
    en="Questions: {count}, about {minutes} min. Waiting for the days after: {waiting}.",
    ko="{count}문제, 약 {minutes}분. {waiting}문제는 다음 날로 미룹니다.",
)
CHANGE_LENGTH = Text(en="take {minutes} min", ko="{minutes}분으로 하기")
SEE_WHERE_TAUGHT = Text(en="see where this was taught", ko="배운 곳 다시 보기")
REVIEW_NONE = Text(
    en="Nothing is due today. What you answer in a lesson comes back here after a few days, just before you would forget it.",
    ko="오늘은 복습할 것이 없습니다. 강의에서 답한 질문이 며칠 뒤, 잊기 직전에 여기로 돌아옵니다.",
)
REVIEW_NEXT = Text(en="Next review: {day}, questions: {count}.", ko="다음 복습: {day}, {count}문제.")
PRACTISE = Text(en="practise: {cause}", ko="연습: {cause}")
PRACTICE_TITLE = Text(en="Practice: {cause}", ko="연습: {cause}")
PRACTICE_WELCOME = Text(
    en="Questions: {count}. In each of them this slip is easily made.", ko="이 실수를 하기 쉬운 문제 {count}개입니다."
)
PRACTICE_NONE = Text(
    en="There is nothing to practise this with yet: a few more questions of the lessons have to be answered first.",
    ko="아직 연습할 문제가 없습니다. 강의의 문제를 몇 개 더 풀면 생깁니다.",
)
PRACTICE_RESTED = Text(
    en="The slip did not come up. It rests now; a practice is offered again if it comes back.",
    ko="이번에는 같은 실수를 하지 않았습니다. 다시 나타나면 그때 또 연습할 수 있습니다.",
)
PRACTICE_SLIPPED = Text(
    en="The slip came up here too, times: {count}. At three it is offered for practice again.",
    ko="이번에도 같은 실수가 {count}번 나왔습니다. 세 번이 되면 다시 연습할 수 있습니다.",
)
TEST_OUT_NONE = Text(
    en="This lesson asks nothing, so there is nothing to check.", ko="이 강의에는 질문이 없어 확인할 것이 없습니다."
)
TEST_OUT_KNOWN = Text(en="Shown in this check:", ko="이번에 확인한 것:")
TEST_OUT_MISSED = Text(en="Worth reading in the lesson:", ko="강의에서 읽어 볼 만한 것:")
BACK_TO_HOME = Text(en="Back to the course map", ko="처음 화면으로")
TO_THE_LESSON = Text(en="To the lesson", ko="강의로 가기")

# a terminal


# words

WORDS_HERE = Text(en="Words on this screen", ko="이 화면의 용어")
A_WORD = Text(en="{number} · a word", ko="{number} · 용어")
ALL_WORDS = Text(en="Words of the course: {count}", ko="강좌의 용어: {count}개")

# a question whose numbers are still computed

PUTTING = Text(en="One moment: its numbers are being computed.", ko="잠시만요. 질문에 쓸 수를 계산하고 있습니다.")
