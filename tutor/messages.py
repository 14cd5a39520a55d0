"""Every text of the interface, in every language it speaks, one beside the other so that they cannot drift apart.

A screen takes a message and says it in its own language: `messages.CONTINUE(language)`. The type checker finds a
misspelt name; a test finds a missing language or a placeholder that only one language has.
"""

from __future__ import annotations

from tutor.language import Text

# controls of a lab

TYPED_HINT = Text(en="{limits} · enter", ko="{limits} · 엔터")
TYPED_REFUSED = Text(en="✗ only {limits}", ko="✗ {limits} 사이의 수만 됩니다")

ON = Text(en="on", ko="켬")
OFF = Text(en="off", ko="끔")
YOUR_GUESS = Text(en="your guess", ko="나의 예측")
VEILED_ALT = Text(en="What this shows comes after your guess.", ko="예측하고 나면 이 그림이 나타납니다.")

# what keys do

KEY_MOVE = Text(en="move", ko="조절")
KEY_MOVE_LARGE = Text(en="ten steps at once", ko="열 칸씩 조절")
KEY_ENDS = Text(en="lowest, highest", ko="가장 작게, 가장 크게")
KEY_OTHER_CONTROL = Text(en="other control", ko="다른 조절")
KEY_PLAY = Text(en="play", ko="재생")
KEY_PAUSE = Text(en="pause", ko="멈춤")
KEY_FLIP = Text(en="on/off", ko="켜기/끄기")
KEY_NEXT_OPTION = Text(en="next option", ko="다음 선택지")
KEY_SPEED = Text(en="play slower, faster", ko="느리게, 빠르게 재생")
KEY_FIRST_LAST = Text(en="first, last", ko="처음, 끝")
KEY_UNDO = Text(en="undo the last move", ko="마지막 조절 되돌리기")
KEY_ACCEPT = Text(en="take this value", ko="이 값으로")
KEY_CANCEL = Text(en="leave it", ko="그만두기")
KEY_RESET = Text(en="back to the starting values", ko="처음 값으로")

KEY_QUIT = Text(en="quit", ko="끝내기")
KEY_COPY_OR_QUIT = Text(en="copy the selection, or quit", ko="선택한 글 복사, 없으면 끝내기")
KEY_HELP = Text(en="help", ko="도움말")
KEY_PALETTE = Text(en="all commands", ko="모든 명령")
KEY_LANGUAGE = Text(en="한국어", ko="English")
KEY_SETTINGS = Text(en="settings", ko="설정")
KEY_HOME = Text(en="home", ko="처음으로")
KEY_CLOSE = Text(en="close", ko="닫기")
KEY_OTHER = Text(en="another of these", ko="다른 것 고르기")
KEY_OPEN = Text(en="open", ko="열기")
KEY_CHOOSE = Text(en="choose", ko="고르기")
KEY_CONTINUE = Text(en="continue", ko="계속")
KEY_NEXT_STEP = Text(en="next step", ko="다음 단계")
KEY_PREVIOUS_STEP = Text(en="previous step", ko="이전 단계")
KEY_TURN = Text(en="previous, next step", ko="이전, 다음 단계")
KEY_SCROLL = Text(en="scroll", ko="스크롤")
KEY_PAGE = Text(en="page", ko="한 화면씩")
KEY_SOURCE = Text(en="code", ko="코드")
KEY_OTHER_FUNCTION = Text(en="other function", ko="다른 함수")
KEY_WORKING = Text(en="working", ko="풀이")
KEY_HINT = Text(en="hint", ko="힌트")
KEY_REVEAL = Text(en="show the answer", ko="답 보기")
KEY_AGAIN = Text(en="try again", ko="다시 풀기")
KEY_ANSWER = Text(en="answer", ko="답하기")
KEY_CHECK = Text(en="check my setting", ko="지금 설정 확인")
KEY_TICK = Text(en="tick", ko="표시")
KEY_MOVE_ITEM = Text(en="move the item", ko="항목 옮기기")
KEY_NEXT_PART = Text(en="next part", ko="다음 부분")
KEY_PREVIOUS_PART = Text(en="previous part", ko="이전 부분")
KEY_NUDGE = Text(en="nudge the guess", ko="예측 조금씩 옮기기")
KEY_REVIEW = Text(en="review", ko="복습")
KEY_CHECK_LESSON = Text(en="test out of the lesson", ko="아는 강의인지 확인")
KEY_PROGRESS = Text(en="progress", ko="진도")
KEY_SEARCH = Text(en="search", ko="찾기")
KEY_NEXT_QUESTION = Text(en="next question", ko="다음 질문")
KEY_SKIP = Text(en="skip", ko="건너뛰기")
KEY_SNOOZE = Text(en="put off for a week", ko="일주일 미루기")
KEY_READ_STEP = Text(en="read it in the lesson", ko="강의에서 읽기")
KEY_STOP = Text(en="stop", ko="그만하기")
KEY_BOOKMARK = Text(en="bookmark", ko="책갈피")
KEY_NOTE = Text(en="note", ko="메모")
KEY_KEEP_NOTE = Text(en="keep", ko="저장")
KEY_OTHER_PAGE = Text(en="other page", ko="다른 쪽")
KEY_OTHER_LESSON = Text(en="other lesson", ko="다른 강의")

# home

