"""Versions of packages that fit TensorFlow 1."""

import pytest

from harness.releases.fitting import fitting


@pytest.mark.parametrize(
    ("there", "package", "fits"),
    [
        ("numpy==1.18.5\ntensorflow==1.15.5", "keras", "keras<2.4"),
        ("tensorflow==1.15.5", "keras==2.2.4", "keras==2.2.4"),
        ("tensorflow==0.12.1", "tflearn", "tflearn<0.5"),
        ("tensorflow==1.15.5", "pandas", "pandas"),
        ("tensorflow==1.15.5", "tensorflow_datasets", "tensorflow_datasets<4"),
        ("tensorflow==1.15.5", "tensorflow-probability", "tensorflow-probability<0.9"),
        ("tensorflow==1.12.3", "tensorflow-probability", "tensorflow-probability<0.6"),
        ("tensorflow==2.4.1", "keras", "keras"),
        ("tensorflow-cpu==2.15.1", "dm-sonnet", "dm-sonnet"),
    ],
)
def test_a_package_without_a_version_is_taken_in_one_that_runs_there(there: str, package: str, fits: str) -> None:
    assert fitting([package], there) == [fits]
