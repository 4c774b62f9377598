"""Matching two logs: which row of one is which row of the other, and which number in it, in one order for both."""

import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from harness.logs.align import RowAlignment, align_rows, is_elision
from harness.logs.interleave import interleaved
from harness.logs.pair import Alone, FieldPair, Renumbered, pair_rows, renumbered
from harness.logs.percent import without_percent
from harness.logs.rows import Row, rows_of_both
from harness.logs.split import split_rows
from harness.words.finding import Place


class Standing(enum.StrEnum):
    """How a row stands to the other log: it has a partner there, should have one, need not, or is one of those that the
    other log leaves out, or did not come to."""

    PAIRED = "paired"
    MISSING = "missing"
    LEFT_OVER = "left over"
    EXTRA = "extra"
    NOT_SHOWN = "not shown"


@dataclass(frozen=True)
class RowMatch:
    """A row of the left log with that of the right log which belongs to it; one of them None where there is none.
    ``fields`` are the numbers of both that are judged, paired."""

    standing: Standing
    left: Row | None
    right: Row | None
    fields: tuple[FieldPair, ...] = ()


@dataclass(frozen=True)
class Matching:
    """All rows of two logs in one order, that of the left log; a row that only the right one has stands behind the
    partner of the row before it. ``alone`` and ``renumbered`` are numbers that are not judged, and steps that the two
    count from different numbers."""

    rows: tuple[RowMatch, ...]
    alone: tuple[Alone, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()

    def of(self, standing: Standing) -> tuple[RowMatch, ...]:
        """Give the rows that stand so."""
        return tuple(match for match in self.rows if match.standing is standing)


def match_lines(left: Sequence[str], right: Sequence[str], stopped: Collection[Place] = ()) -> Matching:
    """Match the lines of two logs.

    Rows are paired as ``align_rows`` says, their numbers as ``pair_rows``. What the other side has behind the last row
    of a side that was ``stopped``, at a limit, has no partner and should have none.
    """
    rows_left, rows_right = rows_of_both(left, right)
    rows_left, rows_right = split_rows(rows_left, rows_right), split_rows(rows_right, rows_left)
    rows_left, rows_right = without_percent(rows_left, rows_right), without_percent(rows_right, rows_left)
    aligned = align_rows(rows_left, rows_right, stopped)
    rows = [(rows_left[i], rows_right[j]) for i, j in aligned.pairs]
    numbers, alone = pair_rows(rows)
    fields = {pair: tuple(paired) for pair, paired in zip(aligned.pairs, numbers, strict=True)}
    return Matching(tuple(_in_order(rows_left, rows_right, aligned, fields)), alone, renumbered(rows))


def _in_order(
    left: Sequence[Row],
    right: Sequence[Row],
    aligned: RowAlignment,
    fields: dict[tuple[int, int], tuple[FieldPair, ...]],
) -> list[RowMatch]:
    missing, extra_left = set(aligned.missing), set(aligned.extra_left)
    left_over, extra_right = set(aligned.left_over), set(aligned.extra_right)
    found = []
    for i, j in interleaved(aligned.pairs, len(left), len(right)):
        row_left, row_right = None if i is None else left[i], None if j is None else right[j]
        if i is not None and j is not None:
            found.append(RowMatch(Standing.PAIRED, row_left, row_right, fields[i, j]))
        elif i is not None and not is_elision(left[i]):
            found.append(RowMatch(_standing(i, missing, Standing.MISSING, extra_left), row_left, None))
        elif j is not None and not is_elision(right[j]):
            found.append(RowMatch(_standing(j, left_over, Standing.LEFT_OVER, extra_right), None, row_right))
    return found


def _standing(place: int, wanted: Collection[int], called: Standing, extra: Collection[int]) -> Standing:
    return called if place in wanted else Standing.EXTRA if place in extra else Standing.NOT_SHOWN
