"""The words of ``harness api``: a name's history as text, and the difference between two releases."""

from collections.abc import Iterator

from harness.atlas.summary import read_summary
from harness.releases.release import release_key
from harness.symbols.difference import Difference
from harness.symbols.history import History
from harness.symbols.replacements import replacement_of
from harness.symbols.timeline import Span, Timeline
from harness.words.errors import near

_INDENT = "    "


def releases_text(timeline: Timeline, spans: tuple[Span, ...]) -> str:
    """Give the releases of some spans, ``0.12-1.3, 2.0-2.22``; neighbours are joined."""
    joined: list[list[int]] = []
    for span in spans:
        if joined and joined[-1][1] + 1 == span.first:
            joined[-1][1] = span.last
        else:
            joined.append([span.first, span.last])
    return ", ".join(range_text(timeline, first, last) for first, last in joined)


def range_text(timeline: Timeline, first: int, last: int) -> str:
    """Give ``1.4-1.15``, or one release."""
    names = timeline.releases
    return names[first] if first == last else f"{names[first]}-{names[last]}"


def history_lines(timeline: Timeline, told: History) -> Iterator[str]:
    """Give a history in lines: where it is there, each signature with its releases, what changed at each border."""
    last = told.spans[-1].symbol
    yield f"{told.name}   {last.kind}, in TensorFlow {releases_text(timeline, told.spans)}"
    borders = {border.release: border for border in told.borders}
    width = max(len(range_text(timeline, span.first, span.last)) for span in told.spans)
    shown = None
    for span in told.spans:
        symbol = span.symbol
        own = f"  is {symbol.name}" if symbol.name != told.name else ""
        text = f"{symbol.text or '(arguments unknown)'}{own}" if symbol.is_callable else f"{symbol.text}{own}".strip()
        releases = range_text(timeline, span.first, span.last)
        yield f"{_INDENT}{releases:<{width}}  {'as before' if text == shown else text}"
        shown = text
        border = borders.get(timeline.releases[span.first])
        for line in border.changes if border else ():
            yield f"{_INDENT}{'':<{width}}    {line}"
    yield from _replacement_lines(timeline, told.name)


def difference_lines(timeline: Timeline, found: Difference, early: int, late: int) -> Iterator[str]:
    """Give what went, came and changed, with what TensorFlow's own tables put in the place of what went."""
    yield (
        f"from {timeline.releases[early]} to {timeline.releases[late]}: {len(found.gone)} gone, {len(found.new)} new, "
        f"{len(found.changed)} with other arguments"
    )
    for name in found.gone:
        replacement = replacement_of(timeline, name)
        known = replacement is not None and replacement.name is not None and timeline.at(replacement.name, late)
        yield f"- {name}" + (f"   -> {replacement.name}" if known and replacement else "")
    for name in found.new:
        yield f"+ {name}"
    for name, lines in found.changed:
        yield f"~ {name}: {'; '.join(lines)}"


def number_lines(early: str, late: str, prefix: str) -> Iterator[str]:
    """Give the symbols below a prefix that compute other numbers in the later release, as the atlas measured."""
    for row in read_summary():
        for border in row.borders:
            name = row.v1 if border.probe == "graph" else row.v2
            if not (name == prefix or name.startswith(f"{prefix}.")) or border.text.startswith(("same", "within")):
                continue
            if release_key(f"tf{early}") < release_key(f"tf{border.release}") <= release_key(f"tf{late}"):
                yield f"! {name} in {border.release}: {border.text} (against {border.before}; {row.name})"


def unknown_name(timeline: Timeline, name: str) -> str:
    """Give the message for a name that no release has, with the names near to it."""
    word = name.rpartition(".")[2]
    ends = [each for each in timeline.names("tf.") if each.rpartition(".")[2] == word][:3]
    if ends:
        return f"no release has {name!r}; did you mean {' or '.join(ends)}?"
    above = name.rpartition(".")[0]
    beside = [each for each in timeline.names(f"{above}.") if each.count(".") == name.count(".")]
    return f"no release has {name!r}{near(name, beside)}"


def _replacement_lines(timeline: Timeline, name: str) -> Iterator[str]:
    replacement = replacement_of(timeline, name)
    if replacement is None:
        return
    source = "tf_upgrade_v2" if replacement.source == "table" else "read out of its deprecation note"
    if replacement.name:
        yield f"{_INDENT}in TensorFlow 2: {replacement.name} ({source})"
    for old, new in replacement.arguments.items():
        yield f"{_INDENT}in TensorFlow 2: argument {old} is {new or 'gone'} ({source})"
    if replacement.warning:
        yield f"{_INDENT}{source}: {replacement.warning}"
