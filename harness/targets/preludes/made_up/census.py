"""A census of 1994 and 1995, ``census-income.data``: 40 columns, the weight of a row, and whether somebody is rich."""

from _harness_preludes.made_up import packing
from _harness_preludes.made_up.numbers import below

_WHERE = ("Not in universe", "South", "West", "Midwest", "Northeast")
_BORN = ("United-States", "Mexico", "Philippines", "Germany", "Canada", "?")
_ASKED = ("Not in universe", "Yes", "No")
# In the order of the columns: a range of whole numbers, or the words that stand in one. Three are told below.
_COLUMNS = (
    ("Private", "Not in universe", "Self-employed-not incorporated", "Local government", "Federal government"),
    (0, 51),
    (0, 46),
    ("High school graduate", "Children", "Some college but no degree", "Bachelors degree(BA AB BS)", "10th grade"),
    (0, 1500),
    ("Not in universe", "High school", "College or university"),
    ("Never married", "Married-civilian spouse present", "Divorced", "Widowed"),
    ("Not in universe or children", "Retail trade", "Education", "Construction", "Medical except hospital"),
    ("Not in universe", "Sales", "Professional specialty", "Adm support including clerical"),
    ("White", "Black", "Asian or Pacific Islander", "Other"),
    ("All other", "Mexican-American", "Puerto Rican"),
    ("Female", "Male"),
    _ASKED,
    ("Not in universe", "Job leaver", "Re-entrant"),
    ("Children or Armed Forces", "Full-time schedules", "Not in labor force"),
    (0, 9000),
    (0, 2000),
    (0, 4000),
    ("Nonfiler", "Single", "Joint both under 65", "Head of household"),
    _WHERE,
    ("Not in universe", "California", "Utah", "Florida"),
    ("Householder", "Spouse of householder", "Child <18 never marr not in subfamily", "Nonfamily householder"),
    ("Householder", "Spouse of householder", "Child under 18 never married"),
    None,
    ("Nonmover", "MSA to MSA", "?"),
    ("Nonmover", "Same county", "?"),
    ("Nonmover", "Same county", "?"),
    ("Yes", "No", "Not in universe under 1 year old"),
    ("Not in universe", "Yes", "No", "?"),
    (0, 6),
    ("Not in universe", "Both parents present", "Mother only present"),
    _BORN,
    _BORN,
    _BORN,
    ("Native- Born in the United States", "Foreign born- Not a citizen of U S"),
    (0, 2),
    _ASKED,
    (0, 2),
    (0, 52),
    (94, 95),
)


def _cell(column, draw):
    if column is None:
        return "%.2f" % (300 + 3.5 * draw)
    if isinstance(column[0], str):
        return column[draw % len(column)]
    low, high = column
    return str(low + draw % (high - low + 1))


def _table(is_test):
    def made(size):
        number = min(size // 2, 99762) if is_test else min(size, 199523)
        draws = below(980 + is_test, 1000, number, len(_COLUMNS) + 1).tolist()
        lines = []
        for row in draws:
            age, weeks = row[0] * 91 // 1000, row[-2] % 53
            rich = age > 30 and weeks > 26 and row[4] % 5 > 2
            cells = [str(age)] + [_cell(column, draw) for column, draw in zip(_COLUMNS, row[1:])]
            cells[39] = str(weeks)
            lines.append(", ".join(cells + ["50000+." if rich else "- 50000."]))
        return "\n".join(lines) + "\n"

    return packing.text(made)


FILES = {
    "census-income.data": ("census_income", _table(0)),
    "census-income.test": ("census_income", _table(1)),
}
