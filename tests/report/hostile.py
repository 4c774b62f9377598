"""A project of a few cases with results, one of which says in every place what would do something on a page."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from harness.cases.run import Run, plan
from harness.cases.suite import read_suite
from harness.results.result import Result, conclude, unsupported
from harness.results.store import TargetResults, results_path, write_results
from harness.targets.outcome import Failure, Outcome
from harness.words.trace import Record, Trace
from tests.projects import minimal_project, write_project
from tests.traces import of

SCRIPT_TAG = "<script>alert(1)</script>"
RED = "\x1b[31mred\x1b[0m"
TURNED = "\u202eturned"
EVIL = f"{SCRIPT_TAG}<img src=x onerror=alert(2)>\"'`&amp; {RED} {TURNED}"

CASE = r"""
title = "<script>alert(1)</script> & <b>bold</b> \u001b[31m"
note = "n1"
where = "the <i>only</i> block"
template = "%(step)s %(word)s %(w)s <b>"
step = "step"

[styles.graph]
[styles.eager]

[[errata]]
line = 3
says = "says <script>alert(3)</script>"
shows = "shows </td><script>alert(4)</script>"

[[claims]]
line = 4
quote = "</q><script>alert(5)</script>"
says = "学习率 is <b>"
verdict = "holds"
shows = "\u202eit does"
"""
SCRIPT = """
import tensorflow as tf

# A <script>alert(6)</script> in a comment, and `code` in it.
word = "</code></td><script>alert(7)</script>"
loss = tf.square(3.0)
"""
STEPS = (1, 2, 3)


def hostile_project(folder: Path) -> Path:
    """Write the project with results of 1.15, 2.4 and 2.15 in ``results/``; in 2.15 the bits are others, and in 2.4 the
    eager style has failed."""
    log = "\n".join(f"{step} {SCRIPT_TAG} {step / 2} <b>" for step in STEPS) + "\n"
    minimal_project(folder)
    write_project(
        folder,
        {
            "cases/od d&<i>/case.toml": CASE,
            "cases/od d&<i>/graph.py": SCRIPT,
            "cases/od d&<i>/eager.py": SCRIPT.replace("3.0", "4.0"),
            "golden/od d&<i>/documented.log": log,
        },
    )
    runs = plan(read_suite(folder).cases, (), slow=False)
    keep(folder, "tf1.15", "1.15.5", (_in_1_15(run) for run in runs))
    keep(folder, "tf2.4", "2.4.4", (_in_2_4(run) for run in runs))
    keep(folder, "tf2.15", "2.15.1", (_in_2_15(run) for run in runs))
    return folder


def keep(folder: Path, name: str, version: str, results: Iterable[Result]) -> None:
    """Write the results of a target."""
    facts = {"tensorflow": version, "python": "3.8.18", "numpy": f"1.19.5{SCRIPT_TAG}"}
    write_results(results_path(folder / "results", name), TargetResults(name, facts, tuple(results)))


def ran(run: Run, values: Sequence[float]) -> Result:
    """What a run comes to that has traced these values of ``w``."""
    records: list[Record] = [of(step=step, word=SCRIPT_TAG, w=each) for step, each in zip(STEPS, values, strict=True)]
    return conclude(run, Outcome(Trace(tuple(records)), None, "", "", 0.25))


def _in_1_15(run: Run) -> Result:
    return unsupported(run, f"not there {EVIL}") if run.style.name == "eager" else ran(run, (0.5, 1.0, 1.5))


def _in_2_4(run: Run) -> Result:
    if run.style.name == "eager":
        return conclude(
            run, Outcome(Trace(()), Failure("raised", f"ValueError: {EVIL}", f"Traceback {EVIL}"), "", "", 0.1)
        )
    return ran(run, (0.5, 1.0, 1.5))


def _in_2_15(run: Run) -> Result:
    return ran(run, (0.5, 1.0000001, 1.75))
