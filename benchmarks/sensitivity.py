"""How often the rule for ``amplified`` is wrong, on training scripts that are known to be equal or to have a fault.

    python -m benchmarks.sensitivity --root . [--keep logs.json] [SCRIPT ...]

runs each script of ``sensitivity_scripts`` in one release, moved by ULPs as ``harness compare --samples`` does, and
holds against it, as right sides that are equal by construction, further samples and the same script in another
release; and the script with one small fault in that other release. A false alarm is an equal pair that has
``diverged``, a false pass a fault that is judged better than that. ``--keep`` keeps all logs, script by script; what is
in the file already is not run again, so that another rule is tried in a second.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harness.judging.amplified import Sensitivity, amplified_lines
from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.spread import spread_of_lines
from harness.judging.traces import Tolerances
from harness.targets.scene import Prelude
from harness.targets.target import Limits, Request, Setup, request_within
from harness.targets.workers import open_worker
from harness.words.verdict import Verdict

SAMPLES, FURTHER = 8, 3
_SCRIPTS = Path(__file__).with_name("sensitivity_scripts")
_TOLERANCES = Tolerances(Tolerance(), {})


@dataclass(frozen=True)
class Trained:
    """A script, the release that it is moved in, the one that it is held against, and its faults: a text of it and what
    stands there instead."""

    name: str
    left: str
    right: str
    faults: tuple[tuple[str, str], ...]


_ADAM = ("AdamOptimizer(0.005)", "AdamOptimizer(0.005, epsilon=1e-07)")
TRAINED = (
    Trained("linear", "tf1.15", "tf1.4", (("(0.01)", "(0.0100001)"), ("(0.01)", "(0.010001)"))),
    Trained("momentum", "tf1.15", "tf1.4", (("0.9)", "0.90001)"), ("(0.01,", "(0.0100001,"))),
    Trained("softmax", "tf1.15", "tf1.4", (("(0.1)", "(0.100001)"), ("(0.1)", "(0.10001)"))),
    Trained(
        "two_layers",
        "tf1.15",
        "tf1.4",
        (("epsilon=1e-08", "epsilon=1e-07"), ("beta1=0.9,", "beta1=0.9001,"), ("(0.01,", "(0.0100001,")),
    ),
    Trained("relu", "tf1.15", "tf1.4", (("epsilon=1e-10", "epsilon=1e-8"), ("decay=0.9,", "decay=0.9001,"))),
    Trained("gan", "tf1.15", "tf1.4", (("beta1=0.5", "beta1=0.5001"), ("(0.02,", "(0.02002,"))),
    Trained("rnn", "tf1.15", "tf1.4", (("(0.005)", "(0.00500005)"), _ADAM)),
    Trained("tape", "tf2.15", "tf2.21", (("epsilon=1e-08", "epsilon=1e-07"), ("Adam(0.01,", "Adam(0.0100001,"))),
    Trained("fit", "tf2.15", "tf2.21", (("momentum=0.9", "momentum=0.90001"), ("SGD(0.01,", "SGD(0.0100001,"))),
)


@dataclass(frozen=True)
class Logs:
    """What a script printed: as it is, moved, moved further times, in the other release, and there with each fault."""

    base: Sequence[str]
    samples: Sequence[Sequence[str]]
    equal: Mapping[str, Sequence[str]]
    faulty: Mapping[str, Sequence[str]]


def run_all(root: Path, trained: Sequence[Trained]) -> Iterator[tuple[str, Logs]]:
    """Run the scripts, two at a time. Raises UsageError for a release that is not there."""
    for left, right in dict.fromkeys((each.left, each.right) for each in trained):
        setup = Setup(jobs=2, one_cpu=True)
        with (
            open_worker(root / ".tox" / left, setup) as here,
            open_worker(root / ".tox" / right, setup) as there,
        ):
            for each in trained:
                if (each.left, each.right) != (left, right):
                    continue
                moved = [here.submit(_request(each, number)) for number in range(SAMPLES + FURTHER + 1)]
                other = there.submit(_request(each, 0))
                faulty = {f"{old} -> {new}": there.submit(_request(each, 0, (old, new))) for old, new in each.faults}
                logs = [future.result() for future in moved]
                equal = {f"sample {at}": logs[at].printed for at in range(SAMPLES + 1, len(logs))}
                equal[right] = other.result().printed
                print(each.name, "has run,", f"{logs[0].seconds:.1f} s,", f"{logs[1].seconds:.1f} s moved", flush=True)
                yield (
                    each.name,
                    Logs(
                        logs[0].printed,
                        [run.printed for run in logs[1 : SAMPLES + 1]],
                        equal,
                        {name: future.result().printed for name, future in faulty.items()},
                    ),
                )


def _request(trained: Trained, sample: int, fault: tuple[str, str] | None = None) -> Request:
    path = _SCRIPTS / f"{trained.name}.py"
    request = request_within(Limits(timeout=300.0), path, {}, 300.0)
    if fault is not None:
        text = path.read_text(encoding="utf-8")
        assert text.count(fault[0]) >= 1, fault
        request = replace(request, source=text.replace(*fault))
    return replace(request, preludes=(Prelude("perturb", {"sample": sample}),)) if sample else request


def judged(
    base: Sequence[str], right: Sequence[str], samples: Sequence[Sequence[str]]
) -> tuple[Verdict, Verdict, Sensitivity]:
    """Give the verdict on a pair without the spread and with it, and what the spread says."""
    alone = compare_lines(base, right, _TOLERANCES)
    found = amplified_lines(alone.matching, _TOLERANCES, spread_of_lines(base, samples), exact=False)
    held = compare_lines(base, right, _TOLERANCES, amplified=found.amplified)
    return alone.comparison.verdict, held.comparison.verdict, found


def table(logs: Mapping[str, Logs]) -> str:
    """Give the verdicts on all pairs as a table, and the errors."""
    lines = [
        "| script | right side | without | with the spread | within, outside, not told |",
        "| --- | --- | --- | --- | --- |",
    ]
    alarms = passes = equals = faults = untold = 0
    for name, each in logs.items():
        for what, right in {**each.equal, **each.faulty}.items():
            before, after, found = judged(each.base, right, each.samples)
            counts = f"{len(found.amplified)}, {found.outside}, {found.cannot_tell}"
            lines.append(f"| {name} | {what} | {before} | {after} | {counts} |")
            told = bool(found.outside) or not found.cannot_tell
            untold += not told
            if what in each.equal:
                equals += 1
                alarms += not after.passes and told
            else:
                faults += 1
                passes += after.passes
    lines.append("")
    lines.append(f"false alarms: {alarms} of {equals}, false passes: {passes} of {faults}, cannot tell: {untold}")
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> int:
    """Run what is asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sensitivity")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder with .tox")
    parser.add_argument("--keep", type=Path, help="a file for the logs")
    parser.add_argument("scripts", nargs="*", help="only these")
    options = parser.parse_args(words)
    wanted = [each for each in TRAINED if not options.scripts or each.name in options.scripts]
    kept = {}
    if options.keep is not None and options.keep.exists():
        kept = {name: Logs(**each) for name, each in json.loads(options.keep.read_text(encoding="utf-8")).items()}
    for name, logs in run_all(options.root, [each for each in wanted if each.name not in kept]):
        kept[name] = logs
        if options.keep is not None:
            options.keep.write_text(json.dumps({name: vars(each) for name, each in kept.items()}), encoding="utf-8")
    print(table({each.name: kept[each.name] for each in wanted}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
