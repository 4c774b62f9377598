"""Modules of a clone of tensorflow/models: no package is installed in their place, and it is told where they are."""

from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.sides.around.models_repository import folder_in_models, models_text
from harness.targets.outcome import Failure


@pytest.mark.parametrize(
    ("text", "module", "folder"),
    [
        ("from datasets import dataset_factory\n", "datasets", "research/slim"),
        ("from nets.inception_v3 import inception_v3\n", "nets", "research/slim"),
        ("import object_detection.utils\n", "object_detection", "research"),
        ("from official.resnet import resnet_model\n", "official", ""),
        ("from datasets import load_dataset\n", "datasets", None),
        ("import datasets\n", "datasets", None),
        ("import numpy\n", "numpy", None),
    ],
)
def test_where_a_module_lies(text: str, module: str, folder: str | None) -> None:
    assert folder_in_models(module, text) == folder


def test_a_run_that_misses_it_says_so() -> None:
    failure = Failure("raised", "eval.py:1: ModuleNotFoundError: No module named 'preprocessing'", "")
    side = Side("eval.py@tf1.4", (), failure=failure, source="from preprocessing import preprocessing_factory\n")
    assert list(models_text(side)) == [
        "preprocessing is no package: it is the folder research/slim/preprocessing of github.com/tensorflow/models, in "
        "the version of that day; put it beside the script"
    ]
    assert list(models_text(Side("eval.py@tf1.4", (), failure=failure, source="import preprocessing\n"))) == []


def test_no_package_of_that_name_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from harness.sides.around import packages

    monkeypatch.setattr(packages, "_missing", lambda modules, *_: [*modules])
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(packages, "layer_of", lambda *words: asked.append(words))
    text = "from datasets import imagenet\nimport tqdm\n"
    script = tmp_path / "eval.py"
    script.write_text(text)
    packages.layer_for(["auto"], script, text, Path("python"), tmp_path)
    assert asked == [(Path("python"), (), tmp_path, ("tqdm",), ())]
