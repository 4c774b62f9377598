"""The rules: what is said of one use, between the release that it was written for and the one that it should run on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.lint.availability import Fit, fit, is_open, known_above
from harness.lint.finding import LintFinding
from harness.lint.measured import measured_change, measured_replacement
from harness.lint.names import is_private
from harness.lint.silent import changed_defaults, moved_arguments
from harness.lint.uses import Use
from harness.symbols.naming import is_tf2
from harness.symbols.ranges import ranges
from harness.symbols.replacements import replacement_of
from harness.symbols.signature import read_signature
from harness.symbols.timeline import Timeline
from harness.words.errors import near

# What these modules have is Keras' since 2.0.
_KERAS_SINCE_2 = ("tf.losses.", "tf.metrics.", "tf.optimizers.", "tf.initializers.")
_SECOND = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True)
class Question:
    """What is asked: does the script, which ran on ``origin`` (None: nobody says), run on ``target`` and compute the
    same? Releases are places in the timeline; ``atlas`` has what was measured."""

    timeline: Timeline
    target: int
    origin: int | None


def findings_on(question: Question, use: Use, path: Path) -> Iterator[LintFinding]:
    """Give what the rules say of one use."""
    timeline = question.timeline
    if all(is_private(name) for name in use.names):
        yield _said(use, path, "TFH303", f"{use.names[0]} is no public symbol; any release may move it")
        return
    if use.names[0].endswith(".*"):
        yield _said(use, path, "TFH305", f"the names of {use.names[0]} are not followed", "import tensorflow as tf")
    if use.guarded:
        return
    now = fit(timeline, use, question.target)
    if not now.holds:
        if not is_open(timeline, use, question.target):
            yield from _refused(question, use, now, path)
        return
    yield from _silent(question, use, now, path)
    yield from _deprecated(use, now, path)


def _refused(question: Question, use: Use, now: Fit, path: Path) -> Iterator[LintFinding]:
    timeline, release = question.timeline, question.timeline.releases[question.target]
    if now.symbol is None:
        yield _missing(question, use, path)
        return
    fault = now.misfit
    if fault is None:
        return
    name = use.names[0]
    takers = [place for place in range(len(timeline.releases)) if fit(timeline, use, place).holds]
    taken = f"; {_releases(timeline, takers)} " + ("takes" if len(takers) == 1 else "take") + " it" if takers else ""
    if fault.kind in ("unknown", "twice"):
        message = f"{name} takes no argument {fault.name} in {release}{taken}"
        if fault.kind == "twice":
            message = f"{name} takes {fault.name} by place in {release}, so it is given twice{taken}"
        yield _said(use, path, "TFH104", message, _argument_advice(timeline, name, fault.name, now))
    elif fault.kind == "too-many":
        given = use.call.positional if use.call else 0
        yield _said(
            use, path, "TFH105", f"{name} takes no {given} arguments by place in {release}{taken}", now.symbol.text
        )
    else:
        yield _said(use, path, "TFH106", f"{name} wants {fault.name} in {release}{taken}", now.symbol.text)


def _missing(question: Question, use: Use, path: Path) -> LintFinding:
    timeline, release = question.timeline, question.timeline.releases[question.target]
    name = use.names[0]
    places = [place for place in range(len(timeline.releases)) if any(timeline.at(each, place) for each in use.names)]
    if not places:
        return _unknown(question, use, path)
    if places[0] > question.target:
        return _said(use, path, "TFH102", f"{name} is there from {timeline.releases[places[0]]} on, not in {release}")
    last = timeline.releases[max(place for place in places if place < question.target)]
    message = f"{name} is gone in {release}; {last} is the last before it that has it"
    advice = _replacement_advice(question, name)
    measured = measured_replacement(name)
    if measured is None:
        return _said(use, path, "TFH101", message, advice)
    return _said(use, path, "TFH101", message, f"{advice}; {measured.message}".lstrip("; "), measured.page)


def _unknown(question: Question, use: Use, path: Path) -> LintFinding:
    """What no release has: it may lie in a module that is gone."""
    timeline, name = question.timeline, use.names[0]
    above = known_above(timeline, name)
    there = [place for place in range(len(timeline.releases)) if above == "tf" or timeline.at(above, place)]
    if question.target in there:
        beside = [each for each in timeline.names(f"{above}.") if each.count(".") == above.count(".") + 1]
        word = ".".join(name.split(".")[: above.count(".") + 2])
        first = timeline.releases[0]
        return _said(use, path, "TFH103", f"no release from {first} on has {word}", near(word, beside).lstrip("; "))
    release = timeline.releases[question.target]
    last = max((place for place in there if place < question.target), default=None)
    if last is None:
        return _said(use, path, "TFH102", f"{above} is there from {timeline.releases[there[0]]} on, not in {release}")
    return _said(
        use, path, "TFH101", f"{above} is gone in {release}, and {name} with it; {timeline.releases[last]} had it"
    )


def _silent(question: Question, use: Use, now: Fit, path: Path) -> Iterator[LintFinding]:
    if question.origin is None:
        return
    timeline, origin, target = question.timeline, question.origin, question.target
    then = fit(timeline, use, origin)
    if not then.holds or then.symbol is None or now.symbol is None:
        return
    old, new = timeline.releases[origin], timeline.releases[target]
    name = use.names[0]
    if name.startswith(_KERAS_SINCE_2) and not is_tf2(old) and is_tf2(new):
        message = f"{name} is Keras' in {new}, another one than in {old}"
        yield _said(use, path, "TFH204", message, f"tf.compat.v1.{name.removeprefix('tf.')} is that of {old}")
    elif use.call is not None and then.symbol.is_callable and now.symbol.is_callable:
        for place, before, after in moved_arguments(timeline, then.symbol, now.symbol, use.call):
            which = _SECOND[place] if place < len(_SECOND) else f"{place}th"
            message = f"the {which} argument of {name} is {before} in {old} and {after} in {new}"
            named = read_signature(now.symbol.text).parameter(before) is not None
            yield _said(use, path, "TFH201", message, f"name it: {before}=" if named else now.symbol.text)
        for parameter, before, after in changed_defaults(then.symbol, now.symbol, use.call):
            message = f"{name} has {parameter}={before} by default in {old} and {parameter}={after} in {new}"
            yield _said(use, path, "TFH202", message, f"{parameter}={before} is what {old} did")
    if use.call is not None:
        measured = measured_change(name, old, new, use.call)
        if measured is not None:
            code = "TFH304" if measured.by_value else "TFH203"
            yield _said(use, path, code, f"{name}: {measured.message}", measured.advice, measured.page)


def _deprecated(use: Use, now: Fit, path: Path) -> Iterator[LintFinding]:
    if now.symbol is None:
        return
    for line in now.symbol.deprecations.splitlines():
        what, _, advice = line.partition(": ")
        if what == "all":
            yield _said(use, path, "TFH301", f"{use.names[0]} is deprecated", advice)
        elif use.call is not None and not set(what.split(",")).isdisjoint(use.call.keywords):
            yield _said(use, path, "TFH302", f"{what} of {use.names[0]} is deprecated", advice)


def _replacement_advice(question: Question, name: str) -> str:
    found = replacement_of(question.timeline, name)
    if found is None:
        v1 = f"tf.compat.v1.{name.removeprefix('tf.')}"
        return v1 if question.timeline.at(v1, question.target) else ""
    there = found.name is not None and question.timeline.at(found.name, question.target) is not None
    parts = [f"{found.name}" if there else "", *(f"{old} is {new or 'gone'}" for old, new in found.arguments.items())]
    if not there and found.warning:
        parts.append(found.warning)
    return "; ".join(part for part in parts if part)


def _argument_advice(timeline: Timeline, name: str, argument: str, now: Fit) -> str:
    found = replacement_of(timeline, name)
    new = found.arguments.get(argument) if found else None
    if new is not None:
        return f"it is called {new}"
    return now.symbol.text if now.symbol else ""


def _releases(timeline: Timeline, places: list[int]) -> str:
    """In words, ``0.12 and 2.0 to 2.22``."""
    text = ranges([timeline.releases[place] for place in places], timeline.releases)
    return " and ".join(text.replace("-", " to ").rsplit(", ", 1))


def _said(use: Use, path: Path, code: str, message: str, advice: str = "", page: str = "") -> LintFinding:
    return LintFinding(path, use.line, use.column, code, message, advice, page)
