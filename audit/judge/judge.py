"""The judge: our own small model, which reads a post as a fair-minded reviewer would and says how likely each concern is.

Breadth where rules give precision. It knows nothing of rules, clauses or scoring; it sees one post at a time, its kind and its platform.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from audit.judge.examples import Example, Examples
from audit.judge.gate import Gate
from audit.judge.network import Floats, Layers, Network
from audit.judge.pieces import Pieces
from audit.judge.reasons import HEAVIEST, passages, phrases, weightiest
from audit.judge.wide import Wide
from audit.judge.words import LENGTH, front, prepare, windows
from audit.models import verify

MODEL = Path(__file__).parent / "model"
PARTS = tuple(MODEL / f"layers-{which}.onnx" for which in ("1-2", "3-4", "5-6"))
"""The encoder's layers; between two files a glance may end the reading."""
CONCERNS: tuple[str, ...] = (
    "confidentiality", "boundaries", "discrimination", "disrespect", "harassment", "workplace", "misinformation", "promotion",
    "advice", "public-trust", "association", "consent", "client-impact", "self-disclosure", "privacy",
)  # fmt: skip
OUTPUTS = (*CONCERNS, "alarm", "delete")
THRESHOLDS: dict[str, Any] = json.loads((MODEL / "thresholds.json").read_text(encoding="utf-8"))
"""`alarm` and `delete`: from which probability a post is to be looked at, or removed; `concerns`: from which one a concern is named.
Chosen on posts that neither trained nor test the model."""

GLIMPSE = 0.05
"""The probability of `confidentiality` from which a post may speak of somebody in care; below it, nobody heeds that concern."""

SHORT, CLOSE = 90, 60  # tokens: a post longer than SHORT is also read in passages of CLOSE

FEW, RARE = 5, 1.5
"""Posts of at most FEW words: of our labelled ones a third are breaches, in a life hardly any are ("banger", "not sure", crossed fingers).
Every logit is lowered by RARE, so that only what is plain by itself is named; slurs and the like are for rules."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge thinks of one post. Probabilities are calibrated: of a hundred posts with 0.7, about seventy are as it says."""

    concerns: dict[str, float]  # for each of CONCERNS
    alarm: float  # that a careful reader would talk the post over or remove it
    delete: float  # that a careful reader would remove it


@dataclass(frozen=True, slots=True)
class Asked:
    """A text for which reasons are wanted, and the concerns that the judge named in it."""

    text: str
    kind: str
    platform: str
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the judge names a concern in a text."""

    spans: tuple[tuple[int, int], ...]  # words without which it would be less sure, in order of place
    near: tuple[Example, ...]  # the two shipped examples of the concern that read most like the text, if any does
    closely: bool  # not only by the wide part


CARRIERS = [i for i, concern in enumerate(CONCERNS) if concern != "self-disclosure"]


def alarm(signs: Floats, weights: Floats) -> Floats:
    """The logit of an alarm (n,), by the outputs' own (n, 17): its own output and the two strongest concerns that may carry one."""
    strongest = np.sort(signs[:, CARRIERS], axis=1)
    found: Floats = (
        weights[0] * signs[:, -2] + weights[1] * strongest[:, -1] + weights[2] * strongest[:, -2] + weights[3]
    )
    return found


CLEARED = Verdict(dict.fromkeys(CONCERNS, 0.001), 0.001, 0.001)
"""For posts that the gate passes or a glance puts aside: the model would find nothing."""


