"""The verbs that run scripts, and what each takes."""

import argparse
from pathlib import Path

from harness.commands.declaring import Verbs, later
from harness.commands.scene_words import add_scenes
from harness.commands.shared_options import add_env, add_experiments, add_fresh, add_limits, add_targets
from harness.files.options import folder, positive, seconds, step_number
from harness.words.styles import STYLES


def declare_run(verbs: Verbs) -> None:
    """Declare ``run``: cases, or one script."""
    verb = verbs.add_parser(
        "run",
        help="run cases and hold them against their golden logs, or one script to see whether it repeats itself",
    )
    verb.add_argument(
        "cases",
        nargs="*",
        metavar="CASE|SCRIPT",
        help="cases to run, two_layer_net[adam] for one variant (default: all); or one script, train.py@1.4, or "
        "-m MODULE",
    )
    verb.add_argument("--style", action="append", choices=STYLES, default=[], help="only this style; may be repeated")
    add_targets(verb)
    verb.add_argument("--slow", action="store_true", help="run slow cases, too")
    verb.add_argument(
        "--results", type=folder, metavar="DIR", help="write <target>.json for each target into this folder"
    )
    add_fresh(verb)
    verb.add_argument(
        "--json", type=Path, metavar="FILE", help="write all results into one file; of scripts what compare --json has"
    )
    add_limits(verb)
    add_env(verb)
    add_experiments(verb)
    add_scenes(verb)
    verb.add_argument(
        "--watch",
        action="store_true",
        help="look at what is computed, step by step: hold the styles of each case, or two runs of a script, together",
    )
    verb.set_defaults(execute=later("run"))


def declare_compare(verbs: Verbs) -> None:
    """Declare ``compare``: two sides."""
    verb = verbs.add_parser(
        "compare",
        help="hold scripts, logs or cases against each other",
        description="Hold the right side against the left one, number by number, and say why they differ.",
    )
    for side in ("left", "right"):
        verb.add_argument(
            side,
            metavar=side.upper(),
            help="a script (*.py) or -m MODULE, both with @RELEASE; a log (any other file), or "
            "CASE[VARIANT]:STYLE@RELEASE",
        )
        interpreter = verb.add_mutually_exclusive_group()
        interpreter.add_argument(f"--{side}-python", type=Path, metavar="PATH", help=f"what runs the {side} side")
        interpreter.add_argument(f"--{side}-tf", metavar="RELEASE", help="or tox's environment of a release, 1.15")
        interpreter.add_argument(f"--{side}-as-of", metavar="DATE", help="or TensorFlow as pip installed it on a day")
    verb.add_argument(
        "--root",
        type=Path,
        default=argparse.SUPPRESS,
        help="the project whose cases and releases are meant (default: found upwards; outside of any, the releases "
        "that the harness brings)",
    )
    verb.add_argument("--json", type=Path, metavar="FILE", help="write all of it into a file, too")
    verb.add_argument(
        "--html", type=Path, metavar="FILE", help="write it as one page to read, with plots where --watch looks, too"
    )
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of each run (default: 60 s)")
    verb.add_argument("--memory", type=positive, metavar="MIB", default=4096, help="limit of each run (default: 4096)")
    verb.add_argument(
        "--samples",
        type=positive,
        metavar="N",
        help="where numbers differ, run the left side N times more, each moved by at most one ULP at random: what "
        "differs by no more than that makes of it is amplified, and passes",
    )
    verb.add_argument(
        "--samples-of",
        choices=("left", "right", "both"),
        help="the side that is moved (default: the left one, of a log the right one)",
    )
    add_env(verb)
    add_experiments(verb)
    add_scenes(verb, ("left", "right"))
    verb.add_argument(
        "--watch",
        action="store_true",
        help="look at what both scripts compute, step by step, and say at which stage they part",
    )
    verb.add_argument(
        "--same-start",
        action="store_true",
        help="let the right script begin with the values that the variables of the left one begin with, and watch both",
    )
    verb.set_defaults(execute=later("compare"))


def declare_watch(verbs: Verbs) -> None:
    """Declare ``watch``: what one script computes."""
    verb = verbs.add_parser("watch", help="what a script computes: loss, gradients and variables of each step")
    verb.add_argument(
        "script", metavar="SCRIPT", help="a script, train.py@1.4, or -m MODULE@1.4, or a case: adam:graph@2.15"
    )
    verb.add_argument(
        "--apart",
        type=step_number,
        action="append",
        default=[],
        metavar="STEP",
        help="take a step apart: whole arrays, and what each op of its forward pass puts out; may be repeated",
    )
    verb.add_argument("--json", type=Path, metavar="FILE", help="write all that was seen into a file")
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of the run (default: 60 s)")
    verb.add_argument("--memory", type=positive, metavar="MIB", default=4096, help="limit of the run (default: 4096)")
    add_env(verb)
    add_scenes(verb)
    verb.set_defaults(execute=later("watch"))


def declare_bisect(verbs: Verbs) -> None:
    """Declare ``bisect``: the release that changed something."""
    verb = verbs.add_parser("bisect", help="find the release that first changed a case or a script")
    verb.add_argument(
        "what", metavar="CASE|SCRIPT", help="a case (two_layer_net[adam] for a variant), or a script of yours"
    )
    verb.add_argument("--style", choices=STYLES, default=STYLES[0], help="the style of the case (default: graph)")
    verb.add_argument("--good", metavar="RELEASE", help="the old end (default: the oldest that this machine can run)")
    verb.add_argument("--bad", metavar="RELEASE", help="the new end (default: the newest that is no pre-release)")
    verb.add_argument(
        "--until",
        metavar="VERDICT|class|text|WORDS",
        help="what is watched: the first release with this verdict, with other bits than the good end (class), that "
        "prints something else (text), or prints a line with these words. Default: any other verdict for a case, text "
        "for a script",
    )
    verb.add_argument(
        "--every",
        action="store_true",
        help="run every release between the two ends, one after the other: what changes and changes back is seen, too",
    )
    verb.add_argument("--timeout", type=seconds, metavar="SECONDS", help="limit of each run")
    add_env(verb)
    add_experiments(verb)
    add_scenes(verb)
    verb.set_defaults(execute=later("bisect"))
