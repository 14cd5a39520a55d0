"""Every text of the interface, in every language it speaks, one beside the other so that they cannot drift apart.

A screen takes a message and says it in its own language: `messages.CONTINUE(language)`. The type checker finds a
misspelt name; a test finds a missing language or a placeholder that only one language has.
"""

from __future__ import annotations

from tutor.language import Text
