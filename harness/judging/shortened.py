"""Short texts beside longer ones: were they rounded, did they lose zeros, or are they exact?"""

import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from harness.judging.edges import Prints
from harness.logs.formats import FEWEST, LENGTHS, Format, decimals_of, ends_in_zero, format_of
from harness.words.printed import LEAST_DIGITS, digits_of, half_of_place, integer_in
from harness.words.series import Number

Pairs = Sequence[tuple[Number, Number]]

# A number that is printed to the last digit seldom lies this near to the middle, in half units, of one that is rounded.
_TOO_NEAR = 1e-3
# So few digits a setting may have: in a single row (0.1, 0.001), in several (0.25), where it stays the same (0.999).
_SHORT_ALONE, _SHORT, _SHORT_CONSTANT = 1, 2, 3
# Rows that do not show whether zeros are left out, and the digits of numbers that are no settings.
_FEW_ROWS, _LONG = 3, 5
# What shows a format: so many different shorter texts, beside as many different longer ones, of as many places more.
_SHOWN_BY = ((3, 3, 2), (5, 5, 1), (2, 10, 1))
# So many numbers that differ show that the two sides have two formats; a single one has lost a zero, or is another.
_SEVERAL = 2
# Rounded numbers lie anywhere in their units, at least so far apart, in half units; and nearly all of them do.
_SCATTER, _NEARLY_ALL = 0.3, 0.8


def units_of_formats(pairs: Pairs, read: Sequence[Prints | None]) -> list[Prints | None]:
    """Give what the printing of each pair of a column accounts for, by what both sides show of their formats.

    - The shorter numbers are the longer ones in one format: that is what printed them, whatever zeros it left out.
    - Both sides print most numbers with the same text, so by one format: what is shorter on one side lost its zeros.
    - The longer numbers lie too near to the shorter ones to have been rounded to them: those lost their zeros, too.
    - Any other text of one or two digits, in a single row of one, may be exact, as a rate of 0.1 is; it is rounded
      only if its column shows a zero that a fixed format prints (``0.10``), or longer numbers with as many decimals.
      A rate of 0.1 in each row beside 0.12 is another rate.
    - In a few rows one long number, 1.195049, beside one of one digit more, 1.1950481, has lost a zero more likely than
      two formats that differ by a digit have met.
    """
    for side in (0, 1):
        format_ = _shown_format(pairs, side)
        if format_ is not None:
            return [each and _printed_by(format_, pair, side, each) for pair, each in zip(pairs, read, strict=True)]
    if _is_one_format(pairs):
        return [each and _with_units(each, each.fine or each.coarse, each.fine) for each in read]
    if _leaves_out_zeros([each for each in read if each is not None]):
        return [_as_long(each) if each is not None and _is_rough(each) else each for each in read]
    shortest = _shortest(pairs)
    unsure = [side for side in (0, 1) if not _shows_its_format({pair[side].text for pair in pairs}, shortest)]
    lone = len(pairs) <= _FEW_ROWS and sum(_coarser(pair) is not None for pair in pairs) == 1
    return [
        each and _by_length(pair, each, unsure, shortest, lone=lone) for pair, each in zip(pairs, read, strict=True)
    ]


def _shown_format(pairs: Pairs, side: int) -> Format | None:
    """The format that printed this side, as the longer numbers of the other side show it."""
    facing = [(pair[side], pair[1 - side]) for pair in pairs if all(digits_of(each.text) for each in pair)]
    apart = [pair for pair in facing if pair[0].text != pair[1].text]
    differing = [(short, long) for short, long in apart if _decimal(short.text) != _decimal(long.text)]
    more = sorted(decimals_of(long.text) - decimals_of(short.text) for short, long in differing)
    shorts, longs = ({each[of_side].text for each in differing} for of_side in (0, 1))
    shown = any(len(shorts) >= few and len(longs) >= many and more[-1] >= by for few, many, by in _SHOWN_BY)
    if not shown or more[int((1 - _NEARLY_ALL) * len(more))] <= 0:
        return None
    best, found = 0.0, None
    for counted, length in LENGTHS.items():
        format_ = Format(counted, max(length(short.text) for short, _ in facing), 1.0)
        places = [(long.value - short.value, format_.slack(short.text), long.slack) for short, long in differing]
        within = [gap / half for gap, half, open_ in places if abs(gap) <= 1.000001 * half + open_]
        if len(within) > best and max(within) - min(within) >= _SCATTER:
            best, found = len(within), format_
    return found if best >= _NEARLY_ALL * len(differing) else None


