"""A command that cannot be followed says why, and what can be done instead."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

from tests.plain.dialogue import Dialogue, hold
from tests.walks import in_turn, some_now
from tutor.language import INTERFACE_LANGUAGES
from tutor.plain.commands import PREFIX, Command, command_in

STATES: dict[str, tuple[list[str], list[str]]] = {
    "the map": ([], []),
    "a step of words alone": (["--at", "neural-networks/9"], []),
    "a question about a lab": (["--at", "perceptron/2"], []),
    "a question after a miss": (["--at", "perceptron/2"], ["-3"]),
    "a question that is answered": (["--at", "perceptron/2"], ["-3.5"]),
    "a question that was left": (["--at", "perceptron/2"], ["next"]),
    "a prediction about a picture": (["--at", "perceptron/5"], []),
    "a prediction that was made": (["--at", "perceptron/5"], ["0.6", "2"]),
    "a task to be set": (["--at", "perceptron/7"], []),
    "a film": (["--at", "matrices/3"], []),
    "a program": (["--at", "perceptron/12"], []),
    "a word that is asked for": (["--at", "binary-cross-entropy/11"], ["0.48", ""]),
    "a test": (["--at", "perceptron/2"], ["test xor"]),
    "the end of a test": (["--at", "perceptron/2"], ["test xor", *["/next"] * 20]),
}


def answered(dialogue: Dialogue, lines: list[str]) -> dict[str, str]:
    """Return what was said to each of the last lines."""
    turns = dialogue.turns[-len(lines) :]
    assert [turn.split("\n")[0].strip() for turn in turns] == [f"> {line}" for line in lines]
    return {line: turn.split("\n", 1)[1].replace("\n", " ") for line, turn in zip(lines, turns, strict=True)}


@some_now(("state", "language"), product(STATES, INTERFACE_LANGUAGES), in_turn(STATES, INTERFACE_LANGUAGES))
def test_every_command_that_is_refused_says_why_and_what_can_be_done(state: str, language: str, tmp_path: Path) -> None:
    arguments, before = STATES[state]
    helped = hold([*before, "/help"], tmp_path / "help", *arguments, language=language).turns[-1]
    live = {word.removeprefix(PREFIX) for word in re.findall(r"(?m)^  (\S+):", helped)}
    refused = [PREFIX + one.word(language) for one in Command if one.word(language) not in live]
    assert len(refused) > 5
    said = answered(hold([*before, *refused], tmp_path / "said", *arguments, language=language), refused)
    assert {} == {line: told for line, told in said.items() if re.search("not possible here|지금은 할 수 없", told)}
    for told in said.values():
        words = [command_in(word, Command) for word in re.findall("“([^”]+)”", told)]
        can = {one.command.word(language) for one in words if one is not None} & live
        assert can or re.search(r"\bEnter\b|\bAnswer\b|엔터|답해 보세요|답하세요", told), told


def test_after_the_last_hint_it_is_said_that_all_were_given(tmp_path: Path) -> None:
    dialogue = hold(["hint", "hint", "hint", "hint", "-3", "hint"], tmp_path, "--at", "perceptron/2")
    assert "All hints have been given. Answer, even if you are not sure; after that" in dialogue.said
    assert "All hints have been given. “answer” shows the answer" in dialogue.turns[-1]
    korean = hold(["힌트", "힌트", "힌트", "힌트"], tmp_path / "ko", "--at", "perceptron/2", language="ko")
    assert "힌트는 모두 나왔습니다." in korean.turns[-1]


def test_a_prediction_is_made_without_help(tmp_path: Path) -> None:
    assert "a guess of your own, without help" in hold(["answer"], tmp_path, "--at", "perceptron/5").after("answer")
    hinted = hold([*["hint"] * 4], tmp_path, "--at", "perceptron/5").turns[-1]
    assert "All hints have been given. Any guess will do" in hinted
    assert "That comes after your prediction." in hold(["undo"], tmp_path, "--at", "perceptron/5").after("undo")
