"""What findings say of questions: how they are written, and what does not hold of them."""

from __future__ import annotations

from tutor.language import Text

# quiz.yaml

LIST_OF_QUESTIONS = Text(en="a list of questions: `- id: …`", ko="`- id: …`로 시작하는 질문 목록")
A_QUESTION = Text(en="a question: a map with id, kind and prompt", ko="질문, 곧 id, kind, prompt 필드가 있는 맵")
QUESTION_OF_KIND = Text(en="a question of kind {kind!r}", ko="{kind!r} 질문")
QUESTION_ID_TWICE = Text(
    en="{id!r} is also the question in line {line}.", ko="{id!r}은(는) {line}번째 줄에 있는 질문의 id이기도 합니다."
)
NEEDS_KIND = Text(en="A question needs 'kind': {kinds}.", ko="질문에는 'kind' 필드가 있어야 합니다: {kinds}.")
SETS_NO_LAB = Text(
    en="{field!r} sets a lab's parameters, but the question names no lab.",
    ko="{field!r}은(는) 실험의 매개변수를 정하는 필드인데, 이 질문에는 실험이 없습니다.",
)
AT_OR_VARY = Text(
    en="A question has 'at' (one setting) or 'vary' (several), not both.",
    ko="질문에는 'at'(설정 하나)과 'vary'(설정 여럿) 가운데 하나만 쓸 수 있습니다.",
)
LISTS_DIFFER = Text(en="The lists here differ in length.", ko="목록의 길이가 서로 다릅니다.")
NOTHING_TO_VARY = Text(en="There is no list of values here to vary.", ko="바꾸어 가며 쓸 값의 목록이 없습니다.")
PARAMETERS_OF = Text(en="the lab {lab} (its parameters)", ko="{lab} 실험(매개변수)")
CANNOT_BE = Text(
    en="{name!r} of {lab} cannot be {found}: {error}.",
    ko="{lab} 실험의 {name!r}에는 {found}을(를) 쓸 수 없습니다. {error}.",
)

ID_OF_QUESTION = Text(en="a name that stays: attempts are kept by it", ko="바뀌지 않는 이름. 답이 이 이름으로 저장됨")
KIND_OF_QUESTION = Text(en="the kind of question", ko="질문의 종류")
PROMPT = Text(en="what is asked", ko="묻는 말")
LAB_OF_QUESTION = Text(
    en="the lab whose readouts are the answer or stand in the texts", ko="측정값이 답이 되거나 글에 나오는 실험"
)
AT = Text(en="the lab's parameters for this question", ko="이 질문에서 쓸 실험의 매개변수")
VARY = Text(en="the lab's parameters for each variant", ko="변형마다 쓸 실험의 매개변수")
HINTS = Text(en="help, given one at a time", ko="하나씩 보여 주는 도움말")
EXPLAIN = Text(en="what to say after the answer, right or wrong", ko="맞든 틀리든 답한 뒤에 하는 말")
WAS = Text(en="ids it had before", ko="전에 쓰던 id")

# numbers and arrays

