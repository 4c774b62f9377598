"""Diagnosis: why two sides compute different numbers, shown by evidence and, where it can be had, by experiment."""
