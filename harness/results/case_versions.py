"""Case versions: results that are shown together should be about the same case and golden files."""

from collections.abc import Sequence

from harness.cases.run import Run
from harness.results.store import TargetResults
from harness.words.errors import UsageError

_MOST_NAMED = 3


def refuse_mix(targets: Sequence[TargetResults], runs: Sequence[Run]) -> None:
    """Raise UsageError where two targets hold results of one run that were made with different files of its case.

    The message names the runs, and which targets' results are about the files that this project has.
    """
    digests: dict[tuple[str, str], dict[str, str]] = {}
    for target in targets:
        for result in target.results:
            digests.setdefault((result.subject, result.style), {})[target.name] = result.digest
    current = {(run.subject, run.style.name): run.digest for run in runs}
    mixed = {key: found for key, found in digests.items() if key in current and len(set(found.values())) > 1}
    if not mixed:
        return
    old = sorted({name for key, found in mixed.items() for name, digest in found.items() if digest != current[key]})
    named = ", ".join(f"{subject} {style}" for subject, style in list(mixed)[:_MOST_NAMED])
    more = f" and {len(mixed) - _MOST_NAMED} more" if len(mixed) > _MOST_NAMED else ""
    raise UsageError(
        f"these results were made with different case or golden files of {named}{more}; not with those that are here: "
        f"{', '.join(old)}. Run these again (tox -e {','.join(old)}), or show what they hold as stale with --stale"
    )
