"""The values that everything speaks: errors, verdicts, traces and numbers, printed numbers, findings."""
