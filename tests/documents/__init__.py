"""Tests of `harness/documents`."""
