"""The commands of the dialogue: what is typed for each, in English and in Korean, and what it does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from enum import Enum

from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.plain import messages
from tutor.session.words import folded

PREFIX = "/"
"""Before a command where every line is an answer; it may stand there anywhere."""


SPACE = ("space", "스페이스")


class Command(Enum):
    """A command: its words by language, the one to be told first, and what it does.

    Among the others are the keys of the full screen, which the texts of a course name: "Press space".
    """

    HELP = ("help ?", "도움말", messages.DOES_HELP)
    QUIT = ("quit exit q", "끝 종료 나가기", messages.DOES_QUIT)
    NEXT = ("next skip n", "다음 건너뛰기", messages.DOES_NEXT)
    BACK = ("back previous p", "이전 뒤로", messages.DOES_BACK)
    READ = ("read", "읽기", messages.DOES_READ)
    QUESTION = ("question", "질문", messages.DOES_QUESTION)
    HINT = ("hint h", "힌트", messages.DOES_HINT)
    ANSWER = ("answer a", "답", messages.DOES_ANSWER)
    AGAIN = ("again r", "다시", messages.DOES_AGAIN)
    WORKING = ("working w", "계산 풀이", messages.DOES_WORKING)
    CHECK = ("check", "확인", messages.DOES_CHECK)
    UNDO = ("undo u", "되돌리기", messages.DOES_UNDO)
    RESET = ("reset", "처음값", messages.DOES_RESET)
    STATE = ("state", "상태", messages.DOES_STATE)
    SETTINGS = ("settings x", "설정값", messages.DOES_SETTINGS)
    TABLE = ("table numbers", "표 숫자", messages.DOES_TABLE)
    PLAY = ("play space", "재생 스페이스", messages.DOES_PLAY)
    STEP = ("step", "걸음", messages.DOES_STEP)
    POINT = ("point o", "점", messages.DOES_POINT)
    CODE = ("code c", "코드", messages.DOES_CODE)
    OWN = ("own i", "내코드", messages.DOES_OWN)
    SHARE = ("share y", "공유", messages.DOES_SHARE)
    WRITE = ("write", "쓰기", messages.DOES_WRITE)
    EDIT = ("edit", "편집", messages.DOES_EDIT)
    LINE = ("line", "줄", messages.DOES_LINE)
    RUN = ("run", "실행", messages.DOES_RUN)
    PROGRAM = ("program", "프로그램", messages.DOES_PROGRAM)
    BLANKS = ("blanks", "빈칸", messages.DOES_BLANKS)
    START = ("start", "처음코드", messages.DOES_START)
    PICTURE = ("picture", "그림", messages.DOES_PICTURE)
    STOP = ("stop", "그만", messages.DOES_STOP)
    LATER = ("later", "미루기", messages.DOES_LATER)
    MINUTES = ("minutes", "시간", messages.DOES_MINUTES)
    TAUGHT = ("taught", "배운곳", messages.DOES_TAUGHT)
    TASK = ("task", "과제", messages.DOES_TASK)
    PRACTISE = ("practise practice", "연습", messages.DOES_PRACTISE)
    REVIEW = ("review v", "복습", messages.DOES_REVIEW)
    TEST = ("test t", "확인문제", messages.DOES_TEST)
    WORDS = ("words d", "용어들 용어목록", messages.DOES_WORDS)
    WORD = ("word", "용어 단어", messages.DOES_WORD)
    FIND = ("find", "찾기", messages.DOES_FIND)
    NOTE = ("note e", "메모", messages.DOES_NOTE)
    NOTES = ("notes", "메모들 메모목록", messages.DOES_NOTES)
    BOOKMARK = ("bookmark mark m", "책갈피", messages.DOES_BOOKMARK)
    MAP = ("map", "지도", messages.DOES_MAP)
    ABOUT = ("about", "소개", messages.DOES_ABOUT)
    GO = ("go", "가기", messages.DOES_GO)
    PROGRESS = ("progress g", "진도", messages.DOES_PROGRESS)
    PLAYGROUND = ("playground", "놀이터", messages.DOES_PLAYGROUND)
    CLOSING = ("closing", "마무리", messages.DOES_CLOSING)
    LANG = ("lang l", "언어", messages.DOES_LANG)
    SURE = ("sure", "확신", messages.DOES_SURE)
    REMEMBER = ("remember", "기억", messages.DOES_REMEMBER)

    def __init__(self, english: str, korean: str, does: Text) -> None:
        self.words: dict[str, tuple[str, ...]] = {"en": tuple(english.split()), "ko": tuple(korean.split())}
        self.does = does

    def word(self, language: str) -> str:
        """Return what is typed for it."""
        return self.words.get(language, self.words["en"])[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """What of it is a key of the full screen: a letter, or the space."""
        return tuple(word for word in self.all_words if word in SPACE or (word.isascii() and len(word) == 1))

    @property
    def all_words(self) -> tuple[str, ...]:
        """What can be typed for it, in every language."""
        return tuple(word for words in self.words.values() for word in words)


TAKES_WORDS = frozenset(
    (Command.STEP, Command.POINT, Command.LINE, Command.WORD, Command.FIND, Command.NOTE, Command.GO, Command.LANG,
     Command.TABLE, Command.TEST, Command.CODE, Command.ABOUT)
)  # fmt: skip
"""The commands that are followed by something. Any other is the whole line."""


class Given(NamedTuple):
    """A command as it was typed."""

    command: Command
    rest: str
    """the words behind it"""


def command_in(line: str, live: Iterable[Command]) -> Given | None:
    """Return the command that a line is, among those that can be typed now; None where it is none."""
    text = line.strip().removeprefix(PREFIX).strip()
    first, _, rest = text.partition(" ")
    if rest.lstrip().startswith(("=", ":=")):
        # A parameter may be called as a command is.
        return None
    for command in live:
        if folded(first) in command.all_words and (not rest or command in TAKES_WORDS):
            return Given(command, rest.strip() if command is not Command.LINE else rest)
    return None


def nearest_to(line: str, live: Iterable[Command], language: str) -> str:
    """Return the word of the command that was probably meant; "" where none is near."""
    first = folded(line.strip().removeprefix(PREFIX).strip().partition(" ")[0])
    # Letter by letter in Korean too: 힌드 is near to 힌트.
    words = {
        unicodedata.normalize("NFD", word): (word, command)
        for command in live
        for word in command.all_words
        if len(word) > 1 or not word.isascii()
    }
    near = get_close_matches(unicodedata.normalize("NFD", first), sorted(words), n=1, cutoff=0.6)
    if not near:
        return ""
    word, command = words[near[0]]
    return word if word in command.words.get(language, ()) else command.word(language)