WELCOME = Text(
    en="Every number you will see is computed while you look. Guess first; being wrong costs nothing here.",
    ko="화면의 모든 숫자는 보는 그 순간 계산됩니다. 먼저 짐작해 보세요. 틀려도 잃는 것은 없습니다.",
)
CONTINUE_WHERE = Text(en="Continue", ko="이어서 하기")
START_HERE = Text(en="Start here", ko="여기서 시작")
STEP_OF = Text(en="step {step} of {steps}", ko="{steps}단계 중 {step}단계")
STEPS = Text(en="{steps} steps", ko="{steps}단계")
QUESTIONS_RIGHT = Text(en="{right} of {total} questions", ko="질문 {total}개 중 {right}개")
PAGES = Text(en="slides {pages}", ko="강의 자료 {pages}쪽")
REVIEW = Text(en="Review", ko="복습")
REVIEW_NOTHING = Text(en="Review: nothing due today", ko="복습: 오늘은 없음")
REVIEW_DUE = Text(en="Review: {count} due today, {minutes} min", ko="복습: 오늘 {count}개, 약 {minutes}분")
TEST_OUT = Text(en="Test out", ko="확인 문제")
PROGRESS = Text(en="Progress", ko="진도")
SEARCH = Text(en="Search", ko="찾기")
SKILL_COUNTS = Text(
    en="{learnt} learnt · {shaky} shaky · {unseen} not seen", ko="익힘 {learnt} · 불확실 {shaky} · 아직 {unseen}"
)
LEARNT = Text(en="learnt", ko="익힘")
SHAKY = Text(en="shaky", ko="불확실")
UNSEEN = Text(en="not seen yet", ko="아직 보지 않음")

# review and check

REVIEW_TITLE = Text(en="Review", ko="복습")
CHECK_TITLE = Text(en="Test out: {title}", ko="확인 문제: {title}")
LEFT = Text(en="{count} left", ko="{count}개 남음")
RETURNS = Text(en="This one comes back once more in a moment.", ko="이 질문은 잠시 뒤에 한 번 더 나옵니다.")
NEXT_QUESTION = Text(en="Next question", ko="다음 질문")
FINISH = Text(en="Finish", ko="마치기")
SKIP = Text(en="skip", ko="건너뛰기")
SNOOZE = Text(en="not this week", ko="일주일 미루기")
SNOOZED = Text(en="Put off until {day}.", ko="{day}까지 미루었습니다.")
CHECK_WELCOME = Text(
    en="One question a skill, asked once and without hints. What you know is marked as learnt; the rest is for the lesson.",
    ko="배울 것마다 한 문제씩, 힌트 없이 한 번만 묻습니다. 아는 것은 익힌 것으로 표시하고, 나머지는 강의에서 배우면 됩니다.",
)
REVIEW_DONE = Text(
    en="{right} of {asked} right at the first try.", ko="{asked}문제 가운데 {right}문제를 첫 번에 맞혔습니다."
)
REVIEW_ALL_DONE = Text(en="That was all for today.", ko="오늘 복습을 모두 마쳤습니다.")
REVIEW_STILL_DUE = Text(
    en="Still due today: {count}. They wait; nothing is lost.",
    ko="오늘 남은 복습: {count}개. 나중에 이어서 하면 됩니다.",
)
REVIEW_NONE = Text(
    en="Nothing is due today. What you answer in a lesson comes back here after a few days, just before you would forget it.",
    ko="오늘은 복습할 것이 없습니다. 강의에서 답한 질문이 며칠 뒤, 잊기 직전에 여기로 돌아옵니다.",
)
REVIEW_NEXT = Text(en="Next review: {day}, questions: {count}.", ko="다음 복습: {day}, {count}문제.")
CHECK_NONE = Text(
    en="This lesson asks nothing, so there is nothing to check.", ko="이 강의에는 질문이 없어 확인할 것이 없습니다."
)
CHECK_KNOWN = Text(en="Shown in this check:", ko="이번에 확인한 것:")
CHECK_MISSED = Text(en="Worth reading in the lesson:", ko="강의에서 읽어 볼 만한 것:")
NOT_THIS_TIME = Text(en="Not this time.", ko="이번에는 아닙니다.")
BACK_TO_HOME = Text(en="Back to the course map", ko="처음 화면으로")
TO_THE_LESSON = Text(en="To the lesson", ko="강의로 가기")

# progress

PROGRESS_TITLE = Text(en="Progress", ko="진도")
PAGE_DAYS = Text(en="Days", ko="날짜별")
PAGE_LESSONS = Text(en="Lessons", ko="강의별")
PAGE_AHEAD = Text(en="Reviews ahead", ko="앞으로의 복습")
PAGE_QUESTIONS = Text(en="Questions", ko="질문")
FACT_DAYS = Text(en="days: {days}, in a row: {streak}", ko="공부한 날 {days}일, 연속 {streak}일")
FACT_TIME = Text(en="time: {time}", ko="모두 {time}")
FACT_ANSWERS = Text(en="answers: {answers}, {percent}% right", ko="답 {answers}개, 정답 {percent}%")
NO_RECORD_YET = Text(
    en="Nothing here yet. Answer a question in a lesson, and it shows.",
    ko="아직 기록이 없습니다. 강의에서 질문에 답하면 여기에 나타납니다.",
)
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

# search and notes

