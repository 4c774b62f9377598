"""Tables as files, in the columns that are documented of each."""

import numpy as np

from _harness_preludes.made_up import packing, tables
from _harness_preludes.made_up.numbers import bells, below, classes

_IRIS = (b"Iris-setosa", b"Iris-versicolor", b"Iris-virginica")


def _iris(size):
    """150 rows, three kinds in a row."""
    table = [line.split(",") for half in (0, 1) for line in tables.iris_text(half).split("\n")[1:] if line]
    rows = sorted(table, key=lambda row: row[-1])
    return b"".join(",".join(row[:4]).encode("ascii") + b"," + _IRIS[int(row[4])] + b"\n" for row in rows) + b"\n"


def _iris_of_kaggle(size):
    """The same with names of the columns, and the rows counted."""
    rows = [b"%d,%s" % (place, row) for place, row in enumerate(_iris(size).split(), 1)]
    return b"\n".join([b"Id,SepalLengthCm,SepalWidthCm,PetalLengthCm,PetalWidthCm,Species"] + rows) + b"\n"


def _housing(size):
    x, y = tables.boston_arrays(size)
    rows = np.concatenate([x, y[:, None]], axis=1).tolist()
    return "".join(" " + "  ".join("%7.4f" % each for each in row) + "\n" for row in rows).encode("ascii")


_WORK = ("Private", "Self-emp-not-inc", "Local-gov", "State-gov", "Federal-gov", "?")
_SCHOOL = ("HS-grad", "Some-college", "Bachelors", "Masters", "11th", "Assoc-voc", "Doctorate")
_YEARS = (9, 10, 13, 14, 7, 11, 16)
_WED = ("Married-civ-spouse", "Never-married", "Divorced", "Widowed", "Separated")
_JOBS = ("Prof-specialty", "Craft-repair", "Exec-managerial", "Adm-clerical", "Sales", "Other-service", "Tech-support")
_KIN = ("Husband", "Not-in-family", "Own-child", "Unmarried", "Wife", "Other-relative")
_RACES = ("White", "Black", "Asian-Pac-Islander", "Amer-Indian-Eskimo", "Other")


