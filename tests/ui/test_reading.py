"""What a terminal sends becomes keys, clicks and pasted text; no byte of it raises anything, or is kept for ever."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tests.ordeal.keys import ALPHABET, KEYS, NO_TEXT, NUMBERS, PASTED, REPORTS, mutated
from tutor.ui.terminal.reading import MOST_COLUMNS, MOST_PASTED, MOST_ROWS, QUIET, Answer, TerminalReader


class Clock:
    """Seconds, as they are set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def read(*pieces: bytes) -> list[Message]:
    """Return what a terminal says with these bytes, and after a long silence."""
    clock = Clock()
    reader = TerminalReader(clock=clock)
    said = [message for piece in pieces for message in reader.feed(piece)]
    # The parser has a clock of its own.
    reader._parser._timeout_time = 0.0 if reader._parser._timeout_time is not None else None
    clock.now = QUIET
    return [*said, *reader.tick()]


def words(messages: list[Message]) -> list[str]:
    """Return the messages in short."""
    said = []
    for message in messages:
        match message:
            case events.Key():
                said.append(message.key)
            case events.Paste():
                said.append(f"pasted {message.text!r}")
            case events.Resize():
                said.append(f"{message.size.width}x{message.size.height}")
            case events.MouseEvent():
                said.append(f"{type(message).__name__} {message.x} {message.y}")
            case _:
                said.append(type(message).__name__)
    return said


@pytest.mark.parametrize(
    "sent",
    [
        b"\xff",
        "é".encode("latin-1"),
        "한글".encode("cp949")[:2],
        b"\xe1",  # Alt+a of a terminal with eight bits
        b"\x1b[M\xa0\xff\x40",  # a click in column 223
        b"\x1b[M !\x40",
        b"\x1b[1114112u",
        b"\x1b[55296u",  # half a character
        b"\x1b[97;1;1114112u",
        b"\x1b[12345678901234567890~",
        b"\x1b[97:65;2u",  # a shifted key beside its own
        b"\x1b[97;1:3u",  # a key let go of
        b"\x1b[:u",
        b"\x1b[48;0;0;0;0t",
        b"\x1b[48;1000000000;80;0;0t",
        b"\x1b[<0;99999999999999999999;1M",
        b"\x1b[<0;-5;-5M",
    ],
    ids=repr,
)
def test_what_is_no_key_is_left_out_and_the_next_key_is_read(sent: bytes) -> None:
    assert ["q"] == words(read(sent + b"q"))


def test_a_terminal_that_does_not_know_its_size_in_pixels_can_still_be_clicked() -> None:
    assert ["80x24", "MouseDown 4 2"] == words(read(b"\x1b[48;24;80;0;0t", b"\x1b[<0;5;3M"))


def test_a_size_that_is_not_believed_changes_nothing_for_the_mouse() -> None:
    assert ["80x24", "MouseDown 4 2"] == words(read(b"\x1b[48;24;80;24;80t", b"\x1b[48;0;0;9;9t", b"\x1b[<0;5;3M"))


def test_korean_that_comes_byte_by_byte_is_read_whole() -> None:
    assert ["가", "나"] == words(read(*(bytes([byte]) for byte in "가나".encode())))


@pytest.mark.parametrize("text", ["3", "한글", "x\ny", "tab\there", "caf\N{REPLACEMENT CHARACTER}"])
def test_what_is_pasted_is_one_text(text: str) -> None:
    assert [f"pasted {text!r}"] == words(read(b"\x1b[200~" + text.encode() + b"\x1b[201~"))


def test_pasted_bytes_that_are_no_text_can_be_seen_as_such() -> None:
    assert ["pasted 'caf\N{REPLACEMENT CHARACTER}'"] == words(read(b"\x1b[200~caf\xe9\x1b[201~"))


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        (b"\x1b[31mred\x1b[0m", "red"),
        (b"\x1b]0;title\x07x\x1b]8;;http://a\x1b\\y", "xy"),
        (b"a\x00b\x07c\x1bd\x7fe", "abcde"),
        (b"\x1b[48;9;9;9;9tq\r", "q\r"),
        (b"\x1b[<0;1;1Mq", "q"),
        (b"\x1b\x1b[13u", ""),
    ],
)
def test_no_part_of_a_pasted_text_is_a_key(pasted: bytes, text: str) -> None:
    expected = [f"pasted {text!r}"] if text else []
    assert [*expected, "z"] == words(read(b"\x1b[200~" + pasted + b"\x1b[201~z"))


