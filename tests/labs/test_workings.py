"""Every working of every lab: it comes to its readout's value, and its print holds when it is worked out again."""

import itertools
import math
import random
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import numpy as np
import pytest

from tests import every_lab
from tests.walks import some_now
from tutor.lab import (
    AnyParameter,
    Board,
    Choice,
    Lab,
    Past,
    Result,
    Slider,
    Spot,
    Timeline,
    Toggle,
    Value,
    Values,
    Vector,
)
from tutor.working import COUNT, Expression
from tutor.written import RAISED, substituted

LABS = list(every_lab.LABS.values())
LONG = ("playground:train", "sick:case", "xor_training:survey")
"""Labs that train at every setting, as others do: in the long run only."""


def each(labs: list[Lab]) -> pytest.MarkDecorator:
    """Return what has a test take each of the labs."""
    return some_now("lab", labs, [lab for lab in labs if lab.name not in LONG], ids=lambda lab: lab.name)


RANDOM_SETTINGS = 15
EARLY = {"playground:train": 20}
"""Labs that train for long at some settings, and the last frame that they are tried at."""
KNOWN = {"exp": math.exp, "ln": math.log, "max": max, "abs": abs}
"""The functions that a print can be worked out again with; an activation h is whichever the lab has."""


LOWERED = {raised: digit for digit, raised in RAISED.items()}


def an_end(parameter: AnyParameter, high: bool) -> Value:
    match parameter:
        case Choice(options=options):
            return list(options)[-1 if high else 0]
        case Toggle():
            return high
        case Vector():
            return (parameter.high if high else parameter.low,) * len(parameter.default)
        case Slider():
            return parameter.high if high else parameter.low
        case Past(default=default):
            return default
        case Board():
            return Board.write([Spot(parameter.high, parameter.high, 1), Spot(parameter.low, 0, 0)]) if high else ""
    return parameter.last if high else 0


def anywhere(parameter: AnyParameter, chance: random.Random) -> Value:
    match parameter:
        case Choice(options=options):
            return chance.choice(list(options))
        case Toggle():
            return chance.random() < 0.5
        case Vector():
            return tuple(float(str(anywhere(parameter.entry(0), chance))) for _ in parameter.default)
        case Slider(low=low, high=high, step=step):
            return parameter.moved(low, chance.randint(0, round((high - low) / step)))
        case Past(default=default):
            return default
        case Board():
            return some_points(parameter, chance)
    return chance.randint(0, parameter.last)


def some_points(board: Board, chance: random.Random) -> str:
    places = {tuple(board.nearest(chance.uniform(board.low, board.high)) for _ in "xy") for _ in range(9)}
    return Board.write([Spot(x, y, chance.randint(0, 1)) for x, y in sorted(places)])


def settings(lab: Lab) -> Iterator[Values]:
    for values in anything(lab):
        films = (name for name, parameter in lab.parameters.items() if isinstance(parameter, Timeline))
        yield values | {name: min(values[name], EARLY[lab.name]) for name in films if lab.name in EARLY}


def anything(lab: Lab) -> Iterator[Values]:
    chance = random.Random(lab.name)
    yield lab.check({})
    for high in (False, True):
        yield {name: an_end(parameter, high) for name, parameter in lab.parameters.items()}
    for _ in range(RANDOM_SETTINGS):
        yield {name: anywhere(parameter, chance) for name, parameter in lab.parameters.items()}


@cache
def results(lab: Lab) -> tuple[tuple[Values, Result], ...]:
    """Return what a lab gives at its settings, worked out once for all that is asked of it."""
    return tuple((values, lab(**values)) for values in settings(lab))


def entries(result: Result) -> Iterator[tuple[str, Expression, float]]:
    """Yield each working with the number that its readout has; of an array, one an entry."""
    for name, readout in result.readouts.items():
        if isinstance(readout.working, tuple):
            yield from (
                (f"{name}[{place}]", working, float(readout.value[place]))
                for place, working in enumerate(readout.working)
            )
        elif readout.working is not None:
            yield name, readout.working, float(readout.value)


@cache
def prints(lab: Lab) -> tuple[tuple[Values, str, Expression, float, str], ...]:
    """Return each working with its name, the number that its readout has and its print, at all settings of a lab."""
    return tuple(
        (values, name, working, value, substituted(working))
        for values, result in results(lab)
        for name, working, value in entries(result)
    )


def are_equal(a: float, b: float) -> bool:
    """Return whether two numbers are the same but for rounding, or are both none."""
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9) or (math.isnan(a) and math.isnan(b))


@cache
def worked_out_again(text: str) -> float | None:
    """Return what a piece of arithmetic comes to as it is printed; None where it has other names than numbers."""
    python = re.sub(r"\|([^|]+)\|", r"abs(\1)", text.replace("·", "*").replace("^", "**"))
    python = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda raised: f"**{raised[0].translate(LOWERED)}", python)
    python = re.sub(r"\bln ([\d.]+)", r"ln(\1)", python)
    if set(re.findall(r"[^\W\d]\w*", re.sub(r"\de[+-]\d", "", python))) - set(KNOWN):
        return None
    try:
        return float(eval(python, {"__builtins__": {}}, KNOWN))
    except (ArithmeticError, ValueError):
        return math.nan


