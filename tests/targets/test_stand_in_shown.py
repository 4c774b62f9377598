"""Tables that a notebook shows the head of are made up in its columns."""

import csv
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.targets.conftest import Run

HEAD = """<table border="1" class="dataframe"><thead><tr style="text-align: right;">
<th></th><th>Date</th><th>Close</th><th>Volume</th><th>Id</th><th>Town</th></tr></thead><tbody>
<tr><th>0</th><td>2016-11-02</td><td>768.70</td><td>1872400</td><td>7</td><td>Bonn, Beuel</td></tr>
<tr><th>1</th><td>2016-11-03</td><td>762.13</td><td>1933000</td><td>8</td><td>Kiel</td></tr>
<tr><th>2</th><td>2016-11-04</td><td>762.02</td><td>2134800</td><td>9</td><td>Kiel</td></tr>
</tbody></table>"""


def notebook(folder: Path, reads: str, shows: str, page: str = HEAD) -> Run:
    cells = [
        {"cell_type": "code", "source": [f"import pandas as pd\n{reads}"], "outputs": []},
        {"cell_type": "code", "source": shows, "outputs": [{"data": {"text/html": [page]}}]},
    ]
    run = Run()
    run.script = str(folder / "lesson.ipynb")
    Path(run.script).write_text(json.dumps({"cells": cells, "nbformat": 4}))
    return run


def table(made: ModuleType, run: Run, path: str, separator: str = ",") -> list[list[str]]:
    found = made.lost(run, path)
    assert found is not None
    return list(csv.reader(Path(found).read_text().splitlines(), delimiter=separator))


def test_the_columns_and_their_kinds_are_those_that_are_shown(made: ModuleType, tmp_path: Path) -> None:
    run = notebook(tmp_path, "df = pd.read_csv('data/prices.csv')", "df.head(3)")
    names, *rows = table(made, run, "data/prices.csv")
    assert run.sets == ["the table prices.csv, in the columns that the notebook shows"]
    assert names == ["Date", "Close", "Volume", "Id", "Town"]
    assert (len(rows), [row[0] for row in rows[:2]], rows[-1][0]) == (51, ["2016-11-02", "2016-11-03"], "2016-12-22")
    assert {len(row[1].partition(".")[2]) for row in rows} == {2}
    assert all(755.34 <= float(row[1]) <= 775.38 for row in rows)
    assert all(1872400 <= int(row[2]) <= 2134800 for row in rows)
    assert ([row[3] for row in rows[:3]], rows[-1][3]) == (["7", "8", "9"], "57")
    assert {row[4] for row in rows} == {"Bonn, Beuel", "Kiel"}


def test_it_is_separated_as_the_notebook_reads_it(made: ModuleType, tmp_path: Path) -> None:
    run = notebook(tmp_path, "rows = pd.read_csv('stock.csv', sep=';')", "rows")
    assert table(made, run, "stock.csv", ";")[0] == ["Date", "Close", "Volume", "Id", "Town"]


def test_one_kind_and_a_label_have_a_second(made: ModuleType, tmp_path: Path) -> None:
    page = HEAD.replace("Bonn, Beuel", "Kiel").replace(">8<", ">0<").replace(">7<", ">0<").replace(">9<", ">0<")
    rows = table(made, notebook(tmp_path, "df = pd.read_csv('kinds.csv')", "df", page), "kinds.csv")[1:]
    assert ({row[3] for row in rows}, {row[4] for row in rows}) == ({"0", "1"}, {"Kiel", "Kiel 2"})


@pytest.mark.parametrize(
    ("reads", "shows", "page"),
    [
        ("df = pd.read_csv('other.csv')", "df.head()", HEAD),
        ("df = pd.read_csv('lost.csv')", "table.head()", HEAD),
        ("df = pd.read_csv('lost.csv')", "df.describe()", HEAD),
        ("df = pd.read_csv('lost.csv')", "df.head()", HEAD.replace("<th>Volume</th>", "<th>...</th>")),
        ("df = pd.read_csv('lost.csv')", "df.head()", "<img/>"),
    ],
)
def test_what_is_not_shown_whole_is_not_there(
    reads: str, shows: str, page: str, made: ModuleType, tmp_path: Path
) -> None:
    assert made.lost(notebook(tmp_path, reads, shows, page), "lost.csv") is None


def test_flowers_as_kaggle_has_them(made: ModuleType) -> None:
    rows = table(made, Run(), "input/Iris.csv")
    assert rows[0] == ["Id", "SepalLengthCm", "SepalWidthCm", "PetalLengthCm", "PetalWidthCm", "Species"]
    assert (len(rows), rows[1][0], rows[-1][0], rows[-1][5]) == (151, "1", "150", "Iris-virginica")
