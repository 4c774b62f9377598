"""What data a script may read, as far as its texts say: whether any at all, and what files by their names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Texts without any of these words read no data. Words that only have one inside of them, as a thread has "read", are
# left out.
_READS = re.compile(
    r"open(?!ai)|(?<!pay)(?<!work)(?<!over)load|(?<!th)(?<!sp)(?<!al)read(?!y)"
    r"|from_?(?:file|txt|dir|path|folder|disk|csv|json|image|npy)|file|path|memmap|mmap|h5py|hdf|netcdf|dataset|input_data"
    r"|restore|checkpoint|record|producer|import_meta_graph|savedmodel|saved_model|parse\(|minidom|etree"
    r"|(?<![a-z])[ir]?glob(?![a-z])|(?<![a-z_])walk(?![a-z])|list_?dir|scandir|iterdir|exists|is_?dir|getcwd|chdir|fetch(?!es|ed)"
    r"|cv2|PIL\b|librosa|pickle|joblib|shelve|\bdbm\b|sqlite|lmdb|linecache|connect\(|subprocess|popen|os\.(?:system|exec|spawn)",
    re.IGNORECASE,
)
# What leads to folders above that of a script.
_ABOVE = re.compile(
    r"(?<!\.)\.\.[/\\'\"]|\bpardir\b|\bparents\b|(?:\bdirname|\.parent)\b[\s\S]*(?:\bdirname|\.parent)\b"
)
_STRING = re.compile(r"'([^'\n]*)'|\"([^\"\n]*)\"")
_BETWEEN = re.compile(r"[\s'\"/\\(),=:;\[\]{}+]+")


@dataclass(frozen=True)
class Named:
    """Names in texts: ``files`` that may be those of files, and ``folders`` of folders, none where nothing is read."""

    files: frozenset[str]
    folders: frozenset[str]


def reads_data(texts: Iterable[str]) -> bool:
    """Whether scripts with these texts may read files."""
    return any(_READS.search(text) for text in texts)


def looks_above(texts: Iterable[str]) -> bool:
    """Whether scripts with these texts may look for files above the folders that they lie and work in."""
    return any(_ABOVE.search(text) for text in texts)


def named_in(texts: Iterable[str]) -> Named:
    """Give what names of files and folders stand in texts. A name without a dot, ``train``, is also that of much else,
    and so it counts within quotes only."""
    quoted, words, is_reader = set[str](), set[str](), False
    for text in texts:
        is_reader = is_reader or reads_data((text,))
        words.update(each for each in _BETWEEN.split(text) if "." in each)
        for found in _STRING.finditer(text):
            string = found[1] or found[2] or ""
            quoted.update(re.split(r"[/\\]", string))
            quoted.update(_BETWEEN.split(string))
    quoted -= {"", ".", ".."}
    return Named(frozenset(quoted | words), frozenset(quoted) if is_reader else frozenset())
