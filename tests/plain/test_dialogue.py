"""What is said to what is typed: answers, settings, commands, and lines that mean nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import DAY, NOW
from tests.plain.dialogue import INTERRUPT, LESSONS, attempts_in, hold, wrong_with
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.paths import record_path
from tutor.learner.store import Store
from tutor.plain.commands import Command
from tutor.session.words import folded


def store_in(home: Path) -> Store:
    return Store.open(record_path({"TUTOR_HOME": str(home)}, ""), clock=lambda: NOW)


# -- questions ---------------------------------------------------------------------------------------------------------


def test_a_wrong_number_hears_what_led_to_it_and_a_hint_helps(tmp_path: Path) -> None:
    dialogue = hold(["-3", "hint", "hint", "-3.5"], tmp_path, "--at", "perceptron/2")
    assert "Not yet. −3 leaves out the factor w2 = 0.5." in dialogue.after("-3")
    worked, hinted = (turn for turn in dialogue.turns if turn.startswith("> hint"))
    assert "negative 2 times 2 plus 0.5 times 1: how much is that?" in worked
    assert "Hint: Two products, one sum." in hinted
    assert "negative 2 times 2 plus 0.5 times 1" in dialogue.after("-3.5")
    assert "Hint" not in dialogue.after("-3.5")
    made = [(one.response, one.right, one.mistake, one.hints) for one in attempts_in(tmp_path)]
    assert [("-3", False, 0), ("-3.5", True, 2)] == [(response, right, hints) for response, right, _, hints in made]
    assert made[0][2].startswith("slip")


def test_the_answer_comes_after_an_honest_try_and_the_question_again_with_other_numbers(tmp_path: Path) -> None:
    dialogue = hold(["answer", "99", "answer", "again"], tmp_path, "--at", "perceptron/2")
    turns = [turn for turn in dialogue.turns if turn.startswith("> answer")]
    assert "First one answer of your own: after that it can be shown." in turns[0]
    assert "The answer is −3.50." in turns[1]
    assert "What is the weighted sum?" in dialogue.after("again")
    assert "the weights −2 and 0.5" not in dialogue.after("again")


def test_two_misses_lay_both_workings_side_by_side_line_by_line(tmp_path: Path) -> None:
    dialogue = hold(["-3", "-4.5"], tmp_path, "--at", "perceptron/2")
    told = dialogue.after("-4.5")
    assert "Here the two differ:" in told
    assert told.index("Line 1, yours:") < told.index("Line 1, weighted sum:")


def test_a_prediction_opens_the_picture_and_until_then_nothing_is_told(tmp_path: Path) -> None:
    dialogue = hold(["W = 2", "table", "5", "3", "w1 = 1"], tmp_path, "--at", "perceptron/5")
    before, opened = dialogue.said.split("> 3\n")
    assert "(still to be guessed)" in before
    assert "0.60" not in before
    assert "how sure are you?" in dialogue.after("5")
    assert "You guessed 5. It is 0.60." in opened
    assert "Now the picture is open." in opened
    assert "boundary at x2 = 0: x1: 1.20" in dialogue.after("w1 = 1")


@pytest.mark.parametrize(
    ("lines", "sure"),
    [(["1", "3"], 95), (["1", "2"], 75), (["1", ""], 0), (["1"], 0), (["1", "next"], 0), (["1", "go cost"], 0)],
)
def test_how_sure_one_is_is_kept_and_nobody_has_to_say_it(lines: list[str], sure: int, tmp_path: Path) -> None:
    hold(lines, tmp_path, "--at", "perceptron/1")
    assert [("1", sure)] == [(one.response, one.sure) for one in attempts_in(tmp_path)]


def test_until_it_is_said_the_prediction_can_be_made_anew(tmp_path: Path) -> None:
    dialogue = hold(["9", "4", "3"], tmp_path, "--at", "perceptron/1")
    assert "how sure are you?" in dialogue.after("4")
    assert [("4", 95)] == [(one.response, one.sure) for one in attempts_in(tmp_path)]


def test_who_does_not_want_to_be_asked_how_sure_they_are_is_not(tmp_path: Path) -> None:
    dialogue = hold(["sure", "1"], tmp_path, "--at", "perceptron/1")
    assert "It is asked no more" in dialogue.after("sure")
    assert "You guessed 1. Well seen!" in dialogue.after("1")


def test_what_is_asked_about_a_film_is_in_none_of_its_numbers(tmp_path: Path) -> None:
    dialogue = hold(["table", "18"], tmp_path, "--at", "matrices/2")
    assert "X, row 1" in dialogue.after("table")
    assert "18" not in dialogue.after("table")


def test_options_are_chosen_by_number_in_any_spelling(tmp_path: Path) -> None:
    for typed in ("2 1", "1,2", "21", "２ １", "1, 2."):
        home = tmp_path / typed.replace("/", "")
        hold([typed], home, "--at", "perceptron/3")
        assert [("0,2", True)] == [(one.response, one.right) for one in attempts_in(home)], typed
    dialogue = hold(["7"], tmp_path, "--at", "perceptron/3")
    assert "Only numbers from 1 to 4." in dialogue.after("7")
    assert [] == list(attempts_in(tmp_path))


def test_where_a_word_is_asked_every_line_is_an_answer_but_after_a_slash(tmp_path: Path) -> None:
    lines = ["next", "help", "/help", "/hint", "hint", "softmax"]
    dialogue = hold(lines, tmp_path, "--at", "categorical-cross-entropy/your-turn")
    made = [(one.response, one.right) for one in attempts_in(tmp_path)]
    assert [("help", False), ("hint", False), ("softmax", True)] == made
    assert "Here you can type:" in dialogue.after("/help")
    assert "begins with a slash: /help" in dialogue.said
    assert "  /next: go on without answering" in dialogue.after("/help")
    assert "This question has no hints. “/answer” shows the answer" in dialogue.after("/hint")
    # What was meant as a command, and is none here, hears how one is typed.
    assert "begins with a slash: /help" in dialogue.after("help")
    empty = hold([""], tmp_path, "--at", "binary-cross-entropy/your-turn").after("")
    assert "“next” goes on without answering." in empty


def test_a_setting_may_have_a_slash_before_it_as_a_command_may(tmp_path: Path) -> None:
    dialogue = hold(["/x2 = 1", "/undo", "/x9 = 1"], tmp_path, "--at", "perceptron/2")
    assert "x2 = 1.0.\n" in dialogue.after("/x2 = 1")
    assert "x2 = 0.0" in dialogue.after("/undo")
    assert "There is no setting x9." in dialogue.after("/x9 = 1")


def test_a_verdict_is_said_once(tmp_path: Path) -> None:
    told = hold(["1"], tmp_path, "--at", "gradient-descent/3").after("1")
    assert "Not yet: the answer is larger than 1." in told
    assert 1 == told.count("Not yet")
    korean = hold(["1"], tmp_path, "--at", "gradient-descent/3", language="ko").after("1")
    assert 1 == korean.count("아직 아닙니다")


def test_two_slips_of_which_the_same_is_said_are_told_as_one(tmp_path: Path) -> None:
    assert "Not yet. 1 is just 2 / 2.\n" in hold(["1"], tmp_path, "--at", "cost/3").after("1")
    assert "1은 2 / 2 계산만 한 값입니다." in hold(["1"], tmp_path, "--at", "cost/3", language="ko").after("1")
    assert "it is x itself, or it is y itself." in hold(["2"], tmp_path, "--at", "cost/3").after("2")


def test_a_number_where_something_is_to_be_set_hears_how(tmp_path: Path) -> None:
    dialogue = hold(["2"], tmp_path, "--at", "xor/2")
    assert "Set, as in w1 = …, w2 = …, b = …; then type “check”." in dialogue.after("2")
    # While the prediction was put off, there is nothing yet to set.
    dialogue = hold(["next"], tmp_path, "--at", "xor/6")
    assert "First the prediction; then it can be set." in dialogue.after("next")
    assert "as in ;" not in dialogue.said


# -- settings and films ------------------------------------------------------------------------------------------------


def test_a_parameter_is_set_by_typing_and_taken_back(tmp_path: Path) -> None:
    dialogue = hold(
        ["x2 = 1", "x2=0,5", "undo", "reset", "x9 = 1", "x2 = 7", "x2 = pear"], tmp_path, "--at", "perceptron/2"
    )
    assert "x2 = 1.0.\nweighted sum: 1.50; output y: 1." in dialogue.after("x2 = 1")
    assert "the weighted sum is 1.5" in dialogue.after("x2 = 1")
    assert "x2 = 0.5." in dialogue.after("x2=0,5")
    assert "x2 = 0.0" in dialogue.after("undo")
    assert "All is as at first already." in dialogue.after("reset")
    assert "There is no setting x9. There are: x1, x2, w1, w2, theta." in dialogue.after("x9 = 1")
    assert "It cannot be set to that: x2 = 0.0, from −1 to 2." in dialogue.after("x2 = 7")
    assert "It cannot be set to that" in dialogue.after("x2 = pear")
    assert [] == list(attempts_in(tmp_path))


def test_a_choice_is_set_by_its_words_and_a_film_is_told_moment_by_moment(tmp_path: Path) -> None:
    dialogue = hold(
        ["gate = XOR", "look = 0", "space", "look = 0", "play", "look = 3", "step", "step -2", "step x"],
        tmp_path,
        "--at",
        "perceptron/9",
    )
    assert "gate = XOR" in dialogue.said or "target = XOR" in dialogue.said or "no setting gate" in dialogue.said
    assert dialogue.after("play").split("\n")[1:] == dialogue.after("space").split("\n")[1:]
    played = dialogue.after("play")
    moments = [line for line in played.split("\n") if line.startswith("look = ")]
    assert "look = 0 / 32" in moments[0]
    assert "look = 32 / 32" in moments[-1]
    assert 5 <= len(moments) <= 12
    assert "look = 4 / 32" in dialogue.after("step")
    assert "look = 2 / 32" in dialogue.after("step -2")
    assert "takes a whole number" in dialogue.after("step x")


def test_a_table_is_read_row_by_row_with_its_headings(tmp_path: Path) -> None:
    told = hold(["table"], tmp_path, "--at", "perceptron/7").after("table")
    assert "row 4: x1: 1; x2: 1;" in told
    marked = hold(["table"], tmp_path, "--at", "xor/2").after("table")
    assert "row 2: x1: 0; x2: 1; sum: −0.10; y: 0; XOR: 1; wrong\nrow 3:" in marked
    assert "XOR: 1; right\n" in marked
    assert [] == wrong_with(told)


# -- programs ----------------------------------------------------------------------------------------------------------


def test_a_program_is_typed_until_an_empty_line_mended_line_by_line_and_kept(tmp_path: Path) -> None:
    wrong = ["def neuron(x, w, b):", "    total = w[0] * x[0] + w[1] * x[1]", "    return int(total > 0)", ""]
    dialogue = hold(
        [*wrong, "run", "line 2 total = w[0] * x[0] + w[1] * x[1] + b", "quit"], tmp_path, "--at", "perceptron/12"
    )
    assert "Not yet." in dialogue.after("run")
    assert "2     total = w[0] * x[0] + w[1] * x[1] + b" in dialogue.said
    # The next sitting goes on with what was written.
    dialogue = hold(["program", "run", "quit"], tmp_path)
    assert "Step 12 of 13" in dialogue.said
    assert "+ w[1] * x[1] + b" in dialogue.after("program")
    assert "Right." in dialogue.after("run")
    assert [False, True] == [one.right for one in attempts_in(tmp_path)]


def test_the_easier_form_has_blanks_and_its_lines_are_filled_in(tmp_path: Path) -> None:
    dialogue = hold(["blanks", "run", "start", "picture"], tmp_path, "--at", "perceptron/12")
    assert "___" in dialogue.after("blanks")
    assert "Not yet" not in dialogue.after("run")
    assert "..." in dialogue.after("start")
    assert [] == list(attempts_in(tmp_path))


# -- going about -------------------------------------------------------------------------------------------------------


def test_everything_is_kept_when_nothing_more_is_typed_and_the_next_time_goes_on_there(tmp_path: Path) -> None:
    dialogue = hold(["", "1", "", "", "x2 = 1"], tmp_path)
    assert 0 == dialogue.code
    assert dialogue.said.endswith("Everything is saved.\n")
    again = hold([], tmp_path)
    assert "Step 2 of 13" in again.said
    assert "x2 = 1.0, from" in again.said


def test_an_interrupt_leaves_the_question_and_the_next_one_ends(tmp_path: Path) -> None:
    dialogue = hold([INTERRUPT, "question", INTERRUPT, INTERRUPT, "-3.5"], tmp_path, "--at", "perceptron/2")
    assert 2 == dialogue.said.count("The question is left open.")
    assert "What is the weighted sum?" in dialogue.after("question")
    # The line on which the second came is ended before anything is said.
    assert dialogue.said.endswith("\n\nEverything is saved.\n")
    assert [] == list(attempts_in(tmp_path))


def test_a_line_that_means_nothing_meets_the_nearest_command(tmp_path: Path) -> None:
    dialogue = hold(["hnt", "fnid x", "xyzzy", "힌드"], tmp_path, "--at", "perceptron/2")
    assert "Did you mean “hint”?" in dialogue.after("hnt")
    assert "Did you mean “find”?" in dialogue.after("fnid x")
    assert "xyzzy is unknown here." in dialogue.after("xyzzy")
    assert "Did you mean “hint”?" in dialogue.after("힌드")
    assert [] == list(attempts_in(tmp_path))


def test_commands_are_there_in_both_languages_and_no_word_means_two() -> None:
    for language in INTERFACE_LANGUAGES:
        words = [word for command in Command for word in command.words[language]]
        assert len(words) == len(set(words))
        assert all(folded(word) == word for word in words)


def test_help_is_about_what_can_be_typed_here(tmp_path: Path) -> None:
    dialogue = hold(["help", "도움말"], tmp_path, "--at", "perceptron/2")
    here, everywhere = dialogue.after("help").split("And everywhere:")
    assert "  hint: " in here
    assert "  undo: " not in here
    assert "  review: " in everywhere
    assert dialogue.after("도움말").split("\n")[1:10] == dialogue.after("help").split("\n")[1:10]


def test_words_are_looked_up_in_either_language_and_lead_to_where_they_are_taught(tmp_path: Path) -> None:
    dialogue = hold(
        ["word bias", "word 편향", "word qqq", "words", "go perceptron/bias"], tmp_path, "--at", "perceptron/2"
    )
    assert "bias: The number b" in dialogue.after("word bias")
    assert dialogue.after("word bias").split("\n")[1:] == dialogue.after("word 편향").split("\n")[1:]
    assert "no term qqq" in dialogue.after("word qqq")
    assert "binary classification:" in dialogue.after("words")
    assert "Step 4 of 13" in dialogue.after("go perceptron/bias")


def test_a_search_numbers_what_it_finds_and_notes_are_found(tmp_path: Path) -> None:
    dialogue = hold(
        ["note mind the kite", "bookmark", "find kite", "go 1", "notes", "note -", "note"],
        tmp_path,
        "--at",
        "perceptron/2",
    )
    assert "1. Note, 1. The same thing, drawn. mind the kite" in dialogue.after("find kite")
    assert "Your note: mind the kite" in dialogue.after("go 1")
    assert "Bookmark, 1. The same thing, drawn." in dialogue.after("notes")
    assert "There is no note here." in dialogue.after("note")


def test_a_review_asks_what_is_due_and_goes_back_to_where_one_was(tmp_path: Path) -> None:
    hold(["1", "", "", "-3.5", "", "1 2", "", "-1"], tmp_path, "--at", "perceptron/1")
    later = NOW + 30 * DAY
    dialogue = hold(["review", "9", "taught", "review", "next", "later", "stop"], tmp_path, now=later)
    assert "Review" in dialogue.after("review")
    assert "left:" in dialogue.said
    assert "The review waits" in dialogue.after("taught")
    assert "Put off until" in dialogue.after("later")
    assert "Lesson 1, The perceptron." in dialogue.after("stop")
    assert "review" in {str(one.during) for one in attempts_in(tmp_path)}


def test_testing_out_asks_once_and_marks_what_is_known(tmp_path: Path) -> None:
    dialogue = hold(["test xor", *["next"] * 12, "", "stop"], tmp_path, "--at", "perceptron/2")
    assert "Test out: XOR and the second layer" in dialogue.after("test xor")
    assert "Step 2 of 13" in dialogue.said.split("Test out")[1]


def test_a_lesson_ends_with_what_can_be_done_alone(tmp_path: Path) -> None:
    program = ["def neuron(x, w, b):", "    return int(w[0] * x[0] + w[1] * x[1] + b > 0)", "", "run"]
    dialogue = hold(["e x comes first", "task", "hint", *program, "", ""], tmp_path, "--at", "perceptron/13")
    assert "Noted." in dialogue.after("e x comes first")
    assert "“task” asks it, once and without help." in dialogue.said
    assert "Write `neuron(x, w, b)`" in dialogue.after("task")
    assert "Here it is asked without help." in dialogue.after("hint")
    assert ["check"] == [str(one.during) for one in attempts_in(tmp_path) if one.right]
    assert "“task” asks it" not in dialogue.said.split("> run")[1]


def test_the_language_is_changed_and_remembered(tmp_path: Path) -> None:
    dialogue = hold(["lang ko", "lang", "lang xx"], tmp_path, "--at", "perceptron/2")
    assert "13단계 중 2단계" in dialogue.after("lang ko")
    assert "Step 2 of 13" in dialogue.after("lang")
    assert "no language of this course" in dialogue.after("lang xx")
    with store_in(tmp_path) as store:
        assert "en" == store.settings()["language"]


def test_a_setting_remembers_that_the_course_opens_line_by_line(tmp_path: Path) -> None:
    hold(["remember"], tmp_path)
    with store_in(tmp_path) as store:
        assert "plain" == store.settings()["front"]
    hold(["remember"], tmp_path)
    with store_in(tmp_path) as store:
        assert "full" == store.settings()["front"]


def test_progress_is_told_in_sentences(tmp_path: Path) -> None:
    dialogue = hold(["progress", "1", "", "progress"], tmp_path, "--at", "perceptron/1")
    first, second = (turn for turn in dialogue.turns if turn.startswith("> progress"))
    assert "answers" not in first
    assert "1. The perceptron: 1 of 13 steps done" in second


# -- what reaches the terminal -----------------------------------------------------------------------------------------


def test_what_is_typed_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    dialogue = hold(
        ["note \x1b[2J\x07", "\x1b[31mred", "find \x1b[0m", "x2 = \x1b[1m", "가" * 200],
        tmp_path,
        "--at",
        "perceptron/2",
    )
    assert [] == wrong_with(dialogue.said)
    assert "\\x1b[2J" in dialogue.said


def test_a_line_that_is_no_text_is_no_reason_to_end(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tutor", "--plain", "--lang", "en", "--at", "perceptron/2"],
        input=b"\xff\xfe\n-3.5\n",
        capture_output=True,
        env={**os.environ, "TUTOR_HOME": str(tmp_path), "PYTHONPATH": str(LESSONS.parent)},
        cwd=LESSONS.parent,
        check=False,
    )
    assert (0, b"") == (done.returncode, done.stderr)
    assert "negative 2 times 2" in done.stdout.decode()


def test_the_dialogue_needs_no_screen(tmp_path: Path) -> None:
    code = """
