"""Error rules: what the errors of each era say, and what to change; keyed on what releases 1.4 to 2.21 really raised.

A table for each family. The messages are kept in tests/data/measured_errors.json, made by tests/measure_errors.py.
"""

from harness.diagnose.detectors.cannot_run.error_rules.gone_names import GONE_NAMES
from harness.diagnose.detectors.cannot_run.error_rules.graphs import GRAPHS
from harness.diagnose.detectors.cannot_run.error_rules.languages import LANGUAGES
from harness.diagnose.detectors.cannot_run.error_rules.rule import Rule
from harness.diagnose.detectors.cannot_run.error_rules.sessions import SESSIONS
from harness.diagnose.detectors.cannot_run.error_rules.signatures import SIGNATURES
from harness.diagnose.detectors.cannot_run.error_rules.training import TRAINING

__all__ = ["RULES", "Rule"]

# The first that fits counts: the particular ones stand before the general.
RULES: tuple[Rule, ...] = (*GONE_NAMES, *SESSIONS, *TRAINING, *GRAPHS, *SIGNATURES, *LANGUAGES)
