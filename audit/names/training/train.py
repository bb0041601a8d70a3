"""Train the name model: people and places in informal English, for `audit.language`.

    python -m audit.names.training.train DATA [--epochs 8] [--stop-after 5] [--seed 3] [--test]

DATA holds the public sets `wnut17/`, `btc/` and `tweebank/` (see ../README.md for where they come from and their
licences); they are no part of this repository. Writes `audit/names/model/`, `audit/names/hashes.json` and
`audit/names/scores.json`. One core, about a minute of processor time an epoch. The same seed gives the same model on the same machine.

What is done to the public sets: bare @mentions that the Broad Twitter Corpus labels as people are joined with their "@"
and lose the label, as a handle is no name; every text is put together again and cut by spaCy's own tokenizer, which is
what reads it later. Each epoch some texts lose their capitals, some are all capitals, and some have their names exchanged
for British ones, since the sets are mostly American; sentences of care work with invented names are mixed in.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from confection import Config
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import fix_random_seed

HERE = Path(__file__).resolve().parent
NAMES = HERE.parent

# A text and its names: (start, end, label)
Text = tuple[str, tuple[tuple[int, int, str], ...]]

_LABELS = {"person": "PERSON", "per": "PERSON", "location": "PLACE", "loc": "PLACE"}
_NO_SPACE_BEFORE = re.compile(r"^(?:[.,!?;:)\]%…]+|['’](?:s|m|re|ve|ll|d|t)|n['’]t)$", re.IGNORECASE)

CONFIG = """
[nlp]
lang = "en"
pipeline = ["tok2vec","ner"]

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM","PREFIX","SUFFIX","SHAPE"{flags}]
rows = [5000,1000,2500,1500{flag_rows}]
include_static_vectors = false

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3

[components.ner]
factory = "ner"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"
"""


def word_list(name: str) -> list[str]:
    """The entries of one of the lists beside the model. `places` may have several words an entry."""
    lines = [line for line in (NAMES / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    if name != "places.txt":
        return " ".join(lines).split()
    return [entry for line in lines for entry in (line.split() if len(line) > 60 else [line])]


def read_columns(path: Path) -> Iterator[list[tuple[str, str]]]:
    """(token, label) pairs of each text; the label is the last column."""
    tokens: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) < 2 or line.startswith("-DOCSTART-"):
            if tokens:
                yield tokens
            tokens = []
        elif parts[0].strip():
            tokens.append((parts[0].strip(), parts[-1].strip()))
    if tokens:
        yield tokens


def without_mentions(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """ "@" + "jo" -> "@jo", without a label."""
    joined: list[tuple[str, str]] = []
    for token, label in tokens:
        if joined and joined[-1][0] == "@":
            joined[-1] = ("@" + token, "O")
        else:
            joined.append((token, "O" if token.startswith("@") else label))
    return joined


def to_text(tokens: list[tuple[str, str]]) -> Text:
    """Tokens -> the text as somebody may have written it, and where its people and places are."""
    text = ""
    spans: list[list[Any]] = []
    inside = ""
    for token, label in tokens:
        if text and not _NO_SPACE_BEFORE.match(token):
            text += " "
        start = len(text)
        text += token
        kind = _LABELS.get(label[2:].lower(), "")
        if kind and label.startswith("I-") and inside == kind and spans:
            spans[-1][1] = len(text)
        elif kind:
            spans.append([start, len(text), kind])
        inside = kind
    return text, tuple((start, end, kind) for start, end, kind in spans)


def read_set(paths: Iterable[Path]) -> list[Text]:
    """All texts of some files, twice the same only once."""
    return list(dict.fromkeys(to_text(without_mentions(tokens)) for path in paths for tokens in read_columns(path)))


class Changes:
    """The changes that an epoch makes to its texts, from one seeded source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.first = word_list("first_names.txt")
        self.last = word_list("surnames.txt")
        self.places = word_list("places.txt")
        lines = (HERE / "frames.txt").read_text(encoding="utf-8").splitlines()
        self.frames = [line for line in lines if line and line[0] != "#"]

    def name(self, slot: str) -> str:
        """A name for {first}, {surname}, {full} or {place}, with capitals."""
        if slot == "place":
            name = self.chance.choice(self.places)
        elif slot == "first":
            name = self.chance.choice(self.first)
        elif slot == "surname":
            name = self.chance.choice(self.last)
        else:
            name = f"{self.chance.choice(self.first)} {self.chance.choice(self.last)}"
        name = re.sub(r"\bMc(\w)", lambda found: "Mc" + found[1].upper(), name.title())
        return re.sub(r"\b(?:Of|On|In|Upon|Le)\b", lambda found: found[0].lower(), name).replace("'S", "'s")

    def framed(self) -> Text:
        """One sentence of care work with names in it."""
        text, spans = "", []
        for piece in re.split(r"(\{\w+\}(?: \{surname\})?)", self.chance.choice(self.frames)):
            if piece.startswith("{"):
                slots = re.findall(r"\w+", piece)
                name = " ".join(map(self.name, slots))
                if not text.endswith("@"):
                    spans.append((len(text), len(text) + len(name), "PLACE" if slots == ["place"] else "PERSON"))
                piece = name
            text += piece
        return text, tuple(spans)

    def exchanged(self, source: Text) -> Text:
        """The same text with other names in it; a hashtag stays."""
        text, spans = source
        new, done, moved = "", 0, []
        for start, end, label in spans:
            words = text[start:end].split()
            new += text[done:start]
            name = text[start:end]
            if name[0] not in "#@" and self.chance.random() < 0.8:
                slot = "place" if label == "PLACE" else "full" if len(words) > 1 else "first"
                name = self.name("surname" if slot == "first" and self.chance.random() < 0.2 else slot)
            moved.append((len(new), len(new) + len(name), label))
            new += name
            done = end
        return new + text[done:], tuple(moved)

    def epoch(self, texts: list[Text], frames: int) -> list[Text]:
        """The texts of one epoch, shuffled."""
        result = []
        for source in [*texts, *(self.framed() for _ in range(frames))]:
            text = source
            if text[1] and self.chance.random() < 0.25:
                text = self.exchanged(text)
            fate = self.chance.random()
            if fate < 0.17:
                text = (_same_length(text[0], str.lower), text[1])
            elif fate < 0.23:
                text = (_same_length(text[0], str.upper), text[1])
            result.append(text)
        self.chance.shuffle(result)
        return result


