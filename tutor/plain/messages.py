"""What the dialogue says by itself, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# what each command does

DOES_HELP = Text(en="what can be typed here", ko="지금 칠 수 있는 명령")
DOES_QUIT = Text(en="end; everything is saved already", ko="끝내기. 답은 이미 모두 저장되어 있습니다")
DOES_NEXT = Text(en="go on without answering", ko="답하지 않고 넘어가기")
DOES_BACK = Text(en="the step before", ko="이전 단계")
DOES_READ = Text(en="the text of this step again", ko="이 단계의 글을 다시 읽기")
DOES_QUESTION = Text(en="the question again", ko="질문을 다시 보기")
DOES_HINT = Text(en="a hint", ko="힌트 하나")
DOES_ANSWER = Text(en="show the answer", ko="답 보기")
DOES_AGAIN = Text(en="the question with other numbers", ko="다른 수로 다시 풀기")
DOES_WORKING = Text(en="how the numbers are worked out", ko="수를 어떻게 계산했는지 보기")
DOES_CHECK = Text(en="answer with what is set now", ko="지금 맞춘 값으로 답하기")
DOES_UNDO = Text(en="take the last change back", ko="마지막으로 바꾼 것을 되돌리기")
DOES_RESET = Text(en="set everything as at first", ko="모두 처음 값으로")
DOES_STATE = Text(en="what the picture shows now", ko="그림이 지금 보여 주는 것")
DOES_SETTINGS = Text(en="what can be set, as in W = 2", ko="바꿀 수 있는 값. W = 2처럼 칩니다")
DOES_TABLE = Text(en="the numbers behind the picture", ko="그림에 든 수를 표로")
DOES_PLAY = Text(en="the film, moment by moment, to its end", ko="끝까지 한 장면씩 재생")
DOES_STEP = Text(
    en="one step of the film; step 5: five; step -1: back", ko="한 걸음 앞으로. 걸음 5는 다섯 걸음, 걸음 -1은 뒤로"
)
DOES_POINT = Text(
    en="put a point of class 0 or 1, as in point 0.5 -0.3 1; two numbers take one away",
    ko="점을 하나 놓기. 점 0.5 -0.3 1처럼 좌표 둘과 클래스를 칩니다. 좌표만 치면 그 점을 지웁니다",
)
DOES_CODE = Text(en="the code behind the numbers", ko="수를 계산한 코드")
DOES_OWN = Text(en="train it with the program that you wrote", ko="직접 쓴 프로그램으로 학습시키기")
DOES_SHARE = Text(en="a command that opens this as it is set", ko="지금 맞춘 그대로 여는 명령")
DOES_WRITE = Text(en="write the program line by line, until an empty line", ko="한 줄씩 쓰기. 빈 줄을 치면 끝납니다")
DOES_EDIT = Text(en="open the program in your editor", ko="편집기에서 열기")
DOES_LINE = Text(en="replace a line, as in line 3 return x", ko="한 줄 바꾸기. 줄 3 return x처럼 칩니다")
DOES_RUN = Text(en="try the program out, as your answer", ko="프로그램을 실행해서 답하기")
DOES_PROGRAM = Text(en="the program as it stands", ko="지금 프로그램 보기")
DOES_BLANKS = Text(en="the easier form, with blanks", ko="빈칸만 채우는 쉬운 꼴")
DOES_START = Text(en="back to what the program began with", ko="처음 코드로 되돌리기")
DOES_PICTURE = Text(en="what the program gives as it stands", ko="지금 프로그램이 계산하는 것")
DOES_STOP = Text(en="stop here", ko="여기서 그만하기")
DOES_LATER = Text(en="put this question off for a week", ko="이 질문을 일주일 미루기")
DOES_MINUTES = Text(en="another length of the review", ko="복습 시간 바꾸기")
DOES_TAUGHT = Text(en="go where this is taught", ko="이것을 배운 곳으로 가기")
DOES_TASK = Text(en="what you can do now, without help", ko="이제 할 수 있는 것을 도움 없이 해 보기")
DOES_REVIEW = Text(en="review what is due", ko="오늘 복습할 것")
DOES_PRACTISE = Text(en="a few questions on the slip that comes up most", ko="자주 하는 실수를 짧게 연습하기")
DOES_TEST = Text(en="one question a skill, to test out of a lesson", ko="강의를 이미 아는지 확인하는 문제")
DOES_WORDS = Text(en="the terms of this step", ko="이 단계에 나온 용어")
DOES_WORD = Text(en="what a term means, as in word bias", ko="용어의 뜻. 용어 편향처럼 칩니다")
DOES_FIND = Text(en="search lessons, questions and notes", ko="강의, 질문, 메모에서 찾기")
DOES_NOTE = Text(en="keep a note on this step; note - takes it away", ko="이 단계에 메모 남기기. 메모 -는 지웁니다")
DOES_NOTES = Text(en="your notes and bookmarks", ko="내 메모와 책갈피")
DOES_BOOKMARK = Text(en="mark this step, or take the mark away", ko="책갈피 넣기, 빼기")
DOES_MAP = Text(en="all lessons", ko="모든 강의")
DOES_GO = Text(en="go to a lesson or a step, as in go cost/2", ko="강의나 단계로 가기. 가기 cost/2처럼 칩니다")
DOES_ABOUT = Text(
    en="what a lesson is for and how well you know it, as in about 3",
    ko="강의가 어디에 쓰이고 얼마나 익혔는지. 소개 3처럼 칩니다",
)
DOES_PLAYGROUND = Text(en="the playground", ko="놀이터로 가기")
DOES_CLOSING = Text(en="the end of the course: what you built and know", ko="강좌를 마치며: 만든 것과 아는 것")
DOES_PROGRESS = Text(en="how far you are", ko="얼마나 했는지 보기")
DOES_LANG = Text(en="another language", ko="다른 언어로")
DOES_SURE = Text(
    en="ask how sure you are of a prediction, or no more", ko="예측한 뒤 얼마나 확신하는지 묻기, 묻지 않기"
)
DOES_REMEMBER = Text(
    en="open line by line from now on, or the full screen again",
    ko="앞으로 늘 이렇게 한 줄씩 열기, 또는 다시 전체 화면으로",
)

# the map

LESSON_LINE = Text(en="{title}: {done} of {steps} steps done", ko="{title}: {steps}단계 중 {done}단계 마침")
LESSON_DONE = Text(en="{title}: done, {steps} steps", ko="{title}: 마침, {steps}단계")
ENTER_START = Text(
    en="Enter starts with lesson {number}, {title}.", ko="엔터를 치면 강의 {number}, {title}부터 시작합니다."
)
ENTER_CONTINUE = Text(
    en="Enter goes on in lesson {number}, {title}, at step {step}.",
    ko="엔터를 치면 강의 {number}, {title}의 {step}단계에서 이어집니다.",
)
OR_NUMBER = Text(
    en="The number of a lesson opens it. “{about}” and a number say what it is for. “{help}” says what else can be typed.",
    ko="강의 번호를 치면 그 강의가 열립니다. “{about}” 뒤에 번호를 치면 어떤 강의인지 읽어 줍니다. 다른 명령은 “{help}”에 있습니다.",
)
WERE_AT = Text(en="You were at: lesson {number}, {title}, {step}.", ko="하던 곳: 강의 {number}, {title}, {step}.")
OR_PLAYGROUND = Text(en="“{word}” leads to the playground.", ko="“{word}”를 치면 놀이터로 갑니다.")
OR_CLOSING = Text(
    en="You have reached the end of the course. “{word}” tells what you built and what you know.",
    ko="강좌의 끝에 왔습니다. “{word}”를 치면 만든 것과 아는 것을 읽어 줍니다.",
)

# about a lesson, and the end of the course

IN_LESSON = Text(en="Lesson {number}, {what}", ko="강의 {number}, {what}")
ABOUT_FOR = Text(en="What it is for: {words}", ko="쓰임: {words}")
ABOUT_NEEDS = Text(en="What it needs: {words}.", ko="먼저 알아 둘 강의: {words}.")
ABOUT_STANDS = Text(en="How well you know it: {words}.", ko="지금까지: {words}.")
ABOUT_RESTS = Text(en="It rests on: {names}.", ko="바탕이 되는 것: {names}.")
ABOUT_HOW = Text(
    en="“{word}” and the number of a lesson name its skills.", ko="“{word}” 뒤에 강의 번호를 치면 하나씩 읽어 줍니다."
)
ABOUT_WHICH = Text(en="Say which lesson, as in “{word} 3”.", ko="“{word} 3”처럼 강의 번호를 붙이세요.")
CLOSING_FILE = Text(
    en="To keep this as a Markdown file, run: tutor recap all end.md",
    ko="이 내용을 마크다운 파일로 남기려면 이렇게 실행하세요: tutor recap all end.md",
)
ENTER_LESSONS = Text(en="Enter goes to the list of lessons.", ko="엔터를 치면 강의 목록으로 갑니다.")

# a step

STEP_HEADING = Text(
    en="Lesson {number}, {lesson}. Step {step} of {steps}: {title}",
    ko="강의 {number}, {lesson}. {steps}단계 중 {step}단계: {title}",
)
IS_BOOKMARKED = Text(en="This step is bookmarked.", ko="책갈피를 넣어 둔 단계입니다.")
BOOKMARK_GONE = Text(en="The bookmark is gone.", ko="책갈피를 뺐습니다.")
YOUR_NOTE = Text(en="Your note: {text}", ko="내 메모: {text}")
NO_NOTE = Text(
    en="There is no note here. “{word}” and some words keep one.",
    ko="메모가 없습니다. “{word}” 뒤에 글을 치면 남깁니다.",
)
NOTED = Text(en="Noted.", ko="메모했습니다.")
NAMED_KEYS = Text(en="What the text calls keys is typed: {keys}.", ko="글에 나온 키는 이렇게 칩니다: {keys}.")
NAMED_KEY = Text(en="{key} is “{word}”", ko="{key} 대신 “{word}”")
SPACES = Text(en="(spaces before it: {count})", ko="(앞에 공백 {count}칸)")
CODE_LINES = Text(en="Code, lines: {count}", ko="코드 {count}줄")
TABLE_ROW = Text(en="row {number}: {cells}", ko="{number}행: {cells}")
TO_BE_GUESSED = Text(en="(still to be guessed)", ko="(아직 예측할 값)")
ENTER_NEXT_STEP = Text(en="Enter goes on to the next step: {title}", ko="엔터를 치면 다음 단계로 갑니다: {title}")
ENTER_NEXT_LESSON = Text(
    en="That was the last step. Enter goes on to the next lesson: {title}",
    ko="이 강의의 마지막 단계였습니다. 엔터를 치면 다음 강의로 갑니다: {title}",
)
ENTER_MAP = Text(
    en="That was the last step of the course. Enter goes to the list of lessons.",
    ko="강좌의 마지막 단계였습니다. 엔터를 치면 강의 목록으로 갑니다.",
)
ENTER_CLOSING = Text(
    en="That was the last step of the course. Enter tells the end of the course: what you built and what you know.",
    ko="강좌의 마지막 단계였습니다. 엔터를 치면 지금까지 만든 것과 아는 것을 읽어 줍니다.",
)
ENTER_QUESTION = Text(en="Enter goes on to the next question.", ko="엔터를 치면 다음 질문으로 갑니다.")
LEFT_OPEN = Text(
    en="Questions left open here: {count}. “{word}” goes back to them.",
    ko="답하지 않은 질문이 {count}개 있습니다. “{word}”을 치면 돌아갑니다.",
)
NO_WORDS = Text(
    en="What would you say now, in a sentence of your own? “note” and your sentence keep it.",
    ko="지금이라면 한 문장으로 어떻게 말할까요? “메모” 뒤에 문장을 치면 남습니다.",
)
DO_TASK = Text(en="“{word}” asks it, once and without help.", ko="“{word}”를 치면 도움 없이 한 번 물어봅니다.")
NO_SUCH_STATE = Text(en="The lab cannot be set to that: {error}", ko="실험을 그렇게 맞출 수 없습니다: {error}")

# a question

QUESTION = Text(en="Question", ko="질문")
PREDICTION = Text(en="Your prediction first", ko="먼저 예측해 보세요")
TASK = Text(en="Task", ko="과제")
WHICH_OF = Text(en=", {number} of {count}:", ko=" ({count}개 중 {number}번째):")
LEFT_OF = Text(en=", {count} left:", ko=" ({count}개 남음):")
TERMS = Text(en="In this order:", ko="이 차례로:")
MEANINGS = Text(en="What belongs to each:", ko="알맞은 것:")
TYPE_IT = Text(en="Type the answer: {hint}.", ko="답을 치세요. {hint}.")
SLASH = Text(
    en="Every line is an answer here; a command begins with a slash: {command}.",
    ko="여기서는 친 줄이 그대로 답이 됩니다. 명령은 앞에 빗금을 붙입니다: {command}.",
)
SLASH_SETS = Text(en="A setting does, too, as in {setting}.", ko="설정도 {setting}처럼 빗금을 붙입니다.")
CHOOSE_ONE = Text(en="Type one number, 1 to {count}.", ko="1부터 {count}까지 번호 하나를 치세요.")
CHOOSE_MANY = Text(en="Type the numbers of all that are right, as in 1 3.", ko="맞는 것의 번호를 모두 치세요. 예: 1 3")
PUT_IN_ORDER = Text(en="Type the numbers in the right order, as in 2 1 3.", ko="차례에 맞게 번호를 치세요. 예: 2 1 3")
MATCH = Text(
    en="Type, in the order of the first list, the number of what belongs to each, as in 2 1 3.",
    ko="첫 목록의 차례대로 알맞은 것의 번호를 치세요. 예: 2 1 3",
)
NO_SUCH_OPTION = Text(en="Only numbers from 1 to {count}.", ko="1부터 {count}까지의 번호만 됩니다.")
SET_IT = Text(en="Set, as in {settings}; then type “{word}”.", ko="{settings}처럼 쳐서 맞춘 다음 “{word}”을 치세요.")
WRITE_IT = Text(
    en="Type the function, beginning with “def”, and an empty line at its end; or “{line}” and a number to replace one line. Then type “{run}”.",
    ko="“def”로 시작하는 함수를 쓰고 빈 줄로 끝내세요. 한 줄만 바꾸려면 “{line}” 뒤에 번호와 내용을 칩니다. 그다음 “{run}”을 치세요.",
)
EDIT_IT = Text(
    en="“{edit}” opens your editor. Or type the function, beginning with “def”, and an empty line at its end; “{line}” and a number replace one line. Then type “{run}”.",
    ko="“{edit}”을 치면 편집기가 열립니다. 또는 “def”로 시작하는 함수를 쓰고 빈 줄로 끝내세요. 한 줄만 바꾸려면 “{line}” 뒤에 번호와 내용을 칩니다. 그다음 “{run}”을 치세요.",
)
SURE_HOW = Text(
    en="Type 1 for {guess}, 2 for {fairly}, 3 for {sure}; Enter alone says nothing of it.",
    ko="1은 {guess}, 2는 {fairly}, 3은 {sure}입니다. 엔터만 치면 말하지 않고 넘어갑니다.",
)
OR_SKIP = Text(en="“{word}” goes on without answering.", ko="“{word}”을 치면 답하지 않고 넘어갑니다.")
WRONG = Text(en="Not yet.", ko="아직 아닙니다.")
GUESSED_OTHERWISE = Text(en="You guessed otherwise.", ko="예측과 다릅니다.")
HINT = Text(en="Hint:", ko="힌트:")
HOW_MUCH = Text(en="{text}: how much is that?", ko="{text}: 얼마인가요?")
HERE_THEY_PART = Text(en="Here the two differ:", ko="여기서 둘이 달라집니다:")
YOURS_LINE = Text(en="Line {number}, yours: {text}.", ko="{number}번째 줄, 내 계산: {text}.")
RIGHT_LINE = Text(en="Line {number}, {name}: {text}.", ko="{number}번째 줄, {name}: {text}.")

# a lab

LAB_OPENS = Text(en="Now the picture is open.", ko="이제 그림이 열립니다.")
PICTURE = Text(en="Picture: {alt}", ko="그림: {alt}")
HAS_TABLE = Text(en="“{word}” reads the table beside it.", ko="“{word}”를 치면 옆에 있는 표를 읽습니다.")
HAS_NUMBERS = Text(en="“{word}” reads its numbers.", ko="“{word}”를 치면 그림에 든 수를 읽습니다.")
HAS_SHOWN = Text(
    en="“{word}” reads the numbers that it shows already.", ko="“{word}”를 치면 벌써 보이는 수를 읽습니다."
)
HAS_FILM = Text(
    en="“{play}” tells the film to its end, “{step}” one step of it.",
    ko="“{play}”을 치면 끝까지, “{step}”을 치면 한 걸음씩 보여 줍니다.",
)
FROM_TO = Text(en="from {low} to {high}", ko="{low}부터 {high}까지")
ONE_OF = Text(en="one of: {options}", ko="다음 중 하나: {options}")
ON_OR_OFF = Text(en="on or off", ko="켬 또는 끔")
NO_SUCH_SETTING = Text(
    en="There is no setting {given}. There are: {names}.", ko="{given}: 그런 설정이 없습니다. 있는 것: {names}."
)
NOTHING_TO_SET = Text(en="Nothing can be set here.", ko="여기에는 바꿀 값이 없습니다.")
GUESS_FIRST = Text(en="First the prediction; then it can be set.", ko="먼저 예측을 하고 나면 바꿀 수 있습니다.")
SETTING_REFUSED = Text(en="It cannot be set to that: {setting}.", ko="그렇게 맞출 수 없습니다: {setting}.")
DUE = Text(
    en="Due today: {count}, about {minutes} min. “{word}” asks them.",
    ko="오늘 복습할 것: {count}문제, 약 {minutes}분. “{word}”을 치면 시작합니다.",
)
POINT_AT = Text(en="({x}, {y}), class {kind}", ko="({x}, {y}), 클래스 {kind}")
NO_POINTS = Text(
    en="No point has been put yet. “{word} 0.5 -0.3 1” puts one of class 1 there.",
    ko="아직 놓은 점이 없습니다. “{word} 0.5 -0.3 1”처럼 치면 클래스 1인 점을 놓습니다.",
)
POINT_REFUSED = Text(
    en="Two coordinates from {low} to {high}, and the class 0 or 1.",
    ko="{low}부터 {high}까지의 좌표 둘과 클래스 0이나 1을 치세요.",
)
STEP_REFUSED = Text(en="“{word}” takes a whole number, as in “{word} 5”.", ko="“{word} 5”처럼 정수를 붙이세요.")
NOTHING = Text(en="There is nothing to tell here.", ko="여기에는 보여 줄 것이 없습니다.")
SHARED_HERE = Text(en="Here it is opened by: {word} {place}", ko="여기서는 이렇게 엽니다: {word} {place}")
CODE_WHICH = Text(en="“{word}” and a number say one of them.", ko="“{word}” 뒤에 번호를 치면 읽어 줍니다.")
SHARE = Text(en="{percent} % done …", ko="{percent} % 했습니다 …")

# a drawing in numbers

AXES = Text(en="Across: {across}. Up: {up}.", ko="가로축: {across}. 세로축: {up}.")
CURVE = Text(en="curve through {points}", ko="곡선이 지나는 점 {points}")
POINTS = Text(en="points {points}", ko="점 {points}")
SEGMENTS = Text(en="segments {segments}", ko="선분 {segments}")
SIDE = Text(en="the side where {x}·x + {y}·y is above {level}", ko="{x}·x + {y}·y > {level}인 쪽")
WALK = Text(en="places of a walk {points}", ko="걸어간 자리 {points}")
TANGENT = Text(en="at {point} the slope is {slope}", ko="{point}에서 기울기 {slope}")
SQUARES = Text(en="squares with the sides {sides}", ko="한 변의 길이가 {sides}인 정사각형")
EDGE = Text(en="from {source} to {target}: weight {weight}", ko="{source}에서 {target}: 가중치 {weight}")
SLOPE = Text(en=", slope {slope}", ko=", 기울기 {slope}")
FACTOR = Text(en="{number}: factor {factor}, left {left}", ko="{number}: 곱하는 수 {factor}, 남은 것 {left}")
ABOVE_EVERYWHERE = Text(en="It is above {level} everywhere.", ko="어디서나 {level}보다 큽니다.")
ABOVE_NOWHERE = Text(en="It is above {level} nowhere.", ko="{level}보다 큰 곳이 없습니다.")
ABOVE_ON = Text(en="It is above {level} on: {parts}.", ko="{level}보다 큰 곳: {parts}.")
HOLES = Text(en="Closed in by that, and not above it: {parts}.", ko="그 안에 갇힌, 크지 않은 곳: {parts}.")
IS_CLOSED = Text(
    en="{share} of the plane around ({x}, {y}), closed all round", ko="({x}, {y}) 둘레로 평면의 {share}, 사방이 닫힘"
)
IS_OPEN = Text(
    en="{share} of the plane around ({x}, {y}), open to the edge",
    ko="({x}, {y}) 둘레로 평면의 {share}, 가장자리로 열림",
)
SURFACE_ROW = Text(en="at y {y}: {cells}", ko="y {y}에서 {cells}")

# a program

PROGRAM_LINES = Text(en="The program, lines: {count}", ko="프로그램 {count}줄")
WRITE_LINES = Text(en="Go on line by line; an empty line ends it.", ko="한 줄씩 이어서 치세요. 빈 줄을 치면 끝납니다.")
LINE_REFUSED = Text(
    en="“{word}” takes a number from 1 to {count} and the new line, as in “{word} 2 return x”.",
    ko="“{word} 2 return x”처럼 1부터 {count}까지의 번호와 새 줄을 치세요.",
)
NO_EDITOR = Text(en="The editor could not be opened.", ko="편집기를 열지 못했습니다.")
PROGRAM_TAKEN = Text(en="“{word}” tries it out.", ko="“{word}”을 치면 실행해 봅니다.")

# a sitting

ENTER_ON = Text(en="Enter goes on.", ko="엔터를 치면 다음으로 갑니다.")
ENTER_BACK = Text(en="Enter goes back to where you were.", ko="엔터를 치면 하던 곳으로 돌아갑니다.")
ANOTHER_REVIEW = Text(en="“{word}” asks another portion.", ko="“{word}”을 치면 한 번 더 복습합니다.")
PRACTISE_IT = Text(
    en="Worth a short practice: {cause}. “{word}” begins it.",
    ko="짧게 연습해 볼 만한 것: {cause}. “{word}”을 치면 시작합니다.",
)
NOTHING_TO_PRACTISE = Text(
    en="No slip has come up often enough to be practised. At three times it is offered.",
    ko="연습할 만큼 자주 나온 실수가 없습니다. 같은 실수가 세 번 나오면 연습할 수 있습니다.",
)
TO_WHAT_WAS_MISSED = Text(
    en="“{word}” goes to the first that was missed.", ko="“{word}”을 치면 처음 놓친 곳으로 갑니다."
)
REVIEW_WAITS = Text(
    en="The review waits: “{word}” goes on with it.", ko="복습은 기다립니다. “{word}”을 치면 이어집니다."
)
LOADING = Text(en="Reading the whole course …", ko="강좌 전체를 읽고 있습니다 …")
TEST_WHICH = Text(en="Say which lesson, as in “{word} cost”.", ko="“{word} cost”처럼 강의를 붙이세요.")

# looking things up

WORD_HOW = Text(en="“{word}” and a term say what it means.", ko="“{word}” 뒤에 용어를 치면 뜻을 읽어 줍니다.")
NO_SUCH_WORD = Text(en="There is no term {given} in this course.", ko="{given}: 이 강좌에 없는 용어입니다.")
ALSO_CALLED = Text(en="Also called: {names}.", ko="다른 이름: {names}.")
TAUGHT_AT = Text(
    en="Taught in lesson {title}. To go there: “go {place}”.", ko="배우는 곳: {title}. 가려면: “가기 {place}”."
)
FIND_HOW = Text(en="Say what to look for, as in “{word} slope”.", ko="“{word} 기울기”처럼 찾을 말을 붙이세요.")
NOT_FOUND = Text(en="{given} was not found.", ko="{given}: 찾지 못했습니다.")
GO_TO_FOUND = Text(en="“{word}” and its number go there.", ko="“{word}” 뒤에 번호를 치면 그곳으로 갑니다.")
KIND_TERM = Text(en="Term", ko="용어")
KIND_STEP = Text(en="Step", ko="단계")
KIND_QUESTION = Text(en="Question", ko="질문")
KIND_NOTE = Text(en="Note", ko="메모")
KIND_BOOKMARK = Text(en="Bookmark", ko="책갈피")
GO_WHERE = Text(
    en="Say where, as in “{word} 3” or “{word} cost/2”. The lessons are 1 to {count}, by name: {known}.",
    ko="“{word} 3”이나 “{word} cost/2”처럼 갈 곳을 붙이세요. 강의는 1부터 {count}까지이고 이름은 이렇습니다: {known}.",
)

# the dialogue

HELP_HERE = Text(en="Here you can type:", ko="여기서 칠 수 있는 것:")
HELP_ENTER = Text(en="Enter alone: go on", ko="엔터만: 다음으로")
HELP_EVERYWHERE = Text(en="And everywhere:", ko="어디서나:")
NOT_NOW = Text(
    en="{word} is not possible here. “{help}” says what is.",
    ko="{word}: 지금은 할 수 없습니다. 할 수 있는 것은 “{help}”에 있습니다.",
)
DID_YOU_MEAN = Text(
    en="{given} is unknown here. Did you mean “{word}”?", ko="{given}: 모르는 말입니다. 혹시 “{word}”인가요?"
)
UNKNOWN = Text(
    en="{given} is unknown here. “{help}” says what can be typed.",
    ko="{given}: 모르는 말입니다. 칠 수 있는 것은 “{help}”에 있습니다.",
)
LEFT_QUESTION = Text(
    en="The question is left open. “{word}” comes back to it; Ctrl+C once more ends.",
    ko="질문에서 나왔습니다. “{word}”을 치면 돌아갑니다. Ctrl+C를 한 번 더 누르면 끝납니다.",
)
ONCE_MORE = Text(en="Ctrl+C once more ends.", ko="Ctrl+C를 한 번 더 누르면 끝납니다.")
COURSE_BROKEN = Text(en="This part of the course cannot be opened:", ko="강좌의 이 부분은 열 수 없습니다:")
NO_SUCH_LANGUAGE = Text(
    en="{given} is no language of this course. It has: {known}.",
    ko="이 강좌에 {given}은(는) 없습니다. 있는 언어: {known}",
)
ASKS_HOW_SURE = Text(en="From now on it is asked how sure you are.", ko="앞으로 얼마나 확신하는지 묻습니다.")
ASKS_NO_MORE = Text(en="It is asked no more how sure you are.", ko="이제 얼마나 확신하는지 묻지 않습니다.")
OPENS_PLAIN = Text(
    en="From now on the course opens line by line. tutor --full opens the full screen.",
    ko="앞으로 강좌가 한 줄씩 열립니다. 전체 화면은 tutor --full로 엽니다.",
)
OPENS_FULL = Text(
    en="From now on the course opens on the full screen, where there is one. tutor --plain opens it line by line.",
    ko="앞으로 강좌가 전체 화면으로 열립니다. 한 줄씩 보려면 tutor --plain으로 엽니다.",
)
BYE = Text(en="Everything is saved.", ko="모두 저장했습니다.")
