"""The languages that a learner can choose from: those of the course, whatever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from tutor.ui.keys import TO_LANGUAGE

if TYPE_CHECKING:
    from tutor.render.look import Look
    from tutor.session.session import Session


class SpeakingApp(App[None]):
    """An app that goes round the languages of its course, and the one it was opened in where that is another."""

    look: Look
    session: Session
    opened_in = ""
    """the language it was opened in"""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages to choose from."""
        own = self.session.course.languages
        return own if self.opened_in in own else (*own, self.opened_in)

    @property
    def next_language(self) -> str:
        """The language after the present one."""
        languages = self.languages
        at = languages.index(self.look.language) if self.look.language in languages else -1
        return languages[(at + 1) % len(languages)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action can be done: where there is one language, there is no other to go on to."""
        if action == "switch_language" and len(self.languages) == 1:
            return False
        return super().check_action(action, parameters)

    def message_of(self, action: str) -> str:
        """Return what the key of an action does, where that changes: it names the language it leads to."""
        return TO_LANGUAGE + self.next_language if action == "switch_language" else ""
