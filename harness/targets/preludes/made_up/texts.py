"""Texts as files: what models of language, of words, and of opinions are trained on."""

import pickle

import numpy as np

from _harness_preludes.made_up import files, packing, words
from _harness_preludes.made_up.numbers import bells, below

# What is packed is not made smaller: that would take most of a minute.
_TEXT8_BYTES = 31344016
# Of word2vec's scripts most count on 50000 words.
_RARE_WORDS = 60000
# Words of every text, which whoever looks up a word of his own looks for.
_ENGLISH = (
    "a an and are as at be but by do first for from good bad great movie film man woman king queen boy girl dog cat he "
    "her his i in is it like love many more most new no not of on one or people she that the they this time to two up "
    "was we what when who will with world you <unk> unk . , ! ? - ' : ;"
).split()
# What text8, a piece of an encyclopedia, has among its commonest words: scripts look for the neighbours of some.
_OF_AN_ENCYCLOPEDIA = (
    "the of and one in a to zero nine two is as eight for s five three was by that four six seven with on are it "
    "from or his an be this which at he also not have were has but other their its first they some had all more "
    "most can been such many who new used there after when into american time these only see may than world would "
    "no however between about over years states people war during united known if called use often system part "
    "century government english city country state national history power law king army general british french "
    "german music language science computer book film life man woman men women queen prince president church god "
    "religion philosophy theory physics energy water earth sun moon star sea river island north south east west "
    "france germany england britain russia china japan india europe america africa london paris rome italy spain "
    "university school party election political economy money company game team player football baseball dog cat "
    "horse car house family father mother son daughter boy girl good bad great small large long short high low old "
    "young black white red green blue day night year month january june number set function group space line point "
    "data software internet"
).split()


