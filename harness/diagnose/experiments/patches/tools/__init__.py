"""What several patches need: optimizers, calls and objects in whose place something else is put."""
