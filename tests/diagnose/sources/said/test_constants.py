"""Specification of numbers that only one of two scripts has, and of the one that may stand for another."""

import pytest

from harness.diagnose.sources.said.constants import Swap, constants_in, swaps
from harness.diagnose.sources.text.syntax import edited


def texts(left: str, right: str) -> list[str | None]:
    return [edited(right, each.edits) for each in swaps(left, right)]


def told(swap: Swap) -> list[tuple[str, str]]:
    return [(mine.text, other.text) for mine, other in zip(swap.places, swap.others, strict=True)]


def test_a_number_has_the_name_that_it_is_given_to() -> None:
    source = "decay = 0.9\nf(rate=0.1)\ndef g(tau=0.5): pass\nx = w * 2.5\nself.eps = -1e-3\n"
    assert [(each.text, each.name) for each in constants_in(source)] == [
        ("0.9", "decay"),
        ("0.1", "rate"),
        ("0.5", "tau"),
        ("2.5", "x"),
        ("1e-3", "eps"),
    ]


def test_what_both_scripts_have_stays_and_the_likeliest_is_the_one_of_that_name() -> None:
    left = "steps = 20\ndecay = 0.99\nrate = 0.05\n"
    right = "steps = 20\nrate = 0.05\nema_decay = 0.9\nscale = 3.0\n"
    assert texts(left, right)[0] == "steps = 20\nrate = 0.05\nema_decay = 0.99\nscale = 3.0\n"


def test_two_shares_that_add_up_to_one_are_changed_together() -> None:
    (first, *_) = swaps("decay = 0.99\n", "a = 0.9 * a + 0.1 * w\n")
    assert sorted(told(first)) == [("0.1", "(1 - 0.99)"), ("0.9", "0.99")]


def test_all_places_of_one_number_are_changed_together_and_then_each() -> None:
    found = texts("c = clip(v, -0.01, 0.01)\n", "c = clip(v, -0.1, 0.1)\n")
    assert found == [
        "c = clip(v, -0.01, 0.01)\n",
        "c = clip(v, -0.01, 0.1)\n",
        "c = clip(v, -0.1, 0.01)\n",
    ]


def test_a_list_of_the_same_numbers_in_another_order_is_put_in_order() -> None:
    assert texts("weights = [1.0, 4.0]\n", "class_weights = [4.0, 1.0]\n") == ["class_weights = [1.0, 4.0]\n"]


def test_a_flag_is_no_number() -> None:
    assert swaps("f(centered=True, size=2)\n", "f(centered=False, size=2)\n")[0].edits[0].text == "True"
    assert swaps("f(bias=True)\n", "f(0.5)\n") == ()


@pytest.mark.parametrize("text", ["", "x = f'{0.5}'\n", "this is no Python\n", "print('0.5')\n"])
def test_a_text_without_numbers_has_none_to_change(text: str) -> None:
    assert constants_in(text) == ()
    assert swaps(text, "x = 0.5\n") == swaps("x = 0.5\n", text) == ()


def test_the_same_numbers_in_another_order_of_lines_are_the_same() -> None:
    assert swaps("a = 1\nb = 0.5\n", "b = 0.5\na = 1\n") == ()


def test_a_number_that_stands_everywhere_is_none_of_another_name() -> None:
    assert swaps("total = 0.0\n", "shift = 0.1\n") == ()
    assert [each.others[0].text for each in swaps("shift = 0.0\n", "shift = 0.1\n")] == ["0.0"]
