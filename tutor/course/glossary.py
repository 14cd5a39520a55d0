"""The glossary of a course: its terms, what each of them means, and the step that teaches it.

glossary.yaml is a list of terms. A course works without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tutor.course.fields import Field, ListOf, Name, NamesIn, OneLine, Reader, Record, Words
from tutor.course.finding import Place
from tutor.course.messages import lessons as messages
from tutor.course.outline import GLOSSARY, LessonOutline
from tutor.course.prose import DisplayFormula, Formula, Prose
from tutor.course.source import Files, Findings, is_there, suggestion
from tutor.course.yaml import Items, Node, Scalar, parse_yaml
from tutor.dataclass import dataclass
from tutor.language import Localised
from tutor.namedtuple import NamedTuple

MOST_TERMS = 500


class StepName(NamedTuple):
    """A step of the course, as LESSON/STEP."""

    def read(self, node: Node, reader: Reader) -> Scalar | None:
        """Return the node as it is, for it needs its place."""
        if not isinstance(node, Scalar) or "/" not in node.text:
            reader.wrong(node, messages.STEP_AS_IN)
            return None
        return node


class Mathematics(NamedTuple):
    """One formula in TeX, without dollar signs."""

    def read(self, node: Node, reader: Reader) -> Prose | None:
        """Return it as it is displayed."""
        if not isinstance(node, Scalar) or not node.text.strip():
            reader.wrong(node, messages.FORMULA_IN_TEX)
            return None
        formula = Formula((node.text.strip(),), node.place)
        return Prose((DisplayFormula(formula),), node.text.strip(), node.place)


TERM = Record(
    (
        Field("term", Name(), messages.NAME_OF_TERM, required=True),
        Field("also", NamesIn(), messages.OTHER_NAMES),
        Field("everyday", NamesIn(), messages.EVERYDAY_NAMES),
        Field("means", Words(inline=True), messages.MEANING, required=True),
        Field("formula", Mathematics(), messages.FORMULA_OF_TERM),
        Field("step", StepName(), messages.STEP_OF_TERM, required=True),
        Field("from", StepName(), messages.FIRST_STEP_OF_TERM),
        Field("alike", ListOf(OneLine()), messages.ALIKE_TERMS),
    ),
    messages.A_TERM,
)
"""What stands in a glossary for one term."""


@dataclass(frozen=True, eq=False)
class Term:
    """One term of a glossary."""

    name: Localised[str]
    """as the lessons have it"""
    others: Localised[tuple[str, ...]]
    """its other names, by language"""
    everyday: Localised[frozenset[str]]
    """those of its names that are also ordinary words"""
    means: Localised[Prose]
    """what it is, in one sentence"""
    formula: Prose | None
    lesson: str
    step: str
    """the step that teaches it"""
    first: tuple[str, str]
    """the lesson and the step that explain it first; as a rule those that teach it"""
    alike: frozenset[str]
    """terms, by their names in the course's first language, that stand in no question beside it"""
    place: Place

    def names_in(self, language: str) -> tuple[str, ...]:
        """Return its names in a language, the lessons' first."""
        return (self.name.in_(language), *self.others.in_(language))

    @property
    def all_names(self) -> tuple[str, ...]:
        """Its names in every language, each once."""
        return tuple(dict.fromkeys(name for language in self.name.variants for name in self.names_in(language)))


def read_glossary(
    files: Files, languages: tuple[str, ...], lessons: Iterable[LessonOutline], findings: Findings
) -> tuple[Term, ...]:
    """Return the good terms of a course's glossary, in the order in which they were written."""
    source = files.read(GLOSSARY, findings) if is_there(files.folder / GLOSSARY) else None
    root = parse_yaml(source, findings) if source is not None else None
    if root is None:
        return ()
    reader = Reader(findings, languages)
    if not isinstance(root, Items):
        reader.wrong(root, messages.LIST_OF_TERMS)
        return ()
    if len(root.items) > MOST_TERMS:
        findings.error(root.place, "too-large", messages.TOO_MANY_TERMS, count=len(root.items), most=MOST_TERMS)
        return ()
    steps = [f"{lesson.id}/{step.id}" for lesson in lessons for step in lesson.steps]
    terms = [_read_term(node, reader, steps) for node in root.items]
    found = tuple(term for term in terms if term is not None)
    _refuse_repeated_names(found, languages, findings)
    known = [term.name.in_(languages[0]) for term in found]
    for term in found:
        for name in sorted(term.alike.difference(known)):
            near = suggestion(name, known)
            findings.error(term.place, "unknown-name", messages.NO_SUCH_TERM, name=name, nearest=near)
    return found


def _read_term(node: Node, reader: Reader, steps: Sequence[str]) -> Term | None:
    given = TERM.read(node, reader)
    if given is None:
        return None
    names: Localised[str] = given["term"]
    means: Localised[Prose] = given["means"]
    live = next((live for prose in means.variants.values() for live in prose.lives()), None)
    if live is not None:
        reader.findings.error(live.place or node.place, "no-lab", messages.GLOSSARY_HAS_NO_LAB)
        return None
    places = [_step_of(given[field], reader, steps) for field in ("step", "from") if field in given]
    if None in places:
        return None
    (lesson, step), *_ = taught = [place for place in places if place is not None]
    also = {language: given.get("also", {}).get(language, ()) for language in reader.languages}
    everyday = {language: frozenset(given.get("everyday", {}).get(language, ())) for language in reader.languages}
    formula: Prose | None = given.get("formula")
    alike = frozenset(given.get("alike", ()))
    term = Term(
        names, Localised(also), Localised(everyday), means, formula, lesson, step, taught[-1], alike, node.place
    )
    return term if _everyday_are_names(term, node, reader) else None


def _step_of(given: Scalar, reader: Reader, steps: Sequence[str]) -> tuple[str, str] | None:
    """Return the lesson and the step of a name such as cost/one-sample; None with a finding."""
    text = given.text.strip()
    if text not in steps:
        near = suggestion(text, steps)
        reader.findings.error(given.place, "term-step", messages.NO_SUCH_STEP, name=text, nearest=near)
        return None
    lesson, _, step = text.partition("/")
    return lesson, step


def _everyday_are_names(term: Term, node: Any, reader: Reader) -> bool:
    """Note an everyday name that the term does not have."""
    for language, words in term.everyday.variants.items():
        names = term.names_in(language)
        for word in sorted(words - set(names)):
            place, near = node.entries["everyday"].place, suggestion(word, names)
            reader.findings.error(
                place, "unknown-name", messages.NO_NAME_OF_TERM, word=word, term=names[0], nearest=near
            )
            return False
    return True


def _refuse_repeated_names(terms: Sequence[Term], languages: Sequence[str], findings: Findings) -> None:
    """Note a name that two terms have in one language: one word has one meaning."""
    for language in languages:
        seen: dict[str, Term] = {}
        for term in terms:
            for name in term.names_in(language) if language in term.name.variants else ():
                other = seen.setdefault(name.casefold(), term)
                if other is not term:
                    line = other.place.line
                    findings.warn(term.place, "term-twice", messages.NAME_OF_TWO_TERMS, name=name, line=line)
