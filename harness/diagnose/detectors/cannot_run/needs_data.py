"""Needs data: a script that asks the network for a data set or a file, which no run has."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named, said_of
from harness.scripts.known_files import stood_in
from harness.words.finding import Confidence, Finding

_ASKED = re.compile(
    r"no network for |URL fetch failure on |Temporary failure in name resolution|Name or service not known|"
    r"Network is unreachable|\b(?:gaierror|URLError|NewConnectionError)\b|Please use the NLTK Downloader|"
    r"Could not resolve host|"
    r"No module named '?tensorflow\.examples"
)
_WHAT = re.compile(
    r"(?:no network for|URL fetch failure on) (?P<address>(?:https?|ftp)://[^\s'\"<>]*[^\s'\"<>).,:;])"
    r"|No module named '?(?P<module>tensorflow\.examples(?:\.\w+)*)"
)
# What NLTK says of texts and lists that are no part of its package, in colours.
_NLTK = re.compile(r"Resource (?:\S*?\[\d+m|['\"])?(?P<name>[A-Za-z]\w*)[^\n]*not found[\s\S]*?NLTK Downloader")
# Packages that ask exchanges and banks, in a traceback: what they say is often of a day, and no word of the network.
_PRICES = re.compile(r"/(?P<package>pandas_datareader|yfinance|quandl)/\S+\.py\", line")
# What a loader says that is given made-up data, of a file for which there are none.
_NOTHING = re.compile(r"RuntimeError: --stand-in has nothing for (?P<asked>\S+); give the file itself")
# What loads a well-known data set, in a traceback.
_LOADER = re.compile(
    r"\b(?:get_file|read_data_sets|load_data|maybe_download|urlretrieve_with_retry|load_dataset|fetch_\w+)\b"
    r"|tensorflow_datasets"
)
# Errors of sizes, and what they say.
_COUNTED = re.compile(
    r"(?:InvalidArgumentError|ValueError|IndexError): (?P<said>[^\n]*"
    r"(?:shape|size|out of bounds|out of range|larger|slice|dimension|cannot reshape)[^\n]*)"
)
# Errors of what is beyond the last example, or of a batch without any, whatever number they name.
_BEYOND = re.compile(
    r"(?:IndexError: (?P<index>[^\n]*is out of bounds for axis \d+ with size \d+)"
    r"|(?:InvalidArgumentError|ValueError): (?P<empty>[^\n]*(?:empty tensor|[Ee]mpty training data|[Ii]nput is empty|"
    r"zero-size array|need at least one array to (?:concatenate|stack)|larger sample than population)[^\n]*)"
    r"|(?:Exception|\w*Error): (?P<few>[^\n]*\b(?:data ?set|data|samples|examples|images)\b[^\n]*"
    r"\b(?:less|fewer|smaller) than\b[^\n]*))"
)
_NONE_THERE = "a run has no network and no data set"
_SHOWN = 100
# As many as the largest of the well-known sets has.
_REAL = 60000


def detect(evidence: Evidence) -> Finding | None:
    """Find a download that a run without a network cannot do, by the error that it ended with.

    It has no trial, and needs no run: the error names what was asked for.
    """
    corpus = failed_alike(evidence, _NLTK)
    if corpus is not None:
        return Finding(
            "needs-data",
            Confidence.LIKELY,
            f"{named(corpus[0])} asks for {corpus[1]['name']} of NLTK's data, which its package has not, and a run has "
            "a home of its own",
            f"have them in a folder, python -m nltk.downloader -d DIR {corpus[1]['name']}; set NLTK_DATA=DIR, and add "
            "to the command: --env NLTK_DATA",
        )
    nothing = failed_alike(evidence, _NOTHING, last_error_of)
    if nothing is not None:
        return Finding(
            "needs-data",
            Confidence.LIKELY,
            f"{named(nothing[0])} asks for {nothing[1]['asked']}, for which --stand-in has nothing",
            f"add to the command: --file {nothing[1]['asked']}=PATH puts a file of yours in its place",
        )
    found = failed_alike(evidence, _ASKED)
    if found is None:
        return _of_prices(evidence) or _of_too_few(evidence)
    sides, _ = found
    told = _WHAT.search(said_of(sides[0]))
    asked = (told["address"] or told["module"]) if told is not None else ""
    # A module that is gone is no address: a network changes nothing about it.
    unanswered = all(_has_network(side) for side in sides) and (told is None or not told["module"])
    advice = []
    if "://" in asked or unanswered:
        advice.append(f"--file {asked or 'URL'}=PATH puts a file of yours in its place")
    if not unanswered:
        advice.append("--network lets it ask")
    if not sides[0].has_prelude("stand_in"):
        if _LOADER.search(said_of(sides[0])) or (told is not None and told["module"]):
            advice.insert(0, "--stand-in gives its loader made-up data, the same on both sides")
        elif known := stood_in(asked):
            advice.insert(0, f"--stand-in makes up that file, of {known}, the same for both sides")
    what = f"asks for {asked}" if asked else "asks the network for something"
    why = "the address did not answer (the run had a network)" if unanswered else _NONE_THERE
    return Finding(
        "needs-data",
        Confidence.LIKELY,
        f"{named(sides)} {what}, and {why}",
        "add to the command: " + "; or ".join(advice),
    )


def _has_network(side: Side) -> bool:
    return side.scene is not None and side.scene.network


def _of_prices(evidence: Evidence) -> Finding | None:
    """A package that asks for prices, whatever it ended with: many of the services of that time are gone."""
    found = failed_alike(evidence, _PRICES)
    if found is None:
        return None
    asked = f"{named(found[0])} asks by {found[1]['package']} for prices, and"
    gone = "many of the services that it asked are gone"
    if all(_has_network(side) for side in found[0]):
        return Finding(
            "needs-data",
            Confidence.LIKELY,
            f"{asked} the run had a network, and had no answer that the package can read; {gone}",
            "let it read a table of yours",
        )
    return Finding(
        "needs-data",
        Confidence.LIKELY,
        f"{asked} a run has no network; {gone}",
        "add to the command: --network lets it ask; where nobody answers any more, let it read a table of yours",
    )


def _of_too_few(evidence: Evidence) -> Finding | None:
    """A script that counts on the real number of examples meets the numbers of the made-up ones in its error."""
    found = failed_alike(evidence, _COUNTED, last_error_of)
    sides = found[0] if found is not None else ()
    size, given = _made_up(sides[0]) if sides else (0, "")
    counts = {size, size - size // 10, size // 5} - {0}
    said = found[1]["said"] if found is not None else ""
    met = next((number for number in re.findall(r"\d+", said) if int(number) in counts), None)
    if given and met is not None:
        return _more_examples(f"{named(sides)} was given made-up data for {given}", size, f"an error about {met}")
    beyond = failed_alike(evidence, _BEYOND, last_error_of)
    size, given = _made_up(beyond[0][0]) if beyond is not None else (0, "")
    if beyond is None or not given:
        return None
    said = next(filter(None, beyond[1].groups()))
    shown = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
    return _more_examples(f"{named(beyond[0])} was given made-up data for {given}", size, f"'{shown}'")


def _made_up(side: Side) -> tuple[int, str]:
    """How many made-up examples a side was given, and of what; empty for none."""
    preludes = side.scene.preludes if side.scene is not None else ()
    settings = [each.setting for each in preludes if each.name == "stand_in"]
    size = max((int(each.get(name, 0)) for each in settings for name in ("size", "count")), default=0)
    return size, ", ".join(side.effects.stand_ins) if side.effects is not None and 0 < size < _REAL else ""


def _more_examples(who: str, size: int, error: str) -> Finding:
    return Finding(
        "needs-data",
        Confidence.POSSIBLE,
        f"{who}, {size} examples for training, and ended with {error}: it may count on the real number",
        f"add to the command: --stand-in-size {_REAL}, as many as the real data have, or fewer",
    )


# Likely without a run: the error says what it is.
CAUSE = Cause(("needs-data",), detect, likely=("needs-data",))
