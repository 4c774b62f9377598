"""Edits of a script's text change the tokens that they should and nothing else, and no line gets another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.sources.changed.rewrite import float32_powers, true_division


@pytest.mark.parametrize(
    "source", ["print 0.9**n // 2\n", "x = (0.9**n // 2\n", "if x:\n0.9**n // 2\n", "x = 0.9**n // 2\0\n"]
)
def test_what_is_no_python_3_gives_none(source: str) -> None:
    assert float32_powers(source) is None
    assert true_division(source) is None


@pytest.mark.parametrize(
    ("source", "edited"),
    [
        ("rate = 0.1 * 0.99 ** (step // 10)\n", "rate = 0.1 * 0.99 ** (step / 10)\n"),
        ("step //= 10  # not //\n", "step /= 10  # not //\n"),
        ("x = a//b//c; url = 'http://x'\n", "x = a/b/c; url = 'http://x'\n"),
        ("x = a\x0c\ny = '\u2028größe' * a//b\n", "x = a\x0c\ny = '\u2028größe' * a/b\n"),
    ],
)
def test_floor_division_becomes_true_division(source: str, edited: str) -> None:
    assert true_division(source) == edited


def test_a_script_without_floor_division_gives_none() -> None:
    assert true_division("x = a / b  # //\ns = '//'\n") is None


@pytest.mark.parametrize(
    ("source", "edited"),
    [
        ("rate = 0.1 * 0.99 ** step\n", "rate = F(0.1) * F(0.99) ** F(step)\n"),
        ("größe(a, 0.1*0.99**(step / 10))\n", "größe(a, F(0.1)*F(0.99)**(F(step / 10)))\n"),
        ("rate = start * decay ** step * g\n", "rate = F(start) * F(decay) ** F(step) * g\n"),
        ("rate = 0.9 ** a ** b\n", "rate = F(0.9) ** F(F(a) ** F(b))\n"),
        ("x = 0.99**n; y = f(x)**2\n", "x = F(0.99)**F(n); y = f(x)**2\n"),
        ("rate = (0.1 *\n  0.99 ** (\n  step))\n", "rate = (F(0.1) *\n  F(0.99) ** (\n  F(step)))\n"),
    ],
)
def test_a_decay_is_computed_in_float32(source: str, edited: str) -> None:
    assert float32_powers(source) == edited.replace("F(", '__import__("numpy").float32(')


@pytest.mark.parametrize("source", ["x = (a - b)**2\n", "x = 2**n\n", "x = w**-1\n", "f'{0.9**n}'\n", "print 0.9**n\n"])
def test_what_is_no_decay_stays(source: str) -> None:
    assert float32_powers(source) is None


@given(st.text())
def test_no_text_makes_an_edit_fail(text: str) -> None:
    assert float32_powers(text) is None or "**" in text
    assert true_division(text) is None or "//" in text
