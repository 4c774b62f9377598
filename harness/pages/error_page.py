"""The page on errors: a section for each rule, with a message as a release raised it, and what to change."""

import json
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from harness.diagnose.detectors.cannot_run.error_rules import RULES, Rule
from harness.diagnose.detectors.cannot_run.errors import explain, taken_apart
from harness.releases.release import release_key
from harness.targets.outcome import Failure

_WIDTH = 118
_LONGEST_MESSAGE = 110


@dataclass(frozen=True)
class _Raised:
    """An error that a release raised, and what the pattern of its rule found in it."""

    release: str
    failure: Failure
    groups: tuple[str, ...]


def error_sections(measured: Path) -> str:
    """Give the sections as Markdown, in the order of the rules. ``measured`` holds what each release raised, by release
    and script, as ``tests/measure_errors.py`` writes it.

    Raises OSError for a file that cannot be read, ValueError for one that holds something else.
    """
    try:
        raised = _by_rule(json.loads(measured.read_text(encoding="utf-8")))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{measured.name} does not hold errors by release and script: {error!r}") from None
    by_name: dict[str, list[Rule]] = {}
    for rule in RULES:
        by_name.setdefault(rule.name, []).append(rule)
    return "\n".join(_section(name, rules, raised) for name, rules in by_name.items())


def _by_rule(measured: Mapping[str, Mapping[str, Mapping[str, str]]]) -> dict[Rule, list[_Raised]]:
    """What was raised, by the rule that explains it, the newest release first."""
    found: dict[Rule, list[_Raised]] = {}
    for target in sorted(measured, key=release_key, reverse=True):
        release = target.removeprefix("tf")
        for document in measured[target].values():
            failure = Failure(document["kind"], document["reason"], document["detail"])
            explained = explain(failure, release)
            if explained is not None:
                rule, groups = explained
                found.setdefault(rule, []).append(_Raised(release, failure, groups))
    return found


def _section(name: str, rules: list[Rule], raised: Mapping[Rule, list[_Raised]]) -> str:
    """All rules of one name; those that no release was seen to raise only where there is no other."""
    seen = [rule for rule in rules if rule in raised] or rules[:1]
    return f"## {name}\n\n" + "\n".join(_entry(rule, raised.get(rule, [])) for rule in seen)


def _entry(rule: Rule, raised: list[_Raised]) -> str:
    if not raised:
        blanks = ("…",) * rule.pattern.groups
        return f"{_prose(f'{rule.means.format(*blanks)}.')}\n{_prose(f'Change: {rule.change.format(*blanks)}.')}"
    # One that says in its first line what the rule goes by; the others are inside of a traceback.
    shown = next((each for each in raised if rule.pattern.search(each.failure.reason)), raised[0])
    _, kind, message = taken_apart(shown.failure)
    releases = ", ".join(dict.fromkeys(each.release for each in reversed(raised)))
    means, change = rule.means.format(*shown.groups), rule.change.format(*shown.groups)
    line = textwrap.shorten(f"{kind}: {message}", _LONGEST_MESSAGE, placeholder=" …")
    return f"    {line}\n\n{_prose(f'Raised by {releases}: {means}.')}\n{_prose(f'Change: {change}.')}"


def _prose(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False) + "\n"
