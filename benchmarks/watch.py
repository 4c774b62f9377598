"""What watching costs: processor seconds and memory of watched runs over those of unwatched ones.

    python -m benchmarks.watch --root . [--rounds 3] [--steps 250] [--only two_layer_net | ten_millions]

runs the three nets of ``two_layer_net`` on 1.15 (graph) and 2.21 (eager, function), and a variable of ten million
elements on 2.15 (function, Session that fetches its loss or does not), watched and unwatched by turns in one worker.
Counted is what the forked child used, from the fork to its end: processor seconds, user and system, and peak resident
memory. The smallest of all rounds counts, for whatever else a machine does only adds to it; of ten million elements
there is one round, for memory does not vary.
"""

import argparse
import statistics
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from harness.cases.run import plan
from harness.cases.suite import read_suite
from harness.targets.outcome import Outcome
from harness.targets.scene import Prelude
from harness.targets.target import Limits, Request, Setup, request_within
from harness.targets.workers import Worker, open_worker

_FOLDER = Path(__file__).parent / "watched"
_USAGE = Prelude(str(_FOLDER / "usage"))
_WATCH = Prelude("watch", {"apart": [], "passes": False})
_STYLES = (("tf1.15", ("graph",)), ("tf2.21", ("eager", "function")))
_OPTIMIZERS = ("sgd", "momentum", "adam")
_LIMITS = Limits(timeout=1800, memory=8192 << 20)


def usage(outcome: Outcome) -> tuple[float, float]:
    """Processor seconds and MiB of a run."""
    if outcome.failure is not None:
        raise SystemExit(f"a run failed: {outcome.failure.reason}")
    (told,) = [each.what for each in outcome.seen if each.kind == "usage"]
    return told[0], told[1] / 1024


def by_turns(
    worker: Worker, request: Request, rounds: int
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """What unwatched and watched runs used, round by round."""
    for _ in range(rounds):
        plain = worker.submit(replace(request, preludes=(_USAGE,))).result()
        seen = worker.submit(replace(request, preludes=(_USAGE, _WATCH))).result()
        if plain.trace.fingerprint() != seen.trace.fingerprint():
            raise SystemExit("the watched run computed something else")
        yield usage(plain), usage(seen)


def tell(name: str, worker: Worker, request: Request, rounds: int) -> None:
    """Print a row of the table."""
    used = list(by_turns(worker, request, rounds))
    plain, seen = (min(each[side][0] for each in used) for side in (0, 1))
    more = statistics.median(each[1][1] - each[0][1] for each in used)
    print(f"| {name} | {plain:.2f} | {seen:.2f} | {seen / plain:.2f} | {more:.0f} |", flush=True)


def main(words: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What watching costs.")
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--steps", type=int, default=250, help="of the ten millions, more than a hundred of which are looked at"
    )
    parser.add_argument("--only", choices=("two_layer_net", "ten_millions"))
    options = parser.parse_args(words)
    suite = read_suite(options.root)
    print("| run | seconds unwatched | seconds watched | times | MiB more |")
    print("| --- | ---: | ---: | ---: | ---: |")
    pythons = {name: options.root / ".tox" / name / "bin/python" for name in ("tf1.15", "tf2.15", "tf2.21")}
    for release, styles in _STYLES if options.only != "ten_millions" else ():
        with open_worker(pythons[release], Setup()) as worker:
            for run in plan(suite.select(["two_layer_net"]), styles, slow=False):
                if run.variant.name in _OPTIMIZERS:
                    request = request_within(_LIMITS, run.style.script, run.variant.parameters, 600)
                    tell(f"{release} {run.style.name}, {run.variant.name}", worker, request, options.rounds)
    if options.only != "two_layer_net":
        with open_worker(pythons["tf2.15"], Setup()) as worker:
            for style in ("function", "session with loss", "session"):
                parameters = {"style": style, "steps": options.steps}
                request = request_within(_LIMITS, _FOLDER / "ten_millions.py", parameters, 600)
                tell(f"tf2.15 {style}, 10 million parameters", worker, request, 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
