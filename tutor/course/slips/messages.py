"""What is said of a wrong number: what it is, never what the learner thought.

A claim stands behind the number: in English a verb and what follows, in Korean what stands before 값 or 것.
"""

from __future__ import annotations

from tutor.language import Text

# sentences

SLIP_IS = Text(en="{number} {claim}.", ko="{number} {claim}입니다.")
SLIP_EITHER = Text(
    en="{number} may be two things: it {claim}, or it {other}.",
    ko="{number} 두 가지로 볼 수 있습니다. {claim}이거나, {other}입니다.",
)
SLIP_BOTH = Text(en="{number} {claim}, and it {other}.", ko="{number} {claim} 것과 {other} 것이 겹친 값입니다.")
PERHAPS = Text(en="One way to get there: {sentence}", ko="이렇게 해도 나오는 값입니다. {sentence}")
SLIP_ENTRY = Text(en="At {place}: {sentence}", ko="{place}: {sentence}")

IN_ONE_PLACE = Text(en="{claim}, in one place", ko="한 곳에서 {claim}")
A_VALUE = Text(en="{claim}", ko="{claim} 값")
A_SHAPE = Text(en="{claim}", ko="{claim} 형상")
A_PIECE = Text(en="one part", ko="한 부분")
THE_ARRAY = Text(en="That", ko="이것")
THE_ANSWER = Text(en="the answer", ko="답")
ASKED = Text(en="the number asked for", ko="물은 값")

# claims: left out

LEAVES_OUT = Text(en="leaves out {what}", ko="{what} 항을 뺀")
LEAVES_OUT_EVERYWHERE = Text(en="leaves out {what} in every term", ko="모든 항에서 {what} 값을 뺀")
LEAVES_OUT_FACTOR = Text(en="leaves out the factor {what}", ko="{what} 곱하기를 빠뜨린")
IS_NOT_DIVIDED = Text(en="is not divided by {what}", ko="나누는 수 {what} 없이 계산한")
IS_NOT_SQUARED = Text(en="leaves out the square of {what}", ko="{what}의 제곱을 빠뜨린")
LEAVES_OUT_EVERY_SQUARE = Text(en="leaves out every square", ko="제곱을 모두 빠뜨린")
LEAVES_OUT_POWER = Text(en="leaves out the power", ko="거듭제곱을 빠뜨린")
LEAVES_OUT_FUNCTION = Text(en="leaves out {function} of {what}", ko="{what}에 {function} 적용을 빠뜨린")
LEAVES_OUT_EVERY_FUNCTION = Text(en="leaves out every {function}", ko="{function} 적용을 모두 빠뜨린")
LEAVES_OUT_ACTIVATION = Text(en="leaves out the activation of {what}", ko="{what}에 활성화 함수를 적용하지 않은")
LEAVES_OUT_EVERY_ACTIVATION = Text(en="leaves out the activation of every unit", ko="모든 유닛의 활성화 함수를 빠뜨린")
IS_WITHOUT_REST = Text(en="leaves out the 1 − before {what}", ko="{what} 앞의 1 − 부분을 빠뜨린")
IS_WITHOUT_EVERY_REST = Text(en="leaves out every 1 −", ko="1 − 부분을 모두 빠뜨린")

# claims: signs

TURNS_SIGN = Text(en="turns the sign of {what}", ko="{what}의 부호를 바꾼")
TURNS_SIGN_EVERYWHERE = Text(en="turns the sign of {what} in every term", ko="모든 항에서 {what}의 부호를 바꾼")
LOSES_MINUS = Text(en="loses the minus of {what}", ko="{what}에서 마이너스를 빠뜨린")
LOSES_EVERY_MINUS = Text(en="loses every minus", ko="마이너스를 모두 빠뜨린")
LEAVES_OUT_MINUS = Text(en="loses the minus in front of {what}", ko="{what} 앞의 마이너스를 빠뜨린")
ADDS_FOR_TAKING_OFF = Text(en="adds {what} where it is taken off", ko="{what} 값을 빼지 않고 더한")
ADDS_EVERYWHERE = Text(en="adds where each term takes off", ko="모든 항에서 빼지 않고 더한")
TAKES_OFF_FOR_ADDING = Text(en="takes off {what} where it is added", ko="{what} 값을 더하지 않고 뺀")
TAKES_OFF_EVERYWHERE = Text(
    en="takes off {what} in every term, where it is added", ko="모든 항에서 {what} 값을 더하지 않고 뺀"
)
HAS_OTHER_SIGN = Text(en="has its sign turned at the end", ko="마지막에 부호가 바뀐")

