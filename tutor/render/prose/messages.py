"""Why mathematics cannot be laid out: clauses, without a full stop."""

from __future__ import annotations

from tutor.language import Text

CLOSES_NOTHING = Text(en="{token} closes nothing", ko="{token}이(가) 닫는 것이 없습니다")
BACKSLASH_AT_END = Text(en="a backslash at the end", ko="끝에 역슬래시가 있습니다")
MISSING_AFTER = Text(en="{token} is missing after {after}", ko="{after} 뒤에 {token}이(가) 없습니다")
TOO_MANY_GROUPS = Text(en="too many groups inside one another", ko="묶음이 너무 깊이 겹쳐 있습니다")
SECOND_SCRIPT = Text(
    en="a second {token} on one symbol: put braces around what belongs together",
    ko="한 기호에 {token}이(가) 두 번 붙었습니다. 함께 묶을 것을 중괄호로 감싸 주세요",
)
NEEDS_SOMETHING = Text(en="{owner} needs something after it", ko="{owner} 뒤에 무엇인가 와야 합니다")
NEVER_CLOSED = Text(en="this {bracket} is never closed", ko="여기에서 연 {bracket}을(를) 닫지 않았습니다")
NO_PLACE_FOR = Text(
    en="the character U+{code:04X} has no place in mathematics", ko="문자 U+{code:04X}은(는) 수식에 쓸 수 없습니다"
)
UNKNOWN_COMMAND = Text(en="unknown command {name}", ko="모르는 명령 {name}이(가) 있습니다")
UNKNOWN_COMMAND_LIKE = Text(
    en="unknown command {name}; did you mean {near}?", ko="모르는 명령 {name}이(가) 있습니다. 혹시 {near}인가요?"
)
UNKNOWN_ENVIRONMENT = Text(en="unknown environment {name}", ko="모르는 환경 {name}이(가) 있습니다")
UNKNOWN_ENVIRONMENT_LIKE = Text(
    en="unknown environment {name}; did you mean {near}?", ko="모르는 환경 {name}이(가) 있습니다. 혹시 {near}인가요?"
)
NEEDS_BRACKET = Text(en="{owner} needs a bracket after it", ko="{owner} 뒤에 괄호가 와야 합니다")
NO_RIGHT = Text(en="this \\left has no \\right", ko="이 \\left에 맞는 \\right가 없습니다")
ENVIRONMENT_IS_OPEN = Text(
    en="\\begin{{{name}}} has no \\end{{{name}}}", ko="\\begin{{{name}}}에 맞는 \\end{{{name}}}이(가) 없습니다"
)
ENDS_AS = Text(en="\\begin{{{name}}} ends as {closed}", ko="\\begin{{{name}}}이(가) {closed}으로(로) 끝납니다")
OUTSIDE_MATRIX = Text(
    en="& stands outside a matrix; write \\& for the sign", ko="행렬 밖에 &가 있습니다. 기호 자체는 \\&로 적어 주세요"
)
NO_DEGREE = Text(
    en="the degree of a root must be a number or a letter", ko="근호의 차수는 수 하나나 글자 하나여야 합니다"
)
ACCENT_OVER_NOTHING = Text(en="an accent over nothing", ko="기호를 얹을 글자가 없습니다")
