"""Folders of images that are not there: made up where a script looks through them, in folders of classes or flat.

What such a folder has to look like, the script says: a pattern (``glob``) says it wholly; of what walks or lists, the
text shows whether it lists again what it found. Images of one class share a pattern and differ by noise.
"""

import functools
import os
import re

from _harness_preludes.made_up.pictures import SIDE, drawn
from _harness_preludes.scripts.texts import text_of

_MOST_OF_A_CLASS, _MOST_CLASSES = 1000, 300
# With two classes no label is beyond what a script has room for; more where it says how many it counts on.
_COUNT = re.compile(r"(?:n|num|no|number)_?(?:of_)?(?:class(?:es)?|labels|categories)\w*\s*=\s*(\d{1,3})\b", re.I)
_IMAGES = re.compile(
    r"\.jpe?g\b|\.png\b|imread|imdecode|decode_(?:jpeg|png|image)|Image\.open|load_img|flow_from_directory", re.I
)
_ENDING = re.compile(r"\.(jpg|jpeg|png)\b", re.I)
_LISTING = re.compile(r"\b(?:listdir|scandir|i?glob|walk|ListDirectory|Glob)\(")
# Keras looks for a folder of each class by itself; the first step of a walk is asked for the folders that it found.
_NESTED = re.compile(
    r"flow_from_directory|image_dataset_from_directory|next\((?:os\.)?walk\(|walk\([^()]*\)\.(?:__)?next"
)
_SHAPE = re.compile(r"reshape\([^\n]*?[\[(]\s*(?:-?1\s*,\s*)?(\d{2,4})\s*,\s*(\d{2,4})\s*,\s*3\s*[\])]")
_PETS = re.compile(r"""split\(\s*['"]\.['"]|['"](?:cat|dog)\.""")
_TWICE = 2  # one look for the folders, and one for what is in each
_made = set()


def for_listing(run, path, asker=""):
    """Make a folder that a script lists, or a file of its own, the ``asker``; whether it is there now. Only where the
    text of one of them reads images."""
    script, folder = text_of(run.script), os.path.abspath(path)
    if _may_make(folder) and _of_a_set(run, folder):
        return True
    own = text_of(asker) if asker and asker != run.script else ""
    text = script + "\n" + own
    if not _IMAGES.search(text) or not _may_make(folder):
        return False
    ending = _ending(text)
    if is_nested(own or script) and not any(folder.startswith(os.path.join(each, "")) for each in _made):
        classes = _classes(text)
        names = [os.path.join(each, "image_%d" % number) for each in classes for number in _numbers(run, len(classes))]
    elif _PETS.search(text):
        names = ["%s.%d" % (each, number) for each in ("cat", "dog") for number in _numbers(run, 2)]
    else:
        names = ["image_%d" % number for number in _numbers(run)]
    return _write(run, path, folder, [name + ending for name in names])


def for_pattern(run, pattern):
    """Make the folders and images of a pattern, ``data/*/*.jpg``, of which nothing is there; whether they are now."""
    root, parts = _apart(pattern)
    if not parts:
        return _named(run, root)
    if root and _may_make(root) and _of_a_set(run, os.path.abspath(root)):
        return True
    text = text_of(run.script)
    last = _ENDING.search(parts[-1]) if parts else None
    if not root or not parts or "**" in parts or not (last or _IMAGES.search(text)) or not _may_make(root):
        return False
    if not last and "." in parts[-1].rstrip("*"):
        return False  # of another kind: *.txt
    ending = last.group(0) if last else _ending(text)
    names = [""]
    for part in parts[:-1]:
        names = [os.path.join(each, name) for each in names for name in _of_a_part(part, _classes(text))]
    numbered = ["image_%d" % number for number in _numbers(run, len(names))]
    files = [
        name if name.lower().endswith(ending.lower()) else name + ending for name in _of_a_part(parts[-1], numbered)
    ]
    return _write(run, root, os.path.abspath(root), [os.path.join(each, name) for each in names for name in files])


