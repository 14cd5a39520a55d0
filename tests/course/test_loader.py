"""A course from its files, and everything that can be wrong with them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.trusted import course_in, outline_in, reading_of
from tutor.course.loader import load_lesson, load_outline, read_course
from tutor.course.model import Course, CourseError, Finding
from tutor.course.prose import Place
from tutor.language import Text

EN = "01-letter/lesson.en.md"
KO = "01-letter/lesson.ko.md"
QUIZ = "01-letter/quiz.yaml"
SAID_OF_RIGHT = ('say: {en: "Yes, this."', 'say: {en: "And this."')
GATE = "02-gate/quiz.yaml"
LAB = "labs/crowd.py"


def test_the_small_course_is_whole_without_a_finding(folder: Path) -> None:
    reading = reading_of(folder)
    course, findings = reading.course, reading.findings
    assert () == findings
    assert course is not None
    assert ("small", ("en", "ko"), "작은 강의") == (course.id, course.languages, course.title.in_("ko"))
    assert [("letter", 1, "01-letter"), ("gate", 2, "02-gate")] == [
        (lesson.id, lesson.number, lesson.folder) for lesson in course.lessons
    ]
    letter = course.lessons[0]
    assert ("20-27", ["the-letter", "count-people", "words"]) == (letter.deck, [step.id for step in letter.steps])
    assert "사람을 세어 봅시다" == letter.steps[1].title.in_("ko")
    assert [
        "how-worried",
        "by-hand",
        "the-table",
        "the-shape",
        "in-order",
        "which-cannot",
        "which-can",
        "rule-name",
        "where-to",
    ] == [question.id for question in letter.questions]


def test_a_step_knows_its_lab_and_what_of_it_is_shown(course: Course) -> None:
    letter, gate = course.lessons
    first, second = letter.steps[0].lab, letter.steps[1].lab
    assert first is not None and second is not None and gate.steps[0].lab is not None
    assert ("crowd:people", False, ("prevalence", "sensitivity", "false_alarm", "place")) == (
        first.lab.name,
        first.hidden,
        first.show,
    )
    assert (True, (), 0.1) == (second.hidden, second.show, second.values["prevalence"])
    assert ("w1", "w2", "b") == gate.steps[0].lab.show
    assert letter.steps[2].lab is None


def test_variants_are_zipped_and_plain_values_repeat(course: Course) -> None:
    by_hand = course.lessons[0].questions[1]
    assert (
        {"prevalence": 0.1, "sensitivity": 0.6, "false_alarm": 0.1},
        {"prevalence": 0.2, "sensitivity": 0.7, "false_alarm": 0.1},
        {"prevalence": 0.3, "sensitivity": 0.8, "false_alarm": 0.1},
    ) == by_hand.variants
    assert by_hand.ask(4).variant == 1
    assert "town" == by_hand.ask(0).values["place"]


def test_an_outline_knows_the_names_and_one_lesson_can_be_loaded_from_it(folder: Path, course: Course) -> None:
    outline = outline_in(folder)
    assert [lesson.id for lesson in course.lessons] == [lesson.id for lesson in outline.lessons]
    for mine, whole in zip(outline.lessons, course.lessons, strict=True):
        assert (mine.title, mine.goal, mine.deck) == (whole.title, whole.goal, whole.deck)
        assert [step.id for step in mine.steps] == [step.id for step in whole.steps]
        assert [question.id for question in mine.questions] == [question.id for question in whole.questions]
    lesson = load_lesson(outline, "gate")
    assert [question.revision for question in course.lessons[1].questions] == [
        question.revision for question in lesson.questions
    ]
    with pytest.raises(KeyError):
        load_lesson(outline, "nowhere")


def test_reading_an_outline_imports_neither_numpy_nor_the_markdown_parser(folder: Path) -> None:
    program = (
        "import sys, pathlib; from tutor.course.outline import load_outline; load_outline(pathlib.Path(sys.argv[1])); "
        "heavy = {'numpy', 'markdown_it', 'plotext', 'textual'} & set(sys.modules); "
        "import tutor.course.loader; heavy |= {'numpy'} & set(sys.modules); print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


def test_a_lesson_missing_in_a_translation_falls_back_to_the_first_language(folder: Path) -> None:
    (folder / KO).unlink()
    course = course_in(folder)
    step = course.lessons[0].steps[0]
    assert "The letter" == step.title.in_("ko")
    assert step.prose.in_("en") is step.prose.in_("ko")
    assert [("missing-translation", KO)] == [(f.kind, f.place.file) for f in reading_of(folder).findings]


def test_a_step_missing_in_a_translation_falls_back_to_the_first_language(folder: Path) -> None:
    path = folder / KO
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("## 낱말")], encoding="utf-8")
    course = course_in(folder)
    assert "Words" == course.lessons[0].steps[2].title.in_("ko")
    (finding,) = reading_of(folder).findings
    assert ("missing-translation", False) == (finding.kind, finding.severe)
    assert "'words'" in finding.message


def replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def remove(file: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / file).unlink()

    return change


def outside(folder: Path) -> None:
    (folder.parent / "elsewhere.md").write_text((folder / EN).read_text(encoding="utf-8"), encoding="utf-8")
    (folder / EN).unlink()
    (folder / EN).symlink_to(folder.parent / "elsewhere.md")


def lab_outside(folder: Path) -> None:
    (folder / "labs" / "crowd.py").rename(folder.parent / "crowd.py")
    (folder / "labs" / "crowd.py").symlink_to(folder.parent / "crowd.py")


def a_folder_for_a_file(folder: Path) -> None:
    (folder / QUIZ).unlink()
    (folder / QUIZ).mkdir()


BROKEN: list[tuple[Callable[[Path], None], str, str, str, str]] = [
    # what to break; kind of finding; its file; a text on its line, after the change; words of the message
    # course.yaml
    (remove("course.yaml"), "missing-file", "course.yaml", "", "no such file"),
    (replace("course.yaml", "format: 1", "format: 2"), "wrong-value", "course.yaml", "format", "format 1"),
    (replace("course.yaml", "languages:", "langauges:"), "unknown-field", "course.yaml", "langauges", "'languages'"),
    (replace("course.yaml", "languages: [en, ko]\n", ""), "missing-field", "course.yaml", "", "'languages'"),
    (replace("course.yaml", "[en, ko]", "[en, ../x]"), "wrong-value", "course.yaml", "../x", "language"),
    (replace("course.yaml", "02-gate", "02-gaet"), "missing-lesson", "course.yaml", "02-gaet", "'02-gate'"),
    (replace("course.yaml", "02-gate", "../02-gate"), "outside", "course.yaml", "../02", "out of the course"),
    (replace("course.yaml", "02-gate", "01-letter"), "repeated-id", "course.yaml", "01-letter", "twice"),
    (replace("course.yaml", ", ko:", ", kr:"), "unknown-field", "course.yaml", "kr:", "It can be en, ko"),
    (replace("course.yaml", ', ko: "작은 강의"', ""), "missing-translation", "course.yaml", "title", "'ko'"),
    (replace("course.yaml", "02-gate", "g" * 300), "missing-lesson", "course.yaml", "ggg", "no folder"),
    # a lesson's files
    (remove(EN), "missing-file", EN, "", "no such file"),
    (remove(QUIZ), "missing-file", QUIZ, "", "no such file"),
    (outside, "outside", EN, "", "out of the course"),
    (a_folder_for_a_file, "missing-file", QUIZ, "", "no such file"),
    (replace(EN, "---\ntitle", "title"), "front-matter", EN, "", "---"),
    (replace(EN, "goal: Say", "gaol: Say"), "unknown-field", EN, "gaol", "'goal'"),
    (replace(EN, "goal: Say", "gaol: Say"), "missing-field", EN, "", "'goal'"),
    (replace(EN, " {#the-letter}", ""), "step-id", EN, "## The letter", "{#the-letter}"),
    (replace(EN, "{#the-letter}", "{#The Letter}"), "step-id", EN, "## The letter", "small letters"),
    (replace(EN, "{#words}", "{#the-letter}"), "repeated-id", EN, "## Words", "line 8"),
    (replace(EN, "## Words", "## Empty {#empty}\n\n## Words"), "empty-step", EN, "## Empty", "empty"),
    (replace(EN, "\n## The letter", "\nStray.\n\n## The letter"), "before-steps", EN, "Stray", "first step"),
    (replace(EN, "## The letter {", "# The letter {"), "heading", EN, "# The letter", "##"),
    (
        replace(EN, "```quiz", "```lab\nuse: crowd:gate\n```\n\n```quiz"),
        "second-block",
        EN,
        "```lab\nuse: crowd:gate",
        "one lab",
    ),
    (replace(EN, "- where-to\n```", "- where-to"), "unclosed-block", EN, "```quiz\n- which-cannot", "```"),
    (
        replace(EN, "```quiz\n- how-worried\n```", " ```quiz\n- how-worried\n```"),
        "indented-block",
        EN,
        " ```quiz",
        "start",
    ),
    # lab blocks
    (replace(EN, "use: crowd:people", "use: crowds:people"), "unknown-lab", EN, "use: crowds", "'crowd'"),
    (replace(EN, "use: crowd:people", "use: crowd:poeple"), "unknown-lab", EN, "use: crowd:poeple", "'people'"),
    (replace(EN, "use: crowd:people", "usr: crowd:people"), "missing-field", EN, "usr:", "use:"),
    (replace(EN, "use: crowd:people\n```", "```"), "wrong-value", EN, "```\n\n```quiz\n- how", "empty"),
    (replace(EN, "prevalence: 0.1", "prevalance: 0.1"), "unknown-field", EN, "prevalance", "'prevalence'"),
    (replace(EN, "prevalence: 0.1", "prevalence: 5"), "bad-parameter", EN, "prevalence: 5", "0 to 0.5"),
    (replace(EN, "prevalence: 0.1", "prevalence: a lot"), "bad-parameter", EN, "a lot", "'a lot'"),
    (replace(EN, "hidden: true", "hidden: maybe"), "wrong-value", EN, "maybe", "true or false"),
    (replace(EN, "prevalence: 0.1", "show: [prevalance]"), "unknown-name", EN, "[prevalance]", "'prevalence'"),
    (replace(LAB, "ill = PEOPLE *", "ill = PEOPLE */"), "broken-lab", LAB, "PEOPLE */", "SyntaxError"),
    (replace(LAB, "PEOPLE = 1000", "PEOPLE = 1 / 0"), "broken-lab", LAB, "1 / 0", "ZeroDivisionError"),
    (replace(LAB, "PEOPLE = 1000", "raise SystemExit(3)"), "broken-lab", LAB, "raise", "SystemExit"),
    (replace(LAB, "ill = PEOPLE *", "ill = PEOPL *"), "broken-lab", LAB, "PEOPL *", "NameError"),
    (replace(LAB, "    ill =", "    return 3\n    ill ="), "broken-lab", LAB, "def people", "Result"),
    (lab_outside, "link", LAB, "", "put the file there"),
    # live values
    (replace(EN, "{{ sensitivity", "{{ sensitvity"), "unknown-name", EN, "sensitvity", "'sensitivity'"),
    (replace(EN, "{{ place }}", "{{ place:.2f }}"), "bad-format", EN, "place:.2f", "a word"),
    (replace(EN, "table[0,1]", "table[0,9]"), "bad-index", EN, "table[0,9]", "[0, 9]"),
    (
        replace(EN, "{{ chance:.2f }}` are", "{{ working:table }}` are"),
        "no-working",
        EN,
        "working:",
        "It can be chance",
    ),
    (replace(EN, "No lab here.", "No {{ lab }} here."), "no-lab", EN, "{{ lab }}", "no lab"),
    (replace(EN, "{{ place }}", "{{ place 은/는 }}"), "bad-live", EN, "은/는", "Korean"),
    (replace(QUIZ, "{{ working:chance }}.", "{{ working:chancs }}."), "unknown-name", QUIZ, "chancs", "'chance'"),
    # quiz blocks and quiz.yaml
    (replace(EN, "- how-worried", "- how-woried"), "unknown-question", EN, "how-woried", "'how-worried'"),
    (replace(EN, "- how-worried", "- how-woried"), "unused-question", QUIZ, "id: how-worried", "'how-worried'"),
    (
        replace(EN, "- by-hand\n", "- by-hand\n- how-worried\n"),
        "repeated-id",
        EN,
        "- how-worried\n- the",
        "asked before",
    ),
    (replace(QUIZ, "id: by-hand", "id: how-worried"), "repeated-id", QUIZ, "id: how-worried\n  kind: number", "line 1"),
    (replace(QUIZ, "kind: number", "kind: nmuber"), "wrong-value", QUIZ, "nmuber", "'number'"),
    (replace(QUIZ, "  kind: number\n", ""), "missing-field", QUIZ, "id: by-hand", "'kind'"),
    (
        replace(QUIZ, "tolerance: {abs: 0.005}", "tolerence: {abs: 0.005}"),
        "unknown-field",
        QUIZ,
        "tolerence",
        "'tolerance'",
    ),
    (replace(QUIZ, "{abs: 0.005}", "{abs: -1}"), "wrong-value", QUIZ, "{abs: -1}", "from 0"),
    (replace(QUIZ, "answer: chance", "answer: chancs"), "unknown-name", QUIZ, "chancs", "'chance'"),
    (replace(QUIZ, "answer: chance", "answer: 4.67"), "wrong-value", QUIZ, "4.67", "never typed"),
    (replace(QUIZ, "answer: chance", "answer: place_name"), "bad-answer", QUIZ, "place_name", "not a number"),
    (
        replace(QUIZ, "answer: table\n", "answer: chance\n"),
        "bad-answer",
        QUIZ,
        "chance\n  tolerance: {abs: 0.5}",
        "not an array",
    ),
    (replace(QUIZ, "  answer: table\n", ""), "missing-field", QUIZ, "id: the-table", "'answer'"),
    (replace(QUIZ, "[0.1, 0.2, 0.3]", "[0.1, 0.2]"), "wrong-value", QUIZ, "[0.1, 0.2]", "length"),
    (replace(QUIZ, "[0.1, 0.2, 0.3]", "[0.1, 0.2, 3]"), "bad-parameter", QUIZ, "[0.1, 0.2, 3]", "0 to 0.5"),
    (replace(QUIZ, "prevalence: [0.1", "prevelance: [0.1"), "unknown-field", QUIZ, "prevelance", "'prevalence'"),
    (
        replace(QUIZ, "  answer: table", "  vary: {place: [farm]}\n  answer: table"),
        "wrong-value",
        QUIZ,
        "[farm]",
        "not both",
    ),
    (replace(QUIZ, "lab: crowd:people\n  vary", "vary"), "no-lab", QUIZ, "vary:", "names no lab"),
    (replace(QUIZ, "kind: choice\n", "kind: choice\n  shufle: true\n"), "unknown-field", QUIZ, "shufle", "'shuffle'"),
    (
        replace(QUIZ, '      say: {en: "It can: f', '      right: true\n      say: {en: "It can: f'),
        "right-options",
        QUIZ,
        "id: which-cannot",
        "2",
    ),
    (
        lambda folder: [replace(QUIZ, f"right: true\n      {says}", says)(folder) for says in SAID_OF_RIGHT],
        "right-options",
        QUIZ,
        "id: which-can\n",
        "at least one",
    ),
    (replace(QUIZ, "accept: {en: [", "accept: {en: [no, "), "unquoted", QUIZ, "[no,", "quotes"),
    (replace(QUIZ, "This is ___ rule", "This is a rule"), "no-blank", QUIZ, "This is a rule", "___"),
    (replace(QUIZ, "before: 3, after: 2", "before: 1, after: 2"), "wrong-value", QUIZ, "id: in-order", "right order"),
    (replace(QUIZ, ', ko: "대부분 훨씬 크게 답합니다."', ""), "missing-translation", QUIZ, "Most people", "'ko'"),
    (replace(QUIZ, 'en: "Most people say far too much.", ', ""), "missing-translation", QUIZ, "대부분", "'en'"),
    (replace(QUIZ, 'explain: {en: "Most', 'explain: {e: "Most'), "unknown-field", QUIZ, "Most", "'en'"),
    (replace(QUIZ, "hints:", "hints: x\n  was:"), "wrong-value", QUIZ, "hints: x", "a list"),
    (
        replace(QUIZ, "lab: crowd:people\n  answer: chance", "lab: crowd:gate\n  answer: w1"),
        "other-lab",
        QUIZ,
        "how-worried",
        "same",
    ),
    (replace(GATE, "example: {w1: 1,", "example: {w3: 1,"), "unknown-field", GATE, "w3:", "w1"),
    (replace(GATE, "example: {w1: 1,", "example: {strict: false,"), "unreachable", GATE, "strict", "cannot set"),
    (replace(GATE, "show: [w1, w2, b]", "show: [w1, w3, b]"), "unknown-name", GATE, "id: make-and", "w1"),
    (replace(GATE, "answer: is_and", "answer: totals"), "bad-answer", GATE, "totals", "neither true nor false"),
    # languages
    (
        replace(KO, "prevalence: 0.1", "prevalence: 0.2"),
        "languages-differ",
        KO,
        "use: crowd:people\nprev",
        "lesson.en.md",
    ),
    (replace(KO, "- in-order\n", ""), "languages-differ", KO, "- by-hand", "quiz block"),
    (replace(KO, "{#words}", "{#wrods}"), "unknown-step", KO, "{#wrods}", "'words'"),
]


@pytest.mark.parametrize(("change", "kind", "file", "at", "says"), BROKEN)
def test_what_is_wrong_is_found_at_its_place_with_what_would_be_right(
    folder: Path, change: Callable[[Path], None], kind: str, file: str, at: str, says: str
) -> None:
    change(folder)
    findings = reading_of(folder).findings
    found = [finding for finding in findings if finding.kind == kind and finding.place.file == file]
    line = 1
    if at:
        text = (folder / file).read_text(encoding="utf-8")
        # Of two equal ids, the second is the one that is wrong.
        start = text.rindex(at) if kind == "repeated-id" else text.index(at)
        line += text[:start].count("\n")
    assert any(finding.place.line == line and says in finding.message for finding in found), "\n".join(
        map(str, findings)
    )


@pytest.mark.parametrize("file", [EN, QUIZ, "course.yaml"])
def test_where_something_is_wrong_there_is_no_course_and_the_error_has_all_that_was_found(
    folder: Path, file: str
) -> None:
    (folder / file).write_text("nothing that can be read: [", encoding="utf-8")
    findings = reading_of(folder).findings
    assert any(finding.severe for finding in findings)
    with pytest.raises(CourseError) as raised:
        course_in(folder)
    assert findings == raised.value.findings


def test_all_findings_come_at_once(folder: Path) -> None:
    for change, kind, *_ in BROKEN:
        if kind in ("unknown-name", "bad-format", "unknown-question", "languages-differ"):
            try:
                change(folder)
            except AssertionError:
                # Another of these changes has replaced the same words already.
                continue
    files = {finding.place.file for finding in reading_of(folder).findings}
    assert {EN, KO, QUIZ, GATE} <= files


def test_a_folder_that_is_no_course_is_a_finding(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        reading = read_course(path)
        course, findings = reading.course, reading.findings
        assert course is None
        assert ["missing-file"] == [finding.kind for finding in findings]
        with pytest.raises(CourseError):
            load_outline(path)


def test_a_course_with_an_error_still_shows_what_is_good(folder: Path) -> None:
    replace(QUIZ, "kind: number", "kind: nmuber")(folder)
    reading = reading_of(folder)
    course, findings = reading.course, reading.findings
    assert course is not None
    assert "by-hand" not in [question.id for question in course.lessons[0].questions]
    assert 8 == len(course.lessons[0].questions)
    assert 1 == len(findings)


def test_a_finding_reads_as_one_line() -> None:
    finding = Finding(Place("a.md", 3, 7), Text(en="This is wrong.", ko="틀렸습니다."), "wrong-value")
    assert "a.md:3:7: error: This is wrong. [wrong-value]" == str(finding)
    assert "labs/a.md:3:7: 오류: 틀렸습니다. [wrong-value]" == finding.told("ko", "labs/a.md:3:7")


def test_labs_of_a_course_are_read_anew_and_leave_no_files(folder: Path) -> None:
    def chance() -> float:
        question = course_in(folder).lessons[0].questions[1]
        return float(question.right_response(question.ask(0)))

    before = chance()
    replace(LAB, "chance = found", "chance = 0.5 * found")(folder)
    assert before / 2 == pytest.approx(chance(), abs=0.01)
    assert ["crowd.py"] == [path.name for path in (folder / "labs").iterdir()]


def test_a_lab_may_import_its_neighbour(folder: Path) -> None:
    (folder / "labs" / "numbers_of.py").write_text("PEOPLE = 500\n", encoding="utf-8")
    replace(LAB, "PEOPLE = 1000", "from .numbers_of import PEOPLE")(folder)
    assert () == reading_of(folder).findings


def test_a_course_of_its_own_can_use_the_built_in_labs(folder: Path) -> None:
    replace(EN, "use: crowd:people", "use: nothing:here")(folder)
    findings = reading_of(folder).findings
    assert any("'nothing'" in finding.message for finding in findings)


def test_a_lab_can_have_a_parameter_called_hidden(folder: Path) -> None:
    code = (folder / LAB).read_text(encoding="utf-8").replace("w1", "hidden")
    (folder / LAB).write_text(code, encoding="utf-8")
    for language in ("en", "ko"):
        path = folder / f"02-gate/lesson.{language}.md"
        text = path.read_text(encoding="utf-8").replace("{{ w1 }}", "{{ hidden }}")
        path.write_text(text.replace("show: [w1, w2, b]", "hidden: 1.5\nshow: [hidden]"), encoding="utf-8")
    path = folder / GATE
    path.write_text(path.read_text(encoding="utf-8").replace("w1", "hidden"), encoding="utf-8")
    course = course_in(folder)
    use = course.lessons[1].steps[0].lab
    assert use is not None
    assert (False, ("hidden",), 1.5) == (use.hidden, use.show, use.values["hidden"])


def test_an_option_that_looks_like_a_number_is_still_an_option(folder: Path) -> None:
    replace(LAB, '"farm": Text', '"1": Text')(folder)
    replace(QUIZ, "false_alarm: 0.1}\n  answer: table", "false_alarm: 0.1, place: 1}\n  answer: table")(folder)
    reading = reading_of(folder)
    course, findings = reading.course, reading.findings
    assert course is not None
    assert () == findings
    assert "1" == course.lessons[0].questions[2].ask(0).values["place"]