class Judge:
    """Texts in, verdicts out. Load once; costs about 60 MB."""

    def __init__(
        self,
        network: Layers,
        pieces: Pieces,
        calibration: Floats,
        together: Floats,
        gate: Gate,
        wide: Wide,
        examples: Examples,
    ) -> None:
        self._network, self._pieces, self._calibration, self._gate = network, pieces, calibration, gate
        self._together = together
        self._wide, self._examples = wide, examples
        self._prefix = lru_cache(maxsize=None)(lambda kind, platform: self._ids([front(kind, platform)])[0])

    @classmethod
    def load(cls, threads: int = 0) -> Judge:
        """The shipped model, on so many threads (0: one for each core). Raises ModelError when a file is missing or not the one that
        was shipped."""
        verify("judge", "audit/judge/model", MODEL, MODEL / "hashes.json")
        pieces = Pieces(MODEL / "tokenizer.json")
        network = Layers(PARTS, np.load(MODEL / "glances.npy"), threads)
        pairs = json.loads((MODEL / "calibration.json").read_text(encoding="utf-8"))
        calibration = np.array([pairs[name] for name in OUTPUTS], "float32").T
        together = np.array(pairs["alarm together"], "float32")
        gate = Gate(Network(MODEL / "gate.onnx", threads, size=2048))
        wide, examples = Wide.load(MODEL / "wide.npz"), Examples.load(MODEL / "examples.json")
        return cls(network, pieces, calibration, together, gate, wide, examples)

    def judge(
        self,
        texts: Sequence[str],
        kinds: Sequence[str],
        platforms: Sequence[str],
        closely: Sequence[bool] = (),
    ) -> list[Verdict]:
        """A verdict for each text. Equal posts are judged once; those that are to be looked at `closely` pass no gate and no glance."""
        place: dict[tuple[str, str], int] = {}
        which = [
            place.setdefault((front(k, p), t), len(place)) for t, k, p in zip(texts, kinds, platforms, strict=True)
        ]
        seen = list(place)
        ids = self._ids([prepare(text) for _, text in seen])
        fronts = {name: self._ids([name])[0][:-1] for name in {name for name, _ in seen}}
        tokens = [fronts[name] + found[1:] for (name, _), found in zip(seen, ids, strict=True)]
        cleared = self._gate.clears(tokens)
        watched = {row for row, wanted in zip(which, closely, strict=False) if wanted}
        cleared[list(watched)] = False
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
        # A glance may end the reading of a short post; of a long one it would see only a part
        free = [len(tokens[i]) <= SHORT and i not in watched for _, i, _ in pieces]
        for batch, found in self._network.skim([cut for _, _, cut in pieces], free):
            for k, row in zip(batch, found, strict=True):
                strongest, i, _ = pieces[k]
                strongest[i] = np.maximum(strongest[i], row) if i in strongest else row
        open_ = [i for i in open_ if i in whole]
        words = self._wide.scores([tokens[i] for i in open_])
        verdicts = {}
        for k, i in enumerate(open_):
            logits = ((whole[i] + close[i]) / 2).astype(np.float32) if i in close else whole[i]
            verdicts[i] = self._verdict(logits, words[k], len(_WORD.findall(seen[i][1])) <= FEW)
        return [verdicts.get(i, CLEARED) for i in which]

    def explain(
        self, asked: Sequence[Asked], closely: int, progress: Callable[[int], None] | None = None
    ) -> list[dict[str, Reason]]:
        """For each text the reason for each of its concerns; `progress` hears how many texts are done.

        The wide part tells at once which phrases weigh most. The first `closely` texts are then read again without each of those,
        some seven readings, and compared with the examples; for the others the wide part's word must do. The readings of one text
        make a batch of their own, so that its reason never depends on what else is asked; the cores share the texts between them.
        """
        made: list[dict[str, Reason]] = []
        with ThreadPoolExecutor(self._network.threads) as pool:
            for reasons in pool.map(self._reasons, asked, (number < closely for number in range(len(asked)))):
                made.append(reasons)
                if progress:
                    progress(len(made))
        return made

    def _ids(self, texts: list[str]) -> list[list[int]]:
        return [self._pieces.ids(text) for text in texts]

    def _cut(self, name: list[int], text: str, length: int = LENGTH) -> list[list[int]]:
        """Token ids of each window of a long text, at most `length` each."""

        def size(part: str) -> int:
            return len(self._pieces.ids(part)) - 2

        found = [name + ids[1:] for ids in self._ids(windows(text, size, length - len(name) - 1))]
        return [ids if len(ids) <= length else ids[: length - 1] + ids[-1:] for ids in found]

    def _verdict(self, logits: Floats, words: Floats, few: bool) -> Verdict:
        """The encoder's and the wide part's logits (17 each), weighed and calibrated. `few`: the post has hardly any words."""
        of_encoder, of_words, shift = self._calibration
        signs = of_encoder * logits + of_words * words + shift
        signs[-2] = alarm(signs[None], self._together)[0]
        p = 1 / (1 + np.exp(RARE * few - signs))
        values = dict(zip(OUTPUTS, p.tolist(), strict=True))
        look, delete = values.pop("alarm"), values.pop("delete")
        return Verdict(values, look, min(look, delete))

    def _reasons(self, asked: Asked, closely: bool) -> dict[str, Reason]:
        """Where in a text each concern is seen most, by what, and what that passage resembles."""
        columns = {concern: OUTPUTS.index(concern) for concern in asked.concerns}
        parts = passages(asked.text)
        where = dict.fromkeys(columns, 0)
        if len(parts) > 1:
            tokens = self._first(asked, [asked.text[start:end] for start, end in parts])
            seen = self._glance(tokens) + (self._closely(tokens) if closely else 0)
            where = {concern: int(seen[:, column].argmax()) for concern, column in columns.items()}
        made: dict[str, Reason] = {}
        for part in dict.fromkeys(where.values()):
            start, end = parts[part]
            text = asked.text[start:end]
            spans = phrases(text)
            tokens = self._first(asked, [text, *(text[:a] + " " + text[b:] for a, b in spans)])
            drops = _drops(self._glance(tokens))
            if closely:
                here = [column for concern, column in columns.items() if where[concern] == part]
                chosen = sorted({int(k) for c in here for k in np.argsort(-drops[:, c], kind="stable")[:HEAVIEST]})
                again = self._closely([tokens[0], *(tokens[k + 1] for k in chosen)])
                spans, drops = [spans[k] for k in chosen], drops[chosen] + _drops(again)
            for concern in (concern for concern in columns if where[concern] == part):
                moved = weightiest(text, spans, drops[:, columns[concern]])
                near = self._examples.nearest(text, concern) if closely else ()
                made[concern] = Reason(tuple((start + a, start + b) for a, b in moved), near, closely)
        return made

    def _first(self, asked: Asked, texts: Sequence[str]) -> list[list[int]]:
        """Token ids of each text as far as a window goes, as if `asked` said it."""
        name = self._prefix(asked.kind, asked.platform)[:-1]
        found = [name + ids[1:] for ids in self._ids([prepare(text) for text in texts])]
        return [ids if len(ids) <= LENGTH else ids[: LENGTH - 1] + ids[-1:] for ids in found]

    def _glance(self, tokens: list[list[int]]) -> Floats:
        """What the wide part adds to each output (n, 17)."""
        of_words: Floats = self._calibration[1] * self._wide.scores(tokens)
        return of_words

    def _closely(self, tokens: list[list[int]]) -> Floats:
        """What the encoder adds to each output (n, 17)."""
        of_encoder: Floats = self._calibration[0] * self._network.here(tokens)
        return of_encoder


def _drops(sums: Floats) -> Floats:
    """How far each output falls from the first row to each of the others."""
    drops: Floats = sums[:1] - sums[1:]
    return drops
