"""A Python with TensorFlow, and the process that runs scripts in it."""
