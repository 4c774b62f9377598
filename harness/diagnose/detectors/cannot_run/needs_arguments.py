"""Needs arguments: a script that wants words behind its name, a flag with a value, or lines of input."""

import re
from collections.abc import Mapping, Sequence

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named, said_of
from harness.words.finding import Confidence, Finding

# What argparse and absl say of a word that is missing or wrong.
_SAID = (
    r"(?:error: )?(?P<said>the following arguments are required: .*|argument .*|unrecognized arguments: .*"
    r"|too few arg.*|flag --\w+.*(?:must|should|required|value).*)"
)
_TOLD = re.compile(_SAID, re.IGNORECASE)
_WANTED = re.compile(
    rf"{_SAID}|^usage: .*|Error: usage: .*|sys\.argv\[.*\n(?:.*\n)?IndexError: list index out of range",
    re.MULTILINE | re.IGNORECASE,
)
# `input()` and `raw_input()` without a file, and a debugger that a script stops in.
_INPUT = re.compile(r"EOFError: EOF when reading a line|\bBdbQuit\b")
# A file without a name: an option that names it has none by default.
_NAMELESS = re.compile(
    r"No such file or directory: ''|FileNotFoundError: ;|NotFoundError: ; No such file|File b?'' does not"
)
# An option that is there only where it is given.
_NOT_GIVEN = re.compile(r"'Namespace' object has no attribute '(?P<name>\w+)'")
_UNSET = re.compile(
    r"DEFINE_string\(\s*['\"](?P<flag>\w+)['\"],\s*(?:''|\"\"|None)"
    r"|add_argument\(\s*['\"](?:-\w['\"], *['\"])?--(?P<option>[\w-]+)['\"][^)]*default=(?:''|\"\"|None)"
)
# What a script says by itself of an option that it wants.
_DEMANDED = re.compile(
    r"(?:Error|Exception): (?P<said>[^\n]*\b(?:must|[Ss]upply|[Pp]rovide|[Ss]pecif\w+|[Rr]equire\w*|[Nn]eeds?|"
    r"[Pp]lease|missing|not set)\b[^\n]*)"
)
# A variable of the environment that is not set; a run sees few of the caller's. TF_CONFIG is mostly read as JSON.
_VARIABLE = re.compile(r"os\.py\", line \d+, in __getitem__[\s\S]*KeyError: '(?P<name>\w+)'")
_MEMBER = re.compile(r"KeyError: '(?:cluster|task)'")
_CLUSTER = '{"cluster": {"worker": ["localhost:2222"]}, "task": {"type": "worker", "index": 0}}'
_USAGE = re.compile(r"^usage: .*(?:\n[ \t]+\S.*)*", re.MULTILINE | re.IGNORECASE)
_DEFINED = re.compile(
    r"DEFINE_\w+\(\s*['\"](\w+)['\"]|(?:add_argument|option)\(\s*(?:['\"]-\w['\"], *)?['\"]--([\w-]+)['\"]"
)
_REQUIRED = re.compile(r"the following arguments are required: (?P<names>.*)")


def detect(evidence: Evidence) -> Finding | None:
    """Find words of the command line that a script misses, by how it ended and by the usage that it printed.

    It has no trial, and needs no run: what is missed is said.
    """
    asked = failed_alike(evidence, _INPUT)
    if asked is not None:
        return Finding(
            "needs-arguments",
            Confidence.LIKELY,
            f"{named(asked[0])} asks for input, and a run has none",
            "add to the command: --input FILE, a file with the lines that it asks for",
        )
    variable = _of_a_variable(evidence)
    if variable is not None:
        return variable
    missed = failed_alike(evidence, _NOT_GIVEN, last_error_of)
    if missed is not None and re.search(rf"--{missed[1]['name'].replace('_', '[-_]')}\b", missed[0][0].source):
        return Finding(
            "needs-arguments",
            Confidence.LIKELY,
            f"{named(missed[0])} uses its option {missed[1]['name']}, which has no value unless it is given",
            f'add to the command: --args "--{missed[1]["name"]} VALUE"',
        )
    demanded = failed_alike(evidence, _DEMANDED, last_error_of)
    option = _demanded(demanded[0][0].source, demanded[1]["said"]) if demanded is not None else ""
    if demanded is not None and option:
        return Finding(
            "needs-arguments",
            Confidence.LIKELY,
            f"{named(demanded[0])} wants its option --{option}: {demanded[1]['said'][:200]}",
            f'add to the command: --args "--{option}{_value(demanded[0][0].source, option)}"',
        )
    nameless = failed_alike(evidence, _NAMELESS, last_error_of)
    if nameless is not None:
        return _of_no_name(nameless[0])
    found = failed_alike(evidence, _WANTED)
    if found is None or not all(_ended_so(side) for side in found[0]):
        return None
    sides, _ = found
    usage = _USAGE.search(said_of(sides[0]))
    told = _TOLD.search(said_of(sides[0]))
    shown = told["said"] if told else usage[0] if usage else "it reads sys.argv beyond its end"
    choices = {} if told or usage else _choices(sides[0].source)
    if choices:
        shown += f", of which it knows {' and '.join(', '.join(each) for each in choices.values())}"
    return Finding(
        "needs-arguments",
        Confidence.LIKELY,
        f"{named(sides)} wants words behind its name: {' '.join(shown.split())[:200]}",
        f'add to the command: --args "{_words(shown, usage[0] if usage else "", choices)}", or --left-args and '
        "--right-args where the sides want others"
        + (f"; its usage is {' '.join(usage[0].split())[:400]!r}" if usage and usage[0] != shown else ""),
    )


