"""What questions of every kind say to a response, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# questions

ENTRY_SHAPE = Text(en="a shape, as in 2 x 3", ko="형상: 2 x 3처럼")
ENTRY_ARRAY = Text(en="rows after semicolons: 1 2; 3 4", ko="행마다 세미콜론: 1 2; 3 4")
ENTRY_ROW = Text(en="numbers with commas between: 1, 2", ko="수 사이에 쉼표: 1, 2")
ENTRY_WHOLE = Text(en="a whole number", ko="정수 하나")
ENTRY_WORD = Text(en="a word or a symbol", ko="낱말이나 기호")
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
EXACTLY = Text(en="exactly", ko="정확한 값")
NO_NUMBER = Text(
    en="I cannot read that as a number. Write it like 4.67, -2, 14/3 or 1e-3.",
    ko="숫자로 읽을 수 없습니다. 4.67, -2, 14/3, 1e-3처럼 적어 주세요.",
)
NO_PERCENT = Text(
    en="I cannot read that as a number. Write it like 15, 15% or 3/20.",
    ko="숫자로 읽을 수 없습니다. 15, 15%, 3/20처럼 적어 주세요.",
)
WHICH_PERCENT = Text(
    en="Do you mean {share}% or {percent}%? Write it with its % sign.",
    ko="{share}%인가요, {percent}%인가요? % 기호를 붙여서 적어 주세요.",
)
TO_A_WHOLE_NUMBER = Text(en="to a whole number", ko="정수로 반올림하면")
ROUNDED_TOO_FAR = Text(
    en="That is the right number {rounded}, but it is wanted {wanted}.",
    ko="{rounded} 맞는 수입니다. 다만 더 정확하게 적어야 합니다. 필요한 정확도: {wanted}.",
)
CUT_OFF = Text(
    en="Those are the first digits of the right number, cut off. Round it: it is wanted {wanted}.",
    ko="맞는 수이지만 뒷자리를 그냥 버렸습니다. 버리지 말고 반올림해 보세요. 필요한 정확도: {wanted}.",
)
ENTRIES_ROUNDED_TOO_FAR = Text(
    en="Those are the right numbers, but rounded too far: they are wanted {wanted}.",
    ko="수는 맞지만 너무 많이 반올림했습니다. 필요한 정확도: {wanted}.",
)
SIGN_LOST = Text(
    en="With the other sign it would be right. Look at the sign once more.",
    ko="부호만 반대라면 맞습니다. 부호를 한 번 더 살펴보세요.",
)
ANSWER_IS_SMALLER = Text(
    en="Not yet: the answer is smaller than {given}.", ko="아직 아닙니다. 답은 {given}보다 작습니다."
)
ANSWER_IS_LARGER = Text(en="Not yet: the answer is larger than {given}.", ko="아직 아닙니다. 답은 {given}보다 큽니다.")
ONE_AFTER_THE_OTHER = Text(en="{one} {other}", ko="{one} {other}")
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
VALUES_FOR_SHAPE = Text(
    en="That reads like an array's values. What is asked is its shape: how long it is along each axis, as in 3x2.",
    ko="배열에 든 값처럼 보입니다. 묻는 것은 형상입니다. 축마다 길이가 얼마인지 3x2처럼 적어 주세요.",
)
SHAPE_FOR_VALUES = Text(
    en="That is a shape. What is asked is the array's values, as in 1 2; 3 4.",
    ko="적으신 것은 형상입니다. 묻는 것은 배열에 든 값입니다. 1 2; 3 4처럼 적어 주세요.",
)
COMMA_OR_POINT = Text(
    en="Each comma can part two numbers or be a decimal comma. Write decimals with a point, "
    "or put semicolons or blanks between the numbers.",
    ko="쉼표가 수를 나누는 것인지 소수점인지 알 수 없습니다. 소수점은 1.5처럼 점으로 적거나, "
    "수 사이를 세미콜론이나 빈칸으로 나누어 주세요.",
)
OTHER_SHAPE = Text(
    en="Look at the shape first: yours is {given}, the answer has another one.",
    ko="먼저 형상을 보세요. 적으신 배열의 형상은 {given}인데, 답의 형상은 다릅니다.",
)
OTHER_DIMENSIONS = Text(
    en="Count the dimensions first: you wrote {given} of them.",
    ko="먼저 차원의 개수를 세어 보세요. 적으신 것은 {given}개입니다.",
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
MANY_MOVES = Text(
    en="It works, but it took {moves} moves, and {most} are enough. Set everything back and try again.",
    ko="되기는 했지만 {moves}번 움직였습니다. {most}번이면 충분합니다. 처음으로 되돌려 다시 해 보세요.",
)
NO_PROGRAM = Text(
    en="Write what {function} gives back first.", ko="먼저 {function} 함수가 무엇을 돌려줄지 적어 주세요."
)
BLANK_IS_OPEN = Text(en="Line {line}: a blank is still open.", ko="{line}번째 줄: 빈칸이 아직 남아 있습니다.")
LONG_PROGRAM = Text(
    en="This program is too long to be run: at most {most} characters.",
    ko="프로그램이 너무 길어서 실행할 수 없습니다. 최대 {most}자입니다.",
)
NO_VERDICT = Text(
    en="This exercise cannot be judged here: its own solution does not run.",
    ko="이 연습은 여기에서 채점할 수 없습니다. 모범 답안이 실행되지 않습니다.",
)
NO_SETTING = Text(
    en="These sliders cannot be read. Move one and try again.",
    ko="슬라이더를 읽을 수 없습니다. 하나를 움직이고 다시 해 보세요.",
)
ONE_MORE_BELONGS = Text(
    en="What you chose is right, and something is still missing.",
    ko="고르신 것은 모두 맞습니다. 아직 빠진 것이 있습니다.",
)

WHICH_WORD = Text(en="Which word is meant?", ko="어떤 용어의 뜻일까요?")
WHAT_MEANING = Text(en="What does this word mean?", ko="이 용어의 뜻은 무엇일까요?")
OTHER_MEANING = Text(en="That is what another word means:", ko="다른 용어의 뜻입니다.")

# what is said to a response

RIGHT = Text(en="Right.", ko="맞습니다.")
NOT_YET = Text(en="Not yet. Look again, or ask for a hint.", ko="아직 아닙니다. 다시 살펴보거나 힌트를 보세요.")

# the author's tools

PART = Text(en="Part {number}", ko="{number}부")
GOAL_TO_WRITE = Text(
    en="Say here what a learner can do after this lesson.", ko="이 강의를 마치면 무엇을 할 수 있는지 적어 주세요."
)
PURPOSE_TO_WRITE = Text(
    en="Say here in one line what this lesson is for.", ko="이 강의를 무엇에 쓰는지 여기에 한 줄로 적어 주세요."
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
    en="of a script in R only its text came along; a question of kind code asks for one in Python: {about}",
    ko="R 스크립트 문제는 글만 옮겼습니다. Python으로 쓰게 하려면 kind: code 질문으로 적어 주세요: {about}",
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

ON = Text(en="on", ko="켬")
OFF = Text(en="off", ko="끔")
