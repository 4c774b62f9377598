"""With which words a repository says that a script is started, in its README or in scripts for the shell beside it."""

import itertools
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from harness.diagnose.evidence.evidence import Side

# What misses words says so, and ends.
_WANTS = re.compile(
    r"the following arguments are required|usage: |too few arg|flag --\w+|sys\.argv|"
    r"directory: ''|IndexError: list index",
    re.IGNORECASE,
)
# What misses data may be told by its words where they are, and what is None may be an option that was not given; only
# a script that takes words is.
_MISSES = re.compile(
    r"\bgot None\b|'?NoneType'?|no such file|not found|not exist|no data|no files|cannot find|could not find",
    re.IGNORECASE,
)
_TAKES = re.compile(r"\bDEFINE_\w+\(|\badd_argument\(|\bsys\.argv\b")
_PLACES = ("README*", "readme*", "*.md", "*.sh")
_MOST_FILES, _MOST_BYTES = 40, 1 << 19
# The options of a script: in the usage that it prints, all of them; else those that its text defines.
_USAGE = re.compile(r"^usage: .*(?:\n[ \t]+\S.*)*", re.MULTILINE)
_DEFINED = re.compile(r"\bDEFINE_\w+\(\s*['\"](?P<flag>\w+)|(?:add_argument|option)\([^()]*?['\"](?P<option>--[\w-]+)")


def readme_text(side: Side) -> Iterator[str]:
    """Give the words with which a file of the repository starts a script that failed for want of some; else nothing."""
    if side.failure is None or side.origin is None or side.scene is None or side.scene.arguments:
        return
    said = "\n".join((side.failure.reason, side.failure.detail, side.stderr[-4000:]))
    asked = [each for each in re.findall(r"--[A-Za-z][\w-]+", side.failure.reason) if each in _defined(side.source)]
    wants = _WANTS.search(said) or (_MISSES.search(side.failure.reason) and _TAKES.search(side.source))
    if not wants and not asked:
        return
    script = side.origin.request.script
    usage = _USAGE.search(said)
    known = re.findall(r"--[\w-]+", usage[0]) if usage is not None else _defined(side.source)
    lines = [(file, words) for file, words in _started(script) if _are_taken(words.split(), known)]
    # What its own error asks for is in the right line, the first above all.
    having = [[option in (word.partition("=")[0] for word in words.split()) for option in asked] for _, words in lines]
    best = max(having, default=[])
    if lines and (wants or any(best)):
        file, words = lines[having.index(best)]
        yield f'{file} starts it with words; add to the command: --args "{words}"'


def _defined(source: str) -> list[str]:
    return [each["option"] or f"--{each['flag']}" for each in _DEFINED.finditer(source)]


def _are_taken(words: list[str], known: list[str]) -> bool:
    """Whether a script knows the options of a line: a README may be of another day. Where no option is known, a module
    of its own may define them; argparse takes the beginning of a name, flags take ``--noshuffle``."""
    options = [word.partition("=")[0] for word in words if word.startswith("--")]
    return not known or all(
        any(each.startswith(option) or option == "--no" + each[2:] for each in known) for option in options
    )


def _started(script: Path) -> Iterator[tuple[str, str]]:
    command = re.compile(
        rf"python[\d.]*\s+(?:-u\s+)?(?:(?:[\w./-]*/)?{re.escape(script.name)}|-m\s+(?:\w+\.)*{re.escape(script.stem)})"
        r"((?:[ \t]+(?:\\\n\s*)?[^\s`|&;#]+)+)"
    )
    for file in _texts(script.parent):
        for match in command.finditer(file.read_bytes()[:_MOST_BYTES].decode("utf-8", "replace")):
            words = match[1].replace("\\\n", " ").replace("\u2013", "--").split()
            words = [*itertools.takewhile(lambda word: not re.match(r"\d?>", word), words)]
            if words and _is_plain(words):
                yield file.name, " ".join(words)


def _is_plain(words: list[str]) -> bool:
    """Whether these are words to type, and no places to fill."""
    try:
        shlex.split(" ".join(words))
    except ValueError:
        return False
    return not any(re.search(r"[\[\]{}$\"*<>]|\.\.\.|path[_/]to|^your", word, re.IGNORECASE) for word in words)


def _texts(folder: Path) -> Iterator[Path]:
    found: dict[Path, None] = {}
    for above in (folder, *[*folder.parents][:2]):
        for pattern in _PLACES:
            found |= dict.fromkeys(sorted(above.glob(pattern)))
        if (above / ".git").exists() or (above / "LICENSE").exists():
            break
    yield from (each for each in [*found][:_MOST_FILES] if each.is_file())
