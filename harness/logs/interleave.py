"""One order for two sequences of which some members belong together."""

from collections.abc import Iterable


def interleaved(pairs: Iterable[tuple[int, int]], left: int, right: int) -> list[tuple[int | None, int | None]]:
    """Give all places of a sequence of ``left`` members and one of ``right``, each with its partner in ``pairs``, None
    for one without, in the order of the left one; what only the right one has stands behind the partner of the
    member before it."""
    pairs = list(pairs)
    partner_of, behind = dict(pairs), {j: i for i, j in pairs}
    placed: list[tuple[tuple[int, bool, int], tuple[int | None, int | None]]] = [
        ((i, False, 0), (i, partner_of.get(i))) for i in range(left)
    ]
    last = -1
    for j in range(right):
        last = behind.get(j, last)
        if j not in behind:
            placed.append(((last, True, j), (None, j)))
    return [members for _, members in sorted(placed, key=lambda each: each[0])]
