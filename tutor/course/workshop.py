"""Where the labs of a course's own are: in a worker, which is started when the first of them is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.dataclass import dataclass
from tutor.foreign import ForeignCode

# A course without Python of its own needs none of it.
if TYPE_CHECKING:
    from tutor.lab import Lab
    from tutor.worker.answers import Trouble
    from tutor.worker.forked import Zygote
    from tutor.worker.limits import Guards, Limits
    from tutor.worker.worker import Worker


@dataclass(eq=False)
class Workshop:
    """The labs of one course's own Python."""

    code: ForeignCode
    log: Path | None = None
    """where the author finds the whole story of what went wrong"""
    clock: Callable[[], int] = field(default=lambda: 0)
    """gives milliseconds since 1970, UTC, for the log"""
    limits: Limits | None = None
    guards: Guards | None = None
    zygote: Zygote | None = None
    """the process that has NumPy, where there is one already"""
    _labs: dict[str, Mapping[str, Lab] | Trouble] = field(default_factory=dict)

    def labs_of(self, module: str) -> Mapping[str, Lab] | Trouble:
        """Return the labs of a module by the names they have in it, or why they cannot be had."""
        from tutor.worker.story import Log
        from tutor.worker.there import labs_of

        if module not in self._labs:
            log = Log(self.log, self.clock) if self.log is not None else None
            self._labs[module] = labs_of(self.worker, module, log)
        return self._labs[module]

    @cached_property
    def worker(self) -> Worker:
        """What runs them."""
        from tutor.worker.limits import Guards, Limits
        from tutor.worker.worker import Worker

        return Worker(self.code, limits=self.limits or Limits(), guards=self.guards or Guards(), zygote=self.zygote)

    def close(self) -> None:
        """End all that was started for it; what is asked for next starts it again."""
        if "worker" in self.__dict__:
            self.worker.close()
            self.worker.zygote.close()

    def with_code(self, code: ForeignCode) -> Workshop:
        """Return the workshop of the same course with other code, as its author goes on writing."""
        if code == self.code:
            return self
        zygote = self.worker.zygote if "worker" in self.__dict__ else self.zygote
        return Workshop(code, self.log, self.clock, self.limits, self.guards, zygote)
