"""Sides and evidence for tests of detectors: from the golden traces of the project's cases, and made up."""

import functools
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from harness.cases.case import Case, Style, Variant
from harness.cases.case_file import read_case
from harness.cases.golden import read_golden
from harness.cases.notes import read_notes
from harness.diagnose.evidence.evidence import Evidence, Origin, Paired, Side
from harness.diagnose.evidence.gather import gather
from harness.judging.judge import Tolerance
from harness.judging.printing import render
from harness.judging.traces import Tolerances
from harness.logs.documented import align
from harness.targets.target import Request
from harness.words.finding import Finding
from harness.words.series import Number, Series
from harness.words.trace import Trace
from harness.words.verdict import Comparison, Verdict

Detect = Callable[[Evidence], Finding | None]

# Two draws of one seed under one name: in a graph both begin a stream, in eager mode the second goes on.
TWO_DRAWS_IN_A_GRAPH = """import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
a = tf.random.uniform([], seed=9)
b = tf.random.uniform([], seed=9)
with tf.Session() as s:
    for value in s.run([a, b]):
        print('value %.6f' % value)
"""
TWO_DRAWS_EAGER = """import tensorflow as tf
for value in [tf.random.uniform([], seed=9), tf.random.uniform([], seed=9)]:
    print('value %.6f' % value)
"""

ROOT = Path(__file__).resolve().parents[2]
DIVERGED = Comparison("made up", Verdict.DIVERGED, 0, 1)
IDENTICAL = Comparison("made up", Verdict.IDENTICAL, 1, 1)
USUAL = Tolerances(Tolerance(), {})


@functools.cache
def case(name: str) -> Case:
    return read_case(ROOT / "cases" / name / "case.toml", ROOT, read_notes(ROOT / "golden"))


def variant(name: str, which: str = "") -> Variant:
    return next(one for one in case(name).variants if one.name == which)


def style(name: str, which: str) -> Style:
    return next(one for one in case(name).styles if one.name == which)


def golden(name: str, style_name: str, which: str = "") -> Side:
    """A case's golden trace as a side: records, the lines that its template prints for them, source."""
    one = variant(name, which)
    trace = read_golden(one.golden_path(style_name))
    lines = tuple(render(one.template, record) for record in trace.records)
    script = style(name, style_name).script
    return Side(f"{name}:{style_name}", lines, trace, source=script.read_text(encoding="utf-8"))


def documented(name: str, which: str = "") -> Side:
    """A case's documented log as a side: its lines and their places in the run, as the first golden trace has them."""
    one = variant(name, which)
    trace = read_golden(one.golden_path(one.styles[0].name))
    lines = [render(one.template, record) for record in trace.records]
    field = one.step_field
    steps = [str(record[field].as_printed()) if field else None for record in trace.records]
    printed = {line.number: one.template.parse(line.text)[field] for line in one.log.lines} if field else {}
    pairs = align(one.log, lines, steps, printed).pairs
    positions = tuple(place for _, place in pairs if place is not None)
    return Side(f"log of {name}", tuple(line.text for line, _ in pairs), positions=positions)


def held(left: Side, right: Side, tolerances: Tolerances = USUAL, comparison: Comparison | None = None) -> Evidence:
    return gather(left, right, tolerances, comparison)


def against_golden(name: str, style_name: str, right_name: str, right_style: str, which: str = "") -> Evidence:
    """A case's golden trace held against that of the case that does it right; two cases may have other fields."""
    left, right = golden(right_name, right_style, which), golden(name, style_name)
    assert left.trace is not None and right.trace is not None
    same = set(left.trace.fields()) == set(right.trace.fields())
    return held(left, right, variant(name).tolerances, None if same else DIVERGED)


def made(
    left: Mapping[str, Iterable[float]],
    right: Mapping[str, Iterable[float]],
    *,
    sources: tuple[str, str] = ("", ""),
    comparison: Comparison = DIVERGED,
    dtypes: tuple[str, str] = ("float32", "float32"),
    slack: float = 0.0,
) -> Evidence:
    """Evidence on made-up series, with a number in every record."""
    mine = {name: _series(name, values, dtypes[0], slack) for name, values in left.items()}
    other = {name: _series(name, values, dtypes[1], slack) for name, values in right.items()}
    paired = tuple(Paired(name, series, other[name], bool(slack)) for name, series in mine.items() if name in other)
    empty = None if slack else Trace(())
    return Evidence(
        Side("the left", (), empty, source=sources[0]),
        Side("the right", (), empty, source=sources[1]),
        comparison,
        paired,
        USUAL,
    )


def origin(**parameters: object) -> Origin:
    return Origin(Path("python"), Request(Path("script.py"), parameters, 60.0, 1 << 30, 1 << 20))


def _series(name: str, values: Iterable[float], dtype: str, slack: float) -> Series:
    numbers = tuple(Number(place, value, slack) for place, value in enumerate(values))
    return Series(name, "" if slack else dtype, numbers)
