"""What a learner's program gives back is what it gives anywhere, and of what goes wrong it is said what and where."""

from __future__ import annotations

import base64
import contextlib
import inspect
import os
import random
import threading
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.ordeal.worker import mutated
from tutor.program import LONGEST_SOURCE, Case, Fault, FaultKind, Job, Other, Ran, Returned
from tutor.worker.arrays import pack_array
from tutor.worker.forms import Form
from tutor.worker.limits import Guards, Limits
from tutor.worker.programs import Programs
from tutor.worker.progress import Progress, compiled
from tutor.worker.values import JOB, RAN
from tutor.worker.wire import MalformedError, Reader, frame

from .learner import CALLS, GIVEN, PATIENCE, WRITTEN, X, Y, job, job_for
from .same import difference

PATIENT = Limits(grace=30.0)
"""However slow the machine is, a program that hears its alarm says itself where it was."""
KINDS: Mapping[str, Mapping[int, FaultKind]] = {
    "cost": {3: "raised", 6: "syntax", 15: "raised", 16: "raised", 19: "syntax"},
    "bce": {8: "raised", 9: "raised", 10: "raised", 11: "raised", 19: "raised"},
    "step": {15: "raised", 19: "syntax"},
    "layer": {3: "raised", 4: "raised", 5: "raised", 14: "raised", 15: "raised", 16: "syntax", 18: "raised"},
    "softmax": {3: "raised", 4: "raised"},
}
"""By hand: which of the wrong programs, counted from 0, cannot be read or run. The others give something back."""
CHANGES = {("bce", 16): ("p",), ("softmax", 6): ("z",)}
"""By hand: which of them change in place what they are given."""
ALL = [
    (exercise, kind, number)
    for exercise, programs in WRITTEN.items()
    for kind in ("right", "wrong")
    for number in range(len(programs[kind]))
]


@pytest.fixture(scope="module")
def a_process_each() -> Iterator[Programs]:
    with contextlib.closing(Programs(limits=PATIENT)) as made:
        yield made


@pytest.fixture(scope="module")
def one_process() -> Iterator[Programs]:
    with contextlib.closing(Programs(limits=PATIENT, keeps=True)) as made:
        yield made


@pytest.fixture(scope="module", params=["a_process_each", "one_process"])
def programs(request: pytest.FixtureRequest) -> Programs:
    made: Programs = request.getfixturevalue(request.param)
    return made


def given_by(programs: Programs, source: str, *call: Any, **fields: Any) -> Any:
    """Return what one call gives back."""
    ran = programs.run(job(source, call, **fields))
    assert ran.fault is None
    ((returned,),) = ran.returned
    return returned.value


def fault_of(programs: Programs, source: str, *call: Any, **fields: Any) -> Fault:
    fault = programs.run(job(source, call, **fields)).fault
    assert fault is not None
    return fault


def plainly(exercise: str, source: str) -> list[Any]:
    """Return what the calls of a program give without any of this."""
    names: dict[str, Any] = {"np": np, **{name: value.copy() for name, value in GIVEN.get(exercise, {}).items()}}
    with np.errstate(all="ignore"), contextlib.redirect_stdout(None):
        exec(source, names)
        return [names[exercise](*(np.copy(v) if np.ndim(v) else v for v in call)) for call in CALLS[exercise]]


# -- what it gives back -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("exercise", "kind", "number"), ALL)
def test_a_program_gives_what_it_gives_anywhere(programs: Programs, exercise: str, kind: str, number: int) -> None:
    source = WRITTEN[exercise][kind][number]
    ran = programs.run(job_for(exercise, source))
    expected = KINDS[exercise].get(number) if kind == "wrong" else None
    if expected:
        assert ran.fault is not None
        assert (expected, True) == (ran.fault.kind, ran.fault.line > 0)
        return
    assert ran.fault is None
    changed = CHANGES.get((exercise, number), ()) if kind == "wrong" else ()
    for value, returned in zip(plainly(exercise, source), *ran.returned, strict=True):
        assert "" == difference(value, returned.value)
        assert np.asarray(value).dtype == np.asarray(returned.value).dtype
        assert changed == returned.changed


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2", 2),
        ("True", True),
        ("None", None),
        ("'한글'", "한글"),
        ("float('nan')", float("nan")),
        ("-np.inf", float("-inf")),
        ("np.float32(0.5)", 0.5),
        ("np.int8(5)", 5),
        ("np.bool_(True)", True),
        ("np.longdouble(2)", 2.0),
        ("(1, [2.5, None], {'a': 'b'})", (1, [2.5, None], {"a": "b"})),
        ("np.float32([1, 2])", np.float32([1, 2])),
        ("np.eye(2, dtype=bool)", np.eye(2, dtype=bool)),
        ("np.array(3.0)", np.array(3.0)),
        ("np.zeros((0, 3))", np.zeros((0, 3))),
        ("np.longdouble([1, 2])", np.array([1.0, 2.0])),
        ("np.eye(3)[::2, ::-1].T", np.eye(3)[::2, ::-1].T),
    ],
)
def test_a_value_comes_through(programs: Programs, expression: str, value: Any) -> None:
    found = given_by(programs, f"f = lambda: {expression}")
    assert "" == difference(value, found)
    assert type(value) is type(found)


