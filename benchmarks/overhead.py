"""What isolation costs: the same runs in fresh processes, in forks of the worker, and in one process without any.

    python -m benchmarks.overhead --python .tox/tf2.21 --python .tox/tf1.15

prints a table for every interpreter: wall-clock seconds of the best round, and how they compare with one process that
imports TensorFlow once and runs everything in it, the bound that no isolation can beat. Rounds of all ways alternate,
since the speed of a machine changes from minute to minute; seconds of processor time change less on a busy one.
"""

import argparse
import math
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.cases.suite import read_suite
from harness.targets.target import Limits, Request, Setup, find_python
from harness.targets.workers import open_worker

# The bound, as the target's Python runs it: eager scripts, then graph ones, since TensorFlow 2 cannot turn back. Like
# the worker it does not wait for TensorFlow's own clean-up.
IN_PROCESS = """
import os, sys
import tensorflow as plain
try:
    import tensorflow.compat.v1 as tf
except ImportError:
    plain.compat.v1 = sys.modules["tensorflow.compat.v1"] = tf = plain
    sys.modules["tensorflow.compat"] = plain.compat
    tf.disable_v2_behavior = lambda: None
for path in sorted(sys.argv[1:], key=lambda path: os.path.basename(path) == "graph.py"):
    names = {"__name__": "case", "__file__": path}
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    if os.path.basename(path) == "graph.py":
        with tf.Graph().as_default():
            exec(code, names)
            records = list(names["trace"]())
    else:
        exec(code, names)
        records = list(names["trace"]())
    assert records, path
os._exit(0)
"""
MOST_OVERHEAD = 1.25
LEAST_SPEEDUP = 8.0
LONGEST_SECONDS = 0.5
BOUND = "one process, no isolation"
FORK = "worker, forks, 2 jobs (default)"
FORK_ALONE = "worker, forks, 1 job"
SPAWN = "worker, a process per run"
PLAIN = "python case.py"


@dataclass(frozen=True)
class Way:
    """A way to do all runs: its name, and what does them; fresh processes are slow, one round of them is enough."""

    name: str
    go: Callable[[], None]
    fresh: bool = False


@dataclass(frozen=True)
class Measured:
    """Best and median wall-clock seconds of a way's rounds, and the least processor time of one."""

    name: str
    best: float
    median: float
    cpu: float


def ways(python: Path, scripts: Sequence[Path]) -> Iterator[Way]:
    """Give all ways to run the scripts in an interpreter. Each raises RuntimeError when a run fails."""
    yield Way(BOUND, lambda: _in_process(python, scripts))
    yield Way(FORK_ALONE, lambda: _worker(python, scripts, Setup(jobs=1)))
    yield Way(FORK, lambda: _worker(python, scripts, Setup(jobs=2)))
    yield Way(SPAWN, lambda: _worker(python, scripts, Setup(isolation="spawn")), fresh=True)
    yield Way(PLAIN, lambda: _plain(python, scripts), fresh=True)


def measure(python: Path, scripts: Sequence[Path], repeat: int, fresh_repeat: int) -> tuple[Measured, ...]:
    """Do ``repeat`` rounds of every way, of fresh processes ``fresh_repeat``, in turn."""
    all_ways = tuple(ways(python, scripts))
    seconds: dict[str, list[float]] = {way.name: [] for way in all_ways}
    cpu: dict[str, list[float]] = {way.name: [] for way in all_ways}
    for number in range(max(repeat, fresh_repeat)):
        for way in all_ways:
            if number < (fresh_repeat if way.fresh else repeat):
                start, used = time.perf_counter(), _children_cpu()
                way.go()
                seconds[way.name].append(time.perf_counter() - start)
                cpu[way.name].append(_children_cpu() - used)
    return tuple(
        Measured(name, min(rounds), statistics.median(rounds), min(cpu[name]))
        for name, rounds in seconds.items()
        if rounds
    )


