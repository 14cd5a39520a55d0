"""What findings say of course.yaml, of lessons and their steps, and of the glossary."""

from __future__ import annotations

from tutor.language import Text

# course.yaml

NO_COURSE_FOLDER = Text(
    en="There is no such folder. A course is a folder with course.yaml.",
    ko="이런 폴더가 없습니다. 강좌는 course.yaml이 들어 있는 폴더입니다.",
)
COURSE_NEEDS_FIELDS = Text(
    en="A course needs format, id, title, languages and lessons.",
    ko="강좌에는 format, id, title, languages, lessons 필드가 있어야 합니다.",
)
COURSE_NEEDS = Text(en="A course needs {name!r}.", ko="강좌에는 {name!r} 필드가 있어야 합니다.")
NO_COURSE_FIELD = Text(
    en="{name!r} is no field of a course. {nearest}", ko="{name!r}은(는) 강좌의 필드가 아닙니다. {nearest}"
)
OTHER_FORMAT = Text(
    en="This is {found}. This program reads format {format}.",
    ko="여기에 {found}이(가) 있습니다. 이 프로그램은 형식 {format}을(를) 읽습니다.",
)
LANGUAGE_CODES = Text(en="language codes", ko="언어 코드")
LESSON_FOLDERS = Text(en="lesson folders", ko="강의 폴더")
NO_LANGUAGE_CODE = Text(
    en="{language!r} is no language code. Write en, ko, or the like.",
    ko="{language!r}은(는) 언어 코드가 아닙니다. en, ko처럼 적어 주세요.",
)
FOLDER_TWICE = Text(en="{folder!r} stands here twice.", ko="{folder!r}이(가) 두 번 적혀 있습니다.")
COURSE_ID = Text(en="a course's id", ko="강좌의 id")
LESSON_AND_STEP = Text(en="LESSON/STEP", ko="강의/단계")
LIST_OF = Text(en="a list of {what}", ko="{what} 목록")
AMONG = Text(en="This is {found}, among {what}.", ko="{what} 목록에 {found}이(가) 들어 있습니다.")
NO_COURSE_LANGUAGE = Text(
    en="{language!r} is no language of this course. {nearest}",
    ko="{language!r}은(는) 이 강좌의 언어가 아닙니다. {nearest}",
)
TEXT_IN_EACH = Text(en="a text in each language", ko="언어별 글")
LESSONS_WITH_ONE_ID = Text(
    en="{one} and {other} have one id: {id!r}.", ko="{one}과(와) {other}의 id가 {id!r}로 같습니다."
)
ASKED_BEFORE = Text(en="{id!r} is asked before, in {place}.", ko="{id!r}은(는) 앞에서 이미 묻습니다: {place}.")
NO_SUCH_STEP = Text(en="There is no step {name!r}. {nearest}", ko="{name!r}이라(라)는 단계가 없습니다. {nearest}")
STEPS_NAMED = Text(
    en="This is {found}, but it should name steps, as LESSON/STEP.",
    ko="여기에는 단계를 강의/단계 꼴로 적어야 하는데, {found}이(가) 있습니다.",
)
LIST_OF_STEPS = Text(en="a list of LESSON/STEP", ko="강의/단계 목록")
LEADS_OUT_BY = Text(
    en="{folder!r} leads out of the course's folder. A course holds all its own files.",
    ko="{folder!r}은(는) 강좌 폴더 밖으로 나가는 경로입니다. 강좌의 파일은 모두 강좌 폴더 안에 있어야 합니다.",
)
NO_LESSON_FOLDER = Text(
    en="There is no folder {folder!r}. {nearest}", ko="{folder!r}이라(라)는 폴더가 없습니다. {nearest}"
)
LESSON_UNTRANSLATED = Text(
    en="The lesson is missing in {language!r}; {first!r} stands in.",
    ko="언어 {language!r}의 강의 파일이 없어 {first!r}의 강의가 대신 나옵니다.",
)

# the front matter

NO_FRONT_MATTER = Text(
    en="A lesson starts with a line `---`, then title: and goal:, then `---`.",
    ko="강의 파일은 `---` 줄로 시작하고, title:과 goal:을 적은 뒤 다시 `---` 줄이 와야 합니다.",
)
FRONT_MATTER_IS_OPEN = Text(
    en="The line `---` that ends the front matter is missing.", ko="머리말을 끝내는 `---` 줄이 없습니다."
)
FRONT_MATTER_FIELDS = Text(
    en="The front matter needs a title: and a goal:.", ko="머리말에는 title:과 goal:이 있어야 합니다."
)
NO_LESSON_FIELD = Text(
    en="{name!r} is no field of a lesson. {nearest}", ko="{name!r}은(는) 강의 머리말의 필드가 아닙니다. {nearest}"
)
FRONT_MATTER_NEEDS = Text(
    en="The front matter needs {name!r}: {purpose}.", ko="머리말에는 {name!r} 필드가 있어야 합니다: {purpose}."
)
TITLE_OF_LESSON = Text(en="what the lesson is called", ko="강의의 제목")
GOAL_OF_LESSON = Text(en="what a learner can do after it", ko="강의를 마치면 할 수 있는 것")
PURPOSE_OF_LESSON = Text(
    en="what it is for, in one line of the course map", ko="무엇에 쓰는지, 강좌 지도에 나오는 한 줄"
)
DECK_OF_LESSON = Text(en="the pages of its source", ko="바탕이 된 자료의 쪽")
TRANSLATED_FROM = Text(
    en="which state of the first language's file this translation was made from",
    ko="이 번역이 첫 언어 파일의 어느 상태를 옮긴 것인지",
)

