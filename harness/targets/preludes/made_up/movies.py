"""MovieLens: who has given which film how many stars, in the files of the sets of a million, of 100000 and of the small
one that is kept up to date. Users and films are as many as there really are; ratings are as many as asked for, and the
taste of a user for a genre tells them."""

import math

import numpy as np

from _harness_preludes.made_up import packing
from _harness_preludes.made_up.numbers import bells, below

_GENRES = (
    "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir",
    "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
)  # fmt: skip
_AGES = (1, 18, 25, 35, 45, 50, 56)
_WORK = (
    "administrator", "artist", "doctor", "educator", "engineer", "entertainment", "executive", "healthcare",
    "homemaker", "lawyer", "librarian", "marketing", "none", "other", "programmer", "retired", "salesman", "scientist",
    "student", "technician", "writer",
)  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# So many ratings for each example that is asked for.
_RATINGS = 20
_BEGAN = 956703932


class _Set(object):
    """One of the sets: its users, its films, the number that the last of them has, and its ratings."""

    def __init__(self, stream, users, films, last, ratings):
        self.stream, self.users, self.films, self.last, self.ratings = stream, users, films, last, ratings

    def ids(self):
        return (1 + np.arange(self.films, dtype=np.int64) * (self.last - 1) // (self.films - 1)).tolist()

    def genres(self):
        """Two for each film, which may be the same."""
        return below(self.stream, len(_GENRES), self.films, 2).tolist()

    def years(self):
        return (1999 - bells(self.stream + 1, 20, self.films).__abs__()).tolist()

    def rows(self, size, part=0):
        """User, film, stars from 1 to 5, and the second; no user rates a film twice, also not in another part."""
        number, pairs = min(_RATINGS * size, self.ratings), self.users * self.films
        step = next(each for each in range(pairs * 618 // 1000, pairs) if math.gcd(each, pairs) == 1)
        pair = (np.arange(part * number, (part + 1) * number, dtype=np.int64) * step) % pairs
        user, film = pair // self.films, pair % self.films
        taste = bells(self.stream + 5, 150, self.users, len(_GENRES))
        liked = taste[user, np.array(self.genres())[film, 0]] + bells(self.stream + 6, 60, self.films)[film]
        stars = np.clip((360 + liked + bells(self.stream + 7 + part, 60, number) + 50) // 100, 1, 5)
        seconds = _BEGAN + below(self.stream + 20 + part, 80000000, number)
        return zip((user + 1).tolist(), np.array(self.ids())[film].tolist(), stars.tolist(), seconds.tolist())

    def people(self):
        """Number, sex, a number below 1000 for the age, one for the work, and a postcode."""
        columns = [below(self.stream + 30 + place, 1000, self.users).tolist() for place in range(4)]
        for number, (sex, age, work, post) in enumerate(zip(*columns), 1):
            yield number, "MF"[sex < 280], age, work % 21, "%05d" % (501 + 99 * post)


_MILLION = _Set(1300, 6040, 3883, 3952, 1000209)
_HUNDRED = _Set(1340, 943, 1682, 1682, 100000)
_SMALL = _Set(1440, 610, 9742, 193609, 100836)


def _ratings(movies, row, head="", part=0):
    def made(size):
        return (head + "".join(row % each for each in movies.rows(size, part))).encode("ascii")

    return made


def _users_dat(_size):
    rows = ((n, sex, _AGES[age * 7 // 1000], work, post) for n, sex, age, work, post in _MILLION.people())
    return "".join("%d::%s::%d::%d::%s\n" % row for row in rows).encode("ascii")


def _told(genres):
    return "|".join(sorted({_GENRES[each] for each in genres}))


def _movies_dat(_size):
    rows = zip(_MILLION.ids(), _MILLION.years(), _MILLION.genres())
    return "".join("%d::Film %d (%d)::%s\n" % (n, n, year, _told(kinds)) for n, year, kinds in rows).encode("ascii")


def _movies_csv(_size):
    rows = zip(_SMALL.ids(), _SMALL.years(), _SMALL.genres())
    lines = ["%d,Film %d (%d),%s" % (n, n, year, _told(kinds)) for n, year, kinds in rows]
    return ("movieId,title,genres\n" + "\n".join(lines) + "\n").encode("ascii")


def _u_user(_size):
    rows = ((n, 7 + age * 66 // 1000, sex, _WORK[work], post) for n, sex, age, work, post in _HUNDRED.people())
    return "".join("%d|%d|%s|%s|%s\n" % row for row in rows).encode("ascii")


def _u_item(_size):
    """Number, title, day, nothing, an address, whether the genre is unknown, and whether it is each of 18."""
    lines = []
    for number, year, kinds in zip(_HUNDRED.ids(), _HUNDRED.years(), _HUNDRED.genres()):
        day = "%02d-%s-%d" % (1 + number % 28, _MONTHS[number % 12], year)
        flags = "|".join(str(int(each in kinds)) for each in range(len(_GENRES)))
        lines.append("%d|Film %d (%d)|%s||http://example.org/%d|0|%s" % (number, number, year, day, number, flags))
    return ("\n".join(lines) + "\n").encode("ascii")


_CSV = _ratings(_SMALL, "%d,%d,%d.0,%d\n", "userId,movieId,rating,timestamp\n")
_OF_A_MILLION = {
    "ratings.dat": _ratings(_MILLION, "%d::%d::%d::%d\n"),
    "users.dat": _users_dat,
    "movies.dat": _movies_dat,
}
_OF_100000 = {"u.data": _ratings(_HUNDRED, "%d\t%d\t%d\t%d\n"), "u.user": _u_user, "u.item": _u_item}
_OF_100000.update(
    (name, _ratings(_HUNDRED, "%d\t%d\t%d\t%d\n", part=part))
    for part, name in enumerate(("ua.base", "ua.test", "ub.base", "ub.test", "u1.base", "u1.test"), 1)
)
_OF_THE_SMALL = {"ratings.csv": _CSV, "movies.csv": _movies_csv}
_SETS = (("ml-1m", _OF_A_MILLION), ("ml-100k", _OF_100000), ("ml-latest-small", _OF_THE_SMALL))
FILES = {
    name: ("movielens", packing.plain(make)) for files in (_OF_A_MILLION, _OF_100000) for name, make in files.items()
}
FILES.update(("ml-latest-small/" + name, ("movielens", packing.plain(make))) for name, make in _OF_THE_SMALL.items())
FILES.update(
    (folder + ".zip", ("movielens", packing.zip_of({folder + "/" + name: make for name, make in files.items()})))
    for folder, files in _SETS
)
