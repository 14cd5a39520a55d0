"""What a person is told of foreign work that came to nothing."""

from __future__ import annotations

from tutor.language import Text

RAISED = Text(en="{lab} fails at {at}: {said}", ko="{at}에서 {lab} 실험이 실패했습니다: {said}")
TIME = Text(
    en="{lab} takes longer than {seconds:g} s at {at} and was stopped",
    ko="{at}에서 {lab} 실험이 {seconds:g}초 안에 끝나지 않아 멈추었습니다",
)
OUTPUT = Text(
    en="{lab} prints more than {most} characters at {at} and was stopped",
    ko="{at}에서 {lab} 실험이 {most}자가 넘게 출력하여 멈추었습니다",
)
ENDED = Text(
    en="{lab} does not answer at {at}: its process was {said}",
    ko="{at}에서 {lab} 실험이 답하지 않습니다. 프로세스가 끝났습니다({said})",
)
ENDED_SOMEHOW = Text(en="ended", ko="알 수 없는 까닭")
WRONG = Text(en="{lab} {said} (at {at})", ko="{at}에서 {lab} 실험이 {said}")
START = Text(
    en="The process in which this course's labs run cannot be started: {said}",
    ko="이 강좌의 실험을 돌릴 프로세스를 시작할 수 없습니다: {said}",
)
WHERE = Text(en=" (labs/{module}.py, line {line})", ko=" (labs/{module}.py {line}행)")
MORE = Text(en="{what}. More in {path}", ko="{what}. 자세한 내용: {path}")

OWN_PROCESS = Text(en="own process", ko="별도 프로세스")
LIMITS = Text(en="limits", ko="자원 제한")
TIME_LIMIT = Text(en="a limit on time", ko="시간제한")

NO_PROGRAMS = Text(
    en="Programs are not run here: several learners share this account, and this system has no Landlock and seccomp to keep what one writes from what is another's. The owner of the machine can allow them all the same, with TUTOR_PROGRAMS=yes.",
    ko="여기서는 프로그램을 실행하지 않습니다. 여러 학습자가 계정을 함께 쓰는데, 한 사람의 프로그램이 다른 사람의 것에 닿지 않도록 막아 주는 Landlock과 seccomp이 이 시스템에 없습니다. 그래도 실행하려면 컴퓨터 관리자가 TUTOR_PROGRAMS=yes로 허용하면 됩니다.",
)
NO_FOREIGN_PROGRAMS = Text(
    en="Programs are not run here: this course brings some of its own along, and this system has no Landlock and seccomp to hold them. If you trust the course, start the tutor with --trust.",
    ko="여기서는 프로그램을 실행하지 않습니다. 이 강좌에는 자체 프로그램이 들어 있는데, 그것을 막아 줄 Landlock과 seccomp이 이 시스템에 없습니다. 강좌를 믿는다면 --trust를 붙여 다시 시작해 주세요.",
)

# what cannot be shown

GIVES_BACK = Text(en="gives back what cannot be shown: {what}", ko="보여 줄 수 없는 것을 돌려주었습니다: {what}")
GIVES_BACK_TO_SEND = Text(en="gives back what cannot be sent: {what}", ko="보낼 수 없는 것을 돌려주었습니다: {what}")
NO_ANSWER = Text(en="{what}", ko="알아볼 수 없는 것을 돌려주었습니다: {what}")
RETURNS = Text(
    en="returns {found}, but a lab returns a Result", ko="Result를 돌려주어야 하는데 {found}을(를) 돌려주었습니다"
)
NOTHING = Text(en="nothing", ko="빈 값")
BY_SIGNAL = Text(en="ended by signal {signal}", ko="신호 {signal}")
WITH_STATUS = Text(en="ended with status {status}", ko="종료 상태 {status}")
NOT_WANTED = Text(en="it was not wanted any more", ko="더는 필요하지 않게 되었음")
NO_PROCESS = Text(en="its process cannot be started", ko="프로세스를 시작할 수 없음")

