"""``harness provenance --notes DIR``: where in the notes each documented log is."""

import argparse

from harness.cases.notes import read_notes
from harness.cases.provenance import read_note, trace_back
from harness.commands.common import say, suite_of


def execute(options: argparse.Namespace) -> int:
    """Print the table as Markdown; 1 where a log is not in its note, or a note's log in no case."""
    suite = suite_of(options)
    notes = read_notes(suite.root / "golden")
    texts = {key: read_note(options.notes, note) for key, note in notes.items()}
    findings, faults = trace_back(suite.cases, texts)
    say("| documented log | note | lines of the note | documented lines | verdict |")
    say("| --- | --- | --- | --- | --- |")
    for finding in findings:
        place = str(finding.place) if finding.place is not None else ""
        say(f"| `{finding.subject}` | {finding.note} | {place} | {finding.lines} | {finding.problem or 'as printed'} |")
    total = sum(finding.lines for finding in findings)
    logs = f"{len(findings)} log{'s' if len(findings) != 1 else ''}"
    say(f"\n{total} documented lines in {logs}; derived logs, which no note prints, are not listed.")
    for line in faults:
        say(line)
    return 1 if faults or any(finding.problem for finding in findings) else 0