def _text8(size):
    """Lower-case words and single spaces; each of many rare words comes once, between common ones."""

    def said_of(rank):
        return _OF_AN_ENCYCLOPEDIA[rank - 1] if rank <= len(_OF_AN_ENCYCLOPEDIA) else words.word(rank)

    common = words.common_words(900, 200 * size).tolist()
    rare = iter(range(words.VOCABULARY + 1, words.VOCABULARY + 1 + _RARE_WORDS))
    each = max(len(common) // _RARE_WORDS, 1)
    said = []
    for place, rank in enumerate(common):
        said.append(said_of(rank))
        if place % each == 0:
            said += [words.word(next_rank) for next_rank in [next(rare, 0)] if next_rank]
    said += [words.word(rank) for rank in rare]
    return " " + " ".join(said)


def _penn(stream, number):
    """Lines of words in lower case between spaces; rare ones are ``<unk>``, numbers are ``N``."""
    lines = []
    for place, length in enumerate((6 + below(stream, 30, number)).tolist()):
        ranks = words.common_words(stream + 1 + place, length).tolist()
        said = ["<unk>" if rank % 23 == 7 else "N" if rank % 29 == 3 else words.word(rank) for rank in ranks]
        lines.append(" " + " ".join(said) + " \n")
    return "".join(lines)


_PENN = {
    "ptb.train.txt": lambda size: _penn(100000, min(2 * size, 42068)).encode("ascii"),
    "ptb.valid.txt": lambda size: _penn(200000, min(max(size // 2, 40), 3370)).encode("ascii"),
    "ptb.test.txt": lambda size: _penn(300000, min(max(size // 2, 40), 3761)).encode("ascii"),
}


def _write_imdb_pickle(path, size):
    """As the tutorial on LSTMs had it: two pickles in one file, for training and for testing."""
    x_train, y_train, x_test, y_test = words.imdb_arrays(size)
    with open(path, "wb") as file:
        pickle.dump((x_train.tolist(), y_train.tolist()), file, 2)
        pickle.dump((x_test.tolist(), y_test.tolist()), file, 2)


def _opinions(size, first, number, most):
    """Pairs of a text and whether it speaks well, balanced."""
    return zip(*words.newsgroup_texts(first, 2, min(number * size, most)))


def _polarity(label):
    def made(size):
        return "".join(text + " \n" for text, its in _opinions(size, 750, 2, 10662) if its == label)

    return made


def _messages(size):
    """A line for each message: its kind, a tabulator, its text; one in seven is unwanted."""
    lines = []
    for place, (text, _) in enumerate(_opinions(size, 760, 2, 5574)):
        lines.append("%s\t%s\n" % ("spam" if place % 7 == 3 else "ham", text))
    return "".join(lines)


def _reviews_of(size):
    """The folders of the archive of reviews: a file each, its rating behind its number."""
    members = {}
    for half, first, number in (("train", 770, 1), ("test", 780, 1)):
        for place, (text, label) in enumerate(_opinions(size, first, number, 25000)):
            folder, rating = ("pos", 9) if label else ("neg", 2)
            members["aclImdb/%s/%s/%d_%d.txt" % (half, folder, place // 2, rating)] = text.encode("ascii")
    return members


def _write_reviews(path, size):
    members = _reviews_of(size)
    packing.tar_of({name: lambda _, text=text: text for name, text in members.items()})(path, size)


def _vocabulary():
    return list(dict.fromkeys(_ENGLISH + [words.word(rank) for rank in range(1, words.VOCABULARY + 1)]))


def _vectors(count, width):
    return bells(790, 300, count, width).astype(np.float32) / np.float32(1000)


def _glove(width):
    """A line for each word: the word, then its numbers."""

    def made(size):
        said = _vocabulary()
        rows = _vectors(len(said), width).tolist()
        return "".join("%s %s\n" % (word, " ".join("%.3f" % each for each in row)) for word, row in zip(said, rows))

    return made


def _write_news(path, size):
    """The binary format of word2vec: how many and how wide, then each word and its numbers as bytes."""
    said = [word for word in _vocabulary() if " " not in word]
    vectors = _vectors(len(said), 300)
    with open(path, "wb") as file:
        file.write(("%d 300\n" % len(said)).encode("ascii"))
        for word, vector in zip(said, vectors):
            file.write(word.encode("ascii") + b" " + vector.astype("<f4").tobytes())


_GLOVE = {"glove.6B.%dd.txt" % width: _glove(width) for width in (50, 100, 200, 300)}
_POLARITY = {"rt-polarity.pos": _polarity(1), "rt-polarity.neg": _polarity(0)}
_SHAKESPEARE = ("shakespeare", files.write_shakespeare)
_NOVEL = (
    "a novel",
    lambda path, size: packing.write(path, words.prose(600000, min(100 * size, 2000000)).encode("ascii")),
)


def _bytes_of(members):
    return {name: lambda size, make=make: make(size).encode("ascii") for name, make in members.items()}


# What everybody has a model of Shakespeare's works go on from.
_KNOWN = ("to be or not to be", "thou art more lovely", "wherefore art thou", "shall i compare thee to a summers day")


def _write_works(path, size):
    """The works as Project Gutenberg has them, with some well-known words on every tenth line."""
    _SHAKESPEARE[1](path, size)
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for place in range(0, len(lines), 10):
        lines[place] += " " + _KNOWN[place // 10 % len(_KNOWN)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


FILES = {
    "text8.zip": ("text8", packing.zip_of(_bytes_of({"text8": _text8}), _TEXT8_BYTES)),
    "text8": ("text8", packing.text(_text8)),
    "simple-examples.tgz": (
        "ptb",
        packing.tar_of({"./simple-examples/data/" + name: make for name, make in _PENN.items()}),
    ),
    "imdb.pkl": ("imdb", _write_imdb_pickle),
    "imdb.full.pkl": ("imdb", _write_imdb_pickle),
    "aclImdb_v1.tar.gz": ("imdb", _write_reviews),
    "tinyshakespeare.txt": _SHAKESPEARE,
    "shakespeare_input.txt": _SHAKESPEARE,
    "shakespeare.txt": _SHAKESPEARE,
    "pg100.txt": (_SHAKESPEARE[0], _write_works),
    "anna.txt": _NOVEL,
    "wonderland.txt": _NOVEL,
    "smsspamcollection.zip": ("sms_spam", packing.zip_of(_bytes_of({"SMSSpamCollection": _messages}))),
    "SMSSpamCollection": ("sms_spam", packing.text(_messages)),
    "rt-polaritydata.tar.gz": (
        "rt_polarity",
        packing.tar_of(_bytes_of({"rt-polaritydata/" + name: make for name, make in _POLARITY.items()})),
    ),
    "glove.6B.zip": ("glove", packing.zip_of(_bytes_of(_GLOVE))),
    "GoogleNews-vectors-negative300.bin": ("word2vec", _write_news),
}
FILES.update({name: ("ptb", packing.plain(make)) for name, make in _PENN.items()})
# As some keep them: in a folder that has the name.
FILES.update({name.replace(".", "/", 1): FILES[name] for name in _PENN})
FILES.update({name: ("glove", packing.text(make)) for name, make in _GLOVE.items()})
FILES.update({name: ("rt_polarity", packing.text(make)) for name, make in _POLARITY.items()})
