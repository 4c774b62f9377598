"""The timeline: which symbol is there in which release, read lazily from one file that ``harness api-scan`` makes."""

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from harness.symbols.kinds import FORMAT, KINDS
from harness.words.errors import UsageError

TIMELINE = Path(__file__).parent / "timeline.gz"
_NAMES = {letter: kind for kind, letter in KINDS.items()}
# An alias of an alias of an alias: more would be a circle.
_DEEPEST = 8
# What a message of protocol buffers has.
_MESSAGE = "DESCRIPTOR"


@dataclass(frozen=True)
class Symbol:
    """What a name stands for in a release. ``text`` is the signature, or of a constant its value; ``deprecations`` are
    lines ``all: advice`` or ``keep_dims: advice``; ``bases`` the public classes above a class, the nearest first;
    ``name`` is its own name, which is another one for an alias."""

    name: str
    kind: str
    text: str = ""
    deprecations: str = ""
    bases: tuple[str, ...] = ()

    @property
    def is_callable(self) -> bool:
        """Whether it can be called with arguments that are known."""
        return self.kind in ("function", "class", "method", "classmethod")


@dataclass(frozen=True)
class Span:
    """A symbol from one release to another, both by their place in ``Timeline.releases``."""

    first: int
    last: int
    symbol: Symbol


@dataclass(frozen=True, eq=False)
class Timeline:
    """All symbols of all releases. ``releases`` are named ``1.15``, oldest first; ``made_from`` says what each was read
    off; ``tables`` are those of ``tf_upgrade_v2``."""

    releases: tuple[str, ...]
    made_from: Mapping[str, Mapping[str, str]]
    tables: Mapping[str, Mapping[str, Any]]
    _lines: list[str] = field(repr=False)
    _known: dict[str, tuple[Span, ...]] = field(default_factory=dict, repr=False)
    _resolved: dict[tuple[str, int], Symbol | None] = field(default_factory=dict, repr=False)
    _kinds: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def place(self, release: str) -> int:
        """Give the place of ``2.15``, ``tf2.15`` or ``2.15.1``. Raises UsageError for a release that is not known."""
        wanted = ".".join(release.removeprefix("tf").split(".")[:2])
        if wanted not in self.releases:
            message = f"there is no release {release!r}; there are: {', '.join(self.releases)}"
            raise UsageError(message)
        return self.releases.index(wanted)

    def names(self, prefix: str = "") -> Iterator[str]:
        """Give all names that begin with a prefix, sorted."""
        for line in islice(self._lines, bisect_left(self._lines, prefix), None):
            if not line.startswith(prefix):
                return
            yield line.partition("\t")[0]

    def spans(self, name: str) -> tuple[Span, ...]:
        """Give the spans of a name as they stand in the file, aliases unresolved; none for an unknown name."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def at(self, name: str, release: int) -> Symbol | None:
        """Give what a dotted name stands for in a release, through aliases and base classes; None where it is not
        there."""
        key = (name, release)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(name, release, 0)
        return self._resolved[key]

    def kinds(self, name: str) -> frozenset[str]:
        """Give the kinds of what a dotted name stands for in one release or another; none for an unknown name."""
        if name not in self._kinds:
            symbols = [self.at(name, place) for place in range(len(self.releases))]
            self._kinds[name] = frozenset(symbol.kind for symbol in symbols if symbol is not None)
        return self._kinds[name]

    def _resolve(self, name: str, release: int, depth: int) -> Symbol | None:
        if depth > _DEEPEST:
            return None
        for span in self.spans(name):
            if span.first <= release <= span.last:
                if span.symbol.kind == "alias":
                    return self._resolve(span.symbol.text, release, depth + 1)
                return span.symbol
        above, _, word = name.rpartition(".")
        owner = self.at(above, release) if "." in above else None
        if owner is None:
            return None
        if owner.name != above:
            return self._resolve(f"{owner.name}.{word}", release, depth + 1)
        for base in owner.bases:
            if any(span.first <= release <= span.last for span in self.spans(f"{base}.{word}")):
                return self._resolve(f"{base}.{word}", release, depth + 1)
        return self._field(above, word, release)

    def _field(self, message: str, word: str, release: int) -> Symbol | None:
        """A field or value of a message of protocol buffers, which a class lists no more since protobuf 4: one that an
        earlier release has is there as long as its message is."""
        if not any(span.first <= release <= span.last for span in self.spans(f"{message}.{_MESSAGE}")):
            return None
        spans = [span for span in self.spans(f"{message}.{word}") if span.last < release]
        return spans[-1].symbol if spans and spans[-1].symbol.kind == "attribute" else None

    def _read(self, name: str) -> tuple[Span, ...]:
        head = f"{name}\t"
        place = bisect_left(self._lines, head)
        if place == len(self._lines) or not self._lines[place].startswith(head):
            return ()
        text = self._lines[place].removeprefix(head)
        if text.startswith("="):
            return tuple(Span(each.first, each.last, _renamed(each.symbol, name)) for each in self.spans(text[1:]))
        return tuple(_span(name, *entry) for entry in json.loads(text))


def _span(name: str, first: int, last: int, kind: str, *rest: Any) -> Span:
    # What is empty at the end of an entry is left out of the file.
    given = dict(zip(("text", "deprecations", "bases"), rest, strict=False))
    bases = tuple(given.pop("bases", ()))
    return Span(first, last, Symbol(name, _NAMES[kind], bases=bases, **given))


def _renamed(symbol: Symbol, name: str) -> Symbol:
    return Symbol(name, symbol.kind, symbol.text, symbol.deprecations, symbol.bases)


@cache
def read_timeline(path: Path = TIMELINE) -> Timeline:
    """Read a timeline. Raises UsageError for a file that is none."""
    advice = "harness api-scan makes it anew"
    try:
        first, *lines = gzip.decompress(path.read_bytes()).decode().rstrip("\n").split("\n")
        head = json.loads(first)
        if head["format"] != FORMAT:
            raise UsageError(f"is of format {head['format']}, this harness reads {FORMAT}; {advice}", path)
        return Timeline(tuple(head["releases"]), head["made_from"], head["tables"], lines)
    except OSError as error:
        reason = error.strerror or "it is no gzip file"
        raise UsageError(f"the timeline cannot be read: {reason}; {advice}", path) from None
    except (ValueError, KeyError, EOFError) as error:
        raise UsageError(f"this is no timeline: {error}; {advice}", path) from None
