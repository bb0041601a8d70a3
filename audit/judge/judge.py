"""The judge: our own small model, which reads a post as a fair-minded reviewer would and says how likely each concern is.

Breadth where rules give precision. It knows nothing of rules, clauses or scoring; it sees one post at a time, its kind and its platform.
onnxruntime and the tokenizer are imported when the judge is loaded, so importing this module costs nothing.
"""

from __future__ import annotations

import itertools
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from audit.judge.gate import Gate
from audit.judge.wide import Wide
from audit.judge.words import LENGTH, front, prepare, windows
from audit.models import verify

Floats = npt.NDArray[np.float32]

MODEL = Path(__file__).parent / "model"
CONCERNS: tuple[str, ...] = (
    "confidentiality", "boundaries", "discrimination", "disrespect", "harassment", "workplace", "misinformation", "promotion",
    "advice", "public-trust", "association", "consent", "client-impact", "self-disclosure", "privacy",
)  # fmt: skip
OUTPUTS = (*CONCERNS, "alarm", "delete")
THRESHOLDS: dict[str, Any] = json.loads((MODEL / "thresholds.json").read_text(encoding="utf-8"))
"""`alarm` and `delete`: from which probability a post is to be looked at, or removed; `concerns`: from which one a concern is named.
Chosen on posts that neither trained nor test the model."""

