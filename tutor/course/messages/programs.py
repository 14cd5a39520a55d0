"""What findings say of exercises: of their programs as they are written, and of what those compute."""

from __future__ import annotations

from tutor.language import Text

# as they are written

A_PROGRAM = Text(en="a program: `|`, and its lines below, indented", ko="`|` 아래에 줄마다 들여 쓴 프로그램")
LINES_JOINED = Text(
    en="After `>` YAML joins lines to one. Begin a program with `|`.",
    ko="`>` 뒤에서는 YAML이 여러 줄을 한 줄로 잇습니다. 프로그램은 `|`로 시작해 주세요.",
)
LARGE_PROGRAM = Text(
    en="A program has at most {most} characters, this one {count}.",
    ko="프로그램은 {most}자까지 쓸 수 있는데, 이 프로그램은 {count}자입니다.",
)
A_PIECE = Text(en="a piece of the solution, as in .mean()", ko=".mean() 같은 모범 답안의 한 부분")
A_DATA_SET = Text(
    en="a map from names to numbers, as in {X: [1, 2, 4], W: 0.5}",
    ko="{X: [1, 2, 4], W: 0.5}처럼 이름마다 수를 적은 맵",
)
A_DRAWING = Text(
    en="a readout and the arguments along which it is drawn, as in {cost: W} or {y: [x1, x2]}",
    ko="{cost: W}나 {y: [x1, x2]}처럼 적은 측정값과 가로축이 될 인자",
)
MANY_NUMBERS = Text(en="These are more than {most} numbers.", ko="수가 {most}개가 넘습니다.")
ROWS_DIFFER = Text(en="The rows here differ in length.", ko="행의 길이가 서로 다릅니다.")
FINITE_OR_ROWS = Text(en="a finite number, or rows of them", ko="유한한 수, 또는 그런 수의 행")
ONE_NUMBER = Text(en="a number", ko="수")

THE_SOLUTION = Text(en="The solution", ko="모범 답안")
THIS_PROGRAM = Text(en="This program", ko="이 프로그램")
CHANGED_SOLUTION = Text(en="The changed solution", ko="바꾼 모범 답안")
NO_PYTHON = Text(en="{what} is no Python: {why}.", ko="{what}을(를) Python으로 읽을 수 없습니다: {why}.")
NO_FUNCTION = Text(
    en="The solution defines no function: it needs one, as in `def cost(W):`.",
    ko="모범 답안에 함수가 없습니다. `def cost(W):` 같은 함수가 하나 있어야 합니다.",
)
NO_STAR = Text(
    en="{name!r} cannot be an argument of a function to write: each has its place, and no star.",
    ko="{name!r}은(는) 학습자가 쓸 함수의 인자가 될 수 없습니다. 인자는 모두 자리가 정해져 있어야 하고 별표를 쓸 수 없습니다.",
)
DEFINES_NO = Text(
    en="{what} defines no {name!r}, which is what the solution defines. {nearest}",
    ko="{what}에는 모범 답안이 정의하는 {name!r}이(가) 없습니다. {nearest}",
)
NO_NAME = Text(
    en="'{name}' is no name that a program can have.", ko="'{name}'은(는) 프로그램에서 쓸 수 있는 이름이 아닙니다."
)
IS_ARGUMENT = Text(
    en="{name!r} is an argument of {function}: its value is handed over, not given.",
    ko="{name!r}은(는) {function}의 인자입니다. 값은 부를 때 넘겨주므로 'given'에 적지 않습니다.",
)
NAME_WITHOUT_VALUE = Text(
    en="{name!r} has no value: give it in the first set of 'data', or name a lab that has it.",
    ko="{name!r}의 값이 없습니다. 'data'의 첫 묶음에 값을 적거나, 그 값이 있는 실험을 적어 주세요.",
)
NO_ARGUMENT_OR_GIVEN = Text(
    en="{name!r} is not an argument or a given name. {nearest}",
    ko="{name!r}은(는) 인자도 주어진 이름도 아닙니다. {nearest}",
)
NO_GAP = Text(
    en="The blanks have no gap: write {gap} for each.",
    ko="빈칸이 하나도 없습니다. 비울 곳마다 {gap}을(를) 넣어 주세요.",
)
GAPS_DO_NOT_FIT = Text(
    en="Whatever fills the gaps here, it does not become this line of the solution. Each line of the blanks is the solution's, with {gap} for a piece of it.",
    ko="빈칸을 무엇으로 채워도 모범 답안의 이 줄이 되지 않습니다. 줄마다 모범 답안의 줄을 그대로 쓰고 일부만 {gap}으로(로) 바꿔 주세요.",
)
ONE_OF_THREE = Text(
    en="A mistake is one of three: 'instead' and 'write' (a change to the solution), 'code' (a program), or 'answer' (a readout that the wrong program gives).",
    ko="실수는 셋 가운데 하나로 적습니다: 'instead'와 'write'(모범 답안에서 바꿀 부분), 'code'(프로그램), 'answer'(틀린 프로그램이 내놓는 측정값).",
)
NOT_IN_SOLUTION = Text(
    en="{piece!r} does not stand in the solution. Write a piece of it that is there once.",
    ko="{piece!r}은(는) 모범 답안에 없습니다. 모범 답안에 한 번만 나오는 부분을 적어 주세요.",
)
OFTEN_IN_SOLUTION = Text(
    en="{piece!r} stands in the solution {count} times. Write a piece of it that is there once.",
    ko="{piece!r}은(는) 모범 답안에 {count}번 나옵니다. 모범 답안에 한 번만 나오는 부분을 적어 주세요.",
)
WALKS_NEEDS_DRAWS = Text(
    en="'walks' needs 'draws': the curve along which the way is drawn.",
    ko="'walks'를 쓰려면 경로를 그릴 곡선을 정하는 'draws'가 있어야 합니다.",
)
NO_ARGUMENT = Text(
    en="{name!r} is no argument of {function}. {nearest}", ko="{name!r}은(는) {function}의 인자가 아닙니다. {nearest}"
)
NO_FILM_ALONG = Text(
    en="'{name}' is not an argument or a given name. {nearest}",
    ko="'{name}'은(는) 인자도 주어진 이름도 아닙니다. {nearest}",
)
FILM_IS_DRAWN = Text(
    en="{name!r} cannot be the film's: the picture goes along it already, or 'walks'.",
    ko="{name!r}은(는) 영화에 쓸 수 없습니다. 그림의 가로축으로 이미 쓰였거나 'walks'가 있습니다.",
)

