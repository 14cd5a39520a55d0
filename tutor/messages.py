"""Every text of the interface, in every language it speaks, one beside the other so that they cannot drift apart.

A screen takes a message and says it in its own language: `messages.CONTINUE(language)`. The type checker finds a
misspelt name; a test finds a missing language or a placeholder that only one language has.
"""

from __future__ import annotations

from tutor.language import Text

# controls of a lab

TYPED_HINT = Text(en="{limits} · enter", ko="{limits} · 엔터")
TYPED_REFUSED = Text(en="✗ only {limits}", ko="✗ {limits} 사이의 수만 됩니다")

# what keys do

KEY_MOVE = Text(en="move", ko="조절")
KEY_MORE = Text(en="one step more", ko="한 칸 늘리기")
KEY_MUCH_LESS = Text(en="ten steps less", ko="열 칸 줄이기")
KEY_MUCH_MORE = Text(en="ten steps more", ko="열 칸 늘리기")
KEY_LOWEST = Text(en="to the lowest value", ko="가장 작은 값으로")
KEY_HIGHEST = Text(en="to the highest value", ko="가장 큰 값으로")
KEY_OTHER_CONTROL = Text(en="other control", ko="다른 조절")
KEY_CONTROL_BELOW = Text(en="the control below", ko="아래 조절")
KEY_PLAY = Text(en="play", ko="재생")
KEY_PAUSE = Text(en="pause", ko="멈춤")
KEY_FLIP = Text(en="on/off", ko="켜기/끄기")
KEY_NEXT_OPTION = Text(en="next option", ko="다음 선택지")
KEY_SLOWER = Text(en="play slower", ko="느리게 재생")
KEY_FASTER = Text(en="play faster", ko="빠르게 재생")
KEY_UNDO = Text(en="undo the last move", ko="마지막 조절 되돌리기")
KEY_RESET = Text(en="back to the starting values", ko="처음 값으로")

KEY_QUIT = Text(en="quit", ko="끝내기")
KEY_COPY_OR_QUIT = Text(en="copy the selection, or quit", ko="선택한 글 복사, 없으면 끝내기")
KEY_HELP = Text(en="help", ko="도움말")
KEY_PALETTE = Text(en="all commands", ko="모든 명령")
KEY_LANGUAGE = Text(en="한국어", ko="English")
KEY_SETTINGS = Text(en="settings", ko="설정")
KEY_HOME = Text(en="home", ko="처음으로")
KEY_CLOSE = Text(en="close", ko="닫기")
KEY_OPEN = Text(en="open", ko="열기")
KEY_CHOOSE = Text(en="choose", ko="고르기")
KEY_CONTINUE = Text(en="continue", ko="계속")
KEY_NEXT_STEP = Text(en="next step", ko="다음 단계")
KEY_PREVIOUS_STEP = Text(en="previous step", ko="이전 단계")
KEY_SCROLL = Text(en="scroll", ko="스크롤")
KEY_SCROLL_DOWN = Text(en="scroll down", ko="아래로 스크롤")
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
LESSON_DONE = Text(en="done", ko="마침")

# lesson

NEXT_STEP = Text(en="Next: {title}", ko="다음: {title}")
NEXT_LESSON = Text(en="Next lesson: {title}", ko="다음 강의: {title}")
BACK_HOME = Text(en="That was the last lesson. Back to the course map", ko="마지막 강의였습니다. 처음 화면으로")
GUESS_FIRST = Text(
    en="Your guess first: the lab opens as soon as you have committed to one.",
    ko="먼저 예측해 보세요. 답을 정하면 바로 실험이 열립니다.",
)
WORKING_OUT = Text(en="computing {percent}%", ko="계산 중 {percent}%")
LOADING = Text(en="…", ko="…")

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
    en="This terminal is {width} x {height}. The tutor needs {least_width} x {least_height}.\nMake it larger and the lesson comes back by itself.",
    ko="지금 터미널은 {width} x {height}입니다. 이 튜터는 {least_width} x {least_height}가 필요합니다.\n창을 키우면 하던 곳으로 저절로 돌아옵니다.",
)
THEME_COMMAND = Text(en="Colours: {name}", ko="색: {name}")
MOTION_COMMAND = Text(en="Motion: {name}", ko="움직임: {name}")
LESSON_COMMAND = Text(en="Lesson {number}: {title}", ko="강의 {number}: {title}")
LANGUAGE_COMMAND = Text(en="한국어로 보기", ko="Read in English")

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
ANSWER_IS_SMALLER = Text(en="Not yet: the answer is smaller than {given}.", ko="아직 아닙니다. 답은 {given}보다 작습니다.")
ANSWER_IS_LARGER = Text(en="Not yet: the answer is larger than {given}.", ko="아직 아닙니다. 답은 {given}보다 큽니다.")
CHOOSE_ONE = Text(en="Choose one of the options first.", ko="먼저 하나를 골라 주세요.")
CHOOSE_SOME = Text(en="Choose at least one of the options first.", ko="먼저 하나 이상 골라 주세요.")
ONE_MORE_BELONGS = Text(
    en="What you chose is right, and something is still missing.",
    ko="고른 것은 모두 맞습니다. 아직 빠진 것이 있습니다.",
)

# what is said to a response

RIGHT = Text(en="Right.", ko="맞습니다.")
NOT_YET = Text(en="Not yet. Look again, or ask for a hint.", ko="아직 아닙니다. 다시 살펴보거나 힌트를 보세요.")
ANSWER_IS = Text(en="The answer is {answer}.", ko="답: {answer}")
IT_IS = Text(en="It is: {answer}", ko="실제로는: {answer}")
GUESS_WAS = Text(en="You guessed {guess}. It is {truth}.", ko="예측: {guess}, 실제 값: {truth}")
GUESS_WAS_NEAR = Text(
    en="You guessed {guess}. It is {truth}. Well seen!", ko="예측: {guess}, 실제 값: {truth}. 정확하게 보셨습니다!"
)
