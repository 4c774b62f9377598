"""Data of NLTK that no package brings: what cuts sentences, untrained, and the small words of English."""

import os
import pickle
import tempfile

_FUNCTION_WORDS = (
    "a about above after again against all am an and any are as at be because been before being below between both "
    "but by can could did do does doing down during each few for from further had has have having he her here hers "
    "herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off on "
    "once only or other our ours ourselves out over own same she should so some such than that the their theirs "
    "them themselves then there these they this those through to too under until up very was we were what when "
    "where which while who whom why will with would you your yours yourself yourselves"
).split()
_FOLDERS = {}


def patch_data(module, run):
    """``nltk.data.find``, by which all of NLTK looks for its data."""
    original = module.find

    def find(resource_name, paths=None):
        try:
            return original(resource_name, paths)
        except LookupError:
            folder = _made(run, str(resource_name))
            if folder is None:
                raise
        return original(resource_name, [folder])

    module.find = find


def _made(run, name):
    """The folder with a resource, as ``nltk_data`` is laid out; None for one that is not made up."""
    kind = "punkt" if name.startswith("tokenizers/punkt") else "stopwords" if name == "corpora/stopwords" else None
    if kind is None:
        return None
    if kind not in _FOLDERS:
        folder = _FOLDERS[kind] = tempfile.mkdtemp(prefix="stand-in-")
        run.used("nltk " + kind)
        (_write_punkt if kind == "punkt" else _write_stopwords)(folder)
    return _FOLDERS[kind]


def _write_stopwords(folder):
    _write(os.path.join(folder, "corpora", "stopwords", "english"), ("\n".join(_FUNCTION_WORDS) + "\n").encode("ascii"))


def _write_punkt(folder):
    """As a pickle, for either Python, and since NLTK 3.8.2 as tables, in which no abbreviation is told."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    cut = pickle.dumps(PunktSentenceTokenizer(), 2)
    for place in ((), ("PY3",)):
        _write(os.path.join(folder, "tokenizers", "punkt", *(place + ("english.pickle",))), cut)
    for table in ("collocations.tab", "sent_starters.txt", "abbrev_types.txt", "ortho_context.tab"):
        _write(os.path.join(folder, "tokenizers", "punkt_tab", "english", table), b"")


def _write(path, data):
    if not os.path.isdir(os.path.dirname(path)):
        os.makedirs(os.path.dirname(path))
    with open(path, "wb") as file:
        file.write(data)
