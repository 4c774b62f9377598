"""The atlas of equivalence."""
