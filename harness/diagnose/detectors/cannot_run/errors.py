"""Errors: a right side that raised, and what the message of that era asks for."""

import re

from harness.diagnose.detectors.cannot_run.error_rules import RULES, Rule
from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.lint.script import releases_of, script_of
from harness.scripts.either import python3_of
from harness.symbols.timeline import read_timeline
from harness.targets.outcome import Failure
from harness.words.finding import Confidence, Finding

_REASON = re.compile(r"^(?:(?P<place>\S.*?:\d+|cell \d+, line \d+): )?(?P<type>\w+): ?(?P<message>.*)$", re.DOTALL)
_SHOWN = 100
_AS_IT_IS = re.compile(r"; or run it as it is,? on [^;]*SCRIPT@(?P<release>\d+\.\d+)$")


def detect(evidence: Evidence) -> Finding | None:
    """Find what the right side's exception means, by its type and the stable parts of its message; None for one that
    is in no table. Where the left side failed as well, only if it raised the same: else the error is not what sets
    them apart.

    It has no trial, and needs no run: the exception says what it is.
    """
    failure = evidence.right.failure
    if failure is None:
        return None
    found = explain(failure, evidence.right.tensorflow)
    if found is None:
        return None
    rule, groups = found
    both = evidence.left.failure
    if both is not None and (explain(both, evidence.left.tensorflow) or (None,))[0] is not rule:
        return None
    names = evidence.left.name, evidence.right.name
    # A script that was run twice is one.
    who = names[1] if both is None or names[0] == names[1] else f"{names[0]} and {names[1]} both"
    place, kind, message = taken_apart(failure)
    where = f" at {place}" if place else ""
    shown = message if len(message) <= _SHOWN else message[: _SHOWN - 1] + "…"
    return Finding(
        "errors",
        Confidence.LIKELY,
        f"{who} raised {kind}{where}: {shown} [{rule.name}] {rule.means.format(*groups)}",
        _on_a_release_that_has_it_all(rule.change.format(*groups), evidence.right.source),
    )


def _on_a_release_that_has_it_all(change: str, source: str) -> str:
    """The advice without the release that it names, where that lacks something else that the script uses."""
    match = _AS_IT_IS.search(change)
    if match is None or not source:
        return change
    timeline = read_timeline()
    try:
        fits = match["release"] in releases_of(script_of(python3_of(source), timeline), timeline)
    except (SyntaxError, ValueError, RecursionError):
        return change
    return change if fits else change[: match.start()]


def explain(failure: Failure, tensorflow: str = "") -> tuple[Rule, tuple[str, ...]] | None:
    """Give the rule that fits an exception of a release, with what its pattern found; None for no rule, or no
    exception."""
    if failure.kind != "raised":
        return None
    _, kind, _ = taken_apart(failure)
    text = f"{failure.reason}\n{_message(failure.detail, kind)}"
    for rule in RULES:
        if kind in rule.exceptions and _is_for(rule, tensorflow):
            match = rule.pattern.search(text)
            if match is not None:
                return rule, tuple(group or "" for group in match.groups())
    return None


def _is_for(rule: Rule, tensorflow: str) -> bool:
    major = tensorflow.partition(".")[0]
    return not rule.major or not major or major == str(rule.major) or (rule.major == 1 and major == "0")


def taken_apart(failure: Failure) -> tuple[str, str, str]:
    """Give place, type and message of an exception, from the one line that a failure has as its reason; a part that it
    has not is empty."""
    match = _REASON.match(failure.reason)
    return (match["place"] or "", match["type"], match["message"]) if match else ("", "", failure.reason)


def _message(detail: str, kind: str) -> str:
    """The whole message at the end of a traceback; the code above it says nothing about the error."""
    if kind == "SyntaxError":
        return detail  # its line is the one that it speaks of
    starts = list(re.finditer(rf"^(?:[\w.]+\.)?{re.escape(kind)}: ", detail, re.MULTILINE))
    return detail[starts[-1].start() :] if starts else ""


# Likely without a run: the exception says what it is.
CAUSE = Cause(("errors",), detect, likely=("errors",))
