"""How two traces relate, number by number."""

from hypothesis import given

from harness.atlas.relation import Relation, relate
from harness.words.trace import Trace, Value
from tests.traces import NUMBER_DTYPES, traces


def one(value: Value, name: str = "w") -> Trace:
    return Trace(({name: value},))


def single(number: float, dtype: str = "float32") -> Value:
    return Value(dtype, (), (number,))


@given(traces(NUMBER_DTYPES))
def test_a_trace_has_the_same_bits_as_itself(trace: Trace) -> None:
    assert relate(trace, trace) == Relation("same bits")


def test_names_do_not_matter_their_order_does() -> None:
    assert relate(one(single(4.5), "w"), one(single(4.5), "weight")) == Relation("same bits")


def test_neighbouring_numbers_are_an_ulp_apart() -> None:
    relation = relate(one(single(1.0)), one(single(1.0000001192092896)))
    assert relation == Relation("close", 1)
    assert relation.text == "within 1 ULP"


def test_other_numbers_are_shown_with_their_place() -> None:
    left = Value("float32", (2,), (1.0, 4.900000095367432))
    right = Value("float32", (2,), (1.0, 4.5))
    assert relate(one(left), one(right)).text == "other numbers: w[1] 4.9 against 4.5"


def test_the_same_numbers_of_another_dtype_are_told() -> None:
    assert relate(one(single(2.0)), one(single(2.0, "float64"))).text == "other dtype: w float32 against float64"


def test_another_shape_is_told() -> None:
    assert (
        relate(one(Value("float32", (1,), (2.0,))), one(single(2.0))).text == "other shape: w of shape (1,) against ()"
    )


def test_a_nan_is_a_nan_and_no_number() -> None:
    nan = single(float("nan"))
    assert relate(one(nan), one(nan)) == Relation("same bits")
    assert relate(one(nan), one(single(1.0))).kind == "other numbers"


def test_the_sign_of_a_zero_is_a_bit() -> None:
    assert relate(one(single(0.0)), one(single(-0.0))).kind == "other numbers"


def test_more_records_are_another_shape() -> None:
    both = Trace(({"w": single(1.0)}, {"w": single(1.0)}))
    assert relate(one(single(1.0)), both).text == "other shape: 1 records against 2"
