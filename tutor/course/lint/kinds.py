"""Every kind of finding: its stable name and what it means, for the authoring guide."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.language import Text

FINDING_KINDS: Mapping[str, Text] = {
    # files
    "missing-file": Text(en="a file or folder that should be there is not", ko="있어야 할 파일이나 폴더가 없음"),
    "missing-lesson": Text(en="course.yaml names a folder that is not there", ko="course.yaml에 적힌 폴더가 없음"),
    "outside": Text(en="a path leads out of the course's folder", ko="경로가 강의 폴더 밖을 가리킴"),
    "too-large": Text(
        en="a file, a text or a lesson too large to be read on a screen", ko="화면으로 읽기에는 너무 큰 파일, 글, 강의"
    ),
    "not-utf-8": Text(en="a file is not UTF-8", ko="파일이 UTF-8이 아님"),
    "control-character": Text(
        en="a character that a terminal would obey (an escape, a mark that turns the direction of writing), in a text, "
        "a name or a lab",
        ko="글, 이름, 실험에 터미널이 명령으로 받아들이는 문자(이스케이프, 쓰기 방향을 바꾸는 문자)가 있음",
    ),
    "stray-file": Text(en="a file that nothing reads", ko="아무도 읽지 않는 파일"),
    # YAML
    "yaml": Text(en="not valid YAML", ko="올바른 YAML이 아님"),
    "too-deep": Text(en="lists and maps nested too deep", ko="목록과 맵이 너무 깊이 겹침"),
    "alias": Text(en="an anchor or an alias", ko="앵커나 별칭을 씀"),
    "tag": Text(en="a tag such as !!str", ko="!!str 같은 태그를 씀"),
    "repeated-key": Text(en="a key given twice", ko="같은 키를 두 번 적음"),
    "unquoted": Text(
        en="a plain no, yes, on, off, 12:30 or 007, which YAML may read as something else",
        ko="따옴표 없는 no, yes, on, off, 12:30, 007. YAML이 다른 값으로 읽을 수 있음",
    ),
    "backslash": Text(
        en='a single backslash in double quotes, as in "\\frac"', ko='큰따옴표 안에 역슬래시를 하나만 씀 ("\\frac")'
    ),
    # fields and values
    "unknown-field": Text(en="a field that means nothing here", ko="여기서 뜻이 없는 필드"),
    "missing-field": Text(en="a required field is missing", ko="꼭 필요한 필드가 없음"),
    "wrong-value": Text(en="a value of the wrong sort", ko="값의 종류가 맞지 않음"),
    "empty": Text(en="a field without a value", ko="값이 없는 필드"),
    "too-few": Text(en="a list with too few items", ko="항목이 모자란 목록"),
    "bad-parameter": Text(en="a value that a lab's parameter cannot take", ko="실험의 매개변수가 받을 수 없는 값"),
    "unreachable": Text(
        en="a setting's example that the learner's sliders cannot reach",
        ko="학습자의 슬라이더로 만들 수 없는 예시 설정",
    ),
    # lessons and steps
    "front-matter": Text(en="the front matter is missing or not closed", ko="머리말이 없거나 닫히지 않음"),
    "no-purpose": Text(en="a lesson that does not say what it is for", ko="무엇에 쓰는지 적지 않은 강의"),
    "no-steps": Text(en="a lesson without a step", ko="단계가 하나도 없는 강의"),
    "before-steps": Text(en="text before the first step", ko="첫 단계 앞에 글이 있음"),
    "heading": Text(en="a heading that starts no step", ko="단계를 시작하지 않는 제목"),
    "step-id": Text(en="a step without a proper id", ko="id가 없거나 틀린 단계"),
    "empty-step": Text(en="a step without anything in it", ko="내용이 없는 단계"),
    "repeated-id": Text(en="an id given twice", ko="같은 id를 두 번 씀"),
    "indented-block": Text(en="a lab or quiz block that is indented", ko="들여 쓴 lab 또는 quiz 블록"),
    "second-block": Text(en="a second lab or quiz block in a step", ko="한 단계에 lab 또는 quiz 블록이 둘"),
    "unclosed-block": Text(en="a block that is not closed", ko="닫히지 않은 블록"),
    "html": Text(en="HTML, which would be shown as it stands", ko="그대로 보이게 될 HTML"),
    "image": Text(en="a picture, which a terminal does not show", ko="터미널에 보이지 않는 그림"),
    "bad-link": Text(en="a link that leads nowhere", ko="갈 곳이 없는 링크"),
    "points-at-nothing": Text(
        en="a word that points at a part that its step's picture does not have",
        ko="그 단계의 그림에 없는 부분을 가리키는 말",
    ),
    "leftover-mark": Text(
        en="a mark such as ** or $ that was not understood and stands as it is",
        ko="해석되지 않고 그대로 남은 ** 나 $ 같은 기호",
    ),
    "marks-elsewhere": Text(
        en="a mark such as ** that the tutor reads, and a web page shows as it stands",
        ko="tutor는 읽지만 웹 페이지에는 그대로 나오는 ** 같은 기호",
    ),
    "hyphen-minus": Text(en="a hyphen that stands for a minus", ko="빼기표 대신 쓴 붙임표"),
    # labs and live values
    "lab-name": Text(
        en="a module of labs whose name is no plain name of Python", ko="이름이 평범한 Python 이름이 아닌 실험 모듈"
    ),
    "link": Text(
        en="a link, or what is no plain file, among the labs", ko="실험 폴더 안의 링크, 또는 일반 파일이 아닌 것"
    ),
    "not-imported": Text(
        en="code that never runs, because it is no file labs/*.py", ko="labs/*.py 파일이 아니어서 실행되지 않는 코드"
    ),
    "unknown-lab": Text(en="a lab that is not there", ko="없는 실험"),
    "broken-lab": Text(
        en="a lab that fails, or warns, where it is used, at the ends of its parameters or between",
        ko="쓰이는 곳이나 매개변수의 범위 안에서 실패하거나 경고를 내는 실험",
    ),
    "bad-result": Text(en="a lab's result that contradicts itself", ko="앞뒤가 맞지 않는 실험 결과"),
    "not-drawn": Text(
        en="a part of a drawing that the screen would leave out, or show as it is not meant",
        ko="화면에 나오지 않거나 뜻과 다르게 나오는 그림의 일부",
    ),
    "impure-lab": Text(
        en="a lab that gives something else when it is run again",
        ko="같은 설정으로 다시 실행하면 다른 결과를 주는 실험",
    ),
    "other-lab": Text(en="a question about another lab than its step's", ko="단계의 실험과 다른 실험을 묻는 질문"),
    "no-lab": Text(en="a live value, a setting or an answer without a lab", ko="실험 없이 쓴 값, 설정, 답"),
    "unknown-name": Text(en="a readout or a parameter that is not there", ko="없는 측정값이나 매개변수"),
    "bad-index": Text(en="an entry that an array does not have", ko="배열에 없는 자리"),
    "bad-format": Text(en="a format that does not fit the value", ko="값에 맞지 않는 형식"),
    "no-working": Text(en="a readout without a working", ko="풀이가 없는 측정값"),
    "bad-live": Text(en="a live value that cannot be read", ko="읽을 수 없는 실시간 값"),
    # questions
    "unknown-question": Text(
        en="a step asks a question that quiz.yaml does not have", ko="quiz.yaml에 없는 질문을 물음"
    ),
    "unused-question": Text(en="a question that no step asks", ko="어느 단계에서도 묻지 않는 질문"),
    "right-options": Text(en="too many or too few right options", ko="맞는 보기가 너무 많거나 적음"),
    "no-blank": Text(en="a prompt, or the blanks of a program, without a gap", ko="빈칸이 없는 질문이나 프로그램"),
    "bad-program": Text(
        en="a program that is no Python, does not define the function, or fails",
        ko="Python이 아니거나, 함수를 정의하지 않거나, 실행되지 않는 프로그램",
    ),
    "slow-program": Text(en="a solution that does not end in time", ko="제한 시간 안에 끝나지 않는 모범 답안"),
    "readout-differs": Text(
        en="a solution that gives something else than the readout over which it is drawn",
        ko="함께 그려지는 측정값과 다른 값을 주는 모범 답안",
    ),
    "weak-data": Text(en="data on which a wrong program is right as well", ko="틀린 프로그램도 통과하는 데이터"),
    "not-run": Text(
        en="an exercise that was not proved, because programs cannot be run here",
        ko="여기에서는 프로그램을 실행할 수 없어서 확인하지 못한 연습",
    ),
    "bad-answer": Text(
        en="an answer that is no finite number, array or truth value", ko="유한한 수, 배열, 참거짓이 아닌 답"
    ),
    "right-refused": Text(
        en="a right answer, in one of its spellings, that is refused", ko="맞는 답인데 받아들여지지 않는 표기"
    ),
    "lucky-guess": Text(
        en="0, 1 or a part of the answer that is taken as right", ko="0이나 1, 또는 답의 일부가 정답으로 처리됨"
    ),
    "mistake-collides": Text(
        en="a recognised mistake that is right within the tolerance", ko="허용 오차 안에서 정답과 겹치는 실수"
    ),
    "mistake-unheard": Text(
        en="a recognised mistake that meets another explanation", ko="다른 설명을 만나게 되는 실수"
    ),
    "same-answer": Text(en="two variants with one answer", ko="답이 같은 두 변형"),
    "same-option": Text(en="two options that say the same", ko="내용이 같은 보기 둘"),
    "same-say": Text(en="two options with one explanation", ko="설명이 같은 보기 둘"),
    "another-way": Text(
        en="a task with `only` that another option solves as well", ko="`only`가 있는데 다른 선택지로도 풀리는 과제"
    ),
    "already-true": Text(
        en="a setting, or a program, that is right before the learner does anything",
        ko="학습자가 아무것도 하기 전에 이미 맞는 설정이나 프로그램",
    ),
    "hint-tells": Text(en="a hint or a prompt that says the answer", ko="답을 말해 버리는 힌트나 질문"),
    "needs-its-step": Text(
        en="a question that speaks of what only its step shows, though a review asks it by itself",
        ko="복습에서는 따로 묻는데, 그 단계에서만 보이는 것을 가리키는 질문",
    ),
    "given-missing": Text(
        en="a question whose answer rests on a value that its prompt does not give",
        ko="답을 구하는 데 필요한 값이 질문에 없는 질문",
    ),
    "prediction-shown": Text(
        en="a text, or a caption over the picture, that tells what is to be predicted",
        ko="예측할 값을 알려 주는 글이나 그림 위의 말",
    ),
    "nothing-revealed": Text(
        en="a number to predict that nothing shows once it was guessed",
        ko="예측한 뒤에도 답을 보여 주는 것이 없는 질문",
    ),
    # the glossary
    "term-step": Text(
        en="a term whose step is not there, or does not name it",
        ko="가르치는 단계가 없거나, 그 단계에 나오지 않는 용어",
    ),
    "term-early": Text(en="a term that is used before it is taught", ko="가르치기 전에 쓴 용어"),
    "term-unused": Text(en="a term that no text uses", ko="어느 글에도 쓰이지 않는 용어"),
    "term-twice": Text(en="a name that two terms have", ko="두 용어가 함께 쓰는 이름"),
    # languages
    "missing-translation": Text(
        en="a text, a step or a lesson missing in a language", ko="한 언어에 없는 글, 단계, 강의"
    ),
    "languages-differ": Text(
        en="lab or quiz blocks that differ between languages", ko="언어마다 다른 lab 또는 quiz 블록"
    ),
    "unknown-step": Text(en="a step that the first language does not have", ko="첫 언어에 없는 단계"),
    "step-order": Text(en="steps in another order than in the first language", ko="첫 언어와 다른 단계 순서"),
    "languages-drift": Text(
        en="a translation with other live values or other blocks than its source",
        ko="원문과 값이나 문단 구성이 다른 번역",
    ),
    "older-translation": Text(en="a translation whose source has changed since", ko="번역한 뒤에 원문이 바뀜"),
    "untranslated": Text(en="a text in the wrong language", ko="번역되지 않은 글"),
    "korean-particle": Text(en="a Korean particle that fits only some values", ko="값에 따라 틀릴 수 있는 조사"),
}
"""From the name of a kind to what it means."""
