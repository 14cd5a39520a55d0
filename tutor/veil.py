"""What stands in place of the sentence of a drawing that is withheld."""

from __future__ import annotations

from tutor.language import Text

VEILED_ALT = Text(en="What this shows comes after your guess.", ko="예측하고 나면 이 그림이 나타납니다.")
