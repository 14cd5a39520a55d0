"""What an exercise's right and wrong programs compute: worked out once, and kept by whoever asks for verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Any

from tutor.course.programs.cases import Range, cases_of
from tutor.course.programs.compare import Values, all_same, lead_of, may_be_same, numbers_of, same, scale_of, values_of
from tutor.course.programs.exercise import Exercise, Slip
from tutor.course.programs.faults import NotRunError
from tutor.course.programs.mutation import FEWEST_RUN, MOST_RUN, MOST_TWICE, ORDER, Mutant, mutants_of, some_of
from tutor.course.programs.reading import Spot, names_read, parse
from tutor.dataclass import dataclass
from tutor.namedtuple import NamedTuple
from tutor.program import LONGEST_SOURCE, SECONDS, Case, Fault, Job, RunProgram

_TOGETHER = 40
"""How many wrong programs are run in one job at most; where one of them takes the job down, only these are lost."""
_LONGEST = LONGEST_SOURCE - 2_000
"""Characters that they have together at most."""
_BRIEF = 4
"""So many times as many of them can be run on the quickest data alone."""
_MOST_IN_FULL = 40
"""of those that are tried on all data for one verdict"""
_FIRST = {"mean_sum": 2, "sign": 1}
"""The slips that most often come with another one, and of how many programs with each of them that is tried."""


_OF_MATRICES = ("matrix", "transposed")
"""Kinds of slips that are said only where a matrix is given: a right program can make some of its own of numbers."""


class BrokenExerciseError(Exception):
    """The solution itself does not run."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.kind} {fault.type} {fault.message} (line {fault.line})")
        self.fault = fault


class Known(NamedTuple):
    """What a wrong program gives."""

    kind: str
    source: str
    values: Values
    lead: float
    """the first number of them"""


