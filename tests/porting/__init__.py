"""Tests of `harness/porting`."""
