"""What is said to a text that is no program yet, or cannot be read as one."""

from __future__ import annotations

from tutor.language import Text

NOTHING_WRITTEN = Text(
    en="There is no program yet: write the function `{function}` first.",
    ko="아직 프로그램이 없습니다. 먼저 함수 `{function}`을(를) 작성해 주세요.",
)
FENCE = Text(
    en="Line {line}: the ``` marks belong to the page that the code was copied from. Delete those lines.",
    ko="{line}번째 줄: ``` 표시는 코드를 복사해 온 문서의 것입니다. 그 줄을 지워 주세요.",
)
PROMPT_PASTED = Text(
    en="Line {line}: `>>>` is Python's prompt, not part of the code. Delete it.",
    ko="{line}번째 줄: `>>>`는 파이썬이 보여 주는 표시이지 코드가 아닙니다. 지워 주세요.",
)
HANGUL = Text(
    en="Line {line}: Korean input is on: `{found}` is no name that Python knows here. Switch to English letters.",
    ko="{line}번째 줄: 한글 입력 상태입니다. `{found}`은(는) 여기서 쓸 수 있는 이름이 아닙니다. 영문으로 바꿔서 입력해 주세요.",
)
BLANK_LEFT = Text(en="Line {line}: a blank `___` is still open.", ko="{line}번째 줄: 빈칸 `___`이 아직 남아 있습니다.")
MISSING_COLON = Text(
    en="Line {line}: a colon is missing. Lines with `def`, `if`, `else`, `for` and `while` end with `:`.",
    ko="{line}번째 줄: 콜론이 빠졌습니다. `def`, `if`, `else`, `for`, `while`이 있는 줄은 `:`으로 끝납니다.",
)
MISSING_TIMES = Text(
    en="Line {line}: after the number in `{found}` a sign is missing. Python does not multiply by itself: write `*`.",
    ko="{line}번째 줄: `{found}`에서 숫자 뒤에 기호가 빠졌습니다. 파이썬에서는 곱셈을 생략할 수 없으니 `*`를 써 주세요.",
)
UNCLOSED = Text(
    en="Line {line}: the bracket `{found}` is opened and never closed.",
    ko="{line}번째 줄: 괄호 `{found}`가 열린 뒤 닫히지 않았습니다.",
)
UNOPENED = Text(
    en="Line {line}: the bracket `{found}` closes nothing: there is one too many, or an opening one is missing.",
    ko="{line}번째 줄: 괄호 `{found}`와 짝이 되는 여는 괄호가 없습니다. 하나가 남거나 여는 괄호가 빠졌습니다.",
)
CROSSED = Text(
    en="Line {line}: `{opened}` is open and `{found}` is to close it: each bracket closes with its own kind.",
    ko="{line}번째 줄: `{opened}`로 열고 `{found}`로 닫았습니다. 괄호는 같은 종류로 닫아야 합니다.",
)
NOT_INDENTED = Text(
    en="Line {line}: this line belongs inside the one above that ends with a colon. Put four spaces before it.",
    ko="{line}번째 줄: 콜론으로 끝난 윗줄 안에 들어가야 합니다. 앞에 빈칸 네 개를 넣어 주세요.",
)
EMPTY_BODY = Text(
    en="Line {line} ends with a colon, and nothing stands inside it yet. What it does follows indented below.",
    ko="{line}번째 줄이 콜론으로 끝났는데 그 안이 비어 있습니다. 할 일을 아래에 들여 써 주세요.",
)
INDENTED_TOO_FAR = Text(
    en="Line {line} starts further right than the line above, which opens nothing. Start both at the same column.",
    ko="{line}번째 줄이 윗줄보다 오른쪽에서 시작하는데, 윗줄은 안을 여는 줄이 아닙니다. 시작 위치를 맞춰 주세요.",
)
INDENT_UNEVEN = Text(
    en="Line {line} starts at a column where no line above it starts. Lines that belong together start at the same column.",
    ko="{line}번째 줄의 들여쓰기가 위의 어느 줄과도 맞지 않습니다. 함께 속한 줄은 같은 위치에서 시작해야 합니다.",
)
EQUALS_IN_CONDITION = Text(
    en="Line {line}: a single `=` gives a name a value. To ask whether two things are equal, write `==`.",
    ko="{line}번째 줄: `=` 하나는 이름에 값을 넣습니다. 두 값이 같은지 물을 때는 `==`로 적어 주세요.",
)
EQUALS_ON_EXPRESSION = Text(
    en="Line {line}: left of `=` only a name can stand, no calculation.",
    ko="{line}번째 줄: `=` 왼쪽에는 계산식이 아니라 이름만 올 수 있습니다.",
)
THREE_EQUALS = Text(
    en="Line {line}: `===` is JavaScript. Python compares with `==`.",
    ko="{line}번째 줄: `===`는 자바스크립트의 기호입니다. 파이썬은 `==`로 비교합니다.",
)
CURLY_QUOTES = Text(
    en="Line {line}: `{found}` is a printed quotation mark. Code needs the straight ones, `\"` or `'`.",
    ko="{line}번째 줄: `{found}`은(는) 인쇄용 따옴표입니다. 코드에는 곧은 따옴표 `\"`나 `'`를 써 주세요.",
)
FULL_WIDTH = Text(
    en="Line {line}: `{found}` is a full-width character. Write the ordinary `{plain}` instead.",
    ko="{line}번째 줄: `{found}`은(는) 전각 문자입니다. 보통 문자 `{plain}`으로(로) 적어 주세요.",
)
OTHER_SIGN = Text(
    en="Line {line}: Python does not know the sign `{found}`. Write `{plain}`.",
    ko="{line}번째 줄: 파이썬은 `{found}` 기호를 모릅니다. `{plain}`으로(로) 적어 주세요.",
)
ODD_CHARACTER = Text(
    en="Line {line}: Python does not know the character `{found}`.",
    ko="{line}번째 줄: 파이썬이 모르는 문자 `{found}`이(가) 있습니다.",
)
ELSE_IF = Text(
    en="Line {line}: Python writes `elif` for else if.", ko="{line}번째 줄: 파이썬에서는 else if를 `elif`로 씁니다."
)
RETURN_OUTSIDE = Text(
    en="Line {line}: this `return` stands outside the function. Indent it as far as the lines of the function.",
    ko="{line}번째 줄: `return`이 함수 밖에 있습니다. 함수 안의 다른 줄만큼 들여 써 주세요.",
)
BRACES = Text(
    en="Line {line}: Python has no braces around lines. A colon ends the first line, and the others are indented.",
    ko="{line}번째 줄: 파이썬은 여러 줄을 중괄호로 묶지 않습니다. 첫 줄을 콜론으로 끝내고 나머지를 들여 써 주세요.",
)
OTHER_LANGUAGE = Text(
    en="Line {line}: `{found}` belongs to another language. Python writes `{plain}`.",
    ko="{line}번째 줄: `{found}`은(는) 다른 언어의 표기입니다. 파이썬에서는 `{plain}`으로(로) 씁니다.",
)
TEXT_NOT_CLOSED = Text(
    en="Line {line}: a quotation mark is opened and never closed.",
    ko="{line}번째 줄: 따옴표가 열린 뒤 닫히지 않았습니다.",
)
KEYWORD_AS_NAME = Text(
    en="Line {line}: `{found}` is a word of Python itself and cannot be a name. Choose another.",
    ko="{line}번째 줄: `{found}`은(는) 파이썬이 쓰는 낱말이라 이름이 될 수 없습니다. 다른 이름을 골라 주세요.",
)
SOMETHING_BETWEEN = Text(
    en="Line {line}: between `{left}` and `{right}` something is missing: an operator such as `*`, or a comma.",
    ko="{line}번째 줄: `{left}`와 `{right}` 사이에 무언가 빠졌습니다. `*` 같은 연산자나 쉼표를 넣어 주세요.",
)
UNFINISHED = Text(
    en="Line {line} ends in the middle of a calculation: something has to follow its last sign.",
    ko="{line}번째 줄이 계산 도중에 끝났습니다. 마지막 기호 뒤에 무언가 와야 합니다.",
)
DEF_BRACKETS = Text(
    en="Line {line}: after the name in a `def` line come brackets, with the arguments in them.",
    ko="{line}번째 줄: `def` 줄의 이름 뒤에는 인자를 담는 괄호가 와야 합니다.",
)
UNREADABLE = Text(
    en="Python cannot read line {line}. Look there, and at the end of the line above.",
    ko="파이썬이 {line}번째 줄을 읽지 못합니다. 그 줄과 바로 윗줄의 끝을 살펴보세요.",
)
