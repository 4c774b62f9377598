"""The watcher, as a run is given it."""

from collections.abc import Sequence

from harness.targets.scene import Prelude


def watcher(apart: Sequence[int] = (), *, passes: bool = False, whole: bool = True) -> Prelude:
    """Give the prelude that watches a run, and takes the steps of these numbers apart. With ``passes`` what trains
    nothing is told of, too: all that it computes is one step. Without ``whole`` arrays of these steps are told by a
    sample, as those of all others are."""
    return Prelude("watch", {"apart": list(apart), "passes": passes, **({} if whole else {"whole": False})})
