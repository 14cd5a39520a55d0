"""The playground of the course, in the dialogue: reached, trained, heard, shared and opened again."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from tests.plain.dialogue import hold

THERE = ("--at", "xor-training/playground")


def test_the_playground_opens_once_it_was_reached(tmp_path: Path) -> None:
    early = hold(["playground"], tmp_path, "--at", "perceptron/1").after("playground")
    assert "The playground opens when you reach it, in lesson 13, A network learns XOR." in early.replace("\n", " ")
    reached = hold(["map", "playground", "놀이터"], tmp_path, *THERE)
    assert "“playground” leads to the playground." in reached.after("map")
    assert "Step 16 of 18: The playground" in reached.after("playground")
    assert "Step 16 of 18: The playground" in reached.after("놀이터")


def test_a_training_is_told_with_its_losses_and_what_the_surface_does(tmp_path: Path) -> None:
    dialogue = hold(["2", "", "units = 3", "play"], tmp_path, *THERE)
    told = " ".join(dialogue.after("play").split())
    assert re.search(r"\d+ % done …", dialogue.said)
    losses = [float(loss) for loss in re.findall(r"loss: train: ([\d.]+)", told)]
    assert len(losses) > 5
    assert losses[-1] < 0.05 < losses[0]
    # Three fences close in the samples in the middle; what has not changed is not told again.
    surfaces = re.findall(r"It is above 0\.5 on: ([^:]*?\.)(?: |$)", told)
    assert re.search(r"^\d+% of the plane around \(−?0\.[0-2], −?0\.[0-2]\), closed all round\.$", surfaces[-1])
    assert all(one != other for one, other in itertools.pairwise(surfaces))
    assert len(losses) > len(surfaces) > 1


def test_what_it_is_set_to_is_shared_as_a_line_and_opened_from_one(tmp_path: Path) -> None:
    before = ["2", "", "units = 4", "frame = 2", "share"]
    shared = hold(before, tmp_path, *THERE).after("share").replace("\n", " ")
    line = re.search(r"tutor --at '(\S+)'", shared)
    assert line is not None
    assert "units=4" in line[1]
    for typed in (f"go {line[1]}", f"go tutor --at '{line[1]}'"):
        again = hold(["perceptron", typed, "settings"], tmp_path, "--at", "perceptron/1").after("settings")
        assert "units = 4, from 1 to 8" in again


def test_the_keys_that_its_text_names_are_said_as_what_is_typed(tmp_path: Path) -> None:
    said = hold([], tmp_path, *THERE).said.replace("\n", " ")
    assert (
        "What the text calls keys is typed: space is “play”, x is “settings”, o is “point”, i is “own”, y is “share”."
        in said
    )
    korean = hold([], tmp_path, *THERE, language="ko").said.replace("\n", " ")
    assert "o 대신 “점”, i 대신 “내코드”, y 대신 “공유”." in korean
    # A letter of the mathematics is no key.
    assert "What the text calls keys" not in hold([], tmp_path, "--at", "layers/5").said
