"""What optimizers are handed."""