LONG_MESSAGE = Text(
    en="the message has {count} bytes; at most {most} are taken",
    ko="내용이 {count}바이트인데 {most}바이트까지 받습니다",
)
ANNOUNCED = Text(
    en="a message of {count} bytes is announced; at most {most} are taken",
    ko="{count}바이트를 보내겠다고 했는데 {most}바이트까지 받습니다",
)
NO_MESSAGE = Text(en="this is no message: {why}", ko="읽을 수 있는 내용이 아닙니다: {why}")

IS_WHERE = Text(
    en="{at}: {found} where {wanted} should be", ko="{at}: {wanted}이(가) 와야 하는데 {found}이(가) 있습니다"
)
AT = Text(en="{at}: {what}", ko="{at}: {what}")
LONG_TEXT = Text(en="a text of {count} characters", ko="{count}자의 글")
OF_TYPE = Text(en="a value of type {type}", ko="{type} 형의 값")
ENTRIES = Text(
    en="{at}: {count} entries where {least} to {most} are taken",
    ko="{at}: 항목이 {count}개인데 {least}개부터 {most}개까지 받습니다",
)
AT_MOST_ENTRIES = Text(
    en="{at}: {count} entries where at most {most} are taken", ko="{at}: 항목이 {count}개인데 {most}개까지 받습니다"
)
MORE_ENTRIES = Text(en="more than {most} entries", ko="항목이 {most}개가 넘습니다")

A_TEXT_OF = Text(en="a text of at most {most} characters", ko="{most}자까지의 글")
A_NAME = Text(en="a name", ko="이름")
TRUE_OR_FALSE = Text(en="true or false", ko="참이나 거짓")
A_NUMBER = Text(en="a number", ko="수")
A_FINITE_NUMBER = Text(en="a finite number", ko="유한한 수")
AN_INDEX = Text(en="a whole number from 0 on", ko="0 이상의 정수")
A_FORMAT = Text(en="a format like '.2f'", ko="'.2f' 같은 형식")
A_TEXT = Text(en="a text", ko="글")
LANGUAGES_TO = Text(en="1 to 20 languages", ko="1개부터 20개까지의 언어")
A_LANGUAGE = Text(en="a language", ko="언어")
TEXT_IN_EACH_BY = Text(en="a text in each language, Text(en=…),", ko="Text(en=…, ko=…) 같은 언어별 글")
TEXT_IN_EACH = Text(en="a text in each language", ko="언어별 글")
ONE_OF = Text(en="one of {names}", ko="다음 가운데 하나({names})")
SEVERAL = Text(en="several things, as in (one,),", ko="(하나,)처럼 여럿을 담은 것")
A_LIST = Text(en="a list", ko="목록")
NAMES_WITH = Text(en="names with what they stand for", ko="이름과 그 값의 묶음")
NAMES_WITH_TO = Text(
    en="{least} to {most} names with what they stand for", ko="{least}개부터 {most}개까지의 이름과 그 값의 묶음"
)
A_NAME_WITH = Text(en="a name and what it stands for", ko="이름과 그 값")
A_THING = Text(en="a {type}", ko="{type}")
FIELDS_OF = Text(en="the {count} fields of a {type}", ko="{type}의 필드 {count}개")
A_DRAWING_WITH = Text(en="a drawing, a Figure with this {type} in it,", ko="그림(이 {type}을(를) 담은 Figure)")
A_LAB = Text(en="a lab", ko="실험")
WHAT_A_LAB_IS = Text(en="what a lab is", ko="실험의 설명")
LABS_OF_MODULE = Text(en="the labs of a module", ko="모듈의 실험들")
MANY_LABS = Text(en="{count} labs in one module", ko="한 모듈에 실험이 {count}개 있습니다")
A_RESULT = Text(en="a result", ko="결과")
AN_ANSWER = Text(en="an answer", ko="답")
KIND_OF_TROUBLE = Text(en="a kind of trouble", ko="문제의 종류")
A_VALUE = Text(en="a value", ko="값")

# arrays and workings

