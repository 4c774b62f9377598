"""``harness run`` with real TensorFlow: what it prints, writes and ends with."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from harness.cli import main
from harness.results.store import read_folder, read_results
from harness.words.verdict import Verdict
from tests.small_cases import GOLDEN, LOG, SCRIPT, SEGFAULT, case, project

WRONG = LOG.replace("1.000", "1.001")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_is_well_on_two_releases(
    folder: Path, capsys: pytest.CaptureFixture[str], tf1_python: Path, tf2_python: Path
) -> None:
    project(
        folder,
        case("one", golden=GOLDEN),
        case("two", more='[styles.eager]\nscript = "graph.py"\n'),
        case("slow", log=WRONG, more="[variants.x]\nslow = true\n"),
    )
    (folder / "golden" / "slow" / "x").mkdir()
    (folder / "golden" / "slow" / "documented.log").rename(folder / "golden" / "slow" / "x" / "documented.log")
    pythons = ["--python", str(tf2_python), "--python", str(tf1_python.parent.parent)]

    assert main(["run", *pythons, "--json", "out/new/all.json"]) == 0

    said = capsys.readouterr()
    assert said.err == ""
    shown = [" ".join(line.split()) for line in said.out.splitlines() if line.strip()]
    old, new = shown[0].split()
    assert (old[:4], new[:4]) == ("tf1.", "tf2.")
    assert re.fullmatch(r"\d+\.\d s of wall time, imports of TensorFlow included", shown[-1])
    assert shown[-6:-1] == [
        "one graph identical identical",
        "two graph identical identical",
        "eager unsupported identical",
        f"{old}: eager unsupported: written for TF2 eager execution: TensorFlow 2.0 and later",
        "5 runs: 5 identical; 1 unsupported",
    ]
    document = json.loads((folder / "out/new/all.json").read_text())
    # As the command line names them, the runs as they were planned.
    assert [target["target"]["tensorflow"][:2] for target in document["targets"]] == ["2.", "1."]
    assert [[(run["case"], run["style"]) for run in target["runs"]] for target in document["targets"]] == [
        [("one", "graph"), ("two", "graph"), ("two", "eager")]
    ] * 2


def test_a_wrong_digit_a_crash_and_silence_cost_no_other_case_its_result(
    folder: Path, capsys: pytest.CaptureFixture[str], tf2_python: Path
) -> None:
    project(
        folder,
        case("crash", script=SEGFAULT),
        case("fine"),
        case("half", script="def trace():\n    raise ValueError('half of \\ud83d')\n"),
        case("silent", script="import math\n"),
        case("wrong", log=WRONG),
    )

    assert main(["run", "--python", str(tf2_python), "--results", "results"]) == 2

    said = capsys.readouterr()
    script = folder / "cases" / "silent" / "graph.py"
    assert said.err == f"harness: {script}: graph.py defines no trace() and printed nothing; it needs one of the two\n"
    (path,) = (folder / "results").iterdir()
    found = {result.case: result.verdict.value for result in read_results(path).results}
    assert found == {"crash": "failed", "fine": "identical", "half": "failed", "silent": "failed", "wrong": "diverged"}
    paragraphs = said.out.split("\n\n")
    assert [paragraph.split()[1] for paragraph in paragraphs[:4]] == ["crash", "half", "silent", "wrong"]
    assert "killed by SIGSEGV at graph.py:6" in paragraphs[0]
    assert "graph.py:2: ValueError: half of \\ud83d" in paragraphs[1]
    assert paragraphs[3].splitlines() == [
        f"{path.stem} wrong graph: diverged, 2 of 3 documented lines agree",
        "  documented log, line 2, step 2, w: expected 1.001, measured 1.000 (8389 ULP, relative 0.001)",
        "    documented    1  1 0.500",
        "  > documented    2  2 1.001",
        "  > measured         2 1.000",
        "    documented    3  3 1.500",
        "  no known cause",
        f"  script         {folder}/cases/wrong/graph.py",
        f"  documented log {folder}/golden/wrong/documented.log",
    ]

    # Alone, what differs is a difference and no mistake.
    assert main(["run", "wrong", "--python", str(tf2_python), "--results", "results"]) == 1
    assert "1 run: 1 diverged" in capsys.readouterr().out
    assert {result.case: result.verdict.value for result in read_results(path).results} == found


# Wrong in one environment alone.
PLACE = SCRIPT.replace("import numpy as np", "import sys\nimport numpy as np").replace(
    '"w": np.float32(step / 2)', '"w": np.float32(step / 2 + ("first" in sys.executable))'
)


def test_two_interpreters_with_one_release_do_not_hide_each_other(
    folder: Path, capsys: pytest.CaptureFixture[str], tf2_python: Path
) -> None:
    project(folder, case("place", script=PLACE))
    for name in ("first", "second"):
        (folder / name).symlink_to(tf2_python.parent.parent)
    assert main(["run", "--python", "first", "--python", "second", "--results", "results"]) == 1
    heads = [line.split() for line in capsys.readouterr().out.splitlines()]
    (name, again) = next(words for words in heads if len(words) == 2 and words[0].startswith("tf2."))
    assert again == f"{name}#2"
    assert ["place", "graph", "diverged", "identical"] in heads
    found = {path.name: read_results(path).results[0].verdict.value for path in (folder / "results").iterdir()}
    assert found == {f"{name}.json": "diverged", f"{name}#2.json": "identical"}


def test_an_interpreter_that_cannot_be_used_stops_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str], tf2_python: Path
) -> None:
    endless = "import time\n\n\ndef trace():\n    time.sleep(1000)\n    yield {'step': 1, 'w': 0.5}\n"
    project(folder, case("endless", script=endless))
    broken = folder / "bin" / "python"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\nsleep 1; echo no such luck >&2; exit 3\n")
    broken.chmod(0o755)
    words = ["run", "--jobs", "2", "--timeout", "120", "--python", str(tf2_python), "--python", str(broken)]
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"harness: --python {broken} ")
    assert "no such luck" in said.err


def test_ctrl_c_keeps_what_was_done(folder: Path, root: Path, tf2_python: Path) -> None:
    begun = folder / "begun"
    waits = f"import time\n\n\ndef trace():\n    open({str(begun)!r}, 'w').close()\n    time.sleep(1000)\n    yield 1\n"
    project(folder, case("one"), case("two", script=waits))
    # What starts the tests may have told them to ignore Ctrl-C.
    start = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from harness.cli import main;"
    )
    words = ["run", "--jobs", "1", "--python", str(tf2_python), "--results", "results"]
    run = subprocess.Popen(
        [sys.executable, "-c", f"{start} sys.exit(main({words}))"],
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.DEVNULL,
    )
    while not begun.exists():
        assert run.poll() is None
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    assert run.wait(60) == 130
    [target] = read_folder(folder / "results")
    assert [(result.case, result.verdict) for result in target.results] == [("one", Verdict.IDENTICAL)]
