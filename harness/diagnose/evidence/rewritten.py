"""Sides that print otherwise: what a port that was written anew prints is of another kind, and shows nothing of it."""

from harness.diagnose.evidence.evidence import Evidence, Pairing

_SHARE = 3
# One step may agree by what was not seen of it.
_FEWEST = 2


def prints_otherwise(evidence: Evidence) -> bool:
    """Whether a third of what the left side prints, or more, has no partner, of two sides that train, were watched and
    part. Their steps tell more than their numbers then."""
    seen, held = evidence.watched, evidence.comparison
    if evidence.pairing is not Pairing.LINES or seen is None or seen.parting is None or seen.held < _FEWEST:
        return False
    return seen.parting.trains and held.missing * _SHARE >= held.expected > 0
