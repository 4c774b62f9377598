"""reStructuredText, every block literally."""

import pytest

from harness.documents.document import Day
from harness.documents.rst import blocks_of_rst, facts_of_rst
from tests.documents.shown import Shown, shown

CASES: dict[str, tuple[str, list[Shown]]] = {
    "literal blocks, directives, unknown ones, sessions, tables": (
        (
            ".. highlight:: console\n"
            "\n"
            "Text::\n"
            "\n"
            "   $ python x.py\n"
            "   step 1 loss 2\n"
            "   step 2 loss 1\n"
            "\n"
            ".. code-block:: python\n"
            "   :caption: x\n"
            "\n"
            "   import tensorflow as tf\n"
            "\n"
            "- item::\n"
            "\n"
            "    y = tf.constant(1)\n"
            "\n"
            ">>> tf.constant(1)\n"
            "<tf.Tensor>\n"
            "\n"
            ".. tabs::\n"
            "\n"
            "   .. tab:: A\n"
            "\n"
            "      .. code:: python\n"
            "\n"
            "         z = 1\n"
            "\n"
            "+---+---+\n"
            "| a | b |\n"
            "+===+===+\n"
            "| 1 | 2 |\n"
            "+---+---+\n"
            "\n"
            ".. testoutput::\n"
            "\n"
            "   5.0\n"
        ),
        [
            ("PROSE", "", [(3, "Text:")]),
            ("OUTPUT", "", [(6, "step 1 loss 2"), (7, "step 2 loss 1")]),
            ("CODE", "python", [(12, "import tensorflow as tf")]),
            ("PROSE", "", [(14, "- item:")]),
            ("CODE", "", [(16, "y = tf.constant(1)")]),
            ("CODE", "pycon", [(18, ">>> tf.constant(1)"), (19, "<tf.Tensor>")]),
            ("CODE", "python", [(27, "z = 1")]),
            ("PREFORMATTED", "table", [(30, "a\tb"), (32, "1\t2")]),
            ("OUTPUT", "", [(37, "5.0")]),
        ],
    ),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES.keys())
def test_blocks(text: str, blocks: list[Shown]) -> None:
    assert shown(blocks_of_rst(text)) == blocks


def test_tables_of_directives_and_a_mark_without_a_text() -> None:
    text = (
        ".. csv-table:: t\n   :header: step, loss\n\n   1, 0.5\n\n::\n\n  x = tf.constant(1)\n\n"
        ".. list-table::\n\n   * - step\n     - loss\n   * - 2\n     - 0.4\n"
    )
    assert shown(blocks_of_rst(text)) == [
        ("PREFORMATTED", "table", [(2, "step\tloss"), (4, "1\t0.5")]),
        ("CODE", "", [(8, "x = tf.constant(1)")]),
        ("PREFORMATTED", "table", [(12, "step\tloss"), (14, "2\t0.4")]),
    ]


def test_the_day_is_that_of_a_field() -> None:
    text = "A title\n=======\n\n:Author: somebody\n:Date: 2017-06-12\n\nText\n"
    assert facts_of_rst(text) == ("A title", Day("2017-06-12", "date in front matter, line 5"))
