"""What linting costs, in processor seconds: one file, and a thousand, beside what Python needs to read them.

    python -m benchmarks.lint [--files 1000]

Both are measured in one run, alternately, in processes of their own: the command, and a process that only parses the
same files with ``ast``. The files are those of ``atlas/``, ``cases/`` and ``tests/``.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
_PARSE = "import ast, sys\nfor path in sys.argv[1:]:\n    ast.parse(open(path, encoding='utf-8').read())"
_ROUNDS = 5


def main() -> None:
    """Measure, and print the median of each and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    found = [path for folder in ("atlas", "cases", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]
    files = [str(path) for path in found if "tensorflow" in path.read_text(encoding="utf-8")]
    files = files[: parser.parse_args().files]
    lint = [sys.executable, "-m", "harness", "lint", "--target", "2.15", "--from", "1.15"]
    measured: dict[str, list[float]] = {"nothing": [], "one file": [], "parsing": [], "linting": []}
    for _ in range(_ROUNDS):
        measured["nothing"].append(_seconds([sys.executable, "-c", ""]))
        measured["one file"].append(_seconds([*lint, str(ROOT / "cases" / "staircase_decay" / "graph.py")]))
        measured["parsing"].append(_seconds([sys.executable, "-c", _PARSE, *files]))
        measured["linting"].append(_seconds([*lint, *files]))
    middle = {name: median(seconds) for name, seconds in measured.items()}
    for name, seconds in middle.items():
        print(f"{name:<10} {seconds:.2f} s")
    print(f"linting {len(files)} files takes {middle['linting'] / middle['parsing']:.1f} times what parsing them takes")


def _seconds(command: list[str]) -> float:
    before = os.times()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
