"""What findings say of a course's files, of YAML in them, and of fields and their values."""

from __future__ import annotations

from tutor.language import Text

ERROR = Text(en="error", ko="오류")
WARNING = Text(en="warning", ko="경고")

# names

DID_YOU_MEAN_NAME = Text(en="Did you mean {name!r}?", ko="혹시 {name!r}인가요?")
THERE_IS_NONE = Text(en="There is none.", ko="쓸 수 있는 것이 하나도 없습니다.")
CAN_BE = Text(en="It can be {names}.", ko="쓸 수 있는 것: {names}.")
CAN_BE_MORE = Text(en="It can be {names} and {more} more.", ko="쓸 수 있는 것: {names} 외 {more}개.")

# files and folders

LEADS_OUT = Text(
    en="This leads out of the course's folder. A course holds all of its own files.",
    ko="강좌 폴더 밖으로 나가는 경로입니다. 강좌의 파일은 모두 강좌 폴더 안에 있어야 합니다.",
)
NO_SUCH_FILE = Text(en="There is no such file.", ko="이런 파일이 없습니다.")
LARGE_FILE = Text(
    en="The file is larger than {most} kB. Split it.", ko="파일이 {most} kB보다 큽니다. 여러 파일로 나누어 주세요."
)
UNREADABLE_FILE = Text(en="The file cannot be read: {why}.", ko="파일을 읽을 수 없습니다: {why}.")
NOT_UTF_8 = Text(
    en="The byte 0x{byte:02x} is not UTF-8. Save the file as UTF-8.",
    ko="바이트 0x{byte:02x} 때문에 UTF-8로 읽을 수 없습니다. 파일을 UTF-8로 저장해 주세요.",
)
CONTROL_CHARACTER = Text(
    en="There is a control character (U+{code:04X}) here. Delete it.",
    ko="여기에 제어 문자(U+{code:04X})가 있습니다. 지워 주세요.",
)

# YAML

A_LIST = Text(en="a list", ko="목록")
A_MAP = Text(en="a map", ko="맵")
NOTHING = Text(en="nothing", ko="빈 값")
THE_TEXT = Text(en="the text {text}", ko="글 {text}")
THE_NUMBER = Text(en="the number {text}", ko="수 {text}")
TRUTH_WORD = Text(
    en="YAML can read {text} as true or false. Write {text!r} in quotes for the word, or true or false.",
    ko="YAML은 {text}을(를) 참이나 거짓으로 읽을 수 있습니다. 낱말이라면 따옴표를 붙여 {text!r}으로(로) 적고, 아니면 true나 false로 적어 주세요.",
)
BASE_60 = Text(
    en='YAML reads {text} as a number in base 60. Write "{text}" in quotes.',
    ko='YAML은 {text}을(를) 60진수로 읽습니다. 따옴표를 붙여 "{text}"이라(라)고 적어 주세요.',
)
BASE_8 = Text(
    en='YAML reads {text} in base 8. Drop the 0, or write "{text}" in quotes.',
    ko='YAML은 {text}을(를) 8진수로 읽습니다. 앞의 0을 빼거나, 따옴표를 붙여 "{text}"이라(라)고 적어 주세요.',
)
QUOTE_THE_COLON = Text(
    en="A text that holds a colon and a space needs quotes around it.",
    ko="쌍점과 빈칸이 함께 들어 있는 글은 따옴표로 감싸야 합니다.",
)
INDENT_WITH_SPACES = Text(
    en="Indent with spaces, not tabs, and quote a text that starts with such a sign.",
    ko="들여쓰기는 탭이 아니라 빈칸으로 하고, 이런 기호로 시작하는 글은 따옴표로 감싸 주세요.",
)
NEITHER_KEY_NOR_QUOTED = Text(
    en="A line here is neither a `key: value` nor part of a quoted text.",
    ko="여기에 `키: 값`도 아니고 따옴표로 감싼 글의 일부도 아닌 줄이 있습니다.",
)
CHECK_THE_INDENTATION = Text(
    en="Check the indentation, and the quotes of the text before.", ko="들여쓰기와 바로 앞 글의 따옴표를 확인해 주세요."
)
BRACKET_IS_OPEN = Text(
    en="A bracket or a brace is not closed, or a comma is missing.",
    ko="대괄호나 중괄호가 닫히지 않았거나 쉼표가 빠졌습니다.",
)
ITEMS_AT_ONE_COLUMN = Text(
    en="Every item of this list starts with `- ` at the same column.",
    ko="이 목록의 항목은 모두 같은 칸에서 `- `로 시작해야 합니다.",
)
QUOTE_IS_OPEN = Text(en="A quote is not closed.", ko="따옴표가 닫히지 않았습니다.")
DOUBLE_BACKSLASH = Text(
    en="In double quotes write \\\\ for a backslash, or use single quotes.",
    ko="큰따옴표 안에서는 역슬래시를 \\\\로 적거나, 작은따옴표를 쓰세요.",
)
BRACKETS_TOO_DEEP = Text(en="Brackets are nested too deep.", ko="괄호가 너무 깊이 겹쳐 있습니다.")
LIST_ON_ITS_OWN_LINE = Text(en="A list starts on a line of its own.", ko="목록은 새 줄에서 시작해야 합니다.")
NO_KEY = Text(en="A list or a map cannot be a key.", ko="목록이나 맵은 키가 될 수 없습니다.")
REPEATED_KEY = Text(
    en="{key!r} was given before, in line {line}. Keep one of them.",
    ko="{key!r}은(는) 앞의 {line}번째 줄에 이미 있습니다. 하나만 남겨 주세요.",
)
NO_ALIAS = Text(
    en="A course has no anchors (&) or aliases (*). Write or quote it.",
    ko="강좌에는 앵커(&)와 별칭(*)을 쓰지 않습니다. 내용을 그대로 적거나, 글이라면 따옴표로 감싸 주세요.",
)
NO_TAG = Text(
    en="Tags (!) are not used in a course. Leave it out, or quote the text.",
    ko="강좌에는 태그(!)를 쓰지 않습니다. 빼거나, 글이라면 따옴표로 감싸 주세요.",
)
SECOND_DOCUMENT = Text(
    en="A second document starts here (---). A file holds one.",
    ko="여기서 두 번째 문서가 시작됩니다(---). 한 파일에는 문서가 하나만 있어야 합니다.",
)
READ_AS_CONTROL = Text(
    en="In double quotes YAML reads {found} as a control character. Write \\\\ for a backslash, or use single quotes.",
    ko="큰따옴표 안에서 YAML은 {found}을(를) 제어 문자로 읽습니다. 역슬래시를 \\\\로 적거나, 작은따옴표를 쓰세요.",
)
TOO_DEEP = Text(en="This is nested deeper than {most} levels.", ko="{most}단계보다 깊이 겹쳐 있습니다.")
NOT_YAML = Text(en="This is not YAML: {problem}.", ko="YAML로 읽을 수 없습니다: {problem}.")
NOT_YAML_ADVICE = Text(en="This is not YAML: {problem}. {advice}", ko="YAML로 읽을 수 없습니다: {problem}. {advice}")
CANNOT_BE_READ = Text(en="it cannot be read", ko="알 수 없는 까닭")
NOT_ALLOWED_IN_YAML = Text(
    en="This is not YAML: it holds a character that YAML does not allow.",
    ko="YAML로 읽을 수 없습니다. YAML이 허용하지 않는 문자가 들어 있습니다.",
)

