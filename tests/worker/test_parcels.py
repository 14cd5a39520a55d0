"""What a lab is and gives comes through the wire as it went in, whatever lab of the course it is."""

from __future__ import annotations

import pytest

from tests.every_lab import LABS
from tests.walks import some_now
from tutor.lab import AnyParameter, Board, Choice, Past
from tutor.worker.parcels import LAB, RESULT, Described
from tutor.worker.wire import MalformedError, Reader, frame

from .same import difference, settings


@some_now("count", [2, 8], [2])
@pytest.mark.parametrize("name", LABS)
def test_every_result_comes_through_as_it_is(name: str, count: int) -> None:
    lab = LABS[name]
    for values in settings(lab, count, seed=sum(map(ord, name))):
        result = lab(**values)
        (data,) = Reader().feed(frame(RESULT.pack(result, "result")))
        assert "" == difference(result, RESULT.unpack(data, "result")), values


@pytest.mark.parametrize("name", LABS)
def test_what_a_lab_is_comes_through_as_it_is(name: str) -> None:
    described = Described(dict(LABS[name].parameters), (), True)
    (data,) = Reader().feed(frame(LAB.pack(described, "lab")))
    assert described == LAB.unpack(data, "lab")


@pytest.mark.parametrize(
    "parameters",
    [
        {"own": Board(low=-1, high=1, step=0.1, of="data", option="own")},
        {"data": Choice("a", options={"a": "a"}), "own": Board(low=-1, high=1, step=0.1, of="data", option="own")},
        {"own": Board("1:7,7", low=-1, high=1, step=0.1)},
        {"own": Board("1:0.123,0", low=-1, high=1, step=0.1)},
        {"own": Board("code()", low=-1, high=1, step=0.1)},
        {"own": Board(low=1, high=-1, step=0.1)},
        {"own": Board(low=-1, high=1, step=0.0)},
        {"own": Board(low=-1, high=1, step=1e-12)},
        {"past": Past(of="frame", keeps=("rate",))},
    ],
    ids=repr,
)
def test_what_contradicts_itself_does_not_come_through(parameters: dict[str, AnyParameter]) -> None:
    with pytest.raises(MalformedError):
        (data,) = Reader().feed(frame(LAB.pack(Described(parameters, (), False), "lab")))
        LAB.unpack(data, "lab")
