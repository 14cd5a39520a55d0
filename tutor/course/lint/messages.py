"""What `tutor check` says of a course that can be read: of what it proves, and of how its texts read."""

from __future__ import annotations

from tutor.language import Text

# questions and steps

FORMER_ID_TAKEN = Text(
    en="{name!r} in 'was' is the id of a question.", ko="'was'에 적은 {name!r}은(는) 다른 질문의 id입니다."
)
USES_NO_EXERCISE = Text(
    en="{name!r} in 'uses' is no earlier question in which a program is written. {nearest}",
    ko="'uses'에 적은 {name!r}은(는) 앞에서 프로그램을 쓰는 질문이 아닙니다. {nearest}",
)
TRAINS_NO_EXERCISE = Text(
    en="{name!r} in 'trains' is no question in which a program is written. {nearest}",
    ko="'trains'에 적은 {name!r}은(는) 프로그램을 쓰는 질문이 아닙니다. {nearest}",
)
NOTHING_TO_TRAIN = Text(
    en="{lab} does not give all that {name!r} is called with: X, y, W1, b1, W2 and b2, and whatever else it takes, as readouts or parameters of these names.",
    ko="{name!r}을(를) 부르는 데 필요한 값이 {lab} 실험에 모두 있지 않습니다. X, y, W1, b1, W2, b2와 그 밖에 받는 것이 같은 이름의 측정값이나 매개변수로 있어야 합니다.",
)
SHOWN_BEFORE = Text(
    en="{name!r} is what {id!r} asks to predict. Show it in a later step.",
    ko="{name!r}은(는) {id!r}에서 예측할 값입니다. 다음 단계에서 보여 주세요.",
)
SAME_ANSWER = Text(
    en="Variants {one} and {other} have one answer: {answer}. Choose other numbers, so that remembering it is not enough.",
    ko="변형 {one}과(와) 변형 {other}의 답이 {answer}으로(로) 같습니다. 외운 답으로는 맞힐 수 없도록 다른 수를 골라 주세요.",
)
RIGHT_REFUSED = Text(
    en="{response!r} is the right answer{which}, but it is refused.",
    ko="{which}{response!r}은(는) 맞는 답인데 받아들여지지 않습니다.",
)
TAKEN_AS_RIGHT = Text(
    en="{response!r} is taken as right{which}, where the answer is {answer}. Choose other numbers or a narrower tolerance.",
    ko="{which}답이 {answer}인데 {response!r}도 맞는 것으로 처리됩니다. 다른 수를 고르거나 허용 오차를 줄여 주세요.",
)
MISTAKE_IS_RIGHT = Text(
    en="The mistake {name} gives {response}{which}, which is right within the tolerance ({answer}). Choose other numbers or a narrower tolerance.",
    ko="{which}실수 {name}의 값 {response}이(가) 허용 오차 안에서 정답({answer})과 같습니다. 다른 수를 고르거나 허용 오차를 줄여 주세요.",
)
MISTAKE_MEETS_OTHER = Text(
    en="The mistake {name} gives {response}{which}, but it meets {heard}. Choose numbers that keep them apart, or delete one of them.",
    ko="{which}실수 {name}의 값 {response}에 대해 {heard}이(가) 나옵니다. 둘이 겹치지 않는 수를 고르거나 하나를 지워 주세요.",
)
EXPLANATION_OF = Text(en="the explanation of {name}", ko="{name}의 설명")
ANOTHER_ANSWER = Text(en="another answer", ko="다른 답")
HINT_TELLS = Text(en="This hint says the answer{which}: {told}.", ko="{which}이 힌트가 답을 말해 버립니다: {told}.")

# questions by themselves

