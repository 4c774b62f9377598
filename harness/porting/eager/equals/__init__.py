"""What of TensorFlow 2 stands for what of 1: names, arguments, layers, optimizers, and what a draft brings along."""
