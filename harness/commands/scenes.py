"""What a script finds, as the options of a command say it."""

import argparse
from pathlib import Path

from harness.sides.scenes import SceneOptions, files_of, words_of


def scene_options(options: argparse.Namespace, side: str = "", keep: Path | None = None) -> SceneOptions:
    """Give what the options say of a script; of the one on a ``side`` where there are two, of which all is kept in
    ``keep``. Raises UsageError."""
    own = getattr(options, f"{side}_args", None) if side else None
    option = "--args" if own is None else f"--{side}-args"
    return SceneOptions(
        words_of(option, options.args if own is None else own),
        options.cwd,
        options.seed,
        options.network,
        files_of(options.file),
        keep or options.keep,
        options.within,
        tuple(options.packages),
    )
