"""Golden traces as files."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from pytest_regressions.file_regression import FileRegressionFixture

from harness.cases.golden import check_round_trip, dump_golden, read_golden
from harness.judging.judge import Tolerance
from harness.judging.traces import GOLDEN_FIRST_LINE, Tolerances, compare_with_trace, flatten
from harness.words.errors import UsageError
from harness.words.trace import Trace, Value
from harness.words.verdict import Verdict
from tests.traces import NUMBER_DTYPES, of, trace, traces, value, vector

HEAD = "# golden trace, format 1, measured by tf1.15\n"
SMALL = trace(
    of(step=1, w=vector(3, -0.1), rate=value(0.1, "float"), done=False, note='a "quoted", line\nand 中文'),
    of(step=2, w=vector(float("nan"), float("inf")), rate=value(1e-9, "float"), done=True, note=""),
    of(step=3, rate=value(0.1, "float32")),
)


def read_back(drawn: Trace) -> Trace:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.csv"
        path.write_text(dump_golden(drawn, "tf1.15"), encoding="utf-8")
        return read_golden(path)


def test_the_file_of_a_trace(file_regression: FileRegressionFixture) -> None:
    file_regression.check(dump_golden(SMALL, "tf1.15"), extension=".csv")


@pytest.mark.long
@given(traces((*NUMBER_DTYPES, "bool", "str", "complex128")))
def test_reading_a_dumped_trace_gives_every_bit_back(drawn: Trace) -> None:
    back = read_back(drawn)
    assert len(back) == len(drawn)
    # Columns are in the order of first appearance, so a record's fields may come in another order.
    for ours, theirs in zip(back.records, flatten(drawn).records, strict=True):
        assert trace(ours).fingerprint() == trace({name: theirs[name] for name in ours}).fingerprint()
        assert set(ours) == set(theirs)


@given(traces((*NUMBER_DTYPES, "bool", "str")))
def test_a_trace_is_identical_to_its_own_golden_file(drawn: Trace) -> None:
    exact = Tolerances(Tolerance(ulps=0), {})
    assert compare_with_trace(drawn, read_back(drawn), exact, step_field=None).verdict is Verdict.IDENTICAL


@pytest.mark.long
@given(traces(("str", "float32")))
def test_a_golden_file_has_a_line_for_each_record_whatever_its_texts(drawn: Trace) -> None:
    lines = dump_golden(drawn, "tf1.15").splitlines()
    assert len(lines) == GOLDEN_FIRST_LINE - 1 + len(drawn)


@pytest.mark.parametrize("text", ["\ud800", "\x85", "\u2028", "\x00", "0", "null", "#", "a\r\nb"])
def test_any_text_is_given_back(text: str) -> None:
    assert read_back(trace(of(line=text))) == trace(of(line=text))


@pytest.mark.parametrize("dtype", ["float", "float16", "bfloat16", "float32", "float64"])
def test_what_is_no_usual_number_is_given_back(dtype: str) -> None:
    special = trace(*(of(w=value(item, dtype)) for item in (-0.0, 0.0, float("inf"), -float("inf"), float("nan"))))
    assert read_back(special).fingerprint() == special.fingerprint()


def test_a_field_that_changes_its_dtype_has_two_columns() -> None:
    changing = trace(of(w=value(1.0)), of(w=value(1.0, "float64")))
    assert dump_golden(changing, "tf1.15").splitlines()[1:] == ["w:float32,w:float64", "1.0,", ",1.0"]
    assert read_back(changing) == changing


def test_an_array_is_read_as_its_elements() -> None:
    assert read_back(trace(of(w=vector(3, 7)))) == trace({"w[0]": value(3.0), "w[1]": value(7.0)})


def test_a_number_is_read_as_its_dtype() -> None:
    back = read_back(trace(of(w=value(0.1), rate=value(0.1, "float"), step=Value("uint8", (), (255,)))))
    assert back.records[0]["w"].items == (0.10000000149011612,)
    assert back.records[0]["rate"].items == (0.1,)
    assert back.records[0]["step"].items == (255,)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "this is no golden trace: its first line should start with '# golden trace, format 1'"),
        ("w:float32\n1.0\n", 1, "this is no golden trace"),
        (HEAD, 2, "the second line should name the columns as name:dtype"),
        (HEAD + "w\n1.0\n", 2, "the second line should name the columns as name:dtype, not 'w'"),
        (HEAD + ":float32\n1.0\n", 2, "the second line should name the columns as name:dtype, not ':float32'"),
        (HEAD + "w:float31\n1.0\n", 2, "not 'w:float31'"),
        (HEAD + "w:object\n1.0\n", 2, "not 'w:object'"),
        (HEAD + "w:float32\n1.0\n1.0,2.0\n", 4, "2 cells for 1 columns"),
        (HEAD + "w:float32\n1.0\n\n", 4, "0 cells for 1 columns"),
        (HEAD + "w:float32\none\n", 3, "'one' is no float32 (column w)"),
        (HEAD + "w:int32\n1.5\n", 3, "'1.5' is no int32 (column w)"),
        (HEAD + "w:uint8\n256\n", 3, "'256' is no uint8 (column w)"),
        (HEAD + "w:bool\nyes\n", 3, "'yes' is no bool (column w)"),
        (HEAD + "w:str\nabc\n", 3, "'abc' is no str (column w)"),
        (HEAD + "w:str\n5\n", 3, "'5' is no str (column w)"),
        (HEAD + "w:str\n" + "[" * 100000 + "\n", 3, "'" + "[" * 60 + "...' is no str (column w)"),
        (HEAD + "w:float32,w:float64\n1.0,1.0\n", 3, "two values for the field 'w'"),
    ],
)
def test_a_file_that_is_no_golden_trace_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = tmp_path / "graph.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_golden(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert message in caught.value.message
    assert caught.value.message.endswith("; pytest --force-regen writes it anew")


def test_a_long_text_is_given_back() -> None:
    long = trace(of(line="x" * 900000))
    assert read_back(long) == long


def test_an_empty_array_is_kept_with_its_dtype_and_shape() -> None:
    empty = trace({"w": Value("float32", (0, 3), ()), "b": value(1.0)})
    exact = Tolerances(Tolerance(ulps=0), {})
    assert dump_golden(empty, "tf1.15").splitlines()[1:] == [
        "w[]:str,b:float32",
        '"""float32 of shape (0, 3)""",1.0',
    ]
    assert compare_with_trace(empty, read_back(empty), exact, step_field=None).verdict is Verdict.IDENTICAL
    for other in ({"b": value(1.0)}, {"w": Value("float64", (0, 3), ()), "b": value(1.0)}):
        assert compare_with_trace(trace(other), read_back(empty), exact, step_field=None).verdict is Verdict.DIVERGED


def test_what_would_be_refused_when_read_is_found_out_before_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "graph.csv"
    check_round_trip(dump_golden(SMALL, "tf1.15"), SMALL, path)
    nameless = trace(of(**{"": 1.0}))
    with pytest.raises(
        UsageError, match="the trace cannot be kept as a golden trace, which would be refused: the second"
    ):
        check_round_trip(dump_golden(nameless, "tf1.15"), nameless, path)


def test_a_file_that_is_not_there_or_not_utf_8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_golden(tmp_path / "graph.csv")
    (tmp_path / "graph.csv").write_bytes(HEAD.encode() + b"w:str\n\xff\n")
    with pytest.raises(UsageError, match="is not UTF-8 at byte 51"):
        read_golden(tmp_path / "graph.csv")
