"""What the suite costs: processor seconds of each test, of this checkout and, side by side, of an older one.

    python -m benchmarks.suite --against ../older-checkout --older-python ../older-venv/bin/python [--both]

Each checkout runs all its tests in one process of pytest, both at the same time, so that a busy machine slows down
both; each needs the environments of TensorFlow in its ``.tox``. Tests are paired by the name of their file and by their
own: files have moved. With ``--both`` only those tests run that both checkouts have.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PLUGIN = ROOT / "benchmarks" / "counted"
# Not by PYTHONPATH, which processes that tests start would have as well.
_RUN = f"import sys; sys.path.append({str(_PLUGIN)!r}); import pytest; sys.exit(pytest.main(sys.argv[1:]))"
_SHOWN = 20


def names_of(checkout: Path, python: Path) -> set[str]:
    """Give ``FILE.py::TEST`` of each test that a checkout has, without the folders of its file."""
    words = ["-q", "--collect-only", "-p", "no:cacheprovider", "tests"]
    printed = subprocess.run([python, "-c", _RUN, *words], cwd=checkout, stdout=subprocess.PIPE, text=True).stdout
    names = (line.partition("::") for line in printed.splitlines() if "::" in line)
    return {f"{Path(file).name}::{test}" for file, _, test in names}


def run(checkout: Path, python: Path, costs: Path, log: Path, only: Path | None) -> "subprocess.Popen[bytes]":
    """Start the tests of a checkout, all of them or those that a file names."""
    words = ["-q", "-p", "suite_costs", "-p", "no:cacheprovider", "tests"]
    environment = {**os.environ, "SUITE_COSTS": str(costs), "PYTHONDONTWRITEBYTECODE": ""}
    if only:
        environment["SUITE_ONLY"] = str(only)
    with log.open("wb") as file:
        return subprocess.Popen([python, "-c", _RUN, *words], cwd=checkout, env=environment, stdout=file, stderr=file)


def costs_of(path: Path) -> dict[tuple[str, str], float]:
    """Give the seconds of each test, by the name of its file and its own."""
    found: dict[tuple[str, str], float] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, seconds = json.loads(line)
        file, _, test = name.partition("::")
        found[Path(file).name, test] = seconds
    return found


def main() -> None:
    """Run both suites and print what they take."""
    parser = argparse.ArgumentParser(description="what the suite costs")
    parser.add_argument("--against", type=Path, required=True, help="an older checkout")
    parser.add_argument("--older-python", type=Path, required=True, help="a Python that has what its tests need")
    parser.add_argument("--both", action="store_true", help="run only tests that both checkouts have")
    given = parser.parse_args()
    sides = [(given.against.resolve(), given.older_python), (ROOT, Path(sys.executable))]
    with tempfile.TemporaryDirectory() as folder:
        places = [(Path(folder, f"{number}.jsonl"), Path(folder, f"{number}.log")) for number in (0, 1)]
        only = Path(folder, "both") if given.both else None
        if only:
            only.write_text("\n".join(set.intersection(*(names_of(*side) for side in sides))), encoding="utf-8")
        running = [run(*side, *place, only) for side, place in zip(sides, places, strict=True)]
        for process, (_, log), (checkout, _) in zip(running, places, sides, strict=True):
            process.wait()
            print(f"{checkout.name}: {log.read_text(errors='replace').strip().splitlines()[-1]}")
        older, newer = (costs_of(costs) for costs, _ in places)
    both = older.keys() & newer.keys()
    sums = [sum(side[name] for name in both) for side in (older, newer)]
    print(
        f"tests of both: {len(both)}, {sums[0]:.0f} and {sums[1]:.0f} processor seconds, ratio {sums[1] / sums[0]:.2f}"
    )
    print(f"all tests: {len(older)} and {len(newer)}, {sum(older.values()):.0f} and {sum(newer.values()):.0f}")
    by_file: list[Counter[str]] = [Counter(), Counter()]
    for counter, side in zip(by_file, (older, newer), strict=True):
        for file, test in both:
            counter[file] += side[file, test]  # type: ignore[assignment]
    for file, seconds in by_file[0].most_common(_SHOWN):
        print(f"{file:45} {seconds:7.1f} {by_file[1][file]:7.1f}")


if __name__ == "__main__":
    main()
