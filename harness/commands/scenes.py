"""What a script finds, as the options of a command say it."""

import argparse
from pathlib import Path

from harness.commands.common import say
from harness.diagnose.evidence.evidence import Side
from harness.sides.around.scenes import SceneOptions, files_of, words_of
from harness.sides.words import Job

# How many examples made-up data have where nothing says.
STAND_IN_SIZE = 1000


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
        options.steps,
        (options.stand_in_size or STAND_IN_SIZE) if options.stand_in else None,
        tuple(options.packages),
        options.python2,
        options.input,
        tuple(options.first),
        options.stand_in_size is not None,
    )


def show_sources(*sides: Side | Job) -> None:
    """Print the text of each script that is run as another text than its file has."""
    for side in sides:
        if isinstance(side, Job) and side.request.source is not None:
            say(f"# {side.name}, as it is run:\n{side.request.source}")
