"""Reviews, newswires, word indices and texts, of made-up words that are the commoner the lower their rank."""

import numpy as np

from _harness_preludes.made_up import count as count_asked
from _harness_preludes.made_up.count import over_and_over
from _harness_preludes.made_up.numbers import below, classes, test_size

# Ranks are 1 to 8191; the lowest 30 say nothing of the class.
VOCABULARY = 8191
_BARE = 30
_CONSONANTS, _VOWELS = "bdfghklmnprstvz", "aeiou"


def word(rank):
    """Give the word of this rank, 1 and up: every rank has another."""
    syllables = len(_CONSONANTS) * len(_VOWELS)
    text, rest = "", rank
    while rest:
        rest, digit = divmod(rest - 1, syllables)
        text = _CONSONANTS[digit // len(_VOWELS)] + _VOWELS[digit % len(_VOWELS)] + text
    return text


def word_index():
    """Give the ranks by word, as ``get_word_index`` does."""
    return {word(rank): rank for rank in range(1, VOCABULARY + 1)}


def imdb_arrays(size):
    """Give ``x_train, y_train, x_test, y_test``: lists of ranks as objects, labels 0 (bad) and 1 (good), int64."""
    train, train_labels = _sequences(700, 2, min(size, 25000), shortest=20, longest=300, per_class=40, one_in=12)
    test, test_labels = _sequences(
        710, 2, min(test_size(size), 25000), shortest=20, longest=300, per_class=40, one_in=12
    )
    wanted = (min(count_asked.WANTED, 25000), min(test_size(count_asked.WANTED), 25000))
    train, train_labels = (over_and_over(each, wanted[0]) for each in (train, train_labels))
    return train, train_labels, over_and_over(test, wanted[1]), over_and_over(test_labels, wanted[1])


def reuters_arrays(size):
    """Give ``x, y``: lists of ranks as objects, topics 0 to 45, int64. A fifth of them will be for testing."""
    x, y = _sequences(720, 46, min(size + -(-size // 4), 11228), shortest=15, longest=200, per_class=8, one_in=6)
    wanted = min(count_asked.WANTED + -(-count_asked.WANTED // 4), 11228)
    return over_and_over(x, wanted), over_and_over(y, wanted)


def newsgroup_texts(first, count, number):
    """Give messages as texts, and of which group each is."""
    ranks, labels = _sequences(first, count, number, shortest=20, longest=120, per_class=8, one_in=3)
    return [" ".join(word(rank) for rank in each) for each in ranks], labels


def prose(first, characters, speakers=()):
    """Give a text of about so many characters: sentences in paragraphs, or speeches, each under its speaker's name."""
    parts, length, place = [], 0, 0
    while length < characters:
        ranks = common_words(first + place, 60)
        cuts = below(first + place + 1, 12, 60)
        place += 2
        sentences, sentence = [], []
        for rank, cut in zip(ranks.tolist(), cuts.tolist()):
            sentence.append(word(rank))
            if len(sentence) > 3 and cut < 2 or len(sentence) > 15:
                sentences.append(" ".join(sentence).capitalize() + ".?"[cut % 2])
                sentence = []
            elif cut == 5:
                sentence[-1] += ","
        part = "\n".join(sentences) + "\n\n"
        if speakers:
            part = "%s:\n%s" % (speakers[place // 2 % len(speakers)], part)
        parts.append(part)
        length += len(part)
    return "".join(parts)


def common_words(stream, *shape):
    """Give ranks of which each power of two has as many, so that a word of half the rank comes twice as often."""
    power = np.int64(1) << below(stream, 13, *shape)
    return power + below(stream + 50000, 2**13, *shape) % power


def _sequences(first, count, number, shortest, longest, per_class, one_in):
    """Sequences of ranks, in which one word in ``one_in`` is one of the ``per_class`` words of its class."""
    labels = classes(first, count, number)
    lengths = shortest + below(first + 1, longest - shortest + 1, number)
    ranks = common_words(first + 2, number, longest)
    its = _BARE + labels[:, None] + count * below(first + 3, per_class, number, longest)
    ranks = np.where(below(first + 4, one_in, number, longest) == 0, its, ranks)
    sequences = np.empty(number, dtype=object)
    for place, length in enumerate(lengths.tolist()):
        sequences[place] = ranks[place, :length].tolist()
    return sequences, labels
