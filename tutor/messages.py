"""What is said of a value that a parameter cannot take, and of a lab that cannot be declared: clauses, no full stop."""

from __future__ import annotations

from tutor.language import Text

OUTSIDE = Text(
    en="{number:g} is outside {low:g} to {high:g}", ko="{number:g}은(는) {low:g}부터 {high:g}까지의 범위를 벗어납니다"
)
NONE_OF = Text(en="{value!r} is none of {options}", ko="{value!r}은(는) 선택지에 없습니다(선택지: {options})")
NO_TRUTH = Text(en="{value!r} is neither true nor false", ko="{value!r}은(는) true도 false도 아닙니다")
NO_VECTOR = Text(en="{value!r} is not a list of {count} numbers", ko="{value!r}은(는) 수 {count}개의 목록이 아닙니다")
NO_STEP = Text(
    en="{value!r} is no whole number from 0 to {last}", ko="{value!r}은(는) 0부터 {last}까지의 정수가 아닙니다"
)
PAST_WRITTEN = Text(
    en="{value!r} is not written as in '40:rate=0.3;90:rate=1'",
    ko="{value!r}은(는) '40:rate=0.3;90:rate=1'과 같은 꼴이 아닙니다",
)
PAST_GOES_BACK = Text(en="the steps in {value!r} do not grow", ko="{value!r}에서 단계 번호가 커지지 않습니다")
PAST_OTHER_NAMES = Text(
    en="{value!r} says at some step something else than {names}", ko="{value!r}에 {names} 말고 다른 이름이 있습니다"
)
BOARD_WRITTEN = Text(
    en="{value} is not written as in '1:0.5,-0.3;0:0.2,0.8'",
    ko="{value}은(는) '1:0.5,-0.3;0:0.2,0.8'과 같은 꼴이 아닙니다",
)
BOARD_FULL = Text(en="{count} points are more than {most}", ko="점이 {count}개인데, {most}개까지 둘 수 있습니다")
BOARD_TWICE = Text(en="two of the points are at the same place", ko="두 점이 같은 자리에 있습니다")
MORE_OR_FEWER_NAMES = Text(
    en="it has {entries} entries, but {names} names", ko="원소는 {entries}개인데 이름은 {names}개입니다"
)
NO_SPEED = Text(en="per_second is not above 0", ko="per_second가 0보다 크지 않습니다")
NO_STRIDE = Text(en="its step is not above 0", ko="step이 0보다 크지 않습니다")
NOT_NUMBER = Text(en="{value!r} is no number", ko="{value!r}은(는) 수가 아닙니다")
TOO_LARGE_NUMBER = Text(
    en="a number of so many digits is not finite here", ko="자릿수가 너무 많아 유한한 수로 다룰 수 없습니다"
)
NOT_FINITE = Text(en="{value!r} is no finite number", ko="{value!r}은(는) 유한한 수가 아닙니다")
UNKNOWN_PARAMETER = Text(
    en="{lab} has no parameter {name!r}: it has {names}",
    ko="{lab} 실험에 {name!r}이라(라)는 매개변수는 없습니다. 있는 매개변수: {names}",
)
OF_PARAMETER = Text(en="{name}: {error}", ko="{name}: {error}")
ONLY_SETTING = Text(en="its only setting", ko="하나뿐인 설정")
NO_CHOICES_TO_KEEP = Text(
    en="the parameter {name!r} keeps choices of a timeline, and names others",
    ko="매개변수 {name!r}은(는) 타임라인의 선택을 간직하는 것인데 다른 것을 적었습니다",
)
NO_CHOICE_FOR_POINTS = Text(
    en="the points of {name!r} are used where a choice says so, and it names none",
    ko="{name!r}의 점은 선택 매개변수가 정할 때 쓰이는데, 그런 매개변수가 적혀 있지 않습니다",
)
CONTRADICTS_ITSELF = Text(
    en="the parameter {name!r} contradicts itself: {error}",
    ko="매개변수 {name!r}의 선언이 앞뒤가 맞지 않습니다: {error}",
)
OTHER_ARGUMENTS = Text(
    en="{name} takes {arguments} but declares {declared}",
    ko="{name} 함수는 {arguments}을(를) 받는데 {declared}을(를) 매개변수로 선언했습니다",
)
