"""The verb that looks at a whole repository, and what it takes."""

from pathlib import Path

from harness.commands.declaring import Verbs, later
from harness.commands.scene_words import add_scenes
from harness.commands.shared_options import add_env, add_limits, add_releases_root
from harness.files.options import folder, seconds
from harness.porting.ways import WAYS


def declare_survey(verbs: Verbs) -> None:
    """Declare ``survey``: every file of a folder, from one release to another."""
    verb = verbs.add_parser(
        "survey",
        help="a whole repository: what each file needs, whether it runs, whether a port of it is had and proved",
        description="Look at every script and notebook below a folder. Without --run nothing is run: the linter and "
        "what each file needs. With --run each file is run on its own release, once more, and at the target, ported, "
        "and held against its port. Exit code 0: nothing is left to do; 1: something is; 2: it cannot be done.",
    )
    verb.add_argument("folder", type=Path, nargs="?", metavar="FOLDER", help="the repository, or a part of it")
    verb.add_argument(
        "--from",
        dest="origin",
        metavar="RELEASE",
        default="",
        help="the release that its files come from (default: for each file the newest of TensorFlow 1 that has all it "
        "uses)",
    )
    verb.add_argument("--target", metavar="RELEASE", default="2.15", help="where it is to go (default: %(default)s)")
    verb.add_argument(
        "--also", action="append", default=[], metavar="RELEASE", help="run each file there, too; may be repeated"
    )
    verb.add_argument("--run", action="store_true", help="run files; else their texts alone are looked at")
    verb.add_argument(
        "--to",
        action="append",
        choices=WAYS,
        default=[],
        help="what ports are drafted as; may be repeated (default: compat and eager)",
    )
    verb.add_argument(
        "-o",
        "--output",
        type=folder,
        metavar="DIR",
        help="keep answers here as they come, go on from those that are there, and write survey.json, survey.sarif and "
        "index.html",
    )
    verb.add_argument(
        "--follow",
        action="store_true",
        help="stay, and survey again whenever something changes below the folder; releases are kept open meanwhile",
    )
    verb.add_argument(
        "--shard", metavar="K/N", default="", help="look at part K of N alone; --merge puts parts together"
    )
    verb.add_argument(
        "--merge", type=Path, nargs="+", metavar="DIR", help="put the output folders of parts together, into -o DIR"
    )
    verb.add_argument(
        "--on", metavar="ADDRESS", default="", help="have a Dask cluster do the runs: dask://scheduler:8786"
    )
    verb.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="what is printed")
    verb.add_argument(
        "--experiments",
        type=seconds,
        default=30.0,
        metavar="TIME",
        help="put suspected causes to the test for so long, a file (default: 30s)",
    )
    verb.add_argument("--no-experiments", action="store_true", help="name causes without putting them to the test")
    add_releases_root(verb)
    add_limits(verb)
    add_env(verb)
    add_scenes(verb)
    verb.set_defaults(execute=later("survey"))
