"""Data that NLTK's package does not bring: sentences are cut, small words told, and the rest is missing as before."""

from dataclasses import replace
from pathlib import Path

from harness.releases.layers import layer_of
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Limits, Request, Setup
from harness.targets.workers import open_worker

ASKS = """import nltk
from nltk.corpus import stopwords
from nltk.tokenize import sent_tokenize, word_tokenize
print(word_tokenize("It is a dog. It's old, isn't it?"))
print(sent_tokenize("It is a dog. Is it old?"))
print("the" in stopwords.words("english"), "dog" in stopwords.words("english"))
try:
    nltk.corpus.wordnet.synsets("dog")
except LookupError as error:
    print("wordnet" in str(error))
"""


def test_sentences_are_cut_and_small_words_are_told(tf1_python: Path, root: Path, tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(ASKS)
    limits = Limits()
    layer = layer_of(tf1_python, ("nltk",), root)
    scene = Scene(tmp_path, paths=(layer.folder,), preludes=(Prelude("stand_in", {"size": 50, "files": []}),))
    request = replace(Request(script, {}, 60.0, limits.memory, limits.output), scene=scene)
    with open_worker(tf1_python, Setup()) as worker:
        outcome = worker.submit(request).result(60)
    assert outcome.failure is None, outcome.failure
    assert outcome.stdout.splitlines() == [
        "['It', 'is', 'a', 'dog', '.', 'It', \"'s\", 'old', ',', 'is', \"n't\", 'it', '?']",
        "['It is a dog.', 'Is it old?']",
        "True False",
        "True",
    ]
    assert outcome.effects is not None and outcome.effects.stand_ins == ("nltk punkt", "nltk stopwords")
