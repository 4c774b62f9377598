"""Measurements of what the harness costs, as ratios inside one run; each module is a program of its own."""
