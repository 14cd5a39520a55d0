"""Answers every question as a learner would: in each spelling of what is right, and with everything that is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint import messages
from tutor.course.lint.alone import lint_given
from tutor.course.live import prose_text
from tutor.course.proof import Claim, Meets, Note, Right, Wrong
from tutor.course.questions import Asked, Desk, Feedback, Question, no_programs
from tutor.course.source import Findings
from tutor.course.validate import question_contexts
from tutor.dataclass import dataclass
from tutor.lab import LabFailedError
from tutor.language import Text
from tutor.program import RunProgram


def lint_question(
    question: Question,
    language: str,
    labs: Labs,
    findings: Findings,
    run_program: RunProgram = no_programs,
    mine: str = "",
) -> None:
    """Answer a question in every variant, right and wrong, and hold it to what its kind claims.

    Args:
        run_program: as `Asked` has it, and so is `mine`.
    """
    contexts = question_contexts(question, labs, Findings())
    variants = [asked._replace(run_program=run_program, mine=mine) for asked, _ in contexts]
    for asked in variants:
        examiner = Examiner(asked, language, findings)
        try:
            # What a proof runs together, an answer after it need not run by itself.
            for claim in question.prove(Desk(asked, language, labs.run, labs.prepare)):
                examiner.hear(claim)
            if not question.RUNS_PROGRAMS:
                # Of a program it says better itself what is wrong with it.
                examiner.hear(Right((question.right_response(asked),)))
            examiner.hear(Wrong(("", "   ")))
        except LabFailedError as error:
            labs.tell(error.words if isinstance(error.words, Text) else Text(en=error.words), examiner.place, findings)
        _lint_hints(asked, findings)
    _lint_variants(variants, findings)
    lint_given(variants, findings)


def _lint_variants(variants: Sequence[Asked], findings: Findings) -> None:
    """Note a variant that has the answer of an earlier one: trying again would ask for nothing new."""
    for at, asked in enumerate(variants):
        question = asked.question
        earlier = next((one for one in variants[:at] if question.same_answer(one, asked)), None)
        if earlier is not None:
            findings.warn(
                question.place or Place("", 1),
                "same-answer",
                messages.SAME_ANSWER,
                one=earlier.variant + 1,
                other=asked.variant + 1,
                answer=question.right_response(asked),
            )


@dataclass(frozen=True)
class Examiner:
    """Notes which claims about a question do not hold."""

    asked: Asked
    language: str
    findings: Findings

    @property
    def place(self) -> Place:
        """Where the question stands."""
        return self.asked.question.place or Place("", 1)

    def hear(self, claim: Claim) -> None:
        """Note the first response for which a claim does not hold."""
        match claim:
            case Right(responses):
                self._must_be_right(responses)
            case Wrong():
                self._must_be_wrong(claim)
            case Meets():
                self._must_meet(claim)
            case Note(kind, words, place, severe):
                note = self.findings.error if severe else self.findings.warn
                note(place or self.place, kind, words)

    def _is_right(self, response: str) -> bool:
        feedback = self.asked.grade(response, self.language)
        return isinstance(feedback, Feedback) and feedback.right

    def _must_be_right(self, responses: tuple[str, ...]) -> None:
        refused = next((response for response in responses if not self._is_right(response)), None)
        if refused is not None:
            which = self.asked.variant_words
            self.findings.error(self.place, "right-refused", messages.RIGHT_REFUSED, response=refused, which=which)

    def _must_be_wrong(self, claim: Wrong) -> None:
        taken = next((response for response in claim.responses if self._is_right(response)), None)
        if taken is not None:
            note = self.findings.error if claim.severe else self.findings.warn
            note(
                self.place,
                "lucky-guess",
                messages.TAKEN_AS_RIGHT,
                response=taken,
                which=self.asked.variant_words,
                answer=self._answer,
            )

    def _must_meet(self, claim: Meets) -> None:
        for response in claim.responses:
            feedback = self.asked.grade(response, self.language)
            if not (isinstance(feedback, Feedback) and not feedback.right and feedback.say is claim.say):
                self._note_unmet(claim, response, feedback if isinstance(feedback, Feedback) else None)
                return

    def _note_unmet(self, claim: Meets, response: str, feedback: Feedback | None) -> None:
        place = claim.place or self.place
        which, name = self.asked.variant_words, claim.name
        if feedback is not None and feedback.right:
            self.findings.error(
                place,
                "mistake-collides",
                messages.MISTAKE_IS_RIGHT,
                name=name,
                response=response,
                which=which,
                answer=self._answer,
            )
            return
        other = feedback.mistake if feedback is not None else ""
        heard = messages.EXPLANATION_OF.filled(name=other) if other else messages.ANOTHER_ANSWER
        self.findings.error(
            place,
            "mistake-unheard",
            messages.MISTAKE_MEETS_OTHER,
            name=name,
            response=response,
            which=which,
            heard=heard,
        )

    @property
    def _answer(self) -> str:
        return self.asked.question.right_response(self.asked)


def _lint_hints(asked: Asked, findings: Findings) -> None:
    """Note a hint that says the answer."""
    question = asked.question
    for hint in question.hints:
        for language, prose in hint.variants.items():
            text = prose_text(prose, asked.values, asked.result, language, lab=question.lab)
            prompt = prose_text(question.prompt.in_(language), asked.values, asked.result, language, lab=question.lab)
            told = question.told(asked, text, prompt, language)
            if told:
                findings.error(
                    prose.place or question.place or Place("", 1),
                    "hint-tells",
                    messages.HINT_TELLS,
                    which=asked.variant_words,
                    told=told,
                )