# claims: other operations

IN_PLACE = Text(en="has {wrong} in place of {right}", ko="{right} 자리가 {wrong}인")
ADDS_FOR_PRODUCTS = Text(
    en="adds where {what} is multiplied, in every term", ko="모든 항에서 {what} 곱하기를 더하기로 한"
)
MULTIPLIES_FOR_SQUARES = Text(en="multiplies by {what} for every power", ko="거듭제곱 대신 모두 {what}배를 한")
SQUARES_THE_SUM = Text(en="adds first and squares the sum", ko="먼저 더하고 그 합을 제곱한")
DIVIDES_BY = Text(en="divides by {wrong} in place of {right}", ko="나누는 수가 {right} 대신 {wrong}인")
ADDS_BEHIND = Text(en="adds {what} behind the function, not in it", ko="{what} 값을 함수 안이 아니라 뒤에 더한")
ADDS_WHAT_IS_COUNTED = Text(en="adds up what is to be counted", ko="세어야 할 것을 더한")
COUNTS_PAIRS = Text(en="counts them in pairs", ko="둘씩 묶어서 센")
USES_OTHERS = Text(en="has {wrong} in place of {right}, each time", ko="{right} 자리가 모두 {wrong}인")
IS_ALONE = Text(en="is just {what}", ko="{what} 계산만 한")
SLIPS_A_DIGIT = Text(en="has {wrong} for {right}: a digit slipped there", ko="{right} 결과가 {wrong}인(한 자리가 틀린)")
EXCHANGES = Text(en="exchanges {one} and {other}", ko="{one}, {other} 둘의 자리를 서로 바꾼")
EXCHANGES_EVERYWHERE = Text(
    en="exchanges what is taken off and what it is taken from, in every term",
    ko="모든 항에서 빼는 수와 빼어지는 수를 서로 바꾼",
)
COUNTS_TWICE = Text(en="counts {what} twice", ko="{what} 값을 두 번 센")
TAKES_THE_MEAN = Text(en="takes the mean in place of the sum of {what}", ko="{what} 합을 평균으로 바꾼")
USES_LOG10 = Text(en="takes log₁₀ where ln stands", ko="ln 대신 log₁₀ 계산을 한")
USES_LOG2 = Text(en="takes log₂ where ln stands", ko="ln 대신 log₂ 계산을 한")
USES_OTHER_BASE = Text(en="takes a power of {base} where exp stands", ko="exp 대신 밑이 {base}인 거듭제곱을 한")
TAKES_THE_REST = Text(en="takes 1 − {what} for {what}", ko="{what} 자리가 1 − {what}인")
TAKES_THE_REST_EVERYWHERE = Text(en="takes 1 − {what} for {what} each time", ko="{what} 자리가 모두 1 − {what}인")
OTHER_BRANCH = Text(en="takes the case of the other side of {limit}", ko="{limit} 기준의 다른 쪽 경우를 쓴")

HAS_EVERYWHERE = Text(en="has {wrong} in place of {right}, in every term", ko="모든 항에서 {right} 자리가 {wrong}인")

# claims: before, after, beside

