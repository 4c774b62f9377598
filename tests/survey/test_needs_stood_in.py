"""What a script downloads by itself, and ``--stand-in`` makes up by its name, needs no file of the user's."""

from pathlib import Path

import pytest

from harness.scripts.known_files import DOWNLOADED, FILES, stood_in
from tests.preludes import of_preludes
from tests.survey.needs_said import said

READS = """import urllib.request
URL = 'http://yann.lecun.com/exdb/mnist/'
def load(name):
    return urllib.request.urlretrieve(URL + name, name)
load('train-images-idx3-ubyte.gz')
load('t10k-images-idx3-ubyte.gz')
urllib.request.urlretrieve('http://a.org/rows.csv', 'rows.csv')
"""


def test_a_well_known_file_is_a_data_set_that_the_option_gives(tmp_path: Path) -> None:
    assert said(tmp_path, READS) == [
        "4 data MNIST: --stand-in",
        "7 data http://a.org/rows.csv: --file http://a.org/rows.csv=PATH",
    ]


@pytest.mark.parametrize(
    ("address", "data_set"),
    [
        ("http://a.org/fashion/train-images-idx3-ubyte.gz", "Fashion-MNIST"),
        ("https://raw.githubusercontent.com/k/char-rnn/master/data/tinyshakespeare/input.txt", "Shakespeare"),
        ("http://a.org/text8.zip?dl=1", "text8"),
        ("http://a.org/text9.zip", ""),
    ],
)
def test_which_data_set_an_address_is_of(address: str, data_set: str) -> None:
    assert stood_in(address) == data_set


def test_what_is_said_to_be_made_up_is() -> None:
    with of_preludes("stand_ins.downloads") as (made,):
        assert [name for name in (*DOWNLOADED, *FILES) if made._find(name, f"/data/{name}")[1] is None] == []
