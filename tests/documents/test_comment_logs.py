"""Logs in comments and unused strings."""

from harness.documents.comment_logs import comment_log
from harness.documents.restore.templates import templates


def _log(text: str) -> list[tuple[int, str]]:
    numbers = range(11, 11 + text.count("\n") + 1)
    return [(line.number, line.text) for line in comment_log(text, numbers, templates(text))]


def test_lines_of_numbers_below_a_print_are_its_log() -> None:
    text = "for i in range(9):\n\tprint(rate, i, w)\n\n\t\t# 0.099 1 3.8\n\t\t# ...\n\t\t#0.05 9 -0.5\t\n"
    assert _log(text) == [(0, "..."), (14, "0.099 1 3.8"), (15, "..."), (16, "0.05 9 -0.5"), (0, "...")]


def test_other_elisions_are_elisions() -> None:
    text = "print(w)\n#。。。\n#-0.99999994\n"
    assert _log(text) == [(0, "..."), (12, "..."), (13, "-0.99999994"), (0, "...")]


def test_a_value_behind_a_print_is_what_it_prints() -> None:
    text = "print(sess.run(a))  # [ 1.  2.]\nprint(b)  # => hello\nprint(c)  # the third\n"
    assert _log(text) == [(0, "..."), (11, "[ 1.  2.]"), (0, "..."), (12, "hello"), (0, "...")]


def test_a_mark_makes_a_log_of_all_below_it() -> None:
    text = "print('w is', w)\n# Output:\n# w is 5\n# w is 4\n"
    assert _log(text) == [(0, "..."), (13, "w is 5"), (14, "w is 4"), (0, "...")]


def test_lines_that_the_print_could_have_printed_need_no_mark() -> None:
    text = "print('step %d, loss %f' % (i, v))\n# minimise\n# step 0, loss 36.000000\n"
    assert _log(text) == [(0, "..."), (13, "step 0, loss 36.000000"), (0, "...")]


def test_a_string_that_nobody_uses_is_a_log_if_most_of_it_could_be_printed() -> None:
    text = "print(i, loss)\n'''\n0 2.82329\n20 0.190351\n...\n'''\n"
    assert _log(text) == [(0, "..."), (13, "0 2.82329"), (14, "20 0.190351"), (15, "..."), (0, "...")]


def test_comments_that_say_something_else_are_no_log() -> None:
    assert _log("# 1. define the loss\nloss = w * 2\n# train 40 rounds\nprint(loss)\n# w = 3\n#print(w)\n") == []