SEARCH_PLACEHOLDER = Text(en="a word from the course or from your notes", ko="강의나 메모에 있는 낱말")
SEARCH_NOTHING = Text(en="Nothing found.", ko="찾은 것이 없습니다.")
SEARCH_NOTHING_KEPT = Text(
    en="Your bookmarks (m) and notes (e) on steps are listed here.",
    ko="단계마다 남긴 책갈피(m)와 메모(e)가 여기에 모입니다.",
)
NOTE_HINT = Text(en="kept as you type", ko="쓰는 대로 저장됩니다")

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
NEXT_LESSON = Text(en="Next lesson: {title}", ko="다음 강의: {title}")
BACK_HOME = Text(en="That was the last lesson. Back to the course map", ko="마지막 강의였습니다. 처음 화면으로")
GUESS_FIRST = Text(
    en="Your guess first: the lab opens as soon as you have committed to one.",
    ko="먼저 예측해 보세요. 답을 정하면 바로 실험이 열립니다.",
)
LAB_FAILED = Text(
    en="The lab cannot work this out ({error}). Move a slider back; nothing is lost.",
    ko="이 값에서는 실험을 계산하지 못했습니다({error}). 슬라이더를 되돌려 보세요. 잃은 것은 없습니다.",
)
WORKING_OUT = Text(en="computing {percent}%", ko="계산 중 {percent}%")

# screens

HELP_TITLE = Text(en="What the keys do here", ko="여기서 쓸 수 있는 키")
HELP_ALWAYS = Text(en="Everywhere", ko="어디서나")
HELP_HERE = Text(en="Here", ko="여기서")
HELP_MARKS = Text(en="One thing, one colour, one mark", ko="뜻마다 정해진 색과 표시")
HELP_MORE = Text(
    en="Letters are shortcuts; arrows, enter, space, tab and esc do everything. Under a Korean keyboard the same keys work.",
    ko="글자 키는 지름길입니다. 화살표, 엔터, 스페이스, 탭, esc만으로 모두 할 수 있습니다. 한글 입력 상태에서도 같은 키가 듣습니다.",
)
ROLE_GIVEN = Text(en="what is given: the data", ko="주어진 것: 데이터")
ROLE_MODEL = Text(en="the model: its line, its parameters", ko="모델: 직선과 매개변수")
ROLE_GUESS = Text(en="your own guess", ko="나의 예측")
ROLE_LOSS = Text(en="error, loss, a wrong answer", ko="오차, 손실, 틀린 답")
ROLE_RIGHT = Text(en="right", ko="맞음")
ROLE_OTHER = Text(en="a second curve beside the model", ko="모델 옆의 다른 곡선")
SETTINGS_TITLE = Text(en="Settings", ko="설정")
SETTING_LANGUAGE = Text(en="language", ko="언어")
SETTING_THEME = Text(en="colours", ko="색")
SETTING_MOTION = Text(en="motion", ko="움직임")
THEME_DARK = Text(en="dark", ko="어둡게")
THEME_LIGHT = Text(en="light", ko="밝게")
THEME_PLAIN = Text(en="no colours", ko="색 없이")
MOTION_ON = Text(en="on", ko="켬")
MOTION_OFF = Text(en="reduced", ko="줄임")
SOURCE_TITLE = Text(en="The code behind this", ko="이 계산의 코드")
SOURCE_COUNT = Text(en="{number} of {total}", ko="{total}개 중 {number}")
PALETTE_SEARCH = Text(en="Search for a command…", ko="명령 찾기…")
TOO_SMALL = Text(
    en="This terminal is {width}×{height}. The tutor needs {least_width}×{least_height}.\nMake it larger and the lesson comes back by itself.",
    ko="지금 터미널은 {width}×{height}입니다. 이 튜터는 {least_width}×{least_height} 이상이 필요합니다.\n창을 키우면 하던 곳으로 저절로 돌아옵니다.",
)
THEME_COMMAND = Text(en="Colours: {name}", ko="색: {name}")
MOTION_COMMAND = Text(en="Motion: {name}", ko="움직임: {name}")
LESSON_COMMAND = Text(en="Lesson {number}: {title}", ko="강의 {number}: {title}")

# questions

