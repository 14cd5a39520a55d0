"""Live values filled in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.live import LiveError, fill, fill_parts, prose_text, resolve
from tutor.course.markdown import parse_markdown
from tutor.course.model import Course
from tutor.course.prose import Formula, Live
from tutor.course.questions import Asked
from tutor.course.source import Findings, Source
from tutor.lab import Choice, Lab, Readout, Result, Slider, Toggle, Vector, lab
from tutor.language import Text
from tutor.working import close, expression

RESULT = Result(
    {
        "cost": Readout.of(close(expression(14) / 3).to(".2f")),
        "slope": Readout(-2.3333),
        "tiny": Readout(-0.0001),
        "share": Readout(0.1535, format=".1%"),
        "many": Readout(12345.6, format=",.0f"),
        "p": Readout(np.array([0.94, 0.9, 0.78])),
        "Y": Readout(np.array([[1.0, -2.0], [3.0, 4.0]]), format=".0f"),
        "count": Readout(3, format="d"),
        "solved": Readout(True),
        "verdict": Readout("fires"),
        "endless": Readout(float("inf")),
    }
)


@lab(
    W=Slider(0.0, low=-1, high=3, step=0.05),
    kind=Choice("sigmoid", options={"sigmoid": Text(en="the sigmoid", ko="시그모이드"), "relu": "ReLU"}),
    p=Vector((0.5, 0.25), low=0, high=1, step=0.01, names=("a", "b")),
    on=Toggle(False),
)
def example(W: float, kind: str, p: tuple[float, ...], on: bool) -> Result:
    return Result({"value": Readout(W), "words": Readout(f"{kind} {p} {on}")})


LAB: Lab = example
VALUES = {"W": -0.5, "kind": "sigmoid", "p": (0.5, 0.25), "on": False}


def live(text: str) -> Live:
    (found,) = parse_markdown("{{ " + text + " }}", Source("a.md", ""), Findings()).lives()
    return found


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("cost", "4.67"),
        ("cost:.3f", "4.667"),
        ("slope", "−2.33"),
        ("slope:+.1f", "−2.3"),
        ("tiny", "0.00"),
        ("tiny:.0e", "−1e−04"),
        ("share", "15.3%"),
        ("share:.0%", "15%"),
        ("many", "12,346"),
        ("p[1]", "0.90"),
        ("p", "[0.94, 0.90, 0.78]"),
        ("Y", "[[1, −2], [3, 4]]"),
        ("Y[0,1]", "−2"),
        ("Y[1]:.1f", "[3.0, 4.0]"),
        ("count", "3"),
        ("count:.1f", "3.0"),
        ("solved", "true"),
        ("verdict", "fires"),
        ("endless", "∞"),
        ("working:cost", "14/3 = 4.67"),
    ],
)
def test_a_readout_is_written_in_its_format(text: str, english: str) -> None:
    assert english == resolve(live(text), {}, RESULT, "en")


def test_a_parameter_is_written_as_its_control_shows_it() -> None:
    empty = Result({})
    assert "−0.50" == fill(live("W"), VALUES, empty, "en", lab=LAB)
    assert ("the sigmoid", "시그모이드") == tuple(fill(live("kind"), VALUES, empty, k, lab=LAB) for k in ("en", "ko"))
    assert "[0.50, 0.25]" == fill(live("p"), VALUES, empty, "en", lab=LAB)
    assert ("false", "거짓") == tuple(fill(live("on"), VALUES, empty, k, lab=LAB) for k in ("en", "ko"))


def test_a_readout_goes_before_a_parameter_of_the_same_name() -> None:
    assert "4.67" == fill(live("cost"), {"cost": 1.0}, RESULT, "en")


@pytest.mark.parametrize(
    ("text", "korean"),
    [
        ("cost:.2f 을/를", "4.67을"),
        ("count:d 은/는", "3은"),
        ("share:.0% 이/가", "15%가"),
        ("many 으로/로", "12,346으로"),
        ("kind 은/는", "시그모이드는"),
    ],
)
def test_a_korean_particle_follows_the_sound_of_the_value(text: str, korean: str) -> None:
    assert korean == fill(live(text), VALUES, RESULT, "ko", lab=LAB)


def test_mathematics_and_code_have_plain_minus_signs_and_brackets_of_their_own() -> None:
    def told(text: str, setting: str) -> str:
        return fill(live(text), {}, RESULT, "en", setting=setting)  # type: ignore[arg-type]

    assert ("-2.33", "-2.33", "−2.33") == tuple(told("slope", where) for where in ("math", "code", "prose"))
    assert "\\begin{bmatrix} 1 & -2 \\\\ 3 & 4 \\end{bmatrix}" == told("Y", "math")
    assert "\\begin{bmatrix} 0.94 & 0.90 & 0.78 \\end{bmatrix}" == told("p", "math")
    assert "[[1, -2], [3, 4]]" == told("Y", "code")
    assert ("15\\%", "15%") == (told("share:.0%", "math"), told("share:.0%", "code"))
    assert "-2.33" == fill(live("slope"), {}, RESULT, "en", plain=True)


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("csot", "unknown-name", "'cost'"),
        ("p[3]", "bad-index", "[3]"),
        ("cost[0]", "bad-index", "[0]"),
        ("verdict[0]", "bad-index", "[0]"),
        ("verdict:.2f", "bad-format", "a word"),
        ("cost:d", "bad-format", "a number"),
        ("kind:.2f", "bad-format", "a word"),
        ("working:slope", "no-working", "cost"),
        ("working:W", "no-working", "cost"),
    ],
)
def test_what_cannot_be_filled_in_says_what_would_be_right(text: str, kind: str, says: str) -> None:
    with pytest.raises(LiveError) as raised:
        resolve(live(text), VALUES, RESULT, "en", lab=LAB)
    assert kind == raised.value.kind
    assert says in str(raised.value)
    assert fill(live(text), VALUES, RESULT, "en", lab=LAB).startswith("⟨")


@given(
    st.one_of(st.floats(), st.integers(-(10**30), 10**30), st.booleans(), st.text(max_size=5), st.none()),
    st.sampled_from(["", ".2f", ".0%", "g", "d", "+.3e", ",.0f", "s", "x", "c", ">8", "05.1f"]),
    st.sampled_from(["prose", "math", "code"]),
)
def test_no_value_and_no_format_makes_filling_in_fail(value: object, form: str, setting: str) -> None:
    result = Result({"x": Readout(value)})
    assert isinstance(fill(Live("x", format=form), {}, result, "ko", setting=setting), str)  # type: ignore[arg-type]


def test_an_array_too_large_for_a_sentence_is_refused() -> None:
    with pytest.raises(LiveError):
        resolve(Live("x"), {}, Result({"x": Readout(np.zeros((30, 30)))}), "en")


def test_prose_becomes_plain_text(course: Course) -> None:
    step = course.lessons[0].steps[1]
    assert step.lab is not None
    result = step.lab.lab(**step.lab.values)
    assert (
        "| ill | well\npositive | 90.0 | 45.0\nOf all letters 0.67 are right, or \\frac{a}{b} = 0.67.\n"
        "T = \\begin{bmatrix} 90 & 45 \\\\ 10 & 855 \\end{bmatrix}"
    ) == prose_text(step.prose.in_("en"), step.lab.values, result, "en", lab=step.lab.lab).lstrip()


def test_lists_quotes_and_code_become_plain_text() -> None:
    text = "- one\n- two\n  1. a\n  2. b\n\n> said\n\n```text\nx = {{ W }}\n```\n\nend  \nof it"
    prose = parse_markdown(text, Source("a.md", text), Findings())
    assert "- one\n- two\n  1. a\n  2. b\n> said\nx = -0.50\nend\nof it" == prose_text(
        prose, VALUES, None, "en", lab=LAB
    )


def test_parts_of_a_formula_are_filled_in() -> None:
    (formula,) = parse_markdown("$\\frac{{{ W:.1f }}}{2}$", Source("a.md", ""), Findings()).formulas()
    assert isinstance(formula, Formula)
    assert "\\frac{-0.5}{2}" == fill_parts(formula.parts, VALUES, None, "en", lab=LAB, setting="math")


def test_an_option_of_a_question_is_spelled_with_its_live_values(course: Course) -> None:
    question = course.lessons[0].questions[5]
    assert "거짓 경보 줄이기" == question.spell(Asked(question, 0, {}, None), "1", "ko")
