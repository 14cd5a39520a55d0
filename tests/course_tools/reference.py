"""The reference tables of the authoring guide, made from the code that they describe.

`python tests/course_tools/reference.py` writes them into lessons/README.md, between their marks; a test compares.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tutor import figure, lab, working
from tutor.course.fields import (
    ID,
    LAB_NAME,
    Accepted,
    Field,
    Flag,
    Given,
    ListOf,
    Name,
    NamesIn,
    Number,
    OneLine,
    OneOf,
    ReadoutName,
    Record,
    Shape,
    Variants,
    Words,
)
from tutor.course.glossary import TERM, Mathematics, StepName
from tutor.course.kinds import KINDS
from tutor.course.lessonfile import FRONT_FIELDS
from tutor.course.lint import FINDING_KINDS
from tutor.course.live import fill
from tutor.course.loader import LAB_FIELDS, load_outline
from tutor.course.outline import COURSE_FIELDS, OPTIONAL_COURSE_FIELDS
from tutor.course.programs.fields import Data, Draws, Piece, Program
from tutor.course.quiz import COMMON
from tutor.course.syntax import parse_live
from tutor.render.lint import SCREEN_KINDS

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "lessons" / "README.md"
FIRST_PAGE, LAST_PAGE = 1, 43
"""Pages of the deck that the built-in course covers."""

_MARK = re.compile(r"(<!-- reference: (?P<name>[a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines) + "\n"


def words_of(shape: Shape) -> str:
    """Return what a field of this shape holds, in words."""
    if shape == ID:
        return "an id"
    if shape == LAB_NAME:
        return "`module:function`"
    match shape:
        case OneOf(words):
            return " or ".join(f"`{word}`" for word in words)
        case Words(inline):
            return "one line of Markdown in each language" if inline else "Markdown in each language"
        case Name():
            return "a name in each language"
        case NamesIn():
            return "a list of names, or one for each language"
        case StepName():
            return "`lesson/step`"
        case Mathematics():
            return "TeX"
        case ReadoutName():
            return "a readout: `cost`, `p[0]`, `Y[1,2]`"
        case Flag():
            return "`true` or `false`"
        case Number(low, high, whole):
            return f"a {'whole ' if whole else ''}number from {low:g} to {high:g}"
        case Given():
            return "parameters: `{W: 0}`"
        case Variants():
            return "lists of parameters: `{W: [0, 2]}`, or a list of `{W: 0}`"
        case Accepted():
            return "a list of words, or one for each language"
        case Program():
            return "a program: `|`, its lines below"
        case Piece():
            return "a piece of a program"
        case Data():
            return "values by name: `{X: [1, 2, 4], W: 0.5}`"
        case Draws():
            return "`{cost: W}`, or two arguments: `{y: [x1, x2]}`"
        case OneLine():
            return "a word"
        case ListOf(Record() as record, least):
            return f"a list{f' of at least {least}' if least else ''}, each: {words_of(record)}"
        case ListOf(item, least):
            return f"a list{f' of at least {least}' if least else ''}: {words_of(item)}"
        case Record(fields):
            return ", ".join(f"`{field.name}`" for field in fields)
    raise TypeError(f"no words for {shape!r}")


def field_rows(fields: Iterable[Field], prefix: str = "") -> Iterator[Sequence[str]]:
    """Yield a row a field, and below it those of the maps inside."""
    for field in fields:
        yield (
            f"`{prefix}{field.name}`{' (required)' if field.required else ''}",
            words_of(field.shape),
            field.help("en"),
        )
        inner = field.shape.item if isinstance(field.shape, ListOf) else field.shape
        if isinstance(inner, Record):
            yield from field_rows(inner.fields, f"{prefix}{field.name}.")


def named_rows(fields: Mapping[str, str], optional: Iterable[str] = ()) -> Iterator[Sequence[str]]:
    """Yield a row a field of a file whose fields are only names."""
    for name, help_text in fields.items():
        yield f"`{name}`{'' if name in optional else ' (required)'}", help_text


def kinds() -> str:
    """Return a section a kind of question."""
    parts = []
    for name, kind in KINDS.items():
        said = inspect.getdoc(kind) or ""
        rows = table(("field", "holds", "for"), field_rows(kind.FIELDS))
        parts.append(f"#### `kind: {name}`\n\n{said.splitlines()[0]}\n\n{rows}")
    return "\n".join(parts)


def docs_of_fields(cls: type) -> dict[str, str]:
    """Return the docstring under each field of a dataclass, those of its parents too."""
    found: dict[str, str] = {}
    for owner in reversed(cls.__mro__[:-1]):
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(owner))).body
        assert isinstance(tree, ast.ClassDef)
        for statement, after in zip(tree.body, tree.body[1:], strict=False):
            if (
                isinstance(statement, ast.AnnAssign)
                and isinstance(statement.target, ast.Name)
                and isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
            ):
                found[statement.target.id] = " ".join(str(after.value.value).split())
    return found


def signature(cls: type) -> str:
    """Return how an author writes one: `Slider(default, low=…, high=…, step=…)`."""
    words = []
    for field in dataclasses.fields(cls):
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if required:
            words.append(f"{field.name}=…" if field.kw_only else field.name)
    return f"`{cls.__name__}({', '.join(words)})`"


NOT_GIVEN = {"pointed"}
"""What a drawing holds that the tutor sets, not the author."""


def classes(*members: type) -> str:
    """Return a row a class: how it is written, what it is, and what else can be given."""
    rows = []
    for cls in members:
        docs = docs_of_fields(cls)
        others = [
            f"`{field.name}`: {docs[field.name].rstrip('.')}" if field.name in docs else f"`{field.name}`"
            for field in dataclasses.fields(cls)
            if (field.name in docs or field.default is not dataclasses.MISSING) and field.name not in NOT_GIVEN
        ]
        rows.append((signature(cls), (inspect.getdoc(cls) or "").replace("\n", " "), "<br>".join(others)))
    return table(("write", "is", "fields"), rows)


MAKERS = (
    *(working.given, working.entries, working.sum_of, working.mean_of, working.product_of, working.weighted),
    *(working.exp, working.ln, working.ln_of, working.size_of, working.largest, working.count_of, working.call),
    *(working.where_above, working.step, working.first, working.then, working.formula, working.titled),
    *(working.grouped, working.close, working.signed, working.tidy),
)
"""What makes a working, beside the operators."""


def workings() -> str:
    """Return a row a function that makes a working, and a row a method that says how one is written."""
    rows = []
    for maker in (*MAKERS, working.Expression.to, working.Expression.named):
        of = "" if maker in MAKERS else "x."
        names = [name for name in inspect.signature(maker).parameters if name != "self"]
        rows.append((f"`{of}{maker.__name__}({', '.join(names)})`", (inspect.getdoc(maker) or "").replace("\n", " ")))
    return table(("write", "is"), rows)


def live() -> str:
    """Return what live values read, worked out by the code that fills them in."""
    shown = lab.Result(
        {
            "cost": lab.Readout.of(
                (working.step(working.sum_of(working.given(error) ** 2 for error in (1, 2, 3))) / 3).to(".2f")
            ),
            "slope": lab.Readout(-2.5),
            "share": lab.Readout(0.125),
            "p": lab.Readout((0.25, 0.5), format=".2f"),
            "Y": lab.Readout(((1.0, 2.0), (3.0, 4.0)), format="g"),
            "found": lab.Readout(3.0),
        }
    )
    rows = []
    for source in (
        "cost", "cost:.3f", "slope:+.1f", "share:.0%", "p", "p[1]", "Y[1,0]", "working:cost", "W", "found:.0f 을/를"
    ):  # fmt: skip
        value = parse_live(source)
        assert not isinstance(value, str)
        rows.append((f"`{{{{ {source} }}}}`", fill(value, {"W": 1.5}, shown, "ko" if "/" in source else "en")))
    return table(("write", "reads"), rows)


def findings() -> str:
    """Return every kind of finding."""
    every = {**FINDING_KINDS, **SCREEN_KINDS}
    return table(("kind", "found"), ((f"`{kind}`", text.in_("en")) for kind, text in every.items()))


def pages(deck: str) -> list[int]:
    """Return the pages that "20-27" or "6" names."""
    first, _, last = deck.partition("-")
    return list(range(int(first), int(last or first) + 1)) if deck else []


def deck() -> str:
    """Return which pages of the deck each built-in lesson reaches."""
    lessons = load_outline(ROOT / "lessons").lessons
    rows = (
        (f"[{lesson.title.in_('en')}]({lesson.folder}/lesson.en.md)", lesson.deck or "beyond the deck")
        for lesson in lessons
    )
    return table(("lesson", "pages"), [("course home", str(FIRST_PAGE)), *rows])


SECTIONS: Mapping[str, Callable[[], str]] = {
    "course": lambda: table(("field", "for"), named_rows(COURSE_FIELDS, OPTIONAL_COURSE_FIELDS)),
    "front-matter": lambda: table(
        ("field", "for"),
        named_rows(
            {name: purpose("en") for name, purpose in FRONT_FIELDS.items()}, set(FRONT_FIELDS) - {"title", "goal"}
        ),
    ),
    "lab-block": lambda: table(("field", "for"), named_rows(LAB_FIELDS, set(LAB_FIELDS) - {"use"})),
    "live": live,
    "question": lambda: table(("field", "holds", "for"), field_rows(COMMON)),
    "kinds": kinds,
    "glossary": lambda: table(("field", "holds", "for"), field_rows(TERM.fields)),
    "parameters": lambda: classes(lab.Slider, lab.Choice, lab.Toggle, lab.Vector, lab.Timeline, lab.Past, lab.Board),
    "result": lambda: classes(lab.Result, lab.Readout, lab.Table),
    "workings": workings,
    "drawings": lambda: classes(
        figure.Figure,
        figure.Network,
        figure.Matrices,
        figure.Pixels,
        figure.Product,
        figure.Stretch,
        figure.Polygons,
        figure.Chain,
        figure.Tiles,
        figure.Panels,
    ),
    "layers": lambda: classes(
        figure.Line,
        figure.Points,
        figure.Segments,
        figure.Bars,
        figure.Heat,
        figure.Guide,
        figure.Mark,
        figure.Hops,
        figure.Tangent,
        figure.Squares,
        figure.Side,
    ),
    "parts": lambda: classes(
        figure.Axis, figure.Place, figure.Node, figure.Edge, figure.Matrix, figure.Polygon, figure.Tile
    ),
    "roles": lambda: table(
        ("role", "is"), ((f"`Role.{name}`", docs_of_fields_of_roles()[name]) for name in figure.Role.__members__)
    ),
    "findings": findings,
    "deck": deck,
}
"""From the name in a mark to what belongs there."""


def docs_of_fields_of_roles() -> dict[str, str]:
    """Return the docstring under each role."""
    (tree,) = ast.parse(inspect.getsource(figure.Role)).body
    assert isinstance(tree, ast.ClassDef)
    return {
        statement.targets[0].id: str(after.value.value)
        for statement, after in zip(tree.body, tree.body[1:], strict=False)
        if isinstance(statement, ast.Assign)
        and isinstance(statement.targets[0], ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
    }


def with_reference(text: str) -> str:
    """Return the guide with every section as the code has it now.

    Raises:
        KeyError: a mark names no section.
    """
    return _MARK.sub(lambda found: f"{found[1]}\n{SECTIONS[found['name']]()}\n{found[3]}", text)


def sections_in(text: str) -> set[str]:
    """Return the names of the sections that the guide has marks for."""
    return {found["name"] for found in _MARK.finditer(text)}


if __name__ == "__main__":
    GUIDE.write_text(with_reference(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