@pytest.mark.parametrize(
    ("expression", "type_name", "shown"),
    [
        ("print", "builtin_function_or_method", "<built-in function print>"),
        ("(x for x in 'ab')", "generator", "<generator object <lambda>.<locals>.<genexpr>>"),
        ("1j", "complex", "1j"),
        ("np.array([1j])", "ndarray", "array([0.+1.j])"),
        ("np.array([{}], dtype=object)", "ndarray", "array([{}], dtype=object)"),
        ("{1: 2}", "dict", "{1: 2}"),
        ("{}.keys()", "dict_keys", "dict_keys([])"),
        ("type('Odd', (), {'__repr__': lambda self: 1 / 0})()", "Odd", "<Odd instance"),
        ("'x' * 10**6", "str", "'xxxx"),
        ("'\\ud800'", "str", "'\\ud800'"),
        ("10**400", "int", "1000"),
        ("10**10000", "int", ""),
        ("np.zeros(10**6)", "ndarray", "array([0., 0., 0., ..., 0., 0., 0.]"),
        ("[0] * 10**6", "list", "[0, 0, 0, 0, 0, 0, ...]"),
    ],
)
def test_of_any_other_value_it_is_said_what_it_is(
    programs: Programs, expression: str, type_name: str, shown: str
) -> None:
    found = given_by(programs, f"f = lambda: {expression}")
    assert isinstance(found, Other)
    assert type_name == found.type
    assert found.shown.startswith(shown)
    assert len(found.shown) <= 120


def test_a_list_in_itself_and_one_that_grows_without_end_are_cut(programs: Programs) -> None:
    (_, found) = given_by(programs, "def f():\n    a = [1]\n    a.append(a)\n    return a")
    assert Other("list", "[1, [1, [1, [1, [1, [1, [...]]]]]]]") == found[1][1][1][1][1]
    grown = "def f():\n    a = [0] * 90\n    for _ in range(4): a = [a] * 90\n    return a"
    assert isinstance(given_by(programs, grown), Other)


PLACES = (0.1, -0.0, 0.0, float("inf"), -float("inf"), float("nan"), 5e-324, 1 / 3)


@pytest.mark.parametrize(
    "other", ["", "1", "True", "None", "'x'", "np.float32(0.5)", "np.int64(2)", "np.ones(1)", "[0.5]", "f"]
)
def test_many_calls_give_what_each_gives_alone(programs: Programs, other: str) -> None:
    """One of them may give something else than a float, and then all comes as it is."""
    source = f"def f(a, b):\n    return {other or 'a'} if b == 3 else a\n"
    calls = tuple((place, float(number)) for number, place in enumerate(PLACES))
    ran = programs.run(Job(source, "f", (Case({}, calls), Case({}, calls[:1]))))
    together = [returned for case in ran.returned for returned in case]
    alone = [programs.run(job(source, call)).returned[0][0] for call in (*calls, calls[0])]
    assert repr(alone) == repr(together)
    assert [place.hex() for place in PLACES[4:]] == [one.value.hex() for one in together[4:-1]]


def test_what_many_calls_change_is_named_though_each_gives_a_float(programs: Programs) -> None:
    source = "def f(a):\n    X[0] = max(a, 1.0)\n    return a\n"
    ran = programs.run(Job(source, "f", (Case({"X": np.ones(2)}, ((0.5,), (2.0,), (2.0,))),)))
    assert ((Returned(0.5), Returned(2.0, ("X",)), Returned(2.0)),) == ran.returned


def test_many_calls_may_have_no_arguments_or_not_all_as_many(programs: Programs) -> None:
    source = "def f(*a):\n    return float(len(a))\n"
    for calls in (((), ()), ((1.0,), (1.0, 2.0)), ((1.0, 2.0), (1.0,)), ((1.0,), ()), ((1.0,), (np.ones(2),))):
        ran = programs.run(Job(source, "f", (Case({}, calls),)))
        assert [float(len(call)) for call in calls] == [one.value for one in ran.returned[0]]


