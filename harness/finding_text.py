"""Findings in words, as they stand below a divergence."""

from collections.abc import Sequence

from harness.finding import Finding


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
