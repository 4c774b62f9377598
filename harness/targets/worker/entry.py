"""The worker's command line: to serve, or to be one run."""

import io
import json
import os
import sys
import traceback
from typing import List

from _harness_worker import keeper, start
from _harness_worker.server import Server


def main(arguments: List[str]) -> None:
    """Entry: ``CONFIG`` as JSON serves; ``--run SERVER REPORT_FD PAGE_FD FAULT_FD GATE_FD REQUEST_FD`` is one run."""
    if arguments[0] == "--run":
        start.run_here(*map(int, arguments[1:7]))
    config = json.loads(arguments[0])
    imported = keeper.keep(config["folder"])
    requests, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)  # what an import prints must not get among the answers
    # At once, as a terminal shows it: else it would come when the import is long over, or among what a child prints.
    sys.stdout = sys.__stdout__ = io.TextIOWrapper(  # type: ignore[misc]
        io.open(1, "wb", buffering=0, closefd=False),  # noqa: SIM115
        encoding="utf-8",
        errors="backslashreplace",
        write_through=True,
    )
    server = Server(config, requests, answers)
    try:
        server.serve(imported)
    except (KeyboardInterrupt, BrokenPipeError):
        pass
    except BaseException as error:
        if server.module is not None:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
        server.answer(
            {
                "answer": "unusable",
                "missing": isinstance(error, ImportError) and getattr(error, "name", None) == "tensorflow",
                "message": "%s: %s" % (type(error).__name__, error),
                "traceback": traceback.format_exc(),
            }
        )
    sys.stderr.flush()
    # Taking down a TensorFlow that has done nothing takes a second.
    os._exit(0)