SHORT, CLOSE = 90, 60  # tokens: a post longer than SHORT is also read in passages of CLOSE
BATCH = 512  # tokens that the model reads at once: what stays in a core's cache
VARIANTS = 24  # texts with something left out that are tried to find the words that moved the judge
PASSAGE = 60  # words; a longer text is searched for the passage that matters first
_SENTENCE = re.compile(r".+?(?:[.!?…]+(?=\s)|\n|$)|\n", re.DOTALL)
_WORD = re.compile(r"\S+")
_SMALL = frozenset(
    "a an the and or but so of to in on at by for from with as is are was were be been am it its this that these those i he she we they "
    "you my your our his her their me him them us just very really".split()
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge thinks of one post. Probabilities are calibrated: of a hundred posts with 0.7, about seventy are as it says."""

    concerns: dict[str, float]  # for each of CONCERNS
    alarm: float  # that a careful reader would talk the post over or remove it
    delete: float  # that a careful reader would remove it


@dataclass(frozen=True, slots=True)
class Example:
    """An invented, labelled post from the training data, to show what a finding resembles."""

    text: str
    label: str  # the action: delete, review or consider
    why: str  # in our words


CLEARED = Verdict(dict.fromkeys(CONCERNS, 0.001), 0.001, 0.001)
"""For posts that the gate passes: the model would find nothing."""


class Judge:
    """Texts in, verdicts out. Load once; costs about 60 MB."""

    def __init__(
        self,
        session: Any,
        tokenizer: Any,
        calibration: Floats,
        gate: Gate,
        wide: Wide,
        examples: dict[str, list[Example]],
        vectors: Floats,
    ) -> None:
        self._session, self._tokenizer, self._calibration, self._gate = session, tokenizer, calibration, gate
        self._wide, self._examples, self._vectors = wide, examples, vectors
        self._prefix = lru_cache(maxsize=None)(lambda kind, platform: self._ids([front(kind, platform)])[0])
        self._without = lru_cache(maxsize=64)(self._leave_out)

    @classmethod
    def load(cls) -> Judge:
        """The shipped model. Raises ModelError when a file is missing or not the one that was shipped."""
        verify("judge", "audit/judge/model", MODEL, MODEL / "hashes.json")
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        session = open_session()
        pairs = json.loads((MODEL / "calibration.json").read_text(encoding="utf-8"))
        calibration = np.array([pairs[name] for name in OUTPUTS], "float32").T
        rows = json.loads((MODEL / "examples.json").read_text(encoding="utf-8"))
        examples = {concern: [Example(**row) for row in found] for concern, found in rows.items()}
        with np.load(MODEL / "examples.npz") as saved:
            vectors = saved["vectors"].astype("float32")
        gate, wide = Gate.load(MODEL / "gate.npz"), Wide.load(MODEL / "wide.npz")
        return cls(session, tokenizer, calibration, gate, wide, examples, vectors)

    def judge(
        self,
        texts: Sequence[str],
        kinds: Sequence[str],
        platforms: Sequence[str],
        progress: Callable[[int], None] | None = None,
    ) -> list[Verdict]:
        """A verdict for each text. Equal posts are judged once; `progress` hears how many texts are done."""
        place: dict[tuple[str, str], int] = {}
        which = [
            place.setdefault((front(k, p), t), len(place)) for t, k, p in zip(texts, kinds, platforms, strict=True)
        ]
        seen = list(place)
        ids = self._ids([prepare(text) for _, text in seen])
        fronts = {name: self._ids([name])[0][:-1] for name in {name for name, _ in seen}}
        tokens = [fronts[name] + found[1:] for (name, _), found in zip(seen, ids, strict=True)]
        cleared = self._gate.clears(tokens)
        done = int(cleared.sum())
        if progress:
            progress(done)
        whole: dict[int, Floats] = {}
        close: dict[int, Floats] = {}
        pieces: list[tuple[dict[int, Floats], int, list[int]]] = []
        open_ = [int(i) for i in np.flatnonzero(~cleared)]
        for i in open_:
            if len(tokens[i]) <= SHORT:
                pieces.append((whole, i, tokens[i]))
                continue
            # A long post is read twice, whole and by passages: one sentence can be lost among two hundred harmless words.
            name, text = fronts[seen[i][0]], prepare(seen[i][1])
            pieces += [(whole, i, cut) for cut in self._cut(name, text, LENGTH)]
            pieces += [(close, i, cut) for cut in self._cut(name, text, len(name) + CLOSE)]
        for batch, found, _ in self._read([cut for _, _, cut in pieces]):
            for k, row in zip(batch, found, strict=True):
                strongest, i, _ = pieces[k]
                strongest[i] = np.maximum(strongest[i], row) if i in strongest else row
            if progress:
                progress(done + len(whole))
        words = self._wide.scores([tokens[i] for i in open_])
        verdicts = {}
        for k, i in enumerate(open_):
            logits = ((whole[i] + close[i]) / 2).astype(np.float32) if i in close else whole[i]
            verdicts[i] = self._verdict(logits, words[k])
        if progress:
            progress(len(texts))
        return [verdicts.get(i, CLEARED) for i in which]

    def words_that_moved(
        self, text: str, kind: str, platform: str, concern: str, limit: int = 3
    ) -> list[tuple[int, int]]:
        """Spans of `text` (code points) without which the judge would be less sure of `concern`: at most `limit`, in order of place."""
        start, end = self._passage(text, kind, platform, concern)
        spans, drops, _ = self._without(text[start:end], kind, platform)
        chosen: list[tuple[int, int]] = []
        column = drops[:, OUTPUTS.index(concern)]
        for k in np.argsort(-column):
            a, b = spans[k]
            if len(chosen) == limit or column[k] <= 0 or column[k] < 0.35 * column.max():
                break
            if all(b <= other or a >= end for other, end in chosen):
                chosen.append((a, b))
        return sorted((start + a, start + b) for a, b in chosen)

    def nearest(self, text: str, kind: str, platform: str, concern: str) -> list[Example]:
        """The two shipped examples of this concern that read most like the text."""
        found = self._examples.get(concern, [])
        if not found:
            return []
        start, end = self._passage(text, kind, platform, concern)
        vector = self._without(text[start:end], kind, platform)[2]
        first = sum(
            len(self._examples[other]) for other in itertools.takewhile(lambda other: other != concern, self._examples)
        )
        near = self._vectors[first : first + len(found)] @ vector
        return [found[k] for k in np.argsort(-near)[:2]]

    def _ids(self, texts: list[str]) -> list[list[int]]:
        return [encoded.ids for encoded in self._tokenizer.encode_batch_fast(texts)]

    def _cut(self, name: list[int], text: str, length: int = LENGTH) -> list[list[int]]:
        """Token ids of each window of a long text, at most `length` each."""

        def size(part: str) -> int:
            return len(self._tokenizer.encode(part, add_special_tokens=False).ids)

        found = [name + ids[1:] for ids in self._ids(windows(text, size, length - len(name) - 1))]
        return [ids if len(ids) <= length else ids[: length - 1] + ids[-1:] for ids in found]

    def _read(self, tokens: list[list[int]], vectors: bool = False) -> Iterator[tuple[list[int], Floats, Floats]]:
        """Run the model over token ids, like lengths together: positions, logits (n, 17) and, if asked for, mean vectors (n, 384)."""
        order = sorted(range(len(tokens)), key=lambda i: len(tokens[i]))
        batches: list[list[int]] = []
        start = 0
        while start < len(order):
            end = start + 1
            while end < len(order) and (end - start + 1) * len(tokens[order[end]]) <= BATCH:
                end += 1
            batches.append(order[start:end])
            start = end

        def run(batch: list[int]) -> tuple[list[int], Floats, Floats]:
            width = len(tokens[batch[-1]])
            ids, mask = np.zeros((len(batch), width), "int64"), np.zeros((len(batch), width), "int32")
            for row, i in enumerate(batch):
                ids[row, : len(tokens[i])], mask[row, : len(tokens[i])] = tokens[i], 1
            found = self._session.run(["logits", "vector"] if vectors else ["logits"], {"ids": ids, "mask": mask})
            return batch, found[0], found[-1]

        # One thread to a batch, a batch to each core: a third faster than all cores on one batch.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            yield from pool.map(run, batches)

    def _verdict(self, logits: Floats, words: Floats) -> Verdict:
        """The encoder's and the wide part's logits (17 each), weighed and calibrated."""
        of_encoder, of_words, shift = self._calibration
        p = 1 / (1 + np.exp(-(of_encoder * logits + of_words * words + shift)))
        values = dict(zip(OUTPUTS, p.tolist(), strict=True))
        alarm, delete = values.pop("alarm"), values.pop("delete")
        return Verdict(values, alarm, min(alarm, delete))

    def _passage(self, text: str, kind: str, platform: str, concern: str) -> tuple[int, int]:
        """The part of a long text, about `PASSAGE` words in whole sentences, in which the judge sees `concern` most; else all of it."""
        if len(_WORD.findall(text)) <= PASSAGE:
            return 0, len(text)
        parts: list[tuple[int, int]] = []
        start, words = 0, 0
        for sentence in _SENTENCE.finditer(text):
            words += len(_WORD.findall(sentence.group()))
            if words >= PASSAGE // 2:
                parts.append((start, sentence.end()))
                start, words = sentence.end(), 0
        parts.append((start, len(text)))
        parts = [(a, b) for a, b in parts if text[a:b].strip()]
        name = self._prefix(kind, platform)[:-1]
        tokens = [self._cut(name, prepare(text[a:b]))[0] for a, b in parts]
        column = np.zeros(len(parts), "float32")
        for batch, found, _ in self._read(tokens):
            column[batch] = found[:, OUTPUTS.index(concern)]
        return parts[int(column.argmax())]

    def _leave_out(self, text: str, kind: str, platform: str) -> tuple[list[tuple[int, int]], Floats, Floats]:
        """Spans of one to three words, how far each output falls without them, and the vector of the text itself."""
        words = [match.span() for match in _WORD.finditer(text)]
        step = max(1, -(-len(words) // VARIANTS))
        parts = [
            (i, min(len(words), i + size))
            for size in (1, 2, 3)
            for i in range(0, len(words), step)
            if size >= step or size == 3
        ]
        parts = (
            list(dict.fromkeys(parts))
            if len(words) <= VARIANTS // 2
            else [part for part in parts if part[1] - part[0] >= min(2, len(words))]
        )
        spans = [(words[a][0], words[b - 1][1]) for a, b in parts]
        name = self._prefix(kind, platform)[:-1]
        tokens = [
            self._cut(name, prepare(changed))[0]
            for changed in (text, *(text[:start] + " " + text[end:] for start, end in spans))
        ]
        logits, vectors = np.zeros((len(tokens), len(OUTPUTS)), "float32"), np.zeros((len(tokens), 384), "float32")
        for batch, found, mean in self._read(tokens, vectors=True):
            logits[batch], vectors[batch] = found, mean
        lengths = np.array([b - a for a, b in parts], "float32")[:, None]
        drops = ((logits[:1] - logits[1:]) / (0.6 + 0.4 * lengths)).astype(
            np.float32
        )  # a shorter span that does the same is worth more
        return [self._trim(text, span) for span in spans], drops, vectors[0] / np.linalg.norm(vectors[0])

    @staticmethod
    def _trim(text: str, span: tuple[int, int]) -> tuple[int, int]:
        """The span without punctuation and small words at its ends, unless nothing else is in it."""
        words = [
            (m.start() + span[0], m.end() + span[0])
            for m in re.finditer(r"[^\s\W]+(?:['’@*$!.-]\w+)*|\S", text[span[0] : span[1]])
        ]
        heavy = [
            (a, b)
            for a, b in words
            if text[a:b].lower() not in _SMALL and any(c.isalnum() or ord(c) > 0x2000 for c in text[a:b])
        ]
        return (heavy[0][0], heavy[-1][1]) if heavy else span


def open_session() -> Any:
    """The network, ready to run on one thread; the batches run side by side instead."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    # As of onnxruntime 1.31 the fused addition and normalisation takes eight times as long on a processor as the two apart.
    return onnxruntime.InferenceSession(
        str(MODEL / "judge.onnx"),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )
