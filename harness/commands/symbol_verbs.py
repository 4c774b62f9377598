"""What the verbs on TensorFlow's symbols take: which release has what, and what reads it off."""

import os
from pathlib import Path

from harness.commands.declaring import Verbs, later
from harness.files.options import positive


def declare_api(verbs: Verbs) -> None:
    """Declare ``harness api``."""
    verb = verbs.add_parser("api", help="which releases have a symbol, with which arguments, and what replaces it")
    verb.add_argument(
        "names", nargs="*", metavar="NAME", help="a symbol, tf.reduce_sum; with --diff, below which to look"
    )
    verb.add_argument("--diff", nargs=2, metavar=("A", "B"), help="what differs between two releases: --diff 1.15 2.0")
    verb.add_argument("--format", choices=("text", "json"), default="text")
    verb.set_defaults(execute=later("api"))


def declare_equal(verbs: Verbs) -> None:
    """Declare ``harness equal``."""
    verb = verbs.add_parser("equal", help="what replaces a symbol, where both compute the same, what makes them equal")
    verb.add_argument("symbol", metavar="SYMBOL", help="a symbol of TensorFlow 1 or its replacement")
    verb.set_defaults(execute=later("equal"))


def declare_lint(verbs: Verbs) -> None:
    """Declare ``harness lint``."""
    verb = verbs.add_parser("lint", help="which releases a file's calls fit, and which silently compute something else")
    verb.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help="scripts, notebooks, Markdown, folders of them"
    )
    verb.add_argument("--target", metavar="RELEASE", help="where it should run: 2.15 (default: the newest)")
    verb.add_argument("--from", metavar="RELEASE", help="where it runs today (default: the newest that has all of it)")
    verb.add_argument("--format", choices=("text", "github", "json", "sarif"), default="text")
    verb.add_argument("--select", default="", metavar="CODES", help="say only these: TFH1,TFH203")
    verb.add_argument("--ignore", default="", metavar="CODES", help="do not say these: TFH3")
    verb.set_defaults(execute=later("lint"))


def declare_atlas(verbs: Verbs) -> None:
    """Declare ``harness atlas``."""
    verb = verbs.add_parser("atlas", help="the rows of the atlas of equivalence: list, check, measure anew")
    verb.add_argument("rows", nargs="*", metavar="ROW", help="rows, optimizers/adagrad, or areas (default: all)")
    what = verb.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="run the probes and hold them against what was measured")
    what.add_argument("--measure", action="store_true", help="run what was not measured yet, and write golden/atlas/")
    what.add_argument("--write", action="store_true", help="make the summary and docs/atlas/ from what was measured")
    verb.add_argument(
        "--tf", action="append", default=[], metavar="RELEASE", help="only in this release; may be repeated"
    )
    verb.add_argument(
        "--borders", action="store_true", help="with --measure: only rows whose measured neighbours of a release differ"
    )
    verb.add_argument("--fresh", action="store_true", help="with --measure: also what was measured before")
    verb.add_argument("--jobs", type=positive, default=os.cpu_count() or 1, metavar="N", help="runs side by side")
    verb.set_defaults(execute=later("atlas"))


def declare_api_scan(verbs: Verbs) -> None:
    """Declare ``harness api-scan``."""
    verb = verbs.add_parser("api-scan", help="read the symbols off every release and write the timeline anew")
    verb.add_argument("--output", type=Path, metavar="FILE", help="where to (default: the package's own timeline)")
    verb.add_argument("--inner", action="store_true", help="read the modules inside of the releases before 2.0 instead")
    verb.add_argument("--jobs", type=positive, default=os.cpu_count() or 1, metavar="N", help="releases side by side")
    verb.set_defaults(execute=later("api_scan"))
