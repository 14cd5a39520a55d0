"""The proof of a course: it is answered as a learner would, and whatever does not hold is found."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

import tutor.course
from tutor.course.finding import Place
from tutor.course.lessonfile import scan_lesson
from tutor.course.lint import FINDING_KINDS
from tutor.course.lint.folder import state_of
from tutor.course.source import LONGEST_MESSAGE, Findings, Source
from tutor.language import Text

from .conftest import SMALL, linted
from .test_loader import EN, GATE, KO, LAB, QUIZ, replace

CODE = Path(tutor.course.__path__[0])


def test_the_small_course_proves_itself() -> None:
    assert () == linted(SMALL)


def both(*changes: Callable[[Path], None]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        for one in changes:
            one(folder)

    return change


def write(file: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")

    return change


SAY = 'say: {en: "No.", ko: "아닙니다."}'

BROKEN: list[tuple[str, Callable[[Path], None], str, str, str]] = [
    # questions, answered
    (
        "a tolerance so wide that zero is right",
        replace(QUIZ, "{abs: 0.005}", "{abs: 0.45}"),
        "lucky-guess",
        QUIZ,
        "'0'",
    ),
    ("a mistake within the tolerance", replace(QUIZ, "{abs: 0.005}", "{abs: 0.35}"), "mistake-collides", QUIZ, "joint"),
    (
        "two variants with one answer",
        both(
            replace(QUIZ, "prevalence: [0.1, 0.2, 0.3]", "prevalence: [0.1, 0.2, 0.1]"),
            replace(QUIZ, "sensitivity: [0.6, 0.7, 0.8]", "sensitivity: [0.6, 0.7, 0.605]"),
        ),
        "same-answer",
        QUIZ,
        "Variants 1 and 3 have one answer",
    ),
    (
        "a mistake that is the answer",
        replace(QUIZ, "- answer: joint", "- answer: chance"),
        "mistake-collides",
        QUIZ,
        "variant 1",
    ),
    (
        "two mistakes with one number",
        replace(QUIZ, "    - answer: joint", f"    - {{answer: joint, {SAY}}}\n    - answer: joint"),
        "mistake-unheard",
        QUIZ,
        "the explanation of joint",
    ),
    (
        "a mistake beside the answer with its sign turned",
        replace(LAB, '"joint": Readout(found.value / PEOPLE', '"joint": Readout(0.003 - chance.value'),
        "mistake-unheard",
        QUIZ,
        "a lost sign meets its explanation",
    ),
    (
        "an array's mistake that is the answer",
        replace(QUIZ, "answer: turned", "answer: table"),
        "mistake-collides",
        QUIZ,
        "table",
    ),
    (
        "two options alike",
        replace(QUIZ, '"a common illness", ko', '"fewer false alarms", ko'),
        "same-option",
        QUIZ,
        "alarms",
    ),
    (
        "two options with one explanation",
        replace(QUIZ, "It can: many are ill.", "It can: fewer false alarms than ill."),
        "same-say",
        QUIZ,
        "one explanation",
    ),
    (
        "a mistake of an order that an earlier one hides",
        replace(QUIZ, '  otherwise: {en: "People', f'    - {{before: 3, after: 2, {SAY}}}\n  otherwise: {{en: "People'),
        "mistake-unheard",
        QUIZ,
        "item 3 before item 2",
    ),
    ("a wrong word that is right", replace(QUIZ, "[Laplace]", "[BAYES]"), "mistake-collides", QUIZ, "'BAYES'"),
    (
        "a prompt that says the word",
        replace(QUIZ, "This is ___ rule", "Bayes found ___ rule"),
        "hint-tells",
        QUIZ,
        "The prompt in 'en' says the answer: 'Bayes",
    ),
    ("an example that does not work", replace(GATE, "w2: 1, b: -1.5", "w2: 1, b: 1"), "right-refused", GATE, "w1"),
    (
        "a start that works",
        replace(GATE, "at: {w1: 0, w2: 0, b: 0}", "at: {w1: 1, w2: 1, b: -1.5}"),
        "already-true",
        GATE,
        "is_and",
    ),
    ("a mistake no setting meets", replace(GATE, "answer: is_or", "answer: is_and"), "mistake-unheard", GATE, "is_and"),
    (
        "a hint that says the number",
        replace(QUIZ, "Picture a", "{{ chance:.2f }}. Picture a"),
        "hint-tells",
        QUIZ,
        "0.40",
    ),
    (
        "a hint that says the option",
        replace(QUIZ, "  shuffle: true", '  hints: [{en: "It is finding more ill people", ko: "더 많이"}]'),
        "hint-tells",
        QUIZ,
        "finding more ill people",
    ),
    (
        "a prediction above its answer",
        replace(EN, "In {{ place }}, how", "It is {{ chance }}. In {{ place }}, how"),
        "prediction-shown",
        EN,
        "'chance'",
    ),
    (
        "a former id in use",
        replace(QUIZ, "kind: number", "kind: number\n  was: [the-table]"),
        "repeated-id",
        QUIZ,
        "'was'",
    ),
    # texts
    ("stars left over", replace(EN, "No lab here.", "No **lab ** here."), "leftover-mark", EN, "**"),
    ("stars left over in Korean", replace(KO, "여기에는", "** 여기**에는"), "leftover-mark", KO, "**"),
    ("an underscore left over", replace(KO, "여기에는 실험이", "여기에는 _실험_이"), "leftover-mark", KO, "_"),
    ("a dollar left over", replace(EN, "No lab here.", "No $W here."), "leftover-mark", EN, "$"),
    ("braces left over", replace(EN, "{{ place }}", "{{ place }"), "leftover-mark", EN, "{{"),
    (
        "braces left over in a title",
        replace(EN, "## The letter", "## The letter {{ chance }}"),
        "leftover-mark",
        EN,
        "{{",
    ),
    ("a mark left over in a hint", replace(QUIZ, "Picture a", "Picture *a"), "leftover-mark", QUIZ, "*a"),
    ("a link to nowhere", replace(EN, "No lab here.", "No [lab](labs/none.py) here."), "bad-link", EN, "none.py"),
    ("a link of a strange kind", replace(EN, "No lab here.", "No [lab](gopher:x) here."), "bad-link", EN, "gopher"),
    ("a link out of the course", replace(EN, "No lab", "No [lab](../../x.md)"), "bad-link", EN, "../x.md"),
    ("a particle by hand", replace(KO, "{{ place }}에서", "{{ place }}는"), "korean-particle", KO, "{{ place 은/는 }}"),
    ("a wrong particle after percent", replace(KO, ":.0% 을/를 }}", ":.0% }}을"), "korean-particle", KO, "'를'"),
    ("a particle after a formula", replace(KO, "}}$입니다", "}}$은"), "korean-particle", KO, "chance"),
    # languages
    (
        "another value in a translation",
        replace(KO, "{{ place }}", "{{ prevalence }}"),
        "languages-drift",
        KO,
        "prevalence",
    ),
    ("another paragraph", replace(EN, "No lab here.", "No lab here.\n\nReally."), "languages-drift", KO, "block 2"),
    (
        "another row",
        replace(EN, "| positive |", "| x | 1 | 2 |\n| positive |"),
        "languages-drift",
        KO,
        "a table of 2 rows",
    ),
    (
        "English under ko",
        replace(KO, "여기에는 실험이 없습니다.", "There is really no lab here today."),
        "untranslated",
        KO,
        "'ko'",
    ),
    ("a lab's text in one language", replace(LAB, ', ko="농장"', ""), "missing-translation", LAB, "'a farm'"),
    ("a lesson for nothing", replace(EN, "purpose: A test", "# A test"), "no-purpose", EN, ""),
    (
        "a translation older than its source",
        replace(KO, "title:", "translates: 0123abcd\ntitle:"),
        "older-translation",
        KO,
        "translates:",
    ),
    # files and labs
    ("a stray file", write("01-letter/notes.txt", "x"), "stray-file", "01-letter/notes.txt", "Nothing reads"),
    ("a lesson that is not listed", write("03-more/lesson.en.md", "x"), "stray-file", "03-more", "course.yaml"),
    (
        "a lab that fails at its ends",
        replace(LAB, "ill = PEOPLE * prevalence", "ill = PEOPLE * prevalence**2 / prevalence"),
        "broken-lab",
        LAB,
        "ZeroDivision",
    ),
    (
        "a lab that warns",
        replace(LAB, "ill = PEOPLE *", "ill = np.float64(0) / 0 +"),
        "broken-lab",
        LAB,
        "RuntimeWarning",
    ),
    (
        "a lab that shows what it lacks",
        replace(LAB, "        }\n    )", '        },\n        shows=("y",),\n    )'),
        "bad-result",
        LAB,
        "'y'",
    ),
]


@pytest.mark.parametrize(
    ("change", "kind", "file", "says"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_what_does_not_hold_is_found(
    folder: Path, change: Callable[[Path], None], kind: str, file: str, says: str
) -> None:
    change(folder)
    findings = linted(folder)
    found = [finding for finding in findings if finding.kind == kind and finding.place.file == file]
    assert any(says in finding.message for finding in found), "\n".join(map(str, findings))


def test_a_mark_left_over_is_found_at_its_place(folder: Path) -> None:
    replace(KO, "여기에는 실험이 없습니다.", "여기에는\n실험이 ** 없습니다.")(folder)
    (finding,) = [finding for finding in linted(folder) if finding.kind == "leftover-mark"]
    text = (folder / KO).read_text(encoding="utf-8")
    line = text[: text.index("실험이 **")].count("\n") + 1
    assert (line, 5) == (finding.place.line, finding.place.column)


def test_a_particle_that_is_right_after_percent_is_left_alone(folder: Path) -> None:
    replace(KO, ":.0% 을/를 }}", ":.0% }}를")(folder)
    assert () == linted(folder)


def test_a_translation_made_from_the_present_source_is_left_alone(folder: Path) -> None:
    source = Source(EN, (folder / EN).read_text(encoding="utf-8"))
    state = state_of(scan_lesson(source, Findings()))
    replace(KO, "title:", f"translates: {state}\ntitle:")(folder)
    assert () == linted(folder)
    replace(EN, "No lab here.", "No\nlab   here.")(folder)
    assert () == linted(folder)
    replace(EN, "how worried", "how afraid")(folder)
    assert ["older-translation"] == [finding.kind for finding in linted(folder)]


def test_readme_licence_and_hidden_files_are_no_strays(folder: Path) -> None:
    for name in ("README.md", "LICENSE", ".gitignore", "01-letter/README.ko.md", "labs/data.txt"):
        write(name, "x")(folder)
    assert () == linted(folder)


def test_files_alone_can_be_checked(folder: Path) -> None:
    both(
        replace(QUIZ, "{abs: 0.005}", "{abs: 0.45}"),
        replace(EN, "No lab here.", "No **lab ** here."),
        replace(LAB, "PEOPLE *", "PEOPLE * 0 / 0 *"),
    )(folder)
    assert ["leftover-mark"] == [finding.kind for finding in linted(folder, run_labs=False)]


def test_a_folder_that_is_no_course_is_a_finding(tmp_path: Path) -> None:
    assert ["missing-file"] == [finding.kind for finding in linted(tmp_path)]


def kinds_in_code() -> set[str]:
    """Return the kinds of finding that the code notes."""
    kinds = set()
    for path in CODE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                at = {"error": 1, "warn": 1, "note": 1, "refuse": 1, "LiveError": 1, "Note": 0, "_note": 0}.get(name)
                if at is not None and len(call.args) > at:
                    kind = call.args[at]
                    if isinstance(kind, ast.Constant) and isinstance(kind.value, str):
                        kinds.add(kind.value)
    return kinds


def test_every_kind_of_finding_is_documented_and_none_else() -> None:
    assert kinds_in_code() == set(FINDING_KINDS)
    assert all({"en", "ko"} == set(text.variants) for text in FINDING_KINDS.values())


WORDS_AT = {"error": 2, "warn": 2, "note": 2, "refuse": 2, "wrong": 1, "Note": 1, "LiveError": 0, "MathematicsError": 0}
"""From what notes a finding, or raises what becomes one, to which of its arguments are the words."""


def test_nothing_is_noted_in_one_language_alone() -> None:
    alone = []
    for path in [*CODE.rglob("*.py"), *(CODE.parent / "render").rglob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                at = WORDS_AT.get(name)
                written = [one for one in call.args[at:] if at is not None and is_written_out(one)]
                alone += [f"{path.name}:{call.lineno}" for _ in written]
    assert [] == alone


def is_written_out(node: ast.expr) -> bool:
    """Return whether an expression is a sentence, not a name or a symbol."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and " " in node.value.strip()
    return isinstance(node, ast.JoinedStr)