def _printed_by(format_: Format, pair: tuple[Number, Number], side: int, prints: Prints) -> Prints:
    short, long = format_.slack(pair[side].text), pair[1 - side].slack
    return _with_units(prints, max(short, long), min(short, long))


def _with_units(prints: Prints, coarse: float, fine: float) -> Prints:
    """The same with other units; itself, where they are its own, as those of most numbers of a long log are."""
    if (coarse, fine) == (prints.coarse, prints.fine):
        return prints
    return replace(prints, coarse=coarse, fine=fine)


def _is_one_format(pairs: Pairs) -> bool:
    """Whether both sides print most numbers of a column with the same text, and none that shows another format."""
    texts = [(left.text, right.text) for left, right in pairs]
    if len(texts) < 2 or 2 * sum(left == right != "" for left, right in texts) < len(texts):
        return False
    if any(left != right and _decimal(left) == _decimal(right) is not None for left, right in texts):
        return False
    if sum(left != right for left, right in texts) < _SEVERAL:
        return True
    left, right = (format_of([text for text in side if _is_float(text)]) for side in zip(*texts, strict=True))
    return left is None or right is None or (left.counted, left.places) == (right.counted, right.places)


def _leaves_out_zeros(column: Sequence[Prints]) -> bool:
    """Whether the coarser prints of a column are short because zeros were left out: the finer ones lie nearer to them
    than rounded numbers would. 0.5 is 0.500000 beside 0.500012, and a rounded number beside 0.5234."""
    rough = [each for each in column if _is_rough(each) and each.gap > each.noise]
    return bool(rough) and all(each.gap <= _TOO_NEAR * each.coarse for each in rough)


def _is_rough(prints: Prints) -> bool:
    return prints.fine < _TOO_NEAR * prints.coarse


def _as_long(prints: Prints) -> Prints:
    """The same with the zeros that a number of ``%g`` has, or of the other side where that shows fewer."""
    number = abs(prints.left) or abs(prints.right)
    place = half_of_place(math.floor(math.log10(number)) + 1 - LEAST_DIGITS) if number else 0.0
    return _with_units(prints, max(prints.fine, min(place, prints.coarse)), prints.fine)


def _coarser(pair: tuple[Number, Number]) -> int | None:
    left, right = pair
    return None if left.slack == right.slack else int(right.slack > left.slack)


def _by_length(
    pair: tuple[Number, Number], prints: Prints, unsure: Sequence[int], shortest: int, *, lone: bool
) -> Prints:
    """What the printing of a pair accounts for whose column shows no format."""
    side = _coarser(pair)
    if side is None:
        return prints
    digits = digits_of(pair[side].text)
    if lone and digits >= _LONG and digits_of(pair[1 - side].text) == digits + 1:
        return _with_units(prints, prints.fine, prints.fine)
    return _as_long(prints) if side in unsure and digits <= shortest else prints


def _shortest(pairs: Pairs) -> int:
    """The digits that a text may have and still be exact."""
    if len(pairs) == 1:
        return _SHORT_ALONE
    constant = all(len({pair[side].text for pair in pairs}) == 1 for side in (0, 1))
    return _SHORT_CONSTANT if constant else _SHORT


def _shows_its_format(texts: Collection[str], shortest: int) -> bool:
    """Whether the texts of one side show the format that printed them: whole numbers as Python writes them (3.0) and
    short ones do not."""
    floats = [text for text in texts if _is_float(text)]
    if any(map(ends_in_zero, floats)):
        return True
    found = format_of(floats)
    if found is None or (found.share < 1 and len(floats) < FEWEST):
        return False
    return any(digits_of(text) > shortest and not text.endswith(".0") for text in floats)


def _is_float(text: str) -> bool:
    return digits_of(text) > 0 and integer_in(text.removesuffix("%")) is None


def _decimal(text: str) -> Decimal | None:
    return Decimal(text.removesuffix("%")) if digits_of(text) else None
