"""Why a program cannot be read as Python, in words that do not presuppose it."""

from __future__ import annotations

import difflib
import keyword
import re
import unicodedata

from tutor.course.programs.messages import unreadable, unrunnable
from tutor.course.programs.reading import Spot, line_of, open_blank
from tutor.course.programs.words import wrong
from tutor.course.questions import Feedback
from tutor.language import Text

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+")
_TEXT_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|#.*""")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_SIGNS = {
    "\u2212": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u00d7": "*",
    "\u00b7": "*",
    "\u22c5": "*",
    "\u00f7": "/",
    "\u00b2": "**2",
    "\u00b3": "**3",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2260": "!=",
    "\u221a": "np.sqrt",
}
"""What paper has, and what is typed for it."""
_OTHER_LANGUAGES = (("&&", "and"), ("||", "or"), ("++", "+= 1"), ("function ", "def"), ("!", "not"), ("then", ":"))
_QUOTES = "\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e\u201a"
_NEIGHBOURS = re.compile(r"(?<![\w.])([\w.]+|[)\]])[ \t]+(?=([A-Za-z_]\w*|\d+))")
_STARTERS = ("return", "def", "for", "while", "if", "elif", "else", "import", "from", "lambda")
_NUMBER_AND_NAME = re.compile(r"(?<![\w.])\d+\.?\d*[A-Za-z_]\w*")
_CLOSES = re.compile(r"closing parenthesis '(.)' does not match opening parenthesis '(.)'")


def before_reading(source: str, function: str) -> Feedback | None:
    """Return what is wrong with a text that is no program yet: nothing written, a blank left, a copied frame."""
    if not source.strip():
        return wrong("starter", unreadable.NOTHING_WRITTEN.filled(function=function))
    for number, line in enumerate(source.splitlines(), start=1):
        if line.lstrip().startswith("```"):
            return wrong("fence", unreadable.FENCE.filled(line=number))
        if line.lstrip().startswith(">>>"):
            return wrong("prompt", unreadable.PROMPT_PASTED.filled(line=number))
    blank = open_blank(source)
    return wrong("blank", unreadable.BLANK_LEFT.filled(line=blank)) if blank else None


def why_unreadable(source: str, spot: Spot) -> Feedback:
    """Return what to say to a program that Python cannot read; `spot` is where, and what Python says."""
    number = max(spot.line, 1)
    line = _bare(line_of(source, number))
    found = _by_characters(source, number, line) or _by_message(spot, number, line) or _by_line(line, number)
    if found is not None:
        return found
    open_at = _open_bracket(source, number)
    if open_at is not None:
        return wrong("bracket", unreadable.UNCLOSED.filled(line=open_at[1], found=open_at[0]))
    return wrong("syntax", unreadable.UNREADABLE.filled(line=number))


def _bare(line: str) -> str:
    """Return a line without its comment, its texts emptied."""
    return _TEXT_OR_COMMENT.sub(lambda found: '""' if found[1] else "", line)


def _by_characters(source: str, number: int, line: str) -> Feedback | None:
    """Return what to say where a character on the line is not one of Python's."""
    hangul = _HANGUL.search(line)
    if hangul:
        return wrong("hangul", unreadable.HANGUL.filled(line=number, found=hangul[0]))
    for character in line_of(source, number):
        if character.isascii() or character in _bare_strings(source, number):
            continue
        if character in _QUOTES:
            return wrong("quotes", unreadable.CURLY_QUOTES.filled(line=number, found=character))
        if character in _SIGNS:
            said = unreadable.OTHER_SIGN.filled(line=number, found=character, plain=_SIGNS[character])
            return wrong("sign_character", said)
        plain = unicodedata.normalize("NFKC", character)
        if plain != character and plain.isascii() and plain.strip():
            return wrong("wide", unreadable.FULL_WIDTH.filled(line=number, found=character, plain=plain))
        if not character.isalpha():
            shown = character if character.isprintable() else f"U+{ord(character):04X}"
            return wrong("character", unreadable.ODD_CHARACTER.filled(line=number, found=shown))
    return None


def _bare_strings(source: str, number: int) -> str:
    """Return the line's texts and comments, where any character may stand."""
    return "".join(found[0] for found in _TEXT_OR_COMMENT.finditer(line_of(source, number)))


def _by_message(spot: Spot, number: int, line: str) -> Feedback | None:
    """Return what to say by what Python itself found."""
    message = spot.message
    crossed = _CLOSES.search(message)
    if crossed:
        return wrong("bracket", unreadable.CROSSED.filled(line=number, found=crossed[1], opened=crossed[2]))
    if "was never closed" in message:
        if message[1:2] == "{" and line.rstrip().endswith("{"):
            return wrong("braces", unreadable.BRACES.filled(line=number))
        return wrong("bracket", unreadable.UNCLOSED.filled(line=number, found=message[1:2]))
    if message.startswith("unmatched"):
        return wrong("bracket", unreadable.UNOPENED.filled(line=number, found=message[11:12]))
    if "unterminated" in message:
        return wrong("quotes", unreadable.TEXT_NOT_CLOSED.filled(line=number))
    if message.startswith("expected an indented block"):
        # Python names the line that it stumbled over: the one below, which starts too far to the left, or the end.
        opener = re.search(r"on line (\d+)", message)
        if line.strip() and (opener is None or int(opener[1]) != number) and not line.lstrip().startswith("def "):
            return wrong("indent", unreadable.NOT_INDENTED.filled(line=number))
        return wrong("empty_body", unreadable.EMPTY_BODY.filled(line=opener[1] if opener else number))
    if message.startswith("unexpected indent"):
        return wrong("indent", unreadable.INDENTED_TOO_FAR.filled(line=number))
    if message.startswith(("unindent does not match", "inconsistent use of tabs")):
        return wrong("indent", unreadable.INDENT_UNEVEN.filled(line=number))
    if "return' outside" in message:
        return wrong("return_outside", unreadable.RETURN_OUTSIDE.filled(line=number))
    return None


