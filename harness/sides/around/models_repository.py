"""Modules that scripts take from a clone of github.com/tensorflow/models, which no package brings."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side

_MISSING = re.compile(r"No module named '?(?P<name>[\w.]+)'?")
# The folder there in which a module lies; those whose name may be any package's only where they have such a part.
_FOLDERS = {
    "datasets": "research/slim",
    "deployment": "research/slim",
    "nets": "research/slim",
    "preprocessing": "research/slim",
    "object_detection": "research",
    "deeplab": "research",
    "official": "",
}
_PARTS = {
    "datasets": (
        r"dataset_factory|dataset_utils|dataset_classification|download_and_convert_\w+|imagenet|flowers|cifar10|mnist"
    ),
    "deployment": r"model_deploy",
    "nets": r"\w+",
    "preprocessing": r"preprocessing_factory|\w+_preprocessing",
}


def folder_in_models(module: str, text: str) -> str | None:
    """Give the folder of that repository in which a module lies that a text imports, empty for its head; None for a
    module that is none of it."""
    first = module.partition(".")[0]
    if first not in _FOLDERS:
        return None
    parts = _PARTS.get(first, r"\w+")
    imported = re.compile(rf"^\s*(?:from\s+{first}\s+import\s+|(?:from|import)\s+{first}\.)(?:{parts})\b", re.MULTILINE)
    return _FOLDERS[first] if imported.search(text) else None


def models_text(side: Side) -> Iterator[str]:
    """Give from where a failed script has a module of that repository; else nothing."""
    missing = _MISSING.search(side.failure.reason) if side.failure is not None else None
    folder = folder_in_models(missing["name"], side.source) if missing is not None else None
    if missing is None or folder is None:
        return
    first = missing["name"].partition(".")[0]
    place = "/".join(filter(None, (folder, first)))
    yield (
        f"{first} is no package: it is the folder {place} of github.com/tensorflow/models, in the version of that day; "
        "put it beside the script"
    )