TO_ONE_DECIMAL = Text(en="to one decimal", ko="소수 첫째 자리까지")
TO_TWO_DECIMALS = Text(en="to two decimals", ko="소수 둘째 자리까지")
TO_THREE_DECIMALS = Text(en="to three decimals", ko="소수 셋째 자리까지")
TO_FOUR_DECIMALS = Text(en="to four decimals", ko="소수 넷째 자리까지")
TO_WHOLE_PERCENT = Text(en="to a whole percent", ko="1% 단위까지")
TO_TENTH_PERCENT = Text(en="to a tenth of a percent", ko="0.1% 단위까지")
WITHIN = Text(en="within {width}", ko="오차 {width} 이내")
WITHIN_RELATIVE = Text(en="within {width}%", ko="오차 {width}% 이내")
WITHIN_POINTS = Text(en="within {width} percentage points", ko="오차 {width}%p 이내")
TRUE = Text(en="true", ko="참")
FALSE = Text(en="false", ko="거짓")
EXACTLY = Text(en="exactly", ko="정확하게")
NO_NUMBER = Text(
    en="I cannot read that as a number. Write it like 4.67, -2, 14/3 or 1e-3.",
    ko="숫자로 읽을 수 없습니다. 4.67, -2, 14/3, 1e-3처럼 적어 주세요.",
)
NO_PERCENT = Text(
    en="I cannot read that as a number. Write it like 15, 15% or 3/20.",
    ko="숫자로 읽을 수 없습니다. 15, 15%, 3/20처럼 적어 주세요.",
)
SIGN_LOST = Text(
    en="The size is right. Look at the sign once more.",
    ko="크기는 맞습니다. 부호를 한 번 더 살펴보세요.",
)
ANSWER_IS_SMALLER = Text(
    en="Not yet: the answer is smaller than {given}.", ko="아직 아닙니다. 답은 {given}보다 작습니다."
)
ANSWER_IS_LARGER = Text(en="Not yet: the answer is larger than {given}.", ko="아직 아닙니다. 답은 {given}보다 큽니다.")
CHOOSE_ONE = Text(en="Choose one of the options first.", ko="먼저 하나를 골라 주세요.")
CHOOSE_SOME = Text(en="Choose at least one of the options first.", ko="먼저 하나 이상 골라 주세요.")
NO_ARRAY = Text(
    en="I cannot read that as an array. Write it like [[1, 2], [3, 4]], or the rows apart: 1 2; 3 4.",
    ko="배열로 읽을 수 없습니다. [[1, 2], [3, 4]]처럼, 또는 행을 나누어 1 2; 3 4처럼 적어 주세요.",
)
RAGGED_ARRAY = Text(
    en="The rows differ in length, so this is no array. Every row needs as many numbers.",
    ko="행마다 숫자 개수가 달라서 배열이 되지 않습니다. 모든 행의 개수를 같게 해 주세요.",
)
NO_SHAPE = Text(
    en="I cannot read that as a shape. Write it like 3x2, (3, 2) or 3, 2.",
    ko="형상으로 읽을 수 없습니다. 3x2, (3, 2), 3, 2처럼 적어 주세요.",
)
OTHER_SHAPE = Text(
    en="Look at the shape first: yours is {given}, the answer has another one.",
    ko="먼저 형상을 보세요. 적은 배열의 형상은 {given}인데, 답의 형상은 다릅니다.",
)
OTHER_DIMENSIONS = Text(
    en="Count the dimensions first: you wrote {given} of them.",
    ko="먼저 차원의 개수를 세어 보세요. 적은 것은 {given}개입니다.",
)
FIRST_WRONG_ENTRY = Text(
    en="The first number that is not right yet: {given}, at {place}.",
    ko="아직 맞지 않는 첫 숫자는 {place}의 {given}입니다.",
)
AT_ROW_COLUMN = Text(en="row {row}, column {column}", ko="{row}행 {column}열")
AT_POSITION = Text(en="position {position}", ko="{position}번째 자리")
AT_INDEX = Text(en="index {index}", ko="인덱스 {index}")
NO_ORDER = Text(en="Put every item in its place first.", ko="먼저 모든 항목을 순서대로 놓아 주세요.")
NO_WORD = Text(en="Write a word or a symbol first.", ko="먼저 낱말이나 기호를 적어 주세요.")
NO_SETTING = Text(
    en="These sliders cannot be read. Move one and try again.",
    ko="슬라이더를 읽을 수 없습니다. 하나를 움직이고 다시 해 보세요.",
)
ONE_MORE_BELONGS = Text(
    en="What you chose is right, and something is still missing.",
    ko="고른 것은 모두 맞습니다. 아직 빠진 것이 있습니다.",
)

# what is said to a response

ENTRY_SHAPE = Text(en="a shape, as in 2 x 3", ko="형상: 2 x 3처럼")
ENTRY_ARRAY = Text(en="rows after semicolons: 1 2; 3 4", ko="행마다 세미콜론: 1 2; 3 4")
ENTRY_ROW = Text(en="numbers with commas between: 1, 2", ko="수 사이에 쉼표: 1, 2")
ENTRY_WHOLE = Text(en="a whole number", ko="정수 하나")
ENTRY_WORD = Text(en="a word or a symbol", ko="낱말이나 기호")

RIGHT = Text(en="Right.", ko="맞습니다.")
NOT_YET = Text(en="Not yet. Look again, or ask for a hint.", ko="아직 아닙니다. 다시 살펴보거나 힌트를 보세요.")
ANSWER_IS = Text(en="The answer is {answer}.", ko="답: {answer}")
IT_IS = Text(en="It is: {answer}", ko="실제로는: {answer}")
GUESS_WAS = Text(en="You guessed {guess}. It is {truth}.", ko="예측: {guess}, 실제 값: {truth}")
GUESS_WAS_NEAR = Text(
    en="You guessed {guess}. It is {truth}. Well seen!", ko="예측: {guess}, 실제 값: {truth}. 정확하게 보셨습니다!"
)

# the command line