def test_the_function_may_be_a_lambda_a_class_or_come_from_elsewhere(programs: Programs) -> None:
    assert 4.0 == given_by(programs, "f = lambda W: 2*W", 2.0)
    assert 3.0 == given_by(programs, "import math\nf = math.sqrt", 9.0)
    assert 1.5 == given_by(programs, "class f:\n    def __new__(cls, W): return W/2", 3.0)
    assert 2.0 == given_by(programs, "from numpy import mean as f", [1.0, 3.0])


def test_each_case_finds_its_own_data_and_nothing_of_the_case_before(programs: Programs) -> None:
    source = "seen = []\ndef f(W):\n    seen.append(W)\n    X[0] += 1\n    return [len(seen), X[0]]"
    cases = tuple(Case({"X": first * np.ones(2)}, ((5.0,), (6.0,))) for first in (10.0, 20.0))
    ran = programs.run(Job(source, "f", cases, seconds=PATIENCE))
    values = [[returned.value for returned in calls] for calls in ran.returned]
    assert [[[1, 11.0], [2, 12.0]], [[1, 21.0], [2, 22.0]]] == values
    assert {("X",)} == {returned.changed for calls in ran.returned for returned in calls}


def test_what_is_changed_in_place_is_named_as_the_program_names_it(programs: Programs) -> None:
    source = "def f(a, *rest):\n    a[0] = rest[0][0] = 9\n    X.sort()\n    L.append(1)\n    return rest[1] + 1"
    given = {"X": np.array([2.0, 1.0]), "L": [], "Z": np.zeros(2)}
    ((returned,),) = programs.run(job(source, (np.zeros(2), np.zeros(2), np.zeros(2)), given=given)).returned
    assert ("a", "2", "X", "L") == returned.changed


def test_what_only_gets_another_name_is_not_changed(programs: Programs) -> None:
    source = "X = X / 2\ndef f(a):\n    a = a * 2\n    a += 1\n    return a + X"
    ((returned,),) = programs.run(job(source, (np.array([float("nan")]),), given={"X": np.ones(1)})).returned
    assert () == returned.changed


def test_numpy_says_nothing_of_its_own(programs: Programs) -> None:
    ran = programs.run(job("f = lambda: (np.log(0.0), np.array([1.0]) / 0, np.mean([]))"))
    assert ("", None) == (ran.printed, ran.fault)


def test_chance_is_the_same_each_time(programs: Programs) -> None:
    source = "import random\nf = lambda: (np.random.rand(), random.random())"
    assert given_by(programs, source) == given_by(programs, source)


def test_what_stands_below_main_is_run(programs: Programs) -> None:
    assert "hi\n" == programs.run(job("f = abs\nif __name__ == '__main__':\n    print('hi')", (1,))).printed


def test_what_is_printed_in_the_first_case_is_kept(programs: Programs) -> None:
    cases = (Case({"X": 1}, ((2,),)), Case({"X": 3}, ((4,),)))
    ran = programs.run(
        Job("print('한', X, sep='\\t')\ndef f(W):\n    print(W, '\\x1b[2J')", "f", cases, seconds=PATIENCE)
    )
    assert "한       1\n2 \\x1b[2J\n" == ran.printed


@pytest.mark.parametrize("line", ["'x' * 1500", "1"])
def test_of_much_that_is_printed_the_beginning_is_kept(programs: Programs, line: str) -> None:
    printed = programs.run(job(f"f = abs\nfor _ in range(41): print({line})", (1,))).printed
    assert printed.endswith("…")
    assert len(printed) <= 2001
    assert printed.count("\n") <= 40


def test_other_programs_can_be_imported_and_are_run_afresh_as_well(programs: Programs) -> None:
    mine = "count = []\ndef double(x):\n    count.append(x)\n    return np.multiply(x, 2), len(count)"
    source = "from mine import double\ndef f(x): return double(x)"
    cases = (Case({}, ((1.0,), (2.0,))), Case({}, ((3.0,),)))
    ran = programs.run(Job(source, "f", cases, {"mine": mine}, PATIENCE))
    assert [[(2.0, 1), (4.0, 2)], [(6.0, 1)]] == [[returned.value for returned in calls] for calls in ran.returned]