def _of_a_variable(evidence: Evidence) -> Finding | None:
    unset, member = (failed_alike(evidence, each, last_error_of) for each in (_VARIABLE, _MEMBER))
    found = unset or (member if member is not None and "TF_CONFIG" in member[0][0].source else None)
    if found is None:
        return None
    name = unset[1]["name"] if unset is not None else "TF_CONFIG"
    value = f" (for one process of its own {_CLUSTER!r})" if name == "TF_CONFIG" else ""
    return Finding(
        "needs-arguments",
        Confidence.LIKELY,
        f"{named(found[0])} reads {name} of the environment, and it is not set there",
        f"set it{value}, and add to the command: --env {name}",
    )


def _demanded(source: str, said: str) -> str:
    """The option of a script that its own error asks for: by its dashes, or by the name of one that is empty unless it
    is given; empty for none."""
    defined = [next(filter(None, each.groups())) for each in _DEFINED.finditer(source)]
    unset = [each["flag"] or each["option"] for each in _UNSET.finditer(source)]
    named_so = [each for each in re.findall(r"--([A-Za-z][\w-]*)", said) if each in defined]
    return next(iter(named_so or [each for each in unset if re.search(rf"\b{re.escape(each)}\b", said)]), "")


def _value(source: str, option: str) -> str:
    """What stands behind an option: nothing where it is one that is true when it is given."""
    is_true = rf"DEFINE_bool(?:ean)?\(\s*['\"]{option}['\"]|add_argument\([^()]*--{option}['\"][^()]*store_true"
    return "" if re.search(is_true, source) else " VALUE"


def _of_no_name(sides: Sequence[Side]) -> Finding | None:
    options = [each["flag"] or each["option"] for each in _UNSET.finditer(sides[0].source)]
    if not options:
        return None
    words = " ".join(f"--{each} VALUE" for each in options[:4])
    return Finding(
        "needs-arguments",
        Confidence.LIKELY,
        f"{named(sides)} opens a file whose name is empty, and has options that are empty unless they are given: "
        + ", ".join(f"--{each}" for each in options),
        f'add to the command: --args "{words}", those of them that it needs',
    )


def _choices(source: str) -> dict[int, list[str]]:
    """The words that a script holds each place of ``sys.argv`` against."""
    found: dict[int, list[str]] = {}
    for match in re.finditer(r"sys\.argv\[(\d)\]\s*==\s*['\"]([\w-]+)['\"]", source):
        words = found.setdefault(int(match[1]), [])
        words += [match[2]] if match[2] not in words else []
    return dict(sorted(found.items()))


def _words(said: str, usage: str, choices: Mapping[int, Sequence[str]]) -> str:
    """The words that are missing, as the usage writes them with their values, or the first of their choices; else that
    some are."""
    required = _REQUIRED.search(said)
    found = []
    for name in required["names"].split(", ") if required is not None else ():
        option = name.partition("/")[0].strip()
        value = re.search(rf"{re.escape(option)} (?P<value>\{{[^}}]*\}}|[A-Z][\w.-]*)", " ".join(usage.split()))
        told = value["value"].strip("{}").partition(",")[0] if value else "VALUE"
        found.append(option if not option.startswith("-") else f"{option} {told}")
    if not found and choices:
        return " ".join(choices[place][0] if place in choices else "WORD" for place in range(1, max(choices) + 1))
    return " ".join(found) or "WORDS"


def _ended_so(side: Side) -> bool:
    """Whether it left by itself, or for want of a word: what it printed of its usage is no reason by itself."""
    failure = side.failure
    assert failure is not None
    return (
        failure.kind == "exited"
        or "IndexError" in failure.reason
        or ("Flag" in failure.reason and "DEFINE_" not in failure.detail)
        or ": usage: " in failure.reason.lower()
    )


# Likely without a run: the script says what it misses.
CAUSE = Cause(("needs-arguments",), detect, likely=("needs-arguments",))
