"""What a person is told of foreign work that came to nothing."""

from __future__ import annotations

from tutor.language import Text

RAISED = Text(en="{lab} fails at {at}: {said}", ko="{at}에서 {lab} 실험이 실패했습니다: {said}")
TIME = Text(
    en="{lab} takes longer than {seconds:g} s at {at} and was stopped",
    ko="{at}에서 {lab} 실험이 {seconds:g}초 안에 끝나지 않아 멈추었습니다",
)
OUTPUT = Text(
    en="{lab} prints more than {most} characters at {at} and was stopped",
    ko="{at}에서 {lab} 실험이 {most}자가 넘게 출력하여 멈추었습니다",
)
ENDED = Text(
    en="{lab} does not answer at {at}: its process was {said}",
    ko="{at}에서 {lab} 실험이 답하지 않습니다. 프로세스가 끝났습니다({said})",
)
ENDED_SOMEHOW = Text(en="ended", ko="알 수 없는 까닭")
WRONG = Text(en="{lab} {said} (at {at})", ko="{at}에서 {lab} 실험이 보여 줄 수 없는 것을 돌려주었습니다: {said}")
START = Text(
    en="The process in which this course's labs run cannot be started: {said}",
    ko="이 강좌의 실험을 돌릴 프로세스를 시작할 수 없습니다: {said}",
)
WHERE = Text(en=" (labs/{module}.py, line {line})", ko=" (labs/{module}.py {line}행)")
MORE = Text(en="{what}. More in {path}", ko="{what}. 자세한 내용: {path}")

OWN_PROCESS = Text(en="own process", ko="별도 프로세스")
LIMITS = Text(en="limits", ko="자원 제한")
TIME_LIMIT = Text(en="a limit on time", ko="시간제한")

NO_PROGRAMS = Text(
    en="Programs are not run here: several learners share this account, and this system has no Landlock and seccomp to keep what one writes from what is another's. The owner of the machine can allow them all the same, with TUTOR_PROGRAMS=yes.",
    ko="여기서는 프로그램을 실행하지 않습니다. 여러 학습자가 계정을 함께 쓰는데, 한 사람의 프로그램이 다른 사람의 것에 닿지 않도록 막아 주는 Landlock과 seccomp이 이 시스템에 없습니다. 그래도 실행하려면 컴퓨터 관리자가 TUTOR_PROGRAMS=yes로 허용하면 됩니다.",
)
NO_FOREIGN_PROGRAMS = Text(
    en="Programs are not run here: this course brings some of its own along, and this system has no Landlock and seccomp to hold them. If you trust the course, start the tutor with --trust.",
    ko="여기서는 프로그램을 실행하지 않습니다. 이 강좌에는 자체 프로그램이 들어 있는데, 그것을 막아 줄 Landlock과 seccomp이 이 시스템에 없습니다. 강좌를 믿는다면 --trust를 붙여 다시 시작해 주세요.",
)