def test_findings_stand_in_one_order_whatever_they_are_read_in() -> None:
    # In Korean the second one would come first.
    findings, place = Findings(), Place("a.md", 1)
    findings.warn(place, "kind", Text(en="One", ko="하나"))
    findings.warn(place, "kind", Text(en="A text of {whose}", ko="{whose}의 글"), whose=Text(en="two", ko="둘"))
    findings.warn(place, "kind", Text(en="One", ko="하나"))
    assert ["A text of two", "One"] == [one.words("en") for one in findings.sorted()]
    assert ["둘의 글", "하나"] == [one.words("ko") for one in findings.sorted()]


def test_a_finding_is_of_a_length_that_can_be_read_in_either_language() -> None:
    findings = Findings()
    findings.error(Place("a.md", 1), "kind", Text(en="{found} is long", ko="{found}은(는) 깁니다"), found="가" * 5_000)
    assert all(len(said) <= LONGEST_MESSAGE + 3 for said in findings.found[0].words.variants.values())


def test_what_is_found_again_with_another_value_reads_as_that() -> None:
    findings, words = Findings(), Text(en="<{value}>", ko="<{value}>")
    for value in (1, 1, True, 1.0, "1", Text(en="one", ko="하나"), 1):
        findings.error(Place("a", 1), "format", words, value=value)
    assert ["<1>", "<1>", "<True>", "<1.0>", "<1>", "<one>", "<1>"] == [one.message for one in findings.found]
    assert "<하나>" == findings.found[5].words("ko")
