"""The lines of the right script at which the forward pass parts, and at which something is made of what is apart."""

from harness.diagnose.evidence.evidence import Evidence


def lines_apart(evidence: Evidence) -> frozenset[int]:
    """Give them; none where no stage was looked at op by op."""
    parting = evidence.parting
    first = parting.first_apart if parting is not None else None
    place = first.place.right if first is not None and first.place is not None else None
    if place is None or parting is None or parting.both is None:
        return frozenset()
    after = [each.line for each in parting.both[1].layers if place.call in each.inputs]
    return frozenset(line for line in (place.line, *after) if line is not None)
