"""Answers every question as a learner would: in each spelling of what is right, and with everything that is wrong."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tutor.course.finding import Place
from tutor.course.kinds.array import ArrayQuestion, nested
from tutor.course.kinds.blank import BlankQuestion, folded
from tutor.course.kinds.choice import ChoiceQuestion, ChoicesQuestion
from tutor.course.kinds.number import NumberQuestion, written
from tutor.course.kinds.order import OrderQuestion
from tutor.course.kinds.setting import SettingQuestion
from tutor.course.labs import LabFailedError, Labs
from tutor.course.live import prose_text
from tutor.course.questions import Asked, Feedback, Question, Words
from tutor.course.source import Findings
from tutor.course.typed import entries_of, read_numbers, shape_of, write_array
from tutor.course.validate import question_contexts
from tutor.lab import Choice, Slider, Timeline, Toggle, Value, Vector

MOST_SETTINGS = 300
"""Settings of the sliders tried to meet a mistake's explanation."""

_FULL_WIDTH = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
_NUMBER = re.compile(r"[-\u2212]?(?:\d+(?:[.,]\d+)?|\.\d+)%?")


@dataclass(frozen=True)
class Desk:
    """A question on the learner's desk, with where to note what is wrong with it."""

    asked: Asked
    language: str
    findings: Findings

    @property
    def place(self) -> Place:
        """Where the question stands."""
        return self.asked.question.place or Place("", 1)

    @property
    def variant(self) -> str:
        """Which variant it is, for a message; "" where there is only one."""
        if len(self.asked.question.variants) == 1:
            return ""
        return f" in variant {self.asked.variant + 1}"

    def is_right(self, response: str) -> bool:
        """Return whether `response` is graded right."""
        feedback = self.asked.grade(response, self.language)
        return isinstance(feedback, Feedback) and feedback.right

    def must_be_right(self, responses: Iterable[str]) -> None:
        """Note the first of these spellings of the right answer that is not taken."""
        for response in responses:
            if not self.is_right(response):
                self.findings.error(
                    self.place, "right-refused", f"{response!r} is the right answer{self.variant}, but it is refused."
                )
                return

    def must_be_wrong(self, responses: Iterable[str], *, severe: bool = True) -> None:
        """Note the first of these guesses that is taken as right."""
        for response in responses:
            if self.is_right(response):
                note = self.findings.error if severe else self.findings.warn
                note(
                    self.place,
                    "lucky-guess",
                    f"{response!r} is taken as right{self.variant}, where the answer is "
                    f"{self.asked.question.right_response(self.asked)}. Choose other numbers or a narrower tolerance.",
                )
                return

    def must_meet(self, response: str, say: Words, name: str, place: Place | None) -> bool:
        """Note where a recognised mistake is taken as right or meets another explanation than its own."""
        feedback = self.asked.grade(response, self.language)
        if isinstance(feedback, Feedback) and not feedback.right and feedback.say is say:
            return True
        if isinstance(feedback, Feedback) and feedback.right:
            self.findings.error(
                place or self.place,
                "mistake-collides",
                f"The mistake {name} gives {response}{self.variant}, which is right within the tolerance "
                f"({self.asked.question.right_response(self.asked)}). Choose other numbers or a narrower tolerance.",
            )
        else:
            other = feedback.mistake if isinstance(feedback, Feedback) else ""
            heard = f"the explanation of {other}" if other else "another answer"
            self.findings.error(
                place or self.place,
                "mistake-unheard",
                f"The mistake {name} gives {response}{self.variant}, but it meets {heard}. "
                "Choose numbers that keep them apart, or delete one of them.",
            )
        return False


def lint_question(question: Question, language: str, labs: Labs, findings: Findings) -> None:
    """Answer a question in every variant, right and wrong."""
    for asked, _ in question_contexts(question, labs, Findings()):
        desk = Desk(asked, language, findings)
        try:
            desk.must_be_right([question.right_response(asked)])
            desk.must_be_wrong(["", "   "])
            for kind, check in _CHECKS.items():
                if isinstance(question, kind):
                    check(desk, labs)
        except LabFailedError as error:
            findings.error(desk.place, "broken-lab", str(error))
        _check_hints(desk)


