"""What is told of the training: metrics, logs, digits."""