def _same_length(text: str, change: Any) -> str:
    return "".join(new if len(new := change(char)) == 1 else char for char in text)


def to_example(nlp: Any, source: Text) -> Example:
    """A spaCy example of a text, cut by the tokenizer that will read posts."""
    gold = nlp.make_doc(source[0])
    spans = [gold.char_span(start, end, label, alignment_mode="expand") for start, end, label in source[1]]
    gold.ents = spacy.util.filter_spans([span for span in spans if span is not None])
    return Example(nlp.make_doc(source[0]), gold)


def scores(nlp: Any, texts: list[Text]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of people and places, in percent."""
    examples = [to_example(nlp, text) for text in texts]
    predicted: list[Doc] = list(nlp.pipe([example.reference.text for example in examples], batch_size=128))
    result = Scorer.score_spans(
        [Example(doc, example.reference) for doc, example in zip(predicted, examples, strict=True)], "ents"
    )
    by_type = result["ents_per_type"] or {}
    return {
        label: {key: round(100 * by_type.get(label, {}).get(key, 0.0), 1) for key in ("p", "r", "f")}
        for label in ("PERSON", "PLACE")
    }


def flagged(nlp: Any) -> Any:
    """Let the pipeline's vocabulary know our lists, as `audit.language` does when it loads the model."""
    from audit.naming import know_lists

    know_lists(nlp)
    return nlp


def main() -> None:
    """Train, keep the best epoch by texts held out from training, test it, write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument(
        "--stop-after", type=int, default=99, help="epochs after which to stop, the rate falling as if not"
    )
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--frames", type=int, default=1500, help="invented care sentences an epoch")
    parser.add_argument("--out", type=Path, default=NAMES)
    parser.add_argument("--no-flags", action="store_true", help="without the lists of names as a feature")
    parser.add_argument("--test", action="store_true", help="train nothing; test the model in --out")
    options = parser.parse_args()
    data: Path = options.data
    wnut, btc, bank = data / "wnut17", data / "btc", data / "tweebank"
    texts = read_set(
        [wnut / "wnut17train.conll", wnut / "emerging.dev.conll", *(btc / f"{part}.conll" for part in "abegh"),
         bank / "train.bio", bank / "dev.bio"]
    )  # fmt: skip
    tests = {
        "BTC-F": read_set([btc / "f.conll"]),
        "WNUT-17": read_set([wnut / "emerging.test.annotated"]),
        "Tweebank": read_set([bank / "test.bio"]),
    }
    seen = {text for held in tests.values() for text, _ in held}
    texts = [text for text in texts if text[0] not in seen]
    chance = random.Random(options.seed)
    fix_random_seed(options.seed)
    if options.test:
        test(flagged(spacy.load(options.out / "model")), tests, chance, options.seed, options.out)
        return
    chance.shuffle(texts)
    held_out, texts = texts[:900], texts[900:]
    print(f"{len(texts)} texts to learn from, {len(held_out)} held out", flush=True)

    flags = "" if options.no_flags else ',"FLAG19","FLAG20","FLAG21"'
    config = CONFIG.replace("{flags}", flags).replace("{flag_rows}", "" if options.no_flags else ",10,10,10")
    nlp = spacy.util.load_model_from_config(Config().from_str(config), auto_fill=True)
    flagged(nlp)
    changes = Changes(chance)
    sample = [to_example(nlp, text) for text in changes.epoch(texts, options.frames)]
    optimizer = nlp.initialize(lambda: sample[:2000])
    best, best_f = b"", 0.0
    began = time.time()
    for epoch in range(min(options.epochs, options.stop_after)):
        # The rate falls in a straight line, to a tenth
        optimizer.learn_rate = 0.0015 * (1 - 0.9 * epoch / max(1, options.epochs - 1))
        losses: dict[str, float] = {}
        examples = [to_example(nlp, text) for text in changes.epoch(texts, options.frames)]
        for batch in minibatch(examples, 40):  # type: ignore[no-untyped-call]
            nlp.update(batch, sgd=optimizer, drop=0.25, losses=losses)
        with nlp.use_params(optimizer.averages):
            held = scores(nlp, held_out)
            mean = (2 * held["PERSON"]["f"] + held["PLACE"]["f"]) / 3
            if mean > best_f:
                best, best_f = nlp.to_bytes(), mean
                write(nlp, options.out)
        print(f"epoch {epoch + 1}: loss {losses['ner']:.0f}, held out {held}, {time.time() - began:.0f} s", flush=True)
    nlp.from_bytes(best)
    test(nlp, tests, chance, options.seed, options.out)


def test(nlp: Any, tests: dict[str, list[Text]], chance: random.Random, seed: int, out: Path) -> None:
    """Test the model on texts it has not seen, and write down how it did."""
    tests = dict(tests)
    # Much of what people write has no capitals, or nothing else
    for change in (str.lower, str.upper):
        tests[f"BTC-F, {change.__name__} case"] = [
            (_same_length(text, change), spans) for text, spans in tests["BTC-F"]
        ]
    chance.seed(seed + 1)
    changes = Changes(chance)
    tests["own frames"] = [changes.framed() for _ in range(600)]
    tested = {name: scores(nlp, held) for name, held in tests.items()}
    print(json.dumps(tested, indent=1))
    (out / "scores.json").write_text(json.dumps(tested, indent=1) + "\n", encoding="utf-8")


def write(nlp: Any, out: Path) -> None:
    """Write the model and the hashes that are checked when it is loaded."""
    shutil.rmtree(out / "model", ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out / "model")
    # A vocabulary remembers every word of the training texts, handles too. The model knows only their hashes and needs none
    strings = spacy.blank("en").vocab.strings
    for label in nlp.get_pipe("ner").labels:
        strings.add(label)
    strings.to_disk(out / "model" / "vocab" / "strings.json")
    files = sorted(path for path in (out / "model").rglob("*") if path.is_file())
    hashes = {
        path.relative_to(out / "model").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
    (out / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
