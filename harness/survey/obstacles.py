"""What stands in the way of a file, layer by layer, by names that files have in common."""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from harness.survey.answers import Answers, Cause, Need, Remark, Wanting
from harness.survey.standing import Standing, best_port, error_of, needs_not_met, standing_of
from harness.words.finding import Confidence

NEEDS = "needs-"
# The page of all messages: the message itself says more.
BY_MESSAGE = "errors"
# What a draft says of a line that it leaves to somebody.
MARK = "TFH405"
_SYMBOL = re.compile(r"\b(?:tf|tensorflow)(?:\.\w+)+")
_CLAUSE = re.compile(r"[:;]\s")
# Which file a run has not found.
_MISSING = re.compile(
    r"No such file or directory: '(?P<one>[^']+)'|(?:^|: )(?P<other>[^\s:]+); No such file or directory"
    r"|unable to open file: name = '(?P<hdf5>[^']+)', errno = 2\b"
)
_PLACE = re.compile(r"^[^\s:]+:\d+: |^cell \d+, line \d+: ")
_ERROR = "error"
# How the pages on needs call them, where it is another word.
_PAGES = {"module": Wanting.PACKAGE}


class Layer(enum.StrEnum):
    """What an obstacle keeps a file from."""

    RUN = "to run"
    REPEAT = "to repeat itself"
    TARGET = "at the target"


@dataclass(frozen=True)
class Obstacle:
    """One thing in the way of a file: ``kind`` is what it needs (package, data, ...), ``cause`` for one that the
    diagnosis names, ``symbol`` for one that the linter or a draft names, ``error`` for what a port ends in; ``what`` is
    its name, empty for one that nobody knows a name for, which no fix of another thing takes away."""

    layer: Layer
    kind: str
    what: str


def obstacles(answers: Answers) -> tuple[Obstacle, ...]:
    """Give what stands in the way of a file, each once, in the layer that it has come to; of one that was not run, what
    it needs to run, and what a draft by its text leaves, without one what the linter calls an error at the target."""
    return tuple(dict.fromkeys(_obstacles(answers)))


def needs_in_the_way(answers: Answers) -> tuple[Need, ...]:
    """Give what a file needs and is not given, where that may keep it from running; not of one that runs without it, or
    that nobody wants run, nor files and data of one that ended in something else than the want of them."""
    standing = standing_of(answers)
    if answers.skipped or standing not in (Standing.KNOWN, Standing.NEEDS, Standing.FAILS) or _runs(answers):
        return ()
    needs = needs_not_met(answers)
    if standing is Standing.FAILS and answers.ran:
        return tuple(need for need in needs if need.kind not in (Wanting.FILE, Wanting.DATA))
    return needs


def cause_of(answers: Answers) -> str:
    """Give the first cause that is known for where a file stands; empty where none is, or is possible at most, or where
    none is looked for."""
    standing = standing_of(answers)
    if standing in (Standing.NEEDS, Standing.FAILS):
        return answers.ran[0].cause if answers.ran and not answers.trouble else ""
    if standing is Standing.UNSTEADY and answers.repeated is not None and answers.repeated.cause:
        return answers.repeated.cause
    if answers.compared is not None and standing in (Standing.DIFFERS, Standing.UNPROVED, Standing.UNSTEADY):
        return next((cause.name for cause in _known_causes(answers)), "")
    return ""


def _known_causes(answers: Answers) -> list[Cause]:
    """The causes that a comparison names, but for those that are possible and no more."""
    causes = answers.compared.causes if answers.compared is not None else ()
    return [cause for cause in causes if cause.confidence != Confidence.POSSIBLE]


def wanting_of(cause: str) -> str:
    """Give what a cause says that is needed: ``data`` of ``needs-data``; empty for any other cause."""
    word = cause.removeprefix(NEEDS) if cause.startswith(NEEDS) else ""
    return _PAGES.get(word, word)


def symbol_of(remark: Remark) -> str:
    """Give the symbol that a remark speaks of; else the code of the linter's, or what a draft says of its line."""
    found = _SYMBOL.search(remark.message)
    if found is None and remark.code == MARK:
        return _CLAUSE.split(remark.message, maxsplit=1)[0]
    return found[0] if found else remark.code or remark.message


def missing_of(answers: Answers) -> str:
    """Give the file that the first run has not found, as its error says; empty where that says none."""
    found = _MISSING.search(answers.ran[0].reason) if answers.ran else None
    return next(filter(None, found.groups()), "") if found is not None else ""


def _runs(answers: Answers) -> bool:
    return bool(answers.ran) and answers.ran[0].is_well


def _obstacles(answers: Answers) -> Iterator[Obstacle]:
    standing = standing_of(answers)
    if standing is Standing.UNREAD or answers.trouble:
        yield Obstacle(Layer.RUN, "", "")
    elif standing in (Standing.NEEDS, Standing.FAILS):
        yield from _to_run(answers)
    elif standing is Standing.UNSTEADY:
        cause = cause_of(answers)
        yield Obstacle(Layer.REPEAT, "cause" if cause else "", cause)
    elif standing is Standing.KNOWN and not answers.ran and not answers.skipped:
        yield from (Obstacle(Layer.RUN, need.kind, need.what) for need in needs_in_the_way(answers))
        port = best_port(answers)
        errors = (remark for remark in answers.known.remarks if remark.severity == _ERROR)
        yield from _symbols(port.marks if port is not None else errors)
    elif standing in (Standing.DIFFERS, Standing.STUCK, Standing.UNPROVED, Standing.UNHELD):
        yield from _at_target(answers)


def _to_run(answers: Answers) -> Iterator[Obstacle]:
    """What is needed, and the cause by which the run failed, where that is no need that is named already."""
    needs = needs_in_the_way(answers)
    yield from (Obstacle(Layer.RUN, need.kind, need.what) for need in needs)
    cause = cause_of(answers)
    if cause == BY_MESSAGE:
        yield Obstacle(Layer.RUN, "error", _PLACE.sub("", answers.ran[0].reason))
    elif not cause:
        yield Obstacle(Layer.RUN, "", "")
    elif not any(need.kind == wanting_of(cause) for need in needs):
        missing = missing_of(answers) if cause == f"{NEEDS}{Wanting.FILE}" else ""
        yield Obstacle(Layer.RUN, Wanting.FILE, missing) if missing else Obstacle(Layer.RUN, "cause", cause)


def _at_target(answers: Answers) -> Iterator[Obstacle]:
    port = best_port(answers)
    marks = port.marks if port is not None else ()
    causes = _known_causes(answers)
    yield from _symbols(marks)
    yield from (Obstacle(Layer.TARGET, "cause", cause.name) for cause in causes)
    if not marks and not causes:
        error = error_of(port) if port is not None else ""
        yield Obstacle(Layer.TARGET, "error" if error else "", error)


def _symbols(remarks: Iterator[Remark] | tuple[Remark, ...]) -> Iterator[Obstacle]:
    for remark in remarks:
        kind = "symbol" if remark.code != MARK or _SYMBOL.search(remark.message) else "mark"
        yield Obstacle(Layer.TARGET, kind, symbol_of(remark))
