"""Which texts name a folder that this machine has not."""

from pathlib import Path

import pytest

from harness.sides.around.elsewhere import names_elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "logs = '/home/somebody of old/logs'",
        'open("/Volumes/old/loss.txt", "w")',
        "os.makedirs('/home/somebody_of_old/%s/logs' % name)",
        "flags.DEFINE_string('logs', '/of_the_author', 'where')",
        "print(1)\ndata = r'/data_of_old/x.csv'\n",
    ],
)
def test_a_folder_that_is_not_there_is_seen(text: str) -> None:
    assert names_elsewhere(["import os", text])


@pytest.mark.parametrize(
    "text",
    [
        "logs = '/tmp/of_the_script/logs'",
        "logs = '/var/tmp/of_the_script'",
        "open('/dev/null_of_old')",
        "open('/usr/bin/env')",
        "x = a / b / 'c/d'",
        "url = 'http://example.com/somebody/x'",
        "sep = '/'",
        "path = 'logs/somebody'",
    ],
)
def test_others_are_not(text: str) -> None:
    assert not names_elsewhere([text])


def test_one_of_this_machine_is_there() -> None:
    assert not names_elsewhere([f"open('{Path(__file__).resolve()}')"])
