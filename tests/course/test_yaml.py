"""YAML without what it does silently."""

from __future__ import annotations

import pytest
import yaml as pyyaml

from tutor.course.source import Findings, Source, source_of
from tutor.course.yaml import parse_yaml, plain


def read(text: str) -> tuple[object, list[tuple[str, int, int]]]:
    findings = Findings()
    node = parse_yaml(Source("quiz.yaml", text), findings)
    return (plain(node) if node is not None else None), [
        (finding.kind, finding.place.line, finding.place.column) for finding in findings.sorted()
    ]


def test_what_is_plain_is_what_a_yaml_library_says() -> None:
    text = "a: 1\nb: -2.5\nc: [x, 'y', \"z\"]\nd: {e: true, f: null}\ng: |\n  two\n  lines\nh: >\n  folded\n  text\n"
    value, findings = read(text)
    assert pyyaml.safe_load(text) == value
    assert [] == findings


@pytest.mark.parametrize("word", ["no", "No", "NO", "yes", "on", "off", "Off"])
def test_a_word_that_yaml_takes_for_a_truth_value_has_to_be_quoted(word: str) -> None:
    value, findings = read(f"a: {word}")
    assert {"a": word} == value
    assert [("unquoted", 1, 4)] == findings
    assert ({"a": word}, []) == read(f"a: '{word}'")


def test_y_and_n_are_names_of_parameters() -> None:
    assert ({"y": 1, "n": "y"}, []) == read("y: 1\nn: y")


@pytest.mark.parametrize("text", ["12:30", "1:30:00", "007", "-01"])
def test_a_number_that_yaml_reads_in_another_base_has_to_be_quoted(text: str) -> None:
    assert [("unquoted", 1, 4)] == read(f"a: {text}")[1]


@pytest.mark.parametrize(("text", "number"), [("1e-3", 0.001), ("1e3", 1000.0), (".5", 0.5), ("-2.5E+1", -25.0)])
def test_a_number_in_scientific_notation_is_a_number(text: str, number: float) -> None:
    assert ({"a": number}, []) == read(f"a: {text}")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("a: 1\nb: 2\na: 3", ("repeated-key", 3, 1)),
        ("a: &x 1", ("alias", 1, 4)),
        ("a: *x", ("alias", 1, 4)),
        ("a: !!python/object:os.system x", ("tag", 1, 4)),
        ("--- 1\n--- 2", ("yaml", 2, 1)),
        ("a:\n\t- b", ("yaml", 2, 1)),
        ("a: b: c", ("yaml", 1, 5)),
        ("a: [1, 2", ("yaml", 1, 9)),
        ("? [1]\n: 2", ("yaml", 1, 3)),
        ("[" * 20 + "]" * 20, ("too-deep", 1, 13)),
        ('a: "\\theta"', ("backslash", 1, 5)),
        ('a: "$\\frac{1}{2}$"', ("backslash", 1, 6)),
        ('a: "x \\neq y"', ("backslash", 1, 7)),
    ],
)
def test_what_yaml_does_silently_is_refused_at_its_place(text: str, finding: tuple[str, int, int]) -> None:
    assert finding in read(text)[1]


def test_a_thousand_brackets_are_a_finding_and_no_crash() -> None:
    assert ["yaml"] == [kind for kind, _, _ in read("[" * 100_000)[1]]
    assert ["too-deep"] == [kind for kind, _, _ in read("- " * 900 + "x")[1]]


def test_a_billion_laughs_stay_small() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    value, findings = read("\n".join(lines))
    assert value is None
    assert {"alias"} == {kind for kind, _, _ in findings}


def test_escapes_that_are_meant_stay() -> None:
    assert ({"a": "\\frac \\theta \\neq", "b": "\\theta", "c": 'say "x"\n'}, []) == read(
        'a: "\\\\frac \\\\theta \\\\neq"\nb: \'\\theta\'\nc: "say \\"x\\"\\n"'
    )


@pytest.mark.parametrize(
    ("data", "kind", "place"),
    [
        ("가나".encode("cp949"), "not-utf-8", (1, 1)),
        (b"ok\r\nsee " + b"\xff", "not-utf-8", (2, 5)),
        (b"\xef\xbb\xbfok " + b"\xff", "not-utf-8", (1, 4)),
        ("title".encode("utf-16"), "not-utf-8", (1, 1)),
        (b"a\n b\x00c", "control-character", (2, 3)),
        ("a\u2028b".encode(), "control-character", (1, 2)),
        ("a\nb\uffff\u2028".encode(), "control-character", (2, 2)),
        ("a\n\x7f\ufeff".encode(), "control-character", (2, 1)),
    ],
)
def test_a_file_that_is_no_text_is_a_finding_at_its_byte(data: bytes, kind: str, place: tuple[int, int]) -> None:
    findings = Findings()
    assert source_of("a.md", data, findings) is None
    (finding,) = findings.found
    assert (kind, place) == (finding.kind, (finding.place.line, finding.place.column))


def test_a_byte_order_mark_line_ends_and_loose_accents_do_not_matter() -> None:
    findings = Findings()
    source = source_of("a.md", b"\xef\xbb\xbf" + "가\r\n각\rz".encode(), findings)
    assert source is not None
    assert ("가\n각\nz", []) == (source.text, findings.found)
