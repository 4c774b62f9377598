"""Needs a file: a script that reads what does not lie where it looks."""

import ast
import re
import shlex
from collections.abc import Sequence

from harness.diagnose.detectors.cannot_run.made_up import with_stand_in
from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import verb
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named
from harness.diagnose.evidence.folders import file_elsewhere, folder_of
from harness.targets.scene import Scene, can_lie_at
from harness.words.finding import Confidence, Finding

_MISSING = re.compile(
    r"(?:FileNotFoundError|IOError|OSError): (?:\[Errno 2\] No such file or directory: )?['\"](?P<path>[^'\"]+)['\"]"
    r"|(?:FileNotFoundError|IOError|OSError): (?P<numpy>\S*[./\\]\S*) not found\."
    r"|(?:FileNotFoundError|IOError|OSError): (?:(?:\[Errno 2\] )?Unable to (?:synchronously )?open file "
    r"\([^\n]*?name = ')?"
    r"(?:File (?!b?')(?P<meta>\S+) does not exist|(?P<hdf>[^'\n]+)', errno = 2)"
    r"|The passed save_path is not a valid checkpoint: (?P<saved>\S+)"
    r"|NotFoundError: (?:\{\{.*?\}\} ?)?(?:\S+: )?(?P<op>[^\s;]+); No such file or directory"
    r"|\b(?:Exception|IOError|OSError|RuntimeError|ValueError|AssertionError): [^\n]*?"
    r"(?:[Nn]o (?:data|images?|files?)\b|[Nn]o such (?:file|folder|dir)|not found(?! in)|not exist|[Cc]annot find)"
    r"[^\n]*?['\"](?P<told>[^'\"\n]*[/.*][^'\"\n]*)['\"]"
    r"|File b?'(?P<pandas>[^']+)' does not exist"
    r"|Error: (?:IO error: )?(?P<library>[^\s:'\"]+/[^\s:'\"]+): No such file or directory"
    r"|ValueError: Failed to find file: (?P<looked>\S+)"
    r"|Failed to (?:find any|get) matching files (?:for|on) (?P<checkpoint>[^\s;:]+)"
)

# What Python says of a program that it cannot start, which is no file that a script reads.
_STARTED = re.compile(r"_execute_child[\s\S]*No such file or directory: '[\w.+-]+'")
# What a Saver says of a path without a folder in some releases, and of one whose folder is not there in all.
_SAVES = re.compile(r"ValueError: Parent directory of (?P<path>\S+) doesn't exist, can't save")
# What a queue of files says when the threads that fill it have met that error: they tell nobody.
_STARVED = re.compile(
    r"OutOfRangeError: [^\n]*is closed and has insufficient elements \(requested \d+, current size 0\)"
)
# What a walk through a folder that is not there says: it gives nothing, and the line that asks for its first step ends.
_WALK = re.compile(
    r"(?:next\((?:os\.)?walk\((?P<first>[^()]+)\)|(?:os\.)?walk\((?P<second>[^()]+)\)\.(?:__next__|next)\(\))[^\n]*"
    r"\s*StopIteration\s*$"
)
# What is said of a list of files that a search through a folder has left empty.
_EMPTY = re.compile(
    r"string_input_producer requires a non-null input tensor|Input 'filename' of 'ReadFile' Op has type float"
)
# What a Saver says that was given what `tf.train.latest_checkpoint` found.
_NO_CHECKPOINT = re.compile(
    r"Can't load save_path when it is None|The passed save_path is not a valid checkpoint: None"
)
# What pandas says before 1.3 of a table of JSON that is not there: it takes the path for the text itself.
_NO_JSON = re.compile(r"\bread_json\b[\s\S]*ValueError: Expected object or value")
# What protoc makes, and nobody keeps in a repository.
_PROTOCOL = re.compile(r"cannot import name '?(?P<name>\w+)_pb2'?|No module named '?(?P<module>[\w.]+)_pb2'?")
# What is said of a library, as of an op of one's own, that was built on a machine of another kind.
_FOREIGN = re.compile(r"(?P<path>[^\s:]+\.so)\S*: (?:invalid ELF header|wrong ELF class)")
# An error of the script's own about a file that it has met in vain.
_TOLD_ANEW = re.compile(r": (?:OSError|IOError|FileNotFoundError): (?!\[Errno)")
# How a folder is named that --stand-in has filled.
_IMAGES_IN = "images in "
_FILE, _JSON = re.compile(r"[^\s*?%{}:]+\.[A-Za-z]\w{1,9}"), re.compile(r"[^\s*?%{}:]+\.json(?:\.\w+)?")


