"""How arithmetic is written on paper: short numbers, brackets round a minus, sums of products."""

from __future__ import annotations

from collections.abc import Iterable


def number(value: float, decimals: int = 2) -> str:
    """Return `value` with at most so many decimals and no trailing zeros: 2.0 -> "2", -0.25 -> "-0.25"."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def factor(value: float, decimals: int = 2) -> str:
    """Return `value` as it stands inside a product or a sum: brackets round a negative number."""
    text = number(value, decimals)
    return f"({text})" if text.startswith("-") else text


def sum_of_products(pairs: Iterable[tuple[float, float]], *rest: float, decimals: int = 2) -> str:
    """Return "0.5·1 + (-1)·2 + 0.3": each pair as a product, then each further term."""
    products = [f"{factor(left, decimals)}·{factor(right, decimals)}" for left, right in pairs]
    return " + ".join([*products, *(factor(term, decimals) for term in rest)])
