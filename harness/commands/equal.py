"""``harness equal SYMBOL``: what is used in its place, where both compute the same, and what makes them equal."""

import argparse
from collections.abc import Iterator, Sequence

from harness.atlas.summary import RangeSaid, RowSummary, read_summary, rows_about
from harness.commands.saying import say
from harness.symbols.replacements import replacement_of
from harness.symbols.timeline import read_timeline
from harness.words.errors import UsageError, near


def execute(options: argparse.Namespace) -> int:
    """Print the rows of the atlas about a symbol. Raises UsageError for one that it does not have."""
    rows = _rows(options.symbol)
    for number, row in enumerate(rows):
        say("\n" * bool(number) + "\n".join(_lines(row)))
    return 0


def _rows(symbol: str) -> tuple[RowSummary, ...]:
    name = symbol if symbol.startswith("tf.") else f"tf.{symbol.removeprefix('tensorflow.')}"
    rows = rows_about(name)
    if rows:
        return rows
    known = [each for row in read_summary() for each in row.names]
    ends = [each for each in dict.fromkeys(known) if each.rpartition(".")[2] == name.rpartition(".")[2]]
    if len(ends) == 1:
        return rows_about(ends[0])
    found = replacement_of(read_timeline(), name)
    advice = f"; TensorFlow's own tables put {found.name} in its place" if found and found.name else ""
    raise UsageError(f"the atlas has no row on {name!r}{advice or near(name, known)}; `harness atlas` lists all")


def _lines(row: RowSummary) -> Iterator[str]:
    yield f"{row.v1} -> {row.v2}   ({row.name}, stage {row.stage})" if row.v1 != row.v2 else f"{row.v1}   ({row.name})"
    if row.differs:
        yield f"    {row.differs}"
    if row.equal:
        yield f"    equal with: {row.equal}"
    if row.shows:
        yield f"    probe: {row.shows}"
    if row.note:
        yield f"    not probed: {row.note}"
    if row.migration:
        yield f"    TF1 style in {row.origin} against TF2 style in"
        yield from _spans(row.migration)
    if row.equalised:
        yield "    with the equalising argument, in"
        yield from _spans(row.equalised)
    for border in row.borders:
        style = "TF1" if border.probe == "graph" else "TF2"
        yield f"    {border.release}: {style} style changes, against {border.before} {border.text}"


def _spans(spans: Sequence[RangeSaid]) -> Iterator[str]:
    for each in spans:
        first, last = each.releases[0], each.releases[-1]
        where = first if first == last else f"{first}-{last}"
        yield f"      {where:<10} {each.text}" + (f" ({each.why_not})" if each.why_not else "")
