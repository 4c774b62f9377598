"""Sentences in two languages, as manythings.org hands them out for Anki: ``fra.txt``, and the archives they come in."""

from _harness_preludes.made_up import packing, words
from _harness_preludes.made_up.numbers import below

# What the archives are called by, and a word's ending in that language.
_LANGUAGES = {
    "fra": "eau",
    "spa": "os",
    "deu": "ung",
    "ita": "ino",
    "por": "ao",
    "cmn": "ang",
    "rus": "ov",
    "jpn": "oku",
}
_ABOUT = b"made up\n"
_MOST = 20000


def _pairs(language):
    """Lines of an English sentence, a tab, and the same in another language, the short ones first. A word of one is
    always the same word of the other, and these come in the order of the sentence."""

    def made(size):
        stream = 4200 + 10 * sorted(_LANGUAGES).index(language)
        count = min(10 * size, _MOST)
        lengths = sorted((1 + below(stream, 9, count)).tolist())
        ranks = words.common_words(stream + 1, count, max(lengths)) % 1000 + 1
        ends = below(stream + 2, 4, count).tolist()
        lines = []
        for length, row, end in zip(lengths, ranks.tolist(), ends):
            said = [words.word(rank) for rank in row[:length]]
            other = [words.word(1001 - rank) + _LANGUAGES[language] for rank in row[:length]]
            sign = "..!?"[end]
            lines.append("%s%s\t%s%s\n" % (_sentence(said), sign, _sentence(other), sign))
        return "".join(lines).encode("ascii")

    return made


def _sentence(said):
    return " ".join(said).capitalize()


FILES = {}
for _name in _LANGUAGES:
    _made = _pairs(_name)
    _top = "spa-eng/" if _name == "spa" else ""  # of TensorFlow's tutorials, which have packed it anew
    _set = "sentences in two languages"
    FILES["%s.txt" % _name] = (_set, packing.plain(_made))
    FILES["%s-eng.zip" % _name] = (
        _set,
        packing.zip_of({_top + "%s.txt" % _name: _made, _top + "_about.txt": lambda _: _ABOUT}),
    )
