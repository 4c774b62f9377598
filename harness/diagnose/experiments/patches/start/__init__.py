"""What training begins with: seeds, draws, checkpoints, weights that are set."""
