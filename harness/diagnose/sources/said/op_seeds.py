"""Op seeds: what draws by an op whose seed TensorFlow chooses, by a count or a stream, once a graph seed is set."""

import re

from harness.diagnose.sources.said.random_draws import drawn_by_keras, draws_of, dropped
from harness.diagnose.sources.text.source import Call, Source

# tf.truncated_normal_initializer, tf.contrib.layers.xavier_initializer, tf.keras.initializers.GlorotUniform
_INITIALIZER = re.compile(
    r"(?:truncated_normal|random_(?:normal|uniform)|uniform_unit_scaling|variance_scaling|glorot_\w+|xavier|"
    r"he_\w+|orthogonal)(?:_initializer)?(?:_conv2d)?|"
    r"(?:TruncatedNormal|Random(?:Normal|Uniform)|VarianceScaling|Glorot\w+|He(?:Normal|Uniform)|Orthogonal)",
)

# Cells of recurrent nets, and layers of contrib, make their weights by themselves.
_CELL = re.compile(
    r"(?:contrib\.rnn|nn\.rnn_cell)\.\w+Cell|contrib\.layers\.(?:fully_connected|conv\w*|linear|relu|embed_sequence)"
)


def drawn_by_chosen_seeds(source: Source) -> tuple[Call, ...]:
    """Give the calls that draw by ops of TensorFlow and give them no seed, by line: draws, initializers, variables and
    layers that have one by default, what is left out at random."""
    found = [draw.call for draw in draws_of(source) if not draw.seed]
    found += [call for call in source.calls if _is_initial(call)]
    found += [call for call in drawn_by_keras(source) if call.method not in ("fit", "shuffle")]
    found += dropped(source)
    return tuple(sorted({(call.line, call.name): call for call in found}.values(), key=lambda call: call.line))


def _is_initial(call: Call) -> bool:
    if not call.name.startswith(("tensorflow", "keras")):
        return False
    if call.api == "get_variable":
        return call.argument(3, "initializer") in (None, "None")
    if _CELL.fullmatch(call.api):
        return True
    return "initializer" in call.api and bool(_INITIALIZER.fullmatch(call.method)) and "seed" not in call.keywords
