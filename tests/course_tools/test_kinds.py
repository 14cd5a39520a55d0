"""One broken course for every kind of finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.course.running import run_here
from tutor.course.lint import FINDING_KINDS
from tutor.course.questions import no_programs
from tutor.render.lint import SCREEN_KINDS

from .conftest import linted

FOLDER = "01-twelve-keys"
COURSE = "course.yaml"
EN, KO, QUIZ = f"{FOLDER}/lesson.en.md", f"{FOLDER}/lesson.ko.md", f"{FOLDER}/quiz.yaml"
LAB = "labs/pitch.py"
LONG = "an uncommonly long title that goes on and on and on, until nobody can say any more what it was about"

RULE = "return a * 2 ** (keys / 12)"
WRITTEN = f"""
- id: write-frequency
  kind: code
  prompt: {{en: Write it., ko: 적어 보세요.}}
  lab: pitch:scale
  given: [a]
  data: [{{a: 100}}]
  draws: {{frequency: keys}}
  solution: |
    def frequency(keys):
        {RULE}
"""
"""A question in which a program is written."""

EAR = 'ear=Choice("left", options={"left": "left", "right": "right"}))'

Break = Callable[[Path], None]


def replace(file: str, old: str, new: str) -> Break:
    def change(course: Path) -> None:
        text = (course / file).read_text(encoding="utf-8")
        assert old in text
        (course / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def append(file: str, text: str) -> Break:
    def change(course: Path) -> None:
        with (course / file).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return change


def glossary(*terms: tuple[str, str, str, str]) -> Break:
    """Write a glossary: of each term its English and its Korean name, its step, and another English name."""

    def change(course: Path) -> None:
        entries = (
            f"- term: {{en: {english}, ko: {korean}}}\n  also: {{en: [{other or english + ' itself'}]}}\n"
            f"  means: {{en: What it is., ko: 그것입니다.}}\n  step: twelve-keys/{step}\n"
            for english, korean, step, other in terms
        )
        (course / "glossary.yaml").write_text("".join(entries), encoding="utf-8")

    return change


def write(file: str, data: bytes) -> Break:
    def change(course: Path) -> None:
        (course / file).write_bytes(data)

    return change


def all_of(*changes: Break) -> Break:
    def change(course: Path) -> None:
        for one in changes:
            one(course)

    return change


def in_both(old: str, new: str) -> Break:
    """Change both languages of the lesson."""
    return all_of(replace(EN, old, new), replace(KO, old, new))


def written(old: str = "", new: str = "") -> Break:
    """Ask for a program, and change it."""
    asked = append(QUIZ, WRITTEN.replace(old, new) if old else WRITTEN)
    return all_of(asked, in_both("- keys-up\n", "- keys-up\n- write-frequency\n"))


def elsewhere(course: Path) -> None:
    (course.parent / "secret.md").write_text("outside", encoding="utf-8")
    (course / EN).unlink()
    (course / EN).symlink_to(course.parent / "secret.md")


BROKEN: dict[str, Break] = {
    # files
    "missing-file": lambda course: (course / EN).unlink(),
    "missing-lesson": replace(COURSE, FOLDER, "01-twelve-kees"),
    "outside": elsewhere,
    "too-large": write(QUIZ, b"# " + b"x" * 1_000_001),
    "not-utf-8": write(EN, b"---\ntitle: caf\xe9\n"),
    "control-character": replace(EN, "Press", "Press\x07"),
    "stray-file": write("notes.txt", b"later"),
    # YAML
    "yaml": replace(QUIZ, "at: {keys: 24}", "at: {keys: 24"),
    "too-deep": append(QUIZ, "- " + "[" * 20 + "]" * 20 + "\n"),
    "alias": append(QUIZ, "- &question {id: x}\n- *question\n"),
    "tag": replace(QUIZ, "at: {keys: 24}", "at: {keys: !!int 24}"),
    "repeated-key": replace(QUIZ, "kind: predict\n", "kind: predict\n  kind: number\n"),
    "unquoted": replace(QUIZ, "[octave, an octave]", "[octave, no]"),
    "backslash": replace(QUIZ, "The ear hears", "$\\frac{1}{2}$ The ear hears"),
    # fields and values
    "unknown-field": replace(QUIZ, "tolerance: {rel", "tolerence: {rel"),
    "missing-field": replace(QUIZ, "  kind: predict\n", ""),
    "wrong-value": replace(QUIZ, "kind: predict", "kind: guess"),
    "empty": replace(QUIZ, "answer: frequency\n", "answer:\n"),
    "too-few": append(QUIZ, "- {id: x, kind: order, prompt: x, items: [a, b], otherwise: x}\n"),
    "bad-parameter": replace(QUIZ, "{keys: 24}", "{keys: 99}"),
    "unreachable": all_of(
        replace(LAB, 'ko="올라간 건반")))', 'ko="올라간 건반")), flat=Toggle())'),
        replace(LAB, "def scale(keys: float)", "def scale(keys: float, flat: bool)"),
        replace(LAB, "Slider, lab", "Slider, Toggle, lab"),
        replace(QUIZ, "example: {keys: 7}", "example: {keys: 7, flat: true}"),
    ),
    # lessons and steps
    "front-matter": replace(EN, "---\n", ""),
    "no-steps": write(EN, b"---\ntitle: x\ngoal: x\n---\n"),
    "before-steps": replace(EN, "\n## Up", "\nFirst of all.\n\n## Up"),
    "heading": replace(EN, "## Up", "# Up"),
    "step-id": replace(EN, "{#up}", ""),
    "empty-step": replace(EN, "## In three", "## Nothing {#nothing}\n\n## In three"),
    "repeated-id": replace(EN, "{#steps}", "{#up}"),
    "indented-block": replace(EN, "```lab\nuse: pitch:beats\n```", "  ```lab\n  use: pitch:beats\n  ```"),
    "second-block": replace(EN, "- two-octaves\n```", "- two-octaves\n```\n\n```quiz\n- keys-up\n```"),
    "unclosed-block": replace(EN, "- what-doubles\n```", "- what-doubles"),
    "html": replace(EN, "Press a key", "Press <b>a key"),
    "image": replace(EN, "Press a key", "![a piano](piano.png) Press a key"),
    "bad-link": replace(EN, "Press a key", "[Press](../nowhere.md) a key"),
    "points-at-nothing": replace(EN, "Press a key", "[Press](#keys) a key"),
    "leftover-mark": replace(EN, "Press a key", "**Press a key"),
    # labs and live values
    "unknown-lab": in_both("use: pitch:beats", "use: pitch:beets"),
    "lab-name": in_both("use: pitch:beats", "use: ../labs/pitch:beats"),
    "link": lambda course: (course / "labs" / "other.py").symlink_to("pitch.py"),
    "not-imported": write("labs/pitch.pyc", b"\x00"),
    "broken-lab": replace(LAB, "np.linspace(0, 1, 400)", "np.linspace(0, 1, 400 // int(keys - keys))"),
    "bad-result": replace(LAB, 'shows=("frequency", "ratio")', 'shows=("frequency", "ratoi")'),
    "other-lab": replace(
        QUIZ, "lab: pitch:scale\n  at: {keys: 24}\n  answer: frequency", "lab: pitch:beats\n  answer: beat"
    ),
    "no-lab": replace(EN, "- An octave doubles", "- An octave ({{ octave }}) doubles"),
    "unknown-name": replace(EN, "{{ octave }}", "{{ octaves }}"),
    "bad-index": replace(EN, "{{ octave }}", "{{ octave[3] }}"),
    "bad-format": replace(EN, "{{ beat:.1f }}", "{{ interval:.2f }}"),
    "no-working": replace(EN, "{{ octave }}", "{{ working:octave }}"),
    "bad-live": replace(EN, "{{ octave }}", "{{ octave:two }}"),
    # questions
    "unknown-question": in_both("- keys-up", "- kees-up"),
    "unused-question": in_both("```quiz\n- keys-up\n```", ""),
    "right-options": replace(QUIZ, "      right: true\n", ""),
    "no-blank": replace(QUIZ, "that is one ___.", "what is that?"),
    "bad-answer": replace(QUIZ, "answer: is_fifth", "answer: frequency"),
    "right-refused": replace(QUIZ, "example: {keys: 7}", "example: {keys: 8}"),
    "lucky-guess": replace(QUIZ, "tolerance: {abs: 0.5}", "tolerance: {abs: 9999}"),
    "mistake-collides": replace(QUIZ, "tolerance: {abs: 0.5}", "tolerance: {abs: 50}"),
    "mistake-unheard": replace(QUIZ, "answer: down", "answer: added"),
    "same-answer": replace(QUIZ, "vary: {keys: [3, 5, 8, 10]}", "vary: {keys: [3, 5, 8, 3]}"),
    "same-option": replace(QUIZ, "arrive a little too low", "arrive a little too high"),
    "same-say": replace(
        QUIZ,
        "The other way round: a pure fifth ({{ pure:.4f }}) is larger than the piano's ({{ piano:.4f }}).",
        "Powers of 3 are odd and powers of 2 are even: {{ working:fifths }}, but {{ working:octaves }}.",
    ),
    "another-way": all_of(
        replace(LAB, 'ko="올라간 건반")))', f'ko="올라간 건반")), {EAR}'),
        replace(LAB, "def scale(keys: float)", "def scale(keys: float, ear: str)"),
        replace(QUIZ, "  example: {keys: 7}", "  only: ear\n  example: {keys: 7, ear: left}"),
        replace(QUIZ, "  show: [keys]", "  show: [keys, ear]"),
    ),
    "already-true": replace(QUIZ, "  answer: is_fifth", "  at: {keys: 7}\n  answer: is_fifth"),
    "bad-program": written(RULE, "return a *"),
    "slow-program": written(RULE, f"while keys >= 0: pass\n        {RULE}"),
    "readout-differs": written("draws: {frequency", "draws: {added"),
    "weak-data": all_of(written("a: 100", "a: 1"), replace(LAB, '"a": Readout(A, format="g")', '"a": Readout(1)')),
    "not-run": written(),
    "hint-tells": replace(QUIZ, "One key up multiplies by {{ step:.4f }}.", "It is {{ frequency:.1f }}."),
    "needs-its-step": replace(QUIZ, '"Twelve keys up, a string', '"In this octave, a string'),
    "given-missing": replace(QUIZ, "The A swings {{ a }} times a second. How", "How"),
    "prediction-shown": replace(EN, "{{ octave }}", "{{ frequency }}"),
    # the glossary
    "term-step": glossary(("piano", "피아노", "up", "")),
    "term-early": glossary(("ratio", "비", "sweet", "")),
    "term-unused": glossary(("harp", "하프", "up", "")),
    "term-twice": glossary(("octave", "옥타브", "up", ""), ("fifth", "5도", "sweet", "octave")),
    # languages
    "missing-translation": lambda course: (course / KO).unlink(),
    "languages-differ": replace(KO, "keys: 24", "keys: 12"),
    "unknown-step": replace(KO, "{#sweet}", "{#sweat}"),
    "step-order": all_of(
        replace(KO, "{#steps}", "{#was}"), replace(KO, "{#up}", "{#steps}"), replace(KO, "{#was}", "{#up}")
    ),
    "languages-drift": replace(KO, "열두 건반 위는 {{ octave }}번입니다.", "열두 건반 위는 두 배입니다."),
    "older-translation": replace(KO, "title:", "translates: 0123abcd\ntitle:"),
    "untranslated": replace(QUIZ, "네, 꼭 만납니다.", "Yes, they meet right there."),
    "korean-particle": replace(KO, "{{ octave }}번입니다.", "{{ octave }}를 셉니다."),
    # on screen
    "mathematics": in_both("\\sqrt[12]{2}", "\\sqrt[12]{2"),
    "too-tall": replace(EN, "Try the other intervals.", "Try one.\n\n" * 12 + "Try the other intervals."),
    "lab-too-tall": replace(LAB, 'shows=("pure"', 'note="word " * 400, shows=("pure"'),
    "stage": in_both("use: pitch:beats", "use: pitch:beats\nlayout: stage"),
    "not-drawn": replace(LAB, "Line(every, A * STEP**every, reveals=True)", "Line(every, A * every * np.nan)"),
    "impure-lab": replace(LAB, '"a": Readout(A, format="g")', '"a": Readout(A + np.random.default_rng().random())'),
    "nothing-revealed": all_of(
        replace(LAB, "A * STEP**every, reveals=True", "A * STEP**every"),
        replace(LAB, "Mark(keys, frequency, reveals=True)", "Mark(keys, frequency)"),
        replace(LAB, 'shows=("frequency", "ratio")', 'shows=("ratio",)'),
        replace(QUIZ, "{{ working:frequency }}. The ear", "The ear"),
        replace(QUIZ, "{{ working:frequency }}. 귀는", "귀는"),
    ),
    "marks-elsewhere": replace(KO, "**옥타브**(octave)입니다", "**옥타브(octave)**입니다"),
    "hyphen-minus": in_both("{{ keys }}", "-2 {{ keys }}"),
    "no-purpose": replace(EN, "purpose: Every keyboard is tuned by one number, the twelfth root of 2.\n", ""),
    "cut-text": replace(EN, "Twelve keys to an octave", LONG),
    "code-differs": replace(LAB, '"a": Readout(A, format="g")', '"a": Readout(A, format="g", code="2 * 221")'),
}  # fmt: skip


def test_every_kind_has_a_course_that_is_broken_in_just_that_way() -> None:
    assert set(BROKEN) == {*FINDING_KINDS, *SCREEN_KINDS}


def test_the_course_that_is_broken_here_is_whole_before(tuning: Path) -> None:
    assert () == linted(tuning)


@pytest.mark.parametrize("kind", BROKEN)
def test_a_course_broken_in_this_way_is_found(tuning: Path, kind: str) -> None:
    BROKEN[kind](tuning)
    findings = linted(
        tuning, run_program=no_programs if kind == "not-run" else run_here, on_screen=kind in SCREEN_KINDS
    )
    assert kind in {finding.kind for finding in findings}, "\n".join(map(str, findings))
    assert all(finding.place.file and finding.place.line >= 1 and finding.place.column >= 1 for finding in findings)
    assert all({*FINDING_KINDS, *SCREEN_KINDS} >= {finding.kind} for finding in findings)