def _check_number(desk: Desk, _: Labs) -> None:
    question = desk.asked.question
    assert isinstance(question, NumberQuestion)
    truth = question.truth(desk.asked)
    desk.must_be_right(number_spellings(question, desk.asked))
    honest = [text for text in ("0", "1") if any(abs(number - truth) < 1e-9 for number in question.read(text))]
    desk.must_be_wrong([text for text in ("0", "1") if text not in honest], severe=not question.single_try)
    for mistake in question.mistakes:
        wrong = float(mistake.answer.of(desk.asked))  # type: ignore[arg-type]
        for text in _number_texts(question, wrong):
            if not desk.must_meet(text, mistake.say, str(mistake.answer), mistake.answer.place):
                break


def number_spellings(question: NumberQuestion, asked: Asked) -> Iterator[str]:
    """Yield the right number as learners write it."""
    right = question.right_response(asked)
    yield from (f"  {right} ", right.replace("-", "\u2212"), right.translate(_FULL_WIDTH), right.replace(".", ","))
    if right.lstrip("-").startswith("0."):
        yield right.replace("0.", ".", 1)
    truth = question.truth(asked)
    if question.percent:
        yield right.rstrip("%")
        yield f"{100 * truth!r} %"
    else:
        yield repr(truth)
        fraction = Fraction(truth).limit_denominator(1000)
        if abs(float(fraction) - truth) < 1e-12:
            yield f"{fraction.numerator}/{fraction.denominator}"


def _number_texts(question: NumberQuestion, number: float) -> list[str]:
    """Return a wrong number as a learner would give it: in full, and rounded as the tolerance asks."""
    scale, sign = (100, "%") if question.percent else (1, "")
    texts = [repr(scale * number), written(scale * number, scale * question.tolerance.width(number))]
    decimals = question.tolerance.decimals(percent=question.percent)
    if decimals is not None:
        texts.append(f"{scale * number:.{decimals}f}")
    return [text + sign for text in dict.fromkeys(texts)]


def _check_array(desk: Desk, _: Labs) -> None:
    question = desk.asked.question
    assert isinstance(question, ArrayQuestion)
    truth = question.truth(desk.asked)
    if question.shape:
        sizes = [str(round(entry)) for entry in entries_of(truth)]
        desk.must_be_right(["x".join(sizes), "×".join(sizes), f"({', '.join(sizes)})"] if len(sizes) > 1 else sizes)
        for mistake in question.mistakes:
            wrong = [str(round(entry)) for entry in entries_of(nested(mistake.answer.of(desk.asked)))]
            desk.must_meet("x".join(wrong), mistake.say, str(mistake.answer), mistake.answer.place)
        return
    right = question.right_response(desk.asked)
    spellings = [right.replace("-", "\u2212"), right.replace(" ", "")]
    if len(shape_of(truth)) == 2 and len(truth) > 1:
        rows = [" ".join(written(entry, question.tolerance.width(entry)) for entry in entries_of(row)) for row in truth]
        spellings += ["; ".join(rows), "\n".join(rows), f"[{'; '.join(rows)}]"]
    desk.must_be_right(spellings)
    zeros = [0.0] * len(entries_of(truth))
    if any(abs(entry) > 1e-9 for entry in entries_of(truth)) and len(shape_of(truth)) == 1:
        desk.must_be_wrong([write_array(tuple(zeros))])
    for mistake in question.mistakes:
        text = write_array(nested(mistake.answer.of(desk.asked)))
        desk.must_meet(text, mistake.say, str(mistake.answer), mistake.answer.place)


