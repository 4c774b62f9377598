"""What checking documents costs, in processor seconds, beside a process for each program.

    python -m benchmarks.check --python .tox/tf1.15/bin/python

Measured in one run, alternately: `harness check` of two sample documents, of one program as it stands and of one that
lost its line breaks, of which up to 24 readings are run; and the true program of each, run once by the same
interpreter, as a shell loop would.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
_SAMPLES = ROOT / "tests" / "documents"
# What is checked, the document, and the program that it shows.
_DOCUMENTS = (
    ("one program as it stands", "indented_code.md", "descent.code"),
    ("one without line breaks", "lost_line_breaks.txt", "momentum.code"),
)
_ROUNDS = 3


def main() -> None:
    """Measure, and print the median of each and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", type=Path, required=True, help="an interpreter with TensorFlow 1")
    python = parser.parse_args().python
    check = [sys.executable, "-m", "harness", "check", "--python", str(python)]
    for what, name, program in _DOCUMENTS:
        checking, alone = [], []
        for _ in range(_ROUNDS):
            checking.append(_seconds([*check, str(_SAMPLES / "samples" / name)]))
            alone.append(_seconds([str(python), str(_SAMPLES / "programs" / program)]))
        ratio = median(checking) / median(alone)
        print(f"{what}: {median(checking):.1f} s, {ratio:.2f} times the program alone ({median(alone):.1f} s)")


def _seconds(command: list[str]) -> float:
    before = os.times()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