def _by_line(line: str, number: int) -> Feedback | None:
    """Return what to say by how the line looks."""
    said = _sign_of_habit(line, number) or _colon_or_equals(line, number)
    if said is not None:
        return said
    joined = _NUMBER_AND_NAME.search(line)
    if joined and not re.fullmatch(r"\d+\.?\d*(?:e\d+|j)|0[xob]\w+", joined[0]):
        return wrong("product_sign", unreadable.MISSING_TIMES.filled(line=number, found=joined[0]))
    if re.match(r"\s*def\s+\w+\b\s*[^(\s]", line):
        return wrong("bracket", unreadable.DEF_BRACKETS.filled(line=number))
    for found in _NEIGHBOURS.finditer(line):
        left, right = found[1], found[2]
        near = difflib.get_close_matches(left, _STARTERS, 1, 0.7)
        if near and not keyword.iskeyword(left):
            return wrong("keyword", unrunnable.NAME_NEAR.filled(line=number, found=left, near=near[0]))
        if not keyword.iskeyword(left) and not keyword.iskeyword(right):
            return wrong("operator", unreadable.SOMETHING_BETWEEN.filled(line=number, left=left, right=right))
    if re.search(r"[-+*/@=,]\s*$", line):
        return wrong("unfinished", unreadable.UNFINISHED.filled(line=number))
    word = re.match(r"\s*(\w+)\s*=(?!=)", line)
    if word and keyword.iskeyword(word[1]):
        return wrong("keyword", unreadable.KEYWORD_AS_NAME.filled(line=number, found=word[1]))
    in_brackets = re.match(r"\s*def \w+\((.*)\)", line)
    for name in re.findall(r"\w+", in_brackets[1]) if in_brackets else ():
        if keyword.iskeyword(name):
            return wrong("keyword", unreadable.KEYWORD_AS_NAME.filled(line=number, found=name))
    return None


def _sign_of_habit(line: str, number: int) -> Feedback | None:
    """Return what to say to a sign that another language, or paper, has."""
    if "===" in line:
        return wrong("equals", unreadable.THREE_EQUALS.filled(line=number))
    if re.match(r"\s*else\s+if\b", line):
        return wrong("else_if", unreadable.ELSE_IF.filled(line=number))
    if re.search(r"\{\s*$", line):
        return wrong("braces", unreadable.BRACES.filled(line=number))
    for found, plain in _OTHER_LANGUAGES:
        if found in line and f"{found}=" not in line and (found != "then" or re.search(r"\bthen\b", line)):
            shown = Text(en=found.strip(), ko=found.strip())
            return wrong("other_language", unreadable.OTHER_LANGUAGE.filled(line=number, found=shown, plain=plain))
    return None


def _colon_or_equals(line: str, number: int) -> Feedback | None:
    opens = re.match(r"\s*(def|if|elif|else|for|while)\b(.*)", line)
    if opens and opens[1] in ("if", "elif", "while") and re.search(r"(?<![=!<>:])=(?!=)", opens[2]):
        return wrong("equals", unreadable.EQUALS_IN_CONDITION.filled(line=number))
    if opens and not _has_colon(opens[2]):
        return wrong("colon", unreadable.MISSING_COLON.filled(line=number))
    left = re.match(r"\s*(?!def\b|return\b|if\b)([^=]*)(?<![=!<>+\-*/@%&|^])=(?!=)", line)
    if left and "(" not in left[1].partition("[")[0] and re.search(r"[-+*/]", left[1].partition("[")[0]):
        return wrong("equals", unreadable.EQUALS_ON_EXPRESSION.filled(line=number))
    if left and re.fullmatch(r"\s*[\w.]+\(.*\)\s*", left[1]):
        return wrong("equals", unreadable.EQUALS_ON_EXPRESSION.filled(line=number))
    return None


def _has_colon(text: str) -> bool:
    """Return whether a colon stands outside all brackets."""
    depth = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        if character == ":" and depth == 0:
            return True
    return False


def _open_bracket(source: str, last: int) -> tuple[str, int] | None:
    """Return a bracket that is still open at the end of a line, and its line; None where all are closed."""
    waiting: list[tuple[str, int]] = []
    for number, line in enumerate(source.splitlines()[:last], start=1):
        for character in _bare(line):
            if character in _PAIRS:
                waiting.append((character, number))
            elif character in _PAIRS.values() and waiting and _PAIRS[waiting[-1][0]] == character:
                waiting.pop()
    return waiting[-1] if waiting else None