IS_ON_THE_WAY = Text(en="is {what}, a number on the way", ko="중간에 나오는 {what}")
IS_MINUS_ON_THE_WAY = Text(
    en="is minus {what}, a number on the way with its sign turned", ko="중간에 나오는 {what}의 부호를 바꾼"
)
IS_GIVEN = Text(en="is {what} itself", ko="{what} 그대로의")
IS_QUANTITY = Text(en="is {what}, not {asked}", ko="{asked} 대신 구한 {what}")
IS_ENTRY = Text(en="is entry {place} of {what}", ko="{what}의 {place} 자리")
IS_AT = Text(en="is what comes out at {setting}", ko="{setting}일 때의")
IS_WITH = Text(en="is what comes out with {setting}", ko="{setting}일 때의")
IS_EARLIER = Text(en="is the value one step earlier", ko="한 단계 앞의")
IS_LATER = Text(en="is the value one step later", ko="한 단계 뒤의")
GOES_ON_SQUARE = Text(en="is squared once more at the end", ko="끝에서 한 번 더 제곱한")
GOES_ON_RELU = Text(en="goes through a ReLU at the end", ko="끝에서 ReLU까지 적용한")
GOES_ON_SIGMOID = Text(en="goes through a sigmoid at the end", ko="끝에서 시그모이드까지 적용한")
GOES_ON_ROOT = Text(en="takes the root at the end", ko="끝에서 제곱근을 구한")
GOES_ON_SLOPE = Text(
    en="is multiplied by the slope {slope} of the sigmoid as well", ko="시그모이드의 기울기 {slope} 곱하기까지 한"
)
GOES_ON_LN = Text(en="takes minus ln of {what}", ko="{what} 값에 −ln을 취한")
IS_SHOWN = Text(en="is {what} as the picture shows it, for other numbers", ko="숫자가 다른 그림에 나온 {what}")
IS_DOUBLED = Text(en="is doubled at the end", ko="끝에서 2배를 한")
IS_HALVED = Text(en="is halved at the end", ko="끝에서 2로 나눈")
IS_THE_REST = Text(en="is what is left over to 1", ko="1에서 뺀 나머지")
IS_INVERTED = Text(en="stands on its head: 1 divided by it", ko="1을 그 수로 나눈")

# claims: how it is written

IS_PERCENT = Text(en="is in percent, a hundred times as large", ko="퍼센트로 써서 100배가 된")
IS_HUNDREDTH = Text(en="is a hundredth: divided by 100 as if it were in percent", ko="퍼센트처럼 100으로 나눈")
HAS_POINT_RIGHT = Text(en="has the point one place too far right", ko="소수점이 오른쪽으로 한 자리 밀린")
HAS_POINT_LEFT = Text(en="has the point one place too far left", ko="소수점이 왼쪽으로 한 자리 밀린")
ROUNDS = Text(en="rounds {number} to {rounded} on the way", ko="중간에 {number} 값을 {rounded} 값으로 반올림한")
ROUNDS_TO_WHOLE = Text(en="rounds every number on the way to a whole number", ko="중간 값을 모두 정수로 반올림한")
ROUNDS_TO_ONE = Text(
    en="rounds every number on the way to one decimal", ko="중간 값을 모두 소수 첫째 자리까지 반올림한"
)
ROUNDS_TO_TWO = Text(
    en="rounds every number on the way to two decimals", ko="중간 값을 모두 소수 둘째 자리까지 반올림한"
)
IS_NEAR = Text(
    en="lies very near: that looks like rounding on the way, or a slip in the arithmetic",
    ko="답에 아주 가까운(중간에 반올림했거나 계산이 조금 어긋난 듯한)",
)

CHANCES = (IS_MINUS_ON_THE_WAY, IS_GIVEN, IS_QUANTITY, IS_ENTRY, IS_AT, IS_WITH)
"""What a short number often is by chance."""
FACTS = (
    *CHANCES,
    IS_ON_THE_WAY,
    IS_EARLIER,
    IS_LATER,
    IS_SHOWN,
    IS_DOUBLED,
    IS_HALVED,
    IS_THE_REST,
    IS_INVERTED,
    IS_PERCENT,
    IS_HUNDREDTH,
    HAS_POINT_RIGHT,
    HAS_POINT_LEFT,
    IS_NEAR,
    HAS_OTHER_SIGN,
)
"""What a number is, however it came about. All else says what was done to get it."""

# claims: arrays