# steps

LAB_BLOCK_WANTED = Text(
    en="A lab block names its lab: `use: module:function`.",
    ko="lab 블록에는 실험의 이름을 적습니다: `use: 모듈:함수`.",
)
QUIZ_BLOCK_WANTED = Text(
    en="A quiz block lists question ids: `- question-id`.",
    ko="quiz 블록에는 질문의 id를 차례로 적습니다: `- 질문-id`.",
)
EMPTY_BLOCK = Text(en="This block is empty. {wanted}", ko="블록이 비어 있습니다. {wanted}")
QUIZ_BLOCK_IS_LIST = Text(
    en="A quiz block is a list of question ids: `- question-id`.",
    ko="quiz 블록은 질문 id의 목록입니다: `- 질문-id`.",
)
QUESTION_ID = Text(en="a question's id", ko="질문의 id")
TOO_MANY_STEPS = Text(
    en="A lesson has {most} steps at most. Make two lessons of it.",
    ko="강의 하나에는 단계를 {most}개까지 둘 수 있습니다. 두 강의로 나누어 주세요.",
)
EMPTY_STEP = Text(
    en="The step {title!r} is empty. Write it, or delete its heading.",
    ko="단계 {title!r}이(가) 비어 있습니다. 내용을 쓰거나 제목을 지워 주세요.",
)
NO_STEPS = Text(
    en="A lesson needs steps: `## Title {#step-id}`, and prose below.",
    ko="강의에는 단계가 있어야 합니다. `## 제목 {#step-id}`를 쓰고 그 아래에 글을 써 주세요.",
)
STEP_ID_TWICE = Text(
    en="{id!r} is also the id of the step in line {line}.",
    ko="{id!r}은(는) {line}번째 줄에 있는 단계의 id이기도 합니다.",
)
INDENTED_BLOCK = Text(
    en="Move the {block} block to the start of the line.",
    ko="{block} 블록은 들여 쓰지 말고 줄의 맨 앞에서 시작해 주세요.",
)
ONE_MARK = Text(
    en="The title is in the front matter; a step's heading has two marks: `##`.",
    ko="강의의 제목은 머리말에 있고, 단계의 제목에는 `##`을 씁니다.",
)
NO_TITLE = Text(
    en="A step's heading needs a title: `## Title {#step-id}`.",
    ko="단계에는 제목이 있어야 합니다: `## 제목 {#step-id}`.",
)
BLOCK_IS_OPEN = Text(
    en="This block is not closed: a line `{fence}` is missing.", ko="블록이 닫히지 않았습니다. `{fence}` 줄이 없습니다."
)
BEFORE_STEPS = Text(
    en="This stands before the first step. Put `## Title {#step-id}` above.",
    ko="첫 단계보다 앞에 있는 내용입니다. 그 위에 `## 제목 {#step-id}`를 넣어 주세요.",
)
NO_STEP_ID = Text(
    en="A step needs an id that stays: `## … {{#{slug}}}`.",
    ko="단계에는 바뀌지 않는 id가 있어야 합니다: `## … {{#{slug}}}`.",
)
WRONG_STEP_ID = Text(
    en="{id!r} is no id: small letters, digits and single hyphens, as in {slug!r}.",
    ko="{id!r}은(는) id가 될 수 없습니다. {slug!r}처럼 영어 소문자, 숫자, 하나씩만 쓴 붙임표로 적어 주세요.",
)
SECOND_BLOCK = Text(en="A step has one {block} block at most.", ko="한 단계에는 {block} 블록을 하나만 둘 수 있습니다.")

# a lesson as a whole

