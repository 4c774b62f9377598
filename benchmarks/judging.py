"""How often the comparison of two logs is wrong: made logs of float32 traces whose distance is known.

    python -m benchmarks.judging --logs 100000 --seed 1

Half of the logs are printed from two traces that agree within the tolerance, 4 ULP: a verdict of ``diverged`` is a
false alarm. In the other half one number is farther off than any printing hides, by more than two units of the last
digit of the coarser format and the tolerance: any verdict but ``diverged`` is a false pass. Both sides of a log are
printed by one format, or each by its own. Besides, as many logs as a tenth of them have a setting of one digit, beside
another one that would round to it, in all rows: any verdict but ``diverged`` is a false pass there, too.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.traces import Tolerances
from harness.words.verdict import Verdict

ROWS = (1, 2, 3, 5, 10, 30, 100)
_TOLERANCES = Tolerances(Tolerance(), {})
_ULPS = 4


@dataclass(frozen=True)
class Format:
    """How numbers are printed: ``text`` prints one, ``unit`` is that of its last digit, zeros included."""

    name: str
    text: Callable[[np.float32], str]
    unit: Callable[[float], float]


@dataclass(frozen=True)
class Made:
    """Two logs, what printed them, and whether their traces agree within the tolerance."""

    left: list[str]
    right: list[str]
    formats: str
    agree: bool


def formats(random: np.random.Generator) -> Format:
    """Give a format: ``%f``, ``%.3f``, ``%9.4f``, ``%g``, ``%.5g``, ``%e``, NumPy's, or Python's for a float64."""
    kind = str(random.choice(["%f", "%.Nf", "%W.Nf", "%g", "%.Ng", "%e", "%s", "repr"]))
    digits = int(random.integers(2, 9))
    if kind == "%s":
        return Format(kind, str, _spacing)
    if kind == "repr":
        return Format(kind, lambda value: repr(float(value)), _spacing)
    if kind.endswith("f"):
        decimals = 6 if kind == "%f" else digits
        width = int(random.integers(1, 16)) if kind == "%W.Nf" else 0
        return Format(kind, lambda value: f"%{width}.{decimals}f" % value, lambda _: 10.0**-decimals)
    significant = 6 if kind == "%g" else digits + 1
    if kind == "%e":
        return Format(kind, lambda value: f"{value:e}", lambda value: _place(value, 7))
    return Format(kind, lambda value: f"%.{significant}g" % value, lambda value: _place(value, significant))


def trace(random: np.random.Generator, rows: int) -> np.ndarray:
    """Give numbers as a run prints them, float32 of shape ``(rows,)``: a decay, a random walk, a loss that converges,
    or anything between 1e-6 and 1e6."""
    kind, scale = random.integers(4), 10.0 ** random.uniform(-2, 3)
    if kind == 0:
        found = scale * random.uniform(0.8, 0.999) ** np.arange(rows)
    elif kind == 1:
        found = scale + np.cumsum(random.normal(0, scale / 20, rows))
    elif kind == 2:
        found = scale * (0.1 + random.uniform(0.3, 0.95) ** np.arange(rows))
    else:
        found = random.choice([-1, 1], rows) * 10.0 ** random.uniform(-6, 6, rows)
    return np.asarray(found, np.float32)


def make(random: np.random.Generator, rows: int, *, agree: bool, one_format: bool = False) -> Made:
    """Give two logs of so many rows, and whether their traces ``agree``; three in ten are printed by two formats, but
    not where ``one_format`` is wanted."""
    left_format = formats(random)
    right_format = left_format if one_format or random.random() < 0.7 else formats(random)
    left = trace(random, rows)
    right = _moved(left, random.integers(-_ULPS, _ULPS + 1, rows))
    if not agree:
        place = int(random.integers(rows))
        number = float(left[place])
        # A power of ten may lie between the two numbers.
        unit = max(each.unit(1.1 * number) for each in (left_format, right_format))
        apart = (2 + 10 * random.random() ** 2) * unit * 1.01 + (_ULPS + 2) * _spacing(number)
        right[place] = np.float32(number + random.choice([-1, 1]) * apart)
    return Made(
        [f"step {step} loss {left_format.text(value)}" for step, value in enumerate(left)],
        [f"step {step} loss {right_format.text(value)}" for step, value in enumerate(right)],
        left_format.name if left_format is right_format else "two formats",
        agree,
    )


def make_setting(random: np.random.Generator, rows: int) -> Made:
    """Give two logs of so many rows with a loss that agrees and a rate that does not: 0.1 beside 0.12."""
    rate = float(random.integers(1, 10)) * 10.0 ** float(random.integers(-5, 2))
    digits = int(random.integers(2, 5))
    # Beyond the last digit of the longer one, and within half a unit of the one digit of the shorter one.
    other = float(f"%.{digits}g" % (rate + 10.0 ** np.floor(np.log10(rate)) * random.uniform(0.11, 0.45)))
    losses = [f"loss {value:f}" for value in trace(random, rows)]
    left, right = ([f"rate {each} {loss}" for loss in losses] for each in (rate, other))
    return Made(left, right, "a setting", agree=False)


def is_wrong(made: Made) -> bool:
    """Whether the verdict on two made logs is not what their traces say."""
    verdict = compare_lines(made.left, made.right, _TOLERANCES).comparison.verdict
    return (verdict is Verdict.DIVERGED) is made.agree


def _moved(values: np.ndarray, ulps: np.ndarray) -> np.ndarray:
    return (values.view(np.int32) + ulps.astype(np.int32)).view(np.float32)


def _spacing(value: float) -> float:
    return float(np.spacing(np.abs(np.float32(value))))


def _place(value: float, digits: int) -> float:
    return float(10.0 ** (np.floor(np.log10(abs(value) or 1.0)) + 1 - digits))


def main(arguments: Sequence[str] | None = None) -> None:
    """Make logs, count what is wrong, and print it by format and by number of rows."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--logs", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="show so many of the logs that were judged wrong")
    options = parser.parse_args(arguments)
    random = np.random.default_rng(options.seed)
    made: Counter[tuple[str, bool]] = Counter()
    wrong: Counter[tuple[str, bool]] = Counter()
    for number in range(options.logs):
        rows = int(random.choice(ROWS))
        log = make_setting(random, rows) if number % 11 == 10 else make(random, rows, agree=number % 2 == 0)
        failed = is_wrong(log)
        for key in ("all", log.formats, f"{rows} rows"):
            made[key, log.agree] += 1
            wrong[key, log.agree] += failed
        if failed and sum(wrong["all", agree] for agree in (True, False)) <= options.show:
            differing = [pair for pair in zip(log.left, log.right, strict=True) if pair[0] != pair[1]]
            print("false alarm" if log.agree else "false pass", log.formats, rows, differing[:6])
    print(f"{'logs':<14}{'false alarms':>22}{'false passes':>22}")
    for key in sorted({name for name, _ in made}, key=lambda name: (name != "all", name.endswith("rows"), name)):
        shown = [f"{wrong[key, agree]} of {made[key, agree]}" for agree in (True, False)]
        print(f"{key:<14}{shown[0]:>22}{shown[1]:>22}")


if __name__ == "__main__":
    main()