# as they run

RETURNS_NOTHING = Text(
    en="The solution returns nothing{which}: it ends with `return` and a value.",
    ko="{which}모범 답안이 아무것도 돌려주지 않습니다. 끝에 `return`과 값이 있어야 합니다.",
)
NOT_PROVED = Text(
    en="Programs cannot be run here, so that nobody knows whether this exercise is fair.",
    ko="여기에서는 프로그램을 실행할 수 없어서, 이 연습이 제대로 되어 있는지 확인하지 못했습니다.",
)
SOLUTION_IS_SLOW = Text(
    en="The solution takes longer than {seconds:g} s{which}. Give it more 'seconds'.",
    ko="{which}모범 답안이 {seconds:g}초 안에 끝나지 않습니다. 'seconds'를 늘려 주세요.",
)
SOLUTION_FAILS = Text(en="The solution fails{which}: {said}", ko="{which}모범 답안을 실행할 수 없습니다: {said}")
FAULT_AT_LINE = Text(en="{said} (its line {line}).", ko="{said} ({line}번째 줄).")
HAS_LINE_OF_SOLUTION = Text(
    en="This text has a line of the solution in it: {line}", ko="이 글에 모범 답안의 한 줄이 들어 있습니다: {line}"
)
RIGHT_BUT_REFUSED = Text(
    en="This is a right program, but it is refused{which}: {said}",
    ko="{which}맞는 프로그램인데 받아들여지지 않습니다: {said}",
)
NOT_YET_SAID = Text(en="not yet", ko="아직 아닙니다")
RIGHT_AT_START = Text(
    en="This is right{which} before the learner writes anything.",
    ko="{which}학습자가 아무것도 쓰기 전에 이미 맞는 프로그램입니다.",
)
SLIP_IS_RIGHT = Text(
    en="The mistake {name!r} is right on all data{which}. Add a set of data that tells.",
    ko="{which}실수 {name!r}이(가) 모든 데이터에서 맞습니다. 차이가 드러나는 데이터를 더해 주세요.",
)
SLIP_IS_UNHEARD = Text(
    en="The mistake {name!r} meets another explanation{which}: {heard}",
    ko="{which}실수 {name!r}에 다른 설명이 나옵니다: {heard}",
)
READOUT_IS_ANSWER = Text(
    en="{name!r} is what the solution gives{which}. Choose other numbers.",
    ko="{which}{name!r}이(가) 모범 답안의 값과 같습니다. 다른 수를 골라 주세요.",
)
READOUT_IS_TWIN = Text(
    en="{name!r} is the same as {twin!r}{which}: its explanation is never heard.",
    ko="{which}{name!r}이(가) {twin!r}과(와) 같아서, 그 설명은 나올 일이 없습니다.",
)
CURVE_DIFFERS = Text(
    en="The solution gives {value}{at}, but {name!r} of {lab} is {there}: the learner's curve would never lie on it.",
    ko="{at}모범 답안의 값은 {value}인데 {lab} 실험의 {name!r}은(는) {there}입니다. 학습자의 곡선이 그 위에 놓일 수 없습니다.",
)
AT_SETTING = Text(en=" at {at}", ko="{at}일 때 ")
NO_FILM_FROM = Text(
    en="A film goes from 0 to a whole number, but {name!r} is {value}{which}.",
    ko="{which}영화는 0부터 정수까지 가는데, {name!r}은(는) {value}입니다.",
)
NO_FILM = Text(
    en="The solution gives no film{which}: it has to run with {film} = 0 too, and in time.",
    ko="{which}모범 답안으로 영화를 만들 수 없습니다. {film} = 0일 때도 제시간에 실행되어야 합니다.",
)
OWN_WORDS_TELL = Text(
    en="What is said to {program} has a line of the solution in it: {line}",
    ko="{program}에 하는 말에 모범 답안의 한 줄이 들어 있습니다: {line}",
)
DATA_IS_WEAK = Text(
    en="Wrong, but right on all data{which}: {program}. Add a set of data in which no two names have the same values, and no number is special.",
    ko="{which}틀렸는데 모든 데이터에서 맞는 프로그램이 있습니다: {program}. 이름마다 값이 다르고 특별한 수가 없는 데이터를 더해 주세요.",
)
