"""A package whose library was built for another TensorFlow than the one that loads it: which that is."""

import re
from collections.abc import Iterator

from packaging.utils import canonicalize_name

from harness.diagnose.evidence.evidence import Side
from harness.releases.built_for import built_before
from harness.releases.environments import cache_folder

# What the loader says of a library that asks TensorFlow for what it has not, or has under another name.
_UNDEFINED = re.compile(r"(?P<path>/\S+\.so\S*): undefined symbol: \S*tensorflow")


def built_for_text(side: Side) -> Iterator[str]:
    """Give the release that a later version of an added package is for, where the one that could be had beside a failed
    script's release cannot be loaded there; else nothing."""
    found = _UNDEFINED.search(f"{side.failure.reason}\n{side.failure.detail}") if side.failure is not None else None
    layers = cache_folder() / "layers"
    if found is None or side.origin is None or not found["path"].startswith(f"{layers}/"):
        return
    layer, _, inside = found["path"].removeprefix(f"{layers}/").partition("/")
    name = canonicalize_name(inside.partition("/")[0])
    there = [each.name.removesuffix(".dist-info").rpartition("-") for each in (layers / layer).glob("*.dist-info")]
    version = next((version for dist, _, version in there if canonicalize_name(dist) == name), "")
    release = ".".join(side.tensorflow.split(".")[:2])
    later = built_before(side.origin.python, name, version, release) if version else None
    if later is None:
        return
    wanted = ".".join(later[1].split(".")[:2])
    script = side.name.partition("@")[0]
    yield (
        f"{name} {version} was built for another TensorFlow than {release}; {name} {later[0]} is for {wanted}: run it "
        f"as {script}@{wanted}"
    )
