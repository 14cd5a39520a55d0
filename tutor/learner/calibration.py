"""How well a learner knows how sure to be: of the predictions of which they said so, how many were right.

Before a prediction is compared with the truth, its learner may say how sure they are, in one of three words. Each
stands for a share of right answers, and that share is kept with the attempt:

- `GUESS`, "a guess", claims no more than chance: one in as many as there are options, so 50% of two and 25% of four. A
  number that is guessed has no such chance. It counts as one in four: whoever has only a feel for it is wrong more
  often than right.
- `FAIRLY`, "fairly sure", claims 75%: right three times of four.
- `SURE`, "sure", claims 95%: right nineteen times of twenty. Not 100%, which nobody could keep to.

With more than four options chance is less than 25%; the words stay, for they say how one feels and not how many options
there are. None of this reaches the schedule, nor what counts as learnt.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import StrEnum

from tutor.learner.attempts import Attempt, During
from tutor.namedtuple import NamedTuple

LEAST = 5
"""So many predictions must have been called so before a share of them says anything."""
CHANCE_OF_A_NUMBER = 25
"""Percent of guessed numbers that are counted on to be right."""


class Sureness(StrEnum):
    """How sure a learner says to be of a prediction."""

    GUESS = "guess"
    FAIRLY = "fairly"
    SURE = "sure"


CLAIMS = {Sureness.FAIRLY: 75, Sureness.SURE: 95}
"""Percent of right predictions that a word stands for; for a guess it is chance."""


def claim_of(sureness: Sureness, options: int = 0) -> int:
    """Return the share of right answers, in percent, that a word claims for a prediction with so many options.

    `options` is 0 for a prediction of a number.
    """
    return CLAIMS.get(sureness) or (round(100 / options) if options else CHANCE_OF_A_NUMBER)


def sureness_of(claim: int) -> Sureness | None:
    """Return the word for a share that was claimed, in percent; None for 0: nothing was said."""
    if not claim:
        return None
    return next((word for word, least in reversed(CLAIMS.items()) if claim >= least), Sureness.GUESS)


class Level(NamedTuple):
    """What became of the predictions that one word was said of."""

    sureness: Sureness
    made: int = 0
    right: int = 0
    claimed: float = 0.0
    """the share of right ones that was claimed, the mean over them, from 0 to 1"""

    @property
    def share(self) -> float:
        """The share that was right, from 0 to 1; 0 where there were none."""
        return self.right / self.made if self.made else 0.0

    @property
    def missing(self) -> int:
        """How many more are needed before the share says anything; 0 for none."""
        return max(LEAST - self.made, 0)

    @property
    def verdict(self) -> int:
        """Whether more were right than claimed (1), fewer (-1), or about as many (0).

        About as many: within two standard errors of a binomial share, sqrt(p·(1 - p) / n) with the claimed p. So few
        answers blame nobody.
        """
        if self.missing:
            return 0
        off = self.share - self.claimed
        within = 2 * math.sqrt(self.claimed * (1 - self.claimed) / self.made)
        return 0 if abs(off) <= within else 1 if off > 0 else -1


class Calibration(NamedTuple):
    """What became of the predictions of which it was said how sure one is."""

    levels: tuple[Level, ...]
    """one a word, from the least sure to the surest; those never said among them"""

    @property
    def made(self) -> int:
        """Of how many predictions it was said."""
        return sum(level.made for level in self.levels)

    @property
    def telling(self) -> tuple[Level, ...]:
        """The levels that were said often enough to say something."""
        return tuple(level for level in self.levels if not level.missing)


def calibration(attempts: Iterable[Attempt]) -> Calibration:
    """Return how sure a learner was of predictions, and how right: of those made before a lesson showed the truth.

    `attempts` are those that count in the course (`progress.attempts_at`).
    """
    found: dict[Sureness, list[Attempt]] = {word: [] for word in Sureness}
    for attempt in attempts:
        word = sureness_of(attempt.sure)
        if word is not None and attempt.is_guess and attempt.during is During.LESSON:
            found[word].append(attempt)
    return Calibration(
        tuple(
            Level(
                word,
                len(made),
                sum(attempt.right for attempt in made),
                sum(attempt.sure for attempt in made) / (100 * len(made)) if made else 0.0,
            )
            for word, made in found.items()
        )
    )
