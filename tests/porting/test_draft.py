"""Specification of drafts: marks stand above what they are about, once, and a draft says what it is."""

from hypothesis import given
from hypothesis import strategies as st

from harness.porting.draft import Mark, is_draft, marks_in, with_head, with_marks

SCRIPT = """x = 1
if x:
    y = x / 2
"""


def test_a_mark_is_a_comment_above_the_statement_indented_as_it_is() -> None:
    marked = with_marks(SCRIPT, {3: ["is it whole?"]})
    assert marked == "x = 1\nif x:\n    # port: is it whole?\n    y = x / 2\n"
    assert marks_in(marked) == (Mark(3, "is it whole?"),)


def test_a_mark_that_is_there_already_is_not_put_again() -> None:
    marked = with_marks(SCRIPT, {3: ["one", "two", "one"]})
    assert marks_in(marked) == (Mark(3, "one"), Mark(4, "two"))
    assert with_marks(marked, {5: ["two", "one"]}) == marked


@given(st.lists(st.tuples(st.integers(1, 3), st.text("abc ?", min_size=1).map(str.strip).filter(bool))))
def test_marks_take_nothing_from_a_text(reasons: list[tuple[int, str]]) -> None:
    by_line: dict[int, list[str]] = {}
    for line, reason in reasons:
        by_line.setdefault(line, []).append(reason)
    marked = with_marks(SCRIPT, by_line)
    assert "\n".join(line for line in marked.split("\n") if "# port: " not in line) == SCRIPT
    assert len(marks_in(marked)) == len(set(reasons))


def test_a_draft_says_so_below_what_python_and_the_shell_read_first() -> None:
    text = with_head("#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nimport x\n", "to somewhere")
    assert text == "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n# Ported to somewhere\nimport x\n"
    assert is_draft(text)
    assert with_head(text, "to elsewhere") == text
    assert not is_draft("import x\n")
