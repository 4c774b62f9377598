"""Findings in words, as they stand below a divergence."""

from collections.abc import Sequence

from harness.words.finding import Diagnosis, Finding


def diagnosis_text(diagnosis: Diagnosis) -> list[str]:
    """Give the lines on why two sides differ, one where nothing was found, and on what that leaves unexplained."""
    if diagnosis.findings:
        return [*findings_text(diagnosis.findings), *diagnosis.remains]
    if diagnosis.problem:
        return [diagnosis.problem]
    count = diagnosis.dropped
    tried = f" ({count} suspicion{'s' if count > 1 else ''} tried)" if count else ""
    return [f"no known cause{tried}", *diagnosis.remains]


def findings_text(findings: Sequence[Finding]) -> list[str]:
    """Give a few lines for each finding: cause, evidence, experiments, what to change, where to read more."""
    lines: list[str] = []
    for number, finding in enumerate(findings, start=1):
        place = f"cause {number} of {len(findings)}" if len(findings) > 1 else "cause"
        lines.append(f"{place}: {finding.cause}, {finding.confidence}")
        lines.append(f"  evidence: {finding.evidence}")
        lines += [f"  tried: {experiment}" for experiment in finding.experiments]
        lines.append(f"  change: {finding.change}")
        lines.append(f"  more: harness explain {finding.cause}")
    return lines
