"""What the commands say, in every language of the interface.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""

from __future__ import annotations

from tutor.language import Text

# a fault of the tutor's own

FAULT = Text(
    en="The tutor stopped: something in it is broken. Nothing is lost; every answer you gave is saved.",
    ko="프로그램에 오류가 생겨 멈췄습니다. 잃은 것은 없습니다. 지금까지 낸 답은 모두 저장되어 있습니다.",
)
FAULT_UNSAVED = Text(
    en="The tutor stopped: something in it is broken. What became of the answers above is said there.",
    ko="프로그램에 오류가 생겨 멈췄습니다. 저장하지 못한 답이 어떻게 되었는지는 위에 적혀 있습니다.",
)
FAULT_QUIT = Text(
    en="The tutor was told to stop at once, and did. Nothing is lost; every answer you gave is saved.",
    ko="바로 끝내라는 신호를 받아 멈췄습니다. 잃은 것은 없습니다. 지금까지 낸 답은 모두 저장되어 있습니다.",
)
FAULT_LOG = Text(
    en="What happened is written down in {path}", ko="무슨 일이 있었는지 이 파일에 적어 두었습니다: {path}"
)
FAULT_UNWRITTEN = Text(
    en="What happened could not be written down, and follows below.",
    ko="무슨 일이 있었는지 파일에 적지 못해 아래에 보여 드립니다.",
)
FAULT_NEXT = Text(
    en="Start it again to go on where you were. If it stops again, pass that on to whoever looks after the tutor.",
    ko="다시 시작하면 하던 곳에서 이어집니다. 또 멈추면 그 내용을 프로그램 담당자에게 전해 주세요.",
)
NOT_WRITTEN_OUT = Text(en="The output could not be written: {reason}", ko="출력을 쓰지 못했습니다: {reason}")

# the command line

CLI_OPEN = Text(
    en="Learn the basics of deep learning in the terminal. Opens where you left off.",
    ko="터미널에서 딥러닝의 기본을 배웁니다. 지난번에 멈춘 곳에서 열립니다.",
)
CLI_USAGE = Text(en="usage: ", ko="사용법: ")
CLI_ARGUMENTS = Text(en="arguments", ko="인자")
CLI_OPTIONS = Text(en="options", ko="옵션")
CLI_COMMANDS = Text(
    en="other commands (tutor COMMAND --help says more):", ko="다른 명령 (tutor 명령 --help로 자세히 볼 수 있습니다):"
)
CLI_EXAMPLES = Text(
    en="examples:\n  tutor                      go on where you left off\n  tutor --at cost            open a lesson\n  tutor my-course/           open a course of your own\n  tutor show cost/2 --svg cost.svg",
    ko="예:\n  tutor                      지난번에 멈춘 곳에서 이어서 하기\n  tutor --at cost            강의 하나 열기\n  tutor my-course/           직접 만든 강좌 열기\n  tutor show cost/2 --svg cost.svg",
)
CLI_COURSE = Text(en="the folder of a course; without it, the built-in one", ko="강좌 폴더. 없으면 기본 강좌를 엽니다")
CLI_AT = Text(
    en="open this lesson, this step of it, and what its lab is set to: the line that the key y copies",
    ko="이 강의의 이 단계를 엽니다. y 키로 복사한 줄이면 실험의 설정까지 그대로 엽니다",
)
CLI_THEME = Text(en="dark, light, or plain (no colours)", ko="테마: dark(어둡게), light(밝게), plain(색 없이)")
CLI_LANG = Text(
    en="the language of the lessons, one of the course's; the rest speaks it too if it can (en, ko)",
    ko="강의의 언어. 강좌에 있는 언어여야 하고, 화면은 en과 ko로 나옵니다",
)
NO_SUCH_LANGUAGE = Text(
    en="{given} is no language of this course. It has: {known}.",
    ko="이 강좌에 {given}은(는) 없습니다. 있는 언어: {known}",
)
CLI_STORE = Text(
    en="the file that keeps your answers; without it, TUTOR_HOME or the platform's data folder",
    ko="답을 기록하는 파일. 없으면 TUTOR_HOME이나 시스템의 데이터 폴더를 씁니다",
)
CLI_LEARNER = Text(
    en="whose record; without it, that of the operating system's user",
    ko="누구의 기록인지 정합니다. 없으면 시스템 사용자의 기록을 씁니다",
)
CLI_HELP = Text(en="show this and end", ko="이 도움말을 보여 줍니다")
FOREIGN_CODE = Text(en="foreign code: {held}", ko="다른 강좌의 코드: {held}")
CLI_VERSION = Text(en="show the version and end", ko="버전을 보여 줍니다")
CLI_SHOW = Text(
    en="Print a step of a lesson, or the course map (home), as it looks on screen. Needs no terminal.",
    ko="강의의 한 단계나 처음 화면(home)을 화면에 보이는 그대로 출력합니다. 터미널이 없어도 됩니다.",
)
CLI_SHOW_PLACE = Text(
    en="a lesson by id or number, and a step by id or number; or home",
    ko="강의의 id나 번호, 단계의 id나 번호. 또는 home",
)
CLI_SIZE = Text(en="columns and rows (120x36)", ko="가로 칸 수와 세로 줄 수 (120x36)")
CLI_SVG = Text(en="write a picture to FILE instead", ko="글 대신 그림을 FILE에 저장합니다")
CLI_SET = Text(
    en="set a parameter of the step's lab; may be repeated", ko="실험의 매개변수를 정합니다. 여러 번 쓸 수 있습니다"
)
CLI_PRESS = Text(
    en="press a key first (enter, right, w …); may be repeated",
    ko="먼저 키를 누릅니다(enter, right, w …). 여러 번 쓸 수 있습니다",
)
CLI_LIST = Text(en="List the lessons and how far you are.", ko="강의와 진도를 보여 줍니다.")
CLI_STEPS = Text(en="with their steps", ko="단계까지 보여 줍니다")
CLI_RESET = Text(
    en="Forget the answers of one lesson, or of the whole course. Asks first, and keeps a backup.",
    ko="강의 하나 또는 강좌 전체의 답을 지웁니다. 먼저 물어보고, 백업을 남깁니다.",
)
CLI_RESET_LESSON = Text(
    en="a lesson by id or number; without it, everything", ko="강의의 id나 번호. 없으면 모두 지웁니다"
)
CLI_YES = Text(en="do not ask", ko="묻지 않습니다")
CLI_PROGRESS = Text(
    en="Show how far you are: days, skills, reviews ahead, what is hard.",
    ko="진도를 보여 줍니다. 공부한 날, 배운 것, 앞으로의 복습, 어려운 질문.",
)
CLI_JSON = Text(en="everything as JSON", ko="모두 JSON으로 출력합니다")
CLI_MINE = Text(
    en="Write all functions that you have written right into one Python file, which runs by itself.",
    ko="지금까지 맞게 적은 함수를 모두 Python 파일 하나에 모읍니다. 그대로 실행할 수 있습니다.",
)
CLI_MINE_FILE = Text(
    en="the file to write; without it, the functions are printed", ko="저장할 파일. 없으면 화면에 출력합니다"
)
MINE_NOTHING = Text(
    en="You have no function yet that is right. Lessons ask for some: write one, press ^r, and it will be here.",
    ko="아직 맞게 적은 함수가 없습니다. 강의에서 함수를 적고 ^r로 확인하면 여기에 모입니다.",
)
REPLACE_FILE = Text(
    en="{path} is there already. Replace it? [y/N]", ko="{path} 파일이 이미 있습니다. 덮어쓸까요? [y/N]"
)
FILE_IS_THERE = Text(
    en="{path} is there already. Choose another name, or say --yes to replace it.",
    ko="{path} 파일이 이미 있습니다. 다른 이름을 고르거나, 덮어쓰려면 --yes를 붙여 주세요.",
)
CLI_REPLACE = Text(en="do not ask: replace a file that is there", ko="파일이 이미 있어도 묻지 않고 덮어씁니다")
NO_RECORD = Text(en="There is no record yet at {path}.", ko="{path}에는 아직 기록이 없습니다.")
CLI_RECAP = Text(
    en="Write a Markdown page of one's own about a lesson: its three lines, formulas, your answers, its code. Of all lessons: the page at the end of the course.",
    ko="강의 하나를 나만의 Markdown 문서로 정리합니다. 세 줄 요약, 수식, 내 답, 코드. all이면 강좌를 마치는 문서입니다.",
)
CLI_RECAP_LESSON = Text(en="a lesson by id or number, or all", ko="강의의 id나 번호, 또는 all")
CLI_RECAP_FILE = Text(
    en="the file to write; without it, the page is printed", ko="저장할 파일. 없으면 화면에 출력합니다"
)
WRITTEN = Text(en="Written: {path}", ko="저장했습니다: {path}")
CLI_EXPORT = Text(
    en="Write your record to a file, to carry it to another machine or to hand it to a teacher.",
    ko="기록을 파일로 내보냅니다. 다른 컴퓨터로 옮기거나 선생님께 드릴 때 씁니다.",
)
CLI_EXPORT_FILE = Text(en="the file to write; - prints the record", ko="저장할 파일. -를 적으면 화면에 출력합니다")
CLI_NO_NOTES = Text(en="without your own notes, for a teacher", ko="내가 쓴 메모는 빼고 내보냅니다(선생님께 드릴 때)")
EXPORTED = Text(en="Answers written to {path}: {count}", ko="답 {count}개를 {path}에 저장했습니다")
CLI_IMPORT = Text(
    en="Add an exported record to yours. The same answer counts once, so importing twice does no harm.",
    ko="내보낸 기록을 내 기록에 합칩니다. 같은 답은 한 번만 세므로 두 번 가져와도 괜찮습니다.",
)
CLI_IMPORT_FILE = Text(
    en="a file that tutor export wrote, or a copy of a record; - reads the standard input",
    ko="tutor export로 저장한 파일이나 기록의 사본. -를 적으면 표준 입력에서 읽습니다",
)
IMPORTED = Text(
    en="New answers: {new}. There already: {known}.", ko="새로 가져온 답: {new}개, 이미 있던 답: {known}개."
)
CLI_REPORT = Text(
    en="For teachers: how a class did, question by question, from exported records or a folder of them.",
    ko="선생님을 위한 보고서: 내보낸 기록(또는 그 폴더)을 모아 질문마다 반 전체가 어떻게 답했는지 보여 줍니다.",
)
CLI_REPORT_FILES = Text(
    en="exported records, record files, or folders of them", ko="내보낸 기록이나 기록 파일, 또는 그것들이 든 폴더"
)
CLI_REPORT_COURSE = Text(en="the course they answered; without it, the built-in one", ko="답한 강좌. 없으면 기본 강좌")
CLI_CSV = Text(en="as CSV, a row a question", ko="질문마다 한 줄씩 CSV로 출력합니다")
CLI_NO_NAMES = Text(en="number the learners instead of naming them", ko="이름 대신 번호로 표시합니다")
REPORT_LEARNERS = Text(en="Learners: {count}", ko="학생 수: {count}")
REPORT_SKIPPED = Text(en="{path} holds no record, so it was left out.", ko="{path} 파일에는 기록이 없어 제외했습니다.")
REPORT_NOTHING = Text(en="No record was found.", ko="기록을 찾지 못했습니다.")
REPORT_QUESTION = Text(en="question", ko="질문")
REPORT_TRIED = Text(en="tried", ko="답함")
REPORT_RIGHT_FIRST = Text(en="right first", ko="한 번에")
REPORT_RIGHT = Text(en="right", ko="맞힘")
REPORT_HINTS = Text(en="hints", ko="힌트")
REPORT_REVEALED = Text(en="shown", ko="답 봄")
REPORT_WRONG = Text(en="commonest wrong answer", ko="가장 흔한 오답")
REPORT_WRONG_IS = Text(en="{response} ({count}×, {mistake})", ko="{response} ({count}명, {mistake})")
REPORT_WRONG_OTHER = Text(en="{response} ({count}×)", ko="{response} ({count}명)")
REPORT_LEARNER = Text(en="learner", ko="학생")
REPORT_ATTEMPTS = Text(en="answers", ko="답")
CLI_RESET_QUESTION = Text(
    en="forget one question, by its id, wherever it was asked", ko="질문 하나만 지웁니다(질문의 id)"
)
CLI_UNDO = Text(en="bring back what the last reset took", ko="마지막으로 지운 것을 되돌립니다")
NO_SUCH_QUESTION = Text(en="There is no question {given}.", ko="{given}: 그런 질문이 없습니다.")
NO_SUCH_COMMAND = Text(en="There is no command and no folder {given}.", ko="{given}: 그런 명령도 폴더도 없습니다.")
DID_YOU_MEAN = Text(en="Did you mean '{name}'?", ko="혹시 '{name}'인가요?")
COMMANDS_ARE_LISTED = Text(en="`tutor --help` lists the commands.", ko="`tutor --help`로 명령을 모두 볼 수 있습니다.")
NOTHING_TO_UNDO = Text(en="There is no reset to undo.", ko="되돌릴 것이 없습니다.")
UNDONE = Text(en="Answers brought back: {count}.", ko="답 {count}개를 되돌렸습니다.")
SAVED_LATER = Text(
    en="Answers that could not be saved yet: {count}. They are kept in {path} and come into the record by themselves, the next time the tutor can write it.",
    ko="아직 저장하지 못한 답: {count}개. {path}에 적어 두었고, 다음에 tutor가 기록에 쓸 수 있게 되면 저절로 들어갑니다.",
)
NOT_SAVED = Text(
    en="Answers that are lost with this: {count}. Neither the record nor anything beside it could be written.",
    ko="이대로 잃게 되는 답: {count}개. 기록에도, 그 옆에도 쓸 수 없었습니다.",
)
COURSE_BROKEN = Text(en="This course cannot be opened yet:", ko="아직 이 강좌를 열 수 없습니다:")
NO_TERMINAL = Text(
    en="The full screen needs a terminal to draw on. Without one, `tutor --plain` is the course line by line, and `tutor show LESSON` prints a screen.",
    ko="전체 화면을 그릴 터미널이 필요합니다. 터미널 없이는 `tutor --plain`으로 강좌를 한 줄씩 보고, `tutor show 강의`로 화면을 출력할 수 있습니다.",
)
NO_SUCH_LESSON = Text(
    en="There is no lesson {given}. The lessons are: {known}.", ko="{given}: 그런 강의가 없습니다. 강의 목록: {known}."
)
NO_SUCH_STEP = Text(
    en="{lesson} has no step {given}. It has {count}: {known}.",
    ko="{given}: {lesson} 강의에 그런 단계가 없습니다. 단계는 {count}개입니다: {known}.",
)
BAD_SIZE = Text(
    en="{given} is no size. Write columns x rows, as in 120x36.",
    ko="{given}: 크기가 아닙니다. 120x36처럼 가로x세로로 적어 주세요.",
)
CANNOT_WRITE = Text(en="Cannot write {path}: {why}", ko="{path}: 저장할 수 없습니다 ({why})")
RESET_QUESTION = Text(
    en="Forget all answers in “{what}”? A backup is kept. [y/N]",
    ko="“{what}”의 답을 모두 지울까요? 백업은 남겨 둡니다. [y/N]",
)
RESET_DONE = Text(
    en="Forgotten: {count} answers in “{what}”. The backup is {backup}",
    ko="“{what}”의 답 {count}개를 지웠습니다. 백업: {backup}",
)
NOTHING_CHANGED = Text(en="Nothing was changed.", ko="아무것도 바꾸지 않았습니다.")

# the author's tools

CLI_CHECK = Text(
    en="Prove a course: answer every question, run every lab to the ends of its parameters, lay out every step.",
    ko="강좌를 검사합니다. 모든 질문에 답해 보고, 모든 실험을 매개변수의 끝까지 돌리고, 모든 단계를 화면에 놓아 봅니다.",
)
CLI_FORMAT = Text(
    en="how to write the findings: text, json, or github (annotations of a workflow)",
    ko="결과를 쓰는 방식: text, json, github(워크플로 주석)",
)
CLI_CHECK_JSON = Text(en="the same as --format json", ko="--format json과 같습니다")
CLI_STRICT = Text(en="warnings count as errors", ko="경고도 오류로 셉니다")
CLI_NO_LABS = Text(
    en="run no lab: only files, texts and what rests on none of the course's own Python",
    ko="실험을 돌리지 않습니다. 강좌의 Python 없이 볼 수 있는 파일과 글만 검사합니다",
)
CLI_TRUST = Text(
    en="run the Python in the course's labs/, as it is now, without asking (for scripts)",
    ko="강좌의 labs/에 지금 있는 Python을 묻지 않고 실행합니다 (스크립트용)",
)
CLI_CHECK_CODES = Text(
    en="exit codes:\n  0  nothing found, or warnings only\n  1  errors (with --strict: errors or warnings)\n  2  wrong use, no consent to run the course's own labs, or broken off",
    ko="종료 코드:\n  0  찾은 것이 없거나 경고만 있음\n  1  오류가 있음 (--strict: 오류나 경고가 있음)\n  2  잘못된 사용, 강좌의 실험을 실행해도 된다는 동의가 없음, 또는 도중에 중단됨",
)
CHECK_FOUND = Text(en="errors: {errors}, warnings: {warnings}", ko="오류: {errors}, 경고: {warnings}")
CLI_PROCESSES = Text(
    en="how many processes work on it, 1 to 16: one more than there are processors, if not given",
    ko="검사를 나누어 할 프로세스의 수(1~16). 적지 않으면 프로세서보다 하나 많게 씁니다",
)
CHECK_BROKE_OFF = Text(
    en="Something has ended one of the processes that prove this course, most likely for want of memory. `--processes 1` "
    "takes the least.",
    ko="이 강좌를 검사하던 프로세스 하나가 밖에서 종료되었습니다. 메모리가 모자랐을 수 있습니다. `--processes 1`이 메모리를 가장 "
    "적게 씁니다.",
)
CHECK_READS = Text(en="Reading", ko="읽는 중")
CHECK_GOES_ON = Text(en="Proving", ko="검사하는 중")
CLI_SLIPS = Text(
    en="print how much is heard in wrong numbers: by question, the share of derived slips that meet something specific",
    ko="틀린 숫자에서 무엇을 알아듣는지 문항마다 보여 줍니다. 예상되는 실수 중 구체적인 말을 듣는 비율입니다",
)
SLIPS_OF = Text(
    en="{question}: {heard} of {slips} heard ({share})", ko="{question}: {slips}개 중 {heard}개를 알아들음({share})"
)
SLIP_MISSED = Text(en="    {response}  not heard", ko="    {response}  알아듣지 못함")
SLIP_COLLIDES = Text(en="    {response}  {what}", ko="    {response}  원인: {what}")
SLIPS_IN_ALL = Text(
    en="In all: {heard} of {slips} heard ({share}).", ko="모두: {slips}개 중 {heard}개를 알아들음({share})."
)
CHECK_CLEAN = Text(en="Nothing to mend.", ko="고칠 것이 없습니다.")
CHECK_WITHOUT_LABS = Text(
    en="Nothing was run. `tutor check --no-labs` reads the files without running anything.",
    ko="아무것도 실행하지 않았습니다. `tutor check --no-labs`는 실행 없이 파일만 검사합니다.",
)
NO_SUCH_FOLDER = Text(en="There is no folder {given}.", ko="{given}: 그런 폴더가 없습니다.")
LABS_WARNING = Text(
    en="{folder} brings Python of its own: {files}.", ko="{folder}에는 자체 Python 코드가 들어 있습니다: {files}."
)
LABS_HAVE_CHANGED = Text(
    en="The Python in {folder} has changed since you agreed to run it:",
    ko="실행에 동의한 뒤로 {folder}의 Python 코드가 바뀌었습니다:",
)
LABS_ADDED = Text(en="added    {file}", ko="추가  {file}")
LABS_REMOVED = Text(en="removed  {file}", ko="삭제  {file}")
LABS_CHANGED = Text(en="changed  {file}", ko="변경  {file}")
LABS_MORE = Text(en="and {count} more", ko="그 밖에 {count}개")
LABS_MORE_LINES = Text(
    en="… and at least {count} more lines. Read the files before you agree.",
    ko="… 적어도 {count}줄이 더 있습니다. 동의하기 전에 파일을 읽어 보세요.",
)
LABS_NOT_KEPT = Text(
    en="What it was is not kept, it is too long. Read it before you agree.",
    ko="너무 길어서 전의 내용이 남아 있지 않습니다. 동의하기 전에 읽어 보세요.",
)
LABS_RUN_APART = Text(
    en="Opening this course runs that code, in a process of its own and under limits: they keep accidents away, "
    "not attacks.",
    ko="이 강좌를 열면 그 코드가 제한을 둔 별도 프로세스에서 실행됩니다. 사고는 막아 주지만 공격까지 막지는 못합니다.",
)
LABS_QUESTION = Text(
    en="Run it? I will not ask again until it changes. [y/N]",
    ko="실행할까요? 내용이 바뀌기 전에는 다시 묻지 않습니다. [y/N]",
)
LABS_NEED_TRUST = Text(
    en="There is no terminal to ask on. If you trust this course, say so with --trust.",
    ko="물어볼 터미널이 없습니다. 이 강좌를 믿는다면 --trust를 붙여 주세요.",
)
LABS_UNREADABLE = Text(en="Cannot read {path}: {why}", ko="{path}: 읽을 수 없습니다 ({why})")
CLI_NEW = Text(
    en="Begin a course, or a lesson inside one: a first step, lab and question that already work.",
    ko="강좌를, 또는 강좌 안에 강의를 새로 만듭니다. 이미 돌아가는 첫 단계와 실험과 질문이 들어 있습니다.",
)
CLI_NEW_PATH = Text(
    en="a folder that is not there yet: my-course, or for a lesson my-course/tides",
    ko="아직 없는 폴더: my-course, 강의라면 my-course/tides",
)
CLI_LANGUAGES = Text(
    en="the languages of a new course, the one you write in first", ko="새 강좌의 언어. 먼저 쓰는 언어를 앞에 둡니다"
)
COURSE_IS_THERE = Text(
    en="{path} is a course already. Name a lesson inside it: tutor new {path}/my-lesson",
    ko="{path}에는 이미 강좌가 있습니다. 그 안의 강의를 적어 주세요: tutor new {path}/my-lesson",
)
NOT_EMPTY = Text(en="{path} is there already and not empty.", ko="{path}: 이미 있고 비어 있지 않습니다.")
BAD_LANGUAGE = Text(
    en="{given} is no language code. Write en, ko, or the like, with commas between.",
    ko="{given}: 언어 코드가 아닙니다. en, ko처럼 쉼표로 나누어 적어 주세요.",
)
COURSE_UNREADABLE = Text(
    en="The course.yaml in {path} cannot be read. `tutor check {path}` says why.",
    ko="{path}의 course.yaml을 읽을 수 없습니다. `tutor check {path}`가 이유를 알려 줍니다.",
)
LANGUAGES_ARE_THE_COURSES = Text(
    en="A lesson has the languages of its course: {languages}. Leave --languages out.",
    ko="강의의 언어는 강좌의 언어와 같습니다({languages}). --languages를 빼 주세요.",
)
BAD_LESSON_NAME = Text(
    en="{given} is no name for a lesson: small letters, digits and single hyphens, as in {example}.",
    ko="{given}: 강의 이름이 될 수 없습니다. {example}처럼 영어 소문자, 숫자, 붙임표로 적어 주세요.",
)
LESSON_IS_THERE = Text(
    en="{path} is there already, or course.yaml has no list of lessons to add it to.",
    ko="{path}: 이미 있거나, course.yaml에 강의 목록이 없습니다.",
)
NEW_NEXT = Text(
    en="\nOpen it:             tutor {path}\nSee changes at once: tutor {path} --watch\nProve it:            tutor check {path}",
    ko="\n열기:               tutor {path}\n고치면서 바로 보기: tutor {path} --watch\n검사하기:           tutor check {path}",
)
CLI_SCHEMA = Text(
    en="Print the JSON Schema of course.yaml, quiz.yaml, glossary.yaml or a lab block, so that an editor completes and checks.",
    ko="course.yaml, quiz.yaml, glossary.yaml, lab 블록의 JSON Schema를 출력합니다. 편집기가 자동 완성과 검사에 씁니다.",
)
CLI_SCHEMA_WHAT = Text(
    en="course, quiz, glossary or lab; without it, one that takes any of them",
    ko="course, quiz, glossary, lab 중 하나. 없으면 어느 것이든 받는 스키마",
)
CLI_WATCH = Text(
    en="for whoever writes the course: follow the files as they are saved; its Python runs as it is saved",
    ko="강좌를 쓰는 사람을 위해, 저장할 때마다 화면을 새로 고칩니다. 강좌의 Python도 저장하는 대로 실행됩니다",
)
CLI_CONVERT = Text(
    en="Turn a swirl lesson (lesson.yaml) or a Markdown page with <quiz> blocks into a lesson, or a lesson into a deck for Anki.",
    ko="swirl 강의(lesson.yaml)나 <quiz> 블록이 있는 Markdown 문서를 강의로, 강의를 Anki 카드로 바꿉니다.",
)
CLI_CONVERT_SOURCE = Text(
    en="a lesson.yaml or a Markdown file; with --to anki, a lesson by id, number or folder",
    ko="lesson.yaml이나 Markdown 파일. --to anki와 함께라면 강의의 id, 번호, 폴더",
)
CLI_INTO = Text(
    en="the course to add the lesson to; without it, a new course named after the lesson",
    ko="강의를 넣을 강좌. 없으면 강의 이름으로 새 강좌를 만듭니다",
)
CLI_TO = Text(en="write the questions of a lesson as an Anki deck", ko="강의의 질문을 Anki 카드 묶음으로 저장합니다")
NOT_CONVERTIBLE = Text(
    en="{path} is neither a swirl lesson nor a Markdown page with <quiz> blocks. {why}",
    ko="{path}: swirl 강의도, <quiz> 블록이 있는 Markdown 문서도 아닙니다. {why}",
)
CONVERTED = Text(
    en="{questions} questions in {steps} steps. To look at: {remarks}",
    ko="질문 {questions}개, 단계 {steps}개. 살펴볼 것: {remarks}",
)
CARDS_WRITTEN = Text(en="{cards} cards in {path}", ko="카드 {cards}장: {path}")
NEEDS_GENANKI = Text(
    en='Writing Anki decks needs one more package: pip install "{distribution}[anki]"',
    ko='Anki 카드를 만들려면 패키지가 하나 더 필요합니다: pip install "{distribution}[anki]"',
)
DECK_IS_NO_TEXT = Text(
    en="A deck is no text for a terminal. Name a file, or send it into one with >.",
    ko="카드 묶음은 화면에 보일 글이 아닙니다. 파일 이름을 적거나 >로 파일에 보내 주세요.",
)
ONLY_ANKI = Text(en="--to takes: anki FILE.apkg", ko="--to에는 anki 파일.apkg를 적어 주세요")
