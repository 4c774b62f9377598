"""Which TensorFlow a document's author had: by its day, else by what its code uses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from harness.documents.document import Day
from harness.lint.script import first_blocker, releases_of, script_of
from harness.releases.first_days import releases_on
from harness.scripts.either import python3_of
from harness.symbols.timeline import read_timeline

# The last release of each era: what has no day, and runs in it, is taken for code of that time.
_LAST_OF_1, _LAST_WITH_KERAS_2 = "1.15", "2.15"


@dataclass(frozen=True)
class Era:
    """Where code is run: the ``release`` (1.15), or TensorFlow as of a ``day``, one of them empty; and why that.
    ``fits`` are all releases that have what it uses."""

    release: str
    day: str
    why: str
    fits: tuple[str, ...] = ()


def fitting(texts: Sequence[str]) -> tuple[str, ...]:
    """Give the releases that have all that some texts use, oldest first; all of them for texts that use nothing."""
    timeline = read_timeline()
    found = set(timeline.releases)
    for text in texts:
        try:
            found &= set(releases_of(script_of(python3_of(text), timeline), timeline))
        except (SyntaxError, ValueError, RecursionError):
            continue
    return tuple(release for release in timeline.releases if release in found)


def choose_era(texts: Sequence[str], day: Day | None) -> Era:
    """Choose where the code of a document is run. On the day that the document names, if the release of that day has
    all that the code uses; else in the release next to it that has; without a day in the last of TensorFlow 1 or, for
    code of TensorFlow 2, the last with Keras 2, if these have all of it."""
    fits = fitting(texts)
    if day is None:
        return _by_symbols(texts, fits)
    there = releases_on(day.day)
    if not there:
        return _by_symbols(texts, fits)
    newest = there[-1]
    written = f"written on {day.day} ({day.where})"
    if newest in fits or not fits:
        return Era("", _last_day(day.day), written, fits)
    lacks = _lacking(texts, newest)
    earlier = [release for release in fits if release in there]
    nearest = earlier[-1] if earlier else fits[0]
    return Era(nearest, "", f"{written}, when {newest} was the newest; {lacks}, {nearest} has all that it uses", fits)


def _by_symbols(texts: Sequence[str], fits: tuple[str, ...]) -> Era:
    if not fits:
        old = any("Session" in text or "placeholder" in text for text in texts)
        taken = _LAST_OF_1 if old else _LAST_WITH_KERAS_2
        return Era(taken, "", f"no release has all that it uses; {_lacking(texts, taken)}", fits)
    for release, what in (
        (_LAST_WITH_KERAS_2, "the last release with Keras 2"),
        (_LAST_OF_1, "the last of TensorFlow 1"),
    ):
        if release in fits:
            return Era(release, "", f"it names no day; {release}, {what}, has all that it uses", fits)
    return Era(fits[-1], "", f"it names no day; {fits[-1]} is the newest release that has all that it uses", fits)


def _lacking(texts: Sequence[str], release: str) -> str:
    timeline = read_timeline()
    for text in texts:
        try:
            found = first_blocker(script_of(python3_of(text), timeline), timeline, release)
        except (SyntaxError, ValueError, RecursionError):
            continue
        if found is not None:
            return f"{release} lacks {found.name}"
    return f"{release} lacks some of it"


def _last_day(day: str) -> str:
    """The day itself, or yesterday where it is not over."""
    today = date.today()
    return day if date.fromisoformat(day) < today else date.fromordinal(today.toordinal() - 1).isoformat()
