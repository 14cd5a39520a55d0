"""A part of the dialogue: what takes the lines that are typed while it lasts."""

from __future__ import annotations

from abc import ABC, abstractmethod

from tutor.plain.commands import PREFIX, Command
from tutor.plain.desk import Doing
from tutor.plain.refusals.why import Here
from tutor.session.answering import Answering
from tutor.session.visit import Visit


class Talk(ABC):
    """The map, a lesson, a review."""

    @abstractmethod
    def arrive(self) -> None:
        """Say where one is and what there is to do."""

    @abstractmethod
    def take(self, line: str) -> bool:
        """Take a line that is no command; return whether it means something here."""

    @abstractmethod
    def doing(self) -> Doing:
        """Return what can be done here now."""

    def set(self, line: str) -> bool:  # noqa: ARG002 - on a map there is nothing to set
        """Set a parameter as a line says, whatever else is taken here; return whether there is a lab for it."""
        return False

    @property
    def takes_all(self) -> bool:
        """Whether every line is an answer, so that a command needs a sign before it."""
        return False

    def typed(self, command: Command, language: str) -> str:
        """Return what is typed for a command here."""
        return f"{PREFIX if self.takes_all else ''}{command.word(language)}"

    def here(self) -> Here:
        """Return what is here, on which it hangs why something cannot be done."""
        return Here()

    def say_how(self) -> None:
        """Say how the open question is answered, where there is one."""
        return

    def say_slash(self) -> None:
        """Say that a command has a sign before it, where every line is an answer."""
        return

    def leave_question(self) -> bool:
        """Let the open question be; return whether there was one."""
        return False

    def keep(self, *, active: bool) -> None:  # noqa: ARG002 - a map keeps nothing
        """Keep where the learner is; `active` says whether they were there since the last time."""
        return

    def leave(self) -> None:
        """Want no more of it."""
        return


class Silent:
    """Is told of what changes and says nothing: the dialogue says what has come of a line once it is worked out."""

    def lab_changed(self, visit: Visit) -> None:
        """Say nothing."""

    def question_changed(self, visit: Visit, answering: Answering) -> None:
        """Say nothing."""

    def sketch_changed(self, visit: Visit, answering: Answering) -> None:
        """Say nothing."""