NEEDS_ITS_STEP = Text(
    en="{found!r} is not there where a review asks this question: it stands without its step. Say what is meant, or leave it out.",
    ko="복습에서는 질문만 따로 나오므로 {found!r}이(가) 가리키는 것이 보이지 않습니다. 무엇을 뜻하는지 적거나 빼 주세요.",
)
GOES_ON = Text(
    en="This begins as if it went on from another question ({found!r}). A review asks it by itself.",
    ko="다른 질문에서 이어지는 것처럼 시작합니다({found!r}). 복습에서는 이 질문만 따로 묻습니다.",
)
SAME_TEXT = Text(
    en="Variants {one} and {other} read alike in {language!r}, but their answers differ: {first} and {second}. Give what tells them apart in the prompt.",
    ko="언어 {language!r}에서 변형 {one}과(와) 변형 {other}의 글이 같은데 답은 {first}과(와) {second}으로(로) 다릅니다. 둘을 구별할 값을 질문에 적어 주세요.",
)
NOT_GIVEN = Text(
    en="The answer{which} is worked out from {names}, which the prompt in {language!r} does not give. A review asks it without its step: give them.",
    ko="{which}답을 구하려면 {names}이(가) 필요한데 언어 {language!r}의 질문에 없습니다. 복습에서는 단계 없이 묻습니다. 질문에 적어 주세요.",
)

# predictions

NOTHING_SHOWS = Text(
    en="Nothing shows {answer!r} once it was guessed: give what it can be read from in {lab} `reveals=True`, list it in `shows`, or say {{{{ {answer} }}}} in 'explain'.",
    ko="예측한 뒤에 {answer!r}을(를) 보여 주는 것이 없습니다. {lab} 실험에서 답을 읽을 수 있는 곳에 `reveals=True`를 주거나, `shows`에 넣거나, 'explain'에 {{{{ {answer} }}}}를 적어 주세요.",
)
NO_PLACE_FOR_GUESS = Text(
    en="`places` has no {answer!r}, so that a guess does not stand on the figure.",
    ko="`places`에 {answer!r}이(가) 없어서 예측한 값이 그림 위에 놓이지 않습니다.",
)
READ_BEFORE = Text(
    en="{found!r} is what {id!r} asks to predict, and it is read before. Say it afterwards.",
    ko="{found!r}은(는) {id!r}에서 예측할 값인데 그 전에 글에 나옵니다. 예측한 뒤에 알려 주세요.",
)

# pictures and those who point at them

ONLY_STEPS_POINT = Text(
    en="Only the text of a step points at its picture.", ko="그림은 단계의 글에서만 가리킬 수 있습니다."
)
NO_PICTURE_TO_POINT_AT = Text(en="This step shows no picture to point at.", ko="이 단계에는 가리킬 그림이 없습니다.")
NO_SUCH_PART = Text(
    en="The picture of {lab} has no part {part!r}. {nearest}",
    ko="{lab} 실험의 그림에 {part!r}이라(라)는 부분이 없습니다. {nearest}",
)
POINT_AT_OTHERS = Text(
    en="The text in {language!r} and the one in {first!r} point at different parts: {parts}.",
    ko="언어 {language!r}의 글과 {first!r}의 글이 그림의 서로 다른 부분을 가리킵니다: {parts}.",
)

# texts

