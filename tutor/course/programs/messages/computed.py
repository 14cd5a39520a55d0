"""What is said to a program by what it computes, and to one that is right."""

from __future__ import annotations

from tutor.language import Text

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
ENTRY_OVERWRITTEN = Text(
    en="Line {line} sets the same entry of `{found}` anew in every round of the loop around it: only the last round is left in it.",
    ko="{line}번째 줄이 바로 바깥 반복을 돌 때마다 `{found}`의 같은 원소를 새로 정합니다. 마지막 값만 남습니다.",
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

UNUSED_SEVERAL = Text(
    en="Your program never uses {names}, and the answer depends on them.",
    ko="프로그램에서 {names}을(를) 쓰지 않았는데, 답은 그 값들에 따라 달라집니다.",
)

# computes something recognised

NEGATIVE = Text(
    en="Every number is right except for its sign: what you compute is minus the answer.",
    ko="부호만 빼면 모두 맞습니다. 계산한 값은 답에 마이너스를 붙인 것입니다.",
)
TIMES_M = Text(
    en="What you compute is {factor} times the answer, and `len({name})` is {factor}. Are a sum and a mean taken for one another somewhere?",
    ko="계산한 값이 답의 {factor}배이고, `len({name})`이(가) {factor}입니다. 어딘가에서 합과 평균을 바꿔 쓰지 않았나요?",
)
OVER_M = Text(
    en="What you compute is the answer divided by {factor}, and `len({name})` is {factor}. Is something averaged that should only be added, or divided twice?",
    ko="계산한 값이 답을 {factor}으로(로) 나눈 것이고, `len({name})`이(가) {factor}입니다. 더하기만 할 것을 평균 냈거나 두 번 나누지 않았나요?",
)
FIXED_NUMBER = Text(
    en="It is right for {factor} samples only: your program counts {factor}, whatever `len({name})` is.",
    ko="샘플이 {factor}개일 때만 맞습니다. `len({name})`과(와) 관계없이 늘 {factor}개로 계산합니다.",
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
SQUARE_OF_ANSWER = Text(en="What you compute is the square of the answer.", ko="계산한 값은 답의 제곱입니다.")
ROOT = Text(en="What you compute is the square root of the answer.", ko="계산한 값은 답의 제곱근입니다.")
RECIPROCAL = Text(en="What you compute is 1 divided by the answer.", ko="계산한 값은 1을 답으로 나눈 것입니다.")
ABSOLUTE_ANSWER = Text(
    en="What you compute is the size of the answer, without its sign.", ko="계산한 값은 답에서 부호를 뺀 크기입니다."
)
ONE_MINUS = Text(en="What you compute is 1 minus the answer.", ko="계산한 값은 1에서 답을 뺀 것입니다.")
LOG_OF_ANSWER = Text(en="What you compute is the logarithm of the answer.", ko="계산한 값은 답의 로그입니다.")
EXP_OF_ANSWER = Text(en="What you compute is e to the power of the answer.", ko="계산한 값은 e의 답 제곱입니다.")
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
THRESHOLD = Text(
    en="You give 1 where the answer is above one half, and 0 elsewhere: a step, where the answer goes smoothly.",
    ko="답이 0.5보다 큰 곳은 1, 나머지는 0을 돌려주었습니다. 답은 계단이 아니라 매끄럽게 변합니다.",
)
SLOPE = Text(
    en="What you compute is s(1 − s), where s is the answer. Of a sigmoid, that is the slope.",
    ko="계산한 값은 답을 s라고 할 때 s(1 − s)입니다. 시그모이드라면 그 기울기입니다.",
)
ONE_HOT = Text(
    en="You give the largest of each row a 1 and the others a 0; shares of 1 are asked for.",
    ko="행마다 가장 큰 값에 1, 나머지에 0을 주었습니다. 문제에서 묻는 것은 합이 1인 비율입니다.",
)
NOT_NORMALISED = Text(
    en="The numbers of a row are in the right proportion, but they do not sum to 1: the first row sums to {sum}.",
    ko="한 행 안에서 수의 비율은 맞지만 합이 1이 아닙니다. 첫 행의 합은 {sum}입니다.",
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
    en="You give the first row only; all {wanted} are wanted.",
    ko="첫 행만 돌려주었습니다. {wanted}개 행이 모두 필요합니다.",
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
OTHER_ORDER = Text(en="The values are right, but in another order.", ko="값은 맞지만 순서가 다릅니다.")
ONE_OF_SEVERAL = Text(
    en="Number {position} of the {count} values is not right yet; the others are.",
    ko="값 {count}개 가운데 {position}번째만 아직 맞지 않습니다. 나머지는 맞습니다.",
)
ONLY_FIRST_COLUMN = Text(
    en="The first column is right, and only that: the others want the same done to them.",
    ko="첫 번째 열만 맞습니다. 다른 열도 똑같이 계산해 주세요.",
)
ONLY_FIRST_ROW = Text(
    en="The first row is right, and only that: the others want the same done to them.",
    ko="첫 번째 행만 맞습니다. 다른 행도 똑같이 계산해 주세요.",
)
KEYS_WANTED = Text(
    en="What you give has to have the keys {wanted}.", ko="돌려주는 값에는 키 {wanted}이(가) 있어야 합니다."
)
KNOWN_FUNCTION = Text(
    en="What you compute is {function} of `{name}`, and something else is asked for.",
    ko="계산한 것은 `{name}`의 {function}입니다. 문제에서 묻는 것은 다른 값입니다.",
)
AS_IT_CAME = Text(
    en="Your program gives `{name}` back as it came.", ko="프로그램이 `{name}`을(를) 받은 그대로 돌려줍니다."
)
SIGMOID = Text(en="the sigmoid", ko="시그모이드")
TANH = Text(en="the tanh", ko="tanh")
RELU = Text(en="the ReLU", ko="ReLU")
STEP_OF = Text(en="the step function", ko="계단 함수 값")
TANH_SLOPE = Text(en="the slope of the tanh", ko="tanh 기울기")
EXPONENTIAL = Text(en="the exponential", ko="지수 함수 값")
SOFTMAX = Text(en="the softmax", ko="소프트맥스")
SQUARE_OF = Text(en="the square", ko="제곱")
KNOWN_OF_TWO = Text(
    en="What you compute is {function} of `{one}` and `{other}`, and something else is asked for.",
    ko="계산한 것은 `{one}`과(와) `{other}`의 {function}입니다. 문제에서 묻는 것은 다른 값입니다.",
)
SQUARED_ERROR = Text(en="the mean squared error", ko="평균 제곱 오차")
ABSOLUTE_ERROR = Text(en="the mean size of the difference", ko="차이의 절댓값 평균")
CONSTANT = Text(
    en="Your program gives {given} everywhere; the answer is not the same everywhere.",
    ko="어디서나 {given}을(를) 돌려주는데, 답은 곳에 따라 다릅니다.",
)
ALL_ZERO = Text(
    en="Your program gives nothing but 0: is what it works out ever put where it belongs?",
    ko="프로그램이 0만 돌려줍니다. 계산한 값을 제자리에 넣었나요?",
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
MUTANT_TURNED_PAIR = Text(
    en="two values stand in each other's place",
    ko="두 값의 자리가 서로 바뀌었을 때",
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
MUTANT_COMPARED = Text(en="a comparison points the other way", ko="비교의 방향이 반대일 때")
MUTANT_EXTRA = Text(en="something is multiplied in that does not belong there", ko="곱하지 않아도 되는 것을 곱했을 때")
MUTANT_DIVISOR = Text(
    en="something is divided by one less than the number of entries",
    ko="개수보다 하나 적은 수로 나누었을 때",
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
    en="That is where two steps lead; one is asked for.",
    ko="두 걸음을 간 자리입니다. 문제에서 묻는 것은 한 걸음입니다.",
)
BRACKETS_TOO = Text(
    en="A pair of brackets at another place does the same.", ko="괄호의 자리가 달라도 같은 수가 나옵니다."
)
COMES_OUT = Text(en="These numbers come out when {what}.", ko="{what} 나오는 수입니다.")
COMES_OUT_OF_TWO = Text(
    en="These numbers come out when two things happen at once: {what}; and {other}.",
    ko="두 가지가 겹칠 때 나오는 수입니다. 하나는 {what}, 다른 하나는 {other}입니다.",
)
FACTOR_OF_TWO = Text(en="a factor of 2 is missing or too many", ko="2를 곱하거나 나누는 일이 빠졌거나 더 있을 때")
AXIS_HINT = Text(
    en="`axis=0` goes down the columns, `axis=1` along the rows.",
    ko="`axis=0`은 세로로, `axis=1`은 가로로 계산합니다.",
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
ON_OTHER_SAMPLES = Text(
    en="On other samples ({place}) yours gives {given}, and {answer} is {wanted}.",
    ko="다른 샘플({place})에서 작성하신 프로그램은 {given}을(를) 돌려주는데, {answer}은(는) {wanted}입니다.",
)
ENTRY_DIFFERS_ON_OTHER_SAMPLES = Text(
    en="On other samples ({place}) your entry {index} is {given}, and the right one is {wanted}.",
    ko="다른 샘플({place})에서 원소 {index}이(가) {given}인데, 맞는 값은 {wanted}입니다.",
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
    en="In the answer every row sums to 1 here; your row {row} sums to {sum}.",
    ko="여기서 답은 모든 행의 합이 1입니다. 작성하신 {row}행의 합은 {sum}입니다.",
)
NEVER_NEGATIVE = Text(
    en="On all data here the answer is nowhere negative, and yours is {given}.",
    ko="여기 있는 데이터에서 답은 음수가 되는 곳이 없는데, {given}이(가) 나왔습니다.",
)
BETWEEN_0_AND_1 = Text(
    en="On all data here the answer lies between 0 and 1, and yours is {given}.",
    ko="여기 있는 데이터에서 답은 모두 0과 1 사이인데, {given}이(가) 나왔습니다.",
)
EXP_OVERFLOWS = Text(
    en="At {value} the exponential is too large for a computer's number: it becomes inf, and then {given} comes out. Keep what goes into it small.",
    ko="{value}에서 지수 함수의 값이 너무 커서 inf가 되고, 결국 {given}이(가) 나옵니다. 지수 함수에 들어가는 값을 작게 만들어 주세요.",
)
LOG_OF_ZERO = Text(
    en="A logarithm of 0 or of a negative number is taken: {given} comes out.",
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
