"""Specification of runs and calls of which a draft keeps nothing: what stands around them is right without them."""

import pytest

from tests.porting.eager.drafts import draft

SCRIPT = """import tensorflow as tf

w = tf.Variable(0.0)
late = tf.Variable(1.0)
init = tf.global_variables_initializer()
train = tf.assign_add(w, 1.0)
rows = tf.data.Dataset.range(3).make_initializable_iterator()
writer = tf.summary.FileWriter("logs")
sess = tf.Session()
{}
print(sess.run(w))
"""


def behind_the_writer(line: str) -> str:
    """What a draft makes of a line, without what stands before and behind it."""
    made = draft(SCRIPT.format(line))
    return made.partition('create_file_writer("logs")\n')[2].removesuffix("print(w.numpy())\n").strip()


@pytest.mark.parametrize(
    "run",
    [
        "sess.run(init)",
        "sess.run(tf.global_variables_initializer())",
        "tf.global_variables_initializer().run()",
        "writer.add_graph(sess.graph)",
        "sess.close()",
        "tf.reset_default_graph()",
        "tf.Session()",
    ],
)
def test_a_cell_that_ends_in_what_is_gone_shows_nothing(run: str) -> None:
    assert behind_the_writer(f"show_value({run})") == ""
    assert behind_the_writer(f"if late:\n    show_value({run})") == "if late:\n    pass"


def test_a_cell_that_ends_in_the_start_of_an_iterator_makes_it() -> None:
    made = behind_the_writer("show_value(sess.run(rows.initializer))")
    assert made == behind_the_writer("sess.run(rows.initializer)") != ""


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("print(sess.run(init))", "print(None)"),
        ("print('graph', writer.add_graph(sess.graph))", "print('graph', None)"),
        ("show_value(sess.run([init]))", "show_value([None])"),
        ("done = sess.run(init)", ""),
        ("done = sess.run(init)\nprint(done)", "done = None\nprint(done)"),
        ("done = sess.run([init, init])\nprint(done)", "done = [None, None]\nprint(done)"),
        ("done, value = sess.run([init, late])", "done, value = None, late.numpy()"),
        ("start = lambda: sess.run(init)", "start = lambda: None"),
    ],
)
def test_where_its_value_is_used_that_is_none(line: str, made: str) -> None:
    assert behind_the_writer(line) == made


def test_a_session_that_is_handed_on_is_marked() -> None:
    made = behind_the_writer("use(tf.Session())")
    assert made.startswith("# port: a Session stood here, of which nothing is left: ") and made.endswith("\nuse(None)")


def test_an_initializer_whose_none_stands_among_what_is_computed_is_marked() -> None:
    made = behind_the_writer("both = sess.run([init, train])")
    assert made.startswith("# port: the initializer gives None: run it by itself, before what is computed\n")
