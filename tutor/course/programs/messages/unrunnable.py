"""What is said to a program that cannot run, or gives back nothing that can be compared."""

from __future__ import annotations

from tutor.language import Text

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
NAME_NOT_SET = Text(
    en="Line {line}: nothing has set `{found}` yet. Give it a value in a line above.",
    ko="{line}번째 줄: `{found}`에 아직 값이 없습니다. 위쪽 줄에서 먼저 값을 넣어 주세요.",
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
NO_SUCH_IN_NP = Text(en="Line {line}: NumPy has no `{found}`.", ko="{line}번째 줄: NumPy에 `{found}`은(는) 없습니다.")
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
NONE_OF_HELPER = Text(
    en="Line {line}: `{found}` gives nothing back: a `return` with a value is missing in it.",
    ko="{line}번째 줄: `{found}`이(가) 아무것도 돌려주지 않습니다. 그 함수에 값을 돌려주는 `return`이 빠졌습니다.",
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
AXIS_MISSING_OF_ONE = Text(
    en="Line {line}: there is no axis {axis}: the array there has a single one, axis 0.",
    ko="{line}번째 줄: 축 {axis}은(는) 없습니다. 그 배열의 축은 0번 하나뿐입니다.",
)
AXIS_MISSING = Text(
    en="Line {line}: there is no axis {axis}: the array has {dimensions} dimensions only, and its axes are counted from 0.",
    ko="{line}번째 줄: 축 {axis}은(는) 없습니다. 그 배열의 축은 {dimensions}개이고 0부터 셉니다.",
)
RESHAPE = Text(
    en="Line {line}: {size} numbers cannot take the shape {shape}.",
    ko="{line}번째 줄: 수 {size}개는 형상 {shape}이(가) 될 수 없습니다.",
)
RAGGED = Text(
    en="Line {line}: rows of different lengths make no array, and one entry holds one number.",
    ko="{line}번째 줄: 수의 개수가 다른 행으로는 배열을 만들 수 없고, 원소 하나에는 수 하나만 들어갑니다.",
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
    ko="프로그램이 제때 끝나지 않았습니다. 그때 {line}번째 줄을 실행하고 있었습니다.",
)
ENDLESS_SOMEWHERE = Text(en="The program did not come to an end in time.", ko="프로그램이 제때 끝나지 않았습니다.")
ON_OTHER_DATA = Text(
    en="It runs on the data of the lesson, but right code has to take other data as well: there this happened.",
    ko="강의의 데이터로는 실행되지만, 맞는 코드는 다른 데이터로도 실행되어야 합니다. 그 데이터에서 일어난 일입니다.",
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
    ko="{line}번째 줄: 괄호 없는 `{found}`은(는) 함수 자체입니다. `{found}()`처럼 써야 호출됩니다.",
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