NO_SUCH_QUESTION_IN = Text(
    en="There is no question {name!r} in quiz.yaml. {nearest}",
    ko="quiz.yaml에 {name!r}이라(라)는 질문이 없습니다. {nearest}",
)
UNUSED_QUESTION = Text(
    en="No step asks {name!r}. Name it in a quiz block, or delete it.",
    ko="{name!r}을(를) 묻는 단계가 없습니다. quiz 블록에 적거나 질문을 지워 주세요.",
)
EXERCISE_ID = Text(en="the id of an exercise, as in write-train", ko="write-train 같은 연습의 id")
LIST_OF_PARAMETERS = Text(en="a list of parameters, as in [W, b]", ko="[W, b] 같은 매개변수 목록")
ONE_OR_OTHER = Text(en="{one} or {other}", ko="{one} 또는 {other}")
NO_CONTROL = Text(
    en="No control moves {name!r}: it is what was set before.",
    ko="{name!r}은(는) 앞에서 정해 둔 값이어서 조절할 수 없습니다.",
)
NO_PARAMETER = Text(
    en="{found} is no parameter of {lab}. {nearest}", ko="{found}은(는) {lab} 실험의 매개변수가 아닙니다. {nearest}"
)
STEP_LAB_IS = Text(en="the step's lab is {lab}", ko="이 단계의 실험은 {lab}입니다")
STEP_HAS_NO_LAB = Text(en="the step has no lab", ko="이 단계에는 실험이 없습니다")
OTHER_LAB = Text(
    en="{id!r} is about {lab}, but {there}. They have to be the same.",
    ko="{id!r}은(는) {lab} 실험을 묻는데, {there}. 둘은 같은 실험이어야 합니다.",
)
STEP_UNTRANSLATED = Text(
    en="The step {id!r} is missing in {language!r}; {first!r} stands in.",
    ko="언어 {language!r}에는 단계 {id!r}이(가) 없어 {first!r}의 단계가 대신 나옵니다.",
)
BLOCKS_DIFFER = Text(
    en="The {block} block differs from the one in {file}:{line}. It has to be the same in every language.",
    ko="{block} 블록이 {file}:{line}의 것과 다릅니다. 모든 언어에서 같아야 합니다.",
)
UNKNOWN_STEP = Text(
    en="{file} has no step {id!r}. {nearest}", ko="{file}에는 {id!r}이라(라)는 단계가 없습니다. {nearest}"
)
OTHER_ORDER = Text(
    en="The steps stand in another order than in the first language.", ko="단계의 순서가 첫 언어와 다릅니다."
)

# the glossary

LIST_OF_TERMS = Text(en="a list of terms: `- term: …`", ko="`- term: …`로 시작하는 용어 목록")
TOO_MANY_TERMS = Text(
    en="These are {count} terms; {most} are too many.",
    ko="용어가 {count}개입니다. 용어집에는 {most}개까지 둘 수 있습니다.",
)
NO_SUCH_TERM = Text(en="There is no term {name!r}. {nearest}", ko="{name!r}이라(라)는 용어가 없습니다. {nearest}")
GLOSSARY_HAS_NO_LAB = Text(
    en="A glossary has no lab, so no live value stands in it.",
    ko="용어집에는 실험이 없으므로 실시간 값을 쓸 수 없습니다.",
)
NO_NAME_OF_TERM = Text(
    en="{word!r} is no name of {term!r}. {nearest}", ko="{word!r}은(는) {term!r}의 이름이 아닙니다. {nearest}"
)
NAME_OF_TWO_TERMS = Text(
    en="{name!r} is also a name of the term in line {line}. Leave it to one of them.",
    ko="{name!r}은(는) {line}번째 줄에 있는 용어의 이름이기도 합니다. 한쪽에만 남겨 주세요.",
)
A_TERM = Text(en="a term", ko="용어")
STEP_AS_IN = Text(en="LESSON/STEP, as in cost/one-sample", ko="cost/one-sample처럼 적은 강의/단계")
FORMULA_IN_TEX = Text(en="a formula in TeX", ko="TeX 수식")
NAME_OF_TERM = Text(en="its name in each language, as the lessons have it", ko="강의에 나오는 대로 적은 언어별 이름")
OTHER_NAMES = Text(
    en="other names by language, by which it is found as well", ko="함께 찾을 수 있는 다른 이름을 언어별로 적은 것"
)
EVERYDAY_NAMES = Text(
    en="those of its names that are also ordinary words, so that they may come before it",
    ko="이름 가운데 일상에서도 쓰는 말. 용어를 배우기 전에 나와도 됨",
)
MEANING = Text(en="what it is, in one sentence", ko="뜻을 설명하는 한 문장")
FORMULA_OF_TERM = Text(en="its formula in TeX, without dollar signs", ko="달러 기호 없이 적은 TeX 수식")
STEP_OF_TERM = Text(en="the step that teaches it, as LESSON/STEP", ko="강의/단계 꼴로 적은, 용어를 가르치는 단계")
FIRST_STEP_OF_TERM = Text(
    en="the step that explains it first, where an earlier one does, as LESSON/STEP",
    ko="강의/단계 꼴로 적은, 더 앞에서 처음 설명하는 단계",
)
ALIKE_TERMS = Text(
    en="terms so like it that asking for one beside the other would be unfair",
    ko="너무 비슷해서 나란히 두고 묻기 어려운 용어",
)
