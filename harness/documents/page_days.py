"""The day that the metadata of a saved page give as the page's own."""

import re

from bs4.element import Tag

from harness.documents.days import day_in
from harness.documents.document import Day

_META = re.compile(
    r"article:published(?:_time)?|(?:dc\.)?date(?:\.issued|published)?|publish-?date|pubdate|datepublished",
    re.IGNORECASE,
)
_DATA = re.compile(r'"(?:datePublished|dateCreated)"\s*:\s*"([^"]+)"')


def day_of_page(page: Tag) -> Day | None:
    """Give the day of a page: of its ``meta``, of JSON for machines, of a ``time`` that says it is the page's."""
    for meta in page.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "")
        if _META.fullmatch(name) and (day := day_in(str(meta.get("content") or ""))):
            return Day(day, f"meta {name}, line {meta.sourceline}")
    for script in page.find_all("script", type="application/ld+json"):
        text = script.get_text()
        if (match := _DATA.search(text)) and (day := day_in(match[1])):
            line = (script.sourceline or 1) + text.count("\n", 0, match.start())
            return Day(day, f"datePublished, line {line}")
    times = [(time, _day_of_time(time)) for time in page.find_all(["time", "span", "abbr"]) if _tells(time)]
    dated = [(time, day) for time, day in times if day is not None]
    published = [(time, day) for time, day in dated if _is_published(time)]
    # Several times that say no more may be those of other pages.
    chosen = published or (dated if len({day for _, day in dated}) == 1 else [])
    return Day(chosen[0][1], f"time, line {chosen[0][0].sourceline}") if chosen else None


def _tells(tag: Tag) -> bool:
    return tag.name == "time" or "datepublished" in str(tag.get("itemprop") or "").lower()


def _day_of_time(time: Tag) -> str | None:
    return day_in(str(time.get("datetime") or time.get("content") or "")) or day_in(time.get_text())


def _is_published(time: Tag) -> bool:
    about = f"{time.get('itemprop') or ''} {time.get('class') or ''}"
    return bool(re.search(r"published|created|dt-published|entry-date", about, re.IGNORECASE)) or time.has_attr(
        "pubdate"
    )
