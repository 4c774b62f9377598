"""What was measured of a row is written, and read again bit for bit."""

from pathlib import Path

import pytest

from harness.atlas.held import hold
from harness.atlas.measured import Answer, folder_of, read_measured, short, write_measured
from harness.atlas.row import Row, read_rows
from harness.words.errors import UsageError
from harness.words.trace import Trace, Value

_TOML = 'v1 = "tf.a"\nv2 = "tf.b"\nstage = "update"\ndiffers = ""\n'


def project(folder: Path, toml: str = _TOML) -> Row:
    area = folder / "atlas" / "optimizers"
    area.mkdir(parents=True)
    (area / "a.toml").write_text(toml, encoding="utf-8")
    for kind in ("graph", "eager"):
        (area / f"a_{kind}.py").write_text("def trace():\n    yield {}\n", encoding="utf-8")
    (row,) = read_rows(folder)
    return row


def answer(number: float) -> Answer:
    return Answer(Trace(({"w": Value("float32", (), (number,))},)))


def test_releases_with_the_same_bits_share_a_file(tmp_path: Path) -> None:
    row = project(tmp_path)
    measured = {
        "graph": {"1.4": answer(1.0), "1.12": answer(2.0), "2.0": answer(1.0)},
        "eager": {"2.0": Answer(None, "AttributeError: no tf.b")},
    }
    versions = {"1.4": "1.4.1", "1.12": "1.12.3", "2.0": "2.0.4"}
    assert write_measured(tmp_path, row, measured, versions)
    assert sorted(path.name for path in folder_of(tmp_path, row).iterdir()) == [
        "graph-1.12.csv",
        "graph-1.4.csv",
        "measured.toml",
    ]
    found = read_measured(tmp_path, row)
    assert found["eager"]["2.0"].why_not == "AttributeError: no tf.b"
    assert {release: each.trace.records[0]["w"].items for release, each in found["graph"].items() if each.trace} == {
        "1.4": (1.0,),
        "1.12": (2.0,),
        "2.0": (1.0,),
    }
    assert not write_measured(tmp_path, row, measured, versions)


def test_a_trace_that_no_release_gives_any_more_is_removed(tmp_path: Path) -> None:
    row = project(tmp_path)
    versions = {"1.4": "1.4.1", "1.12": "1.12.3"}
    write_measured(tmp_path, row, {"graph": {"1.4": answer(1.0), "1.12": answer(2.0)}}, versions)
    write_measured(tmp_path, row, {"graph": {"1.4": answer(1.0), "1.12": answer(1.0)}}, versions)
    assert sorted(path.name for path in folder_of(tmp_path, row).iterdir()) == ["graph-1.4.csv", "measured.toml"]


def test_what_was_measured_of_another_text_is_not_read(tmp_path: Path) -> None:
    row = project(tmp_path)
    write_measured(tmp_path, row, {"graph": {"1.4": answer(1.0)}}, {"1.4": "1.4.1"})
    row.probe("graph").write_text("def trace():\n    yield {'w': 2}\n", encoding="utf-8")
    assert read_measured(tmp_path, row) == {}


def test_a_row_without_a_probe_is_refused(tmp_path: Path) -> None:
    row = project(tmp_path)
    row.probe("eager").unlink()
    with pytest.raises(UsageError, match=r"a.toml: the row has no probe a_eager.py"):
        read_rows(tmp_path)


def test_an_unknown_key_and_an_unknown_stage_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="equals"):
        project(tmp_path, _TOML + 'equals = "x"\n')
    with pytest.raises(UsageError, match="'stage' is one of data, start, forward"):
        project(tmp_path / "other", _TOML.replace("update", "updates"))


def test_an_answer_holds_within_the_tolerance_of_the_row(tmp_path: Path) -> None:
    row = project(tmp_path)
    golden = {"2.15": answer(1.0)}
    assert hold(row, "graph", answer(1.0000002384185791), golden, "2.15").holds
    apart = hold(row, "graph", answer(1.5), golden, "2.15")
    assert not apart.holds
    assert apart.text == "other numbers: w 1 against 1.5"


def test_a_release_that_nobody_measured_is_held_against_the_newest(tmp_path: Path) -> None:
    row = project(tmp_path)
    apart = hold(row, "graph", answer(1.5), {"2.4": answer(0.5), "2.15": answer(1.0)}, "2.30")
    assert apart.text == "other numbers: w 1 against 1.5 (measured in 2.15)"


def test_a_probe_that_fails_where_it_ran_does_not_hold(tmp_path: Path) -> None:
    row = project(tmp_path)
    gone = hold(row, "graph", Answer(None, "AttributeError: gone"), {"2.15": answer(1.0)}, "2.15")
    assert (gone.holds, gone.text) == (False, "fails: AttributeError: gone; it runs")


def test_a_reason_is_one_short_line() -> None:
    assert short("a\n  b") == "a b"
    assert len(short("x" * 500)) == 163


def test_a_reason_names_files_and_no_folders_of_a_machine() -> None:
    assert short("x.py:3: InvalidArgumentError: no (defined at /home/me/a b/x.py:3)").startswith("x.py:3: Inv")
    assert (
        short("TypeError: (defined at /home/me/lib/x.py:3) and/or 1/2") == "TypeError: (defined at x.py:3) and/or 1/2"
    )
