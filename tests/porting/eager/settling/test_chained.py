"""Specification of assignments to several names at once."""

import libcst as cst
import pytest

from harness.porting.eager.resolve import aliases_of
from harness.porting.eager.settling.chained import with_names_apart

HEAD = "import tensorflow as tf\ndef layer(x):\n    return x\n"


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("model = last = layer(x)  # logits\n", "last = layer(x)  # logits\nmodel = last\n"),
        ("# scores\na = b = c = tf.nn.relu(x)\n", "# scores\nc = tf.nn.relu(x)\na = c\nb = c\n"),
        ("a = b = 0\n", "a = b = 0\n"),
        ("a = b = open(x)\n", "a = b = open(x)\n"),
        ("a, b = c = layer(x)\n", "a, b = c = layer(x)\n"),
    ],
)
def test_what_is_computed_has_one_name_and_the_others_are_that(text: str, apart: str) -> None:
    module = cst.parse_module(HEAD + text)
    assert with_names_apart(module, aliases_of(module)).code == HEAD + apart
