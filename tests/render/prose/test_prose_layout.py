"""Lesson text in lines: what it reads like, what it wears, and that nothing is lost or too wide."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tutor.chart.palette import DARK, MONOCHROME, Palette
from tutor.course.prose import (
    Block,
    Break,
    Bullets,
    Code,
    CodeBlock,
    DisplayFormula,
    Formula,
    Heading,
    Inline,
    Live,
    LiveWords,
    Paragraph,
    Prose,
    ProseTable,
    Quote,
    ThematicBreak,
    Words,
)
from tutor.figure import Role
from tutor.render.prose import flow
from tutor.render.prose import tables as table_lines
from tutor.render.prose.layout import Sheet, lay_out

ROLES = {"W": Role.MODEL, "w1": Role.MODEL, "alpha": Role.GUESS, "cost": Role.LOSS, "x": Role.GIVEN}
W, COST = Live("W"), Live("cost")


def says(values: Mapping[str, str]) -> Callable[[Live, bool], str]:
    return lambda live, _in_mathematics: values[live.name]


def text_of(prose: Prose, width: int, values: Mapping[str, str] = {}, palette: Palette = DARK) -> list[str]:
    lines = lay_out(prose, width, says(values), ROLES, palette)
    return ["".join(segment.text for segment in line) for line in lines]


def words(text: str) -> Prose:
    return Prose((Paragraph((Words(text),)),))


def style_of(prose: Prose, text: str, values: Mapping[str, str] = {}, palette: Palette = DARK) -> Style:
    for line in lay_out(prose, 72, says(values), ROLES, palette):
        for segment in line:
            if text in segment.text:
                return segment.style or Style.null()
    raise AssertionError(f"{text!r} is not there")


def test_lines_break_at_spaces_and_are_as_full_as_they_can_be() -> None:
    assert ["The line is", "Wx and goes", "up."] == text_of(words("The line is Wx and goes up."), 11)


def test_korean_lines_break_at_spaces_only_and_a_letter_takes_two_cells() -> None:
    assert ["드문 병이", "걱정되어", "검사를", "받았습니다."] == text_of(
        words("드문 병이 걱정되어 검사를 받았습니다."), 12
    )


def test_a_word_longer_than_the_line_is_cut_and_no_line_starts_with_a_closing_mark() -> None:
    assert ["abcdefgh", "ij."] == text_of(words("abcdefghij."), 8)
    assert ["abcdefg", "h."] == text_of(words("abcdefgh."), 8)
    assert ["가나다", "라마."] == text_of(words("가나다라마."), 7)


def test_a_closing_mark_after_a_space_stays_with_its_word() -> None:
    assert ["one two", "three !"] == text_of(words("one two three !"), 9)


def test_a_short_equation_in_words_stays_on_one_line() -> None:
    assert ["The cost at", "W = 2 is"] == text_of(words("The cost at W = 2 is"), 14)


def test_running_text_is_at_most_72_cells_wide() -> None:
    assert 72 >= max(map(len, text_of(words("word " * 60), 120)))


def test_an_authors_break_starts_a_line() -> None:
    prose = Prose((Paragraph((Words("one"), Break(), Words("two"), Break(), Break(), Words("three"))),))
    assert ["one", "two", "", "three"] == text_of(prose, 40)


def test_blocks_stand_one_empty_line_apart() -> None:
    prose = Prose((Heading(3, (Words("Title"),)), Paragraph((Words("Text"),)), ThematicBreak()))
    assert ["Title", "", "Text", "", "─" * 20] == text_of(prose, 20)


def item(text: str, *more: Block) -> tuple[Block, ...]:
    return (Paragraph((Words(text),)), *more)


def test_items_hang_behind_their_marks() -> None:
    inner = Bullets((item("inner"), item("other")))
    prose = Prose((Bullets((item("first item goes on"), item("second", inner))),))
    assert ["• first item", "  goes on", "• second", "  • inner", "  • other"] == text_of(prose, 14)


def test_numbers_of_a_list_line_up_at_the_right() -> None:
    prose = Prose((Bullets(tuple(item(name) for name in "abc"), start=8),))
    assert [" 8. a", " 9. b", "10. c"] == text_of(prose, 20)


def test_items_of_several_paragraphs_stand_apart() -> None:
    prose = Prose((Bullets((item("a", *item("b")), item("c"))),))
    assert ["• a", "", "  b", "", "• c"] == text_of(prose, 20)


def test_a_quote_has_a_bar_before_each_line() -> None:
    assert ["▎ to be", "▎ learned"] == text_of(Prose((Quote(item("to be learned")),)), 11)


def cells(*texts: str) -> tuple[tuple[Inline, ...], ...]:
    return tuple((Words(text),) if text else () for text in texts)


def test_numbers_of_a_table_stand_with_their_points_below_one_another() -> None:
    table = ProseTable(
        ("left", "right", "right"),
        cells("ID", "p", "loss"),
        (cells("ID6", "0.94", "−0.0268"), cells("ID12", "10.5%", "12"), cells("x", "7", "—")),
    )
    assert [
        "ID         p      loss",
        "──────────────────────",
        "ID6     0.94   −0.0268",
        "ID12   10.5%   12",
        "x       7            —",
    ] == text_of(Prose((table,)), 30)


def test_a_korean_table_lines_up_by_cells() -> None:
    table = ProseTable(
        ("left", "center", "right"),
        cells("", "실제 값", "건강한 사람"),
        (cells("양성", "1", "495"), cells("음", "0", "9405")),
    )
    assert [
        "       실제 값   건강한 사람",
        "────────────────────────────",
        "양성      1              495",
        "음        0             9405",
    ] == text_of(Prose((table,)), 38)


def test_a_table_too_wide_wraps_its_widest_cells() -> None:
    table = ProseTable(
        ("left", "left"), cells("name", "meaning"), (cells("alpha", "how far one step goes"), cells("m", "samples"))
    )
    assert [
        "name   meaning",
        "────────────────────",
        "alpha  how far one",
        "       step goes",
        "m      samples",
    ] == text_of(Prose((table,)), 20)


def test_a_table_that_no_width_can_hold_stands_as_lists() -> None:
    table = ProseTable(("left",) * 4, cells("name", "b", "c", "d"), (cells("logistic", "2", "3", "4"),))
    assert ["name", "logistic", "b 2", "c 3", "d 4"] == text_of(Prose((table,)), 12)


def test_a_table_without_header_words_has_no_header() -> None:
    table = ProseTable(("left", "left"), cells("", ""), (cells("a", "b"),))
    assert ["a   b"] == text_of(Prose((table,)), 20)


def test_code_keeps_its_lines_and_a_long_one_goes_on_further_in() -> None:
    code = CodeBlock("python", ("def f(x):\n    return np.mean((W * x - y) ** 2)\n",))
    assert [
        "def f(x):",
        "    return np.mean((W *",
        "      x - y) ** 2)",
    ] == text_of(Prose((code,)), 24)


def test_code_in_an_unknown_language_is_shown_as_it_is() -> None:
    assert ["a b"] == text_of(Prose((CodeBlock("nonesuch", ("a b\n",)),)), 24)


def test_a_displayed_formula_stands_in_and_holds_its_live_value() -> None:
    formula = DisplayFormula(Formula(("cost = \\frac{1}{3} = ", COST)))
    assert ["         1", "  cost = ─ = −0.50", "         3"] == text_of(Prose((formula,)), 40, {"cost": "-0.50"})


def test_a_formula_that_cannot_be_broken_falls_back_to_one_line_form() -> None:
    formula = DisplayFormula(Formula((r"p = \frac{a + b + c + d}{e + f + g + h}",)))
    assert ["p = (a + b + c", "+ d)/(e + f +", "g + h)"] == text_of(Prose((formula,)), 14)


def test_tex_that_cannot_be_read_is_shown_as_it_was_written() -> None:
    formula = Formula(("\\frac{1", COST))
    prose = Prose((Paragraph((formula,)), DisplayFormula(formula)))
    assert ["\\frac{1−2", "", "\\frac{1−2"] == text_of(prose, 30, {"cost": "−2"})


def test_a_particle_stays_with_its_value_but_not_in_its_style() -> None:
    live = Live("cost", particle="을/를")
    prose = Prose((Paragraph((LiveWords(live), Words(" 봅니다"))),))
    assert ["4.67을 봅니다"] == text_of(prose, 40, {"cost": "4.67을"})
    assert style_of(prose, "4.67", {"cost": "4.67을"}).underline
    assert not style_of(prose, "을", {"cost": "4.67을"}).underline


def colour(role: Role) -> Style:
    return DARK.style(role)


def test_a_value_and_its_name_wear_the_colour_of_their_role() -> None:
    prose = Prose((Paragraph((Words("At W the "), Formula(("\\alpha W + cost = ",)), LiveWords(COST))),))
    values = {"cost": "4.67"}
    assert colour(Role.MODEL).color == style_of(prose, "W", values).color
    assert colour(Role.GUESS).color == style_of(prose, "α", values).color
    assert colour(Role.LOSS).color == style_of(prose, "cost", values).color
    assert colour(Role.LOSS).color == style_of(prose, "4.67", values).color
    assert DARK.style().color == style_of(prose, "the", values).color


@pytest.mark.parametrize("text", ["W", "Wie", "a W2", "W가", "w1", "w₁", "(W)", "Wx", "it's W.", "x.py", "e.x."])
def test_only_a_whole_symbol_in_running_text_is_a_name(text: str) -> None:
    named = {
        segment.text
        for line in lay_out(words(text), 40, says({}), ROLES, DARK)
        for segment in line
        if segment.style and segment.style.bold
    }
    assert {"W": {"W"}, "W가": {"W"}, "w1": {"w1"}, "w₁": {"w₁"}, "(W)": {"W"}, "it's W.": {"W"}}.get(
        text, set()
    ) == named


def test_live_values_and_emphasis_can_be_told_apart_without_colour() -> None:
    inlines = (Words("plain"), Words(" strong", strong=True), Words(" slanted", emphasis=True), LiveWords(COST))
    prose = Prose((Paragraph(inlines),))
    styles = [style_of(prose, text, {"cost": "4.67"}, MONOCHROME) for text in ("plain", "strong", "slanted", "4.67")]
    assert 4 == len({(bool(s.bold), bool(s.italic), bool(s.underline)) for s in styles})
    assert all(style.color is None for style in styles)


def test_hangul_is_emphasised_by_weight_because_it_has_no_italics() -> None:
    style = style_of(Prose((Paragraph((Words("양성", emphasis=True),)),)), "양성")
    assert (True, None) == (style.bold, style.italic)


def test_code_keeps_its_backticks_where_no_ground_shows_it() -> None:
    prose = Prose((Paragraph((Code(("x = ", W)),)),))
    assert ["x = -1"] == text_of(prose, 20, {"W": "−1"})
    assert ["`x = -1`"] == text_of(prose, 20, {"W": "−1"}, MONOCHROME)


@pytest.mark.parametrize("line", ["    return 0", "    total = w[0] * x[0] + w[1] * x[1] + b"])
def test_a_line_of_a_program_stands_as_far_in_as_it_was_written(line: str) -> None:
    prose = Prose((Paragraph((Code((line,)),)),))
    assert [line] == text_of(prose, 60)
    assert line.split() == " ".join(text_of(prose, 16)).split()


def test_a_link_says_where_it_leads() -> None:
    prose = Prose((Paragraph((Words("paper", link="https://example.org/a"),)),))
    assert ["paper (example.org/a)"] == text_of(prose, 40)
    assert "https://example.org/a" == style_of(prose, "paper").link


def test_a_value_that_changed_stands_out() -> None:
    prose = Prose((Paragraph((LiveWords(W), Words(" "), LiveWords(COST))),))
    values = {"W": "1", "cost": "2"}
    [line] = lay_out(prose, 40, says(values), ROLES, DARK, changed={COST})
    assert {"1": None, "2": True} == {s.text: s.style.reverse for s in line if s.style and s.text.strip()}


def test_a_value_that_shrinks_does_not_move_the_words_after_it() -> None:
    prose = Prose((Paragraph((Words("The cost is "), LiveWords(COST), Words(" now"))),))
    sheet = Sheet(prose, 17, ROLES, DARK)
    assert ["The cost is 10.00", "now"] == plain(sheet, {"cost": "10.00"})
    assert ["The cost is 9.5", "now"] == plain(sheet, {"cost": "9.5"})


def plain(sheet: Sheet, values: Mapping[str, str]) -> list[str]:
    return ["".join(segment.text for segment in line) for line in sheet.lines(says(values))]


def test_only_blocks_with_a_changed_value_are_laid_out_again() -> None:
    prose = Prose((*item("still"), Paragraph((LiveWords(W),)), Paragraph((LiveWords(COST),))))
    sheet = Sheet(prose, 40, ROLES, DARK)
    before = sheet.lines(says({"W": "1", "cost": "2"}))
    after = sheet.lines(says({"W": "1", "cost": "3"}))
    assert [True, True, False] == [before[y] is after[y] for y in (0, 2, 4)]


WORD = st.text(st.characters(exclude_categories=("C", "Z", "M"), exclude_characters="`•▎─"), min_size=1, max_size=9)
SOME = st.sampled_from(["가나다", "W", "=", "W가", ".", "longer-words-that-never-end"])
SENTENCE = st.lists(st.one_of(WORD, SOME), max_size=8).map(" ".join)
LIVES = st.sampled_from([W, COST, Live("cost", (1,), working=True), Live("W", particle="을/를")])
PARTS = st.lists(st.one_of(SENTENCE, LIVES), max_size=3).map(tuple)
INLINES = st.lists(
    st.one_of(
        st.builds(
            Words, SENTENCE, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["", "https://a.bc/d"])
        ),
        st.builds(LiveWords, LIVES, st.booleans()),
        st.builds(Code, PARTS),
        st.builds(
            Formula, st.one_of(PARTS, st.sampled_from([(r"\frac{a}{b} = ", W), (r"\sum_i x^{(i)} + \text{가}",)]))
        ),
        st.just(Break()),
    ),
    max_size=5,
).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> ProseTable:
    columns = draw(st.integers(1, 5))
    row = st.tuples(*[INLINES] * columns)
    aligns = draw(st.tuples(*[st.sampled_from(["left", "center", "right"])] * columns))
    return ProseTable(aligns, draw(row), tuple(draw(st.lists(row, max_size=3))))


def items(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[tuple[Block, ...]]:
    return st.lists(inner, max_size=2).map(tuple)


BLOCKS = st.recursive(
    st.one_of(
        st.builds(Paragraph, INLINES),
        st.builds(Heading, st.integers(3, 6), INLINES),
        st.builds(CodeBlock, st.sampled_from(["python", "", "text"]), PARTS),
        st.builds(DisplayFormula, st.builds(Formula, PARTS)),
        tables(),
        st.just(ThematicBreak()),
    ),
    lambda inner: st.one_of(
        st.builds(
            Bullets,
            st.lists(st.lists(inner, max_size=2).map(tuple), max_size=3).map(tuple),
            st.sampled_from([None, 1, 98]),
        ),
        st.builds(Quote, st.lists(inner, max_size=2).map(tuple)),
    ),
    max_leaves=5,
)
PROSE = st.lists(BLOCKS, max_size=3).map(lambda blocks: Prose(tuple(blocks)))
VALUES = {"W": "−12.50을", "cost": "((0·1−1)² + (0·2−2)²) / 2 = 2.50"}


@given(PROSE, st.integers(10, 100), st.sampled_from([DARK, MONOCHROME]))
def test_no_line_is_wider_than_the_width(prose: Prose, width: int, palette: Palette) -> None:
    for line in lay_out(prose, width, says(VALUES), ROLES, palette, changed={W}):
        assert width >= sum(cell_len(segment.text) for segment in line)
        assert "\n" not in "".join(segment.text for segment in line)


PLAIN = st.lists(SENTENCE.map(Words), max_size=4).map(tuple)


@given(st.lists(PLAIN, min_size=1, max_size=4), st.integers(10, 100))
def test_every_letter_of_every_word_survives(paragraphs: list[tuple[Inline, ...]], width: int) -> None:
    written = "".join(inline.text for inlines in paragraphs for inline in inlines if isinstance(inline, Words))
    blocks = tuple(map(Paragraph, paragraphs))
    table = ProseTable(("left",), ((),), tuple((inlines,) for inlines in paragraphs))
    for prose in (Prose(blocks), Prose((Bullets((blocks,)),)), Prose((Quote(blocks),)), Prose((table,))):
        shown = "".join(text_of(prose, width))
        assert written.replace(" ", "") == re.sub("[ •▎]", "", shown)


def test_marks_that_close_stay_with_what_they_close_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    real = flow.Word

    def spy(pieces: tuple[flow.Piece, ...], space: Style) -> flow.Word:
        made.append(len(pieces))
        return real(pieces, space)

    monkeypatch.setattr(flow, "Word", spy)
    lines = text_of(words("so " + ") " * 2_000), 40)
    assert 2_001 == sum(len(line.replace(" ", "")) for line in lines) - 1
    assert sum(made) <= 3 * 2 * 2_001, "every mark copied what stood before it"


def test_numbers_are_lined_up_by_looking_at_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    real = table_lines._after_point

    def spy(text: str) -> int:
        looked.append(text)
        return real(text)

    monkeypatch.setattr(table_lines, "_after_point", spy)
    row = ((Words("1.5"),), (Words("20"),))
    table = ProseTable(("right", "right"), row, (row,) * 500)
    text_of(Prose((table,)), 40)
    assert len(looked) <= 2 * 2 * 500


@pytest.mark.parametrize("unit", ["m/s", "Hz", "kg,", "°C", "€", "m입니다.", "%", "s)"])
def test_a_number_keeps_together_with_its_unit(unit: str) -> None:
    for width in range(12, 40):
        lines = text_of(words(f"The ball is thrown at about 20 {unit} and then it falls down"), width)
        assert [line for line in lines if f"20 {unit}" in line], (width, lines)


def test_a_number_and_a_plain_word_can_be_parted() -> None:
    assert ["about 20", "minutes"] == text_of(words("about 20 minutes"), 10)
