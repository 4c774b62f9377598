"""What TensorFlow had before 0.12, the first release that is known here, and that scripts of that time count on."""

import re

from harness.targets.scene import Prelude

# Modules that were moved before it.
_MOVED = {
    "tensorflow.python.client.graph_util": "tensorflow.python.framework.graph_util",
    "tensorflow.python.platform.logging": "tensorflow.python.platform.tf_logging",
}


def earlier(*texts: str) -> Prelude | None:
    """Give what has a script, by the texts of it and of its own modules, find modules where they lay before 0.12, and
    averages of tensors in a scope that is used again, which 0.12 alone refuses. None for a script without either."""
    text = "\n".join(texts)
    modules = {old: new for old, new in _MOVED.items() if _imports(text, old)}
    averages = "ExponentialMovingAverage" in text and "reuse" in text
    return Prelude("earlier", {"modules": modules, "averages": averages}) if modules or averages else None


def _imports(text: str, module: str) -> bool:
    package, _, name = module.rpartition(".")
    pattern = rf"from[ \t]+{re.escape(package)}[ \t]+import[^\n]*\b{name}\b|\b{re.escape(module)}\b"
    return re.search(pattern, text) is not None