@dataclass(frozen=True, eq=False)
class Key:
    """An exercise at one question's values, with all that its right and wrong programs give there. It runs nothing
    before it is asked, and each program once."""

    exercise: Exercise
    cases: tuple[Case, ...]
    run: RunProgram
    names: Mapping[str, Any]
    modules: Mapping[str, str]

    @classmethod
    def of(
        cls,
        exercise: Exercise,
        names: Mapping[str, Any],
        run: RunProgram,
        *,
        ranges: Mapping[str, Range] | None = None,
        modules: Mapping[str, str] | None = None,
    ) -> Key:
        """Return the key of an exercise.

        Args:
            names: the readouts and the parameters of its lab, at the question's values.
            ranges: the lowest and highest value of arguments that are called at several places (`cases_of`).
            modules: programs that it can import, by name.

        Raises:
            LookupError: an argument or a given name has no value.
        """
        return cls(exercise, cases_of(exercise, names, ranges or {}), run, names, modules or {})

    def job(self, source: str) -> Job:
        """Return the job that tries a program on all data."""
        return Job(source, self.exercise.function, self.cases, self.modules, self.exercise.seconds)

    @cached_property
    def wanted(self) -> Values:
        """What right programs give.

        Raises:
            NotRunError: the solution could not be started.
            BrokenExerciseError: the solution does not run.
        """
        ran = self.run(self.job(self.exercise.solution))
        if ran.fault is not None and ran.fault.kind == "start":
            raise NotRunError.of(ran.fault)
        if ran.fault is not None:
            raise BrokenExerciseError(ran.fault)
        return values_of(ran.returned)

    @cached_property
    def scale(self) -> float:
        """The largest size among the wanted numbers, against which rounding is measured."""
        return scale_of(self.wanted)

    @cached_property
    def names_needed(self) -> frozenset[str]:
        """The arguments and given names that every right program reads."""
        trees = [parse(source) for source in (self.exercise.solution, *self.exercise.also)]
        read = [names_read(tree) for tree in trees if not isinstance(tree, Spot)]
        return frozenset({*self.exercise.arguments, *self.exercise.given}).intersection(*read)

    @cached_property
    def slips(self) -> tuple[tuple[Slip, Values], ...]:
        """The author's wrong programs with what they give; one that gives the answer on all data is none."""
        written = [slip for slip in self.exercise.slips if slip.source]
        found = []
        for slip, values in zip(written, self._given_by([slip.source for slip in written]), strict=True):
            if values is not None and not all_same(self.wanted, values, self.scale):
                found.append((slip, values))
        return tuple(found)

    def _given_by(self, sources: Sequence[str]) -> Iterator[Values | None]:
        """Yield what each of some programs gives, None for one that fails; as far as they can, they run together."""
        for some in _parcels(sources):
            for source, values in zip(some, self._together(some), strict=True):
                if values is None:
                    ran = self.run(self.job(source))
                    values = None if ran.fault is not None else values_of(ran.returned)
                yield values

    @cached_property
    def readout_slips(self) -> tuple[tuple[Slip, Any], ...]:
        """The author's wrong readouts with their values, which the first call of the lab's own case has to give."""
        first = self.wanted[0][0]
        given = [(slip, self.names[slip.readout]) for slip in self.exercise.slips if slip.readout in self.names]
        return tuple((slip, value) for slip, value in given if not same(first, value, self.scale))

    @cached_property
    def brief(self) -> Key:
        """The key on which wrong programs are told apart: where they take long, on their quickest data alone."""
        if self.exercise.seconds <= SECONDS or len(self.cases) == 1:
            return self
        return replace(self, cases=(self.cases[self._quickest],))

    @property
    def _quickest(self) -> int:
        """The place of the case in which programs go round least often, as the whole numbers in it say."""
        return min(range(len(self.cases)), key=lambda at: _rounds(self.cases[at]))

    def part(self, values: Values) -> Values:
        """Return what of some values the brief key knows."""
        return values if self.brief is self else (values[self._quickest],)

    def in_full(self, known: Sequence[Known]) -> tuple[Known, ...]:
        """Return programs of the brief key with what they give on all data."""
        if self.brief is self:
            return tuple(known)
        new = [one for one in known if one.source not in self._full]
        self._full.update(dict.fromkeys([one.source for one in new]))
        self._full.update({one.source: one for one in self._run(new)})
        return tuple(full for full in (self._full[one.source] for one in known) if full is not None)

    @cached_property
    def _full(self) -> dict[str, Known | None]:
        """The programs of the brief key that were run on all data, by their source; None for those that fail there."""
        return {}

    def confirmed(self, holds: Callable[[Key, Known, Values], bool], values: Values) -> tuple[Known, ...]:
        """Return the wrong programs for which something holds on the brief key, with what they give on all data.

        Whoever asks still has to see that it holds there too.
        """
        brief, part = self.brief, self.part(values)
        found = [known for known in brief.mutants if holds(brief, known, part)]
        return tuple(found) if brief is self else self.in_full(found[:_MOST_IN_FULL])

    def giving(self, values: Values) -> list[Known]:
        """Return the wrong programs made of the right ones that give these values."""
        lead = lead_of(self.part(values))

        def is_alike(brief: Key, known: Known, part: Values) -> bool:
            return may_be_same(known.lead, lead, brief.scale) and all_same(known.values, part, brief.scale)

        alike = self.confirmed(is_alike, values)
        if self.brief is self:
            return list(alike)
        return [known for known in alike if all_same(known.values, values, self.scale)]

    @cached_property
    def mutants(self) -> tuple[Known, ...]:
        """What wrong programs made of the right ones give, those of the likeliest kind first."""
        wrong = [
            one
            for one, is_right in zip(self._tried, self._are_right, strict=True)
            if not is_right and (one.kind not in _OF_MATRICES or self._has_matrices)
        ]
        return tuple(sorted(wrong, key=lambda one: ORDER.index(one.kind)))

    @property
    def _has_matrices(self) -> bool:
        """Whether a program is given some array of rows and columns."""
        given = [value for case in self.cases for value in (*case.given.values(), *case.calls[0])]
        return any(array is not None and array.ndim > 1 for array in map(numbers_of, given))

    @cached_property
    def surviving(self) -> tuple[Known, ...]:
        """The programs made of the right ones by a change, which give the answer on all data all the same.

        Some of them are right, only written in another way; the others show what the data cannot tell apart.
        """
        if self.brief is self:
            return tuple(one for one, is_right in zip(self._tried, self._are_right, strict=True) if is_right)
        tried = self.in_full(self.brief.surviving)
        return tuple(one for one in tried if all_same(self.wanted, one.values, self.scale))

    @cached_property
    def twice_changed(self) -> tuple[tuple[str, Known], ...]:
        """What wrong programs give that have two slips, the first of the likeliest kinds: its kind, and the program."""
        found: list[tuple[str, Known]] = []
        if self.exercise.seconds > SECONDS:
            return ()
        for kind, most in _FIRST.items():
            first = [one for one in self.mutants if one.kind == kind][:most]
            changed = [
                some_of(mutants_of(replace(self.exercise, solution=one.source, also=())), MOST_TWICE) for one in first
            ]
            found.extend((kind, known) for some in changed for known in self._run(some))
        return tuple(found)

    @cached_property
    def _tried(self) -> tuple[Known, ...]:
        most = max(FEWEST_RUN, min(MOST_RUN, round(_BRIEF * MOST_RUN * SECONDS / self.exercise.seconds)))
        return self._run(some_of(mutants_of(self.exercise), most))

    @cached_property
    def _are_right(self) -> tuple[bool, ...]:
        """Of each of the programs that are tried, whether it gives the answer."""
        return tuple(all_same(self.wanted, one.values, self.scale) for one in self._tried)

    def _run(self, mutants: Sequence[Mutant | Known]) -> tuple[Known, ...]:
        """Return what programs give; those that fail are left out."""
        given = chain.from_iterable(map(self._together, _parcels([one.source for one in mutants])))
        return tuple(
            Known(one.kind, one.source, values, lead_of(values))
            for one, values in zip(mutants, given, strict=True)
            if values is not None
        )

    def right_too(self, programs: Sequence[Known]) -> tuple[bool, ...]:
        """Return of each program whether it gives the answer on all data; one that fails counts as if it did."""
        given = chain.from_iterable(map(self._together, _parcels([one.source for one in programs])))
        return tuple(values is None or all_same(self.wanted, values, self.scale) for values in given)

    def _together(self, sources: Sequence[str]) -> Sequence[Values | None]:
        """Return what a few programs give that are run as one; None for one that fails, and for all if one ends it."""
        ran = self.run(self.job(_together(sources, self.exercise.function)))
        if ran.fault is not None:
            return [None] * len(sources)
        given = [call.value for case in ran.returned for call in case]
        if not all(type(value) is list and len(value) == len(sources) for value in given):
            # Together they give more than one job can give back.
            half = len(sources) // 2
            return [*self._together(sources[:half]), *self._together(sources[half:])] if half else [None]
        found: list[Values | None] = []
        for at in range(len(sources)):
            values = tuple(tuple(call.value[at] for call in case) for case in ran.returned)
            found.append(None if any(value is None for case in values for value in case) else values)
        return found


def _rounds(case: Case) -> int:
    values = (*case.given.values(), *case.calls[0])
    return sum(value for value in values if isinstance(value, int) and value > 1)


def _parcels(sources: Sequence[str]) -> Iterator[list[str]]:
    """Yield the programs in as few parcels as one job each can take."""
    parcel: list[str] = []
    length = 0
    for source in sources:
        size = len(repr(source)) + 2
        if parcel and (len(parcel) == _TOGETHER or length + size > _LONGEST):
            yield parcel
            parcel, length = [], 0
        parcel.append(source)
        length += size
    if parcel:
        yield parcel


def _together(sources: Sequence[str], function: str) -> str:
    """Return one program that gives what many give, in a list: None for one that fails."""
    return f"""\
import copy
import numpy as np
_found = dict(globals())
_functions = []
for _source in {list(sources)!r}:
    _names = {{name: copy.deepcopy(one) if isinstance(one, np.ndarray) else one for name, one in _found.items()}}
    exec(_source, _names)
    _functions.append(_names[{function!r}])
def {function}(*args):
    values = []
    with np.errstate(all="ignore"):
        for function in _functions:
            try:
                values.append(function(*copy.deepcopy(args)))
            except Exception:
                values.append(None)
    return values
"""
