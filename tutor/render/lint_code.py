"""Proves the code that a lab's author gives for a readout: run as a learner would run it, it gives the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint.places import at_the_ends
from tutor.course.live import LiveError, write
from tutor.course.model import LabUse
from tutor.course.programs.scratch import SECONDS, job_of_last, telling_last
from tutor.course.source import Findings
from tutor.lab import Readout, Result, Values
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.program import Case, Fault, Job, Other, RunProgram
from tutor.render.snippet import is_known, snippet_of


class _Told(NamedTuple):
    """A readout with code, at one setting of its lab."""

    use: LabUse
    name: str
    readout: Readout
    source: str
    """the program that the code becomes; "" for none"""


def lint_code(uses: Sequence[LabUse], labs: Labs, run_program: RunProgram, findings: Findings) -> None:
    """Note each readout of a lab whose code does not give its value in one of the steps that use it, once."""
    every = [told for use in uses for told in _told(use, labs)]
    # The same program is the same wherever it stands; and many that are run as one cost little more than one.
    known = {(told.name, told.source): told for told in reversed(every) if told.source}
    right: set[tuple[str, str]] = set()
    for some in _parcels(list(known)[::-1], _TOGETHER):
        right.update(_right_of({one: known[one] for one in some}, run_program))
    noted: set[str] = set()
    for told in every:
        if told.name in noted or (told.name, told.source) in right:
            continue
        amiss = _amiss(told.source, told.readout, run_program) if told.source else _NO_PROGRAM
        if amiss is not None:
            noted.add(told.name)
            place = labs.place_of(told.use.lab, told.readout.code) or told.use.place or Place("", 1)
            lab, name = told.use.lab.name, told.name
            findings.error(place, "code-differs", _CODE, name=name, lab=lab, amiss=amiss)


def _told(use: LabUse, labs: Labs) -> Iterator[_Told]:
    """Yield every readout with code of a lab in a step."""
    for values, result in _results(use, labs):
        for name, readout in result.readouts.items():
            if readout.code and is_known(readout.value):
                snippet = snippet_of(name, use.lab, values, result)
                yield _Told(use, name, readout, snippet.source if snippet is not None else "")


_TOGETHER = 12
"""How many programs are run as one at most."""

Proved = TypeVar("Proved")


def _parcels(items: Sequence[Proved], most: int) -> Iterator[Sequence[Proved]]:
    """Yield the items, so many at a time."""
    for first in range(0, len(items), most):
        yield items[first : first + most]


def _right_of(known: Mapping[Proved, _Told], run_program: RunProgram) -> Iterator[Proved]:
    """Yield those that give their readout when they are run as one; what is wrong with another it says alone."""
    sources = [telling_last(told.source) for told in known.values()]
    ran = run_program(Job(_TELL_ALL.format(sources=sources), "tell_all", (Case({}, ((),)),), seconds=SECONDS))
    values = ran.returned[0][0].value if ran.fault is None and ran.returned and ran.returned[0] else None
    if isinstance(values, list) and len(values) == len(known):
        for (one, told), value in zip(known.items(), values, strict=True):
            if value is not None and _written(told.readout, value) == _written(told.readout, told.readout.value):
                yield one


_TELL_ALL = """\
import numpy as np
def tell_all():
    told = []
    for source in {sources!r}:
        names = {{"np": np}}
        try:
            exec(source, names)
            told.append(names["_tell_last"]())
        except Exception:
            told.append(None)
    return told
"""


_CODE = Text(
    en="The code of the readout {name!r} of {lab} {amiss}.", ko="{lab} 실험의 측정값 {name!r}의 코드: {amiss}."
)
_NO_PROGRAM = Text(
    en="becomes no short program: it names something that is no parameter, no readout, no number and no function that "
    "the lab reads",
    ko="짧은 프로그램으로 만들 수 없습니다. 매개변수도 측정값도 수도 아니고 실험이 읽는 함수도 아닌 이름이 있습니다",
)
_FAILS = Text(en="fails: {said}", ko="실행할 수 없습니다({said})")
_GIVES = Text(en="gives {given}, not {wanted}", ko="{wanted}이(가) 나와야 하는데 {given}이(가) 나옵니다")


def _results(use: LabUse, labs: Labs) -> Iterator[tuple[Values, Result]]:
    """Yield what the lab of a step gives as it is set there, and at the ends of what can be moved."""
    for values, result in labs.run_all(use.lab, (use.values, *at_the_ends(use.lab, use.values, use.show))):
        if isinstance(result, Result):
            yield use.lab.check(values), result


def _amiss(source: str, readout: Readout, run_program: RunProgram) -> Text | None:
    """Return what is wrong with a program that is to give a readout; None where nothing is, or nothing can be run."""
    ran = run_program(job_of_last(source))
    if ran.fault is not None:
        return None if ran.fault.kind == "start" else _FAILS.filled(said=_said_of(ran.fault))
    value = ran.returned[0][0].value
    wanted, given = _written(readout, readout.value), _written(readout, value)
    return None if given == wanted else _GIVES.filled(given=given, wanted=wanted)


def _written(readout: Readout, value: Any) -> str:
    """Return a value as the screen has it: that is how exactly it has to be the same."""
    if isinstance(value, Other):
        return value.shown
    if isinstance(readout.value, str):
        return str(value)
    own = np.asarray(readout.value)
    try:
        alike = np.asarray(value).astype(own.dtype) if own.dtype.kind in "biuf" else np.asarray(value)
        return write(alike if alike.ndim else alike.item(), readout.format, "en")
    except (LiveError, TypeError, ValueError):
        return str(value)


def _said_of(fault: Fault) -> str:
    return f"{fault.type}: {fault.message}" if fault.message else fault.type or fault.kind
