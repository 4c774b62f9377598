"""What it costs to compare two long logs: processor seconds, of this checkout and, side by side, of another one.

    python -m benchmarks.long_logs --lines 30000 --against ../older-checkout

The logs are made: ``step N loss x acc y``, or four numbers in brackets a line. From the middle on the second differs
in the last digit, or by a hundredth. Each checkout compares them in a process of its own, at the same time as the other
one, so that a busy machine slows down both.
"""

import argparse
import math
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def make(lines: int, folder: Path) -> dict[str, tuple[Path, Path]]:
    """Write pairs of logs and give them by what they are."""
    draw = random.Random(1)
    steps = [(2 * math.exp(-5 * at / lines) + 0.1 * draw.random(), 0.02 * draw.random()) for at in range(lines)]
    vectors = [[draw.gauss(0, 1) for _ in range(4)] for _ in range(lines)]

    def named(loss: Callable[[float], float]) -> list[str]:
        late = [(loss(one) if at > lines // 2 else one, two) for at, (one, two) in enumerate(steps)]
        return [f"step {at} loss {one:.6f} acc {two:.4f}" for at, (one, two) in enumerate(late)]

    def lists(apart: float) -> list[str]:
        late = [[one + apart * (at > lines // 2) for one in vector] for at, vector in enumerate(vectors)]
        return ["[" + ", ".join(f"{one:.6f}" for one in vector) + "]" for vector in late]

    texts = {
        "last digits": (named(lambda loss: loss), named(lambda loss: loss + 2e-6)),
        "a hundredth": (named(lambda loss: loss), named(lambda loss: 1.01 * loss)),
        "lists": (lists(0.0), lists(1e-6)),
    }
    found = {}
    for number, (name, sides) in enumerate(texts.items()):
        paths = folder / f"{number}_left.log", folder / f"{number}_right.log"
        for path, side in zip(paths, sides, strict=True):
            path.write_text("\n".join(side) + "\n")
        found[name] = paths
    return found


def seconds(pair: tuple[Path, Path], checkouts: Sequence[Path]) -> list[float]:
    """Give the processor seconds of ``harness compare`` in each checkout, all of them at one time."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "harness", "compare", *map(str, pair)],
            cwd=pair[0].parent,
            env={**os.environ, "PYTHONPATH": str(checkout)},
            stdout=subprocess.DEVNULL,
        )
        for checkout in checkouts
    ]
    found = {}
    for _ in running:
        ended, _, used = os.wait3(0)
        found[ended] = used.ru_utime + used.ru_stime
    return [found[process.pid] for process in running]


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the logs, compare them, and print a line for each pair."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--lines", type=int, default=30000)
    parser.add_argument("--against", type=Path, help="another checkout of the project")
    options = parser.parse_args(arguments)
    checkouts = [ROOT] if options.against is None else [options.against.resolve(), ROOT]
    with tempfile.TemporaryDirectory() as folder:
        for name, pair in make(options.lines, Path(folder)).items():
            taken = seconds(pair, checkouts)
            ratio = f"  ratio {taken[1] / taken[0]:.2f}" if options.against is not None else ""
            print(f"{name:<14}{'  '.join(f'{each:7.1f}' for each in taken)}{ratio}", flush=True)


if __name__ == "__main__":
    main()
