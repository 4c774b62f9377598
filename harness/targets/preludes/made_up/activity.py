"""Signals of a phone by what its owner does: the texts of UCI's HAR data set, and the archive that they come in.

Each row of a signal is a window of 128 values; six activities, whose waves have lengths of their own.
"""

from _harness_preludes.made_up import packing
from _harness_preludes.made_up.numbers import below, classes, octets, test_size

_TOP = "UCI HAR Dataset"
_MOST, _WINDOW, _FEATURES = {"train": 7352, "test": 2947}, 128, 561
_ACTIVITIES = ("WALKING", "WALKING_UPSTAIRS", "WALKING_DOWNSTAIRS", "SITTING", "STANDING", "LAYING")
_SIGNALS = ["%s_%s" % (kind, axis) for kind in ("body_acc", "body_gyro", "total_acc") for axis in "xyz"]


def _number(level):
    """A value of -1 to 1 in 16 columns, its exponent in three digits as that file has them."""
    mantissa, exponent = ("%.7e" % ((level - 256) / 256.0)).split("e")
    return ("%se%s%03d" % (mantissa, exponent[0], int(exponent[1:]))).rjust(16)


_NUMBERS = [_number(level) for level in range(512)]


def _labels(part, size):
    number = min(size if part == "train" else test_size(size), _MOST[part])
    return classes(4000 + (part == "test"), len(_ACTIVITIES), number)


def _rows(levels):
    return "".join("".join(_NUMBERS[level] for level in row) + "\n" for row in levels.tolist())


def _signal(part, place):
    def made(size):
        labels = _labels(part, size)
        stream = 4010 + 2 * place + (part == "test")
        length = (8 + 6 * labels + place)[:, None]
        at = (below(stream, _WINDOW, len(labels), 1) + range(_WINDOW)) % length
        wave = abs(2 * at - length) * 256 // length
        return _rows(wave + octets(stream + 50, len(labels), _WINDOW))

    return made


def _features(part):
    def made(size):
        labels = _labels(part, size)
        noise = octets(4120 + (part == "test"), len(labels), _FEATURES)
        return _rows(octets(4110, len(_ACTIVITIES), _FEATURES)[labels] + noise)

    return made


def _lines(part, first):
    """A number for each row: which activity it is, or whose."""

    def made(size):
        labels = _labels(part, size)
        numbers = 1 + labels if first is None else first + below(4130 + first, 9, len(labels))
        return "".join("%d\n" % each for each in numbers.tolist())

    return made


def _texts():
    """How each file of the set is made, by its name in it."""
    texts = {
        "activity_labels.txt": lambda _: "".join("%d %s\n" % each for each in enumerate(_ACTIVITIES, 1)),
        "features.txt": lambda _: "".join("%d feature%d()\n" % (each, each) for each in range(1, _FEATURES + 1)),
    }
    for part, first in (("train", 1), ("test", 10)):
        texts["%s/X_%s.txt" % (part, part)] = _features(part)
        texts["%s/y_%s.txt" % (part, part)] = _lines(part, None)
        texts["%s/subject_%s.txt" % (part, part)] = _lines(part, first)
        for place, name in enumerate(_SIGNALS):
            texts["%s/Inertial Signals/%s_%s.txt" % (part, name, part)] = _signal(part, place)
    return texts


def _bytes_of(make):
    return lambda size: make(size).encode("ascii")


_ZIP = ("uci_har", packing.zip_of({"%s/%s" % (_TOP, name): _bytes_of(make) for name, make in _texts().items()}))
FILES = {}
for _name, _make in _texts().items():
    # Its signals lie in a folder that no other set has, whatever that of the set is called.
    FILES[_name if "Inertial" in _name else "%s/%s" % (_TOP, _name)] = ("uci_har", packing.text(_make))
FILES.update({"UCI HAR Dataset.zip": _ZIP, "UCI%20HAR%20Dataset.zip": _ZIP})
