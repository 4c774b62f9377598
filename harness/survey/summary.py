"""What a survey comes to in a few lines, for who decides; every number of it can be counted again in the table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from harness.survey.answers import Answers, Kind, Survey
from harness.survey.obstacles import Layer, cause_of, needs_in_the_way, obstacles, wanting_of
from harness.survey.standing import AS_IS, Standing, left_to_do, standing_of

# Of many names so many are said; and so many lines say what one fix would help.
_NAMES = 5
_FIXES = 10
_UNKNOWN = "no known cause"
_IN_WORDS = {
    "package": "a package",
    "data": "data",
    "file": "a file",
    "arguments": "arguments",
    "display": "a display",
    "input": "input",
}

Counts = Mapping[str, int]


@dataclass(frozen=True)
class Fix:
    """One thing that stands in the way of files: of ``alone`` of them nothing else does in that layer, of ``beside``
    others do as well."""

    layer: Layer
    kind: str
    what: str
    alone: int
    beside: int


@dataclass(frozen=True)
class Summary:
    """The numbers. ``kinds`` counts all files by what they are, ``standings`` by where they stand. Of those that use
    TensorFlow ``origins`` counts own releases, ``has`` how many have all that they use in a release, ``errors`` and
    ``warnings`` those with remarks at the target (in the latter no error). ``runs`` are those that run, by their own
    release, ``proved`` proved ports, by what they are ported to. ``causes`` are by standing, a file counted once, by
    its first cause; ``wanting`` is by what is needed, ``needs`` by that and by name, a file counted with each. ``left``
    is all that is left to do, ``fixes`` what one fix would help, the most first."""

    origin: str
    target: str
    ran: bool
    files: int
    kinds: Counts
    standings: Counts
    origins: Counts
    has: Counts
    errors: int
    warnings: int
    runs: Counts
    proved: Counts
    causes: Mapping[str, Counts]
    wanting: Counts
    needs: Mapping[str, Counts]
    left: int
    fixes: tuple[Fix, ...]


def summarise(survey: Survey) -> Summary:
    """Count what a survey found."""
    using = [each for each in survey.answers if each.known.kind not in (Kind.OTHER, Kind.UNREAD)]
    wanted = [each for each in survey.answers if needs_in_the_way(each) or standing_of(each) is Standing.NEEDS]
    severities = [{remark.severity for remark in each.known.remarks} for each in using]
    has = [release for release in dict.fromkeys((survey.origin, survey.target)) if release]
    return Summary(
        survey.origin,
        survey.target,
        survey.ran,
        len(survey.answers),
        _counts((each.known.kind for each in survey.answers), order=list(Kind)),
        _counts((standing_of(each) for each in survey.answers), order=list(Standing)),
        _counts(each.known.origin for each in using if each.known.origin),
        {release: sum(release in each.known.releases for each in using) for release in has},
        sum("error" in each for each in severities),
        sum("warning" in each and "error" not in each for each in severities),
        _counts(each.ran[0].release for each in survey.answers if each.ran and each.ran[0].is_well),
        _counts(port for each in survey.answers for port in {port.to for port in each.ported if port.proved}),
        _causes(survey.answers),
        _counts(kind for each in wanted for kind in _kinds_wanted(each)),
        _needs(wanted),
        sum(map(left_to_do, survey.answers)),
        tuple(_fixes(survey.answers)),
    )


def summary_text(summary: Summary) -> list[str]:
    """Give the summary as lines: what there is, where it stands, what is in the way, what one fix would help."""
    return [*head_lines(summary), *fixes_text(summary.fixes)]


def head_lines(summary: Summary) -> list[str]:
    """Give the summary without what one fix would help; what is a part of a line stands below it, two spaces in."""
    tail = [f"left to somebody: {_n(summary.left, 'place')} in all"]
    return [*(_of_runs(summary) if summary.ran else _of_texts(summary)), *tail]


def fixes_text(fixes: Sequence[Fix]) -> list[str]:
    """Give what one fix would help, at most ten lines, and how many are left out."""
    if not fixes:
        return []
    heads = [f"{fix.kind} {fix.what}" for fix in fixes[:_FIXES]]
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
        yield f"not run, or not ported: {known}"
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
    return ", ".join(f"{count} {cause}" for cause, count in causes.items())


def _port(to: str) -> str:
    return "as they stand" if to == AS_IS else to


def _causes(answers: Iterable[Answers]) -> dict[str, Counts]:
    found: dict[str, list[str]] = {}
    for each in answers:
        standing = standing_of(each)
        if standing in (Standing.DIFFERS, Standing.FAILS, Standing.UNSTEADY):
            found.setdefault(standing, []).append(cause_of(each) or _UNKNOWN)
    return {standing: _counts(found[standing]) for standing in Standing if standing in found}


def _kinds_wanted(answers: Answers) -> set[str]:
    """The kinds of what a file needs; what its run failed of counts also where nothing in its text said so."""
    wanted = {str(need.kind) for need in needs_in_the_way(answers)}
    return wanted | {word for word in [wanting_of(cause_of(answers))] if word}


def _needs(answers: Iterable[Answers]) -> dict[str, Counts]:
    found: dict[str, list[str]] = {}
    for each in answers:
        for kind, what in {(need.kind, need.what) for need in needs_in_the_way(each)}:
            found.setdefault(kind, []).append(what)
    return {kind: _counts(found[kind]) for kind in sorted(found)}


def _fixes(answers: Iterable[Answers]) -> list[Fix]:
    alone: Counter[tuple[Layer, str, str]] = Counter()
    beside: Counter[tuple[Layer, str, str]] = Counter()
    for each in answers:
        found = obstacles(each)
        for layer in Layer:
            inside = [obstacle for obstacle in found if obstacle.layer is layer]
            counter = alone if len(inside) == 1 else beside
            counter.update((layer, obstacle.kind, obstacle.what) for obstacle in inside if obstacle.what)
    fixes = [Fix(*key, alone[key], beside[key]) for key in alone.keys() | beside.keys()]
    order = list(Layer)
    return sorted(fixes, key=lambda fix: (-fix.alone, -fix.beside, order.index(fix.layer), fix.kind, fix.what))


def _counts(names: Iterable[str], order: Sequence[str] = ()) -> dict[str, int]:
    """How often each is there: in an order that is given, else the most first."""
    found = Counter(map(str, names))
    if order:
        return {str(name): found[name] for name in order if found[name]}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _n(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
