"""As many examples as a script counts on, where that is more than are made: the made-up ones over and over."""

# Examples for training that the script counts on; 0: as many as are made.
WANTED = 0


def over_and_over(array, count):
    """Give an array of examples as long as that, where it is shorter."""
    return array[[each % len(array) for each in range(count)]] if count > len(array) else array
