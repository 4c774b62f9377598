"""Documents with code and the logs that it printed: notes, notebooks, saved pages, read as examples to run."""
