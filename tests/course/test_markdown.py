"""Markdown to prose."""

from __future__ import annotations

import pytest

from tutor.course.markdown import parse_markdown
from tutor.course.prose import (
    Bullets,
    Code,
    CodeBlock,
    DisplayFormula,
    Formula,
    Heading,
    Live,
    LiveWords,
    Paragraph,
    Prose,
    ProseTable,
    Quote,
    Words,
)
from tutor.course.source import Findings, Source


def prose(text: str, findings: Findings | None = None) -> Prose:
    return parse_markdown(text, Source("lesson.md", text), findings if findings is not None else Findings())


def runs(text: str) -> list[tuple[str, str]]:
    """Return each run of words as (style, text): s strong, e emphasis, d struck."""
    found = []
    for inline in prose(text).inlines():
        if isinstance(inline, Words):
            style = "s" * inline.strong + "e" * inline.emphasis + "d" * inline.strike
            found.append((style, inline.text))
        elif isinstance(inline, LiveWords):
            found.append(("s" * inline.strong + "e" * inline.emphasis, f"<{inline.live.name}>"))
        elif isinstance(inline, Formula | Code):
            found.append(("s" * inline.strong, "".join(map(str, inline.parts))))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**굵게(bold)**는", [("s", "굵게(bold)"), ("", "는")]),
        ("*'강조'*를", [("e", "'강조'"), ("", "를")]),
        ("단어*'강조'*를", [("", "단어"), ("e", "'강조'"), ("", "를")]),
        ('**"굵게"**라고', [("s", '"굵게"'), ("", "라고")]),
        ("이것은**(괄호)**입니다", [("", "이것은"), ("s", "(괄호)"), ("", "입니다")]),
        ("**중요:**한국어", [("s", "중요:"), ("", "한국어")]),
        ("값은 **3.5%**입니다", [("", "값은 "), ("s", "3.5%"), ("", "입니다")]),
        (
            "**가중치(weight)**와 **편향(bias)**을",
            [("s", "가중치(weight)"), ("", "와 "), ("s", "편향(bias)"), ("", "을")],
        ),
        ("***둘 다(both)***는", [("se", "둘 다(both)"), ("", "는")]),
        ("**$W$**를", [("s", "W"), ("", "를")]),
        ("**{{ W }}**을", [("s", "<W>"), ("", "을")]),
        ("~~취소(x)~~는", [("d", "취소(x)"), ("", "는")]),
        ("한국어**「인용」**입니다", [("", "한국어"), ("s", "「인용」"), ("", "입니다")]),
        ("これは**「重要」**です", [("", "これは"), ("s", "「重要」"), ("", "です")]),
        # What stays as CommonMark has it.
        ("plain **bold** text", [("", "plain "), ("s", "bold"), ("", " text")]),
        ("2 * 3 * 4", [("", "2 * 3 * 4")]),
        ("snake_case_name", [("", "snake_case_name")]),
        ("_강조_ 와 a_b", [("e", "강조"), ("", " 와 a_b")]),
        ("** 뜻 없음 **", [("", "** 뜻 없음 **")]),
        ("(___) and (___)", [("", "(___) and (___)")]),
        ("입력층과 ___층, ___을 봅니다", [("", "입력층과 ___층, ___을 봅니다")]),
        ("a**(b)**c", [("", "a**(b)**c")]),
    ],
)
def test_emphasis_beside_korean_is_emphasis(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == runs(text)


def test_marks_inside_a_live_value_are_no_markup() -> None:
    assert [("", "a "), ("", "<sum_of_squares>"), ("", " and "), ("", "<a_b>")] == runs(
        "a {{ sum_of_squares }} and {{ a_b }}"
    )
    (words,) = prose("{{ p[1,2]:.2f }}").inlines()
    assert isinstance(words, LiveWords)
    assert ("p", (1, 2), ".2f") == (words.live.name, words.live.index, words.live.format)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (" cost ", Live("cost", source="cost")),
        ("cost:.2f", Live("cost", format=".2f", source="cost:.2f")),
        (" p[0]:.0% ", Live("p", (0,), ".0%", source="p[0]:.0%")),
        (" working:cost ", Live("cost", working=True, source="working:cost")),
        (" found:.0f 을/를 ", Live("found", format=".0f", particle="을/를", source="found:.0f 을/를")),
        (" place 은/는 ", Live("place", particle="은/는", source="place 은/는")),
        (" people:,.0f ", Live("people", format=",.0f", source="people:,.0f")),
    ],
)
def test_a_live_value_has_a_name_an_index_a_format_and_a_particle(inner: str, expected: Live) -> None:
    (live,) = prose("{{" + inner + "}}").lives()
    assert expected == Live(live.name, live.index, live.format, live.working, live.particle, live.source)


