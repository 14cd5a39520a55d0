"""What is read without a YAML library is what the library reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.plain import parse_plain
from tutor.course.source import Findings, Source
from tutor.course.yaml import Fields, Items, Node, Scalar, parse_yaml

LESSONS = Path(__file__).parent.parent.parent / "lessons"

words = st.sampled_from(
    [
        *("a", "W0", "title", "01-xor", "6", "20-27", "1e-3", ".5", "a: b", "a:b", "a #b", "a#b", "#", "no", "12:30"),
        *("007", '"a"', '"a\\n"', '"a', "'a'", "[en, ko]", "[]", "[a,b]", "{a: b}", "&a", "*a", "!a", "|", ">", "~"),
        *("null", "", "-", "퍼셉트론", "Work it out, by hand", "é", "a\tb", "y", "true", "%", "@a", "`", "?", "x? y"),
    ]
)
indents = st.sampled_from(["", "", "", "  ", "  ", "    "])
heads = st.sampled_from(["", "- ", "a: ", "W_1: ", "title:", "title: ", "no: ", "'a': ", "--- ", "-"])
lines = st.builds(lambda indent, head, word: indent + head + word, indents, heads, words)
texts = st.lists(lines, min_size=1, max_size=6).map("\n".join)


def tree(node: Node | None) -> Any:
    match node:
        case Scalar():
            return node.start, node.end, node.text, node.value, type(node.value)
        case Items():
            return node.start, [tree(item) for item in node.items]
        case Fields():
            return node.start, [(name, tree(node.keys[name]), tree(entry)) for name, entry in node.entries.items()]
    return None


@given(texts)
def test_whatever_is_read_without_the_library_reads_the_same_with_it(text: str) -> None:
    source = Source("course.yaml", text)
    node = parse_plain(source)
    if node is not None:
        findings = Findings()
        assert tree(parse_yaml(source, findings)) == tree(node)
        assert [] == findings.found


@pytest.mark.parametrize(
    "text",
    [
        "title: The cost\ngoal: Work it out, by hand.\ndeck: 20-27\n",
        "- one\n- two-three\n",
        'a:\n  en: "A: b"\n  ko: 나\n',
    ],
)
def test_a_front_matter_a_quiz_block_and_a_title_are_plain(text: str) -> None:
    assert parse_plain(Source("lesson.en.md", text)) is not None


def test_the_built_in_course_file_is_plain() -> None:
    text = (LESSONS / "course.yaml").read_text(encoding="utf-8")
    assert parse_plain(Source("course.yaml", text)) is not None