def _check_choice(desk: Desk, _: Labs) -> None:
    question = desk.asked.question
    assert isinstance(question, ChoiceQuestion)
    right = {index for index, option in enumerate(question.options) if option.right}
    texts: dict[str, int] = {}
    says: dict[str, int] = {}
    for index, option in enumerate(question.options):
        place = option.text.in_(desk.language).place or desk.place
        asked = desk.asked
        text = prose_text(option.text.in_(desk.language), asked.values, asked.result, desk.language, lab=question.lab)
        if texts.setdefault(text, index) != index:
            desk.findings.error(place, "same-option", f"Two options say {text!r}{desk.variant}.")
        say = option.say.in_(desk.language)
        if says.setdefault(say.source, index) != index:
            desk.findings.warn(
                say.place or place, "same-say", "Two options have one explanation. Each has its own error."
            )
        if not option.right:
            alone = str(index)
            desk.must_meet(alone, option.say, f"option {index + 1}", place)
            if isinstance(question, ChoicesQuestion):
                together = ",".join(map(str, sorted({*right, index})))
                desk.must_meet(together, option.say, f"option {index + 1}", place)
    if isinstance(question, ChoicesQuestion) and len(right) > 1:
        for missing in right:
            desk.must_be_wrong([",".join(map(str, sorted(right - {missing})))])


def _check_order(desk: Desk, _: Labs) -> None:
    question = desk.asked.question
    assert isinstance(question, OrderQuestion)
    count = len(question.items)
    # Six items have 720 orders; of more, a fixed sample.
    generator = random.Random(count)
    orders: list[list[int]] = (
        [list(order) for order in itertools.permutations(range(count))]
        if count <= 6
        else [generator.sample(range(count), count) for _ in range(2000)]
    )
    unheard = list(question.mistakes)
    for order in orders:
        text = ",".join(map(str, order))
        feedback = desk.asked.grade(text, desk.language)
        if isinstance(feedback, Feedback) and feedback.right != (order == sorted(order)):
            desk.must_be_wrong([text])
        unheard = [one for one in unheard if not (isinstance(feedback, Feedback) and feedback.say is one.say)]
    for one in unheard:
        desk.findings.error(
            one.say.in_(desk.language).place or desk.place,
            "mistake-unheard",
            f"No order meets this explanation: whatever has item {one.before + 1} before item {one.after + 1} "
            "meets an earlier one.",
        )


def _check_blank(desk: Desk, _: Labs) -> None:
    question = desk.asked.question
    assert isinstance(question, BlankQuestion)
    for word in question.accepted:
        desk.must_be_right([word, word.upper(), f" {word}. ".replace(".", "")])
    desk.must_be_wrong([text for text in ("0", "1", "x") if folded(text) not in map(folded, question.accepted)])
    for mistake in question.mistakes:
        for word in mistake.accept:
            desk.must_meet(word, mistake.say, repr(word), mistake.say.in_(desk.language).place)
    for language, prompt in question.prompt.variants.items():
        for word in question.accepted:
            if len(folded(word)) > 2 and folded(word) in folded(prompt.source):
                desk.findings.error(
                    prompt.place or desk.place, "hint-tells", f"The prompt in {language!r} says the answer: {word!r}."
                )


def _check_setting(desk: Desk, _: Labs) -> None:
    question = desk.asked.question
    assert isinstance(question, SettingQuestion)
    assert question.lab is not None
    if desk.is_right(question.response_of(desk.asked.values)):
        desk.findings.error(
            desk.place, "already-true", f"{question.answer} is true{desk.variant} before the learner moves anything."
        )
    unmet = list(question.mistakes)
    for values in _settings(question, desk.asked):
        if not unmet:
            return
        try:
            at = desk.asked.at(question.lab.check(values))
        except LabFailedError:
            continue
        if not bool(question.answer.of(at)):
            heard = next((one for one in question.mistakes if bool(one.answer.of(at))), None)
            unmet = [one for one in unmet if one is not heard]
    for one in unmet:
        desk.findings.warn(
            one.answer.place or desk.place,
            "mistake-unheard",
            f"No setting was found{desk.variant} at which {one.answer} is the first mistake that holds.",
        )


