"""Which rung a terminal stands on: from the environment, from what was chosen, and from flags."""

from __future__ import annotations

import pytest

from tutor.chart.palette import DARK_8, DARK_16, LIGHT, MONOCHROME
from tutor.render.prose.inks import Inks
from tutor.render.rung import Rung, palette_of, rung_of
from tutor.stand_ins import SAMPLES

UTF8 = {"LANG": "en_US.UTF-8"}


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor"),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, "truecolor"),
        ({"TERM": "xterm-direct"}, "truecolor"),
        ({"TERM": "xterm-kitty"}, "truecolor"),
        ({"WT_SESSION": "1"}, "truecolor"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "tmux-256color"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "screen"}, "16"),
        ({}, "16"),
        # What GNU screen knows of a terminal around it that has all colours; tmux in it draws for itself.
        ({"TERM": "screen", "COLORTERM": "truecolor", "STY": "9775.pts-1.host"}, "16"),
        ({"TERM": "screen.xterm-256color", "COLORTERM": "truecolor", "STY": "9775.pts-1.host"}, "256"),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor", "STY": "9775.pts-1.host"}, "256"),
        (
            {"TERM": "screen-256color", "COLORTERM": "truecolor", "STY": "9775.pts-1.host", "TMUX": "/t,1,0"},
            "truecolor",
        ),
        ({"TERM": "screen.tmux-256color", "COLORTERM": "truecolor", "STY": "1.host", "TMUX": "/t,1,0"}, "256"),
        ({"TERM": "linux"}, "8"),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, "8"),
        ({"TERM": "vt220"}, "none"),
        ({"TERM": "xterm-mono"}, "none"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "none"),
        ({"TERM": "linux", "NO_COLOR": "0"}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "256"),
    ],
)
def test_the_terminal_says_how_many_colours_it_has(environ: dict[str, str], colours: str) -> None:
    assert colours == rung_of(environ).colours


