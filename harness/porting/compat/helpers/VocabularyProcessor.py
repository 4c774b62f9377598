class VocabularyProcessor:
    """What tf.contrib.learn.preprocessing.VocabularyProcessor did: texts as numbers of words, 0 for unknown ones."""

    class Words:
        """The number of each word, in the order in which they came."""

        def __init__(self):
            self._mapping = {"<UNK>": 0}

        def __len__(self):
            return len(self._mapping)

        def get(self, word):
            return self._mapping.get(word, 0)

        def reverse(self, number):
            return list(self._mapping)[number]

    def __init__(self, max_document_length, min_frequency=0):
        self.max_document_length = max_document_length
        self.min_frequency = min_frequency
        self.vocabulary_ = VocabularyProcessor.Words()

    def fit(self, raw_documents, unused_y=None):
        mapping = self.vocabulary_._mapping
        counts = {}
        for text in raw_documents:
            for word in self._words(text):
                mapping.setdefault(word, len(mapping))
                counts[word] = counts.get(word, 0) + 1
        if self.min_frequency > 0:
            # The more frequent words come first then, and of equally frequent ones those first in the alphabet.
            kept = [word for word in counts if counts[word] > self.min_frequency]
            kept.sort(key=lambda word: (-counts[word], word))
            self.vocabulary_._mapping = {word: number for number, word in enumerate(["<UNK>", *kept])}
        return self

    def transform(self, raw_documents):
        for text in raw_documents:
            numbers = numpy.zeros(self.max_document_length, numpy.int64)
            for place, word in enumerate(self._words(text)[: self.max_document_length]):
                numbers[place] = self.vocabulary_.get(word)
            yield numbers

    def fit_transform(self, raw_documents, unused_y=None):
        raw_documents = list(raw_documents)
        return self.fit(raw_documents).transform(raw_documents)

    def reverse(self, documents):
        for numbers in documents:
            yield " ".join(self.vocabulary_.reverse(number) for number in numbers)

    def save(self, filename):
        with open(filename, "wb") as file:
            pickle.dump([self.max_document_length, list(self.vocabulary_._mapping)], file)

    @classmethod
    def restore(cls, filename):
        with open(filename, "rb") as file:
            length, words = pickle.load(file)
        found = cls(length)
        found.vocabulary_._mapping = {word: number for number, word in enumerate(words)}
        return found

    def _words(self, text):
        return re.findall(r"[A-Z]{2,}(?![a-z])|[A-Z][a-z]+(?=[A-Z])|[\'\w\-]+", text)