def _settings(question: SettingQuestion, asked: Asked) -> Iterator[dict[str, Value]]:
    """Yield settings of the shown sliders: their ends first, then a fixed sample."""
    assert question.lab is not None
    start: dict[str, Value] = dict(asked.values)  # type: ignore[arg-type]
    choices: list[Sequence[Value]] = []
    for name in question.show:
        parameter = question.lab.parameters[name]
        match parameter:
            case Slider(low=low, high=high, step=step):
                count = min(round((high - low) / step) + 1, 61)
                choices.append([low + (high - low) * at / (count - 1) for at in range(count)] if count > 1 else [low])
            case Timeline(last=last):
                choices.append(list(range(0, last + 1, max(1, last // 60))))
            case Choice(options=options):
                choices.append(list(options))
            case Toggle():
                choices.append([False, True])
            case Vector(default=default, low=low, high=high):
                marks = [low + (high - low) * at / 4 for at in range(5)]
                entries = start[name]
                assert isinstance(entries, tuple)
                choices.append(
                    [(value,) * len(default) for value in marks]
                    + [(*entries[:at], value, *entries[at + 1 :]) for at in range(len(default)) for value in marks]
                )
    total = 1
    for values in choices:
        total *= len(values)
    if total <= MOST_SETTINGS:
        for combination in itertools.product(*choices):
            yield {**start, **dict(zip(question.show, combination, strict=True))}
        return
    generator = random.Random(total)
    for name, values in zip(question.show, choices, strict=True):
        for value in values[:: max(1, len(values) // 10)]:
            yield {**start, **question.example, name: value}
    for _ in range(MOST_SETTINGS):
        yield {**start, **{name: generator.choice(values) for name, values in zip(question.show, choices, strict=True)}}


_CHECKS: dict[type[Question], Callable[[Desk, Labs], None]] = {
    NumberQuestion: _check_number,
    ArrayQuestion: _check_array,
    ChoiceQuestion: _check_choice,
    OrderQuestion: _check_order,
    BlankQuestion: _check_blank,
    SettingQuestion: _check_setting,
}


def _check_hints(desk: Desk) -> None:
    """Note a hint that says the answer."""
    question, asked = desk.asked.question, desk.asked
    for hint in question.hints:
        for language, prose in hint.variants.items():
            text = prose_text(prose, asked.values, asked.result, language, lab=question.lab)
            prompt = prose_text(question.prompt.in_(language), asked.values, asked.result, language, lab=question.lab)
            told = _told(question, asked, text, prompt, language)
            if told:
                desk.findings.error(
                    prose.place or desk.place, "hint-tells", f"This hint says the answer{desk.variant}: {told}."
                )


def _told(question: Question, asked: Asked, text: str, prompt: str, language: str) -> str:
    """Return the part of a hint that is the answer, or ""."""
    if isinstance(question, NumberQuestion):
        truth = question.truth(asked)
        if abs(truth) <= 10 and truth == round(truth):
            # "the 2 rows", "divide by 3": small whole numbers stand in hints for other reasons.
            return ""
        given = set(_NUMBER.findall(prompt))
        for number in _NUMBER.findall(text):
            readings = read_numbers(number.rstrip(",."), percent=question.percent)
            if number not in given and any(
                abs(truth - one) <= min(question.tolerance.width(truth), 0.01 * abs(truth)) for one in readings
            ):
                return str(number)
    elif isinstance(question, BlankQuestion):
        words = {folded(word) for word in re.findall(r"[^\W_]+", text)}
        for word in question.accepted:
            key = folded(word)
            if key in words or (len(key) > 3 and key in folded(text)):
                return word
    elif isinstance(question, ChoiceQuestion):
        for option in question.options:
            words_of_option = prose_text(
                option.text.in_(language), asked.values, asked.result, language, lab=question.lab
            )
            if option.right and len(words_of_option) > 12 and words_of_option in text:
                return words_of_option
    return ""
