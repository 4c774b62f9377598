"""``harness api NAME`` and ``harness api --diff A B``: which release has what."""

import argparse
import json
from dataclasses import asdict

from harness.commands.api_words import difference_lines, history_lines, number_lines, range_text, unknown_name
from harness.commands.saying import say
from harness.symbols.difference import difference
from harness.symbols.history import History, history
from harness.symbols.replacements import replacement_of
from harness.symbols.timeline import Timeline, read_timeline
from harness.words.errors import UsageError


def execute(options: argparse.Namespace) -> int:
    """Print the history of each name, or what differs between two releases. Raises UsageError for unknown ones."""
    timeline = read_timeline()
    if options.diff:
        return _diff(options, timeline)
    if not options.names:
        raise UsageError("which symbol? for example: harness api tf.reduce_sum")
    found = [_history(timeline, name) for name in options.names]
    if options.format == "json":
        say(json.dumps([_as_json(timeline, each) for each in found], indent=2))
        return 0
    for number, each in enumerate(found):
        say("\n" * bool(number) + "\n".join(history_lines(timeline, each)))
    return 0


def _history(timeline: Timeline, name: str) -> History:
    full = name.replace("tensorflow.", "tf.", 1) if name.startswith("tensorflow.") else name
    full = full if full == "tf" or full.startswith("tf.") else f"tf.{full}"
    found = history(timeline, full)
    if not found.spans:
        raise UsageError(unknown_name(timeline, full))
    return found


def _diff(options: argparse.Namespace, timeline: Timeline) -> int:
    early, late = (timeline.place(name) for name in options.diff)
    prefix = options.names[0] if options.names else "tf"
    if len(options.names) > 1:
        raise UsageError("--diff takes one name at most, below which it looks: harness api --diff 1.15 2.0 tf.train")
    if early > late:
        early, late = late, early
    found = difference(timeline, early, late, prefix)
    if options.format == "json":
        say(json.dumps(asdict(found), indent=2))
        return 0
    for line in difference_lines(timeline, found, early, late):
        say(line)
    for line in number_lines(timeline.releases[early], timeline.releases[late], prefix):
        say(line)
    return 0


def _as_json(timeline: Timeline, told: History) -> dict[str, object]:
    replacement = replacement_of(timeline, told.name)
    return {
        "name": told.name,
        "spans": [
            {
                "releases": range_text(timeline, span.first, span.last),
                "kind": span.symbol.kind,
                "own_name": span.symbol.name,
                "signature": span.symbol.text,
                "deprecations": span.symbol.deprecations.splitlines(),
            }
            for span in told.spans
        ],
        "borders": [asdict(border) for border in told.borders],
        "replacement": asdict(replacement) if replacement else None,
    }