# fields and values

NOT_WANTED = Text(
    en="This is {found}, but it should be {wanted}.", ko="여기에는 {wanted}이(가) 와야 하는데, {found}이(가) 있습니다."
)
NOT_AMONG = Text(en="This is {found}. {nearest}", ko="여기에 {found}이(가) 있습니다. {nearest}")
MAP_WITH = Text(en="{what}: a map with {names}", ko="{what}, 곧 {names} 필드가 있는 맵")
NO_VALUE = Text(
    en="{name!r} has no value. Give it one, or leave it out.",
    ko="{name!r}에 값이 없습니다. 값을 적거나 필드를 빼 주세요.",
)
MISSING_FIELD = Text(en="{what} needs {name!r}: {help}.", ko="{what}에는 {name!r} 필드가 꼭 있어야 합니다: {help}.")
UNKNOWN_FIELD = Text(
    en="{name!r} is no field of {what}. {nearest}", ko="{name!r}은(는) {what}의 필드가 아닙니다. {nearest}"
)
TOO_FEW = Text(
    en="This list has {found} of at least {least} items.",
    ko="이 목록에는 항목이 {found}개 있는데, 적어도 {least}개가 있어야 합니다.",
)
MISSING_TEXT = Text(en="The text in {language!r} is missing.", ko="언어 {language!r}의 글이 없습니다.")
MISSING_WORDS = Text(en="The words in {language!r} are missing.", ko="언어 {language!r}의 낱말이 없습니다.")

A_TEXT = Text(en="a text", ko="글")
A_LIST_OF_NAMES = Text(en="a list of names by language", ko="언어별 이름 목록")
A_LIST_OF_WORDS = Text(en="a list of words by language", ko="언어별 낱말 목록")
AN_ID = Text(
    en="an id: small letters, digits and single hyphens, as in 'cost-at-a-glance'",
    ko="id('cost-at-a-glance'처럼 영어 소문자, 숫자, 하나씩만 쓴 붙임표)",
)
A_LAB_NAME = Text(
    en="the name of a lab: its module and its function, as in 'cost:mse'",
    ko="'cost:mse'처럼 모듈과 함수로 된 실험의 이름",
)
A_NUMBER_WITHIN = Text(en="a number from {low:g} to {high:g}", ko="{low:g}부터 {high:g}까지의 수")
A_WHOLE_NUMBER = Text(en="a whole number", ko="정수")
TRUE_OR_FALSE = Text(en="true or false", ko="true나 false")
A_READOUT_NAME = Text(
    en="the name of a readout, as in cost, p[0] or Y[1,2] (an answer is never typed)",
    ko="cost, p[0], Y[1,2] 같은 측정값의 이름(답을 직접 적지 않음)",
)
A_TEXT_IN_EACH = Text(en="a text in each language: {{{languages}}}", ko="{{{languages}}} 꼴의 언어별 글")
A_MAP_OF_VALUES = Text(en="a map from parameters to values, as in {W: 0}", ko="{W: 0}처럼 매개변수마다 값을 적은 맵")
VARIANTS = Text(
    en="a map of lists ({W: [0, 2, 3]}) or a list of maps ([{W: 0}, {W: 2}])",
    ko="{W: [0, 2, 3]}처럼 값의 목록을 담은 맵, 또는 [{W: 0}, {W: 2}] 같은 맵의 목록",
)
