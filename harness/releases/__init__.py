"""TensorFlow releases, and environments of them."""