def detect(evidence: Evidence) -> Finding | None:
    """Find a file that is not there, by the error that the script ended with.

    It has no trial, and needs no run: the error names the file.
    """
    if failed_alike(evidence, _STARTED, last_error_of) is not None:
        return None
    found = failed_alike(evidence, _MISSING, last_error_of)
    walked = failed_alike(evidence, _WALK, last_error_of)
    if walked is not None:
        return _of_a_walk(walked[0], next(filter(None, walked[1].groups())))
    trained = failed_alike(evidence, _NO_CHECKPOINT, last_error_of)
    if trained is not None:
        return _of_no_checkpoint(trained[0])
    protocol = failed_alike(evidence, _PROTOCOL, last_error_of)
    if protocol is not None:
        return _of_a_protocol(protocol[0], (protocol[1]["name"] or protocol[1]["module"]).rpartition(".")[2])
    foreign = failed_alike(evidence, _FOREIGN, last_error_of)
    if foreign is not None:
        return _of_a_foreign_library(foreign[0], foreign[1]["path"])
    saves = failed_alike(evidence, _SAVES, last_error_of)
    if saves is not None:
        return _of_a_save(saves[0], saves[1]["path"])
    if failed_alike(evidence, _EMPTY, last_error_of) is not None:
        return _of_an_empty_list([side for side in (evidence.left, evidence.right) if side.failure is not None])
    if found is None and failed_alike(evidence, _TOLD_ANEW, lambda side: side.failure.reason if side.failure else ""):
        found = failed_alike(evidence, _MISSING)
    parsed = failed_alike(evidence, _NO_JSON, last_error_of) if found is None else None
    starved = failed_alike(evidence, _STARVED) if found is None else None
    if found is not None:
        sides, path = found[0], next(filter(None, found[1].groups()))
    elif parsed is not None:
        sides, path = parsed[0], _missing_among(parsed[0][0], _JSON)
    elif starved is not None:
        queues = "input_producer" in starved[0][0].source
        sides, path = starved[0], _missing_among(starved[0][0], _FILE) if queues else ""
    else:
        return None
    if not path:
        return None
    return _of_a_file(sides, path)


def _of_a_file(sides: Sequence[Side], path: str) -> Finding:
    scene = sides[0].scene
    images = _made_up_images(sides[0], path)
    if images:
        return Finding(
            "needs-file",
            Confidence.LIKELY,
            f"{named(sides)} {_read(sides)} {path}; the folder {images} is made up (--stand-in), and its pictures have "
            "other names than the script looks for",
            f"put the data set itself there: {images}, and what belongs to it",
        )
    where = f"; it works in {scene.folder}" if scene is not None and not path.startswith("/") else ""
    return Finding(
        "needs-file",
        Confidence.LIKELY,
        f"{named(sides)} {_read(sides)} {path}, which is not there{where}",
        with_stand_in(_advice(path, scene), path, sides[0]),
    )


def _read(sides: Sequence[Side]) -> str:
    return verb({side.name for side in sides}, "reads", "read")


def _made_up_images(side: Side, path: str) -> str:
    """The folder of made-up images that lies beside a missing file, or around it; empty for none."""
    given = side.effects.stand_ins if side.effects is not None else ()
    folders = [each.removeprefix(_IMAGES_IN) for each in given if each.startswith(_IMAGES_IN)]
    around = {each: (each.rstrip("/").rpartition("/")[0] or each.rstrip("/")) + "/" for each in folders}
    return next((each for each in folders if path.startswith(around[each])), "")


def _advice(path: str, scene: Scene | None) -> str:
    if can_lie_at(path):
        return f"add to the command: --file {shlex.quote(path)}=PATH, the file that is to lie there"
    if path.startswith(("/", "~")):
        return "put it there: the script names the whole path, or makes one of it, which no option changes"
    place = folder_of(path, scene.folder) if scene is not None else None
    if place is not None:
        return f"add to the command: --cwd {place}"
    found = file_elsewhere(path, scene.repository) if scene is not None else None
    if found is not None:
        return f"add to the command: --file {shlex.quote(path)}={shlex.quote(str(found))}"
    return "add to the command: --cwd DIR, the folder from which that path is right; or put the file there"


