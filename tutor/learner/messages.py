"""What the record, its exports and a recap say, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# the record

NOTICE_DAMAGED = Text(
    en="The record of your answers was damaged. The damaged file is kept as {aside}, and a new record has begun "
    "with what could still be read: answers brought over: {rescued}.",
    ko="답 기록 파일이 손상되어 있었습니다. 손상된 파일은 {aside}에 그대로 두었고, 읽을 수 있는 내용으로 새 기록을 "
    "시작했습니다. 옮겨 온 답: {rescued}개.",
)
NOTICE_NEWER = Text(
    en="The record {path} was written by a newer tutor. It is shown as it is; to add to it, update the tutor.",
    ko="{path} 기록은 더 새로운 버전의 tutor가 쓴 것입니다. 지금은 보기만 할 수 있습니다. 이어서 쓰려면 tutor를 "
    "업데이트해 주세요.",
)
NOTICE_FOREIGN = Text(
    en="The file {path} belongs to another program, so it was left alone. Choose another place with --store.",
    ko="{path} 파일은 다른 프로그램의 것이어서 건드리지 않았습니다. --store 옵션으로 다른 위치를 골라 주세요.",
)
NOTICE_LOCKED = Text(
    en="Another program is holding the record {path}.",
    ko="다른 프로그램이 기록 파일 {path}에 쓰고 있어 기다리는 중입니다.",
)
NOTICE_FULL = Text(
    en="The disk is full: there is no room left for {path}.",
    ko="디스크에 남은 공간이 없어 {path}에 쓸 수 없습니다.",
)
NOTICE_READ_ONLY = Text(
    en="The record {path} cannot be written: the folder or the file is read-only.",
    ko="{path}에 쓸 수 없습니다. 폴더나 파일이 읽기 전용입니다.",
)
NOTICE_FAILED = Text(
    en="{path} cannot be read or written: {detail}.",
    ko="{path} 파일을 읽거나 쓸 수 없습니다: {detail}.",
)
NOTICE_CLOCK = Text(
    en="This computer's clock was set back. Your answers are saved, in the order in which you gave them.",
    ko="컴퓨터의 시계가 뒤로 돌아갔습니다. 답은 입력한 순서대로 모두 저장되었습니다.",
)
NOTICE_GONE = Text(
    en="The record {path} was moved, deleted, emptied or replaced while the tutor was open. What was known is in it again: answers brought back: {rescued}.",
    ko="tutor를 쓰는 동안 기록 파일 {path}이(가) 옮겨졌거나 지워졌거나 비워졌거나 바뀌었습니다. 알고 있던 내용을 다시 써 넣었습니다. 되살린 답: {rescued}개.",
)
NOTICE_CAUGHT_UP = Text(
    en="Answers that had to wait are in the record now: {rescued}.",
    ko="기다리던 답 {rescued}개를 이제 기록에 저장했습니다.",
)
NOTICE_BACKED_UP = Text(
    en="The record {path} was not there, so a new one has begun. A copy of the one before holds {rescued} answers; this brings them back: tutor import {aside}",
    ko="기록 파일 {path}이(가) 없어 새로 시작했습니다. 이전 기록의 사본에 답 {rescued}개가 있습니다. 되살리려면 실행하세요: tutor import {aside}",
)
NOTICE_UNUSABLE = Text(
    en="{path} is no file, so no record can be kept there. Choose another place with --store.",
    ko="{path}은(는) 파일이 아니어서 기록을 둘 수 없습니다. --store 옵션으로 다른 위치를 골라 주세요.",
)
NOTICE_WAITING = Text(
    en="Answers kept beside it in {spool} for now, to be saved with the next one: {waiting}. The lesson goes on.",
    ko="우선 그 옆의 {spool}에 적어 두었다가 다음 답과 함께 저장할 답: {waiting}개. 강의는 계속할 수 있습니다.",
)
NOTICE_IN_MEMORY = Text(
    en="Answers that are in memory only, because nothing can be written beside the record either: {waiting}. They are saved as soon as that is possible; until then, leave the tutor open. The lesson goes on.",
    ko="기록 옆에도 쓸 수 없어 메모리에만 있는 답: {waiting}개. 쓸 수 있게 되면 바로 저장하니 그때까지 tutor를 닫지 마세요. 강의는 계속할 수 있습니다.",
)
RECORD_UNUSABLE = Text(
    en="{path} {what}, so no record can be kept there. Choose another place with --store.",
    ko="{path} {what}. 여기에는 기록을 둘 수 없습니다. --store 옵션으로 다른 위치를 골라 주세요.",
)
IS_FOLDER = Text(en="is a folder", ko="위치에 폴더가 있습니다")
IS_PIPE = Text(en="is a pipe", ko="위치에 파이프가 있습니다")
IS_SOCKET = Text(en="is a socket", ko="위치에 소켓이 있습니다")
IS_DEVICE = Text(en="is a device", ko="위치에 장치가 있습니다")
IS_LINK_TO_NOTHING = Text(en="is a link to nothing", ko="위치에 아무것도 가리키지 않는 링크가 있습니다")
IS_NO_RECORD = Text(en="is a file of something else", ko="파일은 다른 용도의 파일입니다")

# an export

TRANSFER_CANNOT_READ = Text(en="{path} cannot be read: {detail}", ko="{path} 파일을 읽을 수 없습니다: {detail}")
TRANSFER_CANNOT_WRITE = Text(en="{path} cannot be written: {detail}", ko="{path} 파일을 쓸 수 없습니다: {detail}")
TRANSFER_NO_RECORD = Text(
    en="{path} is no exported record: its first line says nothing of {format}.",
    ko="{path} 파일은 내보낸 기록이 아닙니다. 첫 줄에 {format} 표시가 없습니다.",
)
TRANSFER_NEWER = Text(
    en="{path} was written by a newer tutor (format version {version}; this one reads {known}). Update the tutor.",
    ko="{path} 파일은 더 새로운 tutor가 썼습니다(형식 버전 {version}, 읽을 수 있는 버전 {known}). tutor를 "
    "업데이트해 주세요.",
)
TRANSFER_BAD_LINE = Text(
    en="{path}, line {line}: {detail}. Nothing was imported.",
    ko="{path}, {line}번째 줄: {detail}. 아무것도 가져오지 않았습니다.",
)
TRANSFER_CUT_SHORT = Text(
    en="{path} was cut short: its last line, which counts the others, is missing. Nothing was imported.",
    ko="{path} 파일이 중간에 잘렸습니다. 전체 개수를 적은 마지막 줄이 없습니다. 아무것도 가져오지 않았습니다.",
)
TRANSFER_MISCOUNTED = Text(
    en="{path} should hold {wanted} items and holds {found}. Nothing was imported.",
    ko="{path} 파일에 항목이 {wanted}개 있어야 하는데 {found}개 있습니다. 아무것도 가져오지 않았습니다.",
)
TRANSFER_TOO_LARGE = Text(
    en="{path} is larger than any exported record. Nothing was imported.",
    ko="{path} 파일이 내보낸 기록치고 너무 큽니다. 아무것도 가져오지 않았습니다.",
)

# what is said to a response

ANSWER_IS = Text(en="The answer is {answer}.", ko="답: {answer}")
A_RIGHT_PROGRAM = Text(en="A program that is right:", ko="맞는 프로그램:")

# the command line

RECAP_FORMULAS = Text(en="Formulas", ko="수식")
RECAP_QUESTIONS = Text(en="Questions and my answers", ko="질문과 내 답")
RECAP_NOT_ANSWERED = Text(en="not answered yet", ko="아직 답하지 않음")
RECAP_OWN_PROGRAM = Text(en="My program, which was right:", ko="전에 맞게 적은 내 프로그램:")
RECAP_CODE = Text(en="The code behind it", ko="계산의 코드")
RECAP_CODE_RUNS = Text(
    en="Each block runs by itself; it needs NumPy.", ko="블록마다 그대로 실행할 수 있습니다. NumPy만 있으면 됩니다."
)
RECAP_FROM = Text(en="From “{course}”.", ko="“{course}”에서.")
MINE_HEAD = Text(
    en="My functions, from “{course}”.\nEach stands as it was right last. Where one needs data that the exercise gave, they stand together\ninside a function, so that no function finds the data of another.",
    ko="“{course}”에서 내가 적은 함수 모음입니다.\n함수마다 마지막으로 맞은 모습 그대로입니다. 문제에서 준 데이터가 필요한 함수는 데이터와 함께\n다른 함수 안에 두어, 서로의 데이터를 건드리지 않습니다.",
)
MINE_RIGHT_ON = Text(en="right on {day}", ko="{day}에 맞음")
MINE_NOT_YET = Text(
    en="the course's own: a function below needs it, and mine is not written yet",
    ko="강좌의 함수: 아래 함수에 필요하지만 아직 직접 적지 않음",
)