# -- what goes wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(W)\n    return W", Fault("syntax", "SyntaxError", "expected ':'", 1, 9)),
        ("def f(W):\nreturn W", Fault("syntax", "IndentationError", "", 2, 1)),
        ("def f(W):\n    return (W", Fault("syntax", "SyntaxError", "'(' was never closed", 2, 12)),
        ("def f(W):\r\n    return W\r\n    W = = 3", Fault("syntax", "SyntaxError", "invalid syntax", 3, 9)),
        ("def f(W):", Fault("syntax", "IndentationError", "", 1, 10)),
        ("f = '한' + W)", Fault("syntax", "SyntaxError", "unmatched ')'", 1, 12)),
    ],
)
def test_what_is_no_python_is_named_with_its_place(programs: Programs, source: str, expected: Fault) -> None:
    found = fault_of(programs, source)
    assert expected._replace(message="") == found._replace(message="")
    assert expected.message in found.message


@pytest.mark.parametrize(
    "source",
    ["x = '\0'", "f = '\ud800'", "f = " + "-" * 19_000 + "1", "f = " + "(" * 500 + ")" * 500, "f = " + "[" * 19_000,
     "f = a" + ".b" * 9_000 + " -", "if 1:\n" + "".join(" " * n + "if 1:\n" for n in range(1, 150)),
     "f = " + "9" * 5_000, "f = abs" + " " * LONGEST_SOURCE],
    ids=["a null", "half a character", "signs", "brackets", "open brackets", "dots", "indents", "digits", "length"],
)  # fmt: skip
def test_no_source_is_too_odd_to_be_answered(programs: Programs, source: str) -> None:
    assert "syntax" == fault_of(programs, source).kind


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(W):\n    return W.meen()", Fault("raised", "AttributeError", "", 2, 12)),
        ("def f(W):\n    return '한' + W", Fault("raised", "TypeError", "", 2, 12)),
        ("f = lambda W: np.ones((2, 3)) @ np.ones((2, 3))", Fault("raised", "ValueError", "", 1, 15)),
        ("def g(x):\n    return 1/x\ndef f(W):\n    return g(W - W)", Fault("raised", "ZeroDivisionError", "", 2, 12)),
        ("f = lambda W: np.linalg.inv(np.zeros((2, 2)))", Fault("raised", "LinAlgError", "", 1, 15)),
        ("x = 1\ndef f():\n    return 1", Fault("raised", "TypeError", "", 2)),
        ("x = 1\nf = abs\nx.y", Fault("raised", "AttributeError", "", 3, 1)),
        ("import sys\nf = sys.exit", Fault("raised", "SystemExit", "1.0")),
        ("def f(W):\n    return f(W)", Fault("raised", "RecursionError", "", 2, 12)),
        ("def f(W):\n    return bytearray(1 << 40)", Fault("memory", "MemoryError", "", 2, 12)),
        ("def f(W):\n    return np.ones(10**11)", Fault("memory", "MemoryError", "", 2, 12)),
        ("name = input('Name: ')", Fault("input", "InputError", "", 1, 8)),
        ("def f(W):\n    while True: print(W)", Fault("output", "OutputLimitError", "", 2, 17)),
    ],
)
def test_what_a_program_raises_is_named_with_its_place(programs: Programs, source: str, expected: Fault) -> None:
    found = fault_of(programs, source, 1.0)
    assert expected._replace(message="") == found._replace(message="", names=())
    assert expected.message in found.message


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("def f(W): return x*W", "X"),
        ("def f(W): return W*wights", "weights"),
        ("def f(W): return leng(X)", "len"),
        ("def f(W): return np.summ(X)", "sum"),
        ("def f(W): return X.meen()", "mean"),
        ("import math\ndef f(W): return math.srqt(W)", "sqrt"),
    ],
)
def test_the_name_that_may_have_been_meant_comes_first(programs: Programs, source: str, first: str) -> None:
    assert first == fault_of(programs, source, 1.0, given={"X": X, "weights": Y}).names[0]


def test_the_names_of_a_program_are_told_where_one_was_not_known(programs: Programs) -> None:
    found = fault_of(programs, "def helper(): pass\ndef f(W):\n    a = 1\n    return zzzz", 1.0, given={"X": X})
    assert ("W", "a", "np", "X", "helper", "f") == found.names


def test_a_function_that_is_missing_is_said_with_those_that_are_there(programs: Programs) -> None:
    found = fault_of(programs, "import math\ndef cst(W): pass\nclass Cost: pass\nx = 3\nlog = math.log")
    assert Fault("missing", message="f", names=("cst", "Cost")) == found
    assert "float" == fault_of(programs, "f = 3.0").type


def test_what_came_before_a_fault_is_given_back(programs: Programs) -> None:
    cases = (Case({}, ((1.0,), (2.0,))), Case({}, ((4.0,), (0.0,), (5.0,))))
    ran = programs.run(Job("def f(x):\n    print(x)\n    return 1/x", "f", cases, seconds=PATIENCE))
    assert ((Returned(1.0), Returned(0.5)), (Returned(0.25),)) == ran.returned
    assert ran.fault is not None
    assert ("ZeroDivisionError", "1.0\n2.0\n") == (ran.fault.type, ran.printed)


