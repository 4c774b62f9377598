"""Tables of made-up rows: what is to be told from a row depends on its features, with noise.

All is computed in integers and divided once, by 10 or 100, which every processor rounds alike.
"""

import numpy as np

from _harness_preludes.made_up.numbers import bells, below, classes

# Smallest and largest value of each of Boston's 13 features, in hundredths.
_BOSTON = (
    (1, 2000), (0, 10000), (46, 2774), (0, 100), (39, 87), (356, 878), (290, 10000),
    (113, 1213), (100, 2400), (18700, 71100), (1260, 2200), (32, 39690), (173, 3797),
)  # fmt: skip
# California's eight, in hundredths: longitude, latitude, age, rooms, bedrooms, people, households, income.
_CALIFORNIA = (
    (-12435, -11431), (3254, 4195), (100, 5200), (200, 500000), (100, 100000), (300, 400000), (100, 90000), (50, 1500),
)  # fmt: skip


def boston_arrays(size):
    """Give ``x, y`` of 506 houses at most: float64 (n, 13), and prices of 5 to 50, float64. A fifth is for testing."""
    number = min(size + -(-size // 4), 506)
    parts = below(800, 1001, number, 13)
    x = _between(_BOSTON, parts)
    x[:, 3] = parts[:, 3] // 930 * 100
    x[:, 8] = x[:, 8] // 100 * 100
    # More rooms make a house dearer; crime, pollution, and a poor neighbourhood make it cheaper.
    tenths = 230 + (3 * (parts[:, 5] - 500) - 2 * (parts[:, 12] - 500) - parts[:, 0] - parts[:, 4] + 1000) // 16
    price = np.clip(tenths + bells(801, 15, number), 50, 500)
    return x / 100.0, price / 10.0


def california_arrays(size):
    """Give ``x, y`` of 20640 districts at most: float32 (n, 8), and prices of 15000 to 500000, float32."""
    parts, price = _districts(min(size + -(-size // 4), 20640))
    x = _between(_CALIFORNIA, parts)
    x[:, 2:7] = x[:, 2:7] // 100 * 100  # years, and what is counted
    return (x / 100.0).astype(np.float32), (price * 1000).astype(np.float32)


def california_blocks(size):
    """Give what scikit-learn has of them: float64 (n, 8), means instead of sums, and prices of 0.15 to 5, float64."""
    parts, price = _districts(min(size + -(-size // 4), 20640))
    ranges = (50, 1500), (100, 5200), (84, 1400), (33, 340), (300, 350000), (69, 1000), (3254, 4195), (-12435, -11431)
    x = _between(ranges, parts[:, [7, 2, 3, 4, 5, 6, 1, 0]])
    x[:, [1, 4]] = x[:, [1, 4]] // 100 * 100
    return x / 100.0, price / 100.0


def covtype_arrays(number):
    """Give ``x, y`` of so many plots: float64 (n, 54), and cover types 1 to 7, int32."""
    types = classes(820, 7, number)
    x = np.zeros((number, 54))
    x[:, :10] = 200 * types[:, None] + 100 * below(821, 8, 7, 10)[types] + bells(822, 150, number, 10) + 300
    rows = np.arange(number)
    x[rows, 10 + types % 4] = 1
    x[rows, 14 + (types * 5 + below(823, 8, number)) % 40] = 1
    return x, (types + 1).astype(np.int32)


def iris_rows(half):
    """Give 120 rows (``half`` 0) or 30 (1): four measures in tenths, and the species, 0 to 2."""
    number = 30 if half else 120
    species = classes(830 + half, 3, number)
    middle = np.array([[50, 34, 15, 2], [59, 28, 43, 13], [66, 30, 56, 20]])
    spread = np.array([4, 4, 3, 2])
    return (middle[species] + bells(832 + half, 10, number, 4) * spread // 10).clip(1), species


def iris_text(half):
    """Give ``iris_training.csv`` or ``iris_test.csv``: a line of numbers and names, then rows."""
    measures, species = iris_rows(half)
    lines = ["%d,4,setosa,versicolor,virginica" % len(species)]
    for row, kind in zip(measures.tolist(), species.tolist()):
        lines.append(",".join("%d.%d" % divmod(each, 10) for each in row) + ",%d" % kind)
    return "\n".join(lines) + "\n"


def auto_mpg_text():
    """Give ``auto-mpg.data``: 398 rows in columns, the name behind a tabulator; six have no horsepower."""
    number = 398
    cylinders = np.array([4, 6, 8])[classes(840, 3, number)]
    displacement = cylinders * 45 - 60 + below(841, 40, number)
    horsepower = cylinders * 18 + below(842, 40, number)
    weight = cylinders * 400 + 600 + below(843, 600, number)
    tenths = 460 - weight // 14 + bells(844, 20, number)
    others = zip(below(845, 120, number).tolist(), below(846, 13, number).tolist(), below(847, 3, number).tolist())
    lines = []
    for place, (pace, year, origin) in enumerate(others):
        power = "?" if place % 66 == 32 else "%d." % horsepower[place]
        lines.append(
            '%-7s%d   %-11s%-11s%-11s%-7s%d  %d\t"made up %d"'
            % (
                "%d.%d" % divmod(max(int(tenths[place]), 90), 10),
                cylinders[place],
                "%d.0" % displacement[place],
                power if power == "?" else power + "0",
                "%d." % weight[place],
                "%d.%d" % divmod(100 + pace, 10),
                70 + year,
                origin + 1,
                place + 1,
            )
        )
    return "\n".join(lines) + "\n"


def titanic_text(half):
    """Give Titanic's ``train.csv`` (627 passengers) or ``eval.csv`` (264)."""
    number, first = ((627, 850), (264, 860))[half]
    columns = [below(first + place, 1000, number).tolist() for place in range(9)]
    lines = ["survived,sex,age,n_siblings_spouses,parch,fare,class,deck,embark_town,alone"]
    for sex, age, siblings, parents, fare, rank, deck, town, luck in zip(*columns):
        sex, rank, siblings, parents = sex // 500, rank // 334, siblings // 600, parents // 700
        lines.append(
            "%d,%s,%d.0,%d,%d,%d.%04d,%s,%s,%s,%s"
            % (
                luck < (200, 740)[sex] + (150, 0, -150)[rank],
                ("male", "female")[sex],
                1 + age * 79 // 1000,
                siblings,
                parents,
                (50, 14, 7)[rank] + fare // 40,
                fare * 10,
                ("First", "Second", "Third")[rank],
                "ABCDEFG"[deck % 7] if deck < 250 else "unknown",
                ("Southampton", "Cherbourg", "Queenstown")[town % 3],
                "n" if siblings or parents else "y",
            )
        )
    return "\n".join(lines) + "\n"


def _between(ranges, parts):
    """Thousandths of the way from the smallest to the largest of each column."""
    low, high = np.array(ranges).T
    return low + (high - low) * parts // 1000


def _districts(number):
    parts = below(810, 1001, number, 8)
    thousands = 80 + (parts[:, 7] * 3 + parts[:, 1] // -2 + parts[:, 2] // 4) // 8 + bells(811, 30, number)
    return parts, np.clip(thousands, 15, 500)
