"""Ranking: which of the findings that are left are told, and in which order."""

from collections.abc import Sequence

from harness.diagnose.detectors import ALL
from harness.diagnose.detectors.printed import fetch_race
from harness.words.finding import Confidence, Finding


def explains(finding: Finding) -> bool:
    """Whether a finding is confirmed and says more than where the other one ran."""
    return finding.confidence is Confidence.CONFIRMED and finding.cause not in _general()


def ranked(kept: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, the surest first; where some are confirmed only these. But one that explains all by where it ran is
    not told where another is confirmed, and stands behind what was seen to happen; nor is one that restates numbers."""
    found = sorted(kept, key=lambda finding: (finding.confidence.rank, finding.cause in _general()))
    confirmed = tuple(finding for finding in found if finding.confidence is Confidence.CONFIRMED)
    explaining = tuple(filter(explains, confirmed))
    explaining = tuple(each for each in explaining if each.cause not in _restating()) or explaining
    raced = tuple(finding for finding in explaining if finding.cause in fetch_race.CAUSE.names)
    if raced:
        return raced
    if explaining or not confirmed:
        return explaining or tuple(found)
    seen = {name for cause in ALL if cause.witnesses for name in cause.names}
    likely = [each for each in found if each.confidence is Confidence.LIKELY and each.cause in seen]
    return (*likely, *confirmed)


def _restating() -> set[str]:
    return {name for cause in ALL if cause.restates for name in cause.names}


def _general() -> set[str]:
    return {name for cause in ALL if cause.general for name in cause.names}