def test_an_endless_loop_is_stopped_at_its_line_and_what_came_before_is_given_back(programs: Programs) -> None:
    source = "def f(x):\n    print(x)\n    while x:\n        try: x = abs(x)\n        except BaseException: pass\n"
    ran = programs.run(job(f"{source}    return x", (0,), (1,), seconds=0.5))
    assert ran.fault is not None
    assert "time" == ran.fault.kind
    assert ran.fault.line in (3, 4, 5)
    assert ((Returned(0),),) == ran.returned
    assert "0\n1\n" == ran.printed


def test_an_endless_loop_in_a_module_is_stopped_at_the_line_that_calls_it(programs: Programs) -> None:
    source = "from mine import g\n\ndef f(x):\n    return g(x)"
    found = fault_of(programs, source, 1, modules={"mine": "\n" * 9 + "def g(x):\n    while True: pass"}, seconds=0.3)
    assert Fault("time", line=4) == found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no signals")
def test_a_loop_that_python_never_comes_back_from_is_ended_and_its_line_is_known() -> None:
    # As long as a slow machine may need to hear the alarm.
    with contextlib.closing(Programs(limits=Limits(grace=2.0))) as programs:
        source = "def f(x):\n    y = x\n    return sum(iter(int, 1))"
        assert Fault("time", line=3) == fault_of(programs, source, 1, seconds=0.5)
        assert 1 == given_by(programs, "f = abs", -1)


# -- how it runs ------------------------------------------------------------------------------------------------------


def _children() -> set[str]:
    path = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    return set(path.read_text(encoding="ascii").split() if path.exists() else [])


def test_nothing_is_started_before_the_first_program_and_nothing_is_left_after_the_last() -> None:
    before = _children()
    programs = Programs(zygote=None)
    assert before == _children()
    assert 1 == given_by(programs, "f = abs", -1)
    programs.close()
    assert before == _children()
    assert 2 == given_by(programs, "f = abs", -2)
    programs.close()


def test_where_programs_may_not_run_none_is_started() -> None:
    before = _children()
    programs = Programs(refusal="Unguarded")
    programs.prepare()
    assert Ran((), Fault("start", "Unguarded")) == programs.run(job("f = abs", (1,)))
    assert before == _children()


def test_a_program_that_is_let_be_is_ended_and_the_next_one_runs(programs: Programs) -> None:
    running = programs.start(job("while True: pass", seconds=600.0))
    assert running.outcome(0.0) is None
    running.stop()
    assert Fault("ended", message="it was not wanted any more") == running.outcome(None).fault
    assert 1 == given_by(programs, "f = abs", -1)


def test_two_programs_run_beside_each_other_and_one_that_hangs_ends_no_other() -> None:
    with contextlib.closing(Programs(limits=Limits(grace=0.1))) as programs:
        good = programs.start(job("import time\ndef f():\n    time.sleep(1.0)\n    return 1", seconds=60.0))
        hangs = programs.start(job("f = lambda: sum(iter(int, 1))", seconds=0.1))
        assert "time" == hangs.outcome(None).fault.kind
        assert Ran(((Returned(1),),)) == good.outcome(None)


def test_a_program_that_takes_long_says_how_far_it_is(programs: Programs) -> None:
    source = """
import time
def f(epochs):
    for layer in range(2):
        pass
    total = 0
    for epoch in range(epochs):
        for row in range(3):
            total += row
        time.sleep(0.02)
    return total
"""
    running = programs.start(job(source, (40,), seconds=60.0))
    shares = [0.0]
    while running.outcome(0.01) is None:
        shares.append(running.share or 0.0)
    assert sorted(shares) == shares
    assert 0.0 < shares[-1] <= 1.0
    assert 120 == running.outcome(None).returned[0][0].value


def test_a_loop_that_counts_itself_does_the_same_in_the_same_lines() -> None:
    source = (
        "def f(n):\n    found = []\n    for i in range(n):\n        for j in range(i):\n            if j > 1: break\n"
    )
    source += "            found.append(1 / (i - 2))\n        else:\n            found.append(-1)\n    return found\n"
    told: list[Any] = []
    progress = Progress(told.append, 1)
    names: dict[str, Any] = dict(progress.names)
    exec(compiled(source, "<program>", says_share=True), names)
    plain: dict[str, Any] = {}
    exec(source, plain)
    assert plain["f"](2) == names["f"](2)
    with pytest.raises(ZeroDivisionError) as error:
        names["f"](3)
    assert 6 == inspect.getinnerframes(error.value.__traceback__)[-1].lineno


