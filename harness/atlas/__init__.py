"""The atlas of equivalence: symbols of TensorFlow 1, what is used in their place, and whether both compute the same."""
