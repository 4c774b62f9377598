"""The numbers that a survey comes to; each can be counted again in the table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from harness.survey.answers import Answers, Kind, Survey
from harness.survey.obstacles import Layer, cause_of, needs_in_the_way, obstacles, wanting_of
from harness.survey.standing import BY_TEXT, Standing, left_to_do, standing_of

# What files without a known cause are counted under.
UNKNOWN = "no known cause"

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
    its first cause; ``skipped`` are those that nobody wants run. ``wanting`` is by what is needed, ``needs`` by that
    and by name, a file counted with each. ``drafts`` are those that no one ran, by what they are to: how many leave
    nothing undone, and how many have marks. ``left`` is all that is left to do, ``fixes`` what one fix would help, the
    most first. Where it is of a part, ``shard``, the whole survey has ``whole`` files."""

    origin: str
    target: str
    ran: bool
    shard: str
    whole: int
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
    skipped: int
    wanting: Counts
    needs: Mapping[str, Counts]
    drafts: Mapping[str, tuple[int, int]]
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
        survey.shard,
        survey.files,
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
        sum(bool(each.skipped) for each in survey.answers),
        _counts(kind for each in wanted for kind in _kinds_wanted(each)),
        _needs(wanted),
        _drafts(survey.answers),
        sum(map(left_to_do, survey.answers)),
        tuple(_fixes(survey.answers)),
    )


def _causes(answers: Iterable[Answers]) -> dict[str, Counts]:
    found: dict[str, list[str]] = {}
    for each in answers:
        standing = standing_of(each)
        if standing in (Standing.DIFFERS, Standing.FAILS, Standing.UNSTEADY):
            found.setdefault(standing, []).append(cause_of(each) or UNKNOWN)
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


def _drafts(answers: Iterable[Answers]) -> dict[str, tuple[int, int]]:
    found: dict[str, list[bool]] = {}
    for each in answers:
        for port in each.ported:
            if port.words == BY_TEXT:
                found.setdefault(port.to, []).append(bool(port.marks))
    return {to: (marked.count(False), marked.count(True)) for to, marked in found.items()}


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
