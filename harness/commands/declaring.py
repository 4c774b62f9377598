"""What the declarations of all verbs share."""

import argparse
import importlib
from collections.abc import Callable
from typing import Any, TypeAlias

Verbs: TypeAlias = "argparse._SubParsersAction[Any]"


def later(name: str) -> Callable[[argparse.Namespace], int]:
    """Give what does a verb, ``execute`` of the module of that name, which is imported when it is called: so
    `harness --help` need not wait for NumPy."""

    def execute(options: argparse.Namespace) -> int:
        return int(importlib.import_module(f"harness.commands.{name}").execute(options))

    return execute
