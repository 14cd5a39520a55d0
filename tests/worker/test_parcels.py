"""What a lab gives comes through the wire as it went in, whatever lab of the course it is."""

from __future__ import annotations

import pytest

from tutor.worker.parcels import RESULT
from tutor.worker.wire import Reader, frame

from .same import LABS, difference, settings


@pytest.mark.parametrize("name", LABS)
def test_every_result_comes_through_as_it_is(name: str) -> None:
    lab = LABS[name]
    for values in settings(lab, 8, seed=sum(map(ord, name))):
        result = lab(**values)
        (data,) = Reader().feed(frame(RESULT.pack(result, "result")))
        assert "" == difference(result, RESULT.unpack(data, "result")), values
