"""What findings say of labs, of live values and other Markdown, and of a course's own Python."""

from __future__ import annotations

from tutor.language import Text

# finding a lab

NO_MODULE_NAME = Text(
    en="{module!r} is no name of a module of labs: labs/cost.py is called `cost`. {nearest}",
    ko="{module!r}은(는) 실험 모듈의 이름이 될 수 없습니다. labs/cost.py라면 `cost`라고 적습니다. {nearest}",
)
NO_MODULE = Text(
    en="There is no module of labs {module!r}. {nearest}", ko="{module!r}이라(라)는 실험 모듈이 없습니다. {nearest}"
)
NO_LAB = Text(
    en="{module!r} has no lab {name!r}. {nearest}", ko="모듈 {module!r}에 {name!r}이라(라)는 실험이 없습니다. {nearest}"
)
NOT_AGREED = Text(
    en="labs/{module}.py is Python of the course's own, and nobody has agreed to run it.",
    ko="labs/{module}.py는 이 강좌의 Python 코드인데, 아직 실행에 동의한 사람이 없습니다.",
)

# running one

MODULE_FAILS = Text(en="labs/{module}.py: {why}", ko="labs/{module}.py를 불러올 수 없습니다: {why}")
IMPORT_TIME = Text(
    en="importing it takes longer than {seconds:g} s.", ko="모듈을 불러오는 데 {seconds:g}초가 넘게 걸립니다."
)
IMPORT_ENDED = Text(en="importing it ends its process ({said}).", ko="모듈을 불러오다가 프로세스가 끝났습니다({said}).")
IMPORT_ENDED_SOMEHOW = Text(en="somehow", ko="알 수 없는 까닭")
IMPORT_START = Text(
    en="the process in which it runs cannot be started: {said}.",
    ko="모듈을 실행할 프로세스를 시작할 수 없습니다: {said}.",
)
FAILS_AT = Text(en="{lab} fails at {at}: {said}", ko="{at}에서 {lab} 실험이 실패했습니다: {said}")
RETURNS_OTHER = Text(
    en="{lab} returns {type}, but a lab returns a Result.",
    ko="{lab} 실험이 {type}을(를) 돌려주는데, 실험은 Result를 돌려주어야 합니다.",
)

# a course's own Python

LINK = Text(
    en="This is a link. What a course's labs are made of lies in labs/ itself: put the file there.",
    ko="이것은 링크입니다. 강좌의 실험에 쓰이는 파일은 labs/ 안에 그대로 있어야 합니다. 파일을 직접 넣어 주세요.",
)
NO_PLAIN_FILE = Text(
    en="This is no plain file. Nothing can be read from it.", ko="일반 파일이 아니어서 읽을 수 없습니다."
)
MANY_FILES = Text(
    en="There are more than {most} files in labs/. Move what no lab needs elsewhere.",
    ko="labs/에 파일이 {most}개가 넘습니다. 실험에 쓰이지 않는 것은 다른 곳으로 옮겨 주세요.",
)
NOTHING_FROM_CACHE = Text(
    en="Nothing is read from __pycache__: labs are the files labs/*.py.",
    ko="__pycache__에서는 아무것도 읽지 않습니다. 실험은 labs/*.py 파일입니다.",
)
NEVER_RUNS = Text(
    en="This never runs: labs are the files labs/*.py, and nothing else.",
    ko="이 파일은 실행되지 않습니다. 실험은 labs/*.py 파일뿐입니다.",
)
NEVER_RUNS_NAMED = Text(
    en="This never runs. A module of labs needs a plain name: letters, digits and _, as in my_lab.py.",
    ko="이 파일은 실행되지 않습니다. 실험 모듈의 이름은 my_lab.py처럼 글자, 숫자, _로만 지어야 합니다.",
)
MODULE_TWICE = Text(
    en="There are two files labs/{module}.py, spelled differently.",
    ko="표기만 다른 labs/{module}.py 파일이 두 개 있습니다.",
)
MUCH_DATA = Text(
    en="The files beside the labs are larger than {most} MB.", ko="실험과 함께 있는 파일이 {most} MB보다 큽니다."
)
BY_NOW_NO_PLAIN_FILE = Text(en="it is no plain file", ko="일반 파일이 아님")

# live values

