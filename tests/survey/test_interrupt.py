"""Ctrl-C in a survey ends what is under way, however long that may run."""

import signal
import threading
import time
from pathlib import Path

import pytest

from harness.survey.ask import Ask
from harness.survey.survey import survey
from tests.survey.fakes import fake_project

pytestmark = pytest.mark.long


def test_an_interrupt_waits_for_no_run(tmp_path: Path) -> None:
    folder = tmp_path / "legacy"
    folder.mkdir()
    (folder / "waits.py").write_text(
        "import tensorflow as tf\nimport time\nprint('begun', flush=True)\ntime.sleep(600)\n"
    )
    project = fake_project(tmp_path / "project")
    main = threading.main_thread().ident
    assert main is not None
    sent: list[float] = []

    def interrupt() -> None:
        sent.append(time.monotonic())
        signal.pthread_kill(main, signal.SIGINT)

    threading.Timer(4.0, interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        survey(folder, project, Ask("2.15", "2.15", run=True, jobs=1), None, "")
    # The run would go on for ten minutes.
    assert time.monotonic() - sent[0] < 60
