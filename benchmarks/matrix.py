"""What the matrix costs: runs forked from one import, two releases side by side, against a loop of fresh processes.

    python -m benchmarks.matrix --tf 1.4 --tf 1.15 --tf 2.15 --tf 2.21

In one go and for the same runs it measures: each release's import (``import tensorflow`` in a process of its own), the
runs one after another in one process of each release without isolation, the matrix as the harness does it, and a fresh
process per run. The bound is (imports + runs in one process) / 2, for two cores. A machine is not equally fast from
minute to minute; so the bound is measured before and after the matrix, and both are shown.
"""

import argparse
import json
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from harness.cases.run import Run, plan
from harness.cases.suite import find_root, read_suite
from harness.releases.environments import tox_environment
from harness.runs.runner import run_targets
from harness.targets.target import Limits, Setup

# As the target's Python runs it: scripts and parameters as JSON on stdin.
_IN_ONE_PROCESS = """
import json, sys, types
import tensorflow as plain
try:
    import tensorflow.compat.v1
except ImportError:
    plain.compat.v1 = sys.modules["tensorflow.compat.v1"] = plain
    sys.modules.setdefault("tensorflow.compat", plain.compat)
    plain.disable_v2_behavior = lambda: None
for path, parameters in json.load(sys.stdin):
    module = types.ModuleType("case")
    with open(path, "rb") as file:
        exec(compile(file.read(), path, "exec"), module.__dict__)
    assert list(module.trace(**parameters))
"""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tf", action="append", required=True, metavar="RELEASE")
    parser.add_argument("--case", action="append", default=[], metavar="CASE")
    options = parser.parse_args()
    root = find_root(Path.cwd())
    pythons = {name: tox_environment(root, name) for name in options.tf}
    runs = plan(read_suite(root).select(options.case), (), slow=False)
    able = {name: [run for run in runs if run.style.reason_against(f"{name}.9") is None] for name in pythons}
    before = _bound(pythons, able)
    begin = time.perf_counter()
    run_targets(list(pythons.values()), runs, Setup(jobs=2), Limits(), lambda _target, _result: None)
    matrix = time.perf_counter() - begin
    after = _bound(pythons, able)
    fresh = sum(_together(python, [run]) for name, python in pythons.items() for run in able[name])
    bound = (before + after) / 2
    print(f"bound, (imports + runs in one process) / 2: {bound:.1f} s ({before:.1f} s before, {after:.1f} s after)")
    print(f"the matrix, two runs side by side: {matrix:.1f} s, {matrix / bound:.2f} times the bound")
    print(f"a loop of fresh processes: {fresh:.1f} s, {fresh / matrix:.1f} times the matrix")


def _bound(pythons: Mapping[str, Path], able: Mapping[str, Sequence[Run]]) -> float:
    """Measure what no isolation at all would take, and show it for each release."""
    print("| release | runs | import s | runs in one process s |")
    print("| --- | --- | --- | --- |")
    imports = inside = 0.0
    for name, python in pythons.items():
        importing = min(_seconds([str(python), "-c", "import tensorflow"]) for _ in range(2))
        together = max(0.0, _in_one_process(python, able[name]) - 2 * importing)
        print(f"| {name} | {len(able[name])} | {importing:.2f} | {together:.2f} |", flush=True)
        imports, inside = imports + importing, inside + together
    print()
    return (imports + inside) / 2


def _seconds(command: list[str], text: str | None = None) -> float:
    begin = time.perf_counter()
    subprocess.run(command, input=text, text=True, capture_output=True, check=True)
    return time.perf_counter() - begin


def _in_one_process(python: Path, runs: Sequence[Run]) -> float:
    """Seconds of two processes: graph style switches TF2 behaviour off for good, so it has one of its own."""
    graph = [run for run in runs if run.style.name == "graph"]
    return _together(python, graph) + _together(python, [run for run in runs if run not in graph])


def _together(python: Path, runs: Sequence[Run]) -> float:
    """Seconds of one process that does these runs one after another."""
    scripts = [[str(run.style.script), dict(run.variant.parameters)] for run in runs]
    return _seconds([str(python), "-c", _IN_ONE_PROCESS], json.dumps(scripts))


if __name__ == "__main__":
    main()
