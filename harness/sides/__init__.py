"""The two sides of `harness compare`: named, run and told."""