@pytest.mark.parametrize("guards", [Guards(fork=False)], ids=["an interpreter each"])
def test_where_nothing_can_be_forked_programs_run_as_well(guards: Guards) -> None:
    with contextlib.closing(Programs(guards=guards, limits=PATIENT)) as programs:
        assert 4.0 == given_by(programs, "f = lambda W: 2*W", 2.0)
        assert ("raised", 1) == fault_of(programs, "f = lambda: 1/0")[:4:3]
        assert "ended" == fault_of(programs, "import os; os._exit(3)").kind
        assert Fault("time", line=2) == fault_of(programs, "def f():\n    while True: pass", seconds=0.3)
        assert 6.0 == given_by(programs, "f = lambda W: 2*W", 3.0)


# -- many in one process ----------------------------------------------------------------------------------------------


WHERE = "import os\nf = os.getpid"


def test_where_they_are_kept_one_process_runs_them_all(one_process: Programs) -> None:
    first = given_by(one_process, WHERE)
    assert "raised" == fault_of(one_process, "f = lambda: 1/0").kind
    assert "syntax" == fault_of(one_process, "f = ").kind
    assert 3 == given_by(one_process, "f = abs", -3)
    assert first == given_by(one_process, WHERE)


def test_a_program_of_before_cannot_be_imported(one_process: Programs) -> None:
    source = "from mine import two\nf = lambda: two"
    assert 2 == given_by(one_process, source, modules={"mine": "two = 2"})
    assert "ModuleNotFoundError" == fault_of(one_process, source).type
    assert 3 == given_by(one_process, source, modules={"mine": "two = 3"})


@pytest.mark.parametrize(
    "source",
    [
        "import builtins; builtins.abs = len",
        "np.sum = np.mean",
        "np.linalg.norm = np.sum",
        "np.random.seed = print",
        "import random; random.random = lambda: 0.5",
        "import math; del math.pi",
        "np.set_printoptions(precision=2)",
        "import sys; sys.setrecursionlimit(300)",
        "import sys; sys.settrace(lambda *_: None)",
        "import sys; sys.meta_path.clear()",
        "import colorsys",
        "import sys; del sys.modules['random']",
        "x = np.ones(1 << 40)",
    ],
)
def test_one_that_leaves_something_behind_is_the_last_of_its_process(one_process: Programs, source: str) -> None:
    before = given_by(one_process, WHERE)
    one_process.run(job(f"{source}\nf = lambda: None"))
    after = given_by(one_process, WHERE)
    assert before != after
    assert after == given_by(one_process, WHERE)


# -- messages ---------------------------------------------------------------------------------------------------------


def test_what_comes_on_the_wire_is_believed_in_nothing() -> None:
    value = (1, {"a": [np.eye(2), None]}, "x", 2.5)
    ran = Ran(((Returned(value, ("X",)),),), Fault("raised", "E", "m", 1, 2, ("a", "b")), "out")
    assert str(ran) == str(unpacked_however_hurt(RAN, ran, seed=11))


def test_calls_on_the_wire_are_believed_in_nothing() -> None:
    calls = tuple((x, float(y)) for x in PLACES for y in range(5))
    for form, whole in (
        (JOB, Job("", "f", (Case({}, calls), Case({"n": 1}, calls[:3])))),
        (RAN, Ran((tuple(Returned(x) for x in PLACES), (Returned(1.0),)))),
        (RAN, Ran((tuple(Returned(np.array([x, 1.0])) for x in PLACES), (Returned(None),) * 3))),
    ):
        assert str(whole) == str(unpacked_however_hurt(form, whole, seed=12))


def unpacked_however_hurt(form: Form, whole: object, seed: int) -> object:
    """Return what comes through the wire, and see that it is taken or refused when its data are hurt."""
    (data,) = Reader().feed(frame(form.pack(whole, "it")))
    rng = random.Random(seed)
    for _ in range(400):
        hurt = data
        for _ in range(rng.choice([1, 2, 5])):
            hurt = mutated(hurt, rng)
        with contextlib.suppress(MalformedError):
            form.pack(form.unpack(hurt, "it"), "it")
    return form.unpack(data, "it")


@pytest.mark.parametrize("count", [0, 1, 2, 3, 20_000])
def test_as_many_calls_come_as_may_and_no_more(count: int) -> None:
    floats = base64.b64encode(bytes(8 * count)).decode("ascii")
    (calls,) = RAN.unpack([[{"floats": floats}], None, ""], "ran").returned
    assert (Returned(0.0),) * count == calls
    if count > 1:
        case = ["", "f", [[[], {"count": count, "columns": [{"floats": floats}]}]], [], 1.0]
        assert ((0.0,),) * count == JOB.unpack(case, "job").cases[0].calls


