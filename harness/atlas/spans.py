"""Spans of releases over which a row's answer is the same: between the two styles, and of one style to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.atlas.measured import Answer, Answers
from harness.atlas.relation import Relation, relate
from harness.atlas.row import EAGER, GRAPH
from harness.symbols.naming import release_number

# What there is where one of the two styles has no numbers, or neither.
MISSING = {(True, False): "TF1 style alone", (False, True): "TF2 style alone", (False, False): "neither style runs"}


@dataclass(frozen=True)
class RelationSpan:
    """Releases, oldest first, over which two probes relate in one way; where one gave no numbers, why not."""

    releases: tuple[str, ...]
    relation: Relation
    why_not: str = ""


@dataclass(frozen=True)
class BorderOf:
    """A release in which a probe prints something else than in the release ``before`` it that ran."""

    probe: str
    before: str
    release: str
    relation: Relation


def relations(answers: Answers, left: str = GRAPH, right: str = EAGER) -> tuple[RelationSpan, ...]:
    """Give how two probes relate, release by release; neighbours that say the same are joined."""
    spans: list[RelationSpan] = []
    ours, theirs = answers.get(left, {}), answers.get(right, {})
    for release in dict.fromkeys([*ours, *theirs]):
        one, other = ours.get(release), theirs.get(release)
        relation, why_not = _between(one, other)
        if spans and (spans[-1].relation, spans[-1].why_not) == (relation, why_not):
            spans[-1] = RelationSpan((*spans[-1].releases, release), relation, why_not)
        else:
            spans.append(RelationSpan((release,), relation, why_not))
    return tuple(spans)


def borders(answers: Answers, probes: Sequence[str] = (GRAPH, EAGER)) -> tuple[BorderOf, ...]:
    """Give the releases in which a probe's own bits change, with what they were before."""
    found = []
    for probe in probes:
        before: tuple[str, Answer] | None = None
        for release, answer in answers.get(probe, {}).items():
            if answer.trace is None:
                continue
            if before is not None and before[1].trace is not None and not before[1].same_bits(answer):
                found.append(BorderOf(probe, before[0], release, relate(before[1].trace, answer.trace)))
            before = (release, answer)
    return tuple(found)


def at_border(answers: Answers, probes: Sequence[str], release: str) -> bool:
    """Whether a release lies between two neighbours among the measured ones in which a probe printed other bits, or of
    which it ran in one alone: there the border is not known yet."""
    for probe in probes:
        known = answers.get(probe, {})
        before = [each for each in known if release_number(each) < release_number(release)]
        after = [each for each in known if release_number(each) > release_number(release)]
        if not (before and after):
            continue
        one, other = known[before[-1]], known[after[0]]
        if (one.trace or other.trace) is not None and not one.same_bits(other):
            return True
    return False


def all_releases(answers: Answers) -> tuple[str, ...]:
    """Give every release that any probe was asked of, oldest first."""
    return tuple(dict.fromkeys(release for by_release in answers.values() for release in by_release))


def _between(one: Answer | None, other: Answer | None) -> tuple[Relation, str]:
    if one is not None and other is not None and one.trace is not None and other.trace is not None:
        return relate(one.trace, other.trace), ""
    had = (one is not None and one.trace is not None, other is not None and other.trace is not None)
    reasons = [each.why_not for each in (one, other) if each is not None and each.trace is None]
    return Relation(MISSING[had]), reasons[0] if had != (False, False) and reasons else ""
