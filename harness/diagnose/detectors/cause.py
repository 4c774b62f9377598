"""What a detector is: the contract that each file of these rooms keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Finding
from harness.words.stage import Stage

Detect: TypeAlias = Callable[[Evidence], Finding | None]


@dataclass(frozen=True)
class Cause:
    """A cause that a port may differ for; each file of a room has one, ``CAUSE``, and is named as it.

    ``names`` are the causes that findings name; each has a page, ``docs/pitfalls/NAME.md``, which a test holds.

    ``detect`` may read the evidence, its two sides with their texts, logs and traces, and what ``evidence/`` and
    ``sources/`` work out from them. It runs nothing, reads no file, and knows no other detector. It gives None, or one
    finding: what it rests on in one sentence whose every number can be worked out again, what to do, and trials, the
    most telling first, of which its docstring says what each changes and what else it would cure. It is silent about
    golden traces held against themselves and about the two styles of a case
    (``tests/diagnose/detectors/test_silence*.py``).

    ``likely`` are those of its names that are likely without a run. All others are only possible where nothing was
    tried: what looks like a cause in numbers or texts often is another one. ``harmless`` is one that leaves the numbers
    as they are, and so may be told of sides that agree. ``witnesses`` are the preludes by whose ``Side.seen`` it
    goes: where no other cause is confirmed, both sides run once more with them. ``general`` is one that explains all
    by where it ran and names nothing: what a witness shows is told before it, and beside it. ``stages`` are those parts
    of a training step in which the sides can part for it, none where nobody has said. ``only_confirmed`` is one of
    which trials that explain less than all say nothing, and which is dropped then; unless all numbers come to the last
    digits of what they should be from far away, which makes it likely. ``steadily`` is one that goes by what is no
    matter of draws, as which variables are trained: it is likely of sides that do not repeat themselves, too.
    ``restates`` is one that says what the numbers of both sides are and not how they came about: it is not told where
    another one is confirmed.
    """

    names: tuple[str, ...]
    detect: Detect
    likely: tuple[str, ...] = ()
    harmless: bool = False
    witnesses: tuple[str, ...] = ()
    general: bool = False
    stages: tuple[Stage, ...] = ()
    only_confirmed: bool = False
    steadily: bool = False
    restates: bool = False