TOLERANCE_ABS = Text(
    en="the largest distance from the answer that is still right", ko="맞는 것으로 보는, 답과의 가장 큰 차이"
)
TOLERANCE_REL = Text(
    en="the same as a share of the answer: 0.01 is one percent", ko="답에 대한 비율로 나타낸 같은 값. 0.01은 1퍼센트"
)
A_TOLERANCE = Text(en="a tolerance", ko="허용 오차")
A_MISTAKE = Text(en="a mistake", ko="실수")
MISTAKE_ANSWER = Text(en="the readout that a certain mistake leads to", ko="어떤 실수를 하면 나오는 측정값")
MISTAKE_SAY = Text(en="what leads to this and why it is wrong", ko="왜 이렇게 답하게 되고 왜 틀렸는지")
ANSWER = Text(en="the readout that is the answer", ko="답이 되는 측정값")
NUMBER_TOLERANCE = Text(
    en="how near is right: {abs: 0.005} is two decimals", ko="얼마나 가까우면 맞는지. {abs: 0.005}는 소수 둘째 자리까지"
)
NUMBER_INPUT = Text(en="percent: 15 and 15% are 0.15", ko="percent로 두면 15와 15%를 0.15로 읽음")
NUMBER_MISTAKES = Text(en="wrong numbers that are recognised", ko="알아듣는 틀린 수")
NUMBER_OTHERWISE = Text(en="what to say to any other wrong number", ko="그 밖의 틀린 수에 하는 말")
ARRAY_TOLERANCE = Text(
    en="how near each entry is right: {abs: 0.005} is two decimals",
    ko="원소마다 얼마나 가까우면 맞는지. {abs: 0.005}는 소수 둘째 자리까지",
)
ARRAY_INPUT = Text(
    en="shape: 3x2, (3, 2) and 3, 2 are read as a shape", ko="shape로 두면 3x2, (3, 2), 3, 2를 형상으로 읽음"
)
ARRAY_MISTAKES = Text(en="wrong arrays that are recognised", ko="알아듣는 틀린 배열")
ARRAY_OTHERWISE = Text(en="what to say to any other wrong array", ko="그 밖의 틀린 배열에 하는 말")
SIGN_TURNED = Text(
    en="The mistake {name} gives {wrong:g}{which}, so near the answer with its sign turned that a lost sign meets its explanation. Choose other numbers.",
    ko="{which}실수 {name}의 값 {wrong:g}이(가) 부호를 바꾼 답과 너무 가까워서, 부호만 틀려도 이 설명이 나옵니다. 다른 수를 골라 주세요.",
)

# options

AN_OPTION = Text(en="an option", ko="보기")
OPTION_TEXT = Text(en="what the option says", ko="보기의 내용")
OPTION_RIGHT = Text(en="true for a right option", ko="맞는 보기이면 true")
OPTION_SAY = Text(
    en="why it is right, or the thought that leads to it and why that is wrong",
    ko="왜 맞는지, 또는 어떤 생각에서 고르게 되고 왜 틀렸는지",
)
OPTION_MISSED = Text(
    en="what to say where this right option was not chosen", ko="맞는 보기인데 고르지 않았을 때 하는 말"
)
OPTION_PICTURE = Text(
    en="true shows the lab, at the question's own values, wherever a review asks it",
    ko="true이면 복습에서 물을 때 질문의 값으로 실험을 함께 보여 줌",
)
OPTION_SHUFFLE = Text(
    en="true shows the options in another order each time", ko="true이면 물을 때마다 보기의 순서를 섞음"
)
OPTIONS_FIELD = Text(en="the options", ko="보기 목록")
NO_PICTURE = Text(
    en="{id!r} has 'picture', but it names no lab to show.",
    ko="{id!r}에 'picture'가 있지만 보여 줄 실험이 적혀 있지 않습니다.",
)
NOT_ONE_RIGHT = Text(
    en="{id!r} has {right} options with `right: true`; it should have one. (Where several are right, the kind is 'choices'.)",
    ko="{id!r}에 `right: true`인 보기가 {right}개 있는데, 하나여야 합니다. (여럿이 맞으면 종류를 'choices'로 적습니다.)",
)
NONE_RIGHT = Text(
    en="{id!r} has no option with `right: true`; it needs at least one.",
    ko="{id!r}에 `right: true`인 보기가 없습니다. 적어도 하나는 있어야 합니다.",
)
SAME_OPTION = Text(en="Two options say {text!r}{which}.", ko="{which}두 보기의 내용이 {text!r}로 같습니다.")
SAME_SAY = Text(
    en="Two options have one explanation. Each has its own error.",
    ko="두 보기의 설명이 같습니다. 보기마다 무엇이 틀렸는지 따로 적어 주세요.",
)
OPTION_NUMBER = Text(en="option {number}", ko="보기 {number}")

# an order