def _children_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def table(measured: Sequence[Measured], runs: int) -> str:
    """Give the measurements as a Markdown table, with what the bar demands below."""
    best = {way.name: way.best for way in measured}
    bound, fork = best[BOUND], best[FORK]
    rows = [
        f"| {way.name} | {way.best:.2f} | {way.median:.2f} | {way.best / bound:.2f} | {way.cpu:.2f} |"
        for way in measured
    ]
    overhead, alone = fork / bound, best[FORK_ALONE] / bound
    fresh = [best[name] for name in (SPAWN, PLAIN) if name in best]
    speedup = min(fresh) / fork if fresh else math.inf
    return "\n".join(
        [
            f"| {runs} runs | best s | median s | best, as a multiple of the first | processor s |",
            "| --- | ---: | ---: | ---: | ---: |",
            *rows,
            "",
            f"Overhead {overhead:.2f} (at most {MOST_OVERHEAD}: {_verdict(overhead <= MOST_OVERHEAD)}; "
            f"with one job {alone:.2f}), "
            f"{speedup:.1f} × faster than fresh processes (at least {LEAST_SPEEDUP:g}: "
            f"{_verdict(speedup >= LEAST_SPEEDUP)}).",
        ]
    )


def _verdict(holds: bool) -> str:
    return "holds" if holds else "missed"


def _in_process(python: Path, scripts: Sequence[Path]) -> None:
    _call([python, "-c", IN_PROCESS, *scripts])


def _plain(python: Path, scripts: Sequence[Path]) -> None:
    for script in scripts:
        _call([python, script])


def _call(command: Sequence[Path | str]) -> None:
    done = subprocess.run(command, capture_output=True, env=_environment(), check=False)
    if done.returncode:
        raise RuntimeError(f"{command[-1]}: {done.stderr.decode(errors='replace')[-2000:]}")


def _environment() -> Mapping[str, str]:
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}


def _worker(python: Path, scripts: Sequence[Path], setup: Setup) -> None:
    with open_worker(python, setup) as worker:
        futures = [worker.submit(_request(script)) for script in scripts]
        for script, future in zip(scripts, futures, strict=True):
            failure = future.result().failure
            if failure:
                raise RuntimeError(f"{script}: {failure}")


def _request(script: Path) -> Request:
    limits = Limits()
    return Request(script, {}, 60.0, limits.memory, limits.output)


def scripts_for(python: Path, root: Path, runs: int) -> tuple[str, tuple[Path, ...]]:
    """Give what the interpreter is, and as many scripts of the cases that it can run as they are, evenly chosen.

    Scripts that compute for more than half a second are left out: beside that, no overhead would show.
    """
    with open_worker(python, Setup()) as worker:
        supported = [
            style.script
            for case in read_suite(root).cases
            for style in case.styles
            if style.reason_against(worker.target.tensorflow) is None
            and all(not variant.parameters and not variant.slow for variant in case.variants)
        ]
        outcomes = [worker.submit(_request(script)).result() for script in supported]
        quick = [
            script
            for script, outcome in zip(supported, outcomes, strict=True)
            if outcome.failure is None and outcome.seconds < LONGEST_SECONDS
        ]
        return str(worker.target), tuple(quick[number * len(quick) // runs] for number in range(runs))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 if the bar was missed somewhere."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.overhead", description=__doc__.splitlines()[0])
    parser.add_argument("--python", type=Path, action="append", required=True, help="an interpreter; may be repeated")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1], help="where cases/ are")
    parser.add_argument("--runs", type=int, default=20, help="runs per round (default: 20)")
    parser.add_argument("--repeat", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--fresh-repeat", type=int, default=1, help="rounds of fresh processes (default: 1)")
    options = parser.parse_args(arguments)
    missed = False
    for given in options.python:
        python = find_python(given)
        name, scripts = scripts_for(python, options.root, options.runs)
        measured = measure(python, scripts, options.repeat, options.fresh_repeat)
        text = table(measured, len(scripts))
        missed = missed or "missed" in text
        print(f"{name}\n\n{text}\n", flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
