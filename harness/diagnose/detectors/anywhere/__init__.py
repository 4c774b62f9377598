"""Causes of no single stage: settings of calls, constants, tracing, the release."""
