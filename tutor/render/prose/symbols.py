"""What each TeX command and each character means in mathematics: its glyph and how it spaces itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Kind = Literal["ord", "word", "bin", "rel", "open", "close", "punct"]
"""What an atom is to its neighbours, as in TeX: a relation stands free, a bracket hugs. A "word" names a function."""

_GREEK_NAMES = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)
_GREEK = dict(
    zip(
        _GREEK_NAMES.split(),
        "αβγδεεζηθϑικλμνξπρστυφφχψωΓΔΘΛΞΠΣΥΦΨΩ",
        strict=True,
    )
)
_ORDINARY = {
    "partial": "∂",
    "nabla": "∇",
    "infty": "∞",
    "ell": "ℓ",
    "forall": "∀",
    "exists": "∃",
    "emptyset": "∅",
    "prime": "′",
    "top": "⊤",
    "bot": "⊥",
    "neg": "¬",
    "lnot": "¬",
    "ldots": "…",
    "dots": "…",
    "cdots": "⋯",
    "vdots": "⋮",
    "ddots": "⋱",
    "hbar": "ℏ",
    "angle": "∠",
    "degree": "°",
    "checkmark": "✓",
    "%": "%",
    "$": "$",
    "#": "#",
    "&": "&",
    "_": "_",
    "backslash": "\\",
}
_BINARY = {
    "cdot": "·",
    "times": "×",
    "div": "÷",
    "pm": "±",
    "mp": "∓",
    "ast": "∗",
    "star": "⋆",
    "circ": "∘",
    "bullet": "•",
    "odot": "⊙",
    "oplus": "⊕",
    "otimes": "⊗",
    "cup": "∪",
    "cap": "∩",
    "setminus": "∖",
    "wedge": "∧",
    "land": "∧",
    "vee": "∨",
    "lor": "∨",
}
_RELATIONS = {
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "lt": "<",
    "gt": ">",
    "ll": "≪",
    "gg": "≫",
    "approx": "≈",
    "equiv": "≡",
    "sim": "∼",
    "simeq": "≃",
    "cong": "≅",
    "propto": "∝",
    "in": "∈",
    "notin": "∉",
    "ni": "∋",
    "subset": "⊂",
    "subseteq": "⊆",
    "supset": "⊃",
    "supseteq": "⊇",
    "mid": "|",
    "parallel": "∥",
    "perp": "⊥",
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "gets": "←",
    "leftrightarrow": "↔",
    "Rightarrow": "⇒",
    "implies": "⇒",
    "Leftarrow": "⇐",
    "Leftrightarrow": "⇔",
    "iff": "⇔",
    "mapsto": "↦",
    "longrightarrow": "⟶",
    "uparrow": "↑",
    "downarrow": "↓",
    "therefore": "∴",
    "coloneqq": ":=",
}
_OPENING = {"{": "{", "lbrace": "{", "lbrack": "[", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|"}
_CLOSING = {"}": "}", "rbrace": "}", "rbrack": "]", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|"}
_FUNCTIONS = (
    "log ln lg exp sin cos tan sinh cosh tanh arcsin arccos arctan max min argmax argmin arg det dim sup inf "
    "lim deg gcd ker Pr mod sgn softmax"
)

COMMANDS: Mapping[str, tuple[str, Kind]] = {
    **{name: (glyph, "ord") for name, glyph in (_GREEK | _ORDINARY).items()},
    **{name: (glyph, "bin") for name, glyph in _BINARY.items()},
    **{name: (glyph, "rel") for name, glyph in _RELATIONS.items()},
    **{name: (glyph, "open") for name, glyph in _OPENING.items()},
    **{name: (glyph, "close") for name, glyph in _CLOSING.items()},
    **{name: (name, "word") for name in _FUNCTIONS.split()},
    "|": ("‖", "ord"),
    "Vert": ("‖", "ord"),
    "vert": ("|", "ord"),
    "colon": (":", "punct"),
}
"""From a command (without its backslash) to its glyph and kind."""

SPACES: Mapping[str, int] = {
    " ": 1,
    ",": 1,
    ":": 1,
    ";": 1,
    ">": 1,
    "!": 0,
    "quad": 2,
    "qquad": 4,
    "enspace": 1,
    "thinspace": 1,
}
"""From a spacing command to its width in cells."""

LARGE: Mapping[str, str] = {"sum": "Σ", "prod": "Π", "int": "∫"}
"""From a large operator to its glyph. One row: with its limits it stands as tall as a fraction, and no taller."""

CHARACTERS: Mapping[str, tuple[str, Kind]] = {
    **{glyph: (glyph, "bin") for glyph in _BINARY.values()},
    **{glyph: (glyph, "rel") for name, glyph in _RELATIONS.items() if name not in {"mid", "coloneqq"}},
    "+": ("+", "bin"),
    "-": ("−", "bin"),
    "−": ("−", "bin"),
    "*": ("∗", "bin"),
    "=": ("=", "rel"),
    "(": ("(", "open"),
    "[": ("[", "open"),
    "⟨": ("⟨", "open"),
    ")": (")", "close"),
    "]": ("]", "close"),
    "⟩": ("⟩", "close"),
    ",": (",", "punct"),
    ";": (";", "punct"),
    "'": ("′", "ord"),
    "!": ("!", "close"),
    "?": ("?", "close"),
    "%": ("%", "close"),
}
"""From a character to its glyph and kind; any other character is ordinary."""

GREEK_NAMES: Mapping[str, str] = {glyph: name for name, glyph in _GREEK.items() if name not in {"varepsilon", "varphi"}}
"""From a Greek letter to its name, by which a parameter is called (α -> alpha)."""

SUPERSCRIPTS: Mapping[str, str] = {
    **dict(
        zip(
            "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
            strict=True,
        )
    ),
    ".": "·",
    "·": "·",
    "⊤": "ᵀ",
    "′": "′",
    "∗": "*",
}
SUBSCRIPTS: Mapping[str, str] = {
    **dict(zip("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True)),
    ",": ",",
    ".": ".",
}
"""The raised and lowered forms that Unicode has and common terminal fonts draw."""

ACCENTS: Mapping[str, str] = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0304",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "vec": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
}
"""From an accent to its combining character."""

ENVIRONMENTS: Mapping[str, tuple[str, str]] = {
    "matrix": ("", ""),
    "bmatrix": ("[", "]"),
    "pmatrix": ("(", ")"),
    "vmatrix": ("|", "|"),
    "Bmatrix": ("{", "}"),
    "cases": ("{", ""),
    "aligned": ("", ""),
    "align": ("", ""),
    "align*": ("", ""),
    "split": ("", ""),
    "gathered": ("", ""),
    "array": ("", ""),
}
"""From an environment to the brackets around it."""
