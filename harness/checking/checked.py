"""What came of an example of a document."""

from dataclasses import dataclass
from enum import Enum

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison
from harness.documents.example import Claim, Example, Reading
from harness.words.finding import Diagnosis
from harness.words.verdict import Verdict


class Answer(Enum):
    """What is to be said of an example. Only the first three are of the code that was run against what the document
    shows; ``NOT_REPRODUCIBLE`` and what it needs are neither a pass nor a failure."""

    HOLDS = "holds"
    DIFFERS = "differs"
    FAILED = "failed"
    NOT_REPRODUCIBLE = "not reproducible"
    NEEDS_DATA = "needs data"
    NEEDS_PACKAGE = "needs a package"
    RAN = "ran"
    EXCERPT = "excerpt"
    FRAGMENT = "fragment"
    NOT_RESTORED = "not restored"

    @property
    def is_wrong(self) -> bool:
        """Whether a document with such an example does not hold."""
        return self in (Answer.DIFFERS, Answer.FAILED)


@dataclass(frozen=True)
class ClaimHeld:
    """A claim, whether it ``holds`` (None: the run does not decide it), and what was printed, in words."""

    claim: Claim
    holds: bool | None
    printed: str


@dataclass(frozen=True)
class Checked:
    """An example and what came of it. ``reading`` is the way to read its code that was taken, one of ``tried``;
    ``side`` its run, ``held`` that run against the document's log; of what draws without a seed, those lines of it that
    two runs have alike."""

    example: Example
    answer: Answer
    reading: Reading | None = None
    tried: int = 0
    side: Side | None = None
    held: SideComparison | None = None
    claims: tuple[ClaimHeld, ...] = ()
    diagnosis: Diagnosis | None = None
    remarks: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the log; None where there is none, or nothing was run."""
        return self.held.comparison.verdict if self.held is not None else None

    @property
    def word(self) -> str:
        """The one word that a table shows: the verdict where a log was held, else the answer."""
        if self.answer in (Answer.HOLDS, Answer.DIFFERS) and self.verdict is not None:
            return str(self.verdict)
        return self.answer.value