def is_nested(text):
    """Whether a script lists again, for each thing that it has found, what is in it."""
    if _NESTED.search(text):
        return True
    if len(_LISTING.findall(text)) < _TWICE:
        return False  # the folders that it goes through it knows by name
    loops = []
    for line in text.splitlines():
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        loops = [each for each in loops if each < indent]
        if words.startswith("for "):
            if loops and _LISTING.search(words):
                return True
            loops.append(indent)
        elif loops and _LISTING.search(words):
            return True
    return False


def shape_of(text):
    """Give the height and width that a script reshapes pictures in colours to, the usual ones where it says none."""
    found = _SHAPE.search(text)
    return (int(found.group(1)), int(found.group(2))) if found else (SIDE, SIDE)


def _classes(text):
    found = _COUNT.search(text)
    count = int(found.group(1)) if found and 2 <= int(found.group(1)) <= _MOST_CLASSES else 2
    return tuple("class_%d" % number for number in range(1, 1 + count))


def _numbers(run, classes=1):
    """Those of one class: a 25th of the size that is asked for, or more where few classes have less than a batch."""
    return range(1, 1 + max(2, min(_MOST_OF_A_CLASS, max(run.size // 25, run.size // 10 // classes))))


def _ending(text):
    found = _ENDING.search(text)
    return found.group(0) if found else ".jpg"


def _of_a_part(part, names):
    """What is made for one part of a pattern: itself where it is a plain name, else names that match it."""
    if not _is_magic(part):
        return (part,)
    if part.startswith("*"):
        return names
    return tuple(part.split("*")[0] + name for name in names) if "?" not in part and "[" not in part else names


def _apart(pattern):
    """The folder in which a pattern begins, and its parts below that."""
    parts = pattern.replace(os.sep, "/").split("/")
    first = next((place for place, part in enumerate(parts) if _is_magic(part)), len(parts))
    return "/".join(parts[:first]), parts[first:]


def _is_magic(part):
    return any(sign in part for sign in "*?[")


def _may_make(folder):
    return folder not in _made and (not os.path.lexists(folder) or _leads_nowhere(folder))


def _leads_nowhere(folder):
    """Whether a folder is a link to where its author had the images."""
    return os.path.islink(folder) and not os.path.exists(folder)


def _write(run, path, folder, names):
    drawings = []
    for place, name in enumerate(names):
        base = os.path.basename(name).split(".")[0].rstrip("_0123456789")
        kind = os.path.basename(os.path.dirname(os.path.join(folder, name))) + base
        drawings.append((name, functools.partial(drawn, name, kind, place)))
    if not _written(folder, drawings):
        return False
    home = os.path.expanduser("~")
    run.used("images in " + (path.replace(home, "~", 1) if path.startswith(home) else path))
    run.made_there(folder)
    return True


def _named(run, path):
    """Make the one picture that a pattern without a star means, in its place; whether that could be done."""
    given = None if os.path.lexists(path) else run.part("stand_ins.downloads").lost(run, path)
    if given is None:
        return False
    folder = os.path.dirname(os.path.abspath(path))
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder)
        os.symlink(given, path)
    except OSError:
        return False
    run.made_there(os.path.abspath(path))
    return True


def _of_a_set(run, folder):
    """Fill the folder of a well-known data set, by its name; whether it is one."""
    known = run.part("made_up.image_sets").pictures_of(folder, run.size)
    if known is None or not _written(folder, [(name, lambda data=data: data) for name, data in known[1].items()]):
        return False
    run.used(known[0])
    run.made_there(folder)
    return True


def _written(folder, drawings):
    """Write files below a folder, each as it is made; whether that could be done."""
    _made.add(folder)
    try:
        if _leads_nowhere(folder):
            os.unlink(folder)
        os.makedirs(folder)
        for name, make in drawings:
            file = os.path.join(folder, name)
            if not os.path.isdir(os.path.dirname(file)):
                os.makedirs(os.path.dirname(file))
            with open(file, "wb") as out:
                out.write(make())
    except OSError:
        return False
    return True
