"""Which public symbols each release of TensorFlow has, with which arguments; read off the releases, never written."""