LEFTOVER_MARK = Text(
    en="{mark!r} stands here as it is, in {around!r}. Close the mark, or use code, a formula, × or ·.",
    ko="{around!r}에 {mark!r}이(가) 적힌 그대로 남아 있습니다. 기호를 닫거나, 코드나 수식, × 또는 ·로 적어 주세요.",
)
TITLE_MARK = Text(
    en="A title is shown as it is written, {mark!r} as well, in {around!r}. Write it in plain words.",
    ko="제목은 적힌 그대로 보입니다. {around!r}의 {mark!r}도 그렇습니다. 기호 없이 말로 적어 주세요.",
)
NO_LINK = Text(
    en="{link!r} is no link to a page: write https://… or a file's path.",
    ko="{link!r}은(는) 페이지로 가는 링크가 아닙니다. https://…나 파일의 경로를 적어 주세요.",
)
NO_LINKED_FILE = Text(en="There is no file {path!r} in the course.", ko="강좌에 {path!r}이라(라)는 파일이 없습니다.")
PARTICLE_AFTER_PERCENT = Text(
    en="After a percent sign it is {form!r}, for {percent} ends in a vowel.",
    ko="{percent}은(는) 모음으로 끝나므로 퍼센트 기호 뒤에는 {form!r}을(를) 씁니다.",
)
PARTICLE_FITS_SOME = Text(
    en="{form!r} fits only some values of {name}. Write {{{{ {live} {pair} }}}}, or put a noun between them.",
    ko="{name}의 값에 따라 {form!r}이(가) 맞지 않을 수 있습니다. {{{{ {live} {pair} }}}}라고 적거나, 사이에 명사를 넣어 주세요.",
)
SHOW_OTHER_VALUES = Text(
    en="The text in {language!r} and the one in {first!r} show different values: {names}.",
    ko="언어 {language!r}의 글과 {first!r}의 글이 서로 다른 값을 보여 줍니다: {names}.",
)
UNTRANSLATED = Text(
    en="This text stands under {language!r}, but it is not translated.",
    ko="언어 {language!r}에 적힌 글인데 번역되지 않았습니다.",
)
BUILT_DIFFERENTLY = Text(
    en="This step is built differently in {language!r}: block {number} is {found}, but {wanted} in {first!r}.",
    ko="언어 {language!r}에서 이 단계의 구성이 다릅니다. {number}번째 블록이 여기서는 {found}인데 {first!r}에서는 {wanted}입니다.",
)
ITS_END = Text(en="its end", ko="단계의 끝")
LIST_OF_ITEMS = Text(en="a list of {count}", ko="항목이 {count}개인 목록")
TABLE_OF = Text(en="a table of {rows} rows and {columns} columns", ko="{rows}행 {columns}열의 표")
A_QUOTE = Text(en="a quote", ko="인용")
A_PARAGRAPH = Text(en="a Paragraph", ko="문단")
A_HEADING = Text(en="a Heading", ko="제목")
A_CODE_BLOCK = Text(en="a CodeBlock", ko="코드 블록")
A_FORMULA = Text(en="a DisplayFormula", ko="수식")
A_BREAK = Text(en="a ThematicBreak", ko="구분선")
MARK_ELSEWHERE = Text(
    en="A web page shows the mark in {found!r} as it stands: it ends at a bracket, a quote or the like, and a word follows. Close it before the bracket, **term**(gloss), or take the rest of the word into it.",
    ko="웹 페이지에서는 {found!r}의 기호가 그대로 보입니다. 괄호나 따옴표 같은 것에서 끝나고 바로 글자가 이어지기 때문입니다. **용어**(풀이)처럼 괄호 앞에서 닫거나, 이어지는 글자까지 안에 넣어 주세요.",
)
HYPHEN_FOR_MINUS = Text(
    en="A hyphen stands for a minus in {found!r}. Write {minus} (U+2212), or a formula.",
    ko="{found!r}에 빼기표 대신 붙임표가 있습니다. {minus}(U+2212)나 수식으로 적어 주세요.",
)

# terms

TERM_EARLY = Text(
    en="{found!r} is used here, but {taught} explains it first. Use another word, explain it, or put it in *emphasis* where it is only spoken of; a name that is also an ordinary word can be `everyday`.",
    ko="여기에 {found!r}을(를) 썼지만, 이 용어는 {taught}에서 처음 설명합니다. 다른 말을 쓰거나, 설명을 넣거나, 이름만 꺼내는 곳이라면 *강조*로 표시해 주세요. 일상에서도 쓰는 말이라면 `everyday`에 넣을 수 있습니다.",
)
TERM_UNUSED = Text(
    en="No text in {language!r} uses {names}. Use it, or leave the term out.",
    ko="언어 {language!r}의 글 어디에도 {names}이(가) 나오지 않습니다. 글에 쓰거나 용어를 빼 주세요.",
)
STEP_LACKS_TERM = Text(
    en="{step} does not name it in {language!r}: none of {names} stands there.",
    ko="언어 {language!r}의 {step}에 이 용어가 나오지 않습니다. {names} 가운데 어느 것도 없습니다.",
)

