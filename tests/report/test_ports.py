"""Ports side by side: lines that correspond, comments above what they are about, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from harness.report.ports import corresponding, lines_of, side_by_side

GRAPH = """import tensorflow.compat.v1 as tf

# Read first:
# both follow their variables.
loss = tf.square(w + 1)
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
print(loss)
"""
EAGER = """import tensorflow as tf

with tf.GradientTape() as tape:
    loss = tf.square(w + 1)
# By hand.
w.assign_sub(0.1 * tape.gradient(loss, w))
print(loss)
"""
LINES = st.lists(st.sampled_from(["a = 1", "  a = 1", "b(a)", "", "# c", "return a"]), max_size=8)


def pairs(left: str, right: str) -> list[tuple[str | None, str | None]]:
    rows = side_by_side([left, right])
    return [(one.text if one else None, other.text if other else None) for one, other in (row.lines for row in rows)]


def test_equal_and_similar_lines_stand_beside_each_other() -> None:
    assert pairs(GRAPH, EAGER) == [
        ("import tensorflow.compat.v1 as tf", "import tensorflow as tf"),
        ("", ""),
        (None, "with tf.GradientTape() as tape:"),
        ("loss = tf.square(w + 1)", "    loss = tf.square(w + 1)"),
        ("step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)", None),
        (None, "w.assign_sub(0.1 * tape.gradient(loss, w))"),
        ("print(loss)", "print(loss)"),
    ]


def test_a_comment_goes_with_the_line_below_it_and_keeps_its_own_number() -> None:
    [loss] = [line for line in lines_of(GRAPH) if line.text.startswith("loss")]
    assert (loss.number, loss.comment, loss.comment_line) == (5, "Read first: both follow their variables.", 3)


def test_a_comment_at_the_end_is_not_lost() -> None:
    last = lines_of("a = 1\n# the end\n")[-1]
    assert (last.text, last.comment, last.comment_line) == ("", "the end", 2)


def test_a_row_is_the_same_only_where_every_port_has_that_line() -> None:
    rows = side_by_side(["a = 1\nb = 2\n", "a = 1\nb = 3\n", "a = 1\n"])
    assert [row.same for row in rows] == [True, False]
    assert [len(row.lines) for row in rows] == [3, 3]


def test_a_text_over_several_lines_keeps_its_colours_in_each() -> None:
    first, second = lines_of('"""One\ntwo"""\n')
    assert first.html == '<span class="sd">"""One</span>'
    assert second.html == '<span class="sd">two"""</span>'


@given(LINES, LINES)
def test_every_line_stands_in_one_row_and_in_order(left: list[str], right: list[str]) -> None:
    found = corresponding(left, right)
    assert [one for one, _ in found if one is not None] == list(range(len(left)))
    assert [other for _, other in found if other is not None] == list(range(len(right)))
    assert (None, None) not in found


@given(st.lists(LINES, min_size=1, max_size=3))
def test_three_ports_keep_all_of_their_code(texts: list[list[str]]) -> None:
    joined = ["\n".join(lines) for lines in texts]
    rows = side_by_side(joined)
    for place, text in enumerate(joined):
        shown = [line.text for row in rows if (line := row.lines[place]) is not None]
        assert shown == [line.text for line in lines_of(text)]