ORDER_ITEMS = Text(en="the items in the right order", ko="맞는 순서로 적은 항목")
ORDER_BEFORE = Text(en="the item that stands too early", ko="너무 앞에 놓인 항목")
ORDER_AFTER = Text(en="the item it stands before", ko="그 항목이 앞지른 항목")
ORDER_SAY = Text(en="why that is wrong", ko="왜 틀렸는지")
ORDER_MISTAKES = Text(
    en="wrong orders that are recognised: {before: 3, after: 1} is item 3 standing before item 1",
    ko="알아듣는 틀린 순서. {before: 3, after: 1}은 항목 3이 항목 1보다 앞에 놓인 것",
)
ORDER_OTHERWISE = Text(en="what to say to any other wrong order", ko="그 밖의 틀린 순서에 하는 말")
NO_MISTAKE = Text(
    en="{{before: {before}, after: {after}}} is no mistake: the items count from 1 to {count} in the right order, and 'before' is the later one that came too early.",
    ko="{{before: {before}, after: {after}}}은(는) 실수가 될 수 없습니다. 항목은 맞는 순서로 1부터 {count}까지 세고, 'before'에는 뒤에 와야 하는데 너무 앞에 놓인 항목을 적습니다.",
)
ORDER_UNHEARD = Text(
    en="No order meets this explanation: whatever has item {before} before item {after} meets an earlier one.",
    ko="이 설명이 나오는 순서가 없습니다. 항목 {before}이(가) 항목 {after}보다 앞에 놓이면 언제나 더 앞에 적힌 설명이 나옵니다.",
)

# a blank

ACCEPT = Text(en="the words that are right", ko="맞는 낱말")
WRONG_WORDS = Text(en="wrong words", ko="틀린 낱말")
WORD_SAY = Text(en="what leads to them and why they are wrong", ko="왜 이렇게 답하게 되고 왜 틀렸는지")
WORD_MISTAKES = Text(en="wrong words that are recognised", ko="알아듣는 틀린 낱말")
WORD_OTHERWISE = Text(en="what to say to any other word", ko="그 밖의 낱말에 하는 말")
NO_BLANK = Text(
    en="The prompt in {language!r} has no blank: write {blank}.",
    ko="언어 {language!r}의 질문에 빈칸이 없습니다. {blank}을(를) 넣어 주세요.",
)
PROMPT_TELLS = Text(
    en="The prompt in {language!r} says the answer: {word!r}.",
    ko="언어 {language!r}의 질문이 답을 말해 버립니다: {word!r}.",
)

# a prediction

ANSWER_OR_OPTIONS = Text(
    en="A prediction needs either 'answer' (a number) or 'options' (a choice).",
    ko="예측에는 'answer'(수)와 'options'(보기) 가운데 하나가 있어야 합니다.",
)
NO_FIELD_BESIDE = Text(
    en="{name!r} is no field of a prediction with {other!r}.",
    ko="{name!r}은(는) {other!r}이(가) 있는 예측의 필드가 아닙니다.",
)

# a setting

SETTING_NEEDS_LAB = Text(
    en="{id!r} is about the sliders of a lab: name it with 'lab'.",
    ko="{id!r}은(는) 실험의 슬라이더로 답하는 질문입니다. 'lab'에 실험을 적어 주세요.",
)
SHOWS_NO_PARAMETER = Text(
    en="{name!r} in 'show' is no parameter of {lab}. {nearest}",
    ko="'show'에 적은 {name!r}은(는) {lab} 실험의 매개변수가 아닙니다. {nearest}",
)
ONLY_NAMES_CHOICE = Text(
    en="'only' names a choice of {lab}, and {name!r} is none.",
    ko="'only'에는 {lab} 실험의 선택 매개변수를 적는데, {name!r}은(는) 그렇지 않습니다.",
)
EXAMPLE_CANNOT_BE = Text(en="{name!r}: {error}.", ko="{name!r}에 이 값을 쓸 수 없습니다. {error}.")
CANNOT_BE_SET = Text(
    en="The learner cannot set {name!r}: it is not in 'show', and the question starts from another value.",
    ko="학습자는 {name!r}을(를) 바꿀 수 없습니다. 'show'에 없고, 질문이 다른 값에서 시작합니다.",
)
TRUE_AT_START = Text(
    en="{answer} is true{which} before the learner moves anything.",
    ko="{which}학습자가 아무것도 움직이기 전에 {answer}이(가) 이미 참입니다.",
)
SETTING_UNHEARD = Text(
    en="No setting was found{which} at which {answer} is the first mistake that holds.",
    ko="{which}실수 {answer}이(가) 가장 먼저 해당하는 설정을 찾지 못했습니다.",
)
ANOTHER_WAY = Text(
    en="{answer} is also true{which} with {only} = {option}.",
    ko="{which}{only} = {option}일 때도 {answer}이(가) 참입니다.",
)