def test_a_paste_whose_end_never_comes_ends_in_silence_and_keys_work_again() -> None:
    clock = Clock()
    reader = TerminalReader(clock=clock)
    assert [] == [*reader.feed(b"\x1b[200~3"), *reader.feed(b"4"), *reader.tick()]
    clock.now = QUIET
    assert ["pasted '34'"] == words(list(reader.tick()))
    assert ["q"] == words(list(reader.feed(b"q")))


def test_a_megabyte_and_more_is_pasted_up_to_a_limit() -> None:
    sent = b"\x1b[200~" + b"x" * (3 * MOST_PASTED) + b"\x1b[201~q"
    pieces = [sent[at : at + 4096] for at in range(0, len(sent), 4096)]
    (pasted, key) = read(*pieces)
    assert isinstance(pasted, events.Paste)
    assert MOST_PASTED == len(pasted.text)
    assert ["q"] == words([key])


HOSTILE = st.lists(
    st.one_of(
        st.sampled_from([one.encode() for one in (*KEYS, *REPORTS, *PASTED, *ALPHABET)]),
        st.sampled_from([f"\x1b[{number}u".encode() for number in NUMBERS]),
        st.sampled_from([b"\x1b[200~", b"\x1b[201~", b"\x1b[M"]),
        st.binary(max_size=8),
        st.text(alphabet=ALPHABET, max_size=8).map(str.encode),
        st.builds(
            lambda seed, one: mutated(random.Random(seed), one).encode(), st.integers(0), st.sampled_from(REPORTS)
        ),
        st.lists(st.sampled_from(list(NO_TEXT)), max_size=6).map(bytes),
    ),
    max_size=20,
).map(b"".join)


@given(HOSTILE)
def test_nothing_that_a_terminal_sends_raises_anything_or_means_nonsense(sent: bytes) -> None:
    for message in read(sent, b"\x1b[201~"):
        match message:
            case events.Key():
                assert message.character is None or not any(0xD800 <= ord(one) < 0xE000 for one in message.character)
                assert message.character != "\N{REPLACEMENT CHARACTER}"
            case events.Paste():
                assert not any(ord(one) < 0x20 and one not in "\t\n\r" for one in message.text)
            case events.Resize():
                assert 0 < message.size.width <= MOST_COLUMNS
                assert 0 < message.size.height <= MOST_ROWS


@given(HOSTILE)
def test_after_anything_at_all_the_next_key_is_read(sent: bytes) -> None:
    clock = Clock()
    reader = TerminalReader(clock=clock)
    list(reader.feed(sent))
    reader._parser._timeout_time = 0.0 if reader._parser._timeout_time is not None else None
    clock.now = QUIET
    list(reader.tick())
    assert ["q"] == words(list(reader.feed(b"q")))


@given(HOSTILE, st.data())
def test_where_the_bytes_are_cut_makes_no_difference(sent: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(sent)))
    assert words(read(sent)) == words(read(sent[:cut], sent[cut:]))


@pytest.mark.parametrize("answer", [b"\x1b[0n", b"\x1b[3n"])
@pytest.mark.parametrize("cut", range(5))
def test_an_answer_of_the_terminal_is_no_key_wherever_it_comes(answer: bytes, cut: int) -> None:
    for before, after in ((b"", b""), (b"a", b"b"), (b"\x1b", b"b"), (b"\x1b[A", b"\x1b[B"), (answer, answer)):
        sent = before + answer + after
        at = len(before) + cut
        messages = read(sent[:at], sent[at:])
        keys = [message for message in messages if not isinstance(message, Answer)]
        assert words(keys) == words([one for one in read(before) + read(after) if not isinstance(one, Answer)])
        assert (1 + 2 * (before == answer)) == len(messages) - len(keys)


def test_an_answer_that_is_pasted_is_text() -> None:
    messages = read(b"\x1b[200~a\x1b[0nb\x1b[201~")
    assert ["ab"] == [message.text for message in messages if isinstance(message, events.Paste)]
    assert not any(isinstance(message, Answer) for message in messages)


def test_what_is_pasted_in_jamo_arrives_in_syllables() -> None:
    # Unicode's own example of a decomposition (chapter 3.12): 각 is ᄀ, ᅡ and ᆨ.
    assert ["pasted '각'"] == words(read(b"\x1b[200~" + "\u1100\u1161\u11a8".encode() + b"\x1b[201~"))


def test_a_syllable_that_is_committed_by_the_key_after_it_comes_before_that_key() -> None:
    committed = "원점\r".encode()
    for cut in range(len(committed)):
        assert ["원", "점", "enter"] == words(read(committed[:cut], committed[cut:]))
