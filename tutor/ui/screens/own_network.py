"""The learner's own network over the lab on whose data it is trained: its map, its losses, and the film of both."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one

from tutor.render.said import Saying
from tutor.role import Role
from tutor.session.own_network import OwnNetwork
from tutor.session.session import Session
from tutor.session.visit import Visit
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.said import Said
from tutor.ui.widgets.stack import Stack


class OwnNetworkScreen(Dialog[None]):
    """What a training of the learner's makes of the data of a lab."""

    BINDINGS = [
        bind("escape,i,q", "dismiss", "KEY_CLOSE", display="esc"),
    ]

    controls = query_one(Controls)
    said = query_one(Said)

    def __init__(self, session: Session, visit: Visit) -> None:
        """Make the screen of the training that the lab of a visit names."""
        super().__init__()
        self._session = session
        self._visit = visit
        self._network: OwnNetwork | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as dialog:
            dialog.border_title = plain(messages.OWN_NETWORK_TITLE(look_of(self).language))
            with Stack(id="pictures"):
                yield Chart(id="first")
                yield Chart(id="second")
            yield Said()
            yield Controls(lambda: self._session.clock() / 1000)
        yield KeyLine()

    def on_mount(self) -> None:
        # To find what the learner has written, the whole course is read: until then there is the frame.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._network = OwnNetwork(self._session, self._visit, self._show)
        self.controls.show(self._network)
        self._show()
        if self.controls.focusable:
            self.controls.focus()

    def _show(self) -> None:
        network = self._network
        if network is None or self.was_left:
            return
        pictures = network.pictures
        self.query_one(Vertical).set_class(bool(network.rows), "network")
        self.query_one("#pictures").display = bool(network.rows)
        for chart, place in ((self.query_one("#first", Chart), 0), (self.query_one("#second", Chart), 1)):
            chart.drawing = pictures[place] if place < len(pictures) else None
        language = look_of(self).language
        self.said.sayings = (Saying(" ", Role.QUIET, network.says.in_(language), lambda *_: ""),)
        self.controls.update_lines()

    def on_unmount(self) -> None:
        if self._network is not None:
            self._network.leave()

    def look_changed(self) -> None:
        """Show everything in the app's present language and colours."""
        self.query_one(Vertical).border_title = plain(messages.OWN_NETWORK_TITLE(look_of(self).language))
        self._show()
