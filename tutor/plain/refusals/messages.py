"""Why a command cannot be followed now, and what can be done instead, in every language of the interface."""

from __future__ import annotations

from tutor.language import Text

# there is nothing that it is about

OPEN_A_LESSON = Text(
    en="That is for a step of a lesson. “{go}” and a number open a lesson, as in “{go} 3”; Enter goes on.",
    ko="강의의 단계에서 쓰는 명령입니다. “{go} 3”처럼 번호를 붙이면 그 강의가 열리고, 엔터를 치면 이어집니다.",
)
NO_QUESTION = Text(
    en="There is no question at this step. Enter goes on.", ko="이 단계에는 질문이 없습니다. 엔터를 치면 넘어갑니다."
)
NO_QUESTION_NOW = Text(
    en="No question is open. “{question}” comes back to one, Enter goes on.",
    ko="지금 답할 질문이 없습니다. “{question}”을 치면 질문으로 돌아가고, 엔터를 치면 넘어갑니다.",
)
NO_LAB = Text(
    en="There is no picture here to be set or heard. Enter goes on.",
    ko="여기에는 움직이거나 들을 그림이 없습니다. 엔터를 치면 넘어갑니다.",
)
NO_FILM = Text(
    en="There is no film here. “{state}” says what the picture shows, “{settings}” what can be set.",
    ko="여기에는 재생할 것이 없습니다. “{state}”를 치면 그림을, “{settings}”을 치면 바꿀 수 있는 값을 읽습니다.",
)
NO_PROGRAM = Text(
    en="No program is to be written here. “{question}” says what is asked.",
    ko="여기서는 프로그램을 쓰지 않습니다. “{question}”을 치면 무엇을 묻는지 읽습니다.",
)
NO_SETTINGS = Text(
    en="Nothing can be set here. “{state}” says what the picture shows.",
    ko="여기에는 바꿀 값이 없습니다. “{state}”를 치면 그림을 읽습니다.",
)
NO_BOARD = Text(
    en="No points can be put here. “{settings}” says what can be set.",
    ko="여기에는 점을 놓을 수 없습니다. 바꿀 수 있는 값은 “{settings}”에 있습니다.",
)
NO_TRAINING = Text(
    en="No network of your own is trained here; the playground is the place for it. “{settings}” says what can be set.",
    ko="여기서는 직접 쓴 신경망을 학습시키지 않습니다. 놀이터에서 할 수 있습니다. 바꿀 수 있는 값은 “{settings}”에 있습니다.",
)

# it comes later

PREDICT_FIRST = Text(
    en="That comes after your prediction. Any guess will do; “{next}” goes on without one.",
    ko="예측한 다음에 할 수 있습니다. 어림짐작이라도 됩니다. “{next}”을 치면 예측하지 않고 넘어갑니다.",
)
SAY_HOW_SURE = Text(
    en="First say how sure you are of the prediction: 1, 2 or 3. Enter alone says nothing of it.",
    ko="먼저 예측을 얼마나 확신하는지 1, 2, 3으로 답하세요. 엔터만 치면 말하지 않고 넘어갑니다.",
)
ANSWER_FIRST = Text(
    en="First one answer of your own: after that it can be shown. “{next}” goes on without.",
    ko="먼저 한 번 답해 보세요. 그다음에는 볼 수 있습니다. “{next}”을 치면 답하지 않고 넘어갑니다.",
)
ANSWER_OR_HINT_FIRST = Text(
    en="First one answer of your own: after that it can be shown. “{hint}” helps, “{next}” goes on without.",
    ko="먼저 한 번 답해 보세요. 그다음에는 볼 수 있습니다. “{hint}”를 치면 힌트를 얻고, “{next}”을 치면 넘어갑니다.",
)
AGAIN_WHEN_OVER = Text(
    en="This question is still open: answer it first. “{question}” says it again.",
    ko="아직 답하지 않은 질문입니다. 먼저 답하세요. “{question}”을 치면 질문을 다시 읽습니다.",
)
NOTHING_CHANGED = Text(
    en="Nothing has been changed yet. “{settings}” says what can be set.",
    ko="아직 아무것도 바꾸지 않았습니다. 바꿀 수 있는 값은 “{settings}”에 있습니다.",
)
AS_AT_FIRST = Text(
    en="All is as at first already. “{settings}” says what can be set.",
    ko="이미 모두 처음 값입니다. 바꿀 수 있는 값은 “{settings}”에 있습니다.",
)

# there is no more of it

