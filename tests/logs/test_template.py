"""Log templates."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.logs.template import LineMismatch, TemplateError, parse_template

NOTE_000 = "After %(step)s steps: w is %(w)f , loss is %(loss)f"
NOTE_001 = "%(learning_rate)s %(global_step)s %(w)s %(loss)s"


def test_a_record_is_rendered_as_the_note_printed_it() -> None:
    record = {"step": 0, "w": np.float32(1.4), "loss": np.float32(5.759999)}
    assert parse_template(NOTE_000).render(record) == "After 0 steps: w is 1.400000 , loss is 5.759999"


def test_a_line_of_the_note_gives_its_fields_as_printed() -> None:
    line = "After 6 steps: w is -0.990170 , loss is 0.000097"
    assert parse_template(NOTE_000).parse(line) == {"step": "6", "w": "-0.990170", "loss": "0.000097"}
    line = "0.069641344 36 -0.9922965 5.9343653e-05"
    assert parse_template(NOTE_001).parse(line) == {
        "learning_rate": "0.069641344",
        "global_step": "36",
        "w": "-0.9922965",
        "loss": "5.9343653e-05",
    }


def test_fields_are_in_the_order_of_the_line() -> None:
    assert parse_template("%(b)s %(a)s").fields == ("b", "a")


@pytest.mark.parametrize(
    ("template", "line", "fields"),
    [
        ("%(w)s %(b)s", "[ 3.  7.] 5", {"w": "[ 3.  7.]", "b": "5"}),
        ("%(w)s %(b)s", "[1. 2.] [3. 4.]", {"w": "[1. 2.]", "b": "[3. 4.]"}),
        ("%(w)s,%(b)s", "a b,c", {"w": "a b", "b": "c"}),
        ("%(line)s", "anything at all: 5, [6]", {"line": "anything at all: 5, [6]"}),
        ("%(w)5.1f|", "  1.0|", {"w": "1.0"}),
        ("%(w)-5.1f|", "1.0  |", {"w": "1.0"}),
        ("%(w)+.1e", "+1.0e+00", {"w": "+1.0e+00"}),
        ("%(w)f %(b)F", "nan -INF", {"w": "nan", "b": "-INF"}),
        ("%(w).f", "5", {"w": "5"}),
        ("%(w)#x", "0xff", {"w": "0xff"}),
        ("%(w)X", "FF", {"w": "FF"}),
        ("%(p)d%% done", "50% done", {"p": "50"}),
        ("w (%(w)s) [%(b)s]", "w (1) [2]", {"w": "1", "b": "2"}),
        ("%(w)10s|", "       abc|", {"w": "abc"}),
        ("%(w)r %(b)a", "'a b' 'c'", {"w": "'a b'", "b": "'c'"}),
        ("%(w)s ", "5", {"w": "5"}),
        ("%(w)s", "5   ", {"w": "5"}),
        ("%(w)f |", "5.0 |  ", {"w": "5.0"}),
    ],
)
def test_a_line_is_parsed(template: str, line: str, fields: dict[str, str]) -> None:
    assert parse_template(template).parse(line) == fields


@pytest.mark.parametrize(
    ("template", "line"),
    [
        (NOTE_000, "After 6 steps: w is -0.990170, loss is 0.000097"),
        (NOTE_000, "After 6 steps: w is -0.990170 , loss is"),
        (NOTE_000, "After 6 steps: w is minus , loss is 0.000097"),
        (NOTE_000, "In the end: After 6 steps: w is -0.990170 , loss is 0.000097"),
        (NOTE_001, "0.069641344 36 -0.9922965"),
        ("%(w)d", "5.0"),
        ("%(w)d", "ff"),
        ("%(w)f", "1_0"),
        ("%(w)s", ""),
    ],
)
def test_a_line_that_the_template_cannot_have_printed_is_refused(template: str, line: str) -> None:
    with pytest.raises(LineMismatch) as caught:
        parse_template(template).parse(line)
    assert repr(line) in str(caught.value)
    assert repr(template) in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no field", "names no field; write one like %(w)s"),
        ("100%", "has a stray %; write %% for a percent sign"),
        ("%(w)s is 100%", "has a stray %; write %% for a percent sign"),
        ("w is %f", "the conversion '%f' in the template 'w is %f' has no name; write %(name)f"),
        ("%()s", "has no name"),
        ("%(w)s %(w)f", "names the field 'w' twice"),
        ("%(w)y", "a field has no conversion %y (in the template '%(w)y'); the usual one is %(w)s"),
        ("%(w)*d", "has a stray %"),
        ("%(w)s\n%(b)s", "this one has a line break"),
    ],
)
def test_a_template_that_cannot_be_used_says_why(text: str, reason: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_template(text)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("%(w)99999999999s", "'%(w)99999999999s' has a width"),
        ("%(w)9999999999f", "'%(w)9999999999f' has a width"),
        ("%(w)-01001d", "'%(w)-01001d' has a width"),
        ("%(w).1001f", "'%(w).1001f' has a precision"),
        ("%(w)1." + "9" * 5000 + "e", "'%(w)1." + "9" * 54 + "...' has a precision"),
    ],
)
def test_a_width_that_no_log_has_is_refused(text: str, what: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_template(text)
    assert str(caught.value) == f"the conversion {what} beyond 1000, which no log has"


def test_a_width_of_a_long_line_is_none_of_these() -> None:
    assert parse_template("%(w)01000.1000f").render({"w": 0.5}) == "0." + "5".ljust(1000, "0")


def test_a_field_that_the_record_lacks_cannot_be_rendered() -> None:
    with pytest.raises(KeyError, match="loss"):
        parse_template(NOTE_000).render({"step": 0, "w": 1.0})


@pytest.mark.parametrize(
    ("item", "error"), [("five", TypeError), (float("nan"), ValueError), (float("inf"), OverflowError)]
)
def test_a_value_that_its_conversion_cannot_print_cannot_be_rendered(item: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse_template("%(w)d").render({"w": item})


def test_an_array_of_one_element_is_printed_as_a_number_by_a_number_conversion() -> None:
    # As NumPy before 2.x did when the notes were written: `print("%f" % sess.run(loss))` with a loss of shape (1, 1).
    record = {"loss": np.array([[5.76]], np.float32)}
    assert parse_template("%(loss)f").render(record) == "5.760000"
    assert parse_template("%(loss)s").render(record) == "[[5.76]]"


CONVERSIONS = ["s", "r", "f", ".3f", "12.4f", "-12.2e", "g", "+G", "08.3f", " f"]


@given(
    st.lists(st.tuples(st.sampled_from(CONVERSIONS), st.floats(width=32)), min_size=1, max_size=4),
    st.sampled_from([" ", ", ", " | ", "\t", "%%", " (x) "]),
)
def test_the_printed_floats_of_a_rendered_record_are_given_back(fields: list[tuple[str, float]], between: str) -> None:
    template = parse_template("w: " + between.join(f"%(w{i}){kind}" for i, (kind, _) in enumerate(fields)) + " .")
    line = template.render({f"w{i}": item for i, (_, item) in enumerate(fields)})
    expected = {f"w{i}": (f"%{kind}" % item).strip() for i, (kind, item) in enumerate(fields)}
    assert template.parse(line) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from(["d", "i", "5d", "-5d", "05d", "+d", "x", "#x", "#o", "X"]), st.integers()),
        min_size=1,
    )
)
def test_the_printed_integers_of_a_rendered_record_are_given_back(fields: list[tuple[str, int]]) -> None:
    template = parse_template(" ".join(f"%(n{i}){kind}" for i, (kind, _) in enumerate(fields)))
    line = template.render({f"n{i}": item for i, (_, item) in enumerate(fields)})
    assert template.parse(line) == {f"n{i}": (f"%{kind}" % item).strip() for i, (kind, item) in enumerate(fields)}


@given(st.lists(st.lists(st.floats(width=32), max_size=4), min_size=1, max_size=3))
def test_the_printed_arrays_of_a_rendered_record_are_given_back(arrays: list[list[float]]) -> None:
    record = {f"a{i}": np.array(array, np.float32) for i, array in enumerate(arrays)}
    template = parse_template(" ".join(f"%({name})s" for name in record))
    assert template.parse(template.render(record)) == {name: str(array) for name, array in record.items()}
