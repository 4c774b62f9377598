"""Documents of known code and a known log, damaged as scrapers do: the log comes back exactly."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.documents.examples import examples_of
from harness.documents.reading import read_document
from tests.documents.restore import damages

_CODE = """\
import tensorflow as tf

w = tf.Variable(5.0)
loss = tf.square(w + 1)
step = tf.train.GradientDescentOptimizer(0.2).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(40):
        sess.run(step)
        w_val, loss_val = sess.run([w, loss])
        {print}
"""
# How the code prints, and the line that it prints.
_PRINTS = {
    "percent": (
        'print("After %d steps: w is %f, loss is %g" % (i, w_val, loss_val))',
        "After {} steps: w is {}, loss is {}",
    ),
    "format": ('print("step {{}} | w {{}} | loss {{}}".format(i, w_val, loss_val))', "step {} | w {} | loss {}"),
    "f-string": ('print(f"epoch {{i}}: w={{w_val:.4f}} loss={{loss_val:.4f}}")', "epoch {}: w={} loss={}"),
    "chinese": (
        'print("第 %s 次迭代后的w是 %f,对应的loss值是 %f" % (i, w_val, loss_val))',
        "第 {} 次迭代后的w是 {},对应的loss值是 {}",
    ),
    "python 2": ('print "w", w_val, "at", i, "of", loss_val', "w {1} at {0} of {2}"),
}
_CODE_DAMAGES = (
    damages.no_indentation,
    damages.no_indentation_nor_blank_lines,
    damages.no_line_breaks,
    damages.curly_quotes,
    damages.entities,
    damages.numbers,
    damages.numbers_with_dots,
    damages.a_margin,
    damages.wide_spaces,
)


def _as_it_is(lines: list[str]) -> str:
    return "\n".join(lines)


def _in_one_line(lines: list[str]) -> str:
    return " ".join(lines)


def _counted(lines: list[str]) -> str:
    return "\n".join(f"{number} {line}" for number, line in enumerate(lines, start=1))


def _indented(lines: list[str]) -> str:
    return "\n".join(f"      {line}" for line in lines)


def _as_entities(lines: list[str]) -> str:
    return damages.entities("\n".join(lines))


_LOG_DAMAGES = (_as_it_is, _in_one_line, _counted, _indented, _as_entities)
_VALUES = st.floats(-99, 99, allow_nan=False).map(lambda value: f"{value:.6f}")
_ROWS = st.lists(st.tuples(_VALUES, _VALUES), min_size=3, max_size=8)


def _log_of(text: str, name: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        (example,) = [each for each in examples_of(read_document(path)) if each.log is not None]
    assert example.log is not None
    return [line.text for line in example.log.lines]


@pytest.mark.parametrize("form", _PRINTS)
@pytest.mark.parametrize("code_damage", _CODE_DAMAGES)
@settings(max_examples=8)
@given(rows=_ROWS, log_damage=st.sampled_from(_LOG_DAMAGES), fenced=st.booleans())
def test_the_log_comes_back_line_by_line(
    form: str,
    code_damage: Callable[[str], str],
    rows: list[tuple[str, str]],
    log_damage: Callable[[list[str]], str],
    *,
    fenced: bool,
) -> None:
    printing, line = _PRINTS[form]
    lines = [line.format(number, *row) for number, row in enumerate(rows)]
    code, log = code_damage(_CODE.format(print=printing.replace("{{", "{").replace("}}", "}"))), log_damage(lines)
    if fenced:
        text, name = f"# A note\n\n```python\n{code}\n```\n\nOutput:\n\n```\n{log}\n```\n", "note.md"
    else:
        text, name = f"A note on rates.\n\n{code}\n\n运行结果:\n\n{log}\n", "note.txt"
    assert _log_of(text, name) == lines
