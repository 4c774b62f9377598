"""A script that prints, as a trace that yields."""

import subprocess
import sys

from harness.documents.as_trace import as_trace

_SCRIPT = """\
import math

w = 5.0
for i in range(3):
    w = w - 0.1 * (2 * w + 2)  # a step
    print("After %s steps: w is %f" % (i, w))  # and what it came to
"""


def _printed(text: str) -> str:
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout


def test_the_one_print_of_a_script_becomes_a_yield_and_prints_the_same() -> None:
    made = as_trace(_SCRIPT, "After %(i)s steps: w is %(w)f", "a title")
    assert made is not None
    assert '        yield {"i": i, "w": w}\n' in made.text
    assert made.text.startswith('import math\n\n\ndef trace():\n    """a title."""\n    w = 5.0\n')
    assert _printed(made.text) == _printed(_SCRIPT)


def test_a_long_string_keeps_its_lines() -> None:
    script = 'text = """\nfirst\n  second"""\nprint("%s" % len(text))\n'
    made = as_trace(script, "%(n)s", "t")
    assert made is not None
    assert _printed(made.text) == _printed(script)


def test_a_script_with_two_prints_or_one_in_a_function_is_none() -> None:
    assert as_trace("print(1)\nprint(2)\n", "%(a)s", "t") is None
    assert as_trace("def f(x):\n    print('%s' % x)\nf(1)\n", "%(x)s", "t") is None
