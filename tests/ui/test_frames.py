"""Frames of fewer bytes draw the same: a terminal emulator that is not ours compares."""

from __future__ import annotations

import re

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tests.repeating import Repeating, RepeatingStream
from tutor.ui.terminal import frames
from tutor.ui.terminal.frames import Sheet
from tutor.ui.terminal.tight import is_even, tightened

COLUMNS, ROWS = 30, 6
STYLES = [
    Style.parse(text)
    for text in (
        "none", "red", "on blue", "bold", "bold #d7dbe0 on #101418", "#d7dbe0 on #101418", "dim red", "reverse",
        "italic color(214) on color(233)", "underline #009e73", "strike on color(9)", "bright_red on bright_black",
        "default on default",
    )
]  # fmt: skip
PIECES = st.tuples(
    st.sampled_from(["word", "한글", " ", " " * 14, "a" + " " * 13, "e\u0301x", "▀▀", "████ ", "=======", "⡀⠄⠂ ⠁"]),
    st.sampled_from(STYLES),
)
LINES = st.tuples(st.integers(0, COLUMNS - 1), st.integers(0, ROWS - 1), st.lists(PIECES, min_size=1, max_size=3))
CONSOLES = [Console(color_system=name, force_terminal=True, _environ={}) for name in ("truecolor", "256", "standard")]


def frame_of(lines: list[tuple[int, int, list[tuple[str, Style]]]], console: Console) -> str:
    """Return a frame as Textual writes it."""
    text = ""
    for x, y, pieces in lines:
        text += Control.move_to(x, y).segment.text
        strip = Strip([Segment(word, style) for word, style in pieces]).crop(0, COLUMNS - x)
        text += "".join(
            Strip.render_style(
                segment.style or Style.null(), segment.text, console._color_system or ColorSystem.STANDARD
            )
            for segment in strip
        )
        text += "\n" if y < ROWS - 1 else ""
    return text + Control.move_to(0, 0).segment.text


def screen() -> tuple[pyte.Screen, pyte.Stream]:
    """Return a terminal as the driver sets it up: long lines are not wrapped."""
    one = Repeating(COLUMNS, ROWS)
    stream = RepeatingStream(one)
    stream.feed("\x1b[?7l")
    return one, stream


