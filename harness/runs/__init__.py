"""Doing planned runs, side by side."""
