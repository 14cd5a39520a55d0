"""The glossary of a course: how it is read, where its terms stand in prose, and how it is held against the lessons."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trusted import outline_in, reading_of
from tutor.course.finding import Finding
from tutor.course.glossary import Term, read_glossary
from tutor.course.lint.terms import lint_terms
from tutor.course.loader import load_glossary
from tutor.course.markdown import parse_markdown
from tutor.course.model import CourseError
from tutor.course.naming import Naming
from tutor.course.outline import load_outline
from tutor.course.source import Files, Findings, Source

LESSONS = Path(__file__).parent.parent.parent / "lessons"
GLOSSARY = """\
- term: {en: letter, ko: 편지}
  also: {en: [notice], ko: [통지서]}
  means: {en: "What comes by post.", ko: "우편으로 오는 것입니다."}
  formula: 'T = \\frac{a}{b}'
  step: letter/the-letter
- term: {en: gate, ko: 게이트}
  means: {en: "Two bits become one.", ko: "비트 둘이 하나가 됩니다."}
  step: gate/build-it
"""


def write(folder: Path, text: str) -> None:
    (folder / "glossary.yaml").write_text(text, encoding="utf-8")


def found_in(folder: Path) -> list[Finding]:
    return list(reading_of(folder, run_labs=False).findings)


def held_against_lessons(folder: Path) -> list[tuple[str, str, str]]:
    """Return what the check of terms finds: kind, file and line, and the message."""
    reading = reading_of(folder, run_labs=False)
    assert reading.course is not None and reading.outline is not None
    assert () == reading.findings
    findings = Findings()
    lint_terms(reading.course, reading.outline.files, findings)
    return [(one.kind, f"{one.place.file}:{one.place.line}", one.message) for one in findings.sorted()]


def add_to(folder: Path, file: str, before: str, text: str) -> None:
    path = folder / file
    whole = path.read_text(encoding="utf-8")
    assert before in whole
    path.write_text(whole.replace(before, f"{text}\n\n{before}", 1), encoding="utf-8")


# -- reading ----------------------------------------------------------------------------------------------------------


def test_a_course_without_a_glossary_has_no_terms(folder: Path) -> None:
    assert () == load_glossary(outline_in(folder))
    assert [] == held_against_lessons(folder)


def test_a_term_has_names_a_sentence_a_formula_and_a_step(folder: Path) -> None:
    write(folder, GLOSSARY)
    assert [] == found_in(folder)
    letter, gate = load_glossary(outline_in(folder))
    assert ("letter", "notice") == letter.names_in("en")
    assert ("letter", "notice", "편지", "통지서") == letter.all_names
    assert "우편으로 오는 것입니다." == letter.means.in_("ko").source
    assert letter.formula is not None and "T = \\frac{a}{b}" == letter.formula.source
    assert (("letter", "the-letter"), ("letter", "the-letter")) == ((letter.lesson, letter.step), letter.first)
    assert gate.formula is None


@pytest.mark.parametrize(
    ("old", "new", "at", "kind", "said"),
    [
        ("letter/the-letter", "letter/the-lettr", "5:9", "term-step", "Did you mean 'letter/the-letter'?"),
        ("letter/the-letter", "the-letter", "5:9", "wrong-value", "LESSON/STEP"),
        ("  means: {en: \"Two", "  meant: {en: \"Two", "7:3", "unknown-field", "Did you mean 'means'?"),
        ("  step: gate/build-it\n", "", "6:3", "missing-field", "'step'"),
        ("{en: gate, ko: 게이트}", "{en: gate}", "6:9", "missing-translation", "'ko'"),
        ("{en: gate, ko: 게이트}", "{ko: 게이트}", "6:9", "missing-translation", "'en'"),
        ("ko: [통지서]", "kr: [통지서]", "2:24", "unknown-field", "It can be en, ko."),
        ("Two bits", "{{ w1 }} bits", "7:16", "no-lab", "no live value"),
        ("gate, ko", "notice, ko", "6:3", "term-twice", "line 1"),
        ("also: {en: [notice]", "everyday: {en: [lettr]", "2:13", "unknown-name", "Did you mean 'letter'?"),
        ("- term: {en: letter", "x: {en: letter", "2:3", "yaml", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place_and_the_nearest_name(
    folder: Path, old: str, new: str, at: str, kind: str, said: str
) -> None:
    assert old in GLOSSARY
    write(folder, GLOSSARY.replace(old, new, 1))
    every = {(str(one.place), one.kind): one for one in found_in(folder)}
    finding = every[f"glossary.yaml:{at}", kind]
    assert said in finding.message
    if finding.severe:
        with pytest.raises(CourseError):
            load_glossary(outline_in(folder))


def test_what_is_no_list_and_what_holds_far_too_much_is_refused(folder: Path) -> None:
    write(folder, "term: letter\n")
    assert ["wrong-value"] == [finding.kind for finding in found_in(folder)]
    write(folder, "- {}\n" * 501)
    assert ["too-large"] == [finding.kind for finding in found_in(folder)]


# -- where a term stands ----------------------------------------------------------------------------------------------


def term(en: str, ko: str, *, also_en: str = "", also_ko: str = "") -> str:
    """Return one entry of a glossary; further names are parted by commas."""
    also = f"  also: {{en: [{also_en}], ko: [{also_ko}]}}\n".replace("en: [], ", "").replace(", ko: []", "")
    also = also if also_en or also_ko else ""
    means = '  means: {en: "What it is.", ko: "그것입니다."}\n'
    return f"- term: {{en: {en}, ko: {ko}}}\n{also}{means}  step: letter/words\n"


NAMES = "".join(
    (
        term("loss", "손실", also_en="loss function", also_ko="손실 함수"),
        term("layer", "층"),
        term("hidden layer", "은닉층"),
        term("cross-entropy", "교차 엔트로피"),
        term("gradient descent", "경사하강법"),
        term("AND", "AND"),
        term("matrix", "행렬"),
        term("hypothesis", "가설"),
        term("standardise", "표준화"),
        term("ReLU", "ReLU"),
    )
)


def terms_of(folder: Path) -> tuple[Term, ...]:
    write(folder, NAMES)
    findings = Findings()
    terms = read_glossary(Files(folder), ("en", "ko"), outline_in(folder).lessons, findings)
    assert [] == findings.found
    return terms


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The loss, a loss function and two losses.", ["loss", "loss function", "losses"]),
        ("en", "Glossy paper is lossless; a glass blossoms.", []),
        ("en", "Two hidden layers and a layer; a multi-layer one.", ["hidden layers", "layer"]),
        ("en", "Cross entropy, cross-entropy, crossentropy.", ["Cross entropy", "cross-entropy", "crossentropy"]),
        ("en", "Gradient-descent goes down.", ["Gradient-descent"]),
        ("en", "this and that, but AND is a gate", ["AND"]),
        ("en", "one matrix, two matrices; one hypothesis, two hypotheses",
         ["matrix", "matrices", "hypothesis", "hypotheses"]),
        ("en", "Standardised, standardises, standardising.", ["Standardised", "standardises", "standardising"]),
        ("en", "`loss` and $loss$ are no words, **loss** is", ["loss"]),
        ("ko", "손실은 작을수록 좋고, 손실함수와 손실 함수는 같습니다.", ["손실", "손실함수", "손실 함수"]),
        ("ko", "한 층과 여러 층으로, 계층도 층계도 아닙니다.", ["층", "층"]),
        ("ko", "은닉층이 둘인 신경망의 은닉 층", ["은닉층", "층"]),
        ("ko", "경사 하강법으로, 경사하강법입니다", ["경사 하강법", "경사하강법"]),
        ("ko", "표준화하면, 표준화된 값, 표준화의 뜻", ["표준화", "표준화", "표준화"]),
        ("ko", "행렬식은 다른 말이고 행렬에는 행이 있습니다.", ["행렬"]),
        ("ko", "ReLU는 0 아래를 막고 AND입니다. **손실**(loss)", ["ReLU", "AND", "손실"]),
        ("ko", "가설이란 무엇일까요? 가설무대", ["가설"]),
    ],
)  # fmt: skip
def test_a_term_is_found_in_whatever_form_a_sentence_gives_it(
    folder: Path, language: str, text: str, expected: list[str]
) -> None:
    prose = parse_markdown(text, Source("x.md", text), Findings())
    assert expected == [found.text for found in Naming(terms_of(folder), language).in_prose(prose)]


def test_a_word_in_bold_or_emphasis_is_spoken_of(folder: Path) -> None:
    text = "A loss, *the loss*, **loss** and a *very* deep loss."
    prose = parse_markdown(text, Source("x.md", text), Findings())
    found = Naming(terms_of(folder), "en").in_prose(prose)
    assert [False, True, True, False] == [one.mentioned for one in found]


# -- held against the lessons -----------------------------------------------------------------------------------------

EN, KO = "01-letter/lesson.en.md", "01-letter/lesson.ko.md"
TWO = """\
- term: {en: worry, ko: 걱정}
  means: {en: "A thought.", ko: "생각입니다."}
  step: letter/the-letter