STARTS_WITH_NAME = Text(
    en="A live value starts with the name of a readout or a parameter, as in {{ cost:.2f }}.",
    ko="실시간 값은 {{ cost:.2f }}처럼 측정값이나 매개변수의 이름으로 시작합니다.",
)
NO_INDEX = Text(
    en="[{index}] is no index: write whole numbers from 0, as in {{{{ p[0] }}}} or {{{{ p[1,2] }}}}.",
    ko="[{index}]은(는) 인덱스가 아닙니다. {{{{ p[0] }}}}이나 {{{{ p[1,2] }}}}처럼 0부터 세는 정수로 적어 주세요.",
)
NO_PARTICLES = Text(
    en="{found!r} is no particle pair. It can be {pairs}.",
    ko="{found!r}은(는) 조사의 쌍이 아닙니다. 쓸 수 있는 것: {pairs}.",
)
CANNOT_FOLLOW = Text(
    en="{found!r} cannot follow the name. Write {{{{ {name}:.2f }}}} for two decimals.",
    ko="이름 뒤에 {found!r}이(가) 올 수 없습니다. 소수 둘째 자리까지라면 {{{{ {name}:.2f }}}}라고 적어 주세요.",
)
NO_FORMAT = Text(
    en="{found!r} is no format. Write .2f for two decimals, .0% for whole percents, g for as many as needed.",
    ko="{found!r}은(는) 형식이 아닙니다. 소수 둘째 자리까지는 .2f, 1% 단위는 .0%, 필요한 만큼은 g로 적어 주세요.",
)
WORKING_ALONE = Text(
    en="A working is shown as it was written: leave out the format and the index.",
    ko="풀이는 적힌 그대로 나옵니다. 형식과 인덱스를 빼 주세요.",
)
NO_READOUT_HERE = Text(
    en="{name!r} is no readout or parameter here. {nearest}",
    ko="여기에 {name!r}이라(라)는 측정값이나 매개변수가 없습니다. {nearest}",
)
NO_WORKING = Text(en="{name!r} has no working. {nearest}", ko="{name!r}에는 풀이가 없습니다. {nearest}")
NO_ENTRY = Text(en="{name!r} has no entry {index}.", ko="{name!r}에는 {index} 자리가 없습니다.")
A_NUMBER = Text(en="a number", ko="수")
A_WORD = Text(en="a word", ko="낱말")
WRONG_FORMAT = Text(
    en="{format!r} is no format for {what}. Write .2f, .0%, g or s.",
    ko="{format!r}은(는) {what}에 쓸 수 있는 형식이 아닙니다. .2f, .0%, g, s 가운데 하나로 적어 주세요.",
)
LARGE_ARRAY = Text(
    en="An array as large as this does not fit a sentence. Pick one entry, as in [0].",
    ko="배열이 너무 커서 문장에 넣을 수 없습니다. [0]처럼 한 자리를 골라 주세요.",
)
LIVE_WITHOUT_LAB = Text(
    en="{{{{ {live} }}}} has no value: there is no lab here.",
    ko="{{{{ {live} }}}}에 넣을 값이 없습니다. 여기에는 실험이 없습니다.",
)
NOT_KOREAN = Text(
    en="{found!r} is a Korean particle, but this text is in {language!r}.",
    ko="{found!r}은(는) 한국어 조사인데, 이 글의 언어는 {language!r}입니다.",
)

# answers

READOUT_WITHOUT_LAB = Text(
    en="{reference} is a readout, but the question names no lab.",
    ko="{reference}은(는) 측정값인데, 이 질문에는 실험이 없습니다.",
)
NO_READOUT_OF = Text(
    en="{name!r} is no readout of {lab}. {nearest}", ko="{name!r}은(는) {lab} 실험의 측정값이 아닙니다. {nearest}"
)
NO_ANSWER_IN = Text(
    en="{reference} is {problem} in variant {number}.", ko="변형 {number}에서 {reference}은(는) {problem}."
)
NO_TRUTH_VALUE = Text(en="neither true nor false", ko="참도 거짓도 아닙니다")
NO_NUMBER_VALUE = Text(en="not a number", ko="수가 아닙니다")
NOT_FINITE_VALUE = Text(en="not finite", ko="유한한 수가 아닙니다")
NO_ARRAY_VALUE = Text(en="not an array", ko="배열이 아닙니다")
NO_VALUE_AT_ALL = Text(en="neither a number, an array nor a text", ko="수도 배열도 글도 아닙니다")
NO_FINITE_ARRAY = Text(en="not an array of finite numbers", ko="유한한 수로 된 배열이 아닙니다")

# Markdown

ONLY_WORDS_POINT = Text(
    en="Only plain words point: no formula, code or value.",
    ko="그림을 가리키는 것은 낱말뿐입니다. 수식, 코드, 값은 쓸 수 없습니다.",
)
NO_IMAGES = Text(
    en="A terminal shows no picture. Let a lab draw it, or say it.",
    ko="터미널에는 그림 파일이 보이지 않습니다. 실험으로 그리거나 글로 설명해 주세요.",
)
NO_HTML = Text(
    en="{found} would be shown as it stands: a lesson holds no HTML.",
    ko="{found}은(는) 적힌 그대로 보입니다. 강의에는 HTML을 쓰지 않습니다.",
)
LONG_TEXT = Text(
    en="This text has {count} characters; {most} are more than a screen.",
    ko="이 글은 {count}자입니다. {most}자만 되어도 한 화면을 넘습니다.",
)
