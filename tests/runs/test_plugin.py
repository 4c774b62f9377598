"""The life of a golden trace under pytest, in inner sessions with real TensorFlow."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.small_cases import GOLDEN, LOG, case, outcomes, project

Inner: TypeAlias = Callable[..., pytest.RunResult]

# 1.0, and what lies 4 and 5 float32 spacings above it.
NEAR = GOLDEN.replace("2,1.0,", "2,1.0000005,")
FAR = GOLDEN.replace("2,1.0,", "2,1.0000006,")


def golden_files(folder: Path) -> dict[str, bytes]:
    """Give every file below golden/ with its bytes."""
    return {str(path.relative_to(folder / "golden")): path.read_bytes() for path in folder.rglob("golden/*/*")}


def body(text: bytes) -> list[str]:
    """Give a golden trace without its first line, which says who measured it."""
    return text.decode().splitlines()[1:]


@pytest.fixture
def life(pytester: pytest.Pytester) -> Path:
    """A golden trace in each state: absent, equal, near, far, and far beside a documented log that does not hold."""
    return project(
        pytester.path,
        case("fresh"),
        case("same", golden=GOLDEN),
        case("near", golden=NEAR),
        case("far", golden=FAR),
        case("wrong", golden=FAR, log=LOG.replace("1.000", "1.001")),
    )


def test_a_golden_trace_is_written_held_against_and_regenerated(life: Path, inner: Inner) -> None:
    before = golden_files(life)

    first = inner("cases")
    assert first.ret == pytest.ExitCode.TESTS_FAILED
    assert outcomes(first) == {
        "far::graph": "failed",
        "fresh::graph": "failed",
        "near::graph": "passed",
        "same::graph": "passed",
        "wrong::graph": "failed",
    }
    first.stdout.fnmatch_lines(
        [
            "far graph: diverged, 3 of 3 documented lines agree",
            "  golden trace, line 4, step 2, w: expected 1.0000006, measured 1.0 (5 ULP, relative 6e-07)",
            f"  golden trace   {life}/golden/far/graph.csv",
            "File not found in data directory, created:",
            f"- {life}/golden/fresh/graph.csv",
            "wrong graph: diverged, 2 of 3 documented lines agree",
            "  documented log, line 2, step 2, w: expected 1.001, measured 1.000 (8389 ULP, relative 0.001)",
        ],
    )
    written = golden_files(life)
    fresh = written.pop("fresh/graph.csv")
    assert fresh.startswith(b"# golden trace, format 1, measured by TensorFlow 2.")
    assert body(fresh) == ["step:int,w:float32,loss:float32", "1,0.5,0.25", "2,1.0,0.5", "3,1.5,0.75"]
    assert written == before

    second = inner("cases", "--force-regen")
    assert outcomes(second) == {
        "far::graph": "failed",  # this once, so that nobody regenerates without noticing
        "fresh::graph": "passed",
        "near::graph": "passed",
        "same::graph": "passed",
        "wrong::graph": "failed",
    }
    second.stdout.fnmatch_lines(
        ["Files differ and --force-regen set, regenerating file at:", f"- {life}/golden/far/graph.csv"]
    )
    regenerated = golden_files(life)
    assert body(regenerated["far/graph.csv"]) == body(fresh)
    changed = {name for name in before if regenerated[name] != before[name]}
    assert changed == {"far/graph.csv"}

    third = inner("cases")
    assert {name for name, outcome in outcomes(third).items() if outcome == "failed"} == {"wrong::graph"}


def test_regenerating_all_writes_every_trace_whose_documented_log_holds(life: Path, inner: Inner) -> None:
    before = golden_files(life)
    result = inner("cases", "--regen-all")
    assert {name for name, outcome in outcomes(result).items() if outcome == "failed"} == {"wrong::graph"}
    after = golden_files(life)
    assert {name for name in after if after[name] != before.get(name)} == {
        "far/graph.csv",
        "fresh/graph.csv",
        "near/graph.csv",
        "same/graph.csv",
    }
    assert len({tuple(body(after[f"{name}/graph.csv"])) for name in ("far", "fresh", "near", "same")}) == 1


DIFFERENCES = {
    "vanished": (
        GOLDEN.replace("loss:", "cost:"),
        "golden trace, line 3, step 1, cost: expected 0.25, measured no such field",
    ),
    "additional": (
        "# golden trace, format 1\nstep:int,w:float32\n1,0.5\n2,1.0\n3,1.5\n",
        "golden trace, line 3, step 1, loss: expected no such field, measured 0.25",
    ),
    "typed": (
        GOLDEN.replace("w:float32", "w:float64"),
        "golden trace, line 3, step 1, w: expected 0.5 (float64), measured 0.5 (float32)",
    ),
    "swapped": (
        GOLDEN.replace("w:float32,loss:float32", "loss:float32,w:float32"),
        "golden trace, line 3, step 1, loss: expected 0.5, measured 0.25 (8388608 ULP, relative 0.5)",
    ),
    "longer": (
        GOLDEN + "4,2.0,1.0\n",
        "golden trace, line 6, step 4, record: expected a record, measured no record",
    ),
    "shorter": (
        GOLDEN.replace("3,1.5,0.75\n", ""),
        "golden trace, step 3, record: expected no more records, measured a record left over",
    ),
    "garbled": (
        GOLDEN.replace("1.5", "one"),
        "{golden}/garbled/graph.csv:5: 'one' is no float32 (column w); pytest --force-regen writes it anew",
    ),
}


def test_every_way_in_which_a_trace_is_not_the_golden_one_fails_and_is_named(
    pytester: pytest.Pytester, inner: Inner
) -> None:
    project(pytester.path, *(case(name, golden=golden) for name, (golden, _) in DIFFERENCES.items()))
    result = inner("cases")
    assert outcomes(result) == {f"{name}::graph": "failed" for name in DIFFERENCES}
    for _, message in DIFFERENCES.values():
        expected = message.format(golden=pytester.path / "golden")
        assert expected in [line.strip() for line in result.outlines]
    assert "Traceback" not in str(result.stdout)


def test_a_damaged_golden_trace_is_an_error_that_says_how_to_write_it_anew(
    pytester: pytest.Pytester, inner: Inner
) -> None:
    project(pytester.path, case("damaged", golden="hi\n"), case("wrong", golden="hi\n", log="1 0.501\n"))
    path = pytester.path / "golden" / "damaged" / "graph.csv"
    refused = inner("cases")
    refused.stdout.fnmatch_lines(
        [f"{path}:1: this is no golden trace: * with '# golden trace, format 1'; pytest --force-regen writes it anew"]
    )

    rewritten = inner("cases", "--force-regen")
    assert outcomes(rewritten) == {"damaged::graph": "failed", "wrong::graph": "failed"}
    assert body(path.read_bytes()) == body(GOLDEN.lstrip().encode())
    assert (pytester.path / "golden" / "wrong" / "graph.csv").read_text() == "hi\n"
    assert outcomes(inner("cases/damaged")) == {"damaged::graph": "passed"}