import sys
from tutor.cli import run
assert run(["--plain", "--at", "perceptron/2"]) == 0
sys.exit(any(name.startswith(("textual", "tutor.ui.app", "plotext")) for name in sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], input="-3.5\n\nhelp\n", capture_output=True, encoding="utf-8",
        env={**os.environ, "TUTOR_HOME": str(tmp_path), "PYTHONPATH": str(LESSONS.parent)}, check=False,
    )  # fmt: skip
    assert (0, "") == (done.returncode, done.stderr)


def test_a_line_that_is_no_answer_hears_how_the_open_question_is_answered(tmp_path: Path) -> None:
    said = hold(["yes"], tmp_path, "--at", "perceptron/1").after("yes")
    assert "yes is unknown here." in said
    assert "Type the answer: a whole number." in said
    korean = hold(["(2,-0.4) 맞음"], tmp_path, "--at", "perceptron/3", language="ko").turns[-1]
    assert "맞는 것의 번호를 모두 치세요." in korean


def test_a_number_to_which_no_question_is_open_hears_that(tmp_path: Path) -> None:
    dialogue = hold(["next", "-3,5", "question", "-3.5", "3"], tmp_path, "--at", "perceptron/2")
    assert "No question is open. “question” comes back to one" in dialogue.after("-3,5")
    assert "This question is answered already. “again” asks it with other numbers" in dialogue.after("3")


def test_while_it_is_asked_how_sure_one_is_a_command_waits_for_that(tmp_path: Path) -> None:
    dialogue = hold(["1", "hint", "2"], tmp_path, "--at", "perceptron/1")
    assert "First say how sure you are of the prediction" in dialogue.after("hint")
    assert [("1", 75)] == [(one.response, one.sure) for one in attempts_in(tmp_path)]


def test_what_a_veiled_picture_shows_already_is_there_to_be_heard(tmp_path: Path) -> None:
    dialogue = hold(["table"], tmp_path, "--at", "layers/5")
    assert "“table” reads the numbers that it shows already." in dialogue.said
    # The weights that the prediction needs, and not what is to be predicted.
    assert "from h112 to h211: weight w121 0.5" in dialogue.after("table")
    assert "hidden 2: h211: b −1, h212: b 0.5" in dialogue.after("table")


def test_who_agrees_says_so_once(tmp_path: Path) -> None:
    assert "\nYes: the ground rises" in hold(["1", "2"], tmp_path, "--at", "gradient-descent/1").after("2")
