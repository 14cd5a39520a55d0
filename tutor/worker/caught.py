"""In the worker: taking whatever code that is not ours raises."""

from __future__ import annotations

from types import TracebackType


class Caught:
    """Takes whatever is raised inside, of any class: the code of a course may raise all there is."""

    def __init__(self) -> None:
        self.error: BaseException | None = None

    def __enter__(self) -> Caught:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.error = error
        return True