def lines(text: str) -> Iterator[str]:
    """Yield the equations of a print, without titles and conditions."""
    for line in re.split(r"; |, (?=h\()", text):
        yield re.sub(r"^.* [>≤] \S+(?:: |, y = )|^\w+: ", "", line)


def halves(quotient: str) -> list[str]:
    """Return what stands above and below the outermost / of a stage."""
    depth = 0
    for place, sign in enumerate(quotient):
        depth += (sign == "(") - (sign == ")")
        if sign == "/" and not depth:
            return [quotient[:place].strip(), quotient[place + 1 :].strip()]
    return [quotient, ""]


def is_worked_out(piece: str, number: str) -> bool:
    """Return whether `number` is one, and the piece before it some arithmetic."""
    return re.search("[+·]| - ", piece) is not None and re.fullmatch(r"-?[\d.]+", number) is not None


def agree(a: float, b: float, result: str) -> bool:
    """Return whether two numbers are the same to the last place of the printed result."""
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    last_place = 10.0 ** int(Decimal(result).as_tuple().exponent)
    rounds_alike = round(a / last_place) == round(b / last_place)
    return rounds_alike or abs(a - b) <= 0.5 * last_place + 1e-9 * max(abs(a), abs(b))


@each(LABS)
def test_a_working_comes_to_its_readout_and_its_print_holds_when_worked_out_again(lab: Lab) -> None:
    for values, name, working, value, text in prints(lab):
        assert are_equal(value, working.value), (name, values)
        if working.operator is COUNT:
            assert len(text.split(", ")) == value
            continue
        for line in lines(text):
            stages, signs = re.split(" [=≈] ", line), re.findall("[=≈]", line)
            numbers = [worked_out_again(stage) for stage in stages]
            for (before, after), sign in zip(itertools.pairwise(numbers), signs, strict=True):
                if before is not None and after is not None and sign == "=":
                    assert agree(before, after, stages[-1]), (name, values, line)
            for (left, right), sign in zip(itertools.pairwise(stages), signs, strict=True):
                if sign == "=" and "/" in right and " / " in left:
                    for above, below in zip(halves(left), halves(right), strict=True):
                        whole, part = worked_out_again(above), worked_out_again(below)
                        if whole is not None and part is not None and is_worked_out(above, below):
                            assert agree(whole, part, below), (name, values, line)
        assert agree(value, float(stages[-1]), stages[-1]), (name, values, text)


BEYOND_PLACES = {"backprop:check": "two numbers that agree in ten places are taken from each other"}
"""Labs whose numbers would need more than two places more, and why."""


@each([lab for lab in LABS if lab.name not in BEYOND_PLACES])
def test_whoever_checks_a_working_by_hand_finds_its_result(lab: Lab) -> None:
    texts = [text for *_, text in prints(lab)]
    nearly = [text for text in texts if "≈" in text]
    assert not any("≈" in substituted(working) for _, working, _ in entries(lab()))
    assert len(nearly) <= 1 + 0.01 * len(texts), nearly  # next to the middle between two places only


@each(LABS)
def test_the_parts_of_a_working_are_the_readouts_and_parameters_of_their_names(lab: Lab) -> None:
    for values, result in results(lab)[:5]:
        told = {name: readout.value for name, readout in result.readouts.items()} | dict(values)
        for name, working, _ in entries(result):
            for part_name, part in working.parts().items():
                whole, _, place = part_name.partition("[")
                if whole in told:
                    value = np.asarray(told[whole])[tuple(map(int, place[:-1].split(",")))] if place else told[whole]
                    assert math.isclose(float(value), part.value, rel_tol=1e-9, abs_tol=1e-9), (name, part_name, values)


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.name)
def test_a_slider_that_counts_takes_the_nearest_whole_number(lab: Lab) -> None:
    """Its control shows no decimals: 2.7 stands there as 3, and has to be 3 in the lab."""
    for name, slider in lab.parameters.items():
        if isinstance(slider, Slider) and all(
            float(end).is_integer() for end in (slider.low, slider.high, slider.step)
        ):
            for between in (slider.low + 0.7, slider.high - 0.4):
                taken = lab.check({name: between})[name]
                assert slider.say(between) == f"{taken:.0f}" == slider.say(float(str(taken)))


@each(LABS)
def test_whoever_adds_up_a_column_comes_to_what_stands_below_it(lab: Lab) -> None:
    for values, result in results(lab):
        table = result.table
        for place, below in enumerate(table.footer if table else ()):
            cells = [str(row[place]) for row in table.rows] if table else []
            if not re.fullmatch(r"[\d.]+", str(below)):
                continue
            total = math.fsum(map(float, cells))
            sum_or_minus_mean = (total, -total / len(cells))
            assert any(agree(one, float(str(below)), str(below)) for one in sum_or_minus_mean), (values, cells, below)
