"""A course, or a lesson, to begin with: small, whole, and ready to be changed into something else."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tutor.course.outline import FORMAT, lesson_id_of, read_course_file
from tutor.course.source import Findings, read_source
from tutor.course.yaml import Fields, Items, parse_yaml
from tutor.language import Text

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FIRST_LESSON = "01-braking"

_COURSE_TITLE = Text(en="A course of my own", ko="내가 만든 강좌")
_COURSE_DESCRIPTION = Text(
    en="One lesson so far: how far a car rolls before it stands.",
    ko="아직 강의는 하나입니다. 자동차가 멈출 때까지 얼마나 굴러가는지 알아봅니다.",
)
_LESSON = Text(
    en="""---
title: How far a car rolls
goal: Work out a braking distance, and see what twice the speed does to it.
---

## Brake! {#brake}

A child runs into the street. You brake as hard as you can. How far does the car still roll?

$$ d = \\frac{v^2}{2a} $$

Here v is the speed in metres a second, and a = {{ braking:g }} is how hard a good car brakes.

From {{ speed:.0f }} km/h it rolls **{{ distance:.1f }} m**: {{ working:distance }}. Move the speed and see.

```lab
use: MODULE:distance
speed: 50
```

```quiz
- LESSON-by-hand
```
""",
    ko="""---
title: 자동차는 얼마나 굴러갈까
goal: 제동 거리를 직접 계산하고, 속력이 두 배가 되면 어떻게 되는지 봅니다.
---

## 브레이크! {#brake}

아이가 길로 뛰어듭니다. 브레이크를 끝까지 밟습니다. 자동차는 얼마나 더 굴러갈까요?

$$ d = \\frac{v^2}{2a} $$

v는 1초에 가는 거리(m)로 나타낸 속력이고, a = {{ braking:g }} 값은 좋은 자동차가 속력을 줄이는 세기입니다.

시속 {{ speed:.0f }} km에서는 **{{ distance:.1f }} m** 굴러갑니다: {{ working:distance }}. 속력을 움직여 보세요.

```lab
use: MODULE:distance
speed: 50
```

```quiz
- LESSON-by-hand
```
""",
)
_PROMPT = Text(
    en="How many metres does the car roll from {{ speed:.0f }} km/h? (a = {{ braking:g }})",
    ko="시속 {{ speed:.0f }} km에서 자동차는 몇 m 굴러갈까요? (a = {{ braking:g }})",
)
_NOT_CONVERTED = Text(
    en="You squared the km/h. Divide by 3.6 first: {{ speed:.0f }} km/h is {{ v:.2f }} m/s.",
    ko="시속을 그대로 제곱했습니다. 먼저 3.6으로 나누세요. 시속 {{ speed:.0f }} km는 초속 {{ v:.2f }} m입니다.",
)
_NOT_HALVED = Text(
    en="Almost: the 2 under the line is missing. On average the car is only half as fast.",
    ko="거의 다 왔습니다. 분모의 2가 빠졌습니다. 멈추는 동안 평균 속력은 절반입니다.",
)
_HINT = Text(en="Turn km/h into m/s first.", ko="먼저 시속 km를 초속 m로 바꾸세요.")
_EXPLAIN = Text(
    en="{{ working:distance }}. Twice the speed, four times the distance.",
    ko="{{ working:distance }}. 속력이 두 배면 거리는 네 배입니다.",
)
_QUIZ = """- id: LESSON-by-hand
  kind: number
  prompt: {prompt}
  lab: MODULE:distance
  vary: {{speed: [30, 50, 80, 100]}}
  answer: distance
  tolerance: {{abs: 0.05}}
  mistakes:
    - answer: not_converted
      say: {not_converted}
    - answer: not_halved
      say: {not_halved}
  hints:
    - {hint}
  explain: {explain}
"""
_LAB = '''"""How far a car rolls until it stands."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark
from tutor.lab import Readout, Result, Slider, lab
from tutor.language import Text
from tutor.working import given

BRAKING = 8.0
"""How hard a good car brakes on a dry road, in metres a second, each second."""


@lab(speed=Slider(50, low=0, high=130, step=5, label={label}))
def distance(speed: float) -> Result:
    """Return the braking distance in metres from a speed in km/h: d = v²/(2a)."""
    v = (given(speed, "speed") / 3.6).named("v", ".2f")
    d = v**2 / (2 * given(BRAKING, "braking"))
    speeds = np.linspace(0, 130, 131)
    figure = Figure(
        (Line(speeds, (speeds / 3.6) ** 2 / (2 * BRAKING)), Mark(speed, d.value)),
        alt={alt},
        x=Axis("km/h", 0, 130),
        y=Axis("m", 0, 90),
    )
    readouts = {{
        "distance": Readout.of(d.to(".1f"), {distance}, ".1f"),
        "v": Readout.of(v, "v", ".2f"),
        "braking": Readout(BRAKING),
        # What comes out where a step of the calculation is forgotten. No one sees these: the quiz knows them.
        "not_converted": Readout(speed**2 / (2 * BRAKING)),
        "not_halved": Readout(v.value**2 / BRAKING),
    }}
    return Result(readouts, (figure,), shows=("v", "distance"))
