"""What the linter says, and its codes, which stay what they are from release to release."""

from dataclasses import dataclass
from pathlib import Path

ERROR, WARNING, NOTE = "error", "warning", "note"

# The severity and the meaning of each code; docs/lint.md explains them with examples.
CODES = {
    "TFH001": (ERROR, "the file cannot be read as Python"),
    "TFH101": (ERROR, "the symbol is gone at the target"),
    "TFH102": (ERROR, "the symbol is not there yet at the target"),
    "TFH103": (ERROR, "no release has the symbol"),
    "TFH104": (ERROR, "the target takes no argument of that name"),
    "TFH105": (ERROR, "the target takes fewer arguments by place"),
    "TFH106": (ERROR, "the target wants an argument that is not given"),
    "TFH107": (ERROR, "the file needs eager execution, and the target does not have it by default"),
    "TFH108": (ERROR, "the file needs a graph, and the target executes eagerly by default"),
    "TFH201": (WARNING, "an argument by place means another parameter at the target"),
    "TFH202": (WARNING, "a default that the call relies on is another one at the target"),
    "TFH203": (WARNING, "the target computes other numbers, as measured"),
    "TFH204": (WARNING, "the name stands for another function at the target"),
    "TFH301": (NOTE, "the symbol is deprecated at the target"),
    "TFH302": (NOTE, "the argument is deprecated at the target"),
    "TFH303": (NOTE, "the symbol is no public one of TensorFlow"),
    "TFH304": (NOTE, "the target computes other numbers for some values, as measured"),
    "TFH305": (NOTE, "the names of `from tensorflow import *` are not followed"),
}


@dataclass(frozen=True, order=True)
class LintFinding:
    """One thing said of one place. Lines and columns count from 1; ``advice`` is what to do, empty where nobody knows;
    ``page`` a page to read, empty for none."""

    path: Path
    line: int
    column: int
    code: str
    message: str
    advice: str = ""
    page: str = ""

    @property
    def severity(self) -> str:
        """``error`` (does not run), ``warning`` (computes something else) or ``note``."""
        return CODES[self.code][0]