DIMENSIONS = Text(
    en="{at}: an array of {count} dimensions where {wanted} should be",
    ko="{at}: 배열이 {count}차원인데 {wanted}차원이어야 합니다",
)
EITHER = Text(en="{one} or {other}", ko="{one} 또는 {other}")
OF_NUMBERS = Text(
    en="{at}: an array of {kind} where numbers should be", ko="{at}: 수의 배열이어야 하는데 {kind}의 배열입니다"
)
LARGE_ARRAY = Text(
    en="{at}: an array of shape {shape}, which is more than {most} entries",
    ko="{at}: 형상이 {shape}인 배열은 원소가 {most}개를 넘습니다",
)
ARRAY_OF_NUMBERS = Text(en="an array of numbers", ko="수의 배열")
AN_ARRAY = Text(en="an array", ko="배열")
KIND_OF_NUMBER = Text(en="a kind of number", ko="수의 종류")
A_SHAPE = Text(en="a shape", ko="형상")
NUMBERS_OF_ARRAY = Text(en="the numbers of an array", ko="배열의 수")
GARBLED = Text(en="{at}: the numbers of an array are garbled", ko="{at}: 배열의 수를 알아볼 수 없습니다")
BYTES_FOR = Text(
    en="{at}: {count} bytes for an array of shape {shape}", ko="{at}: 형상이 {shape}인 배열에 {count}바이트가 왔습니다"
)
READOUT_VALUE = Text(en="a number, an array, true or false, or a word", ko="수, 배열, 참이나 거짓, 또는 낱말")
AN_EXPRESSION = Text(en="an expression", ko="식")
NODES_TO = Text(en="1 to {most} nodes of a working", ko="풀이의 마디 1개부터 {most}개까지")
A_NODE = Text(en="a node of a working", ko="풀이의 마디")
OPERANDS = Text(en="the operands of a node", ko="마디의 피연산자")
NO_EARLIER_NODE = Text(
    en="{at}: an operand that is no node before this one", ko="{at}: 앞에 없는 마디를 피연산자로 가리킵니다"
)
LARGE_WORKING = Text(
    en="{at}: a working of more than {most} nodes, or {deepest} one in the other",
    ko="{at}: 풀이의 마디가 {most}개를 넘거나 {deepest}번 넘게 겹쳐 있습니다",
)
NODES_OR_NONE = Text(
    en="{at}: more than {most} nodes, or what is none among them",
    ko="{at}: 마디가 {most}개를 넘거나 마디가 아닌 것이 있습니다",
)
LONG_WORKING = Text(
    en="{at}: a working of more than {most} nodes, as it is printed",
    ko="{at}: 풀이를 적으면 마디가 {most}개를 넘습니다",
)
DEEP_WORKING = Text(en="a working that is nested more than {deepest} times", ko="풀이가 {deepest}번 넘게 겹쳐 있습니다")
OPERATOR_OF = Text(en="{at}: {name} of {count} operands", ko="{at}: {name}의 피연산자가 {count}개입니다")
FUNCTION_OF = Text(en="{at}: a function of {count} operands", ko="{at}: 함수의 피연산자가 {count}개입니다")
ARGUMENT_AND_VALUE = Text(en="an argument and a value", ko="인자와 값")
AN_OPERATOR = Text(en="an operator", ko="연산자")
DECIMALS = Text(en="a number of decimals", ko="소수 자릿수")

# things that contradict themselves

