"""Texts of scripts: what a side's file holds, made ready to run. Nothing here runs anything."""
