"""Needs data: a script that asks the network for a data set or a file, which no run has."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named, said_of
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
        return _of_too_few(evidence)
    sides, _ = found
    told = _WHAT.search(said_of(sides[0]))
    asked = (told["address"] or told["module"]) if told is not None else ""
    advice = [f"--file {asked}=PATH puts a file of yours in its place"] if "://" in asked else []
    advice.append("--network lets it ask")
    if not sides[0].has_prelude("stand_in") and (
        _LOADER.search(said_of(sides[0])) or (told is not None and told["module"])
    ):
        advice.insert(0, "--stand-in gives its loader made-up data, the same on both sides")
    what = f"asks for {asked}" if asked else "asks the network for something"
    return Finding(
        "needs-data",
        Confidence.LIKELY,
        f"{named(sides)} {what}, and a run has no network and no data set",
        "add to the command: " + "; or ".join(advice),
    )


def _of_too_few(evidence: Evidence) -> Finding | None:
    """A script that counts on the real number of examples meets the numbers of the made-up ones in its error."""
    found = failed_alike(evidence, _COUNTED, last_error_of)
    if found is None:
        return None
    sides, match = found
    preludes = sides[0].scene.preludes if sides[0].scene is not None else ()
    size = next((int(each.setting["size"]) for each in preludes if each.name == "stand_in"), 0)
    given = sides[0].effects.stand_ins if sides[0].effects is not None else ()
    counts = {size, size - size // 10, size // 5}
    met = next((number for number in re.findall(r"\d+", match["said"]) if int(number) in counts - {0}), None)
    if met is None or not given:
        return None
    return Finding(
        "needs-data",
        Confidence.POSSIBLE,
        f"{named(sides)} was given made-up data for {', '.join(given)}, {size} examples for training, and ended "
        f"with an error about {met}: it may count on the real number",
        "add to the command: --stand-in-size 60000, as many as the real data have, or fewer",
    )


# Likely without a run: the error says what it is.
CAUSE = Cause(("needs-data",), detect, likely=("needs-data",))
