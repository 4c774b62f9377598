"""Specification of Python 2 as a text of Python 3 that is kept: what fissix writes, and each division in doubt."""

import pytest

from harness.porting.draft import Mark
from harness.porting.python3 import as_python3


def test_what_is_written_otherwise_in_python_3_is_rewritten_and_the_rest_left() -> None:
    old = """# a comment
import cPickle
def f(x, (a, b)):
    print "a", x,  # two
    return [k for k in x.iterkeys() if x.has_key(a)]
try:
    for i in xrange(3): print i
except IOError, e:
    raise ValueError, "no"
"""
    assert (
        as_python3(old).text
        == """# a comment
import pickle
def f(x, xxx_todo_changeme):
    (a, b) = xxx_todo_changeme
    print("a", x, end=' ')  # two
    return [k for k in x.keys() if a in x]
try:
    for i in range(3): print(i)
except IOError as e:
    raise ValueError("no")
"""
    )


def test_whole_numbers_are_divided_as_python_2_divides_them() -> None:
    old = """n = len(names)
batch = 32
for i in xrange(n / batch):
    print i / 2, n / 2.0, x.shape[0] / batch
"""
    assert (
        as_python3(old).text
        == """n = len(names)
batch = 32
for i in range(n // batch):
    print(i // 2, n / 2.0, x.shape[0] // batch)
"""
    )


def test_a_division_of_which_nobody_knows_is_marked() -> None:
    draft = as_python3("def mean(xs, n):\n    print 'mean'\n    return sum(xs) / n\n")
    reason = "Python 2 divides whole numbers without a remainder: `sum(xs) / n` is // if both sides are whole numbers"
    assert draft.text == f"def mean(xs, n):\n    print('mean')\n    # port: {reason}\n    return sum(xs) / n\n"
    assert draft.marks == (Mark(3, reason),)


@pytest.mark.parametrize(
    "statement", ["y = np.mean(x) / n", "y = tf.reduce_sum(x) / n", "y = float(n) / m", "y = n / 1e3"]
)
def test_floats_are_divided_alike_in_both(statement: str) -> None:
    old = f"def f(n, m, x):\n    {statement}\n    print y\n"
    assert as_python3(old).text == old.replace("print y", "print(y)")


def test_a_name_that_is_bound_to_several_kinds_is_in_doubt() -> None:
    assert len(as_python3("n = 3\nn = 4.5\nprint n / 2\n").marks) == 1


def test_with_division_from_the_future_nothing_is_in_doubt() -> None:
    old = "from __future__ import division\ndef f(a, b):\n    print a / b\n"
    assert as_python3(old).text == "from __future__ import division\ndef f(a, b):\n    print(a / b)\n"


def test_what_no_python_reads_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"line 2: cannot be read by Python 2 either"):
        as_python3("x = 1\ny = = 2\n")


def test_a_text_that_was_done_is_left() -> None:
    done = as_python3("def mean(xs, n):\n    print 'mean'\n    return sum(xs) / n\n").text
    assert as_python3(done).text == done


def test_brackets_around_what_is_printed_are_not_doubled() -> None:
    old = 'print ("a".lower())\nprint (x + 1)\nprint ("a", x)\nprint (1) + (2)\nprint\n'
    assert as_python3(old).text == 'print("a".lower())\nprint(x + 1)\nprint(("a", x))\nprint((1) + (2))\nprint()\n'