TWO_FLOATS = {"floats": base64.b64encode(bytes(16)).decode("ascii")}


@pytest.mark.parametrize(
    "calls",
    [
        {"floats": base64.b64encode(bytes(8 * 20_001)).decode("ascii")},
        {"floats": "AAAA"},
        {"floats": "AAAAAAAAAA"},
        {"floats": "é" * 12},
        {"floats": 1.0},
        {"floats": [1.0]},
        {"floats": "", "width": 1},
        {"width": 1},
        {},
        *({"rows": pack_array(np.zeros(shape), "it")} for shape in ((), 2, (20_001, 1))),
        *({"rows": rows} for rows in (None, 1.0, [], [[1.0], [2.0]], "AAAA")),
        *({"nothing": count} for count in (-1, 0, 1, 20_001, 1 << 80, 2.0, True, None, "2")),
    ],
)
def test_floats_that_are_none_or_too_many_are_not_taken(calls: object) -> None:
    with pytest.raises(MalformedError):
        RAN.unpack([[calls], None, ""], "ran")


@pytest.mark.parametrize(
    "calls",
    [
        *({"count": count, "columns": [TWO_FLOATS]} for count in (-1, 0, 1, 3, 20_001, 2.0, True, None, "2", 1 << 80)),
        *({"count": 2, "columns": columns} for columns in (None, [], {}, "", [TWO_FLOATS] * 51, [None], [{}])),
        {"count": 2, "columns": [TWO_FLOATS | {"same": 1.0}]},
        {"count": 2, "columns": [{"other": 1.0}]},
        {"count": 2, "columns": [{"same": None}]},
        {"count": 2, "columns": [{"floats": 1.0}]},
        *({"count": 2, "columns": [{"each": each}]} for each in (None, 1.0, {}, [], [1.0], [1.0, None], [1.0] * 3)),
        {"count": 2, "columns": [{"rows": [[1.0], [2.0]]}]},
        *({"count": 2, "columns": [{"rows": pack_array(np.zeros(shape), "it")}]} for shape in ((), 2, (1, 2), (3, 2))),
        {"count": 2},
        {"columns": [TWO_FLOATS]},
        {},
    ],
)
def test_calls_that_do_not_fit_together_are_not_taken(calls: object) -> None:
    with pytest.raises(MalformedError):
        JOB.unpack(["", "f", [[[], calls]], [], 1.0], "job")


W = np.array([[1.5, -2.0], [0.0, 3.0]])


@pytest.mark.parametrize(
    "calls",
    [
        tuple((np.array([a, b]), W, 0.5) for a in (0.1, 0.2) for b in (-1.0, 2.0)),
        tuple((np.array([a > 0, a > 1]), np.full((2, 3), a, dtype=np.int8)) for a in range(3)),
        tuple((np.zeros((0, 2)) + a, np.zeros((2, 3, 4, 5)) + a) for a in range(3)),
        tuple((np.array(a), float(a)) for a in range(3)),
        tuple((np.zeros(a), float(a)) for a in range(3)),
        tuple((np.zeros(2, dtype=kind), 1.0) for kind in (float, np.float32, int)),
        tuple((np.asfortranarray(W * a), (W * a).T, [a, W], (a, "x"), True, "y", a) for a in range(3)),
        ((W, True), (W, 1)),
        ((1.0, W), (1, W)),
        ((np.array(["a", "b"]),), (np.array(["c", "d"]),)),
    ],
)
def test_arguments_of_many_calls_come_as_those_of_one(programs: Programs, calls: tuple[tuple[Any, ...], ...]) -> None:
    source = "def f(*a):\n    return [[str(type(x)), getattr(x, 'dtype', 0) and x.dtype.str, x] for x in a]\n"
    together = programs.run(Job(source, "f", (Case({}, calls),)))
    assert together.fault is None
    alone = [programs.run(job(source, call)).returned[0][0] for call in calls]
    assert repr(alone) == repr([*together.returned[0]])


def test_what_one_of_many_calls_changes_the_next_finds_as_it_was(programs: Programs) -> None:
    source = "def f(x, w):\n    x += 1\n    w[0] += 1\n    return float(x.sum() + w[0])\n"
    calls = tuple((np.array([a, a]), W[0]) for a in (1.0, 2.0, 3.0))
    ran = programs.run(Job(source, "f", (Case({}, calls),)))
    assert [6.5, 8.5, 10.5] == [one.value for one in ran.returned[0]]
    assert {("x", "w")} == {one.changed for one in ran.returned[0]}


