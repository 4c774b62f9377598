"""The verb that drafts ports, and what it takes."""

from pathlib import Path

from harness.commands.declaring import Verbs, later
from harness.commands.scene_words import add_scenes
from harness.commands.shared_options import add_env, add_releases_root
from harness.files.options import positive, seconds
from harness.porting.ways import WAYS


def declare_port(verbs: Verbs) -> None:
    """Declare ``port``: a draft, and what is proved of it."""
    verb = verbs.add_parser(
        "port",
        help="draft a port of a script to TensorFlow 2, run both, say what is proved and what is not",
        description="Draft a port, mark in it what was not rewritten (# port: why), run both and hold every number of "
        "one against the other, from the same first values. Exit code 0: proved; 1: not; 2: cannot be done.",
    )
    verb.add_argument(
        "script",
        metavar="SCRIPT",
        help="a script of TensorFlow 1; old.py@1.4 names the release it runs on (default: the newest of 1 that has all "
        "it uses); or the folder of a case, of which the style eager is drafted where it is missing",
    )
    verb.add_argument("--to", choices=WAYS, default=WAYS[0], help="what it becomes (default: %(default)s)")
    verb.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where the draft is written (default: standard output)"
    )
    verb.add_argument("--force", action="store_true", help="write over a file that is no draft, too")
    verb.add_argument("--tf", metavar="RELEASE", default="2.15", help="the release it is for (default: %(default)s)")
    verb.add_argument(
        "--check",
        type=Path,
        metavar="FILE",
        help="prove this port as it stands, a draft that was edited by hand: nothing is drafted or written",
    )
    verb.add_argument("--no-run", action="store_true", help="draft only: nothing is run, nothing proved")
    add_releases_root(verb)
    verb.add_argument("--json", type=Path, metavar="FILE", help="write all of it into a file, too")
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of each run (default: 60 s)")
    verb.add_argument("--memory", type=positive, metavar="MIB", default=4096, help="limit of each run (default: 4096)")
    add_env(verb)
    add_scenes(verb)
    verb.set_defaults(execute=later("port"))
