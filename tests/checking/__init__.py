"""Documents checked: which TensorFlow is taken, what comes of each example."""