@pytest.mark.parametrize("odd", [(0.5,), (1, 2), (True, False, "x")])
def test_a_plane_over_a_vector_takes_little_room_on_its_way(odd: tuple[Any, ...]) -> None:
    weights = W[0]
    calls = tuple((np.array([a / 7, a / 9]), weights, odd[a % len(odd)]) for a in range(625))
    asked = Job("", "f", (Case({}, calls),))
    tracemalloc.start()
    try:
        sent = frame(JOB.pack(asked, "job"))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(sent) < 30 * len(calls)
    assert most < 300 * len(calls)


@pytest.mark.parametrize(
    "made", [float, lambda x: np.array([[x]]), lambda _: None], ids=["floats", "arrays", "nothing"]
)
def test_a_film_of_a_plane_takes_little_room_on_its_way(made: Callable[[float], Any]) -> None:
    """Not the objects by the ten thousand that its numbers would be each alone: what is made beside them stays."""
    count = 12_500
    calls = tuple((number / 7, number / 9) for number in range(count // 20))
    asked = Job("", "f", (Case({}, calls),) * 20)
    came = frame({"ran": RAN.pack(Ran((tuple(Returned(made(x)) for x, _ in calls),) * 20), "ran")})
    tracemalloc.start()
    try:
        sent = frame(JOB.pack(asked, "job"))
        _, asking = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        (message,) = Reader().feed(came)
        ran = RAN.unpack(message["ran"], "ran")
        _, answering = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == sum(map(len, ran.returned))
    assert len(sent) < 25 * count
    assert len(came) < 12 * count
    assert asking < 100 * count
    assert answering < 60 * count
    given = [made(x) for x, _ in calls]
    assert all(repr(given) == repr([one.value for one in case]) for case in ran.returned)


@pytest.mark.parametrize(
    "given",
    [
        [np.full((2, 3), number, dtype=kind) for number in range(3)]
        if kind != "mixed"
        else [np.zeros(2), np.zeros(2, dtype=np.int8)]
        for kind in (float, np.float32, np.int16, bool, "mixed")
    ]
    + [
        [np.array(1.0), np.array(2.0)],
        [np.zeros(number) for number in range(3)],
        [np.zeros((0, 2)), np.zeros((0, 2))],
        [np.zeros((1, 1, 1, 1))] * 2,
        [np.zeros(200_000)] * 2,
        [None, None],
        [None, 1.0],
        [1.0, np.zeros(1)],
        [np.zeros(1)],
    ],
)
def test_what_calls_give_back_comes_as_it_is_however_it_goes(given: list[Any]) -> None:
    (message,) = Reader().feed(frame(RAN.pack(Ran((tuple(map(Returned, given)),)), "ran")))
    (came,) = RAN.unpack(message, "ran").returned
    assert len(came) == len(given)
    for value, one in zip(given, came, strict=True):
        assert one.changed == ()
        assert (type(value), getattr(value, "dtype", None)) == (type(one.value), getattr(one.value, "dtype", None))
        np.testing.assert_array_equal(value, one.value)
    assert repr(came) == repr(tuple(came))
    assert repr(came[1:]) == repr(tuple(came)[1:])


@pytest.mark.parametrize(
    "answer",
    [
        {"is": "ran", "ran": [[{"floats": ""}], None, ""]},
        {"is": "ran", "ran": [[{"floats": "AAAAAAAAAAAAAAAAAAAAAA=="}], None, ""]},
        {"is": "ran", "ran": [[], None, ""]},
        {"is": "ran", "ran": [[[]], None, ""]},
        {"is": "ran", "ran": [[[[1.0, []], [1.0, []]]], None, ""]},
        {"is": "result", "result": []},
        [1, 2, 3],
    ],
)
def test_an_answer_of_the_programs_own_is_none(a_process_each: Programs, answer: object) -> None:
    assert "wrong" == fault_of(a_process_each, f"{sending(answer)}while True: pass").kind


def test_what_a_program_says_after_its_answer_is_none_to_the_next(one_process: Programs) -> None:
    answer = {"is": "ran", "ran": [[[[1.0, []]]], None, ""]}
    one_process.run(job(f"{sending(answer)}while True: pass", seconds=0.5))
    assert 3 == given_by(one_process, "f = abs", -3)


def sending(answer: object) -> str:
    """Return a program that says something on every line that it has."""
    return f"import os\nfor d in range(3, 64):\n    try: os.write(d, {frame(answer)!r})\n    except OSError: pass\n"