@pytest.mark.parametrize(
    "inner", ["", "1x", "a b", "a[x]", "a[-1]", "a:.2f 을를", "a:!", "working:a:.2f", "a:9999f", "a + b", "a.b"]
)
def test_a_live_value_that_cannot_be_read_is_a_finding_at_its_place(inner: str) -> None:
    findings = Findings()
    prose("first line\n\nsee {{ " + inner + " }}", findings)
    (finding,) = findings.found
    assert ("bad-live", 3, 5) == (finding.kind, finding.place.line, finding.place.column)


def test_live_values_stand_in_code_in_blocks_and_in_mathematics() -> None:
    text = "`a {{ x }}` $b {{ y }}$\n\n```python\nprint({{ z }})\n```\n\n$$\n\\frac{{{ t:.1f }}}{2}\n$$\n"
    tree = prose(text)
    assert ["x", "y", "z", "t"] == [live.name for live in tree.lives()]
    assert [(1, 4), (1, 16), (4, 7), (8, 7)] == [
        (live.place.line, live.place.column) for live in tree.lives() if live.place
    ]
    display = tree.blocks[2]
    assert isinstance(display, DisplayFormula)
    assert ("\\frac{", "}{2}") == (display.formula.parts[0], display.formula.parts[2])


def test_a_formula_knows_its_place_also_where_yaml_doubles_its_backslashes() -> None:
    file = 'prompt: "see $\\\\frac{1}{m}$ here"'
    tree = parse_markdown("see $\\frac{1}{m}$ here", Source("quiz.yaml", file), Findings(), start=8, end=len(file))
    (formula,) = tree.formulas()
    assert formula.place is not None
    assert 14 == formula.place.column


def test_blocks_become_records() -> None:
    text = (
        "| a | b | c |\n|:--|:-:|--:|\n| 1 | **2** | {{ x }} |\n\n1. one\n   - two\n2. three\n\n> said\n\n### Deeper\n"
        "\n```text\ncode\n```\n"
    )
    table, listing, quote, heading, code = prose(text).blocks
    assert isinstance(table, ProseTable)
    assert ("left", "center", "right") == table.alignments
    assert ((Words("1"),), (Words("2", strong=True),)) == table.rows[0][:2]
    assert isinstance(listing, Bullets)
    assert (1, 2) == (listing.start, len(listing.items))
    assert Bullets(((Paragraph((Words("two"),)),),)) == listing.items[0][1]
    assert Quote((Paragraph((Words("said"),)),)) == quote
    assert Heading(3, (Words("Deeper"),)) == heading
    assert CodeBlock("text", ("code",)) == code


def test_html_and_pictures_are_pointed_out() -> None:
    findings = Findings()
    prose("a <br> b ![alt](x.png)", findings)
    assert ["html", "image"] == sorted(finding.kind for finding in findings.found)
    assert not findings.severe


def test_prices_are_no_mathematics() -> None:
    assert [("", "from $5 to $6")] == runs("from $5 to $6")


def test_a_lesson_can_hold_what_looks_like_other_markup() -> None:
    assert [("", "a &lt; b")] == runs("a &amp;lt; b")
    assert isinstance(prose("    indented").blocks[0], Paragraph)
    assert isinstance(prose("Title\n---").blocks[0], Paragraph)
