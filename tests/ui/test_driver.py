"""The driver, without an app."""

from __future__ import annotations

import os
import pty

from tutor.ui.terminal.driver import TerminalDriver


def test_a_terminal_that_is_gone_is_no_fault_when_it_wakes_the_tutor_for_the_last_time() -> None:
    """As where the window is closed: the system sends SIGHUP, and SIGCONT so that it is heard."""
    driver = object.__new__(TerminalDriver)
    ours, theirs = pty.openpty()
    driver.fileno, driver._auto_restart, driver.is_on = theirs, True, True
    os.close(ours)
    try:
        driver._sigcont_application()
    finally:
        os.close(theirs)
    assert driver.is_on
