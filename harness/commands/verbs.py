"""The verbs of the command line, what each takes, and where its work is.

What a verb does is imported when it is done: so `harness --help` need not wait for NumPy.
"""

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from harness.commands.scene_words import add_scenes
from harness.commands.shared_options import add_env, add_experiments, add_fresh, add_limits, add_targets
from harness.files.options import folder, positive, seconds, step_number
from harness.words.styles import STYLES

_Verbs: TypeAlias = "argparse._SubParsersAction[Any]"


def declare_verbs(verbs: _Verbs) -> None:
    """Declare all verbs, in the order in which the help lists them."""
    for declare in (
        _list_cases,
        _show,
        _run,
        _matrix,
        _drift,
        _compare,
        _watch,
        _bisect,
        _explain,
        _errata,
        _provenance,
        _releases,
        _env,
        _doctor,
        _constraints,
        _pages,
    ):
        declare(verbs)


def _later(name: str) -> Callable[[argparse.Namespace], int]:
    """What does a verb, ``execute`` of the module of that name, imported when it is called."""

    def execute(options: argparse.Namespace) -> int:
        return int(importlib.import_module(f"harness.commands.{name}").execute(options))

    return execute


def _list_cases(verbs: _Verbs) -> None:
    verb = verbs.add_parser("list", help="cases, variants, styles, and where each comes from")
    verb.set_defaults(execute=_later("list_cases"))


def _show(verbs: _Verbs) -> None:
    verb = verbs.add_parser("show", help="the documented log of a case beside its ports, paged and coloured")
    verb.add_argument("case", metavar="CASE", help="a case, staircase_decay, or a variant, two_layer_net[adam]")
    verb.set_defaults(execute=_later("show"))


def _run(verbs: _Verbs) -> None:
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
    verb.add_argument("--json", type=Path, metavar="FILE", help="write all results into one file")
    add_limits(verb)
    add_env(verb)
    add_experiments(verb)
    add_scenes(verb)
    verb.add_argument(
        "--watch",
        action="store_true",
        help="look at what is computed, step by step: hold the styles of each case, or two runs of a script, together",
    )
    verb.set_defaults(execute=_later("run"))


def _matrix(verbs: _Verbs) -> None:
    verb = verbs.add_parser("matrix", help="the table of verdicts from results files")
    verb.add_argument("folders", type=Path, nargs="*", metavar="FOLDER", help="results folders (default: results)")
    verb.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    verb.add_argument(
        "--releases",
        nargs="?",
        const="",
        metavar="NAMES",
        help="the releases that there should be, 1.15,2.20 or all (default: those of plain tox)",
    )
    verb.add_argument(
        "--require-all",
        action="store_true",
        help="a release without results is red, also where this machine lacks its Python: the results come from others",
    )
    verb.add_argument("--slow", action="store_true", help="expect the slow cases, too")
    verb.add_argument(
        "--stale", action="store_true", help="show results of other case files as stale instead of refusing a mix"
    )
    verb.set_defaults(execute=_later("matrix"))


def _drift(verbs: _Verbs) -> None:
    verb = verbs.add_parser("drift", help="how a case's bits move from release to release and from style to style")
    verb.add_argument("case", metavar="CASE", help="a case, staircase_decay, or a variant, two_layer_net[adam]")
    verb.add_argument("--results", type=folder, metavar="DIR", help="the results folder (default: results)")
    verb.set_defaults(execute=_later("drift"))


def _compare(verbs: _Verbs) -> None:
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
    verb.set_defaults(execute=_later("compare"))


def _bisect(verbs: _Verbs) -> None:
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
    verb.set_defaults(execute=_later("bisect"))


def _watch(verbs: _Verbs) -> None:
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
    verb.set_defaults(execute=_later("watch"))


def _explain(verbs: _Verbs) -> None:
    verb = verbs.add_parser("explain", help="a cause that a diagnosis named: symptom, why, wrong and right code")
    verb.add_argument(
        "cause", nargs="?", help="its name, seed-continued, or that of an error, session-gone (default: list all)"
    )
    verb.set_defaults(execute=_later("explain"))


def _errata(verbs: _Verbs) -> None:
    verb = verbs.add_parser("errata", help="where the notes contradict themselves, and which of their claims hold")
    verb.set_defaults(execute=_later("errata"))


def _provenance(verbs: _Verbs) -> None:
    verb = verbs.add_parser("provenance", help="hold every documented log against the text of its note")
    verb.add_argument("--notes", type=Path, required=True, metavar="DIR", help="the folder that holds the notes' files")
    verb.set_defaults(execute=_later("provenance"))


def _releases(verbs: _Verbs) -> None:
    verb = verbs.add_parser("releases", help="the TensorFlow releases of tox.ini, with their Pythons and days")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="json: one line, for a job matrix")
    verb.set_defaults(execute=_later("releases"))


def _env(verbs: _Verbs) -> None:
    verb = verbs.add_parser("env", help="make an environment, of a release or as of a day, and print its interpreter")
    which = verb.add_mutually_exclusive_group(required=True)
    which.add_argument("--tf", metavar="RELEASE", help="tox's environment of a release: 1.15")
    which.add_argument("--as-of", metavar="DATE", help="TensorFlow as pip installed it on a day: 2018-09-24")
    verb.add_argument(
        "--python", metavar="VERSION", help="with --as-of: the Python to use, 3.6 (default: the newest that it runs on)"
    )
    verb.set_defaults(execute=_later("env"))


def _doctor(verbs: _Verbs) -> None:
    verb = verbs.add_parser("doctor", help="interpreters and the releases that they unlock, disk, caches, fork")
    verb.set_defaults(execute=_later("doctor"))


def _constraints(verbs: _Verbs) -> None:
    verb = verbs.add_parser(
        "constraints", help="resolve each release's environment as of its day and write constraints/"
    )
    verb.add_argument("releases", nargs="*", metavar="RELEASE", help="only these, 1.15 (default: all of tox.ini)")
    verb.set_defaults(execute=_later("constraints"))


def _pages(verbs: _Verbs) -> None:
    verb = verbs.add_parser("pages", help="make the pitfall pages anew from the cases")
    verb.add_argument("--results", type=folder, metavar="DIR", help="say in which releases, from these results")
    verb.add_argument("--check", action="store_true", help="write nothing; exit code 1 if a page is not up to date")
    verb.set_defaults(execute=_later("pages"))
