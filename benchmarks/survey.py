"""What a survey costs: forty scripts from one release to another, everything that ``harness survey --run`` does with
them, against a loop of fresh processes that does nothing but run them.

python -m benchmarks.survey [--scripts 40] [--releases 1.4 1.15 2.15] [--no-loop]

prints processor seconds of both, user and system with all their children, and their ratio; the wall time of a second
survey in which one file has changed, begun anew and in one that stays (``--follow``); and the most memory that a
survey's processes took together (proportional set size, ``/proc/*/smaps_rollup``, looked at five times a second).
Scripts are the left sides of ``tests/pairs``, small trainings of TensorFlow 1, each in a folder of its own.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.releases.environments import tox_environment

ROOT = Path(__file__).parents[1]
MOST_RATIO, MOST_SECONDS, MOST_MEBIBYTES = 0.15, 3.0, 1536.0


@dataclass(frozen=True)
class Cost:
    """What some processes took: processor seconds, wall seconds, and the most memory in MiB."""

    processor: float
    wall: float
    mebibytes: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--scripts", type=int, default=40, metavar="N")
    parser.add_argument("--releases", nargs=3, default=["1.4", "1.15", "2.15"], metavar=("ALSO", "FROM", "TARGET"))
    parser.add_argument("--no-loop", action="store_true", help="measure the survey alone")
    options = parser.parse_args()
    also, origin, target = options.releases
    with tempfile.TemporaryDirectory(prefix="harness-") as folder:
        tree, output = Path(folder) / "legacy", Path(folder) / "survey"
        scripts = lay_out(tree, options.scripts)
        words = [str(tree), "--from", origin, "--target", target, "--also", also, "--run", "--seed", "7"]
        words += ["--within", "60s", "--jobs", "2", "-o", str(output)]
        first = cost_of(lambda: survey(words))
        tell(f"survey of {len(scripts)} scripts, releases {also}, {origin} and {target}", first)
        changed = scripts[len(scripts) // 2]
        changed.write_text(changed.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
        second = cost_of(lambda: survey(words))
        tell(f"once more, one file changed (at most {MOST_SECONDS:g} s of wall time)", second)
        tell("once more, nothing changed", cost_of(lambda: survey(words)))
        followed(words, changed)
        tell("their texts alone", cost_of(lambda: survey([str(tree), "--from", origin, "--target", target])))
        print(f"memory: {first.mebibytes:.0f} MiB (at most {MOST_MEBIBYTES:.0f})")
        if not options.no_loop:
            pythons = [tox_environment(ROOT, release) for release in options.releases]
            loop = cost_of(lambda: run_all(scripts, pythons))
            tell(f"a loop of {len(scripts) * len(pythons)} fresh processes", loop)
            print(f"ratio of processor seconds: {first.processor / loop.processor:.3f} (at most {MOST_RATIO})")


def lay_out(tree: Path, count: int) -> list[Path]:
    """Copy so many scripts into a folder; give where they are."""
    found = sorted((ROOT / "tests" / "pairs").rglob("old.py"))[:count]
    scripts = []
    for number, script in enumerate(found, start=1):
        place = tree / f"{number:02}_{script.parent.name}" / "train.py"
        place.parent.mkdir(parents=True)
        shutil.copy(script, place)
        scripts.append(place)
    return scripts


def survey(words: Sequence[str]) -> None:
    """Run ``harness survey``; its exit code says what is left to do, which is no matter here."""
    done = subprocess.run(
        [sys.executable, "-m", "harness", "survey", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)


def followed(words: Sequence[str], changed: Path) -> None:
    """Change a file three times below a survey that stays, and print how long it takes until its answers are there."""
    command = [sys.executable, "-u", "-m", "harness", "survey", *words, "--follow"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as harness:
        assert harness.stdout is not None
        waits = (line for line in harness.stdout if "waiting for changes below" in line)
        next(waits)
        for number in range(1, 4):
            began = time.monotonic()
            changed.write_text(f"{changed.read_text(encoding='utf-8')}# {number}\n", encoding="utf-8")
            next(waits)
            which = "" if number > 1 else ", which opens its releases"
            print(
                f"a survey that stays, one file changed{which}: {time.monotonic() - began:.1f} s of wall time",
                flush=True,
            )
        harness.terminate()


def run_all(scripts: Sequence[Path], pythons: Sequence[Path]) -> None:
    """Run each script in each interpreter, in a process of its own, as a shell's loop would."""
    for python in pythons:
        for script in scripts:
            subprocess.run([str(python), script.name], cwd=script.parent, capture_output=True, check=False)


def cost_of(work: Callable[[], None]) -> Cost:
    """Do some work, and measure what the processes below this one took for it."""
    ended = threading.Event()
    most = [0.0]

    def look() -> None:
        while not ended.wait(0.2):
            most[0] = max(most[0], memory_below(os.getpid()))

    watcher = threading.Thread(target=look)
    watcher.start()
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    work()
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    ended.set()
    watcher.join()
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, most[0])


def memory_below(process: int) -> float:
    """The memory of all processes below one, in MiB, what they share counted once."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except (OSError, IndexError, ValueError):
            continue
    below = {process}
    while more := {each for each, parent in parents.items() if parent in below} - below:
        below |= more
    return sum(map(_proportional, below - {process})) / 1024


def _proportional(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return next((float(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0.0)


def tell(what: str, cost: Cost) -> None:
    """Print one line of figures."""
    print(f"{what}: {cost.processor:.1f} s of processor time, {cost.wall:.1f} s of wall time", flush=True)


if __name__ == "__main__":
    main()
