"""What a survey comes to in a few lines, for who decides."""

from collections.abc import Iterator, Sequence

from harness.survey.answers import Kind
from harness.survey.standing import AS_IS, Standing
from harness.survey.summary import UNKNOWN, Counts, Fix, Summary
from harness.survey.table import cut_at, one_line

# Of many names so many are said; and so many lines say what one fix would help.
_NAMES = 5
_FIXES = 10
# What a draft says of a line may be a sentence.
_LONGEST = 80
_IN_WORDS = {
    "package": "a package",
    "data": "data",
    "file": "a file",
    "arguments": "arguments",
    "display": "a display",
    "input": "input",
}


def summary_text(summary: Summary) -> list[str]:
    """Give the summary as lines: what there is, where it stands, what is in the way, what one fix would help."""
    return [*head_lines(summary), *fixes_text(summary.fixes)]


def head_lines(summary: Summary) -> list[str]:
    """Give the summary without what one fix would help; what is a part of a line stands below it, two spaces in."""
    part = [f"this is part {summary.shard} of a survey of {_n(summary.whole, 'file')}"] if summary.shard else []
    before = "" if summary.ran else _before(summary)
    tail = [f"left to somebody: {_n(summary.left, 'place')} in all{before}"]
    told = [*part, *(_of_runs(summary) if summary.ran else _of_texts(summary)), *tail]
    return [one_line(line) for line in told]


def _before(summary: Summary) -> str:
    if summary.drafts:
        return ", as drafts leave them that nobody has run (--run does)"
    return ", before any draft (--run counts what drafts leave)"


def fixes_text(fixes: Sequence[Fix]) -> list[str]:
    """Give what one fix would help, at most ten lines, and how many are left out."""
    if not fixes:
        return []
    heads = [cut_at(one_line(f"{fix.kind} {fix.what}"), _LONGEST) for fix in fixes[:_FIXES]]
    lines = [f"  {head}: {fix_words(fix)}, {fix.layer}" for head, fix in zip(heads, fixes[:_FIXES], strict=True)]
    more = len(fixes) - len(lines)
    rest = [f"  and {more} more"] if more else []
    return ["what one fix would help:", *lines, *rest]


def fix_words(fix: Fix) -> str:
    """Give how many files it would help: ``the only obstacle of 5 files, one of several of 2 files``."""
    if not fix.beside:
        return f"the only obstacle of {_n(fix.alone, 'file')}"
    others = f"one of several of {_n(fix.beside, 'file')}"
    return f"the only obstacle of {_n(fix.alone, 'file')}, {others}" if fix.alone else others


def _of_texts(summary: Summary) -> Iterator[str]:
    yield from _inventory(summary)
    yield ", ".join(f"{release} has all that {count} of them use" for release, count in summary.has.items())
    if not summary.origin and summary.origins:
        yield f"own releases: {_listed(summary.origins)}"
    yield f"by the linter, at {summary.target}: {summary.errors} with errors, {summary.warnings} with warnings only"
    for to, (whole, marked) in summary.drafts.items():
        left = f", {_n(marked, 'other')} with marks" if marked else ""
        yield f"a draft to {to} leaves nothing of {_n(whole, 'file')} undone, as far as texts tell{left}"
    if summary.wanting:
        yield f"beside TensorFlow is needed: {'; '.join(_needed(summary))}"


def _of_runs(summary: Summary) -> Iterator[str]:
    yield from _inventory(summary)
    runnable = sum(count for kind, count in summary.kinds.items() if Kind(kind).runs)
    own = next(iter(summary.runs)) if len(summary.runs) == 1 else f"their own release ({_listed(summary.runs)})"
    standings = {Standing(name): count for name, count in summary.standings.items()}
    running = sum(summary.runs.values())
    notebooks = " and notebooks" if Kind.NOTEBOOK in summary.kinds else ""
    yield f"{running} of {runnable} scripts{notebooks} run" + (f" on {own}" if running else "")
    proved = standings.get(Standing.PROVED, 0) + standings.get(Standing.SAME, 0)
    ports = ", ".join(f"{count} {_port(to)}" for to, count in summary.proved.items())
    if proved:
        yield f"  {proved} with a proved port at {summary.target} ({ports})"
    for standing, words in _STANDING_WORDS.items():
        if count := standings.get(standing, 0):
            causes = summary.causes.get(standing, {})
            yield f"  {count} {words}" + (f": {_by_cause(causes)}" if causes else "")
    if needing := standings.get(Standing.NEEDS, 0):
        yield f"not run for want of something: {needing}, of these {'; '.join(_needed(summary))}"
    if known := standings.get(Standing.KNOWN, 0):
        left_out = f", of these {summary.skipped} left out by survey.toml" if summary.skipped else ""
        yield f"not run, or not ported: {known}{left_out}"
    if failing := standings.get(Standing.FAILS, 0):
        yield f"failed: {failing}, of these {_by_cause(summary.causes.get(Standing.FAILS, {}))}"


_STANDING_WORDS = {
    Standing.DIFFERS: "with a port that differs",
    Standing.STUCK: "without a port that runs",
    Standing.UNPROVED: "with a port that runs and is not proved",
    Standing.UNHELD: "without anything that could be held",
    Standing.UNSTEADY: "without the same numbers in a second run",
}


def _inventory(summary: Summary) -> Iterator[str]:
    other, unread = (summary.kinds.get(kind, 0) for kind in (Kind.OTHER, Kind.UNREAD))
    using = summary.files - other - unread
    kinds = [
        _n(summary.kinds[kind], kind) for kind in (Kind.SCRIPT, Kind.NOTEBOOK, Kind.MODULE) if kind in summary.kinds
    ]
    yield (
        f"{using} of {_n(summary.files, 'file')} {'uses' if using == 1 else 'use'} TensorFlow"
        + (f": {', '.join(kinds)}" if kinds else "")
        + (f"; {unread} cannot be read" if unread else "")
    )


def _needed(summary: Summary) -> Iterator[str]:
    for kind, count in summary.wanting.items():
        names = summary.needs.get(kind, {})
        yield f"{_IN_WORDS.get(kind, kind)} by {count}" + (f" ({_listed(names)})" if any(names) else "")


def _listed(counts: Counts) -> str:
    named = [f"{name} {count}" for name, count in counts.items() if name]
    more = len(named) - _NAMES
    return ", ".join([*named[:_NAMES], *([f"{more} others"] if more > 0 else [])])


def _by_cause(causes: Counts) -> str:
    return ", ".join(f"{count} {'with' if cause == UNKNOWN else 'by'} {cause}" for cause, count in causes.items())


def _port(to: str) -> str:
    return "as they stand" if to == AS_IS else to


def _n(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