SLIDER_FROM = Text(
    en="a slider from {low:g} to {high:g} in steps of {step:g}",
    ko="슬라이더가 {low:g}부터 {high:g}까지 {step:g}씩 움직입니다",
)
DEFAULT_OUTSIDE = Text(
    en="a default outside {low:g} to {high:g}", ko="기본값이 {low:g}부터 {high:g}까지의 범위를 벗어납니다"
)
NAMES_FOR_ENTRIES = Text(en="{names} names for {count} entries", ko="원소는 {count}개인데 이름은 {names}개입니다")
TIMELINE_FROM = Text(
    en="a timeline from {start} to {last}, {speed:g} steps a second",
    ko="타임라인이 {start}부터 {last}까지 1초에 {speed:g}단계씩 움직입니다",
)
BOARD_FROM = Text(
    en="a board from {low:g} to {high:g} in steps of {step:g}",
    ko="판이 {low:g}부터 {high:g}까지 {step:g}씩 나뉩니다",
)
POINTS_AT = Text(en="points at places like {value!r}", ko="점이 {value!r} 같은 자리에 있습니다")
POINTS_OF_WHICH = Text(en="points of which {error}", ko="점을 둘 수 없습니다. {error}")
NO_OPTION = Text(en="{value!r} is none of its options", ko="{value!r}은(는) 선택지에 없습니다")
NOT_AS_LONG = Text(
    en="{names} have {lengths} entries, not the same number", ko="{names}의 원소가 {lengths}개로 서로 다릅니다"
)
NAMES_FOR_BARS = Text(en="{names} names for {count} bars", ko="막대는 {count}개인데 이름은 {names}개입니다")
ROLES_FOR_BARS = Text(en="{roles} roles for {count} bars", ko="막대는 {count}개인데 역할은 {roles}개입니다")
SURFACE_OVER = Text(en="a surface over {x}, {y}, {z}", ko="곡면의 범위가 {x}, {y}, {z}입니다")
NO_CELL = Text(en="a surface without a cell", ko="곡면에 칸이 하나도 없습니다")
NAMES_FOR_SQUARES = Text(en="{names} names for {count} squares", ko="사각형은 {count}개인데 이름은 {names}개입니다")
AXIS_FROM = Text(en="an axis from {low:g} to {high:g}", ko="축의 범위가 {low:g}부터 {high:g}까지입니다")
EDGE_AT = Text(
    en="an edge at ({column}, {row}), where there is no node", ko="({column}, {row})에는 노드가 없는데 간선이 있습니다"
)
TITLES_FOR = Text(en="{titles} titles for {count} columns", ko="열은 {count}개인데 제목은 {titles}개입니다")
CELL_IN_ARRAY = Text(
    en="a cell at ({row}, {column}) in an array of shape {shape}",
    ko="형상이 {shape}인 배열에 ({row}, {column}) 칸은 없습니다",
)
NAMES_FOR_ARRAY = Text(
    en="names that are not as many as the rows or columns of an array of shape {shape}",
    ko="이름의 개수가 형상이 {shape}인 배열의 행이나 열의 개수와 다릅니다",
)
CELL_IN_PRODUCT = Text(
    en="a cell at ({row}, {column}) in a product of shape {shape}",
    ko="형상이 {shape}인 곱에 ({row}, {column}) 칸은 없습니다",
)
NAMES_FOR_PRODUCT = Text(
    en="names that are not as many as the rows or columns of a product of shape {shape}",
    ko="이름의 개수가 형상이 {shape}인 곱의 행이나 열의 개수와 다릅니다",
)
TERMS_OF_CELL = Text(
    en="{terms} terms of a cell that has {count}", ko="항이 {count}개인 칸에서 {terms}개를 보여 주려 합니다"
)
SHAPE_OF = Text(en="a shape of {x} x and {y} y", ko="도형의 x는 {x}개인데 y는 {y}개입니다")
CHAIN_OF = Text(en="a chain of {count} factors", ko="연쇄의 인수가 {count}개입니다")
SHARES_FOR = Text(en="{shares} shares for {count} parts", ko="부분은 {count}개인데 비율은 {shares}개입니다")
CELLS_IN_ROW = Text(
    en="a row or a footer that has not {count} cells", ko="칸이 {count}개가 아닌 행이나 바닥글이 있습니다"
)
ROLES_FOR_COLUMNS = Text(en="{roles} roles for {count} columns", ko="열은 {count}개인데 역할은 {roles}개입니다")
SURFACES_OVER = Text(en="surfaces over {z}", ko="곡면의 범위가 {z}입니다")

SECONDS = Text(en="a number of seconds", ko="초의 수")
A_MARK = Text(en="a mark of one character", ko="글자 하나로 된 표식")
ABOVE_0 = Text(en="a number above 0", ko="0보다 큰 수")
A_SOURCE = Text(en="a module, a name and a source", ko="모듈, 이름, 소스")
WHAT_CAME = Text(en="what came of a program", ko="프로그램의 결과")
CALLS = Text(en="calls: {found} of {asked}", ko="{asked} 가운데 {found}번의 호출")