ALL_HINTS = Text(
    en="All hints have been given. Answer, even if you are not sure; after that “{answer}” shows the answer.",
    ko="힌트는 모두 나왔습니다. 확실하지 않아도 답해 보세요. 그다음에는 “{answer}”을 치면 답을 볼 수 있습니다.",
)
ALL_HINTS_REVEAL = Text(
    en="All hints have been given. “{answer}” shows the answer, “{next}” goes on without it.",
    ko="힌트는 모두 나왔습니다. “{answer}”을 치면 답을 보고, “{next}”을 치면 넘어갑니다.",
)
ALL_HINTS_GUESS = Text(
    en="All hints have been given. Any guess will do; “{next}” goes on without one.",
    ko="힌트는 모두 나왔습니다. 어림짐작이라도 됩니다. “{next}”을 치면 예측하지 않고 넘어갑니다.",
)
NO_HINTS = Text(
    en="This question has no hints. Answer, even if you are not sure; after that “{answer}” shows the answer.",
    ko="이 질문에는 힌트가 없습니다. 확실하지 않아도 답해 보세요. 그다음에는 “{answer}”을 치면 답을 볼 수 있습니다.",
)
NO_HINTS_REVEAL = Text(
    en="This question has no hints. “{answer}” shows the answer, “{next}” goes on without it.",
    ko="이 질문에는 힌트가 없습니다. “{answer}”을 치면 답을 보고, “{next}”을 치면 넘어갑니다.",
)
NO_HELP_FOR_A_GUESS = Text(
    en="A prediction is a guess of your own, without help; any will do. “{next}” goes on without one.",
    ko="예측은 도움 없이 스스로 하는 짐작입니다. 어림짐작이라도 됩니다. “{next}”을 치면 예측하지 않고 넘어갑니다.",
)
NO_HELP_IN_A_TEST = Text(
    en="Here it is asked without help. “{next}” goes on without answering, “{stop}” ends it.",
    ko="여기서는 도움 없이 답합니다. “{next}”을 치면 답하지 않고 넘어가고, “{stop}”을 치면 끝냅니다.",
)
IS_OVER = Text(
    en="This question is answered already. Enter goes on.", ko="이미 답한 질문입니다. 엔터를 치면 넘어갑니다."
)
IS_OVER_AGAIN = Text(
    en="This question is answered already. “{again}” asks it with other numbers, Enter goes on.",
    ko="이미 답한 질문입니다. “{again}”를 치면 다른 수로 다시 풀고, 엔터를 치면 넘어갑니다.",
)
ONE_GUESS = Text(
    en="There is one prediction only: it has been made. Enter goes on.",
    ko="예측은 한 번만 합니다. 이미 했습니다. 엔터를 치면 넘어갑니다.",
)
NO_WORKING = Text(
    en="There is no working to show here. “{question}” says the question again.",
    ko="여기에는 보여 줄 계산이 없습니다. “{question}”을 치면 질문을 다시 읽습니다.",
)
WORKING_AFTER_ANSWER = Text(
    en="It is shown with the answer: “{answer}” shows that, and “{working}” then how it is worked out.",
    ko="답과 함께 볼 수 있습니다. “{answer}”을 친 다음 “{working}”을 치면 계산을 읽습니다.",
)
NO_SLIDERS = Text(
    en="This question is not answered by setting something. “{question}” says how.",
    ko="값을 맞춰서 답하는 질문이 아닙니다. “{question}”을 치면 어떻게 답하는지 읽습니다.",
)
NO_EDITOR_HERE = Text(
    en="No editor can be opened here. “{write}” takes the program line by line.",
    ko="여기서는 편집기를 열 수 없습니다. “{write}”를 치면 한 줄씩 쓸 수 있습니다.",
)
NO_BLANKS = Text(
    en="This program has no easier form. “{program}” says it as it stands.",
    ko="이 프로그램에는 더 쉬운 꼴이 없습니다. “{program}”을 치면 지금 프로그램을 읽습니다.",
)
NO_OWN_FILM = Text(
    en="This program has no film. “{picture}” says what it gives as it stands.",
    ko="이 프로그램에는 재생할 것이 없습니다. “{picture}”을 치면 지금 계산하는 것을 읽습니다.",
)

# it belongs elsewhere

ONLY_IN_A_REVIEW = Text(
    en="That is for a review. “{review}” begins one.",
    ko="복습할 때 쓰는 명령입니다. “{review}”을 치면 복습을 시작합니다.",
)
LENGTH_AT_FIRST = Text(
    en="The length is chosen before the first answer. “{stop}” ends the review.",
    ko="시간은 첫 답을 하기 전에 고릅니다. “{stop}”을 치면 복습을 끝냅니다.",
)
ONLY_IN_A_SITTING = Text(
    en="That is for a review, a practice or a test. “{review}” begins a review, “{map}” says all lessons.",
    ko="복습, 연습, 확인 문제에서 쓰는 명령입니다. “{review}”을 치면 복습을 시작하고, “{map}”를 치면 모든 강의를 읽습니다.",
)
ONLY_IN_A_LESSON = Text(
    en="That is for a step of a lesson. “{taught}” goes to the one that this is from, “{stop}” ends here.",
    ko="강의의 단계에서 쓰는 명령입니다. “{taught}”을 치면 이것을 배운 단계로 가고, “{stop}”을 치면 여기서 끝냅니다.",
)
TASK_AT_THE_END = Text(
    en="That is offered at the end of a lesson, once all of its last step is answered. “{next}” goes on.",
    ko="강의의 마지막 단계까지 모두 답하면 할 수 있습니다. “{next}”을 치면 넘어갑니다.",
)
CLOSING_AT_THE_END = Text(
    en="That is told once the last lesson is done. “{progress}” says how far you are.",
    ko="마지막 강의를 마치면 들을 수 있습니다. “{progress}”를 치면 얼마나 했는지 읽습니다.",
)
PLAYGROUND_LATER = Text(
    en="The playground opens when you reach it, in lesson {number}, {title}. “{go} {number}” leads to that lesson.",
    ko="놀이터는 강의 {number}, {title}에서 처음 열립니다. “{go} {number}”을 치면 그 강의로 갑니다.",
)
NO_PLAYGROUND = Text(
    en="This course has no playground. “{map}” says all lessons.",
    ko="이 강좌에는 놀이터가 없습니다. “{map}”를 치면 모든 강의를 읽습니다.",
)
