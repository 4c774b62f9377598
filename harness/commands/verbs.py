"""The verbs of the command line: their order, and what those take that run no scripts (``running_verbs.py`` has the
others)."""

from pathlib import Path

from harness.commands.declaring import Verbs, later
from harness.commands.document_verbs import declare_check, declare_import
from harness.commands.porting_verbs import declare_port
from harness.commands.report_verbs import declare_report
from harness.commands.running_verbs import declare_bisect, declare_compare, declare_run, declare_watch
from harness.commands.survey_verbs import declare_survey
from harness.commands.symbol_verbs import declare_api, declare_api_scan, declare_atlas, declare_equal, declare_lint
from harness.files.options import folder


def declare_verbs(verbs: Verbs) -> None:
    """Declare all verbs, in the order in which the help lists them."""
    for declare in (
        _list_cases,
        _show,
        declare_run,
        _matrix,
        declare_report,
        _drift,
        declare_compare,
        declare_watch,
        declare_port,
        declare_check,
        declare_import,
        declare_bisect,
        declare_survey,
        declare_lint,
        declare_api,
        declare_equal,
        _explain,
        _errata,
        _provenance,
        _releases,
        _env,
        _doctor,
        _constraints,
        declare_api_scan,
        declare_atlas,
        _pages,
    ):
        declare(verbs)


def _list_cases(verbs: Verbs) -> None:
    verb = verbs.add_parser("list", help="cases, variants, styles, and where each comes from")
    verb.set_defaults(execute=later("list_cases"))


def _show(verbs: Verbs) -> None:
    verb = verbs.add_parser("show", help="the documented log of a case beside its ports, paged and coloured")
    verb.add_argument("case", metavar="CASE", help="a case, staircase_decay, or a variant, two_layer_net[adam]")
    verb.set_defaults(execute=later("show"))


def _matrix(verbs: Verbs) -> None:
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
    verb.set_defaults(execute=later("matrix"))


def _drift(verbs: Verbs) -> None:
    verb = verbs.add_parser("drift", help="how a case's bits move from release to release and from style to style")
    verb.add_argument("case", metavar="CASE", help="a case, staircase_decay, or a variant, two_layer_net[adam]")
    verb.add_argument("--results", type=folder, metavar="DIR", help="the results folder (default: results)")
    verb.set_defaults(execute=later("drift"))


def _explain(verbs: Verbs) -> None:
    verb = verbs.add_parser("explain", help="a cause that a diagnosis named: symptom, why, wrong and right code")
    verb.add_argument(
        "cause", nargs="?", help="its name, seed-continued, or that of an error, session-gone (default: list all)"
    )
    verb.set_defaults(execute=later("explain"))


def _errata(verbs: Verbs) -> None:
    verb = verbs.add_parser("errata", help="where the notes contradict themselves, and which of their claims hold")
    verb.set_defaults(execute=later("errata"))


def _provenance(verbs: Verbs) -> None:
    verb = verbs.add_parser("provenance", help="hold every documented log against the text of its note")
    verb.add_argument("--notes", type=Path, required=True, metavar="DIR", help="the folder that holds the notes' files")
    verb.set_defaults(execute=later("provenance"))


def _releases(verbs: Verbs) -> None:
    verb = verbs.add_parser("releases", help="the TensorFlow releases of tox.ini, with their Pythons and days")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="json: one line, for a job matrix")
    verb.set_defaults(execute=later("releases"))


def _env(verbs: Verbs) -> None:
    verb = verbs.add_parser("env", help="make an environment, of a release or as of a day, and print its interpreter")
    which = verb.add_mutually_exclusive_group(required=True)
    which.add_argument("--tf", metavar="RELEASE", help="tox's environment of a release: 1.15")
    which.add_argument("--as-of", metavar="DATE", help="TensorFlow as pip installed it on a day: 2018-09-24")
    verb.add_argument(
        "--python", metavar="VERSION", help="with --as-of: the Python to use, 3.6 (default: the newest that it runs on)"
    )
    verb.set_defaults(execute=later("env"))


def _doctor(verbs: Verbs) -> None:
    verb = verbs.add_parser("doctor", help="interpreters and the releases that they unlock, disk, caches, fork")
    verb.set_defaults(execute=later("doctor"))


def _constraints(verbs: Verbs) -> None:
    verb = verbs.add_parser(
        "constraints", help="resolve each release's environment as of its day and write constraints/"
    )
    verb.add_argument("releases", nargs="*", metavar="RELEASE", help="only these, 1.15 (default: all of tox.ini)")
    verb.set_defaults(execute=later("constraints"))


def _pages(verbs: Verbs) -> None:
    verb = verbs.add_parser("pages", help="make the pitfall pages anew from the cases")
    verb.add_argument("--results", type=folder, metavar="DIR", help="say in which releases, from these results")
    verb.add_argument("--check", action="store_true", help="write nothing; exit code 1 if a page is not up to date")
    verb.set_defaults(execute=later("pages"))
