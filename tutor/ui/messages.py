"""The words of the full screen and what its keys do, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# what keys do

KEY_MOVE = Text(en="move", ko="조절")
KEY_MOVE_LARGE = Text(en="ten steps at once", ko="열 칸씩 조절")
KEY_ENDS = Text(en="lowest, highest", ko="가장 작게, 가장 크게")
KEY_OTHER_CONTROL = Text(en="other control", ko="다른 조절")
KEY_PLAY = Text(en="play", ko="재생")
KEY_PAUSE = Text(en="pause", ko="멈춤")
KEY_FLIP = Text(en="on/off", ko="켜기/끄기")
KEY_OTHER_OPTION = Text(en="other option", ko="다른 항목")
KEY_NEXT_OPTION = Text(en="next option", ko="다음 선택지")
KEY_SPEED = Text(en="play slower, faster", ko="느리게, 빠르게 재생")
KEY_FIRST_LAST = Text(en="first, last", ko="처음, 끝")
KEY_UNDO = Text(en="undo the last move", ko="마지막 조절 되돌리기")
KEY_ACCEPT = Text(en="take this value", ko="이 값으로")
KEY_CANCEL = Text(en="leave it", ko="그만두기")
KEY_RESET = Text(en="back to the starting values", ko="처음 값으로")
KEY_QUIT = Text(en="quit", ko="끝내기")
KEY_TO_SHELL = Text(en="to the shell; fg comes back", ko="셸로 나가기 (fg로 돌아옴)")
KEY_COPY_OR_QUIT = Text(en="copy the selection, or quit", ko="선택한 글 복사, 없으면 끝내기")
KEY_HELP = Text(en="help", ko="도움말")
KEY_PALETTE = Text(en="all commands", ko="모든 명령")
KEY_LANGUAGE = Text(en="next language", ko="다음 언어")
KEY_SETTINGS = Text(en="settings", ko="설정")
KEY_HOME = Text(en="home", ko="처음으로")
KEY_CLOSE = Text(en="close", ko="닫기")
KEY_OTHER = Text(en="another of these", ko="다른 것 고르기")
KEY_OPEN = Text(en="open", ko="열기")
KEY_CHOOSE = Text(en="choose", ko="고르기")
KEY_CHANGE_SETTING = Text(en="change that one", ko="그 설정 바꾸기")
KEY_ALONE = Text(en="picture alone", ko="그림만")
KEY_POINT = Text(en="point", ko="짚기")
KEY_STOP_POINTING = Text(en="stop pointing", ko="짚기 끝")
NOT_DRAWN = Text(en="That is not in the picture yet.", ko="아직 그림에 없습니다.")
KEY_TEXT = Text(en="whole text", ko="글 전체")
TO_THE_PICTURE = Text(en="Continue", ko="계속")
KEY_CLOSING = Text(en="the end of the course", ko="강좌를 마치며")
KEY_PLAYGROUND = Text(en="playground", ko="놀이터")
KEY_MORE = Text(en="more settings", ko="다른 설정")
KEY_SHARE = Text(en="line to share", ko="공유할 줄")
KEY_POINTS = Text(en="points of your own", ko="내 점 놓기")
KEY_POINT_GO = Text(en="go", ko="이동")
KEY_POINT_GO_FAR = Text(en="five places at once", ko="다섯 칸씩 이동")
KEY_POINT_PUT = Text(en="put ● ○", ko="● ○ 놓기")
KEY_POINT_REMOVE = Text(en="take away", ko="빼기")
KEY_POINT_TURN = Text(en="●, ○, nothing in turn", ko="●, ○, 없음을 차례로")
KEY_POINT_TYPE = Text(en="type a point", ko="점 입력")
KEY_POINT_LEAVE = Text(en="done", ko="마치기")
KEY_OWN_NETWORK = Text(en="your network", ko="내 신경망")
OWN_NETWORK_TITLE = Text(en="your network, trained by your own code", ko="직접 쓴 코드로 학습한 내 신경망")
SHEET_TITLE = Text(en="settings", ko="설정")
SHARED = Text(
    en="Copied. Whoever opens this sees the same:\n{line}",
    ko="복사했습니다. 이 줄로 열면 같은 화면이 보입니다.\n{line}",
)
NO_SUCH_STATE = Text(
    en="The line that was opened cannot be set here: {error}.", ko="이 줄의 설정은 여기서 쓸 수 없습니다. {error}"
)
KEY_CONTINUE = Text(en="continue", ko="계속")
KEY_NEXT_STEP = Text(en="next step", ko="다음 단계")
KEY_PREVIOUS_STEP = Text(en="previous step", ko="이전 단계")
KEY_TURN = Text(en="previous, next step", ko="이전, 다음 단계")
KEY_SCROLL = Text(en="scroll", ko="스크롤")
KEY_PAGE = Text(en="page", ko="한 화면씩")
KEY_SOURCE = Text(en="code", ko="코드")
KEY_OTHER_CODE = Text(en="other code", ko="다른 코드")
KEY_WRITE = Text(en="write", ko="코드 쓰기")
KEY_TRY_CODE = Text(en="change and run", ko="고쳐서 실행하기")
KEY_RUN_ALONE = Text(en="run", ko="실행")
KEY_RUN = Text(en="run and judge", ko="실행·채점")
KEY_STOP_RUNNING = Text(en="stop running", ko="실행 멈추기")
KEY_UNDO_TYPING = Text(en="undo", ko="되돌리기")
KEY_REDO_TYPING = Text(en="redo", ko="다시 하기")
KEY_STARTER = Text(en="back to the start", ko="처음 코드로")
KEY_BLANKS = Text(en="with blanks", ko="빈칸 채우기")
KEY_NEXT_BLANK = Text(en="next blank", ko="다음 빈칸")
KEY_OWN_EDITOR = Text(en="your editor", ko="내 편집기")
KEY_STOP_WRITING = Text(en="stop writing", ko="쓰기 멈추기")
KEY_WORKING = Text(en="working", ko="풀이")
KEY_HINT = Text(en="hint", ko="힌트")
KEY_GAP = Text(en="working with a gap", ko="빈칸이 있는 풀이")
KEY_PART = Text(en="just a part first", ko="일부만 먼저")
KEY_REVEAL = Text(en="show the answer", ko="답 보기")
KEY_AGAIN = Text(en="try again", ko="다시 풀기")
KEY_ANSWER = Text(en="answer", ko="답하기")
KEY_UNSAID = Text(en="just show it", ko="그냥 보기")
KEY_GUESS = Text(en="a guess", ko="짐작")
KEY_FAIRLY = Text(en="fairly sure", ko="꽤 확신")
KEY_SURE = Text(en="sure", ko="확신")
KEY_CHECK = Text(en="check my setting", ko="지금 설정 확인")
KEY_TICK = Text(en="tick", ko="표시")
KEY_MOVE_ITEM = Text(en="move the item", ko="항목 옮기기")
KEY_NEXT_PART = Text(en="next part", ko="다음 부분")
KEY_PREVIOUS_PART = Text(en="previous part", ko="이전 부분")
KEY_NUDGE = Text(en="nudge the guess", ko="예측 조금씩 옮기기")
KEY_REVIEW = Text(en="review", ko="복습")
KEY_PRACTISE = Text(en="practise", ko="연습하기")
KEY_TEST_OUT = Text(en="test out of the lesson", ko="아는 강의인지 확인")
KEY_PROGRESS = Text(en="progress", ko="진도")
KEY_SEARCH = Text(en="search", ko="찾기")
KEY_WORDS = Text(en="words here", ko="용어")
KEY_GLOSSARY = Text(en="all words", ko="용어 모두 보기")
KEY_TO_STEP = Text(en="where it is taught", ko="배우는 곳으로")
KEY_BACK = Text(en="back", ko="보던 곳으로")
KEY_NEXT_QUESTION = Text(en="next question", ko="다음 질문")
KEY_SKIP = Text(en="skip", ko="건너뛰기")
KEY_SNOOZE = Text(en="put off for a week", ko="일주일 미루기")
KEY_LENGTH = Text(en="how long", ko="시간 바꾸기")
KEY_READ_STEP = Text(en="read it in the lesson", ko="강의에서 읽기")
KEY_STOP = Text(en="stop", ko="그만하기")
KEY_BOOKMARK = Text(en="bookmark", ko="책갈피")
KEY_NOTE = Text(en="note", ko="메모")
KEY_KEEP_NOTE = Text(en="keep", ko="저장")
KEY_OTHER_PAGE = Text(en="other page", ko="다른 쪽")
KEY_OTHER_LESSON = Text(en="other lesson", ko="다른 강의")

# review and testing out

# search and notes

SEARCH_PLACEHOLDER = Text(en="a word from the course or from your notes", ko="강의나 메모에 있는 낱말")
SEARCH_READING = Text(en="One moment: the lessons are being read.", ko="잠시만요. 강의를 읽고 있습니다.")
SEARCH_NOTHING = Text(en="Nothing found.", ko="찾은 것이 없습니다.")
SEARCH_NOTHING_KEPT = Text(
    en="Your bookmarks (m) and notes (e) on steps are listed here.",
    ko="단계마다 남긴 책갈피(m)와 메모(e)가 여기에 모입니다.",
)
NOTE_HINT = Text(en="kept as you type", ko="쓰는 대로 저장됩니다")

# words

WORDS_PLACEHOLDER = Text(en="a word, or a part of one", ko="용어 또는 그 일부")

# lesson

NEXT_LESSON = Text(en="Next lesson: {title}", ko="다음 강의: {title}")
BACK_HOME = Text(en="That was the last lesson. Back to the course map", ko="마지막 강의였습니다. 처음 화면으로")
TO_CLOSING = Text(en="That was the last lesson. The end of the course", ko="마지막 강의였습니다. 강좌를 마치며")
GUESS_FIRST = Text(
    en="Your guess first: the lab opens as soon as you have committed to one.",
    ko="먼저 예측해 보세요. 답을 정하면 바로 실험이 열립니다.",
)
WORKING_OUT = Text(en="computing {percent}%", ko="계산 중 {percent}%")

# writing a program

FOLLOWED = Text(
    en="{path} is followed from now on: whatever is saved in it stands here at once.",
    ko="이제 {path} 파일을 따라갑니다. 파일에 저장하면 바로 여기에 나타납니다.",
)
NO_EDITOR = Text(
    en="{editor} could not be started ({error}). {path} is followed all the same.",
    ko="{editor} 편집기를 열지 못했습니다({error}). 그래도 {path} 파일은 따라갑니다.",
)
NOT_FOLLOWED = Text(
    en="No file could be made for your editor ({error}).", ko="편집기에 넘길 파일을 만들지 못했습니다({error})."
)

# screens

HELP_TITLE = Text(en="What the keys do here", ko="여기서 쓸 수 있는 키")
SETTINGS_TITLE = Text(en="Settings", ko="설정")
SETTING_LANGUAGE = Text(en="language", ko="언어")
SETTING_THEME = Text(en="theme", ko="테마")
SETTING_COLOURS = Text(en="colours", ko="색")
SETTING_MARKS = Text(en="marks", ko="기호")
SETTING_MATHS = Text(en="mathematics", ko="수식")
SETTING_MOTION = Text(en="motion", ko="움직임")
SETTING_FRAMES = Text(en="frames a second", ko="초당 프레임")
SETTING_FRONT = Text(en="opens", ko="여는 방식")
FRONT_FULL = Text(en="full screen", ko="전체 화면")
FRONT_PLAIN = Text(en="line by line", ko="한 줄씩")
SETTING_SURE = Text(en="ask how sure I am", ko="확신하는지 묻기")
SURE_ON = Text(en="yes", ko="예")
SURE_OFF = Text(en="no", ko="아니요")
THEME_DARK = Text(en="dark", ko="어둡게")
THEME_LIGHT = Text(en="light", ko="밝게")
THEME_PLAIN = Text(en="no colours", ko="색 없이")
MOTION_FULL = Text(en="full", ko="모두")
MOTION_REDUCED = Text(en="reduced", ko="줄임")
MOTION_NONE = Text(en="none", ko="없음")
AS_TERMINAL = Text(en="auto", ko="자동")
COLOURS_TRUECOLOR = Text(en="all", ko="모두")
COLOURS_NONE = Text(en="none", ko="없음")
MARKS_BRAILLE = Text(en="braille", ko="점자")
MARKS_DOTS = Text(en="dots", ko="점만")
MARKS_BLOCKS = Text(en="blocks", ko="블록")
MATHS_UNICODE = Text(en="as printed", ko="책처럼")
SOURCE_TITLE = Text(en="The code behind this", ko="이 계산의 코드")
SNIPPET_NAME = Text(en="gives: {readout}", ko="계산하는 값: {readout}")
SCRATCH_TITLE = Text(en="Try it out", ko="직접 해 보기")
SOURCE_COUNT = Text(en="{number} of {total}", ko="{total}개 중 {number}")
PALETTE_SEARCH = Text(en="Search for a command…", ko="명령 찾기…")
THEME_COMMAND = Text(en="Theme: {name}", ko="테마: {name}")
MOTION_COMMAND = Text(en="Motion: {name}", ko="움직임: {name}")
LESSON_COMMAND = Text(en="Lesson {number}: {title}", ko="강의 {number}: {title}")

# the author's tools

WATCH_BROKEN = Text(
    en="Not yet: the last good version lies below", ko="아직 아닙니다. 아래는 마지막으로 괜찮았던 화면입니다"
)
