"""Specification of lists that name one thing after the other, put in the order of the names."""

import pytest

from harness.diagnose.sources.changed.by_name import Sorted, by_name


def test_names_and_expressions_with_one_name_each_are_put_in_order() -> None:
    assert by_name("names = ['b', 'a']\nx = join((rows['b'], 2 * rows['a']))\n") == Sorted(
        1, ("b", "a"), "names = ['a', 'b']\nx = join((2 * rows['a'], rows['b']))\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "x = ['a', 'b']\n",
        "x = ['b']\n",
        "x = ['b', 1, 'a']\n",
        "x = ['b', 'b']\n",
        "x = [('b', 'd'), ('a', 'c')]\n",
        "x = ['b', 'a'\n",
    ],
)
def test_what_is_in_order_or_names_more_than_one_thing_is_left(text: str) -> None:
    assert by_name(text) is None