# the folder

STRAY_FILE = Text(
    en="Nothing reads this. Name it in course.yaml, or move it out of the course.",
    ko="이것을 읽는 곳이 없습니다. course.yaml에 적거나 강좌 밖으로 옮겨 주세요.",
)
NO_PURPOSE = Text(
    en="The course map says in one line what a lesson is for. Write it in the front matter: `purpose: …`.",
    ko="강좌 지도에는 강의를 무엇에 쓰는지 한 줄로 나옵니다. 머리말에 적어 주세요: `purpose: …`.",
)
OLDER_TRANSLATION = Text(
    en="{file} has changed since this translation was made. Compare them, then write `translates: {state}` in the front matter.",
    ko="이 번역을 한 뒤에 {file}이(가) 바뀌었습니다. 둘을 비교한 다음 머리말에 `translates: {state}`이라(라)고 적어 주세요.",
)

# characters

HERE_STANDS = Text(en="Here stands {what}. Delete it.", ko="여기에 {what}이(가) 있습니다. 지워 주세요.")
STANDS_FOR = Text(en="{found} stands for {what}. Delete it.", ko="{found}은(는) {what}을(를) 나타냅니다. 지워 주세요.")
TEXT_HOLDS = Text(en="A text of {whose} holds {what}: {text}", ko="{whose} 실험의 글에 {what}이(가) 있습니다: {text}")
NAME_HOLDS = Text(en="The name holds {what}. Rename it.", ko="이름에 {what}이(가) 있습니다. 이름을 바꿔 주세요.")
YAML_READS = Text(
    en="In double quotes YAML reads {found} as {what}. Write \\\\ for a backslash.",
    ko="큰따옴표 안에서 YAML은 {found}을(를) {what}으로(로) 읽습니다. 역슬래시는 \\\\로 적어 주세요.",
)
OBEYED = Text(
    en="U+{code:04X} ({name}), which a terminal obeys instead of showing it",
    ko="터미널이 보여 주지 않고 명령으로 받아들이는 문자 U+{code:04X}({name})",
)
A_CONTROL_CHARACTER = Text(en="a control character", ko="제어 문자")

# what labs give

OF_LAB = Text(en="{lab}: {what}", ko="{lab} 실험: {what}")
OF_LAB_AT = Text(en="{lab} at {at}: {what}", ko="{lab} 실험({at}일 때): {what}")
WRITTEN_TWICE = Text(
    en="{name!r} is written twice in one dict of {lab}: only the second counts.",
    ko="{lab} 실험의 한 dict에 {name!r}이(가) 두 번 적혀 있습니다. 뒤의 것만 쓰입니다.",
)
IS_ANOTHER_ONE = Text(
    en="{part} is another one when it is run again. Take chance from a seed that is a parameter.",
    ko="다시 실행하면 {part}이(가) 달라집니다. 무작위 값은 매개변수인 시드에서 얻어 주세요.",
)
WHAT_IT_GIVES = Text(en="what it gives", ko="결과")
SHOWS_NO_READOUT = Text(
    en="it shows {name!r}, which is no readout. {nearest}",
    ko="`shows`에 적은 {name!r}은(는) 측정값이 아닙니다. {nearest}",
)
CANNOT_BE_NAMED = Text(
    en="the readout {name!r} cannot be named in a text: use letters, digits and _.",
    ko="측정값 {name!r}은(는) 글에서 이름으로 쓸 수 없습니다. 글자, 숫자, _로 지어 주세요.",
)
OF_READOUT = Text(en="the readout {name!r}: {error}", ko="측정값 {name!r}: {error}")
TOO_MANY_DRAWINGS = Text(
    en="it gives {count} drawings; a screen holds two.",
    ko="그림을 {count}개 내놓는데, 한 화면에는 두 개까지 들어갑니다.",
)
NO_ALT = Text(
    en="a drawing has no `alt`, the sentence that says what it shows.",
    ko="그림에 `alt`가 없습니다. 무엇을 보여 주는지 말하는 문장입니다.",
)
PLACES_NO_READOUT = Text(
    en="`places` names {name!r}, which is no readout. {nearest}",
    ko="`places`에 적은 {name!r}은(는) 측정값이 아닙니다. {nearest}",
)
ROW_OF_OTHER_LENGTH = Text(
    en="a row of its table has another length than the header.", ko="표의 어떤 행이 머리글과 칸 수가 다릅니다."
)
LAB_UNTRANSLATED = Text(
    en="the text {text!r} is missing in {language!r}.", ko="글 {text!r}이(가) 언어 {language!r}로는 없습니다."
)
A_SENTENCE = Text(en="{what}.", ko="{what}.")