@pytest.mark.parametrize(
    ("environ", "marks", "maths"),
    [
        ({"TERM": "xterm", "LANG": "ko_KR.UTF-8"}, "braille", "unicode"),
        ({"TERM": "xterm", "LANG": "C.utf8"}, "braille", "unicode"),
        # Nothing is known of characters: most containers, and most logins over SSH.
        ({"TERM": "xterm"}, "braille", "unicode"),
        ({"TERM": "xterm", "LANG": "C"}, "ascii", "ascii"),
        ({"TERM": "xterm", "LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "ascii", "ascii"),
        ({"TERM": "xterm", "LC_ALL": "", "LC_CTYPE": "C", "LANG": "en_US.UTF-8"}, "ascii", "ascii"),
        ({"TERM": "xterm", "LC_ALL": "en_US.UTF-8", "LC_CTYPE": "C"}, "braille", "unicode"),
        ({"TERM": "xterm", "LANG": "de_DE.ISO-8859-1@euro"}, "ascii", "ascii"),
        ({"TERM": "linux", "LANG": "en_US.UTF-8"}, "blocks", "ascii"),
        ({"TERM": "linux", "LANG": "C"}, "ascii", "ascii"),
        ({"TERM": "vt320", "LANG": "en_US.UTF-8"}, "ascii", "ascii"),
    ],
)
def test_the_terminal_and_the_locale_say_what_can_be_drawn(environ: dict[str, str], marks: str, maths: str) -> None:
    rung = rung_of(environ)
    assert (marks, maths) == (rung.marks, rung.maths)


@pytest.mark.parametrize(
    ("environ", "frames"),
    [
        ({"TERM": "xterm-256color"}, "30"),
        ({"TERM": "xterm-256color", "SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}, "10"),
        ({"TERM": "screen", "SSH_CONNECTION": "fe80::1 50000 fe80::2 22"}, "10"),
        # An agent for keys is no connection.
        ({"TERM": "xterm-256color", "SSH_AUTH_SOCK": "/tmp/agent", "SSH_CONNECTION": ""}, "30"),
    ],
)
def test_over_ssh_there_are_fewer_frames_unless_others_are_chosen(environ: dict[str, str], frames: str) -> None:
    rung = rung_of(environ)
    assert frames == rung.frames
    assert frames == rung.chosen({"frames": "auto"}).frames
    assert "15" == rung.chosen({"frames": "15"}).frames


@pytest.mark.parametrize(
    ("environ", "slanted"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, True),
        ({"TERM": "screen-256color", "STY": "9775.pts-1.host"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "vt220"}, False),
    ],
)
def test_where_italics_would_be_something_else_emphasis_is_weight(environ: dict[str, str], slanted: bool) -> None:
    palette = palette_of("dark", rung_of(environ))
    style = Inks(palette, {}).words("really", strong=False, emphasis=True, strike=False, link="")
    assert (slanted, not slanted) == (bool(style.italic), bool(style.bold))


def test_what_is_chosen_comes_before_what_the_terminal_says_and_the_rest_stays() -> None:
    console = rung_of({"TERM": "linux"} | UTF8)
    assert Rung("8", "blocks", "ascii", "full", slanted=False) == console
    assert Rung("8", "braille", "ascii", "none", slanted=False) == console.chosen(
        {"marks": "braille", "motion": "none"}
    )
    assert "truecolor" == rung_of({"NO_COLOR": "1"}).chosen({"colours": "truecolor"}).colours


def widths(wide: str) -> dict[str, int]:
    """Return how many cells each of the samples has on a terminal that draws some of them in two."""
    return {sample: 2 if sample in wide else 1 for sample in SAMPLES}


@pytest.mark.parametrize(
    ("wide", "marks", "maths", "halves"),
    [
        ("", "braille", "unicode", True),
        ("●─█→α×…√", "dots", "ascii", False),
        ("●→", "dots", "ascii", True),
        ("█", "dots", "unicode", False),
        ("●─█→α×…√⠿", "ascii", "ascii", False),
    ],
)
def test_a_terminal_that_draws_some_characters_in_two_cells_keeps_the_others(
    wide: str, marks: str, maths: str, halves: bool
) -> None:
    rung = rung_of({"TERM": "xterm-256color"} | UTF8).with_widths(widths(wide))
    assert (marks, maths) == (rung.marks, rung.maths)
    assert set() == set(wide) & set(rung.narrow)
    assert halves == palette_of("dark", rung).has_blocks


def test_where_ascii_is_left_anyhow_widths_change_nothing() -> None:
    for environ in ({"TERM": "xterm", "LANG": "C"}, {"TERM": "linux"} | UTF8):
        assert rung_of(environ) == rung_of(environ).with_widths(widths("●─"))


def test_auto_and_what_is_no_choice_leave_all_as_the_terminal_is() -> None:
    console = rung_of({"TERM": "linux"})
    assert console == console.chosen({"colours": "auto", "marks": "auto", "maths": "latex", "theme": "light"})


@pytest.mark.parametrize(("kept", "motion"), [("on", "full"), ("off", "reduced")])
def test_a_record_of_before_still_says_how_much_may_move(kept: str, motion: str) -> None:
    assert motion == Rung().chosen({"motion": kept}).motion


def test_each_number_of_colours_has_a_palette_and_the_console_is_dark() -> None:
    assert LIGHT == palette_of("light", Rung("256"))
    assert DARK_16 == palette_of("dark", Rung("16"))
    assert DARK_8 == palette_of("light", Rung("8"))
    assert MONOCHROME == palette_of("dark", Rung("none"))
    assert MONOCHROME == palette_of("plain", Rung("truecolor"))


def test_where_a_cell_is_one_dot_every_line_is_broken_so_that_its_gaps_show() -> None:
    for colours in ("truecolor", "16", "8", "none"):
        broken = palette_of("dark", Rung(colours, "ascii")).broken  # type: ignore[arg-type]
        # Eight dots down are two cells: one of them at least is empty.
        assert all(off >= 8 for _, off in broken.values())
        assert len(set(broken.values())) == len(broken) == 3
