"""How a sentence about a program is put together: code in it is set as code."""

from __future__ import annotations

from tutor.course.prose import Code, Inlines, Paragraph, Prose, Words
from tutor.course.questions import Feedback
from tutor.language import Localised, Text


def said(*texts: Text) -> Localised[Prose]:
    """Return sentences as one paragraph; what stands between backticks is code."""
    variants = {}
    for language in texts[0].variants:
        line = " ".join(text(language) for text in texts)
        variants[language] = Prose((Paragraph(_inlines(line)),), line)
    return Localised(variants)


def wrong(mistake: str, *texts: Text) -> Feedback:
    """Return what to say to a wrong program, with the stable name of its mistake."""
    return Feedback(False, said(*texts), mistake)


def followed_by(feedback: Feedback, text: Text) -> Feedback:
    """Return the same, with one more sentence."""
    assert feedback.say is not None
    before = {language: prose.source for language, prose in feedback.say.variants.items()}
    return feedback._replace(say=said(Text(**before), text))


def as_code(text: str) -> str:
    """Return a piece of the learner's own code as it stands in a sentence: in one line, and without a backtick."""
    return f"`{' '.join(text.replace('`', '').split())}`"


def _inlines(line: str) -> Inlines:
    parts = line.split("`")
    return tuple(Code((part,)) if at % 2 else Words(part) for at, part in enumerate(parts) if part)