# how drawings come to be seen

PIXELS_GO_FROM = Text(
    en="Pixels go from 0 (empty) to 1 (full), but these go from {low:.3g} to {high:.3g}",
    ko="Pixels의 값은 0(빈 칸)부터 1(꽉 찬 칸)까지인데, 여기서는 {low:.3g}부터 {high:.3g}까지입니다",
)
NO_LAYERS = Text(en="a figure has no layers, and is empty", ko="그림에 layers가 없어 비어 있습니다")
BESIDE_BARS = Text(
    en="beside Bars only a Guide or a Mark is drawn: {others} would be left out",
    ko="Bars와 함께는 Guide와 Mark만 그릴 수 있어 {others}이(가) 빠집니다",
)
ONLY_LAST_SURFACE = Text(
    en="of {count} surfaces in one figure only the last is seen",
    ko="한 그림의 Heat {count}개 가운데 마지막 것만 보입니다",
)
AXIS_GOES_FROM = Text(
    en="the axis {name} goes from {low:g} to {high:g}", ko="{name}축의 범위가 {low:g}부터 {high:g}까지입니다"
)
TICKS_OUTSIDE = Text(
    en="all ticks of the axis {name} lie outside its limits", ko="{name}축의 눈금이 모두 범위를 벗어납니다"
)
HEAT_IS_EMPTY = Text(
    en="a Heat has no number that is finite, so that nothing is seen",
    ko="Heat에 유한한 수가 없어 아무것도 보이지 않습니다",
)
HEIGHTS_GO_FROM = Text(
    en="the heights of a Heat go from {low:.3g} to {high:.3g}, but 0 to 1 are shown: give it a `z_range`",
    ko="Heat의 높이는 {low:.3g}부터 {high:.3g}까지인데 0부터 1까지만 보입니다. `z_range`를 정해 주세요",
)
HEAT_SHOWS = Text(
    en="a Heat shows heights from {low:g} to {high:g}", ko="Heat가 보여 주는 높이가 {low:g}부터 {high:g}까지입니다"
)
LOG_FROM = Text(
    en="a Heat with `log` shows heights from {low:g}, but its `z_range` has to begin above 0",
    ko="`log`를 쓴 Heat가 {low:g}부터 보여 주는데, `z_range`는 0보다 큰 값에서 시작해야 합니다",
)
MANY_LEVELS = Text(
    en="a Heat has {count} contour lines; {most} are drawn", ko="Heat의 등고선이 {count}개인데 {most}개만 그려집니다"
)
NOT_AS_MANY = Text(
    en="{series} of a {kind} are not as many; what is left over is not drawn",
    ko="{kind}의 {series}은(는) 개수가 서로 달라, 남는 것은 그려지지 않습니다",
)
BARS_NAMES = Text(
    en="Bars have {names} names for {values} values", ko="Bars의 값은 {values}개인데 이름은 {names}개입니다"
)
BARS_ROLES = Text(
    en="Bars have {roles} roles for {values} values", ko="Bars의 값은 {values}개인데 역할은 {roles}개입니다"
)
NOWHERE_FINITE = Text(
    en="a {kind} has no place that is a finite number, so that nothing is seen",
    ko="{kind}에 유한한 수로 된 자리가 없어 아무것도 보이지 않습니다",
)
