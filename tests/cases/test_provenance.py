"""Provenance: documented logs held against the text of their notes."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.cases.notes import Note, read_notes
from harness.cases.provenance import LogSource, Span, read_note, trace_back
from harness.cases.suite import read_suite
from harness.cli import main
from harness.words.errors import UsageError
from tests.conftest import ROOT
from tests.projects import CASE, LOG, NOTES, minimal_project, write_project

NOTES_OF_THE_PROJECT = ROOT.parent / "shared" / "notes"

TEXT = """\
Counting:

for step in (1, 2, 3): print(step, step / 2)

1 0.5
2 1.0
3 1.5
"""
TWO = """
title = "Counts to three"
note = "n1"
where = "the only code block"
template = "%(step)s %(w)s"

[styles.graph]

[variants.first]
[variants.second]
"""


def found(folder: Path, text: str, **changes: str) -> tuple[list[LogSource], list[str]]:
    """What comes of the smallest project if its note has this text."""
    return trace_back(read_suite(minimal_project(folder, **changes)).cases, {"n1": text})


def lines_of(folder: Path, text: str, **changes: str) -> str:
    """The lines on which its log stands, or what is wrong."""
    [finding], _ = found(folder, text, **changes)
    return finding.problem or str(finding.place)


def test_a_log_is_found_with_its_lines(tmp_path: Path) -> None:
    assert found(tmp_path, TEXT) == ([LogSource("counting", "n1", 3, Span(57, 74, 5, 7), "")], [])
    assert TEXT[57:74] == "1 0.5\n2 1.0\n3 1.5"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1 0.5\n2 1.0\n3 1.5", "1-3"),
        ("1\t0.5  \r\n  2   1.0\n\n3 1.5", "1-4"),
        ("1　0.5\n2\u00a01.0\n3 1.5", "1-3"),
        ("x\n\t# 1 0.5\n\t#2 1.0\n#\n# 3 1.5", "2-5"),
        ("it prints: 1 0.5 2 1.0 3 1.5", "1"),
        ("1 0.52 1.03 1.5", "1"),
        ("1 0.5\n2 1.0\nwhich is\n1 0.5\n2 1.0\n3 1.5", "4-6"),
        ("1 0.5\n1 0.5\n2 1.0\n3 1.5。", "2-4"),
    ],
    ids=["as is", "white space", "wide spaces", "comments", "folded", "lost breaks", "a part before", "a line before"],
)
def test_white_space_and_comment_signs_do_not_count(tmp_path: Path, text: str, place: str) -> None:
    assert lines_of(tmp_path, text) == place


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1 0.5\n2 1.0\n", "documented.log:3: the note has no line '3 1.5'"),
        ("1 0.5\n2 1.00\n3 1.5", "documented.log:2: the note has no line '2 1.0'"),
        ("11 0.5\n2 1.0\n3 1.5", "documented.log:1: the note has no line '1 0.5'"),
        ("-1 0.5\n2 1.0\n3 1.5", "documented.log:1: the note has no line '1 0.5'"),
        ("1 0.5\n2 1.0\n3 1.55", "documented.log:3: the note has no line '3 1.5'"),
        ("1 0.5\n3 1.5\n2 1.0", "the note has these lines, but not in this order and with nothing else between them"),
        (
            "1 0.5\n2 1.0\nand then\n3 1.5",
            "the note has these lines, but not in this order and with nothing else between them",
        ),
        (
            "1 0.5\n...\n2 1.0\n3 1.5",
            "the note has these lines, but not in this order and with nothing else between them",
        ),
    ],
)
def test_a_line_that_the_note_has_not_or_not_there_is_named(tmp_path: Path, text: str, problem: str) -> None:
    assert lines_of(tmp_path, text) == problem


@pytest.mark.parametrize("dots", ["...", "# 。。。", "…", "\n\t#....\n"])
def test_lines_are_left_out_where_the_note_leaves_them_out(tmp_path: Path, dots: str) -> None:
    log = "\n1 0.5\n...\n3 1.5\n"
    assert lines_of(tmp_path, f"1 0.5\n{dots}\n3 1.5", log=log).startswith("1-")
    assert lines_of(tmp_path, f"1 0.5\n{dots}\nbut 3 1.5", log=log).startswith("the note has these lines, but not")


@given(breaks=st.lists(st.sampled_from([" ", "\n", "\t", "\r\n", "\n\n    ", "\n#", "\n# "]), min_size=5, max_size=5))
def test_whatever_a_scraper_made_of_the_spaces_the_log_is_found(
    tmp_path_factory: pytest.TempPathFactory, breaks: list[str]
) -> None:
    inside = [each.replace("#", "") for each in breaks]
    text = f"1{inside[0]}0.5{breaks[1]}2{inside[2]}1.0{breaks[3]}3{inside[4]}1.5"
    [finding], faults = found(tmp_path_factory.mktemp("project"), text)
    assert finding.place is not None
    assert (finding.place.start, finding.place.end, faults) == (0, len(text), [])


def test_two_equal_logs_are_two_places(tmp_path: Path) -> None:
    logs = {f"golden/counting/{variant}/documented.log": LOG for variant in ("first", "second")}
    cases = read_suite(write_project(minimal_project(tmp_path, case=TWO, log=None), logs)).cases
    findings, faults = trace_back(cases, {"n1": TEXT + TEXT})
    assert [(each.subject, str(each.place)) for each in findings] == [
        ("counting[first]", "5-7"),
        ("counting[second]", "12-14"),
    ]
    assert faults == []
    findings, _ = trace_back(cases, {"n1": TEXT})
    assert [each.problem for each in findings] == ["", "another documented log has these lines already"]


def test_a_derived_log_is_in_no_note(tmp_path: Path) -> None:
    derived = CASE.replace("template = ", 'derived = "from the formula"\ntemplate = ')
    assert found(tmp_path, "nothing here", case=derived) == ([], [])


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("4 2.0\n", ["no case covers note n1, line 8: 4 2.0"]),
        ("  # -0.25\n", ["no case covers note n1, line 8: -0.25"]),
        ("40\n7 8\n", []),
        ("the limit is 0.383561, or so\n", ["no case covers note n1, line 8: 0.383561"]),
        ("x\n5.9343653e-05 7\n", ["no case covers note n1, line 9: 5.9343653e-05"]),
        ("rate 0.99, tf1.15, 100 rounds, version 1.12345.6, x0.123456\n", []),
    ],
)
def test_what_only_a_run_can_have_printed_and_no_case_has_is_a_fault(
    tmp_path: Path, text: str, missed: list[str]
) -> None:
    _, faults = found(tmp_path, TEXT + text)
    assert faults == missed


def test_a_log_of_which_one_line_is_wrong_is_one_fault_and_its_right_lines_are_none(tmp_path: Path) -> None:
    [wrong], faults = found(tmp_path, TEXT.replace("2 1.0", "2 1.1"))
    assert wrong.problem.startswith("documented.log:2: the note has no line")
    assert faults == ["no case covers note n1, line 6: 2 1.1"]


def claim(line: int, quote: str) -> str:
    return f'{CASE}\n[[claims]]\nline = {line}\nquote = "{quote}"\nsays = "a"\nverdict = "holds"\nshows = "b"\n'


def test_a_number_that_a_claim_quotes_is_covered(tmp_path: Path) -> None:
    text = TEXT + "the limit is 0.383561, or so\n"
    assert found(tmp_path, text, case=claim(8, "0.383561"))[1] == []
    assert found(tmp_path, text, case=claim(8, "is 0.383561, or"))[1] == []
    # Part of a number is no quote of it.
    assert found(tmp_path, text.replace("561", "5612"), case=claim(8, "0.383561"))[1] == [
        "no case covers note n1, line 8: 0.3835612"
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (7, "note n1, line 7: counting quotes 'limit', which is not there"),
        (0, "note n1, line 0: counting names it, but the note has 9"),
        (10, "note n1, line 10: counting names it, but the note has 9"),
    ],
)
def test_a_claim_that_is_misquoted_is_a_fault(tmp_path: Path, line: int, fault: str) -> None:
    text = TEXT + "there is a limit\n"
    assert found(tmp_path, text, case=claim(8, "limit"))[1] == []
    assert found(tmp_path, text, case=claim(line, "limit"))[1] == [fault]


def test_an_erratum_is_on_a_line_of_the_note(tmp_path: Path) -> None:
    erratum = CASE + '\n[[errata]]\nline = 99\nsays = "a"\nshows = "b"\n'
    assert found(tmp_path, TEXT, case=erratum)[1] == ["note n1, line 99: counting names it, but the note has 8"]


def test_a_note_is_read_only_if_it_is_the_one_that_the_cases_were_made_from(tmp_path: Path) -> None:
    data = "学习率 0.2\n".encode()
    (tmp_path / "n1.txt").write_bytes(data)
    right = Note("n1", "A note", "n1.txt", hashlib.sha256(data).hexdigest())
    assert read_note(tmp_path, right) == "学习率 0.2\n"
    with pytest.raises(UsageError, match=r"n1\.txt: this is another text than golden/notes\.toml has for the note n1"):
        read_note(tmp_path, Note("n1", "A note", "n1.txt", "00"))
    with pytest.raises(UsageError, match=r"n2\.txt: the note n2 cannot be read: No such file"):
        read_note(tmp_path, Note("n2", "A note", "n2.txt", "00"))


@pytest.mark.parametrize(("more", "code"), [("", 0), ("4 2.0\n", 1)])
def test_the_table_and_the_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], more: str, code: int
) -> None:
    data = (TEXT + more).encode()
    (tmp_path / "n1.txt").write_bytes(data)
    minimal_project(tmp_path, notes=NOTES.replace('"00"', f'"{hashlib.sha256(data).hexdigest()}"'))
    monkeypatch.chdir(tmp_path)
    assert main(["provenance", "--notes", "."]) == code
    assert capsys.readouterr().out.splitlines() == [
        "| documented log | note | lines of the note | documented lines | verdict |",
        "| --- | --- | --- | --- | --- |",
        "| `counting` | n1 | 5-7 | 3 | as printed |",
        "",
        "3 documented lines in 1 log; derived logs, which no note prints, are not listed.",
        *(["no case covers note n1, line 8: 4 2.0"] if code else []),
    ]


def test_a_log_that_its_note_has_not_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = b"nothing here"
    (tmp_path / "n1.txt").write_bytes(data)
    minimal_project(tmp_path, notes=NOTES.replace('"00"', f'"{hashlib.sha256(data).hexdigest()}"'))
    monkeypatch.chdir(tmp_path)
    assert main(["provenance", "--notes", "."]) == 1
    row = "| `counting` | n1 |  | 3 | documented.log:1: the note has no line '1 0.5' |"
    assert capsys.readouterr().out.splitlines()[2] == row


@pytest.mark.skipif(not NOTES_OF_THE_PROJECT.is_dir(), reason="the notes are kept outside of this repository")
def test_every_log_of_the_project_is_in_its_note_and_every_log_of_the_notes_in_a_case() -> None:
    notes = {key: read_note(NOTES_OF_THE_PROJECT, note) for key, note in read_notes(ROOT / "golden").items()}
    findings, faults = trace_back(read_suite(ROOT).cases, notes)
    assert faults == []
    assert [each.subject for each in findings if each.place is None] == []
    # 133 lines, and the seven figures of note 003.
    assert sum(each.lines for each in findings) == 140


@pytest.mark.skipif(not NOTES_OF_THE_PROJECT.is_dir(), reason="the notes are kept outside of this repository")
def test_the_table_in_the_docs_is_the_one_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "provenance", "--notes", str(NOTES_OF_THE_PROJECT)]) == 0
    assert capsys.readouterr().out.strip() in (ROOT / "docs" / "provenance.md").read_text(encoding="utf-8")
