"""The rows of the project: whole, measured, and told by the files that are made from them."""

from pathlib import Path

import pytest

from harness.atlas.held import hold
from harness.atlas.measured import folder_of, read_measured
from harness.atlas.measuring import measure
from harness.atlas.relation import relate
from harness.atlas.row import Row, read_rows
from harness.atlas.spans import all_releases, at_border
from harness.atlas.summarise import summarise
from harness.atlas.summary import SUMMARY, RowSummary, dump_summary, read_summary, rows_about
from harness.pages.atlas_pages import atlas_pages
from harness.releases.release import read_releases
from harness.targets.target import Setup

ROOT = Path(__file__).parents[2]
ROWS = read_rows(ROOT)


def test_there_are_at_least_150_symbols() -> None:
    assert len({row.v1 for row in ROWS}) >= 150


def test_every_row_was_measured_in_every_release() -> None:
    releases = [each.name.removeprefix("tf") for each in read_releases(ROOT) if not each.is_prerelease]
    lacking = [
        (row.name, probe, release)
        for row in ROWS
        for measured in [read_measured(ROOT, row)]
        for release in releases
        for probe in row.probes_for(release)
        if release not in measured.get(probe, {})
    ]
    assert lacking == []


def test_no_golden_file_belongs_to_no_row() -> None:
    folders = {folder_of(ROOT, row) for row in ROWS}
    found = {path.parent for path in (ROOT / "golden" / "atlas").rglob("*") if path.is_file()}
    assert found <= folders


def test_every_border_is_exact() -> None:
    releases = [release.name.removeprefix("tf") for release in read_releases(ROOT) if not release.is_prerelease]
    vague = [
        (row.name, release)
        for row in ROWS
        for measured in [read_measured(ROOT, row)]
        for release in releases
        if release not in all_releases(measured) and at_border(measured, row.probes_for(release), release)
    ]
    assert vague == []


@pytest.mark.long
def test_the_summary_and_the_pages_are_those_of_the_golden_traces() -> None:
    summaries = [summarise(row, read_measured(ROOT, row)) for row in ROWS]
    assert SUMMARY.read_text(encoding="utf-8") == dump_summary(summaries)
    for path, text in atlas_pages(summaries).items():
        assert (ROOT / path).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("row", [row for row in read_summary() if row.equal], ids=lambda row: row.name)
def test_what_is_said_to_make_both_equal_was_measured_to(row: RowSummary) -> None:
    """In one release or another it gives what the graph gave in one or another: of what Keras itself has changed, an
    argument brings back what an older release computed."""
    measured = next(read_measured(ROOT, each) for each in ROWS if each.name == row.name)
    graphs = [answer.trace for answer in measured["graph"].values() if answer.trace is not None]
    equals = [answer.trace for answer in measured["equal"].values() if answer.trace is not None]
    assert any(relate(graph, equal).kind in ("same bits", "close") for graph in graphs for equal in equals)


def test_a_row_is_found_by_any_of_its_symbols() -> None:
    assert "optimizers/adagrad" in [row.name for row in rows_about("tf.keras.optimizers.Adagrad")]
    assert "optimizers/adagrad" in [row.name for row in rows_about("tf.compat.v1.train.AdagradOptimizer")]


def _chosen() -> list[Row]:
    return [row for row in ROWS if row.name in ("optimizers/adagrad", "nn/dropout", "image/resize_bilinear")]


@pytest.mark.parametrize("python", ["tf1_python", "tf2_python"])
def test_probes_still_give_what_was_measured(python: str, request: pytest.FixtureRequest) -> None:
    rows = _chosen()
    assert len(rows) == 3
    version, answers = measure(request.getfixturevalue(python), rows, Setup(jobs=2))
    release = ".".join(version.split(".")[:2])
    for (name, probe), answer in answers.items():
        row = next(each for each in rows if each.name == name)
        held = hold(row, probe, answer, read_measured(ROOT, row)[probe], release)
        assert held.holds, held.text