# proofs

WHICH_VARIANT = Text(en=" in variant {number}", ko="변형 {number}에서 ")
HAS_NO_VALUE = Text(en="{error} has no value.", ko="{error}의 값이 없습니다.")

# the fields of a setting and of an exercise

SETTING_ANSWER = Text(en="the readout that has to become true", ko="참이 되어야 하는 측정값")
SETTING_SHOW = Text(en="the parameters that the learner sets", ko="학습자가 정하는 매개변수")
SETTING_EXAMPLE = Text(en="a setting that works", ko="조건을 만족하는 설정")
SETTING_MOVES = Text(
    en="the most moves that it may take: a run of one slider is one",
    ko="움직일 수 있는 가장 많은 횟수. 슬라이더 하나를 잇달아 움직이면 한 번",
)
SETTING_ONLY = Text(
    en="a choice among them of which one option works and no other, which is proven",
    ko="그 가운데 선택지 하나로만 풀려야 하는 선택 매개변수. 정말 그런지 검사함",
)
SETTING_MISTAKES = Text(
    en="truth values: the first that holds is explained", ko="참거짓 측정값. 처음으로 참인 것을 설명함"
)
SETTING_OTHERWISE = Text(en="what to say to any other setting", ko="그 밖의 설정에 하는 말")
CODE_SOLUTION = Text(
    en="a right program; the function that it defines last is the one to write",
    ko="맞는 프로그램. 마지막으로 정의한 함수가 학습자가 쓸 함수",
)
CODE_ALSO = Text(en="other right programs", ko="다르게 쓴 맞는 프로그램")
CODE_GIVEN = Text(
    en="readouts and parameters that the program finds as its own",
    ko="프로그램이 이름으로 바로 쓸 수 있는 측정값과 매개변수",
)
CODE_DATA = Text(
    en="further data that right code must get right as well", ko="맞는 코드라면 마찬가지로 맞혀야 하는 다른 데이터"
)
CODE_STARTER = Text(
    en="what the editor begins with; without it the first line of the function",
    ko="편집기에 처음부터 있는 코드. 없으면 함수의 첫 줄",
)
CODE_BLANKS = Text(
    en="the easier form: the solution with `___` for pieces of it", ko="더 쉬운 꼴. 모범 답안의 일부를 `___`로 비운 것"
)
CODE_INSTEAD = Text(en="a piece of the solution, …", ko="모범 답안의 한 부분")
CODE_WRITE = Text(en="… and what a wrong program has in its place", ko="틀린 프로그램에서 그 자리에 있는 것")
CODE_WRONG = Text(en="a wrong program", ko="틀린 프로그램")
CODE_WRONG_READOUT = Text(en="a readout that a wrong program gives", ko="틀린 프로그램이 내놓는 측정값")
CODE_MISTAKES = Text(
    en="wrong programs that are recognised by what they compute", ko="계산한 값을 보고 알아듣는 틀린 프로그램"
)
CODE_DRAWS = Text(
    en="the readout that the function computes, and the arguments along which it is drawn",
    ko="함수가 계산하는 측정값과, 그래프의 가로축이 되는 인자",
)
CODE_WALKS = Text(
    en="the function is called again with what it gave back, and its way is drawn",
    ko="돌려준 값으로 함수를 다시 부르며 그 경로를 그림",
)
CODE_SECONDS = Text(en="how long a program may run; without it 0.8", ko="프로그램을 실행할 수 있는 초. 없으면 0.8")
CODE_FILM = Text(
    en="the argument or given name along which the picture plays as a film, from 0 up",
    ko="0부터 늘려 가며 그림을 영화로 보여 줄 인자나 주어진 이름",
)
CODE_USES = Text(
    en="earlier exercises whose functions the program can import from `mine`",
    ko="프로그램이 `mine`에서 함수를 불러올 수 있는 앞선 연습",
)
