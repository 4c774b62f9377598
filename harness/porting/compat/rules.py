"""What stands for a symbol that ``tf.compat.v1`` does not have: a rule, and how one is looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rule:
    """``to`` is the name of what computes the same, ``tf.X``, or ``@name`` for a helper that is written into the port.

    ``order`` names the arguments that the old function took by place, as the new one calls them, where its own order is
    another; ``keywords`` renames arguments given by name (None: it is left out, for it changes nothing). ``only`` are
    the arguments that may be given, where others would change what is computed (empty: any).
    """

    to: str
    order: tuple[str, ...] = ()
    keywords: Mapping[str, str | None] = field(default_factory=dict)
    only: tuple[str, ...] = ()

    @property
    def helper(self) -> str | None:
        """The helper's name, None for a rule that needs none."""
        return self.to[1:] if self.to.startswith("@") else None

    @property
    def needs_call(self) -> bool:
        """Whether it holds for calls alone, not for the function handed on as a value."""
        return bool(self.order or self.keywords or self.only)


# Private places from which scripts took what is public elsewhere, and modules that were called otherwise; the longer
# ones first.
_PLACES = (
    ("tf.models.rnn.rnn_cell.", "tf.nn.rnn_cell."),
    ("tf.models.rnn.rnn.", "tf.nn."),
    ("tf.models.rnn.seq2seq.", "tf.contrib.legacy_seq2seq."),
    ("tf.python.ops.rnn_cell_impl.", "tf.nn.rnn_cell."),
    ("tf.python.ops.rnn_cell.", "tf.nn.rnn_cell."),
    ("tf.python.ops.rnn.", "tf.nn."),
    ("tf.python.ops.seq2seq.", "tf.contrib.legacy_seq2seq."),
    ("tf.nn.seq2seq.", "tf.contrib.legacy_seq2seq."),
    ("tf.contrib.rnn.python.ops.core_rnn_cell_impl.", "tf.contrib.rnn."),
    ("tf.contrib.rnn.python.ops.core_rnn_cell.", "tf.contrib.rnn."),
    ("tf.contrib.rnn.python.ops.core_rnn.", "tf.contrib.rnn."),
    ("tf.contrib.rnn.python.ops.rnn_cell.", "tf.contrib.rnn."),
    ("tf.contrib.layers.python.layers.layers.", "tf.contrib.layers."),
    ("tf.contrib.layers.python.layers.initializers.", "tf.contrib.layers."),
    ("tf.contrib.layers.python.layers.regularizers.", "tf.contrib.layers."),
    ("tf.contrib.layers.python.layers.", "tf.contrib.layers."),
    ("tf.contrib.framework.python.ops.arg_scope.", "tf.contrib.framework."),
    ("tf.contrib.framework.python.ops.variables.", "tf.contrib.framework."),
    ("tf.contrib.framework.python.ops.", "tf.contrib.framework."),
    ("tf.contrib.slim.losses.", "tf.contrib.losses."),
    ("tf.python.framework.ops.", "tf."),
    ("tf.python.framework.dtypes.", "tf."),
    ("tf.python.framework.constant_op.", "tf."),
    ("tf.python.ops.array_ops.", "tf."),
    ("tf.python.ops.math_ops.", "tf."),
    ("tf.python.ops.nn_ops.", "tf.nn."),
    ("tf.python.ops.nn.", "tf.nn."),
    ("tf.python.ops.variable_scope.", "tf."),
    ("tf.python.ops.init_ops.", "tf."),
    ("tf.python.ops.control_flow_ops.", "tf."),
    ("tf.python.ops.embedding_ops.", "tf.nn."),
    ("tf.python.platform.gfile.", "tf.gfile."),
    ("tf.python.platform.flags.", "tf.flags."),
)


def public_name(name: str) -> str:
    """Give the public name of a symbol that a script takes from a place of TensorFlow's implementation."""
    for place, public in _PLACES:
        if name.startswith(place):
            return public + name.removeprefix(place)
    return name