- term: {en: gate, ko: 게이트}
  means: {en: "Two bits become one.", ko: "비트 둘이 하나가 됩니다."}
  step: gate/build-it
"""


@pytest.fixture
def told(folder: Path) -> Path:
    """The small course with two terms, each of which its step names."""
    write(folder, TWO)
    add_to(folder, EN, "```lab", "Do not worry.")
    add_to(folder, KO, "```lab", "걱정하지 마세요.")
    add_to(folder, "02-gate/lesson.en.md", "Set w1", "A gate.")
    add_to(folder, "02-gate/lesson.ko.md", "```lab", "게이트입니다.")
    return folder


def test_terms_that_are_taught_and_used_are_well(told: Path) -> None:
    assert [] == held_against_lessons(told)


def test_a_term_used_before_its_step_is_found_where_it_stands(told: Path) -> None:
    add_to(told, EN, "No lab here.", "First of all,\ntwo gates.")
    add_to(told, KO, "```quiz\n- which-cannot", "게이트도 있습니다.")
    found = held_against_lessons(told)
    lines = {
        file: next(
            n for n, line in enumerate((told / file).read_text(encoding="utf-8").splitlines(), 1) if word in line
        )
        for file, word in ((EN, "two gates"), (KO, "게이트도"))
    }
    assert [("term-early", f"{file}:{line}") for file, line in lines.items()] == [one[:2] for one in found]
    assert "'gates' is used here, but 02-gate (build-it) explains it first" in found[0][2]


@pytest.mark.parametrize(
    ("text", "glossary"),
    [
        ("*Gates* come later.", TWO),
        ("Two gates.", TWO.replace("  step: gate", "  everyday: {en: [gate]}\n  step: gate")),
        ("Two gates.", TWO.replace("gate/build-it", "gate/build-it\n  from: letter/words")),
        ("A `gate` and a gatekeeper.", TWO),
    ],
    ids=["spoken of", "an ordinary word", "explained here", "another word"],
)
def test_what_is_no_use_of_the_term_is_none(told: Path, text: str, glossary: str) -> None:
    write(told, glossary)
    add_to(told, EN, "No lab here.", text)
    assert [] == held_against_lessons(told)


def test_a_term_that_nothing_uses_is_found_in_each_language(told: Path) -> None:
    write(told, TWO.replace("en: worry", "en: sorrow"))
    assert [("term-unused", "glossary.yaml:1")] == [one[:2] for one in held_against_lessons(told)]


def test_a_term_that_its_step_does_not_name_is_found(told: Path) -> None:
    write(told, TWO.replace("letter/the-letter", "letter/count-people\n  from: letter/the-letter"))
    assert [("term-step", "glossary.yaml:1")] * 2 == [one[:2] for one in held_against_lessons(told)]


# -- the course's own -------------------------------------------------------------------------------------------------


def test_the_built_in_glossary_is_large_and_each_term_is_one_sentence_in_both_languages() -> None:
    terms = load_glossary(load_outline(LESSONS))
    assert len(terms) >= 80
    for one in terms:
        assert {"en", "ko"} == set(one.means.variants) == set(one.name.variants)
        english, korean = one.means.in_("en").source, one.means.in_("ko").source
        assert english.endswith(".") and ". " not in english.replace("…", ""), english
        assert korean.endswith("니다.") and "다. " not in korean, korean
