"""Metrics of ``fit`` that a script looks up by the name of another era: 'acc' before TensorFlow 2.0 and Keras 2.3,
'accuracy' since."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side
from harness.lint.script import releases_of, script_of
from harness.symbols.timeline import read_timeline

# What is asked for, and how it was called before; since then it has the name by which it was asked for.
_BEFORE = {
    "accuracy": "acc",
    "mae": "mean_absolute_error",
    "mse": "mean_squared_error",
    "mape": "mean_absolute_percentage_error",
    "msle": "mean_squared_logarithmic_error",
}
_MISSED = re.compile(r"KeyError: '(?P<name>(?:val_)?(?P<base>\w+))'")
_ASKED_FOR = re.compile(r"\bmetrics\s*=\s*\[(?P<names>[^\]]*)\]")
_LOOKED_UP = re.compile(r"\.history\b|\blogs?\b(?:\[|\.get\()")
_PACKAGE = re.compile(r"^\s*(?:import|from)\s+keras\b", re.MULTILINE)


def metric_name_text(side: Side) -> Iterator[str]:
    """Give where a metric has the name by which a failed script looks it up in what ``fit`` tells; else nothing."""
    missed = _MISSED.search(side.failure.reason) if side.failure is not None else None
    if missed is None or not _LOOKED_UP.search(side.source):
        return
    lists = " ".join(each["names"] for each in _ASKED_FOR.finditer(side.source))
    asked = set(re.findall(r"['\"](\w+)['\"]", lists))
    is_later = missed["base"] in asked & set(_BEFORE)
    is_before = any(missed["base"].endswith(_BEFORE[each]) for each in asked & set(_BEFORE))
    if is_later == is_before:
        return
    if is_later:
        said = "since TensorFlow 2.0 and Keras 2.3; before, accuracy was 'acc' and mae 'mean_absolute_error'"
        keras, release = "2.3.1", "2.0"
    else:
        said = "before TensorFlow 2.0 and Keras 2.3; since, a metric has the name by which it was asked for"
        keras, release = "2.2.4", "1.12"
    if _PACKAGE.search(side.source):
        yield f"fit names a metric {missed['name']!r} {said}: add to the command: --with keras=={keras}"
    elif release in _releases(side.source):
        yield f"fit names a metric {missed['name']!r} {said}: run it as {side.name.partition('@')[0]}@{release}"


def _releases(source: str) -> tuple[str, ...]:
    """The releases that have all else that a script uses, none for one that Python cannot read."""
    timeline = read_timeline()
    try:
        return tuple(releases_of(script_of(source, timeline), timeline))
    except (SyntaxError, ValueError, RecursionError):
        return ()
