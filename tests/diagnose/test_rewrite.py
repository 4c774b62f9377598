"""Edits of a script's text change the tokens that they should and nothing else, and no line gets another number."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.rewrite import float32_powers, true_division, with_constant


@pytest.mark.parametrize(
    ("source", "edited"),
    [
        ("rate = 0.1\n", "rate = 0.2\n"),
        ("rate = 1e-1\n", "rate = 0.2\n"),
        ("a, b = .10, 0.1 # 0.1\n", "a, b = 0.2, 0.2 # 0.1\n"),
        ("s = '0.1'; rate=-0.1", "s = '0.1'; rate=-0.2"),
        ("f(\n  0.1,\n  'größe', 0.1)\n", "f(\n  0.2,\n  'größe', 0.2)\n"),
        ('"""\n0.1\n"""\nx = 0.1\n', '"""\n0.1\n"""\nx = 0.2\n'),
        ("x = 0.1\x0c\ny = '\u2028' * 0.1\n", "x = 0.2\x0c\ny = '\u2028' * 0.2\n"),
    ],
)
def test_every_spelling_of_a_number_is_replaced(source: str, edited: str) -> None:
    assert with_constant(source, 0.1, 0.2) == edited


def test_a_negative_number_stands_in_brackets() -> None:
    assert with_constant("x = 2**8\n", 2, -0.5) == "x = (-0.5)**8\n"


@pytest.mark.parametrize("source", ["rate = 0.2\n", "rate = 10.1\n", "rate = 0.1j\n", "s = '0.1'\n", "", "# 0.1\n"])
def test_a_number_that_does_not_occur_gives_none(source: str) -> None:
    assert with_constant(source, 0.1, 0.2) is None


@pytest.mark.parametrize("source", ["print 0.1\n", "x = (0.1 // 2\n", "if x:\n0.1 // 2\n", "x = 0.1 // 2\0\n"])
def test_what_is_no_python_3_gives_none(source: str) -> None:
    assert with_constant(source, 0.1, 0.2) is None
    assert true_division(source) is None


@pytest.mark.parametrize(
    ("source", "edited"),
    [
        ("rate = 0.1 * 0.99 ** (step // 10)\n", "rate = 0.1 * 0.99 ** (step / 10)\n"),
        ("step //= 10  # not //\n", "step /= 10  # not //\n"),
        ("x = a//b//c; url = 'http://x'\n", "x = a/b/c; url = 'http://x'\n"),
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
        ("x = 0.99**n; y = f(x)**2\n", "x = F(0.99)**F(n); y = f(x)**2\n"),
        ("rate = (0.1 *\n  0.99 ** (\n  step))\n", "rate = (F(0.1) *\n  F(0.99) ** (\n  F(step)))\n"),
    ],
)
def test_a_decay_is_computed_in_float32(source: str, edited: str) -> None:
    assert float32_powers(source) == edited.replace("F(", '__import__("numpy").float32(')


@pytest.mark.parametrize("source", ["x = (a - b)**2\n", "x = 2**n\n", "x = w**-1\n", "f'{0.9**n}'\n", "print 0.9**n\n"])
def test_what_is_no_decay_stays(source: str) -> None:
    assert float32_powers(source) is None


@given(st.floats(min_value=0, allow_infinity=False, allow_nan=False), st.floats(allow_infinity=False, allow_nan=False))
def test_what_is_written_is_the_number_to_the_last_bit(old: float, new: float) -> None:
    edited = with_constant(f"def f():\n    return {old!r}\n\n\nx = 'unchanged'\n", old, new)
    assert edited is not None
    assert edited.count("\n") == 5
    namespace: dict[str, object] = {}
    exec(compile(ast.parse(edited), "edited.py", "exec"), namespace)
    assert eval("f()", namespace) == new
    assert namespace["x"] == "unchanged"


@given(st.text())
def test_no_text_makes_an_edit_fail(text: str) -> None:
    assert with_constant(text, 0.125, 0.25) is None or "0.125" in text or "125" in text
    assert true_division(text) is None or "//" in text
