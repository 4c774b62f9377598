"""What is gone is imported where it is used, if that is a branch which need not be taken."""

import pytest

from harness.porting.late_imports import with_late_imports

OLD = """import tensorflow as tf
# port: tf.contrib.rnn is gone
from tensorflow.contrib import rnn


def cell_of(kind):
    if kind == "lstm":
        return tf.nn.rnn_cell.LSTMCell(3)
    elif kind == "nas":
        # port: tf.contrib.rnn.NASCell is gone
        return rnn.NASCell(3)
"""
NEW = """import tensorflow as tf


def cell_of(kind):
    if kind == "lstm":
        return tf.nn.rnn_cell.LSTMCell(3)
    elif kind == "nas":
        # port: tf.contrib.rnn is gone
        from tensorflow.contrib import rnn
        # port: tf.contrib.rnn.NASCell is gone
        return rnn.NASCell(3)
"""


def test_an_import_that_one_branch_uses_stands_there_with_its_mark() -> None:
    assert with_late_imports(OLD) == NEW
    assert with_late_imports(NEW) == NEW


@pytest.mark.parametrize(
    "text",
    [
        f"{OLD}cell = rnn.NASCell(3)\n",
        OLD.replace('kind == "lstm"', "kind == rnn.KIND"),
        OLD.replace("tensorflow.contrib", "cells"),
        "from tensorflow.contrib import rnn\nif x: y = rnn.NASCell(3)\n",
        "from tensorflow.contrib import rnn\nsize = 3\n",
    ],
)
def test_one_that_something_else_uses_as_well_stays(text: str) -> None:
    assert with_late_imports(text) == text
