"""Tables that a notebook reads and shows the head of: made up in the columns, and of the values, that its record has.

Nothing is told of a table whose head leaves columns out, or which is shown under another name than it was read by.
"""

import datetime
import html.parser
import json
import re

from _harness_preludes.made_up.numbers import below

_READS = r"(?P<name>\w+)\s*=\s*(?:pd|pandas)\.read_(?:csv|table)\(\s*(?P<rest>[^\n]*%s['\"][^\n]*)"
_SEPARATED = re.compile(r"(?:sep|delimiter)\s*=\s*(?P<quote>['\"])(?P<by>.{1,2}?)(?P=quote)")
_NUMBER = re.compile(r"-?\d+(?:\.(?P<decimals>\d+))?$")
_DAYS = ("%Y-%m-%d", "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d")
# The head is looked for in the cell that reads the table, and in as many behind it.
_CELLS_BEHIND = 3
_FIRST_STREAM = 5000


class _Tables(html.parser.HTMLParser):
    """The rows of the tables of a page: what stands in each field, and whether it is one of the index."""

    def __init__(self):
        super(_Tables, self).__init__()
        self.rows, self.inside = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.inside = tag
            self.rows[-1].append([tag, ""])

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.inside = None

    def handle_data(self, data):
        if self.inside and self.rows and self.rows[-1]:
            self.rows[-1][-1][1] += data


def shown(script, path):
    """Give what a notebook shows of a table that it reads from ``path``: what separates its fields, its columns, and
    some rows as texts. None for one that it does not show whole."""
    if not script.endswith(".ipynb"):
        return None
    try:
        with open(script, encoding="utf-8", errors="replace") as file:
            cells = [each for each in json.load(file).get("cells", ()) if each.get("cell_type") == "code"]
    except (OSError, ValueError, AttributeError):
        return None
    name = re.escape(path.replace("\\", "/").rpartition("/")[2])
    for place, cell in enumerate(cells):
        found = re.search(_READS % name, _text(cell))
        if found is None:
            continue
        by = _SEPARATED.search(found.group("rest"))
        separator = by.group("by").replace("\\t", "\t") if by else ","
        for each in cells[place : place + 1 + _CELLS_BEHIND]:
            rows = _head(each, found.group("name"))
            if rows:
                return (separator, rows[0], rows[1:])
    return None


def written(table, size):
    """Give such a table with so many rows, as bytes; no field has what separates them."""
    separator, names, rows = table
    shown_of = [[row[place] for row in rows] for place in range(len(names))]
    # Whoever goes through days in batches tells each by the next: one more than they take.
    number = size + any(_form(values) is not None for values in shown_of)
    columns = [_column(place, values, number) for place, values in enumerate(shown_of)]
    lines = [names] + [list(row) for row in zip(*columns)]
    return ("\n".join(separator.join(_field(each, separator) for each in line) for line in lines) + "\n").encode(
        "utf-8"
    )


def _text(cell):
    return "".join(cell.get("source", ""))


def _head(cell, name):
    """The columns and rows that a cell shows of the table of that name, as its last expression."""
    last = [line for line in _text(cell).splitlines() if line.strip()][-1:]
    if not last or not re.match(r"%s(?:\.head\(\d*\)|\.tail\(\d*\))?\s*;?$" % re.escape(name), last[0].strip()):
        return []
    for output in cell.get("outputs", ()):
        page = "".join(output.get("data", {}).get("text/html", ""))
        if "dataframe" in page:
            return _rows(page)
    return []


def _rows(page):
    reader = _Tables()
    reader.feed(page)
    rows = [[text.strip() for _, text in row[1:]] for row in reader.rows if row]
    whole = [row for row in rows if len(row) == len(rows[0])]
    # Columns or rows that are left out, several rows of names, no row at all.
    left_out = any(each == "..." for each in rows[0]) or not all(rows[0])
    whole = [row for row in whole if not all(each == "..." for each in row)]
    return whole if len(whole) > 1 and not left_out else []


def _column(place, values, size):
    """So many values like those of a column."""
    stream = _FIRST_STREAM + 2 * place
    numbers = [_NUMBER.match(each) for each in values]
    told = [each for each in values if each not in ("", "NaN")]
    days = _form(told)
    if days is not None:
        first = datetime.datetime.strptime(min(told, key=lambda each: _day(each, days)), days)
        return [(first + datetime.timedelta(days=each)).strftime(days) for each in range(size)]
    if told and all(_NUMBER.match(each) for each in told):
        decimals = max(len(each.group("decimals") or "") for each in numbers if each)
        return _numbers(stream, [float(each) for each in told], decimals, size)
    kinds = sorted(set(told)) or [""]
    # Rows that are in the order of their kinds show the first alone, and whoever learns them wants two.
    kinds += ["%s 2" % kinds[0]] if kinds[0] and len(kinds) == 1 else []
    return [kinds[each] for each in below(stream, len(kinds), size).tolist()]


def _numbers(stream, values, decimals, size):
    steps = [after - before for before, after in zip(values, values[1:])]
    if not decimals and len(values) > 2 and set(steps) == {1.0}:
        return ["%d" % (int(values[0]) + each) for each in range(size)]
    unit = 10**decimals
    low, high = int(round(min(values) * unit)), int(round(max(values) * unit))
    # Few whole numbers are kinds of something: no others are made. What is measured goes further than five rows show.
    if decimals:
        spread = (high - low) or abs(high) or unit
        low, high = (low - spread if low < 0 else max(0, low - spread)), high + spread
    elif len(set(values)) == 1 and low in (0, 1):
        low, high = 0, 1
    drawn = (below(stream, high - low + 1, size) + low).tolist()
    return ["%.*f" % (decimals, each / unit) for each in drawn] if decimals else ["%d" % each for each in drawn]


def _day(text, form):
    return datetime.datetime.strptime(text, form)


def _form(values):
    """In which form all of some values are days, None for none."""
    return next((form for form in _DAYS if values and all(_is_day(each, form) for each in values)), None)


def _is_day(text, form):
    try:
        _day(text, form)
    except ValueError:
        return False
    return True


def _field(text, separator):
    return '"%s"' % text.replace('"', '""') if separator in text or '"' in text else text
