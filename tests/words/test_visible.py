"""Specification of foreign text that is shown: in a terminal it does nothing, in Markdown it is no markup."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from harness.words.markdown import as_text
from harness.words.visible import visible

PIECES = st.sampled_from(
    ["<b>", "![i](u)", "[l](u)", "`c`", "*e*", "__s__", "&lt;", "|", "# ", "- ", "1. ", "http://e.org", "a"]
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("a\x00b\x7fc\x9bd", "a\\x00b\\x7fc\\x9bd"),
        ("\u202eabc\u200b", "\\u202eabc\\u200b"),
        ("half \udc80", "half \\udc80"),
        ("one\ttwo\nthree\r", "one\ttwo\nthree\\x0d"),
        ("运行结果: 学习率 0.1 é", "运行结果: 学习率 0.1 é"),
    ],
)
def test_what_would_do_something_is_written_out_and_all_else_stays(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_control_is_left_in_any_text_and_what_is_visible_stays_so(text: str) -> None:
    shown = visible(text)
    assert not [one for one in shown if unicodedata.category(one) in ("Cc", "Cs") and one not in "\t\n"]
    assert visible(shown) == shown


@given(st.lists(PIECES | st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])), max_size=6))
def test_no_text_is_markup_in_markdown(pieces: list[str]) -> None:
    text = " ".join("".join(pieces).split())
    parser = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    kinds = [token.type for token in parser.parse(as_text(text) + "\n")]
    assert kinds in ([], ["paragraph_open", "inline", "paragraph_close"])
    for token in parser.parse(as_text(text)):
        inner = token.children or []
        assert {child.type for child in inner} <= {"text", "text_special"}
        if inner:
            assert "".join(child.content for child in inner) == text


def test_what_github_would_make_a_link_is_none() -> None:
    assert as_text("see http://e.org or www.e.org, a@b.c") == "see http&#58;//e.org or www&#46;e.org, a&#64;b.c"
