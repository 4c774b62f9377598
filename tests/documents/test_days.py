"""The day of a document, where it plainly says it."""

from datetime import date
from pathlib import Path

import pytest

from harness.documents.days import day_in, day_of_lines, day_of_name
from harness.documents.document import Day, Line


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-09-24 17:53:58", "2018-09-24"),
        ("2018/9/4", "2018-09-04"),
        ("2018.09.24", "2018-09-24"),
        ("2017年3月3日", "2017-03-03"),
        ("2017년 3월 3일", "2017-03-03"),
        ("March 3, 2017", "2017-03-03"),
        ("Mar. 3rd, 2017", "2017-03-03"),
        ("3 March 2017", "2017-03-03"),
        ("2015-11-09", "2015-11-09"),
        ("2015-11-08", None),
        ("2017-02-30", None),
        ("2024-01-01", None),
        ("version 1.2017-03-031", None),
        ("2017-03", None),
    ],
)
def test_days_in_text(text: str, day: str | None) -> None:
    assert day_in(text, today=date(2023, 12, 31)) == day


def test_a_post_of_jekyll_has_it_in_its_name() -> None:
    assert day_of_name(Path("posts/2017-03-03-title.md")) == Day("2017-03-03", "file name")
    assert day_of_name(Path("posts/v2017-03-03.md")) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2018-09-24 17:53:58", "2018-09-24"),
        ("发布于 2018-09-24", "2018-09-24"),
        ("原创 2018-09-24 17:53:58 阅读数 1203", "2018-09-24"),
        ("Posted on March 3, 2017 by somebody", "2017-03-03"),
        ("*March 3, 2017*", "2017-03-03"),
        ("By Some Body, March 3, 2017", "2017-03-03"),
        ("posted @ 2018-09-24 17:53 name 阅读(3)", "2018-09-24"),
        ("Last updated on March 3, 2017", None),
        ("更新于 2018-09-24", None),
        ("The data were measured from 2018-09-24 on in three towns", None),
        ("Release 1.4 came on 2017-11-02", None),
    ],
)
def test_a_line_that_says_when(line: str, day: str | None) -> None:
    lines = (Line(1, "Title"), Line(2, ""), Line(3, line))
    assert day_of_lines(lines) == (None if day is None else Day(day, "line 3"))


def test_only_a_line_near_the_top_counts() -> None:
    lines = [*(Line(number, "text") for number in range(1, 41)), Line(41, "2018-09-24")]
    assert day_of_lines(lines) is None
    assert day_of_lines([*lines, Line(42, "posted @ 2018-09-24 17:53")]) == Day("2018-09-24", "line 42")
