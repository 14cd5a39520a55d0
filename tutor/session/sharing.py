"""What a lab is set to, as a line that can be shared and opened: "units=3&frame=40". It never carries code."""

from __future__ import annotations

import json

from tutor.lab import Value, Values
from tutor.learner.progress import StepPlace
from tutor.session.visit import Visit


def state_of(visit: Visit) -> str:
    """Return what the learner has set the lab of a visit to, where that is not as at first; "" where nothing is."""
    if visit.use is None:
        return ""
    first = visit.use.values
    return "&".join(f"{name}={_written(value)}" for name, value in visit.values.items() if value != first[name])


def command_for(place: StepPlace, visit: Visit) -> str:
    """Return the command that opens a step with its lab as it is set in a visit."""
    step, state = f"{place.lesson}/{place.step}", state_of(visit)
    return f"tutor --at '{step}?{state}'" if state else f"tutor --at {step}"


def values_in(state: str) -> dict[str, Value]:
    """Return the values that a line says, each as a number, a truth value, a list or a word; what they are of, a lab
    has to say."""
    return dict(map(value_of, filter(None, state.split("&"))))


def value_of(pair: str) -> tuple[str, Value]:
    """Return the name and the value of one parameter: "W=2", "hidden=4", "h=tanh", "p=[0.9,0.1]"."""
    name, _, text = pair.partition("=")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = text
    return name.strip(), tuple(value) if isinstance(value, list) else value


def fitting(values: Values, known: Values) -> dict[str, Value]:
    """Return values as their parameters want them: an option of a choice is a word, even if it looks like a number."""
    return {
        name: str(value) if isinstance(known.get(name), str) and isinstance(value, int | float) else value
        for name, value in values.items()
    }


def _written(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:.10g}"
    return json.dumps(value, separators=(",", ":"))