IS_THE_SHAPE = Text(en="is its shape, not its numbers", ko="수가 아니라 형상을 쓴")
IS_ROW_OF = Text(en="is row {number} of {what}", ko="{what}의 {number}행에 있는")
IS_COLUMN_OF = Text(en="is column {number} of {what}", ko="{what}의 {number}열에 있는")
ADDS_ROWS_OF = Text(en="adds up each row of {what}", ko="{what}의 행마다 더한")
ADDS_COLUMNS_OF = Text(en="adds up each column of {what}", ko="{what}의 열마다 더한")
MULTIPLIES_COLUMNS_OF = Text(en="multiplies down each column of {what}", ko="{what}의 열마다 곱한")
MULTIPLIES_ROWS_OF = Text(en="multiplies along each row of {what}", ko="{what}의 행마다 곱한")
IS_TURNED_OF = Text(en="is {what} turned over", ko="{what} 행과 열을 바꾼")
IS_ROWS_REVERSED_OF = Text(en="is {what} with its rows in the opposite order", ko="{what} 행의 순서를 거꾸로 쓴")
IS_COLUMNS_REVERSED_OF = Text(en="is {what} with its columns in the opposite order", ko="{what} 열의 순서를 거꾸로 쓴")
HAS_A_ROW_BACKWARDS = Text(en="has row {row} backwards", ko="{row}행을 거꾸로 쓴")
IS_REPEATED = Text(en="has all its numbers once for each row", ko="모든 수를 행마다 되풀이한")
IS_NOT_ADDED_UP = Text(
    en="lists the products, {what} first, which are still to be added up", ko="{what}부터 곱을 더하지 않고 늘어놓은"
)
IS_TRANSPOSED = Text(en="has rows and columns exchanged", ko="행과 열이 바뀐")
IS_REVERSED = Text(en="has the right numbers in the opposite order", ko="수는 맞고 순서가 거꾸로인")
ROWS_REVERSED = Text(en="has the rows in the opposite order", ko="행의 순서가 거꾸로인")
COLUMNS_REVERSED = Text(en="has the columns in the opposite order", ko="열의 순서가 거꾸로인")
IS_FLAT = Text(en="has all its numbers in one row", ko="모든 수를 한 줄에 쓴")
IS_RESHAPED = Text(en="has the right numbers in another shape", ko="수는 맞고 형상이 다른")
IS_IN_COLUMN = Text(en="has its numbers in a column", ko="수를 한 열로 쓴")
IS_WITHOUT_ONE = Text(en="leaves out one of its numbers", ko="수 하나를 빠뜨린")
IS_ADDED_UP = Text(en="has all its numbers added up", ko="수를 모두 더해 버린")
IS_ONE_ROW = Text(en="is only row {row}", ko="{row}행만 쓴")
IS_ONE_COLUMN = Text(en="is only column {column}", ko="{column}열만 쓴")
HAS_OTHER_SIGNS = Text(en="has every sign turned", ko="모든 부호가 바뀐")
IS_IN_BRACKETS = Text(en="has one pair of brackets too many", ko="대괄호가 한 겹 더 많은")
SHAPE_OF = Text(en="is the shape of {what}", ko="{what}의")
SHAPE_OF_TURNED = Text(en="is the shape of {what} with its lengths turned round", ko="{what}의 길이를 거꾸로 쓴")
SHAPE_LEAVES_OUT = Text(en="leaves out one of the lengths", ko="길이 하나를 빠뜨린")
SHAPE_IS_TURNED = Text(en="has the lengths in the opposite order", ko="길이의 순서가 거꾸로인")
SHAPE_IS_SIZE = Text(en="multiplies the lengths: that is how many numbers there are", ko="길이를 곱한(수의 개수인)")
SHAPE_HAS_ONE_MORE = Text(en="has a length of 1 too many", ko="길이 1이 하나 더 들어간")
SHAPE_IS_DIMENSIONS = Text(
    en="counts the lengths: that is how many dimensions there are", ko="길이가 몇 개인지 센(차원의 수인)"
)
SHAPES_JOINED = Text(en="puts the shapes of {one} and {other} behind each other", ko="{one}, {other} 길이를 이어 붙인")
SHAPES_JOINED_ONCE = Text(
    en="puts the shapes of {one} and {other} behind each other, the length that they share once",
    ko="{one}, {other} 길이를 이어 붙이고 겹치는 길이를 한 번만 쓴",
)
SHAPES_MULTIPLIED = Text(
    en="multiplies the lengths of {one}, and those of {other}", ko="{one} 길이끼리, {other} 길이끼리 곱한"
)
SHAPES_ADDED = Text(en="adds the lengths of {one} and {other} one by one", ko="{one}, {other} 길이를 하나씩 더한")
SHAPE_HAS_ONE_RIGHT = Text(
    en="has length number {at} right; the other is not a length of the answer",
    ko="{at}번째 길이는 맞고 나머지는 답의 길이가 아닌",
)
SHAPE_TAKES_OTHERS = Text(
    en="is put together from other lengths than those that are left", ko="남는 길이가 아닌 다른 길이로 이루어진"
)

