"""The migration table: each symbol of TensorFlow that the cases use, where it is, what replaces it, whether both
compute the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harness.atlas.summary import RowSummary, rows_about
from harness.lint.names import is_private
from harness.lint.sources import files_below, read_source, tree_of
from harness.lint.uses import uses_of
from harness.scripts.either import python3_of
from harness.symbols.history import history
from harness.symbols.naming import plain_name
from harness.symbols.ranges import ranges
from harness.symbols.replacements import Replacement, replacement_of
from harness.symbols.timeline import Timeline, read_timeline
from harness.words.errors import UsageError


@dataclass(frozen=True)
class Measured:
    """A row of the atlas about a symbol ``v1``: what is used in its place, how that relates to it release by release,
    and with the ``equal`` argument, if one is known."""

    name: str
    v1: str
    v2: str
    spans: tuple[tuple[str, str], ...]
    differs: str
    equal: str
    equalised: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SymbolRow:
    """A symbol: the cases and files that use it, the releases that have it by that name and as ``tf.compat.v1``, what
    changed in its arguments, what stands in its place and who says so, what ``tf_upgrade_v2`` warns of, what was
    measured of that; and of what the symbol itself takes the place of."""

    name: str
    cases: tuple[str, ...]
    files: tuple[str, ...]
    releases: str
    compat: str
    there: tuple[bool, ...]
    borders: tuple[tuple[str, str], ...]
    replacements: tuple[str, ...]
    source: str
    warning: str
    measured: tuple[Measured, ...]
    replaces: tuple[Measured, ...]


@dataclass
class _Users:
    cases: dict[str, None] = field(default_factory=dict)
    files: dict[str, None] = field(default_factory=dict)


def migration_rows(scripts: Mapping[Path, str], code: Sequence[Path] = ()) -> tuple[SymbolRow, ...]:
    """Give the rows, by name. ``scripts`` are those of the cases with the case of each, ``code`` other files and
    folders of them. Raises UsageError for code that is not there."""
    timeline = read_timeline()
    users: dict[str, _Users] = {}
    for path, case in scripts.items():
        for name in _symbols(path, timeline):
            users.setdefault(name, _Users()).cases[case] = None
    for path in files_below(code):
        for name in _symbols(path, timeline):
            users.setdefault(name, _Users()).files[str(path)] = None
    return tuple(_row(timeline, name, users[name]) for name in sorted(users))


def releases_known() -> tuple[str, ...]:
    """Give the releases that the timeline has, oldest first."""
    return read_timeline().releases


def _symbols(path: Path, timeline: Timeline) -> Iterable[str]:
    """What a file uses, as TensorFlow 1 names it; nothing of one that cannot be read, which `harness lint` tells."""
    try:
        text = read_source(path).text
        uses = uses_of(tree_of(python3_of(text)), timeline) if "tensorflow" in text else []
    except (UsageError, SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    names = {plain_name(use.names[0]): None for use in uses if not all(is_private(name) for name in use.names)}
    return [name for name in names if name != "tf.compat.v1" and timeline.kinds(name) - {"module"}]


def _row(timeline: Timeline, name: str, users: _Users) -> SymbolRow:
    told = history(timeline, name)
    compat = history(timeline, f"tf.compat.v1.{name.removeprefix('tf.')}")
    had = {place for span in told.spans for place in range(span.first, span.last + 1)}
    by_compat = {place for span in compat.spans for place in range(span.first, span.last + 1)}
    found = replacement_of(timeline, name)
    rows = rows_about(name)
    own = tuple(_measured(row) for row in rows if name in (row.v1, *row.also))
    replacements, source = _replacements(timeline, name, own, found, had, by_compat)
    return SymbolRow(
        name,
        tuple(users.cases),
        tuple(users.files),
        _releases(timeline, had),
        _releases(timeline, by_compat),
        tuple(place in had for place in range(len(timeline.releases))),
        tuple((border.release, "; ".join(border.changes)) for border in told.borders),
        replacements,
        source,
        found.warning if found is not None else "",
        own,
        tuple(_measured(row) for row in rows if name not in (row.v1, *row.also)),
    )


def _replacements(
    timeline: Timeline,
    name: str,
    measured: Sequence[Measured],
    found: Replacement | None,
    had: set[int],
    by_compat: set[int],
) -> tuple[tuple[str, ...], str]:
    """What stands in a symbol's place, and who says so; nothing where nobody does."""
    if measured:
        return tuple(dict.fromkeys(row.v2 for row in measured)), "the atlas"
    if found is not None and found.name:
        return (found.name,), "TensorFlow's own tables" if found.source == "table" else "its deprecation note"
    newest = len(timeline.releases) - 1
    if newest in had:
        return (name,), f"still there in {timeline.releases[newest]}"
    if newest in by_compat:
        return (f"tf.compat.v1.{name.removeprefix('tf.')}",), f"there in {timeline.releases[newest]}"
    return (), ""


def _releases(timeline: Timeline, places: Iterable[int]) -> str:
    return ranges([timeline.releases[place] for place in sorted(places)], timeline.releases)


def _measured(row: RowSummary) -> Measured:
    known = list(dict.fromkeys(release for each in (*row.styles, *row.migration) for release in each.releases))
    return Measured(
        row.name,
        row.v1,
        row.v2,
        tuple((ranges(each.releases, known), each.why_not or each.text) for each in row.migration),
        row.differs,
        row.equal,
        tuple((ranges(each.releases, known), each.why_not or each.text) for each in row.equalised),
    )
