"""Logs restored: what was printed, exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.documents.document import Line
from harness.documents.example import Source
from harness.documents.restore.fitting import is_log_of
from harness.documents.restore.log import restore_log
from harness.documents.restore.templates import templates
from tests.documents.restore.programs import lines_of

STEPS = templates('print("After %s steps: w is %f , loss is %f" % (i, w_val, loss_val))')
VALUES = templates("print(rate_val, step_val, w_val)")
CODES = (
    'print("After %s steps: w is %f , loss is %f" % (i, w, loss))',
    'print("第 %s 次迭代后的w是 %f,对应的loss值是 %f" % (i, w, loss))',
    "print(i, w, loss)",
    'print("step", i, "w", w, "loss", loss)',
    'print("{}: w={:.4f}, loss {:g}".format(i, w, loss))',
    'print(f"[{i:3d}] w {w:.3e} / {loss}")',
    'print("Step %d" % i)\nprint("w %s" % w)\nprint("loss: %g" % loss)',
)


def restored(text: str, code: str = "") -> list[str]:
    return [line.text for line in restore_log(lines_of(text), templates(code)).lines]


def printed(code: str, rows: list[tuple[int, float, float]]) -> list[str]:
    """What the code prints for each row of values."""
    lines: list[str] = []
    for i, w, loss in rows:
        names = {"i": i, "w": w, "loss": loss, "print": lambda *values: lines.append(" ".join(map(str, values)))}
        exec(code, names)
    return lines


FLOATS = st.floats(-1e6, 1e6, width=32).filter(lambda value: value == 0 or abs(value) > 1e-12)
ROWS = st.lists(st.tuples(st.integers(0, 99_999), FLOATS, FLOATS), min_size=1, max_size=12)


@given(st.sampled_from(CODES), ROWS)
def test_a_log_that_nothing_damaged_stays(code: str, rows: list[tuple[int, float, float]]) -> None:
    lines = printed(code, rows)
    log = restore_log(lines_of("\n".join(lines)), templates(code))
    assert ([line.text for line in log.lines], log.restored) == (lines, ())


@given(st.sampled_from(CODES), ROWS)
def test_a_log_whose_line_breaks_were_lost_comes_back(code: str, rows: list[tuple[int, float, float]]) -> None:
    lines = printed(code, rows)
    assert restored(" ".join(lines), code) == lines


@given(st.sampled_from(CODES), ROWS, st.sampled_from(["...", "…", "。。。", "......", "[...]", "(省略)", ". . .", "⋮"]))
def test_elisions_are_three_dots(code: str, rows: list[tuple[int, float, float]], sign: str) -> None:
    lines = printed(code, rows)
    assert restored("\n".join([*lines, sign, *lines]), code) == [*lines, "...", *lines]


@given(st.sampled_from(CODES), ROWS)
def test_an_elision_between_records_of_one_line_is_a_line(code: str, rows: list[tuple[int, float, float]]) -> None:
    lines = printed(code, rows)
    assert restored(" ".join([*lines, "...", *lines]), code) == [*lines, "...", *lines]


@given(st.sampled_from(CODES), ROWS, st.sampled_from(["    {}", "# {}", "#{}", "\t\t# {}", "\u200b{}"]))
def test_signs_in_front_of_all_lines_go(code: str, rows: list[tuple[int, float, float]], shape: str) -> None:
    lines = printed(code, rows)
    assert restored("\n".join(shape.format(line) for line in lines), code) == lines


@given(
    st.sampled_from(CODES[:2] + CODES[3:5]), ROWS, st.sampled_from(["{} {}", "{}. {}", "[{}] {}", "{}: {}", "{:02} {}"])
)
def test_numbers_of_lines_go_where_the_templates_say_so(
    code: str, rows: list[tuple[int, float, float]], shape: str
) -> None:
    lines = printed(code, rows * 2)
    text = "\n".join(shape.format(number, line) for number, line in enumerate(lines, 1))
    assert restored(text, code) == lines


@given(
    st.sampled_from(CODES),
    ROWS,
    st.sampled_from(["Copy", "复制代码", "由结果可知,w 趋近于-1,损失变小。", "Thanks for reading!"]),
)
def test_what_a_page_writes_behind_the_log_goes(code: str, rows: list[tuple[int, float, float]], junk: str) -> None:
    lines = printed(code, rows)
    assert restored("\n".join([*lines, "", junk]), code) == lines


@given(ROWS)
def test_entities_are_signs_again(rows: list[tuple[int, float, float]]) -> None:
    code = 'print("step %d -> w %g" % (i, w))'
    lines = printed(code, rows)
    assert restored("\n".join(line.replace(">", "&gt;") for line in lines), code) == lines


@given(st.lists(st.tuples(st.integers(0, 999), FLOATS, FLOATS), min_size=3, max_size=12))
def test_without_templates_the_words_of_the_log_tell_its_records(rows: list[tuple[int, float, float]]) -> None:
    lines = printed(CODES[0], rows)
    assert restored(" ".join(lines)) == lines


@given(ROWS)
def test_numbers_alone_are_not_split_where_no_template_says_how(rows: list[tuple[int, float, float]]) -> None:
    text = " ".join(f"{w} {loss}" for _, w, loss in rows)
    assert restored(text) == [text]


def test_numbers_in_front_are_the_log_s_own_where_the_template_prints_them() -> None:
    assert restored("1 0.5\n2 0.25\n3 0.125", "print(i, w)") == ["1 0.5", "2 0.25", "3 0.125"]
    assert restored("1: w 3\n2: w 4") == ["1: w 3", "2: w 4"]


def test_a_log_knows_its_lines_its_source_and_what_was_restored() -> None:
    text = "After 0 steps: w is 1.400000 , loss is 5.759999 After 1 steps: w is -0.040000 , loss is 0.921600"
    log = restore_log((Line(7, text), Line(8, "..."), Line(9, "Copy")), STEPS, Source.COMMENTS)
    assert log.lines == (
        Line(7, "After 0 steps: w is 1.400000 , loss is 5.759999"),
        Line(7, "After 1 steps: w is -0.040000 , loss is 0.921600"),
        Line(8, "..."),
    )
    assert (log.source, log.restored) == (Source.COMMENTS, ("text of the page", "line breaks"))


def test_rows_of_an_array_begin_lines_where_numpy_begins_them() -> None:
    text = "w1: [[-0.8 1.4] [ 0.1 0.2]] step 3"
    code = 'print("w1:\\n", w1)\nprint("step %d" % i)'
    assert restored(text, code) == ["w1:", " [[-0.8 1.4]", " [ 0.1 0.2]]", "step 3"]
    assert restored("w: [[1, 2], [3, 4]]", 'print("w:", w)') == ["w: [[1, 2], [3, 4]]"]


def test_lines_of_an_array_stay_as_they_are() -> None:
    text = "w1:\n [[-0.8 1.4]\n  [ 0.1 0.2]]\nstep 3"
    assert restored(text, 'print("w1:\\n", w1)\nprint("step %d" % i)') == text.split("\n")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("After 0 steps: w is 1.400000 , loss is 5.759999", 1.0),
        ("After 0 steps: w is 1.4 , loss is 5.7 After 1 steps: w is 1.5 , loss is 5.6", 1.0),
        ("# After 0 steps: w is 1.4 , loss is 5.7\n# ...", 1.0),
        ("After 0 steps: w is 1.4 , loss is 5.7\nsomething else", 0.5),
        ("w = tf.Variable(5)", 0.0),
        ("", 0.0),
    ],
)
def test_the_share_of_lines_that_the_code_prints(text: str, share: float) -> None:
    assert is_log_of(lines_of(text), STEPS) == share


def test_values_alone_fit_values_and_no_prose() -> None:
    assert is_log_of(lines_of("0.099 1 3.8\n0.098 2 2.8"), VALUES) == 1.0
    assert is_log_of(lines_of("so we see\nit gets smaller"), VALUES) == 0.0
    assert is_log_of(lines_of("0.099 1 3.8"), ()) == 0.0


def test_rows_of_a_printed_array_are_lines_of_the_log() -> None:
    assert is_log_of(lines_of("w:\n[[ 0.1 0.2]\n [ 0.3 0.4]]"), templates('print("w:")\nprint(w)')) == 1.0