CLI_OPEN = Text(
    en="Learn the basics of deep learning in the terminal. Opens where you left off.",
    ko="터미널에서 딥러닝의 기본을 배웁니다. 지난번에 멈춘 곳에서 열립니다.",
)
CLI_USAGE = Text(en="usage: ", ko="사용법: ")
CLI_ARGUMENTS = Text(en="arguments", ko="인자")
CLI_OPTIONS = Text(en="options", ko="옵션")
CLI_COMMANDS = Text(
    en="other commands (tutor COMMAND --help says more):", ko="다른 명령 (tutor 명령 --help로 자세히 볼 수 있습니다):"
)
CLI_EXAMPLES = Text(
    en="examples:\n  tutor                      go on where you left off\n  tutor --at cost            open a lesson\n  tutor my-course/           open a course of your own\n  tutor show cost/2 --svg cost.svg",
    ko="예:\n  tutor                      지난번에 멈춘 곳에서 이어서 하기\n  tutor --at cost            강의 하나 열기\n  tutor my-course/           직접 만든 강좌 열기\n  tutor show cost/2 --svg cost.svg",
)
CLI_COURSE = Text(en="the folder of a course; without it, the built-in one", ko="강좌 폴더. 없으면 기본 강좌를 엽니다")
CLI_AT = Text(en="open this lesson, and this step of it", ko="이 강의의 이 단계를 엽니다")
CLI_THEME = Text(en="colours: dark, light, or plain (none)", ko="색: dark(어둡게), light(밝게), plain(색 없이)")
CLI_LANG = Text(en="the language of the lessons and of all else", ko="강의와 화면의 언어")
CLI_STORE = Text(
    en="the file that keeps your answers; without it, TUTOR_HOME or the platform's data folder",
    ko="답을 기록하는 파일. 없으면 TUTOR_HOME이나 시스템의 데이터 폴더를 씁니다",
)
CLI_LEARNER = Text(
    en="whose record; without it, that of the operating system's user",
    ko="누구의 기록인지 정합니다. 없으면 시스템 사용자의 기록을 씁니다",
)
CLI_HELP = Text(en="show this and end", ko="이 도움말을 보여 줍니다")
CLI_VERSION = Text(en="show the version and end", ko="버전을 보여 줍니다")
CLI_SHOW = Text(
    en="Print a step of a lesson, or the course map (home), as it looks on screen. Needs no terminal.",
    ko="강의의 한 단계나 처음 화면(home)을 화면에 보이는 그대로 출력합니다. 터미널이 없어도 됩니다.",
)
CLI_SHOW_PLACE = Text(
    en="a lesson by id or number, and a step by id or number; or home",
    ko="강의의 id나 번호, 단계의 id나 번호. 또는 home",
)
CLI_SIZE = Text(en="columns and rows (120x36)", ko="가로 칸 수와 세로 줄 수 (120x36)")
CLI_SVG = Text(en="write a picture to FILE instead", ko="글 대신 그림을 FILE에 저장합니다")
CLI_SET = Text(
    en="set a parameter of the step's lab; may be repeated", ko="실험의 매개변수를 정합니다. 여러 번 쓸 수 있습니다"
)
CLI_PRESS = Text(
    en="press a key first (enter, right, w …); may be repeated",
    ko="먼저 키를 누릅니다(enter, right, w …). 여러 번 쓸 수 있습니다",
)
CLI_LIST = Text(en="List the lessons and how far you are.", ko="강의와 진도를 보여 줍니다.")
CLI_STEPS = Text(en="with their steps", ko="단계까지 보여 줍니다")
CLI_RESET = Text(
    en="Forget the answers of one lesson, or of the whole course. Asks first, and keeps a backup.",
    ko="강의 하나 또는 강좌 전체의 답을 지웁니다. 먼저 물어보고, 백업을 남깁니다.",
)
CLI_RESET_LESSON = Text(
    en="a lesson by id or number; without it, everything", ko="강의의 id나 번호. 없으면 모두 지웁니다"
)
CLI_YES = Text(en="do not ask", ko="묻지 않습니다")
CLI_PROGRESS = Text(
    en="Show how far you are: days, skills, reviews ahead, what is hard.",
    ko="진도를 보여 줍니다. 공부한 날, 배운 것, 앞으로의 복습, 어려운 질문.",
)
CLI_JSON = Text(en="everything as JSON", ko="모두 JSON으로 출력합니다")
NO_RECORD = Text(en="There is no record yet at {path}.", ko="{path}에는 아직 기록이 없습니다.")
CLI_RECAP = Text(
    en="Write a Markdown page of one's own about a lesson: its three lines, formulas, your answers, its code.",
    ko="강의 하나를 나만의 Markdown 문서로 정리합니다. 세 줄 요약, 수식, 내 답, 코드.",
)
CLI_RECAP_LESSON = Text(en="a lesson by id or number", ko="강의의 id나 번호")
CLI_RECAP_FILE = Text(
    en="the file to write; without it, the page is printed", ko="저장할 파일. 없으면 화면에 출력합니다"
)
WRITTEN = Text(en="Written: {path}", ko="저장했습니다: {path}")
RECAP_FORMULAS = Text(en="Formulas", ko="수식")
RECAP_QUESTIONS = Text(en="Questions and my answers", ko="질문과 내 답")
RECAP_NOT_ANSWERED = Text(en="not answered yet", ko="아직 답하지 않음")
RECAP_CODE = Text(en="The code behind it", ko="계산의 코드")
RECAP_CODE_RUNS = Text(
    en="Each block runs by itself; it needs NumPy.", ko="블록마다 그대로 실행할 수 있습니다. NumPy만 있으면 됩니다."
)
RECAP_FROM = Text(en="From “{course}”.", ko="“{course}”에서.")
CLI_EXPORT = Text(
    en="Write your record to a file, to carry it to another machine or to hand it to a teacher.",
    ko="기록을 파일로 내보냅니다. 다른 컴퓨터로 옮기거나 선생님께 드릴 때 씁니다.",
)
CLI_EXPORT_FILE = Text(en="the file to write", ko="저장할 파일")
CLI_NO_NOTES = Text(en="without your own notes, for a teacher", ko="내가 쓴 메모는 빼고 내보냅니다(선생님께 드릴 때)")
EXPORTED = Text(en="Answers written to {path}: {count}", ko="답 {count}개를 {path}에 저장했습니다")
NOT_OVERWRITTEN = Text(
    en="{path} is there already and is no exported record. Choose another name.",
    ko="{path} 파일이 이미 있는데, 내보낸 기록이 아닙니다. 다른 이름을 골라 주세요.",
)
CLI_IMPORT = Text(
    en="Add an exported record to yours. The same answer counts once, so importing twice does no harm.",
    ko="내보낸 기록을 내 기록에 합칩니다. 같은 답은 한 번만 세므로 두 번 가져와도 괜찮습니다.",
)
CLI_IMPORT_FILE = Text(en="a file that tutor export wrote", ko="tutor export로 저장한 파일")
IMPORTED = Text(
    en="New answers: {new}. There already: {known}.", ko="새로 가져온 답: {new}개, 이미 있던 답: {known}개."
)
CLI_REPORT = Text(
    en="For teachers: how a class did, question by question, from exported records or a folder of them.",
    ko="선생님을 위한 보고서: 내보낸 기록(또는 그 폴더)을 모아 질문마다 반 전체가 어떻게 답했는지 보여 줍니다.",
)
CLI_REPORT_FILES = Text(
    en="exported records, record files, or folders of them", ko="내보낸 기록이나 기록 파일, 또는 그것들이 든 폴더"
)
CLI_REPORT_COURSE = Text(en="the course they answered; without it, the built-in one", ko="답한 강좌. 없으면 기본 강좌")
CLI_CSV = Text(en="as CSV, a row a question", ko="질문마다 한 줄씩 CSV로 출력합니다")
CLI_NO_NAMES = Text(en="number the learners instead of naming them", ko="이름 대신 번호로 표시합니다")
REPORT_LEARNERS = Text(en="Learners: {count}", ko="학생 수: {count}")
REPORT_SKIPPED = Text(en="{path} holds no record, so it was left out.", ko="{path} 파일에는 기록이 없어 제외했습니다.")
REPORT_NOTHING = Text(en="No record was found.", ko="기록을 찾지 못했습니다.")
REPORT_QUESTION = Text(en="question", ko="질문")
REPORT_TRIED = Text(en="tried", ko="답함")
REPORT_RIGHT_FIRST = Text(en="right first", ko="첫 번에")
REPORT_RIGHT = Text(en="right", ko="맞힘")
REPORT_HINTS = Text(en="hints", ko="힌트")
REPORT_REVEALED = Text(en="shown", ko="답 봄")
REPORT_WRONG = Text(en="commonest wrong answer", ko="가장 흔한 오답")
REPORT_WRONG_IS = Text(en="{response} ({count}×, {mistake})", ko="{response} ({count}명, {mistake})")
REPORT_WRONG_OTHER = Text(en="{response} ({count}×)", ko="{response} ({count}명)")
REPORT_LEARNER = Text(en="learner", ko="학생")
REPORT_ATTEMPTS = Text(en="answers", ko="답")
CLI_RESET_QUESTION = Text(
    en="forget one question, by its id, wherever it was asked", ko="질문 하나만 지웁니다(질문의 id)"
)
CLI_UNDO = Text(en="bring back what the last reset took", ko="마지막으로 지운 것을 되돌립니다")
NO_SUCH_QUESTION = Text(en="There is no question {given}. {near}", ko="{given}: 그런 질문이 없습니다. {near}")
NOTHING_TO_UNDO = Text(en="There is no reset to undo.", ko="되돌릴 것이 없습니다.")
UNDONE = Text(en="Answers brought back: {count}.", ko="답 {count}개를 되돌렸습니다.")
RESCUED = Text(
    en="Answers that could not be saved are in {path}. Once {record} can be written again: tutor import {path}",
    ko="저장하지 못한 답을 {path}에 따로 남겨 두었습니다. {record}에 다시 쓸 수 있게 되면 실행하세요: tutor import {path}",
)
NOT_RESCUED = Text(
    en="Answers that could not be saved: {count}. No other place could be written either.",
    ko="저장하지 못한 답: {count}개. 다른 곳에도 쓸 수 없었습니다.",
)
COURSE_BROKEN = Text(en="This course cannot be opened yet:", ko="아직 이 강좌를 열 수 없습니다:")
CRASHED = Text(
    en="The tutor met a fault of its own and had to stop. Every answer you gave is kept; start it again to go on. What follows says where the fault is.",
    ko="프로그램에 오류가 생겨 멈췄습니다. 입력한 답은 모두 저장되어 있으니 다시 시작하면 이어서 할 수 있습니다. 아래는 오류가 난 곳입니다.",
)
NO_TERMINAL = Text(
    en="The tutor needs a terminal to draw on. Without one, `tutor show LESSON` prints a screen, and `tutor list` the lessons.",
    ko="화면을 그릴 터미널이 필요합니다. 터미널 없이는 `tutor show 강의`로 화면을, `tutor list`로 강의 목록을 볼 수 있습니다.",
)
NO_SUCH_LESSON = Text(
    en="There is no {given}. The lessons are: {known}.", ko="{given}: 그런 강의가 없습니다. 강의 목록: {known}."
)
BAD_SIZE = Text(
    en="{given} is no size. Write columns x rows, as in 120x36.",
    ko="{given}: 크기가 아닙니다. 120x36처럼 가로x세로로 적어 주세요.",
)
CANNOT_WRITE = Text(en="Cannot write {path}: {why}", ko="{path}: 저장할 수 없습니다 ({why})")
RESET_QUESTION = Text(
    en="Forget all answers in “{what}”? A backup is kept. [y/N]",
    ko="“{what}”의 답을 모두 지울까요? 백업은 남겨 둡니다. [y/N]",
)
RESET_DONE = Text(
    en="Forgotten: {count} answers in “{what}”. The backup is {backup}",
    ko="“{what}”의 답 {count}개를 지웠습니다. 백업: {backup}",
)
NOTHING_CHANGED = Text(en="Nothing was changed.", ko="아무것도 바꾸지 않았습니다.")

