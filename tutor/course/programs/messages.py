"""What is said to a program, in every language of the interface. What stands between backticks is code.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# cannot be read

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
BLANK_LEFT = Text(
    en="Line {line}: a blank `___` is still open.", ko="{line}번째 줄: 빈칸 `___`이 아직 남아 있습니다."
)
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
    en='Line {line}: `{found}` is a printed quotation mark. Code needs the straight ones, `"` or `\'`.',
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

# cannot run

FUNCTION_MISSING = Text(
    en="No function is called `{function}`. What is called has to begin with `def {function}(…):`.",
    ko="이름이 `{function}`인 함수가 없습니다. `def {function}(…):`으로 시작해 주세요.",
)
FUNCTION_NAMED_OTHERWISE = Text(
    en="Your function is called `{found}`; it has to be called `{function}`.",
    ko="함수 이름이 `{found}`입니다. 이름은 `{function}`이어야 합니다.",
)
STARTER_LEFT = Text(
    en="Line {line}: `...` still stands where your lines belong.",
    ko="{line}번째 줄: 내용을 적을 자리에 `...`이 그대로 있습니다.",
)
POWER = Text(
    en="Line {line}: `^` is not a power in Python. Write `**`.",
    ko="{line}번째 줄: `^`는 파이썬에서 거듭제곱이 아닙니다. `**`로 적어 주세요.",
)
NAME_CASE = Text(
    en="Line {line}: there is no `{found}`; there is `{near}`. Capital and small letters are different names.",
    ko="{line}번째 줄: `{found}`은(는) 없고 `{near}`이(가) 있습니다. 대문자와 소문자는 서로 다른 이름입니다.",
)
NAME_NEAR = Text(
    en="Line {line}: there is no `{found}`. Do you mean `{near}`?",
    ko="{line}번째 줄: `{found}`이라(라)는 이름이 없습니다. 혹시 `{near}`인가요?",
)
NAME_UNKNOWN = Text(
    en="Line {line}: there is no `{found}` here. What is given: {known}.",
    ko="{line}번째 줄: `{found}`이라(라)는 이름이 없습니다. 주어진 이름: {known}.",
)
SIZE_UNKNOWN = Text(
    en="Line {line}: there is no `{found}` here. How many samples there are, the data tells: `len(…)`.",
    ko="{line}번째 줄: `{found}`이라(라)는 이름이 없습니다. 샘플의 개수는 `len(…)`으로 데이터에서 알 수 있습니다.",
)
NEEDS_NP = Text(
    en="Line {line}: `{found}` belongs to NumPy: write `np.{found}`.",
    ko="{line}번째 줄: `{found}`은(는) NumPy에 있습니다. `np.{found}`로 적어 주세요.",
)
NATURAL_LOG = Text(
    en="Line {line}: the natural logarithm, ln on paper, is `np.log` in NumPy.",
    ko="{line}번째 줄: 자연로그 ln은 NumPy에서 `np.log`입니다.",
)
NOT_IMPORTED = Text(
    en="Line {line}: `{found}` has to be imported first: `import {found}`. For whole arrays `np` has the same functions.",
    ko="{line}번째 줄: `{found}`은(는) 먼저 `import {found}`로 불러와야 합니다. 배열에는 `np`의 함수를 쓰면 됩니다.",
)
ARGUMENT_RENAMED = Text(
    en="Line {line} says `{wanted}`, but your `def` line calls that argument `{found}`. Use one name for both.",
    ko="{line}번째 줄에서는 `{wanted}`이라(라)고 쓰는데 `def` 줄에서는 그 인자를 `{found}`이라(라)고 부릅니다. 하나로 맞춰 주세요.",
)
UNBOUND = Text(
    en="Line {line}: `{found}` has no value yet when it is used. A name that the function sets has to be set first.",
    ko="{line}번째 줄: `{found}`을(를) 쓰는 시점에 아직 값이 없습니다. 함수 안에서 정하는 이름은 먼저 값을 넣어야 합니다.",
)
NO_SUCH_IN_NP = Text(
    en="Line {line}: NumPy has no `{found}`.", ko="{line}번째 줄: NumPy에 `{found}`은(는) 없습니다."
)
NO_SUCH_IN_NP_NEAR = Text(
    en="Line {line}: NumPy has no `{found}`. Do you mean `np.{near}`?",
    ko="{line}번째 줄: NumPy에 `{found}`은(는) 없습니다. 혹시 `np.{near}`인가요?",
)
FUNCTION_NOT_METHOD = Text(
    en="Line {line}: an array has no `.{found}`. Write it around the array: `np.{found}(…)`.",
    ko="{line}번째 줄: 배열에 `.{found}`은(는) 없습니다. `np.{found}(…)`처럼 배열을 감싸서 적어 주세요.",
)
NO_SUCH_IN = Text(
    en="Line {line}: a value of type {type} has no `.{found}`.",
    ko="{line}번째 줄: {type} 값에는 `.{found}`이(가) 없습니다.",
)
NO_SUCH_IN_NEAR = Text(
    en="Line {line}: there is no `.{found}`. Do you mean `.{near}`?",
    ko="{line}번째 줄: `.{found}`은(는) 없습니다. 혹시 `.{near}`인가요?",
)
NUMBER_HAS_NO = Text(
    en="Line {line}: what stands before `.{found}` is a single number already, and a number has no `.{found}`.",
    ko="{line}번째 줄: `.{found}` 앞에 있는 것은 이미 수 하나입니다. 수에는 `.{found}`이(가) 없습니다.",
)
BRACKETS_MISSING = Text(
    en="Line {line}: a function stands where its value belongs. Without brackets it is not called: write `{found}()`.",
    ko="{line}번째 줄: 값이 와야 할 곳에 함수가 있습니다. 괄호가 없으면 호출되지 않으니 `{found}()`로 적어 주세요.",
)
BRACKETS_MISSING_SOMEWHERE = Text(
    en="Line {line}: a function stands where its value belongs. It is called only with brackets after its name.",
    ko="{line}번째 줄: 값이 와야 할 곳에 함수가 있습니다. 이름 뒤에 괄호를 붙여야 호출됩니다.",
)
NONE_INSIDE = Text(
    en="Line {line}: one of the values is None: something before it gave nothing back.",
    ko="{line}번째 줄: 값 하나가 None입니다. 앞의 무언가가 아무것도 돌려주지 않았습니다.",
)
NOT_CALLABLE = Text(
    en="Line {line}: a bracket right after a number or an array calls it like a function. For a product write `*`, for an entry `[ ]`.",
    ko="{line}번째 줄: 수나 배열 바로 뒤에 소괄호를 쓰면 함수처럼 호출하게 됩니다. 곱하려면 `*`를, 원소를 꺼내려면 `[ ]`를 써 주세요.",
)
INDEX_NUMBER = Text(
    en="Line {line}: what is indexed there is a single number and has no entries.",
    ko="{line}번째 줄: 인덱스로 꺼내려는 값이 수 하나라서 원소가 없습니다.",
)
INDEX_BEYOND = Text(
    en="Line {line}: index {index} is past the end: an axis of size {size} has the indices 0 to {last}.",
    ko="{line}번째 줄: 인덱스 {index}은(는) 범위를 벗어납니다. 크기가 {size}인 축의 인덱스는 0부터 {last}까지입니다.",
)
INDICES_TOO_MANY = Text(
    en="Line {line}: {given} indices for an array that has {wanted}.",
    ko="{line}번째 줄: 축이 {wanted}개인 배열에 인덱스를 {given}개 썼습니다.",
)
NO_LOOP_OVER_NUMBER = Text(
    en="Line {line}: a single number cannot be gone through or summed up: it has no entries.",
    ko="{line}번째 줄: 수 하나는 원소가 없어서 하나씩 꺼내거나 더할 수 없습니다.",
)
WHOLE_NUMBER_WANTED = Text(
    en="Line {line}: a whole number belongs there, as a size, a count or an index.",
    ko="{line}번째 줄: 크기나 횟수, 인덱스 자리에는 정수가 와야 합니다.",
)
MATH_ON_ARRAY = Text(
    en="Line {line}: `math.{found}` takes one number, and it is given an array. `np.{found}` takes whole arrays.",
    ko="{line}번째 줄: `math.{found}`은(는) 수 하나만 받는데 배열을 받았습니다. 배열에는 `np.{found}`를 쓰세요.",
)
ONE_NUMBER_WANTED = Text(
    en="Line {line}: an array stands where a single number is needed.",
    ko="{line}번째 줄: 수 하나가 필요한 곳에 배열이 있습니다.",
)
ARGUMENTS = Text(
    en="`{function}` is called with {wanted}: your `def` line has to take exactly these.",
    ko="`{function}`은(는) {wanted}을(를) 인자로 호출됩니다. `def` 줄에서 정확히 이만큼 받아야 합니다.",
)
ARGUMENTS_OF_OTHER = Text(
    en="Line {line}: `{found}` is called with the wrong number of arguments.",
    ko="{line}번째 줄: `{found}`을(를) 부를 때 인자의 개수가 맞지 않습니다.",
)
KEYWORD_UNKNOWN = Text(
    en="Line {line}: the function takes no argument called `{found}`.",
    ko="{line}번째 줄: 이 함수에는 `{found}`이라(라)는 인자가 없습니다.",
)
LIST_ARITHMETIC = Text(
    en="Line {line}: a list does not calculate entry by entry. Make it an array: `np.array(…)`.",
    ko="{line}번째 줄: 리스트는 원소끼리 계산되지 않습니다. `np.array(…)`로 배열을 만들어 주세요.",
)
TEXT_ARITHMETIC = Text(
    en="Line {line}: a text in quotation marks cannot be calculated with.",
    ko="{line}번째 줄: 따옴표 안의 글은 계산할 수 없습니다.",
)
TRUTH_OF_ARRAY = Text(
    en="Line {line}: a condition asks one yes or no, and an array has many. `np.where(condition, a, b)` decides entry by entry.",
    ko="{line}번째 줄: 조건은 예, 아니요 하나를 묻는데 배열에는 답이 여러 개입니다. `np.where(조건, a, b)`는 원소마다 정합니다.",
)
TRUTH_BY_MAX = Text(
    en="Line {line}: Python's `{found}` compares single numbers, not rows. NumPy's `np.{near}` works entry by entry, `.{found}(axis=…)` along an axis.",
    ko="{line}번째 줄: 파이썬의 `{found}`은(는) 행이 아니라 수를 비교합니다. 원소끼리는 `np.{near}`, 축을 따라서는 `.{found}(axis=…)`를 쓰세요.",
)
MAX_OF_TWO = Text(
    en="Line {line}: `np.{found}` takes one array, and its second argument is the axis. The larger or smaller of two, entry by entry, gives `np.{near}`.",
    ko="{line}번째 줄: `np.{found}`은(는) 배열 하나를 받고 둘째 인자는 축입니다. 둘을 원소끼리 비교하려면 `np.{near}`를 쓰세요.",
)
SHAPE_AS_TUPLE = Text(
    en="Line {line}: the shape is one argument: `np.{found}((rows, columns))`, with brackets of its own.",
    ko="{line}번째 줄: 형상은 인자 하나입니다. `np.{found}((행, 열))`처럼 괄호를 한 번 더 써 주세요.",
)
INNER_SIZES = Text(
    en="Line {line}: {left} @ {right}: the inner sizes {inner} and {other} differ.",
    ko="{line}번째 줄: {left} @ {right}에서 안쪽 크기 {inner}과(와) {other}이(가) 다릅니다.",
)
INNER_SIZES_ONLY = Text(
    en="Line {line}: the inner sizes of the product differ: {inner} and {other}.",
    ko="{line}번째 줄: 곱의 안쪽 크기가 서로 다릅니다. {inner}과(와) {other}입니다.",
)
TRY_OTHER_ORDER = Text(
    en="The other way round, {right} @ {left}, they would fit.", ko="순서를 바꾼 {right} @ {left}라면 맞습니다."
)
MATMUL_NUMBER = Text(
    en="Line {line}: `@` multiplies arrays, and {operand} is a single number. For numbers write `*`.",
    ko="{line}번째 줄: `@`는 배열을 곱하는데 {operand}은(는) 수 하나입니다. 수에는 `*`를 쓰세요.",
)
MATMUL_NUMBER_SOMEWHERE = Text(
    en="Line {line}: `@` multiplies arrays, and one side is a single number. For numbers write `*`.",
    ko="{line}번째 줄: `@`는 배열을 곱하는데 한쪽이 수 하나입니다. 수에는 `*`를 쓰세요.",
)
SHAPES_DIFFER = Text(
    en="Line {line}: {left} {operator} {right} does not fit: entry by entry, sizes have to be equal or 1, counted from the right.",
    ko="{line}번째 줄: {left} {operator} {right}은(는) 맞지 않습니다. 원소끼리 계산하려면 오른쪽부터 세어 크기가 같거나 1이어야 합니다.",
)
SHAPES_ONLY = Text(
    en="Line {line}: the shapes {shapes} do not fit together.",
    ko="{line}번째 줄: 형상 {shapes}이(가) 서로 맞지 않습니다.",
)
WITHOUT_KEEPDIMS = Text(
    en="A sum, mean or max along an axis drops that axis: `keepdims=True` keeps it with size 1.",
    ko="한 축을 따라 합이나 평균, 최댓값을 구하면 그 축이 없어집니다. `keepdims=True`를 쓰면 크기 1로 남습니다.",
)
AXIS_MISSING = Text(
    en="Line {line}: axis {axis} does not exist: the array there has {dimensions} axis or axes, counted from 0.",
    ko="{line}번째 줄: 축 {axis}은(는) 없습니다. 그 배열의 축은 {dimensions}개이고 0부터 셉니다.",
)
RESHAPE = Text(
    en="Line {line}: {size} numbers cannot take the shape {shape}.",
    ko="{line}번째 줄: 수 {size}개는 형상 {shape}이(가) 될 수 없습니다.",
)
RAGGED = Text(
    en="Line {line}: rows of different lengths make no array, and one entry holds one number.",
    ko="{line}번째 줄: 길이가 다른 행으로는 배열을 만들 수 없고, 원소 하나에는 수 하나만 들어갑니다.",
)
WHOLE_NUMBER_ARRAY = Text(
    en="Line {line}: that array holds whole numbers only, and is to be changed in place to others. Make a new array instead.",
    ko="{line}번째 줄: 정수만 담는 배열을 그 자리에서 소수로 바꾸려 했습니다. 새 배열을 만들어 주세요.",
)
UNPACKED = Text(
    en="Line {line}: the number of names on the left is not the number of values on the right.",
    ko="{line}번째 줄: 왼쪽 이름의 개수와 오른쪽 값의 개수가 다릅니다.",
)
OUT_OF_DOMAIN = Text(
    en="Line {line}: the function has no value there, as a logarithm of 0 or a root of a negative number.",
    ko="{line}번째 줄: 0의 로그나 음수의 제곱근처럼 값이 없는 곳에서 함수를 불렀습니다.",
)
TOO_LARGE = Text(
    en="Line {line}: the number becomes larger than a computer's number can be.",
    ko="{line}번째 줄: 수가 컴퓨터가 담을 수 있는 크기를 넘었습니다.",
)
DIVIDED_BY_ZERO = Text(en="Line {line}: a division by 0.", ko="{line}번째 줄: 0으로 나누었습니다.")
NO_MODULE = Text(
    en="Line {line}: `{found}` is not there. NumPy and Python's own modules are.",
    ko="{line}번째 줄: `{found}`은(는) 없습니다. NumPy와 파이썬 기본 모듈을 쓸 수 있습니다.",
)
CALLS_ITSELF = Text(
    en="Line {line}: the function calls itself again and again and never comes to an end.",
    ko="{line}번째 줄: 함수가 자기 자신을 계속 부르기만 하고 끝나지 않습니다.",
)
RAISED = Text(en="Line {line} fails: {message}", ko="{line}번째 줄에서 실패했습니다: {message}")
ENDLESS_WHILE = Text(
    en="Line {line}: the `while` loop did not come to an end. Does anything in it make its condition false?",
    ko="{line}번째 줄의 `while` 반복이 끝나지 않았습니다. 반복 안에서 조건이 거짓이 되는 때가 있나요?",
)
ENDLESS = Text(
    en="The program did not come to an end in time; it was at line {line}.",
    ko="프로그램이 제때 끝나지 않았습니다. {line}번째 줄에 있었습니다.",
)
ENDLESS_SOMEWHERE = Text(
    en="The program did not come to an end in time.", ko="프로그램이 제때 끝나지 않았습니다."
)
MEMORY = Text(
    en="The program wanted more memory than it may have.", ko="프로그램이 쓸 수 있는 메모리보다 더 많이 쓰려 했습니다."
)
OUTPUT = Text(en="The program printed far too much.", ko="프로그램이 너무 많이 출력했습니다.")
INPUT = Text(
    en="The program asks for input. Its values come as arguments: leave `input` out.",
    ko="프로그램이 입력을 기다립니다. 값은 인자로 들어오니 `input`을 빼 주세요.",
)
ENDED = Text(
    en="The program ended itself before it gave anything back. It only has to `return`.",
    ko="프로그램이 아무것도 돌려주기 전에 스스로 끝났습니다. `return`만 하면 됩니다.",
)
GAVE_UNREADABLE = Text(
    en="What the program gives back cannot be read as numbers.", ko="프로그램이 돌려준 값을 수로 읽을 수 없습니다."
)
NOT_STARTED = Text(
    en="The program could not be run just now. Please try again.",
    ko="지금은 프로그램을 실행할 수 없었습니다. 다시 시도해 주세요.",
)

# gives back nothing, or nothing that can be compared

PRINTS = Text(
    en="Line {line} prints the value but does not return it. `return` gives it to whoever calls the function.",
    ko="{line}번째 줄은 값을 출력할 뿐 돌려주지 않습니다. `return`으로 돌려주어야 부른 쪽에서 쓸 수 있습니다.",
)
NO_RETURN_VALUE = Text(
    en="Line {line} works something out, and then the function ends without giving it back: a `return` is missing.",
    ko="{line}번째 줄에서 계산은 했지만 함수가 그 값을 돌려주지 않고 끝납니다. `return`이 빠졌습니다.",
)
NO_RETURN = Text(
    en="The function gives nothing back: a `return` is missing.",
    ko="함수가 아무것도 돌려주지 않습니다. `return`이 빠졌습니다.",
)
NO_RETURN_SOMETIMES = Text(
    en="There is a `return`, but the program does not always come to it: then nothing is given back.",
    ko="`return`이 있지만 거기까지 가지 않는 경우가 있습니다. 그때는 아무것도 돌려주지 않습니다.",
)
RETURN_EMPTY = Text(
    en="Line {line}: this `return` gives nothing back: put the value behind it.",
    ko="{line}번째 줄의 `return`은 아무것도 돌려주지 않습니다. 뒤에 값을 적어 주세요.",
)
GIVES_FUNCTION = Text(
    en="What comes back is a function, not a number: it was never called. Put brackets after its name.",
    ko="돌려준 것이 수가 아니라 함수입니다. 호출되지 않았으니 이름 뒤에 괄호를 붙여 주세요.",
)
GIVES_FUNCTION_NAMED = Text(
    en="Line {line}: `{found}` without brackets is the function itself. With `{found}()` it is called.",
    ko="{line}번째 줄: 괄호 없는 `{found}`은(는) 함수 자체입니다. `{found}()`라고 써야 호출됩니다.",
)
GIVES_TEXT = Text(
    en="What comes back is a text, {shown}, where numbers are wanted.",
    ko="수를 돌려주어야 하는데 글 {shown}을(를) 돌려주었습니다.",
)
GIVES_OTHER = Text(
    en="What comes back is of type {type}, where numbers are wanted.",
    ko="수를 돌려주어야 하는데 {type} 타입을 돌려주었습니다.",
)
GIVES_GENERATOR = Text(
    en="What comes back is a recipe for values, not the values: put square brackets around it, or make it an array.",
    ko="돌려준 것은 값이 아니라 값을 만드는 방법입니다. 대괄호로 감싸거나 배열로 만들어 주세요.",
)
CHANGED = Text(
    en="The numbers are right, but the function changes {found}, which it was given: whoever calls it finds other values afterwards. Work on a new array instead.",
    ko="수는 맞지만 함수가 받은 {found}의 값을 바꿔 버립니다. 함수를 부른 쪽의 값까지 달라지니 새 배열에 계산해 주세요.",
)

# seen in the text of a wrong program

RETURN_IN_LOOP = Text(
    en="Line {line}: this `return` stands inside the loop, so the function ends in the first round. Indent it less.",
    ko="{line}번째 줄: `return`이 반복문 안에 있어서 첫 번째 반복에서 함수가 끝납니다. 들여쓰기를 줄여 주세요.",
)
UNREACHABLE = Text(
    en="Line {line} is never reached: the `return` above it ends the function.",
    ko="{line}번째 줄은 실행되지 않습니다. 위의 `return`에서 함수가 끝납니다.",
)
LOST = Text(
    en="Line {line} works something out and keeps it nowhere: give it a name, or use it where it is needed.",
    ko="{line}번째 줄에서 계산한 값이 어디에도 남지 않습니다. 이름에 넣거나 필요한 곳에서 바로 써 주세요.",
)
ONE_BY_ONE = Text(
    en="Line {line} changes `{found}` within the loop, so each later round already works with another `{found}`. All of them are meant to see the same one.",
    ko="{line}번째 줄이 반복 안에서 `{found}`을(를) 바꾸어, 다음 반복은 달라진 `{found}`을(를) 씁니다. 모두 같은 값을 써야 합니다.",
)
OVERWRITTEN = Text(
    en="Line {line} sets `{found}` anew in every round: after the loop only the last round is left in it.",
    ko="{line}번째 줄이 반복할 때마다 `{found}`을(를) 새로 정합니다. 반복이 끝나면 마지막 값만 남습니다.",
)
UNUSED_RESULT = Text(
    en="Line {line} works out `{found}`, and nothing uses it afterwards.",
    ko="{line}번째 줄에서 `{found}`을(를) 구했지만 그 뒤에 쓰이지 않습니다.",
)
FLOOR_DIVISION = Text(
    en="Line {line}: `//` drops everything behind the point. An ordinary division is `/`.",
    ko="{line}번째 줄: `//`는 소수점 아래를 버립니다. 보통 나눗셈은 `/`입니다.",
)
UNUSED = Text(
    en="Your program never uses {names}, and the answer depends on it.",
    ko="프로그램에서 {names}을(를) 쓰지 않았는데, 답은 그 값에 따라 달라집니다.",
)

# computes something recognised

NEGATIVE = Text(
    en="Every number is right except for its sign: what you compute is minus the answer.",
    ko="부호만 빼면 모두 맞습니다. 계산한 값은 답에 마이너스를 붙인 것입니다.",
)
TIMES_M = Text(
    en="What you compute is {factor} times the answer, and `len({name})` is {factor}. Is a sum left where a mean belongs?",
    ko="계산한 값이 답의 {factor}배이고, `len({name})`이(가) {factor}입니다. 평균이 와야 할 곳에 합이 있지 않나요?",
)
OVER_M = Text(
    en="What you compute is the answer divided by {factor}, and `len({name})` is {factor}. Is something averaged that should only be added, or divided twice?",
    ko="계산한 값이 답을 {factor}으로(로) 나눈 것이고, `len({name})`이(가) {factor}입니다. 더하기만 할 것을 평균 냈거나 두 번 나누지 않았나요?",
)
FIXED_NUMBER = Text(
    en="It is right for {factor} samples only: a fixed {factor} stands where `len({name})` belongs.",
    ko="샘플이 {factor}개일 때만 맞습니다. `len({name})`이(가) 와야 할 곳에 {factor}이(가) 적혀 있습니다.",
)
TWICE = Text(en="What you compute is always twice the answer.", ko="계산한 값이 항상 답의 2배입니다.")
HALF = Text(en="What you compute is always half the answer.", ko="계산한 값이 항상 답의 절반입니다.")
FACTOR = Text(
    en="What you compute is always {factor} times the answer: one factor is too much or missing.",
    ko="계산한 값이 항상 답의 {factor}배입니다. 곱하는 수가 하나 더 있거나 빠졌습니다.",
)
LOGARITHM = Text(
    en="That is the answer with another logarithm: yours has the base {base}, the natural one has the base e.",
    ko="다른 로그를 쓴 답입니다. 쓰신 로그는 밑이 {base}이고, 자연로그는 밑이 e입니다.",
)
SQUARE_OF_ANSWER = Text(
    en="What you compute is the square of the answer.", ko="계산한 값은 답의 제곱입니다."
)
ROOT = Text(
    en="What you compute is the square root of the answer.", ko="계산한 값은 답의 제곱근입니다."
)
RECIPROCAL = Text(en="What you compute is 1 divided by the answer.", ko="계산한 값은 1을 답으로 나눈 것입니다.")
ABSOLUTE_ANSWER = Text(
    en="What you compute is the size of the answer, without its sign.", ko="계산한 값은 답에서 부호를 뺀 크기입니다."
)
ONE_MINUS = Text(
    en="What you compute is 1 minus the answer.", ko="계산한 값은 1에서 답을 뺀 것입니다."
)
LOG_OF_ANSWER = Text(
    en="What you compute is the logarithm of the answer.", ko="계산한 값은 답의 로그입니다."
)
EXP_OF_ANSWER = Text(
    en="What you compute is e to the power of the answer.", ko="계산한 값은 e의 답 제곱입니다."
)
ROUNDED = Text(
    en="What you compute is the answer, but rounded. Leave the digits as they are.",
    ko="답을 반올림한 값입니다. 반올림하지 말고 그대로 돌려주세요.",
)
OFFSET_MORE = Text(en="What you compute is always {offset} too much.", ko="계산한 값이 항상 {offset}만큼 큽니다.")
OFFSET_LESS = Text(en="What you compute is always {offset} too little.", ko="계산한 값이 항상 {offset}만큼 작습니다.")
TRANSPOSED = Text(
    en="The numbers are right, but rows and columns are exchanged.", ko="수는 맞지만 행과 열이 뒤바뀌었습니다."
)
NO_SQUASH = Text(
    en="That is what the last function is applied to: it is not squeezed to between 0 and 1 yet.",
    ko="마지막 함수에 들어갈 값입니다. 아직 0과 1 사이로 바뀌지 않았습니다.",
)
SQUASH_OTHER = Text(
    en="Up to the last function all is right: yours is {name}, and another one is asked for.",
    ko="마지막 함수 앞까지는 맞습니다. 쓰신 함수는 {name}인데, 문제에서 묻는 것은 다른 함수입니다.",
)
STEP_FUNCTION = Text(en="the step function", ko="계단 함수")
SLOPE = Text(
    en="That is s(1 − s), the slope there; the value s itself is asked for.",
    ko="그 값은 s(1 − s), 그 자리의 기울기입니다. 문제에서 묻는 것은 s의 값입니다.",
)
ONE_HOT = Text(
    en="You give the largest of each row a 1 and the others a 0; shares of 1 are asked for.",
    ko="행마다 가장 큰 값에 1, 나머지에 0을 주었습니다. 문제에서 묻는 것은 1을 나눈 몫입니다.",
)
NOT_NORMALISED = Text(
    en="In every row the numbers are in the right proportion, but they do not sum to 1: the first row sums to {sum}.",
    ko="행마다 수의 비율은 맞지만 합이 1이 아닙니다. 첫 행의 합은 {sum}입니다.",
)
NOT_AVERAGED = Text(
    en="You give {given} numbers, and one is wanted: their mean would be it.",
    ko="수 {given}개를 돌려주었습니다. 필요한 것은 하나, 그 평균입니다.",
)
NOT_SUMMED = Text(
    en="You give {given} numbers, and one is wanted: their sum would be it.",
    ko="수 {given}개를 돌려주었습니다. 필요한 것은 하나, 그 합입니다.",
)
AVERAGED = Text(
    en="You give one number, the mean of the {wanted} that are wanted.",
    ko="수 하나를 돌려주었습니다. 필요한 수 {wanted}개의 평균입니다.",
)
SUMMED = Text(
    en="You give one number, the sum of the {wanted} that are wanted.",
    ko="수 하나를 돌려주었습니다. 필요한 수 {wanted}개의 합입니다.",
)
FIRST_ROW = Text(
    en="You give the first row only; all {wanted} are wanted.", ko="첫 행만 돌려주었습니다. {wanted}개 행이 모두 필요합니다."
)
ONLY_SHAPE = Text(
    en="The numbers are right, but their shape is {given}, and {wanted} is wanted.",
    ko="수는 맞지만 형상이 {given}입니다. 필요한 형상은 {wanted}입니다.",
)
NUMBER_WANTED = Text(
    en="You give {given} numbers (shape {shape}), and a single one is wanted.",
    ko="수 {given}개(형상 {shape})를 돌려주었는데, 필요한 것은 하나입니다.",
)
ARRAY_WANTED = Text(
    en="You give a single number, and {wanted} are wanted (shape {shape}).",
    ko="수 하나를 돌려주었는데, 필요한 것은 {wanted}개(형상 {shape})입니다.",
)
SHAPE_WANTED = Text(
    en="What you give has the shape {given}; {wanted} is wanted.",
    ko="돌려준 배열의 형상은 {given}입니다. 필요한 형상은 {wanted}입니다.",
)
COUNT_WANTED = Text(
    en="You give {given} where {wanted} values are wanted, one after the other.",
    ko="값 {wanted}개를 차례로 돌려주어야 하는데 {given}을(를) 돌려주었습니다.",
)
ONE_VALUE = Text(en="one value", ko="값 하나")
SOME_VALUES = Text(en="{count} values", ko="값 {count}개")
OTHER_ORDER = Text(
    en="The values are right, but in another order.", ko="값은 맞지만 순서가 다릅니다."
)
ONE_OF_SEVERAL = Text(
    en="Number {position} of the {count} values is not right yet; the others are.",
    ko="값 {count}개 가운데 {position}번째만 아직 맞지 않습니다. 나머지는 맞습니다.",
)
KEYS_WANTED = Text(
    en="What you give has to have the keys {wanted}.", ko="돌려주는 값에는 키 {wanted}이(가) 있어야 합니다."
)
CONSTANT = Text(
    en="Your program gives {given} everywhere; the answer is not the same everywhere.",
    ko="어디서나 {given}을(를) 돌려주는데, 답은 곳곳에서 다릅니다.",
)
DEPENDS = Text(
    en="What you compute does not change with `{name}`; the answer does.",
    ko="계산한 값이 `{name}`에 따라 달라지지 않습니다. 답은 달라집니다.",
)
MUTANT_SIGN = Text(
    en="one sign is turned (a plus for a minus, a minus for a plus, a minus too many or too few)",
    ko="부호 하나가 반대일 때(더하기와 빼기가 바뀌었거나 마이너스가 빠지거나 더 있을 때)",
)
MUTANT_MEAN_SUM = Text(
    en="a sum and a mean are taken for one another",
    ko="합과 평균을 서로 바꿔 썼을 때",
)
MUTANT_SQUARE_LATE = Text(
    en="the square comes too late: after the numbers are gathered, not before",
    ko="하나하나를 먼저 제곱하지 않고 모은 뒤에 제곱했을 때",
)
MUTANT_LATE = Text(
    en="a mean or a sum is taken too early, before the last calculation on each entry",
    ko="원소마다 할 계산이 끝나기 전에 평균이나 합을 구했을 때",
)
MUTANT_SQUARE = Text(
    en="a square is missing, is one too many, or does not hold all that it should",
    ko="제곱이 빠졌거나 하나 많거나, 제곱할 것을 다 묶지 않았을 때",
)
MUTANT_ABSOLUTE = Text(
    en="the size of something is taken instead of its square",
    ko="제곱 대신 절댓값을 썼을 때",
)
MUTANT_AXIS = Text(
    en="something is taken along another axis, or over everything",
    ko="다른 축을 따라, 또는 전체에 대해 구했을 때",
)
MUTANT_TRANSPOSED = Text(
    en="a matrix is turned over: its rows taken for its columns",
    ko="행렬 하나의 행과 열을 바꿔 썼을 때",
)
MUTANT_SWAPPED = Text(
    en="the two sides of an operation are exchanged",
    ko="연산의 양쪽을 서로 바꿨을 때",
)
MUTANT_EXCHANGED = Text(
    en="a name stands where another one belongs",
    ko="어떤 이름이 다른 이름의 자리에 있을 때",
)
MUTANT_LEFT_OUT = Text(
    en="one part of the calculation is left out",
    ko="계산에서 한 부분을 빠뜨렸을 때",
)
MUTANT_ONE_MINUS = Text(
    en="something is taken from 1 where it should stand as it is",
    ko="그대로 써야 할 값을 1에서 뺐을 때",
)
MUTANT_PRECEDENCE = Text(
    en="a pair of brackets is missing or at another place",
    ko="괄호가 빠졌거나 다른 자리에 있을 때",
)
MUTANT_PART = Text(
    en="You give back something that is worked out on the way: at least one step is still to come.",
    ko="계산 도중에 나오는 값을 돌려주었습니다. 아직 남은 단계가 있습니다.",
)
MUTANT_OPERATION = Text(
    en="one operation is another one (of plus, minus, times, divided by)",
    ko="연산 하나가 다를 때(더하기, 빼기, 곱하기, 나누기 가운데 하나가 바뀌었을 때)",
)
MUTANT_MATRIX = Text(
    en="entries are multiplied one by one where rows and columns are to be multiplied",
    ko="행과 열을 곱해야 할 곳에서 원소끼리 곱했을 때",
)
MUTANT_FUNCTION = Text(
    en="one function is taken for another that is akin to it",
    ko="비슷한 다른 함수를 썼을 때",
)
MUTANT_COMPARED = Text(
    en="a comparison points the other way", ko="비교의 방향이 반대일 때"
)
MUTANT_SKIPPED = Text(
    en="the first or the last sample is left out",
    ko="첫 샘플이나 마지막 샘플을 빠뜨렸을 때",
)
MUTANT_ONE_SAMPLE = Text(
    en="only one sample counts, the first or the last",
    ko="첫 샘플이나 마지막 샘플 하나만 쓰였을 때",
)
MUTANT_REPEATED = Text(
    en="That is where two steps lead; one is asked for.", ko="두 걸음을 간 자리입니다. 문제에서 묻는 것은 한 걸음입니다."
)
BRACKETS_TOO = Text(
    en="A pair of brackets at another place does the same.", ko="괄호의 자리가 달라도 같은 수가 나옵니다."
)
COMES_OUT = Text(en="These numbers come out when {what}.", ko="{what} 나오는 수입니다.")
COMES_OUT_OF_TWO = Text(
    en="These numbers come out when two things happen at once: {what}; and {other}.",
    ko="두 가지가 겹쳐서 나오는 수입니다. 하나는 {what}, 다른 하나는 {other} 그렇게 됩니다.",
)
FACTOR_OF_TWO = Text(en="a factor of 2 is missing or too many", ko="2를 곱하거나 나누는 일이 빠졌거나 더 있을 때")
AXIS_HINT = Text(
    en="`axis=0` goes down the rows, `axis=1` along the columns.",
    ko="`axis=0`은 행 방향(아래로), `axis=1`은 열 방향(옆으로)입니다.",
)
BRACKETS_HINT = Text(en="What is calculated first?", ko="무엇이 먼저 계산되나요?")
INDEX_HINT = Text(en="Indices start at 0.", ko="인덱스는 0부터 시작합니다.")

# else

AT_PLACE = Text(
    en="At {place} yours gives {given}, and {answer} is {wanted}.",
    ko="{place}일 때 작성하신 프로그램은 {given}을(를) 돌려주는데, {answer}은(는) {wanted}입니다.",
)
ON_DATA = Text(
    en="On the data yours gives {given}, and {answer} is {wanted}.",
    ko="이 데이터에서 작성하신 프로그램은 {given}을(를) 돌려주는데, {answer}은(는) {wanted}입니다.",
)
ENTRY_DIFFERS = Text(
    en="At {place} your entry {index} is {given}, and the right one is {wanted}.",
    ko="{place}일 때 원소 {index}이(가) {given}인데, 맞는 값은 {wanted}입니다.",
)
ENTRY_DIFFERS_ON_DATA = Text(
    en="Your entry {index} is {given}, and the right one is {wanted}.",
    ko="원소 {index}이(가) {given}인데, 맞는 값은 {wanted}입니다.",
)
THE_ANSWER = Text(en="the answer", ko="답")
ROW_SUMS = Text(
    en="Each row of the answer sums to 1; your row {row} sums to {sum}.",
    ko="답은 행마다 합이 1입니다. 작성하신 {row}행의 합은 {sum}입니다.",
)
NEVER_NEGATIVE = Text(
    en="The answer is never negative, and yours is {given}.", ko="답은 음수가 될 수 없는데, {given}이(가) 나왔습니다."
)
BETWEEN_0_AND_1 = Text(
    en="The answer always lies between 0 and 1, and yours is {given}.",
    ko="답은 항상 0과 1 사이인데, {given}이(가) 나왔습니다.",
)
EXP_OVERFLOWS = Text(
    en="At {value} the exponential is too large for a computer's number: it becomes inf, and then {given} comes out. Keep what goes into it small.",
    ko="{value}에서 지수 함수의 값이 너무 커서 inf가 되고, 결국 {given}이(가) 나옵니다. 지수 함수에 들어가는 값을 작게 만들어 주세요.",
)
LOG_OF_ZERO = Text(
    en="There a logarithm of 0 or of a negative number is taken: {given} comes out.",
    ko="0이나 음수의 로그를 구해서 {given}이(가) 나옵니다.",
)
NOT_A_NUMBER = Text(
    en="Somewhere {given} comes out, which is what 0/0, a division by 0 or a number beyond all limits gives.",
    ko="어딘가에서 {given}이(가) 나옵니다. 0/0이거나 0으로 나누었거나 수가 너무 커진 경우입니다.",
)

# right

STYLE_LOOP = Text(
    en="Right. One more thought: NumPy calculates with whole arrays, so this can be written without the loop.",
    ko="맞습니다. 한 가지 더, NumPy는 배열을 통째로 계산하므로 반복문 없이도 쓸 수 있습니다.",
)
STYLE_CONVERSION = Text(
    en="Right. One more thought: `{name}` is an array already, so line {line} need not make it one.",
    ko="맞습니다. 한 가지 더, `{name}`은(는) 이미 배열이므로 {line}번째 줄에서 바꾸지 않아도 됩니다.",
)
STYLE_MEAN = Text(
    en="Right. One more thought: a sum divided by the number of entries is what `.mean()` gives.",
    ko="맞습니다. 한 가지 더, 합을 개수로 나눈 값은 `.mean()`으로 바로 얻을 수 있습니다.",
)
