"""The day on which a document was written, where it plainly says so."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from harness.documents.document import Day, Line

# The day on which TensorFlow came out: what is older is no day of a document on it.
FIRST = date(2015, 11, 9)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>20\d\d)(?P<mark>[-/.])(?P<number>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)",
        r"(?P<year>20\d\d)\s*[年년]\s*(?P<number>\d\d?)\s*[月월]\s*(?P<day>\d\d?)\s*[日号號일]",
        rf"\b{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?\s*,?\s+(?P<year>20\d\d)\b",
        rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?\s+{_MONTH}\s*,?\s+(?P<year>20\d\d)\b",
    )
)
_IN_NAME = re.compile(r"^(20\d\d)[-_](\d\d)[-_](\d\d)(?=[-_. ]|$)")
_PUBLISHED = re.compile(
    r"\b(?:posted|published|publish(?:ed)? date|date|written|created|submitted)\b|发布|發布|发表|發表|日期|時間|时间"
    r"|原创|创建|作成日|投稿|公開|작성|등록",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"updated|modified|edited|更新|修改|編集|accessed|visited|released|copyright|©|since", re.IGNORECASE
)
# cnblogs has it at the foot of the page.
_FOOT = re.compile(r"^posted @ 20\d\d")
# So far down a title, a menu and an author may push it.
_TOP_LINES = 25
_CLOCK = re.compile(r"[T ]*\d\d?:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)


def day_in(text: str, today: date | None = None) -> str | None:
    """Give the first day in a text as ``2018-09-24``, None where there is none since TensorFlow came out."""
    match = _first(text)
    return None if match is None else _day_of(match, today)


def day_of_name(path: Path, today: date | None = None) -> Day | None:
    """Give the day that a file's name begins with, as Jekyll's posts do: ``2017-03-03-title.md``."""
    match = _IN_NAME.match(path.name)
    day = None if match is None else _valid(int(match[1]), int(match[2]), int(match[3]), today)
    return None if day is None else Day(day, "file name")


def day_of_lines(lines: Sequence[Line], today: date | None = None) -> Day | None:
    """Give the day that a line near the top of the prose is, or says that it is of: ``Posted on March 3, 2017``."""
    filled = [line for line in lines if line.text.strip()]
    feet = (line for line in filled if _FOOT.match(line.text.strip()))
    for line in (*filled[:_TOP_LINES], *feet):
        match = _first(line.text)
        if match is None:
            continue
        rest = _CLOCK.sub("", line.text[: match.start()] + line.text[match.end() :]).strip(
            " \t,.|·•-—:：*_/()（）[]<>@"
        )
        own = _PUBLISHED.search(rest) and len(rest) <= 80 and not _OF_OTHERS.search(rest)
        byline = re.match(r"by\b", rest, re.IGNORECASE) and len(rest) <= 40
        if (own or byline or not rest) and (day := _day_of(match, today)):
            return Day(day, f"line {line.number}")
    return None


def first_day(days: Iterable[Day | None]) -> Day | None:
    """Give the first of the days that are there."""
    return next((day for day in days if day is not None), None)


def _first(text: str) -> re.Match[str] | None:
    found = [match for form in _FORMS if (match := form.search(text))]
    return min(found, key=lambda match: match.start(), default=None)


def _day_of(match: re.Match[str], today: date | None) -> str | None:
    parts = match.groupdict()
    number = int(parts["number"]) if parts.get("number") else _MONTHS.index(parts["month"].lower()[:3]) + 1
    return _valid(int(parts["year"]), number, int(parts["day"]), today)


def _valid(year: int, month: int, day: int, today: date | None) -> str | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if FIRST <= found <= (today or date.today()) else None