def missing_path(side: Side) -> str:
    """Give the path that a side has failed to read, empty for one that did not fail so."""
    if side.failure is None:
        return ""
    told_anew = _TOLD_ANEW.search(side.failure.reason)
    found = _MISSING.search(last_error_of(side)) or (_MISSING.search(side.failure.detail) if told_anew else None)
    return next(filter(None, found.groups()), "") if found is not None else ""


def _of_a_walk(sides: Sequence[Side], words: str) -> Finding:
    """A folder, as the script's text names it: which one that is, the error does not say."""
    return Finding(
        "needs-file",
        Confidence.LIKELY,
        f"{named(sides)} walks through {words}, a folder that is not there: os.walk gives nothing then, and its first "
        "step is StopIteration",
        "put the folder there, or its path into the script; or add to the command: --cwd DIR, the folder from which "
        "a relative path is right",
    )


def _of_a_foreign_library(sides: Sequence[Side], path: str) -> Finding:
    return Finding(
        "needs-file",
        Confidence.LIKELY,
        f"{named(sides)} loads {path}, which was built on a machine of another kind",
        "build it here of its source, against that release (tf.sysconfig.get_include()), and put it there",
    )


def _of_an_empty_list(sides: Sequence[Side]) -> Finding:
    """Which folder it is, the error does not say; the pattern that a script looks by is mostly in its text."""
    pattern = next((text for text in _texts_of(sides[0].source) if "*" in text and ("/" in text or "." in text)), "")
    where = f" ({pattern})" if pattern else ""
    return Finding(
        "needs-file",
        Confidence.LIKELY,
        f"{named(sides)} {_read(sides)} files of which it finds none: the list of their names is empty{where}",
        "put them into the folder in which it looks; or add to the command: --cwd DIR, the folder from which its path "
        'is right, or --args "WORDS", if an option names the folder',
    )


def _of_no_checkpoint(sides: Sequence[Side]) -> Finding:
    return Finding(
        "needs-file",
        Confidence.LIKELY,
        f"{named(sides)} restores the latest checkpoint of a folder in which there is none",
        "train first: run the script that saves it with --keep DIR, and put what it wrote where this one looks; or add "
        "to the command: --cwd DIR, the folder from which its path is right",
    )


def _of_a_protocol(sides: Sequence[Side], name: str) -> Finding:
    return Finding(
        "needs-file",
        Confidence.LIKELY,
        f"{named(sides)} imports {name}_pb2, which protoc makes of {name}.proto, and the repository has not",
        f"make it once: pip install grpcio-tools, then python -m grpc_tools.protoc -I. --python_out=. PATH/{name}.proto"
        " in the folder from which the repository imports it; for TensorFlow 1 by 'grpcio-tools<1.49', which Python "
        "3.6 to 3.10 have: what later ones write asks for a later protobuf",
    )


def _of_a_save(sides: Sequence[Side], path: str) -> Finding:
    folder = path.rpartition("/")[0]
    if folder:
        what, change = f"into {folder}, a folder that is not there", "put that folder beside the script"
    else:
        what = "by a name without a folder, for which releases as 1.4 and 1.12 look in vain, and neither 0.12 nor 1.15"
        change = f"write ./{path}; or run it as it is, on 1.15: SCRIPT@1.15"
    return Finding("needs-file", Confidence.LIKELY, f"{named(sides)} saves {path} {what}", change)


def _missing_among(side: Side, names: re.Pattern[str]) -> str:
    """The first file of such a name that a script has in its text, and that is not there; empty for none."""
    scene = side.scene
    if scene is None:
        return ""
    named_files = [text for text in _texts_of(side.source) if names.fullmatch(text)]
    return next((name for name in named_files if not (scene.folder / name).exists()), "")


def _texts_of(source: str) -> list[str]:
    """The texts in a script, none for one that Python cannot read."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


# Likely without a run: the error says what it is.
CAUSE = Cause(("needs-file",), detect, likely=("needs-file",))
