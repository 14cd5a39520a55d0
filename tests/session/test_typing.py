"""What typing Python means, without an editor."""

from __future__ import annotations

import pytest

from tutor.session.typing import has_hangul, indentation_after, one_level_less, to_next_level


@pytest.mark.parametrize(
    ("line", "spaces"),
    [
        ("def cost(W):", 4),
        ("    for x in X:", 8),
        ("    if a:  # so", 8),
        ("    total = 0", 4),
        ("    return total", 0),
        ("        pass", 4),
        ("        break", 4),
        ("return", 0),
        ("    returned = 1", 4),
        ('    print("a:")', 4),
        ('    print("(")', 4),
        ("    x = np.array([", 8),
        ("    return (", 8),
        ("    # so:", 4),
        ("", 0),
    ],
)
def test_enter_indents_as_python_does(line: str, spaces: int) -> None:
    assert spaces == indentation_after(line)


def test_a_level_is_four_spaces() -> None:
    assert [0, 0, 0, 4, 4, 8] == [one_level_less(spaces) for spaces in (0, 1, 4, 5, 8, 9)]
    assert [4, 3, 1, 4] == [to_next_level(column) for column in (0, 1, 3, 4)]


@pytest.mark.parametrize(
    ("source", "is_in_code"),
    [
        ("return W", False),
        ("ㄱㄷ셔구 W", True),
        ("retur가n W", True),
        ("return W  # 평균", False),
        ('print("평균")', False),
        ("print('평균')", False),
        ('"""평균을\n낸다"""\nreturn W', False),
        ('print("it\'s 평균")', False),
        ('print("평균', False),
        ('print("평균")가', True),
        ("# 하나\nx = 가", True),
    ],
)
def test_hangul_in_a_comment_or_a_text_is_no_mistake(source: str, is_in_code: bool) -> None:
    assert is_in_code == has_hangul(source)
