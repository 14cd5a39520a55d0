"""The faults that `tests/mutants.py` makes: each in one place, of the kind it is called, and still Python."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

from tests import mutants as script
from tests.mutants import (
    AREAS,
    Red,
    Run,
    Verdict,
    area_of,
    chosen,
    failed_in,
    files_of,
    lessons_with,
    mutants_in,
    nearest,
    next_nearest,
    tried,
)
from tests.mutation import OPERATORS, Mutant, mutants_of

REPOSITORY = Path(__file__).parent.parent


def faults(source: str, operator: str) -> list[str]:
    """Return what the operator makes of a piece of code."""
    found = mutants_of("code.py", source.encode())
    return [one.applied(source.encode()).decode() for one in found if one.operator == operator]


@pytest.mark.parametrize(
    ("operator", "source", "made"),
    [
        ("axes", "Line(xs, ys, role)", ["Line(ys, xs, role)"]),
        ("axes", "Figure(x=Axis('한'), y=b)", ["Figure(x=b, y=Axis('한'))"]),
        ("axes", "Guide('x', 3)", ["Guide('y', 3)"]),
        ("axes", "a.width, a.height", ["a.height, a.height", "a.width, a.width"]),
        ("axes", "a.width", []),
        ("sign", "(a) + (b)", ["(a) - (b)"]),
        ("sign", "-a", ["a"]),
        ("sign", "'a' + b", []),
        ("arithmetic", "a ** 2", ["a * 2"]),
        ("comparison", "a < b", ["a <= b", "a > b"]),
        ("comparison", "a is not b", ["a is b"]),
        ("constant", "f(1, 2.0, True)", ["f(2, 2.0, True)", "f(1, 2.2, True)", "f(1, 2.0, False)"]),
        ("label", "Text(en='loss', ko='손실')", ["Text(en='손실', ko='loss')"]),
        ("label", "Axis('W'), Axis('b')", ["Axis('b'), Axis('b')", "Axis('W'), Axis('W')"]),
        ("role", "Role.GIVEN", ["Role.MODEL"]),
        ("words", "f'{a}·{b:g}'", ["f'{b}·{a:g}'"]),
        ("readout", "Readout(a, 'W')", ["Readout(2 * (a), 'W')"]),
        ("branch", "a if b else c", ["a if False else c", "a if True else c"]),
        ("branch", "f(x)", ["pass"]),
        ("branch", "a and b", ["(a)"]),
        ("constant", "x: Literal[1]", []),
    ],
)
def test_an_operator_makes_the_fault_it_is_called_after(operator: str, source: str, made: list[str]) -> None:
    assert made == faults(source, operator)


def test_a_mutant_differs_from_its_source_in_one_place_and_is_still_python() -> None:
    chance = random.Random(1)
    for name in AREAS:
        files = list(files_of(AREAS[name]))
        for path in chance.sample(files, min(5, len(files))):
            source = (REPOSITORY / path).read_bytes()
            found = mutants_in(path)
            for mutant in chance.sample(found, min(3, len(found))):
                faulty = mutant.applied(source)
                assert faulty[: mutant.start] == source[: mutant.start]
                assert faulty[len(faulty) - len(source) + mutant.end :] == source[mutant.end :]
                ast.parse(faulty)


def test_the_same_seed_chooses_the_same_mutants_of_every_operator() -> None:
    mutants = chosen(AREAS, 60, seed=3)
    assert 60 == len(mutants) == len(set(mutants))
    assert chosen(["session"], 9, seed=3) == chosen(["session"], 9, seed=3) != chosen(["session"], 9, seed=4)
    assert {operator.__name__ for operator in OPERATORS} == {mutant.operator for mutant in mutants}
    assert set(AREAS) == {area_of(mutant.path) for mutant in mutants}


def test_the_nearest_tests_are_those_named_after_a_module_and_then_those_that_import_it() -> None:
    assert "tests/labs/test_cost.py" == nearest("tutor/labs/cost.py")[0]
    assert {"08-cost"} <= set(lessons_with("tutor/labs/cost.py"))


def test_the_names_of_failed_tests_are_read_off_what_pytest_prints() -> None:
    printed = "..F\nFAILED tests/a.py::test_b[1 - 2] - assert 1 == 2\nERROR tests/c.py::test_d\n1 failed\n"
    assert ["tests/a.py::test_b[1", "tests/c.py::test_d"] == failed_in(printed)


def test_then_come_the_tests_of_what_imports_a_module() -> None:
    assert "tests/labs/test_diagnosis.py" in next_nearest("tutor/labs/epochs.py")
    assert not {*nearest("tutor/labs/epochs.py")} & {*next_nearest("tutor/labs/epochs.py")}


MUTANT = Mutant("tutor/labs/samples.py", "constant", 0, 0, "1\n")


def _trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_mutant: list[str], sound: tuple[str, ...] = (), time: float = 60
) -> tuple[Verdict, list[Run]]:
    """Try a mutant in which these fail, one run after another, of which some fail without it as well."""
    ran: list[Run] = []
    rooms = [tmp_path / "sound", tmp_path / "faulty"]
    for room in rooms:
        (room / MUTANT.path).parent.mkdir(parents=True)
        (room / MUTANT.path).write_text("x = 0\n", encoding="utf-8")

    def run_in(room: Path, arguments: Run, seconds: float) -> tuple[int | None, str]:
        assert seconds > 0
        if room == rooms[0]:
            return 1, "".join(f"FAILED {name} - no\n" for name in sound)
        ran.append(arguments)
        assert "1\nx = 0\n" == (room / MUTANT.path).read_text(encoding="utf-8")
        left = [name for name in in_mutant if "pytest" in arguments and f"--deselect={name}" not in arguments]
        return (1, f"FAILED {left[0]} - no\n") if left else (0, "")

    monkeypatch.setattr(script, "run_in", run_in)
    verdict = tried(MUTANT, rooms[1], Red(rooms[0]), time)
    assert "x = 0\n" == (rooms[1] / MUTANT.path).read_text(encoding="utf-8")
    return verdict, ran


def test_the_first_test_that_fails_with_a_fault_alone_ends_its_trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict, ran = _trial(tmp_path, monkeypatch, ["tests/a.py::test_b", "tests/a.py::test_c"], ("tests/a.py::test_b",))
    assert "tests/a.py::test_c" == verdict.by
    assert 2 == len(ran)


def test_a_fault_with_which_only_those_fail_that_fail_without_it_got_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict, ran = _trial(tmp_path, monkeypatch, ["tests/a.py::test_b"], ("tests/a.py::test_b",))
    assert "" == verdict.by
    assert len(ran) > 2


def test_a_fault_gets_no_more_than_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verdict, ran = _trial(tmp_path, monkeypatch, [], time=0)
    assert "time" == verdict.by
    assert not ran
    assert not verdict.caught
