"""Drift: how far traces are apart, which releases have the same bits, and the table of both."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from harness.cases.golden import dump_golden
from harness.cases.run import plan
from harness.cases.suite import read_suite
from harness.cli import main
from harness.judging.drift import Distance, bit_classes, distance
from harness.results.result import Result
from harness.results.store import TargetResults, results_path, write_results
from harness.words.trace import Trace
from harness.words.verdict import Verdict
from tests.small_cases import GOLDEN, case, project
from tests.traces import NUMBER_DTYPES, column, of, trace, traces, value, vector

SAME = Distance(0, None)


@pytest.mark.parametrize(
    ("fingerprints", "classes"),
    [
        ([], []),
        (["f1", "f1"], ["A", "A"]),
        (["f2", "f1", "f2", "f3"], ["A", "B", "A", "C"]),
        (["", "f1", "", "f2"], ["", "A", "", "B"]),
    ],
)
def test_the_same_bits_have_the_same_letter(fingerprints: list[str], classes: list[str]) -> None:
    assert bit_classes(fingerprints) == classes


def test_letters_do_not_end_with_z() -> None:
    classes = bit_classes(str(number) for number in range(26 + 26 * 26 + 1))
    shown = " ".join(classes[place] for place in (0, 25, 26, 27, 51, 52, 701, 702))
    assert shown == "A Z AA AB AZ BA ZZ AAA"


def test_a_distance_is_the_largest_one_and_the_first_record_that_differs() -> None:
    expected = column([1.0, 2.0, 4.0])
    assert distance(column([1.0, 2.0, 4.0]), expected) == SAME
    # Floats of 32 bits are 2**-22 apart between 2 and 4, twice that above.
    assert distance(column([1.0, 2.0 + 3 * 2**-22, 4.0 - 2**-22]), expected) == Distance(3, 1)
    assert distance(column([1.0, 2.0, 4.0 + 5 * 2**-21]), expected) == Distance(5, 2)


def test_arrays_are_held_number_by_number() -> None:
    expected = trace(of(w=vector(1.0, 2.0)))
    assert distance(trace(of(w=vector(1.0, 2.0 + 2**-22))), expected) == Distance(1, 0)
    assert distance(trace(of(w=vector(1.0))), expected) == Distance(None, 0)


@pytest.mark.parametrize(
    ("measured", "expected", "found"),
    [
        (-0.0, 0.0, Distance(0, 1)),
        (float("nan"), float("nan"), SAME),
        (float("inf"), float("inf"), SAME),
        (float("nan"), 1.0, Distance(None, 1)),
        (float("inf"), 1.0, Distance(None, 1)),
    ],
)
def test_zeros_of_two_signs_are_other_bits_and_what_is_not_finite_has_no_distance(
    measured: float, expected: float, found: Distance
) -> None:
    assert distance(column([1.0, measured]), column([1.0, expected])) == found


def test_what_is_no_floating_point_number_is_the_same_or_not_comparable() -> None:
    assert distance(trace(of(step=1, name="a")), trace(of(step=1, name="a"))) == SAME
    assert distance(trace(of(step=1)), trace(of(step=2))) == Distance(None, 0)
    assert distance(trace(of(name="a")), trace(of(name="b"))) == Distance(None, 0)
    nan = trace(of(z=value(complex("nan"), "complex128")))
    assert distance(nan, nan) == SAME


def test_another_dtype_is_not_comparable_even_for_the_same_number() -> None:
    assert distance(trace(of(w=value(0.5, "float64"))), trace(of(w=value(0.5)))) == Distance(None, 0)


def test_records_that_one_trace_lacks_are_not_comparable() -> None:
    assert distance(column([1.0]), column([1.0, 2.0])) == Distance(None, 1)
    assert distance(column([1.0, 2.0]), column([1.0])) == Distance(None, 1)
    assert distance(column([1.5]), column([1.0, 2.0])) == Distance(None, 0)


def test_of_two_styles_only_the_fields_count_that_both_have() -> None:
    ours, theirs = trace(of(w=0.5, rate=0.1)), trace(of(w=0.5, loss=2.0))
    assert distance(ours, theirs, shared_fields=True) == SAME
    assert distance(ours, theirs) == Distance(None, 0)
    assert distance(trace(of(w=0.5)), trace(of(v=0.5)), shared_fields=True) == Distance(None, 0)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (SAME, "the same bits"),
        (Distance(3, 0), "3 ULP from record 0"),
        (Distance(0, 2), "0 ULP from record 2"),
        (Distance(None, 12), "not comparable from record 12"),
    ],
)
def test_a_distance_in_words(found: Distance, text: str) -> None:
    assert str(found) == text


@given(traces((*NUMBER_DTYPES, "str", "bool", "complex128")))
def test_a_trace_has_the_bits_of_itself(drawn: Trace) -> None:
    assert distance(drawn, drawn) == SAME


@given(st.lists(st.floats(-(2.0**99), 2.0**99, width=32), min_size=1, max_size=6), st.data(), st.booleans())
def test_one_step_to_the_next_float_is_one_ulp_from_that_record(
    items: list[float], data: st.DataObject, up: bool
) -> None:
    place = data.draw(st.integers(0, len(items) - 1))
    moved = list(items)
    moved[place] = float(np.nextafter(np.float32(items[place]), np.float32(np.inf if up else -np.inf)))
    assert distance(column(moved), column(items)) == Distance(1, place)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a case of two styles, the graph with a golden trace, and one that has no results."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)
    eager = '[styles.eager]\nscript = "graph.py"\n'
    return project(tmp_path, case("idle"), case("steps", golden=GOLDEN, more=eager))


def write(folder: Path, name: str, **found: Result) -> None:
    facts = {"tensorflow": name[2:], "python": "3.7.16", "numpy": "1.18.5"}
    write_results(results_path(folder / "results", name), TargetResults(name, facts, tuple(found.values())))


def measured(folder: Path, style: str, *losses: float, spare: float | None = None) -> Result:
    run = plan(read_suite(folder).select(["steps"]), [style], slow=True)[0]
    more = {} if spare is None else {"spare": spare}
    records = trace(*(of(step=step, w=step / 2, loss=loss, **more) for step, loss in enumerate(losses, start=1)))
    plain = Result("steps", "", style, Verdict.IDENTICAL, run.digest)
    return replace(plain, fingerprint=records.fingerprint(), trace_text=dump_golden(records, "by hand"))


def test_the_table_has_bits_and_distances_of_every_release_the_oldest_first(
    folder: Path, capsys: pytest.CaptureFixture[str], file_regression: FileRegressionFixture
) -> None:
    golden = (0.25, 0.5, 0.75)
    moved = (0.25, 0.5 + 2**-23, 0.75)
    failed = replace(measured(folder, "graph"), verdict=Verdict.FAILED, fingerprint="", trace_text="")
    unsupported = replace(measured(folder, "eager"), verdict=Verdict.UNSUPPORTED, fingerprint="", trace_text="")
    write(folder, "tf2.15", graph=measured(folder, "graph", *golden), eager=measured(folder, "eager", *moved))
    write(folder, "tf2.4", graph=measured(folder, "graph", *moved), eager=measured(folder, "eager", *moved, spare=1.0))
    write(folder, "tf1.15", graph=measured(folder, "graph", *golden))
    write(folder, "tf1.4", graph=failed, eager=unsupported)
    write(folder, "tf2.21", graph=measured(folder, "graph", *golden[:2]), eager=measured(folder, "eager", *golden))
    assert main(["drift", "steps"]) == 0
    file_regression.check(capsys.readouterr().out)


def test_results_of_other_case_files_are_stale_and_count_for_no_bits(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = measured(folder, "graph", 0.25, 0.5, 0.75)
    write(folder, "tf1.4", graph=replace(good, digest="of other files"))
    write(folder, "tf1.15", graph=good)
    assert main(["drift", "steps"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip().startswith("tf")]
    assert [row[3] for row in rows] == ["stale", "A,"]


def test_a_narrow_terminal_gets_a_table_for_each_style(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    graph, eager = (measured(folder, style, 0.25, 0.5, 0.75) for style in ("graph", "eager"))
    write(folder, "tf2.15", graph=graph, eager=eager)
    assert main(["drift", "steps"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 70
    assert [line.split() for line in lines if line.strip().startswith("tf")] == [
        ["tf2.15", "A,", "the", "same", "bits"],
        ["tf2.15", "A,", "no", "golden", "trace", "the", "same", "bits"],
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["idle"], "{folder}/results: has no results of idle; tox or `harness run --results` makes them"),
        (["stebs"], "there is no case 'stebs'; did you mean 'steps'?"),
        (
            ["steps", "--results", "no"],
            "no: there is no such results folder; `harness run --results` and tox write one",
        ),
    ],
)
def test_what_has_no_results_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    write(folder, "tf1.15", graph=measured(folder, "graph", 0.25))
    assert main(["drift", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"harness: {message.format(folder=folder)}")
    assert said.err.count("\n") == 1