# the author's tools

ERROR = Text(en="error", ko="오류")
WARNING = Text(en="warning", ko="경고")
CLI_CHECK = Text(
    en="Prove a course: answer every question, run every lab to the ends of its parameters, lay out every step.",
    ko="강좌를 검사합니다. 모든 질문에 답해 보고, 모든 실험을 매개변수의 끝까지 돌리고, 모든 단계를 화면에 놓아 봅니다.",
)
CLI_FORMAT = Text(
    en="how to write the findings: text, json, or github (annotations of a workflow)",
    ko="결과를 쓰는 방식: text, json, github(워크플로 주석)",
)
CLI_STRICT = Text(en="warnings count as errors", ko="경고도 오류로 셉니다")
CLI_NO_LABS = Text(
    en="run no lab: only files, texts and what rests on none of the course's own Python",
    ko="실험을 돌리지 않습니다. 강좌의 Python 없이 볼 수 있는 파일과 글만 검사합니다",
)
CLI_TRUST = Text(
    en="run the Python in the course's labs/ without asking (for scripts)",
    ko="강좌의 labs/에 있는 Python을 묻지 않고 실행합니다 (스크립트용)",
)
CLI_CHECK_CODES = Text(
    en="exit codes:\n  0  nothing found, or warnings only\n  1  errors (with --strict: errors or warnings)\n  2  wrong use, or no consent to run the course's own labs",
    ko="종료 코드:\n  0  찾은 것이 없거나 경고만 있음\n  1  오류가 있음 (--strict: 오류나 경고가 있음)\n  2  잘못된 사용, 또는 강좌의 실험을 실행해도 된다는 동의가 없음",
)
CHECK_FOUND = Text(en="errors: {errors}, warnings: {warnings}", ko="오류: {errors}, 경고: {warnings}")
CHECK_CLEAN = Text(en="Nothing to mend.", ko="고칠 것이 없습니다.")
CHECK_WITHOUT_LABS = Text(
    en="Nothing was run. `tutor check --no-labs` reads the files without running anything.",
    ko="아무것도 실행하지 않았습니다. `tutor check --no-labs`는 실행 없이 파일만 검사합니다.",
)
NO_SUCH_FOLDER = Text(en="There is no folder {given}.", ko="{given}: 그런 폴더가 없습니다.")
LABS_WARNING = Text(
    en="{folder} brings Python of its own: {files}.\nOpening this course runs that code with your rights, as opening a notebook does.",
    ko="{folder}에는 자체 Python 코드가 들어 있습니다: {files}.\n이 강좌를 열면 노트북을 열 때처럼 그 코드가 내 권한으로 실행됩니다.",
)
LABS_QUESTION = Text(
    en="Run it? I will not ask again until it changes. [y/N]",
    ko="실행할까요? 내용이 바뀌기 전에는 다시 묻지 않습니다. [y/N]",
)
LABS_NEED_TRUST = Text(
    en="There is no terminal to ask on. If you trust this course, say so with --trust.",
    ko="물어볼 터미널이 없습니다. 이 강좌를 믿는다면 --trust를 붙여 주세요.",
)
LABS_UNREADABLE = Text(en="Cannot read {path}: {why}", ko="{path}: 읽을 수 없습니다 ({why})")
CLI_NEW = Text(
    en="Begin a course, or a lesson inside one: a first step, lab and question that already work.",
    ko="강좌를, 또는 강좌 안에 강의를 새로 만듭니다. 이미 돌아가는 첫 단계와 실험과 질문이 들어 있습니다.",
)
CLI_NEW_PATH = Text(
    en="a folder that is not there yet: my-course, or for a lesson my-course/tides",
    ko="아직 없는 폴더: my-course, 강의라면 my-course/tides",
)
CLI_LANGUAGES = Text(
    en="the languages of a new course, the one you write in first", ko="새 강좌의 언어. 먼저 쓰는 언어를 앞에 둡니다"
)
COURSE_IS_THERE = Text(
    en="{path} is a course already. Name a lesson inside it: tutor new {path}/my-lesson",
    ko="{path}에는 이미 강좌가 있습니다. 그 안의 강의를 적어 주세요: tutor new {path}/my-lesson",
)
NOT_EMPTY = Text(en="{path} is there already and not empty.", ko="{path}: 이미 있고 비어 있지 않습니다.")
BAD_LANGUAGE = Text(
    en="{given} is no language code. Write en, ko, or the like, with commas between.",
    ko="{given}: 언어 코드가 아닙니다. en, ko처럼 쉼표로 나누어 적어 주세요.",
)
COURSE_UNREADABLE = Text(
    en="The course.yaml in {path} cannot be read. `tutor check {path}` says why.",
    ko="{path}의 course.yaml을 읽을 수 없습니다. `tutor check {path}`가 이유를 알려 줍니다.",
)
LANGUAGES_ARE_THE_COURSES = Text(
    en="A lesson has the languages of its course: {languages}. Leave --languages out.",
    ko="강의의 언어는 강좌의 언어와 같습니다({languages}). --languages를 빼 주세요.",
)
BAD_LESSON_NAME = Text(
    en="{given} is no name for a lesson: small letters, digits and single hyphens, as in {example}.",
    ko="{given}: 강의 이름이 될 수 없습니다. {example}처럼 영어 소문자, 숫자, 붙임표로 적어 주세요.",
)
LESSON_IS_THERE = Text(
    en="{path} is there already, or course.yaml has no list of lessons to add it to.",
    ko="{path}: 이미 있거나, course.yaml에 강의 목록이 없습니다.",
)
NEW_NEXT = Text(
    en="\nOpen it:            tutor {path}\nSee changes at once: tutor {path} --watch\nProve it:           tutor check {path}",
    ko="\n열기:               tutor {path}\n고치면서 바로 보기: tutor {path} --watch\n검사하기:           tutor check {path}",
)
CLI_SCHEMA = Text(
    en="Print the JSON Schema of course.yaml, quiz.yaml or a lab block, so that an editor completes and checks.",
    ko="course.yaml, quiz.yaml, lab 블록의 JSON Schema를 출력합니다. 편집기가 자동 완성과 검사에 씁니다.",
)
CLI_SCHEMA_WHAT = Text(
    en="course, quiz or lab; without it, one that takes any of the three",
    ko="course, quiz, lab 중 하나. 없으면 셋 모두를 받는 스키마",
)
CLI_WATCH = Text(
    en="for whoever writes the course: follow the files as they are saved",
    ko="강좌를 쓰는 사람을 위해, 저장할 때마다 화면을 새로 고칩니다",
)
WATCH_BROKEN = Text(
    en="Not yet: the last good version lies below", ko="아직 아닙니다. 아래는 마지막으로 괜찮았던 화면입니다"
)
WATCH_GOES = Text(en="This goes by itself when it is mended.", ko="고쳐서 저장하면 저절로 사라집니다.")
CLI_CONVERT = Text(
    en="Turn a swirl lesson (lesson.yaml) or a Markdown page with <quiz> blocks into a lesson, or a lesson into a deck for Anki.",
    ko="swirl 강의(lesson.yaml)나 <quiz> 블록이 있는 Markdown 문서를 강의로, 강의를 Anki 카드로 바꿉니다.",
)
CLI_CONVERT_SOURCE = Text(
    en="a lesson.yaml or a Markdown file; with --to anki, a lesson by id, number or folder",
    ko="lesson.yaml이나 Markdown 파일. --to anki와 함께라면 강의의 id, 번호, 폴더",
)
CLI_INTO = Text(
    en="the course to add the lesson to; without it, a new course named after the lesson",
    ko="강의를 넣을 강좌. 없으면 강의 이름으로 새 강좌를 만듭니다",
)
CLI_TO = Text(en="write the questions of a lesson as an Anki deck", ko="강의의 질문을 Anki 카드 묶음으로 저장합니다")
PART = Text(en="Part {number}", ko="{number}부")
GOAL_TO_WRITE = Text(
    en="Say here what a learner can do after this lesson.", ko="이 강의를 마치면 무엇을 할 수 있는지 적어 주세요."
)
NOT_THIS_ONE = Text(en="It is not this one.", ko="이것은 아닙니다.")
NO_SUCH_UNIT = Text(en="{about}: there is no such kind of unit here", ko="{about}: 여기에는 이런 종류가 없습니다")
NAME_THE_AUTHOR = Text(
    en="a lesson has no field for its author: name them in a README ({about})",
    ko="강의에는 저자를 적는 필드가 없습니다. README에 적어 주세요 ({about})",
)
NOTHING_IN_IT = Text(en="there was nothing in it", ko="내용이 없었습니다")
NO_RIGHT_OPTION = Text(
    en="no one right option could be found ({about}): it stands as text",
    ko="맞는 보기를 찾을 수 없어 글로 옮겼습니다 ({about})",
)
SAY_WHY = Text(
    en="every option needs to say why it is right or wrong: write that",
    ko="보기마다 왜 맞거나 틀린지 적어 주세요",
)
WORK_IT_OUT = Text(
    en="the answer {about} stands in a lab as it was given: let the lab work it out",
    ko="답 {about}: 실험에 그대로 적어 두었습니다. 실험이 계산하게 해 주세요",
)
NO_ANSWER = Text(en="there was no answer: it stands as text", ko="답이 없어 글로 옮겼습니다")
COMMAND_AS_TEXT = Text(
    en="a command is compared as text, and nothing is run: {about}", ko="명령은 실행하지 않고 글로 비교합니다: {about}"
)
DRAW_IT = Text(
    en="the picture {about} did not come along: let a lab draw it",
    ko="그림 {about}: 옮기지 못했습니다. 실험으로 그려 주세요",
)
NO_VIDEO = Text(en="a video became a link: {about}", ko="영상을 링크로 바꾸었습니다: {about}")
NO_SCRIPT = Text(
    en="a script to write has no counterpart, only its text came along: {about}",
    ko="코드를 작성하는 문제는 여기에 없어 글만 옮겼습니다: {about}",
)
NO_ADMONITION = Text(en="boxes and tabs have no counterpart: {about}", ko="상자와 탭은 여기에 없습니다: {about}")
NO_MACRO = Text(
    en="two braces are a live value here, so they were parted: {about}",
    ko="겹친 중괄호는 실시간 값이라 띄어 놓았습니다: {about}",
)
QUIZ_NOT_CLOSED = Text(en="this quiz is not closed", ko="닫히지 않은 퀴즈입니다")
ONE_BLANK = Text(
    en="a question has one blank here; these were filled in: {about}",
    ko="질문 하나에 빈칸은 하나라서 나머지는 채워 두었습니다: {about}",
)
SETTING_NO_CARD = Text(
    en="{about} is answered with sliders: no card", ko="{about}: 슬라이더로 답하는 질문이라 카드로 만들지 않았습니다"
)
NOT_CONVERTIBLE = Text(
    en="{path} is neither a swirl lesson nor a Markdown page with <quiz> blocks. {why}",
    ko="{path}: swirl 강의도, <quiz> 블록이 있는 Markdown 문서도 아닙니다. {why}",
)
CONVERTED = Text(
    en="{questions} questions in {steps} steps. To look at: {remarks}",
    ko="질문 {questions}개, 단계 {steps}개. 살펴볼 것: {remarks}",
)
CARDS_WRITTEN = Text(en="{cards} cards in {path}", ko="카드 {cards}장: {path}")
NEEDS_GENANKI = Text(
    en='Writing Anki decks needs one more package: pip install "tutor[anki]"',
    ko='Anki 카드를 만들려면 패키지가 하나 더 필요합니다: pip install "tutor[anki]"',
)
ONLY_ANKI = Text(en="--to takes: anki FILE.apkg", ko="--to에는 anki 파일.apkg를 적어 주세요")