def _adult(is_test):
    """Of the census: 14 columns and whether somebody earns more, which age, school and hours tell."""

    def made(size):
        number = min(size // 2, 16281) if is_test else min(size, 32561)
        columns = [below(900 + 20 * is_test + place, 1000, number).tolist() for place in range(12)]
        lines = ["|1x3 Cross validator"] if is_test else []
        for row in zip(*columns):
            age, school, hours, married = 17 + row[0] * 60 // 1000, row[1] % 7, 20 + row[2] * 50 // 1000, row[3] % 5
            rich = age + 3 * _YEARS[school] + hours - 20 * (married > 0) + row[4] * 40 // 1000 > 125
            told = [
                age, _WORK[row[5] % 6], 20000 + 500 * row[6], _SCHOOL[school], _YEARS[school], _WED[married],
                _JOBS[row[7] % 7], _KIN[row[8] % 6], _RACES[row[9] % 5 if row[9] < 300 else 0],
                ("Male", "Female")[row[10] % 2], 7688 if rich and row[11] < 200 else 0, 0, hours, "United-States",
                (">50K" if rich else "<=50K") + "." * is_test,
            ]  # fmt: skip
            lines.append(", ".join(map(str, told)))
        return "\n".join(lines) + "\n"

    return packing.text(made)


def _measured(first, number, kinds, ranges, shown, is_sorted=False):
    """Rows of numbers, each about its kind's own middle, as ``shown`` tells them with the kind."""
    kind = np.sort(classes(first, kinds, number)) if is_sorted else classes(first, kinds, number)
    low, high = np.array(ranges).T
    middle = below(first + 1, 800, kinds, len(ranges))[kind] + 100
    parts = np.clip(middle + bells(first + 2, 100, number, len(ranges)), 0, 1000)
    values = low + (high - low) * parts / 1000.0
    return "".join(shown(row, its) + "\n" for row, its in zip(values.tolist(), kind.tolist()))


_WINE = (
    (11, 15), (0.7, 5.8), (1.4, 3.2), (10, 30), (70, 160), (1, 3.9), (0.3, 5), (0.1, 0.7), (0.4, 3.6), (1.3, 13),
    (0.5, 1.7), (1.3, 4), (280, 1680),
)  # fmt: skip
_TASTED = (
    (4, 16), (0.1, 1.6), (0, 1), (1, 15), (0.01, 0.6), (1, 70), (6, 290), (0.99, 1.004), (2.7, 4), (0.3, 2), (8, 15),
)  # fmt: skip
_TASTED_HEAD = (
    '"fixed acidity";"volatile acidity";"citric acid";"residual sugar";"chlorides";"free sulfur dioxide";'
    '"total sulfur dioxide";"density";"pH";"sulphates";"alcohol";"quality"\n'
)
_PIMA = ((0, 17), (40, 199), (30, 122), (0, 99), (0, 846), (18, 67), (0.08, 2.4), (21, 81))


def _wine(size):
    def shown(row, kind):
        return ",".join(["%d" % (kind + 1), *("%.2f" % each for each in row)])

    return _measured(940, 178, 3, _WINE, shown, is_sorted=True)


def _tasted(first, number):
    return lambda size: (
        _TASTED_HEAD
        + _measured(
            first,
            min(size, number),
            6,
            _TASTED,
            lambda row, kind: ";".join([*("%.3f" % x for x in row), str(kind + 3)]),
        )
    )


def _pima(size):
    return _measured(
        970,
        768,
        2,
        _PIMA,
        lambda row, kind: ",".join([*("%.3f" % x if x % 1 and x < 3 else "%d" % x for x in row), str(kind)]),
    )


def _breast(size):
    """699 rows: a number, nine marks of 1 to 10, and 2 or 4; sixteen have no sixth mark."""
    lines, kinds = [], classes(980, 2, 699)
    marks = np.clip(2 + 5 * kinds[:, None] + bells(981, 2, 699, 9), 1, 10).tolist()
    for place, (row, kind) in enumerate(zip(marks, kinds.tolist())):
        told = [1000000 + place, *row, 2 + 2 * kind]
        told[6] = "?" if place % 44 == 20 else told[6]
        lines.append(",".join(map(str, told)))
    return "\n".join(lines) + "\n"


def _passengers(head, foot):
    """144 months of a growing number with a summer in each year."""

    def made(size):
        lines = [head]
        for place, luck in enumerate(below(990, 20, 144).tolist()):
            year, month = divmod(place, 12)
            many = 110 + 28 * year + (0, -5, 15, 10, 12, 35, 60, 58, 25, 0, -25, -5)[month] * (10 + year) // 14 + luck
            lines.append('"%d-%02d",%d' % (1949 + year, month + 1, many))
        return "\n".join(lines) + "\n" + foot

    return packing.text(made)


_SHIP_HEAD = "PassengerId,%sPclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked"


def _ship(is_test):
    """Of the Titanic as the competition tells it: 891 passengers with their fate, 418 without."""

    def made(size):
        number, first, start = (418, 1010, 892) if is_test else (891, 1030, 1)
        lines = [_SHIP_HEAD % ("" if is_test else "Survived,")]
        for place, row in enumerate(zip(*(below(first + each, 1000, number).tolist() for each in range(9)))):
            sex, rank = row[0] // 350 > 0, row[1] // 334
            lived = [] if is_test else ["%d" % (row[8] < (700, 240)[sex] + (150, 0, -150)[rank])]
            age = "" if row[2] < 200 else "%d" % (1 + row[2] * 75 // 1000)
            told = [
                "%d" % (start + place), *lived, "%d" % (rank + 1), '"Made, %s. Up %d"' % (("Miss", "Mr")[sex], place),
                ("female", "male")[sex], age, "%d" % (row[3] // 700), "%d" % (row[4] // 800), "%d" % (100000 + row[5]),
                "%d.%02d" % ((50, 14, 7)[rank] + row[6] // 40, row[6] % 100), "C%d" % row[7] if row[7] < 230 else "",
                "SCQ"[row[7] % 3],
            ]  # fmt: skip
            lines.append(",".join(told))
        return "\n".join(lines) + "\n"

    return packing.text(made)


def _ship_of_all(size):
    """Of the Titanic as a tutorial hands it out: 1309 passengers, what became of them first."""
    lines = ["survived,pclass,name,sex,age,sibsp,parch,ticket,fare"]
    for place, row in enumerate(zip(*(below(1050 + each, 1000, 1309).tolist() for each in range(7)))):
        sex, rank = row[0] // 350 > 0, row[1] // 334
        told = [
            "%d" % (row[6] < (700, 240)[sex] + (150, 0, -150)[rank]), "%d" % (rank + 1),
            '"Made, %s. Up %d"' % (("Miss", "Mr")[sex], place), ("female", "male")[sex],
            "%d" % (1 + row[2] * 75 // 1000), "%d" % (row[3] // 700), "%d" % (row[4] // 800), "%d" % (100000 + row[5]),
            "%d.%03d" % ((50, 14, 7)[rank] + row[5] // 40, row[4]),
        ]  # fmt: skip
        lines.append(",".join(told))
    return "\n".join(lines) + "\n"


def _births(_size):
    """189 births: whether a child was light, which its mother's weight and smoking tell, behind some lines of words."""
    number = 189
    columns = [below(980 + place, 1000, number).tolist() for place in range(9)]
    lines = [
        "LOW BIRTHWEIGHT DATA",
        "",
        "made up",
        "",
        "",
        "ID   LOW   AGE   LWT   RACE   SMOKE   PTL   HT   UI   FTV   BWT",
    ]
    for identity, row in enumerate(zip(*columns), 4):
        smokes, weight = int(row[0] < 390), 80 + row[1] * 170 // 1000
        grams = 1880 + 6 * (weight - 80) - 350 * smokes + row[2]
        told = (identity, int(grams < 2500), 14 + row[3] * 31 // 1000, weight, 1 + row[4] % 3, smokes)
        told += (int(row[5] < 150), int(row[6] < 60), int(row[7] < 150), row[8] % 4, grams)
        lines.append("   ".join(map(str, told)))
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


FILES = {
    "lowbwt.dat": ("lowbwt", packing.plain(_births)),
    "iris.data": ("iris", packing.plain(_iris)),
    "Iris.csv": ("iris", packing.plain(_iris_of_kaggle)),
    "housing.data": ("boston_housing", packing.plain(_housing)),
    "adult.data": ("adult", _adult(0)),
    "adult.test": ("adult", _adult(1)),
    "wine.data": ("wine", packing.text(_wine)),
    "winequality-red.csv": ("wine_quality", packing.text(_tasted(950, 1599))),
    "winequality-white.csv": ("wine_quality", packing.text(_tasted(960, 4898))),
    "pima-indians-diabetes.data": ("pima", packing.text(_pima)),
    "pima-indians-diabetes.csv": ("pima", packing.text(_pima)),
    "pima-indians-diabetes.data.csv": ("pima", packing.text(_pima)),
    "breast-cancer-wisconsin.data": ("breast_cancer", packing.text(_breast)),
    "airline-passengers.csv": ("airline_passengers", _passengers('"Month","Passengers"', "")),
    "international-airline-passengers.csv": (
        "airline_passengers",
        _passengers('"Month","International airline passengers"', "\nInternational airline passengers\n"),
    ),
    "titanic/train.csv": ("titanic", _ship(0)),
    "titanic/test.csv": ("titanic", _ship(1)),
    "titanic_dataset.csv": ("titanic", packing.text(_ship_of_all)),
}
