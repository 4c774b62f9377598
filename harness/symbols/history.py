"""The history of one name: what it stood for from release to release, and what changed at each border."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from harness.symbols.moves import moved_parameters
from harness.symbols.replacements import argument_names
from harness.symbols.signature import Signature, read_signature
from harness.symbols.timeline import Span, Symbol, Timeline

Renamed: TypeAlias = Mapping[str, str | None]


@dataclass(frozen=True)
class Border:
    """What is another at ``release`` than in the one before: lines of words, and whether calls by place change their
    meaning without an error."""

    release: str
    changes: tuple[str, ...]
    silent: bool = False


@dataclass(frozen=True)
class History:
    """A name's spans, aliases resolved, and the borders between those that follow on each other."""

    name: str
    spans: tuple[Span, ...]
    borders: tuple[Border, ...]


def history(timeline: Timeline, name: str) -> History:
    """Give the history of a name; one without spans for a name that no release has."""
    spans: list[Span] = []
    for place in range(len(timeline.releases)):
        symbol = timeline.at(name, place)
        if symbol is None:
            continue
        last = spans[-1] if spans else None
        if last is not None and last.last == place - 1 and _same(last.symbol, symbol):
            spans[-1] = replace(last, last=place)
        else:
            spans.append(Span(place, place, symbol))
    borders = [
        Border(timeline.releases[late.first], *_changes(early.symbol, late.symbol, argument_names(timeline, name)))
        for early, late in pairwise(spans)
        if early.last + 1 == late.first
    ]
    return History(name, tuple(spans), tuple(border for border in borders if border.changes))


def _same(one: Symbol, other: Symbol) -> bool:
    return (one.kind, one.text, one.deprecations) == (other.kind, other.text, other.deprecations)


def _changes(early: Symbol, late: Symbol, renamed: Renamed) -> tuple[tuple[str, ...], bool]:
    lines = []
    if early.kind != late.kind:
        lines.append(f"was a {early.kind}, is a {late.kind}")
    silent = False
    if early.is_callable and late.is_callable and early.text and late.text:
        before, after = read_signature(early.text), read_signature(late.text)
        lines += argument_changes(before, after, renamed)
        silent = bool(moved_parameters(before, after, renamed))
    elif early.text != late.text and early.kind == late.kind == "constant":
        lines.append(f"was {early.text}, is {late.text}")
    lines += _deprecated(early, late)
    return tuple(lines), silent


def argument_changes(early: Signature, late: Signature, renamed: Renamed) -> list[str]:
    """Give in words which parameters came, went, moved or have another default; ``renamed`` are old names to new."""
    before = {each.name: each for each in early.parameters}
    after = {each.name: each for each in late.parameters}
    lines = []
    gone = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    if gone:
        lines.append(f"gone: {', '.join(gone)}" + (" (still taken as **kwargs)" if late.any_keyword else ""))
    if new:
        lines.append(f"new: {', '.join(new)}")
    for name, parameter in before.items():
        now = after.get(name)
        if now is None or now.default == parameter.default:
            continue
        if now.default is None:
            lines.append(f"{name} has no default any more (was {parameter.default})")
        elif parameter.default is None:
            lines.append(f"{name} has a default: {now.default}")
        else:
            lines.append(f"default of {name}: was {parameter.default}, is {now.default}")
    for place, was, now_is in moved_parameters(early, late, renamed)[:1]:
        lines.append(f"argument {place} by place: was {was}, is {now_is}; such calls change meaning silently")
    return lines


def _deprecated(early: Symbol, late: Symbol) -> list[str]:
    known = {line.partition(": ")[0] for line in early.deprecations.splitlines()}
    lines = []
    for line in late.deprecations.splitlines():
        what, _, advice = line.partition(": ")
        if what not in known:
            lines.append(f"{'deprecated' if what == 'all' else what + ' deprecated'}: {advice}".rstrip(": "))
    return lines
