"""The watcher, as a run is given it."""

from collections.abc import Sequence

from harness.targets.scene import Prelude


def watcher(apart: Sequence[int] = (), *, passes: bool = False) -> Prelude:
    """Give the prelude that watches a run, and takes the steps of these numbers apart. With ``passes`` what trains
    nothing is told of, too: all that it computes is one step."""
    return Prelude("watch", {"apart": list(apart), "passes": passes})
