"""What preludes saw a script do, as detectors ask for it."""

from collections.abc import Mapping
from typing import Any

from harness.diagnose.evidence.evidence import Side

KIND = "behaviour"


def behaviours(side: Side, what: str) -> tuple[Mapping[str, Any], ...]:
    """Give what was seen of one kind of behaviour, in order; empty where nobody watched, or nothing was seen."""
    return tuple(
        seen.what
        for seen in side.seen
        if seen.kind == KIND and isinstance(seen.what, dict) and seen.what.get("what") == what
    )