'''
_LABEL = Text(en="speed (km/h)", ko="속력 (km/h)")
_DISTANCE = Text(en="distance (m)", ko="거리 (m)")
_ALT = Text(
    en="The braking distance over the speed: from {speed:g} km/h it is {d.value:.1f} m.",
    ko="속력에 따른 제동 거리. 시속 {speed:g} km에서는 {d.value:.1f} m입니다.",
)


def course_files(languages: Sequence[str], course_id: str) -> dict[str, str]:
    """Return the files of a new course of one lesson, by their paths inside its folder."""
    title, about = _in_yaml(_COURSE_TITLE, languages), _in_yaml(_COURSE_DESCRIPTION, languages)
    course = _course_yaml(languages, course_id, [f"title: {title}", f"description: {about}"], FIRST_LESSON)
    return {"course.yaml": course, **lesson_files(FIRST_LESSON, languages, set())}


def course_file(languages: Sequence[str], course_id: str, title: str, folder: str) -> str:
    """Return the course.yaml of a course of one lesson."""
    return _course_yaml(languages, course_id, [f"title: {_quoted(title)}"], folder)


def _course_yaml(languages: Sequence[str], course_id: str, about: Sequence[str], folder: str) -> str:
    lines = [f"format: {FORMAT}", f"id: {course_id}", *about, f"languages: [{', '.join(languages)}]"]
    return "\n".join([*lines, "lessons:", f"  - {folder}"]) + "\n"


def lesson_files(folder: str, languages: Sequence[str], taken: set[str]) -> dict[str, str]:
    """Return the files of a new lesson with a lab of its own, by their paths inside the course's folder.

    Args:
        taken: names of modules that are there already.
    """
    lesson = lesson_id_of(folder)
    module = free_module(lesson, taken)

    def named(text: str) -> str:
        return text.replace("MODULE", module).replace("LESSON", lesson)

    texts = {"prompt": _PROMPT, "not_converted": _NOT_CONVERTED, "not_halved": _NOT_HALVED}
    texts |= {"hint": _HINT, "explain": _EXPLAIN}
    quiz = _QUIZ.format(**{name: _in_yaml(text, languages) for name, text in texts.items()})
    code = _LAB.format(
        label=_in_python(_LABEL, languages),
        distance=_in_python(_DISTANCE, languages),
        alt=_in_python(_ALT, languages, formatted=True),
    )
    return {
        **{f"{folder}/lesson.{language}.md": named(_LESSON.in_(language)) for language in languages},
        f"{folder}/quiz.yaml": named(quiz),
        f"labs/{module}.py": code,
    }


def free_module(lesson: str, taken: set[str]) -> str:
    """Return a name for a lesson's module of labs that is not in `taken`."""
    stem = lesson.replace("-", "_")
    stem = stem if stem.isidentifier() else f"lab_{stem}"
    number = 2
    module = stem
    while module in taken:
        module, number = f"{stem}_{number}", number + 1
    return module


def _in_yaml(text: Text, languages: Sequence[str]) -> str:
    """Return a text in each language as a YAML map of double-quoted texts."""
    return "{" + ", ".join(f"{language}: {_quoted(text.in_(language))}" for language in languages) + "}"


def _in_python(text: Text, languages: Sequence[str], *, formatted: bool = False) -> str:
    """Return a text in each language as Python."""
    said = {language: ("f" if formatted else "") + _quoted(text.in_(language)) for language in languages}
    if all(language.isidentifier() for language in languages):
        return f"Text({', '.join(f'{language}={words}' for language, words in said.items())})"
    return "Text(**{" + ", ".join(f'"{language}": {words}' for language, words in said.items()) + "})"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def next_folder(name: str, folders: Sequence[str]) -> str:
    """Return the folder of a new lesson: `name` as it is where it has a number, else with the next one before it."""
    if name.partition("-")[0].isdigit():
        return name
    numbers = [int(number) for number, _, rest in (folder.partition("-") for folder in folders) if number.isdigit()]
    return f"{max(numbers, default=0) + 1:02}-{name}"


def with_lesson(course: Path, folder: str) -> str | None:
    """Return course.yaml with one more lesson at the end, everything else as it was; None where that cannot be done."""
    findings = Findings()
    source = read_source(course, "course.yaml", findings)
    node = parse_yaml(source, findings) if source is not None else None
    lessons = node.entries.get("lessons") if isinstance(node, Fields) else None
    if source is None or not isinstance(lessons, Items) or not lessons.items or findings.severe:
        return None
    last = lessons.items[-1]
    line = source.line_start(source.place(last.start).line)
    lead = source.text[line : last.start]
    addition = f"\n{lead}{folder}" if re.fullmatch(r"\s*-\s+", lead) else f", {folder}"
    end = last.end
    if addition.startswith("\n"):
        # A comment may follow the last lesson on its line.
        newline = source.text.find("\n", end)
        end = newline if newline >= 0 else len(source.text)
    return source.text[:end] + addition + source.text[end:]


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that must not be there yet.

    Raises:
        OSError: a file is there, or cannot be written.
    """
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)


def replace_course_file(course: Path, text: str) -> None:
    """Write course.yaml anew, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    draft = course / "course.yaml.new"
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(course / "course.yaml")


def languages_and_folders(course: Path) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return a course's languages and its lessons' folders; None where course.yaml cannot be read."""
    read = read_course_file(course, Findings())
    return (read.languages, tuple(folder for folder, _ in read.folders)) if read is not None else None