def cells(one: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """Return what is in each cell. The ink of a blank that is only a blank is not seen."""
    rows = []
    for y in range(ROWS):
        row = [one.buffer[y][x] for x in range(COLUMNS)]
        shaped = [cell.reverse or cell.underscore or cell.strikethrough for cell in row]
        rows.append(
            [
                tuple(cell) if cell.data != " " or lined else (" ", cell.bg)
                for cell, lined in zip(row, shaped, strict=True)
            ]
        )
    return rows


@given(
    frames=st.lists(st.lists(LINES, min_size=1, max_size=6), min_size=1, max_size=4),
    again=st.lists(st.integers(0, 3), max_size=4),
    console=st.sampled_from(CONSOLES),
    erases=st.booleans(),
    repeats=st.booleans(),
)
def test_what_is_left_out_or_shortened_draws_the_same(
    frames: list[list[tuple[int, int, list[tuple[str, Style]]]]],
    again: list[int],
    console: Console,
    erases: bool,
    repeats: bool,
) -> None:
    plain, plain_stream = screen()
    short, short_stream = screen()
    sheet = Sheet()
    for number in [*range(len(frames)), *(one % len(frames) for one in again)]:
        frame = frame_of(frames[number], console)
        plain_stream.feed(frame)
        made = tightened(sheet.without_what_stands(frame), erases=erases, repeats=repeats)
        assert len(made) <= len(frame)
        short_stream.feed(made)
        assert cells(plain) == cells(short)


def test_a_frame_that_stands_already_is_its_cursor_alone_until_the_terminal_was_cleared() -> None:
    sheet = Sheet()
    frame = "\x1b[1;1Hone\n\x1b[2;1Htwo\x1b[3;4H"
    assert "one" in sheet.without_what_stands(frame)
    assert "\x1b[3;4H" == sheet.without_what_stands(frame)
    changed = sheet.without_what_stands("\x1b[2;2Hx\x1b[3;4H")
    assert "\x1b[2;2Hx\x1b[3;4H" == changed
    assert "\x1b[2;2Hw\x1b[3;4H" == sheet.without_what_stands(frame)
    sheet.forget()
    assert "one" in sheet.without_what_stands(frame)


def test_a_terminal_may_be_cleared_at_any_moment_of_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that changes its size is told of by another thread, or by a signal in the middle of this one."""
    sheet = Sheet()
    sheet.without_what_stands("\x1b[1;1Hone\n\x1b[2;1Htwo\n\x1b[3;1Hsix\x1b[3;4H")

    def cleared(text: str) -> bool:
        monkeypatch.undo()
        sheet.forget()
        return is_even(text)

    monkeypatch.setattr(frames, "is_even", cleared)
    made = sheet.without_what_stands("\x1b[1;1Hone!\n\x1b[2;1Htwo!\n\x1b[3;1Hten\x1b[3;4H")
    # Of the row at which it happens, and of those after it, nothing is known any more.
    for row in ("\x1b[1;1Hone!", "\x1b[2;1Htwo!", "\x1b[3;1Hten", "\x1b[3;4H"):
        assert row in made


def test_other_commands_pass_as_they_are() -> None:
    for command in ("\x1b[?2026h", "\x1b]52;c;abc\x07", "\x1b[5n", "\x07"):
        assert command == tightened(Sheet().without_what_stands(command), erases=True)


def test_a_colour_is_set_once_for_all_that_wears_it() -> None:
    words = "".join(f"\x1b[38;5;15;48;5;233m{word}\x1b[0m" for word in ("one ", "two ", "three"))
    assert "\x1b[38;5;15;48;5;233mone two three\x1b[0m" == tightened(words, erases=False)
    assert 1 == len(re.findall("48;5;233", tightened(words + "\x1b[1;38;5;9;48;5;233mbold\x1b[0m", erases=False)))


CELLS = st.lists(st.tuples(st.sampled_from("abx ─⣀▀"), st.sampled_from(STYLES[:6])), min_size=COLUMNS, max_size=COLUMNS)
WIDE = st.lists(
    st.tuples(st.sampled_from(["한", "글", "ab", "  "]), st.sampled_from(STYLES[:4])), min_size=9, max_size=9
)


@given(
    rows=st.lists(st.tuples(st.integers(0, 1), st.one_of(CELLS, WIDE)), min_size=2, max_size=8),
    console=st.sampled_from(CONSOLES),
)
def test_a_row_of_which_some_cells_change_is_the_same_row(
    rows: list[tuple[int, list[tuple[str, Style]]]], console: Console
) -> None:
    """Each frame is one row from the left edge on, drawn over what stood there."""
    plain, plain_stream = screen()
    short, short_stream = screen()
    sheet = Sheet()
    for y, pieces in rows:
        frame = frame_of([(0, y, pieces)], console)
        plain_stream.feed(frame)
        made = sheet.without_what_stands(frame)
        assert len(made) <= len(frame)
        short_stream.feed(made)
        assert cells(plain) == cells(short)


@given(
    before=st.lists(st.sampled_from("한글답계"), min_size=1, max_size=3),
    after=st.lists(st.sampled_from("한글답계"), min_size=3, max_size=3),
    console=st.sampled_from(CONSOLES),
)
def test_what_comes_long_after_a_wide_character_that_changed_stands_where_it_should(
    before: list[str], after: list[str], console: Console
) -> None:
    """As in the line of keys: a word of Hangul changes, much stays, and something behind it changes too."""
    plain, plain_stream = screen()
    short, short_stream = screen()
    sheet = Sheet()
    for word, last in ((before, "x"), (after, "y")):
        frame = frame_of([(0, 0, [(f"{''.join(word):·<3} abcdefgh {last}", STYLES[1])])], console)
        plain_stream.feed(frame)
        short_stream.feed(tightened(sheet.without_what_stands(frame), erases=True))
        assert cells(plain) == cells(short)


def test_what_stands_in_a_row_is_known_wherever_a_part_of_it_was_drawn() -> None:
    sheet = Sheet()
    sheet.without_what_stands("\x1b[3;5H\x1b[31mone two three four five six seven\x1b[0m\x1b[1;1H")
    # Another part of it, longer than any before: of that, one letter is new, and what comes after is.
    assert "\x1b[3;12H\x1b[31mi\x1b[25C eight\x1b[0m\x1b[1;1H" == sheet.without_what_stands(
        "\x1b[3;9H\x1b[31mtwoithree four five six seven eight\x1b[0m\x1b[1;1H"
    )
    # Of a wide character that is drawn over by half, the other half is drawn anew as soon as that is asked for.
    sheet.without_what_stands("\x1b[4;1H한글\x1b[1;1H")
    sheet.without_what_stands("\x1b[4;2Hx\x1b[1;1H")
    assert "\x1b[4;1H한" in sheet.without_what_stands("\x1b[4;1H한글\x1b[1;1H")


def test_what_wears_one_colour_is_drawn_together_wherever_it_stands() -> None:
    sheet = Sheet()
    blank = f"{' ' * 40}"
    sheet.without_what_stands(f"\x1b[1;1H{blank}\x1b[2;1H{blank}\x1b[9;9H")
    row = f"\x1b[38;2;1;2;3ma\x1b[0m{' ' * 20}\x1b[38;2;4;5;6mb\x1b[0m{' ' * 18}"
    made = sheet.without_what_stands(f"\x1b[1;1H{row}\x1b[2;1H{row}\x1b[9;9H")
    first, second = "\x1b[1;1H\x1b[38;2;1;2;3ma\x1b[2;1Ha", "\x1b[1;22H\x1b[0m\x1b[38;2;4;5;6mb\x1b[2;22Hb"
    assert f"{first}{second}\x1b[0m\x1b[9;9H" == made


def test_a_blank_in_another_ink_stands_as_it_is() -> None:
    sheet = Sheet()
    sheet.without_what_stands("\x1b[1;1H\x1b[31;44ma      b\x1b[0m\x1b[9;9H")
    made = sheet.without_what_stands("\x1b[1;1H\x1b[32;44mx      y\x1b[0m\x1b[9;9H")
    assert "\x1b[1;1H\x1b[32;44mx\x1b[6Cy\x1b[0m\x1b[9;9H" == made
    # Underlined, it is another one.
    made = sheet.without_what_stands("\x1b[1;1H\x1b[4;32;44mx      y\x1b[0m\x1b[9;9H")
    assert "\x1b[1;1H\x1b[4;32;44mx      y\x1b[0m\x1b[9;9H" == made


def test_to_step_over_cells_takes_no_colour_off() -> None:
    stepped = "\x1b[31;44ma\x1b[0m\x1b[9C\x1b[31;44mb\x1b[0m\x1b[2;7H\x1b[31;44mc\x1b[0m"
    assert "\x1b[31;44ma\x1b[9Cb\x1b[2;7Hc\x1b[0m" == tightened(stepped, erases=True)


def test_only_the_cells_that_change_are_sent() -> None:
    sheet = Sheet()
    sheet.without_what_stands("\x1b[3;5H\x1b[31mhot\x1b[0m and cold\x1b[1;1H")
    assert "\x1b[3;14Hr\x1b[1;1H" == sheet.without_what_stands("\x1b[3;5H\x1b[31mhot\x1b[0m and crld\x1b[1;1H")
    # Its colour is a change as well, and what is behind it stays.
    said = sheet.without_what_stands("\x1b[3;5H\x1b[31mh\x1b[32mo\x1b[0m\x1b[31mt\x1b[0m and crld\x1b[1;1H")
    assert "\x1b[3;6H\x1b[32mo\x1b[0m\x1b[1;1H" == said
    # What has another length is drawn whole, and so is what does not stand in cells of its own.
    for row in ("shorter", "e\u0301horter", "e\u0300horter"):
        assert row in sheet.without_what_stands(f"\x1b[3;5H{row}\x1b[1;1H")


def test_the_cursor_goes_from_row_to_row_by_the_shortest_way() -> None:
    """A curve that falls, one that wanders, and a bar under both; further on than these the rows are known to go."""
    ink = "\x1b[38;2;1;2;3m"
    frame = "".join(f"\x1b[{row};{column}H{ink}{text}\x1b[0m" for row, column, text in (
        (2, 40, "⡀"), (3, 41, "⠄"), (4, 40, "⠂"), (9, 20, "⠁"), (9, 23, "⠁"), (10, 1, "─────"), (10, 90, "x"),
    ))  # fmt: skip
    assert f"{ink}\x1b[2;40H⡀\x1b[1B⠄\x1b[4;40H⠂\x1b[9;20H⠁\x1b[2C⠁\x1b[1B\r─────\x1b[84Cx\x1b[0m" == tightened(
        frame, erases=True
    )


def test_blanks_go_with_what_is_drawn_beside_them_and_are_wiped_where_nothing_follows() -> None:
    red, blue = "\x1b[31;44m", "\x1b[32;44m"
    row = f"\x1b[3;5H{red}a\x1b[0m\x1b[33;44m  \x1b[0m{blue}b\x1b[0m{red}c{' ' * 9}\x1b[0m\x1b[3;40H{blue}d\x1b[0m"
    assert "\x1b[31;44m\x1b[3;5Ha  \x1b[1Cc\x1b[9X\x1b[32m\x1b[2Db\x1b[31Cd\x1b[0m" == tightened(row, erases=True)


@pytest.mark.parametrize(("worn", "off"), [("4", "24"), ("7", "27"), ("1", "0;38;2;1;2;3;48;2;4;5;6")])
def test_an_attribute_is_taken_off_alone_where_every_terminal_can(worn: str, off: str) -> None:
    """Terminfo has no capability that ends bold text but the one that ends all (sgr0)."""
    text = f"\x1b[{worn};38;2;1;2;3;48;2;4;5;6mworn\x1b[0m\x1b[38;2;1;2;3;48;2;4;5;6mplain\x1b[0m"
    assert f"\x1b[{worn};38;2;1;2;3;48;2;4;5;6mworn\x1b[{off}mplain\x1b[0m" == tightened(text, erases=True)


def test_what_comes_again_is_counted_only_for_a_terminal_that_knows_how() -> None:
    bar = f"\x1b[1;1H\x1b[31m{'█' * 30}\x1b[0m"
    assert "\x1b[31m\x1b[1;1H█\x1b[29b\x1b[0m" == tightened(bar, erases=True, repeats=True)
    assert bar == tightened(bar, erases=True)
    # Of a character in two cells, terminals do not agree what comes again.
    wide = f"\x1b[1;1H{'한' * 10}"
    assert wide == tightened(wide, erases=True, repeats=True)
