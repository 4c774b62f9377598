"""Scripts: the few facts of a side's source that decide how a cause is worded and what is tried."""

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.sources.text.source import Call, read_source


def is_graph(side: Side) -> bool:
    """Whether a side's script is written in TF1's graph style."""
    return read_source(side.source).builds_graph


def has_function(side: Side) -> bool:
    """Whether a side's script traces functions with ``tf.function``."""
    return read_source(side.source).has_name("function")


def methods(source: str, *names: str) -> tuple[Call, ...]:
    """Give the calls whose last name is one of these: ``minimize`` for ``optimizer.minimize(...)``."""
    return tuple(call for call in read_source(source).calls if call.method in names)
