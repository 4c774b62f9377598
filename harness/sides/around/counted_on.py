"""How many examples of a data set a script counts on, by its text: the made-up ones are given over and over then."""

import re
from dataclasses import replace

from harness.targets.scene import Scene

# Without one of these no script is given arrays of a well-known data set.
_LOADS = re.compile(r"\bload_data\(|\bread_data_sets\(|\bload_mnist\(|\bfetch_\w+\(|\b(?:train|test)_32x32\.mat\b")
# What is left behind, or before, so many examples: x_train[10000:], x_train[:-10000]. None would be, of fewer.
_BEHIND = re.compile(r"\w\[\s*(?P<first>\d{4,5})\s*:\s*[\],]|\w\[\s*:\s*-(?P<last>\d{4,5})\s*[\],]")
# All of a data set in another shape, some of it by their places, and what exercises hold back behind so many.
_WHOLE = re.compile(r"\breshape\(\s*[(\[]?\s*(?P<count>60000|50000|25000|10000)\s*,")
_PLACES = re.compile(r"\brange\(\s*\d{1,5}\s*,\s*(?P<end>\d{4,5})\s*\)")
_TRAINING = re.compile(r"\bnum_train(?:ing)?\s*=\s*(?P<count>\d{4,5})\b")
# Of what is made for testing not one batch would be full: its loss is taken of none, and its mean is no number.
_BATCH = re.compile(r"\b\w*batch_?size\w*\s*=\s*(?P<count>\d{3,4})\b", re.IGNORECASE)
# What is held back for testing comes beside five times as many for training, of which 1000 are made.
_OF_TESTS, _MOST, _FOR_EACH_TEST, _TESTS_MADE = 10000, 60000, 5, 200


def counted_on(*texts: str) -> int:
    """Give how many examples for training the texts of a script and of its own modules count on, 0 where they say
    nothing of that."""
    text = "\n".join(texts)
    if _LOADS.search(text) is None:
        return 0
    some = [int(match["first"] or match["last"]) for match in _BEHIND.finditer(text)]
    some += [int(match["count"]) for match in _TRAINING.finditer(text)]
    counts = [number + number // 4 for number in some]
    counts += [int(match["end"]) for match in _PLACES.finditer(text)]
    batches = [int(match["count"]) for match in _BATCH.finditer(text)]
    # One more: some take a batch only where something is left behind it.
    counts += [_FOR_EACH_TEST * (each + 1) for each in batches if each >= _TESTS_MADE]
    whole = [int(match["count"]) for match in _WHOLE.finditer(text)]
    counts += [_MOST if each == _OF_TESTS and len(set(whole)) == 1 else each for each in whole]
    return min(max(counts, default=0), _MOST)


def with_count(scene: Scene, count: int) -> Scene:
    """Give a scene whose made-up data sets have as many examples as that, over and over, where they have fewer."""
    preludes = tuple(
        replace(each, setting={**each.setting, "count": count})
        if each.name == "stand_in" and count > max(int(each.setting["size"]), int(each.setting.get("count", 0)))
        else each
        for each in scene.preludes
    )
    return replace(scene, preludes=preludes)


def count_of(scene: Scene) -> int:
    """Give how many examples a scene's made-up data sets have, by what its script counts on; 0 for none."""
    return next((int(each.setting.get("count", 0)) for each in scene.preludes if each.name == "stand_in"), 0)


def counted_alike(*scenes: Scene | None) -> tuple[Scene | None, ...]:
    """Give scenes whose made-up data are the same: as many examples as the one counts on that wants the most."""
    most = max((count_of(scene) for scene in scenes if scene is not None), default=0)
    return tuple(None if scene is None else with_count(scene, most) for scene in scenes)
