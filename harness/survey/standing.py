"""Where a file stands, in one word, and how much of it is left to somebody: read off its answers, never stored."""

import enum
import re

from harness.sides.proof.words import NEITHER_STEP, NO_STEP, SPREAD, UNHELD
from harness.survey.answers import Answers, Compared, Kind, Known, Need, Ported, Wanting
from harness.survey.ask import Ask
from harness.symbols.naming import is_tf2
from harness.words.distributions import distribution_of
from harness.words.verdict import Verdict

AS_IS = "as-is"
# The words of ports that are none: of a file that is there, and a draft of one that does not run itself.
ALREADY = "it is for the target already"
NOT_RUN = "not run, for the file itself does not run"
BY_TEXT = "drafted by its text alone, and not run"
_MISSING = re.compile(r"No module named '?(\w+)")
_FAILED = re.compile(
    r"does not run on TensorFlow [^:]*: (?:[^\s:]+:\d+: |cell \d+, line \d+: )?(?P<error>.*)", re.DOTALL
)


class Standing(enum.StrEnum):
    """Where a file stands on its way to the target, the worst last. ``known`` is one that nobody has run."""

    NOTHING = "nothing to do"
    THERE = "at the target already"
    SAME = "runs as it stands, proved"
    PROVED = "port proved"
    KNOWN = "not run"
    UNHELD = "runs, nothing to hold"
    UNPROVED = "port runs, not proved"
    UNSTEADY = "does not repeat itself"
    DIFFERS = "port differs"
    STUCK = "port does not run"
    NEEDS = "needs something"
    FAILS = "does not run"
    UNREAD = "cannot be read"


def ways_of(known: Known, ask: Ask) -> tuple[str, ...]:
    """Give what a file may be at the target: as it stands, and, of TensorFlow 1 in TensorFlow 2, the drafts that are
    asked for."""
    drafts = ask.ways if not is_tf2(known.origin) and is_tf2(ask.target) else ()
    return (AS_IS, *drafts)


def standing_of(answers: Answers) -> Standing:
    """Give where a file stands. How far one ULP moves a file that does not repeat itself is not known, so what rests on
    that proves nothing of it."""
    known = answers.known
    if answers.trouble or known.kind is Kind.UNREAD:
        return Standing.UNREAD if known.kind is Kind.UNREAD else Standing.FAILS
    if known.kind in (Kind.OTHER, Kind.MODULE):
        return Standing.NOTHING
    if not answers.ran:
        return Standing.KNOWN
    if not answers.ran[0].is_well:
        return Standing.NEEDS if answers.ran[0].cause.startswith("needs-") else Standing.FAILS
    unsteady = answers.repeated is not None and not answers.repeated.repeats
    if any(port.words == ALREADY for port in answers.ported):
        return Standing.UNSTEADY if unsteady else Standing.THERE
    proved = [port for port in answers.ported if port.proved and not (unsteady and SPREAD in port.words)]
    if proved:
        return Standing.SAME if proved[0].to == AS_IS else Standing.PROVED
    if unsteady:
        return Standing.UNSTEADY
    return _unproved(answers)


def _unproved(answers: Answers) -> Standing:
    if not answers.ported:
        return Standing.KNOWN
    if not any(port.runs for port in answers.ported):
        return Standing.STUCK
    compared, best = answers.compared, best_port(answers)
    if compared is None or best is None:
        return Standing.UNPROVED
    if any(each in best.words for each in (NO_STEP, NEITHER_STEP)) and not compared.stage:
        return Standing.UNPROVED
    # Of the file itself a draft says that; one that prints as it stands what another draft does not says no more.
    unheld = [port.to for port in answers.ported if port.runs and UNHELD in port.words]
    if _held_nothing(compared) or any(to != compared.subject for to in unheld):
        return Standing.UNHELD
    if not (compared.verdict.passes and not compared.stage):
        return Standing.DIFFERS
    return Standing.UNPROVED if compared.expected and not unheld else Standing.UNHELD


def _held_nothing(compared: Compared) -> bool:
    """Whether neither side printed a line, which fails for want of a number, and no stage of either was seen."""
    return compared.verdict is Verdict.FAILED and not (compared.expected or compared.first or compared.stage)


def best_port(answers: Answers) -> Ported | None:
    """Give the port that is furthest: a proved one, else one that runs, else one that is drafted."""
    ranked = sorted(answers.ported, key=lambda port: (not port.proved, not port.runs, not port.drafted))
    return ranked[0] if ranked and ranked[0].drafted else None


def is_unproved_draft(answers: Answers) -> bool:
    """Whether a file has a draft that nobody has run: nothing may be left undone in it, and nothing is shown."""
    return any(port.words == BY_TEXT for port in answers.ported)


def error_of(port: Ported) -> str:
    """Give the error by which a port does not run, without its place; empty where it runs, or nothing says why."""
    found = None if port.runs else _FAILED.search(port.words)
    return found["error"].strip() if found is not None else ""


def needs_not_met(answers: Answers) -> tuple[Need, ...]:
    """Give what a file needs and is not given; a package that was to be given is not, where the run misses it: no index
    has it, or none of that day."""
    is_package = bool(answers.ran) and answers.ran[0].cause == "needs-package"
    match = _MISSING.search(answers.ran[0].reason) if is_package else None
    missing = distribution_of(match[1]) if match is not None else ""
    return tuple(
        need
        for need in answers.known.needs
        if not need.given or (need.kind is Wanting.PACKAGE and need.what == missing)
    )


def left_to_do(answers: Answers) -> int:
    """Count the places that somebody has to look at before the file is at the target: what it needs and is not given;
    what its best port leaves marked, or what the linter says is wrong there where there is no port; and what its last
    run or comparison ended in. 0 for a file of which a port is proved, and for one that is left out."""
    standing = standing_of(answers)
    if standing in (Standing.NOTHING, Standing.THERE, Standing.SAME, Standing.PROVED) or answers.skipped:
        return 0
    needs = len(needs_not_met(answers))
    port = best_port(answers)
    places = len(port.marks) if port is not None else sum(each.severity == "error" for each in answers.known.remarks)
    ended = standing not in (Standing.KNOWN, Standing.NEEDS, Standing.UNREAD)
    return needs + places + ended + (standing is Standing.NEEDS and not needs)
