"""What a learner is told when the record cannot be kept as it should be. Nothing here stops a lesson."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from tutor.language import Text


class NoticeKind(StrEnum):
    """What is wrong with the record's file."""

    DAMAGED = "damaged"
    """it was put aside and a fresh one begun"""
    NEWER = "newer"
    """a newer version of the tutor wrote it"""
    FOREIGN = "foreign"
    """it is the database of another program, and was not touched"""
    LOCKED = "locked"
    FULL = "full"
    READ_ONLY = "read-only"
    """the file or its folder cannot be written to, or not even made"""
    FAILED = "failed"
    """reading or writing failed in another way"""
    CLOCK = "clock"
    """the computer's clock was set back; everything is saved"""


_WHAT = {
    NoticeKind.DAMAGED: Text(
        en="The record of your answers was damaged. The damaged file is kept as {aside}, and a new record has begun "
        "with what could still be read: answers brought over: {rescued}.",
        ko="답 기록 파일이 손상되어 있었습니다. 손상된 파일은 {aside}에 그대로 두었고, 읽을 수 있는 내용으로 새 기록을 "
        "시작했습니다. 옮겨 온 답: {rescued}개.",
    ),
    NoticeKind.NEWER: Text(
        en="The record {path} was written by a newer tutor. It is shown as it is; to add to it, update the tutor.",
        ko="{path} 기록은 더 새로운 버전의 tutor가 쓴 것입니다. 지금은 보기만 할 수 있습니다. 이어서 쓰려면 tutor를 "
        "업데이트해 주세요.",
    ),
    NoticeKind.FOREIGN: Text(
        en="The file {path} belongs to another program, so it was left alone. Choose another place with --store.",
        ko="{path} 파일은 다른 프로그램의 것이어서 건드리지 않았습니다. --store 옵션으로 다른 위치를 골라 주세요.",
    ),
    NoticeKind.LOCKED: Text(
        en="Another program is holding the record {path}.",
        ko="다른 프로그램이 기록 파일 {path}에 쓰고 있어 기다리는 중입니다.",
    ),
    NoticeKind.FULL: Text(
        en="The disk is full: there is no room left for {path}.",
        ko="디스크에 남은 공간이 없어 {path}에 쓸 수 없습니다.",
    ),
    NoticeKind.READ_ONLY: Text(
        en="The record {path} cannot be written: the folder or the file is read-only.",
        ko="{path}에 쓸 수 없습니다. 폴더나 파일이 읽기 전용입니다.",
    ),
    NoticeKind.FAILED: Text(
        en="{path} cannot be read or written: {detail}.",
        ko="{path} 파일을 읽거나 쓸 수 없습니다: {detail}.",
    ),
    NoticeKind.CLOCK: Text(
        en="This computer's clock was set back. Your answers are saved, in the order in which you gave them.",
        ko="컴퓨터의 시계가 뒤로 돌아갔습니다. 답은 입력한 순서대로 모두 저장되었습니다.",
    ),
}

_WAITING = Text(
    en="Answers kept for now, to be saved with the next one: {waiting}. The lesson goes on.",
    ko="우선 보관해 두었다가 다음 답과 함께 저장할 답: {waiting}개. 수업은 계속할 수 있습니다.",
)


class StoreNotice(NamedTuple):
    """Something about the record that the learner should know. The lesson goes on."""

    kind: NoticeKind
    path: Path
    aside: Path | None = None
    """where a damaged file was put"""
    rescued: int = 0
    """how many attempts were read out of a damaged file"""
    waiting: int = 0
    """how many attempts are in memory only, to be written with the next one"""
    detail: str = ""
    """the system's own words"""

    @property
    def saved(self) -> bool:
        """Whether everything recorded so far is safely in the file all the same."""
        return self.kind in (NoticeKind.DAMAGED, NoticeKind.CLOCK) and not self.waiting

    def say(self, language: str) -> str:
        """Return the notice in words."""
        what = _WHAT[self.kind](
            language, path=self.path, aside=self.aside, rescued=self.rescued, detail=self.detail or self.kind
        )
        return f"{what} {_WAITING(language, waiting=self.waiting)}" if self.waiting else what


TROUBLE = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite can raise. The second comes of a message that quotes a damaged name."""


def kind_of(error: sqlite3.Error | UnicodeDecodeError) -> NoticeKind:
    """Return what an SQLite error means for a learner."""
    if isinstance(error, UnicodeDecodeError):
        return NoticeKind.DAMAGED
    # Errors that Python raises on its own ("Cannot operate on a closed database") carry no name.
    name: str = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")):
        return NoticeKind.LOCKED
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return NoticeKind.DAMAGED
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return NoticeKind.READ_ONLY
    if name.startswith("SQLITE_FULL"):
        return NoticeKind.FULL
    return NoticeKind.FAILED
