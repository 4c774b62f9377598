"""Series that are moved: what is asked quickly must never say no to what is found by looking closely."""

from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.evidence.agreement import all_agree, may_agree
from harness.diagnose.evidence.evidence import Paired
from harness.diagnose.evidence.moved import by, may_be_moved, move
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.printed import half_unit
from harness.words.series import Number, Series

TOLERANCES = Tolerances(Tolerance(), {})
FORMATS = ("%.2f", "%.4f", "%.6f", "%g", "%.3g", "%.9g", "%e", "%d", "%.1f%%")
BOUNDS = st.sampled_from((Tolerance(), Tolerance(ulps=0), Tolerance(relative=1e-3), Tolerance(absolute=0.05)))


def printed(name: str, texts: list[str]) -> Series:
    numbers = [
        Number(place, float(text.rstrip("%")) / (100 if "%" in text else 1), half_unit(text.rstrip("%")), text)
        for place, text in enumerate(texts)
    ]
    return Series(name, "", tuple(numbers))


@given(
    values=st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-0.02, 0.02)), min_size=1, max_size=12),
    formats=st.tuples(st.sampled_from(FORMATS), st.sampled_from(FORMATS)),
    tolerance=BOUNDS,
)
def test_numbers_that_agree_always_may(
    values: list[tuple[float, float]], formats: tuple[str, str], tolerance: Tolerance
) -> None:
    left = printed("w", [formats[0] % value for value, _ in values])
    right = printed("w", [formats[1] % (value + apart) for value, apart in values])
    paired = Paired("w", left, right, printed=True)
    agreeing = all_agree(paired, paired.together, tolerance)
    assert all(
        may_agree(paired, *pair, tolerance) for pair, agrees in zip(paired.together, agreeing, strict=True) if agrees
    )


def test_a_series_that_is_one_record_late_may_be_moved_by_one_and_by_no_other_number() -> None:
    left = printed("loss", ["4.00", "3.00", "2.00", "1.00", "0.50"])
    right = printed("loss", ["5.00", "4.00", "3.00", "2.00", "1.00"])
    paired = Paired("loss", left, right, printed=True)
    assert [shift for shift in (-2, -1, 0, 1, 2) if may_be_moved(paired, TOLERANCES, by(shift))] == [1]
    assert move(paired, TOLERANCES, by(1)).is_telling


def test_a_thousand_different_numbers_tell_no_more_than_three() -> None:
    texts = [f"{value}.25" for value in range(1000)]
    paired = Paired("loss", printed("loss", texts), printed("loss", texts[1:]), printed=True)
    assert move(paired, TOLERANCES, by(-1)).distinct == 3