OF_SHAPES = (
    SHAPE_OF,
    SHAPE_OF_TURNED,
    SHAPE_LEAVES_OUT,
    SHAPE_IS_TURNED,
    SHAPE_HAS_ONE_MORE,
    SHAPES_JOINED,
    SHAPES_JOINED_ONCE,
    SHAPES_MULTIPLIED,
    SHAPES_ADDED,
    SHAPE_HAS_ONE_RIGHT,
    SHAPE_TAKES_OTHERS,
)
"""What stands in Korean before 형상, not before 값."""

# where nothing is heard: what the answer has to be like

SIGMOID_IS_BETWEEN = Text(
    en="Not yet: a sigmoid always lies between 0 and 1.", ko="아직 아닙니다. 시그모이드의 값은 언제나 0과 1 사이입니다."
)
SHARE_IS_BETWEEN = Text(
    en="Not yet: a part over the whole always lies between 0 and 1.",
    ko="아직 아닙니다. 일부를 전체로 나눈 값은 언제나 0과 1 사이입니다.",
)
SQUARES_ARE_NOT_NEGATIVE = Text(
    en="Not yet: squares are never negative, nor is their sum or their mean.",
    ko="아직 아닙니다. 제곱은 음수가 될 수 없고, 제곱의 합이나 평균도 그렇습니다.",
)
SIZES_ARE_NOT_NEGATIVE = Text(
    en="Not yet: an absolute value is never negative, nor is a sum or a mean of them.",
    ko="아직 아닙니다. 절댓값은 음수가 될 수 없고, 절댓값의 합이나 평균도 그렇습니다.",
)
POWERS_ARE_POSITIVE = Text(
    en="Not yet: a power of e is always above 0, and so is a sum of them.",
    ko="아직 아닙니다. e의 거듭제곱은 언제나 0보다 크고, 그 합도 그렇습니다.",
)
MAX_IS_NOT_NEGATIVE = Text(
    en="Not yet: the larger of 0 and something else is never negative.",
    ko="아직 아닙니다. 0과 다른 수 가운데 큰 쪽은 음수가 될 수 없습니다.",
)
MEAN_IS_BELOW = Text(
    en="Not yet: a mean is never larger than the largest of its numbers.",
    ko="아직 아닙니다. 평균은 가장 큰 수보다 클 수 없습니다.",
)
MEAN_IS_ABOVE = Text(
    en="Not yet: a mean is never smaller than the smallest of its numbers.",
    ko="아직 아닙니다. 평균은 가장 작은 수보다 작을 수 없습니다.",
)
OTHER_POINT = Text(
    en="The digits are right. Look at where the decimal point stands.",
    ko="숫자는 맞습니다. 소수점의 위치를 다시 살펴보세요.",
)
IS_NEGATIVE = Text(
    en="Not yet: the answer is negative. Look at the signs.", ko="아직 아닙니다. 답은 음수입니다. 부호를 살펴보세요."
)
IS_POSITIVE = Text(
    en="Not yet: the answer is positive. Look at the signs.", ko="아직 아닙니다. 답은 양수입니다. 부호를 살펴보세요."
)
IS_WHOLE = Text(
    en="Only whole numbers are added and multiplied here, so the answer is one as well.",
    ko="정수만 더하고 곱하므로 답도 정수입니다.",
)
FARTHER_THAN_A_TERM = Text(
    en="The sum has {count} terms. One of them left out, or with its sign turned, would not make up for this.",
    ko="합의 항은 {count}개입니다. 항 하나를 빠뜨리거나 부호를 바꾼 것보다 더 많이 차이 납니다.",
)
TEN_TIMES = Text(en="Not yet: that is more than ten times the answer.", ko="아직 아닙니다. 답의 열 배가 넘습니다.")
A_TENTH = Text(
    en="Not yet: that is less than a tenth of the answer.", ko="아직 아닙니다. 답의 10분의 1도 되지 않습니다."
)
IS_NEAR = Text(en="You are near, less than 5% off.", ko="가깝습니다. 5%도 차이 나지 않습니다.")
