"""The models that ship with the program: whether their files are there and unchanged, and the error if not.

Knows nothing of what a model is for. A changed file would judge in another way than the one that was measured.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

HINT = "Install Fit to Post again; its own files are damaged."


class ModelError(Exception):
    """A model cannot be loaded. `what` is wrong and where, `hint` says what to do."""

    def __init__(self, what: str, hint: str = HINT) -> None:
        super().__init__(f"{what}\n  hint: {hint}")
        self.what, self.hint = what, hint


def verify(model: str, place: str, folder: Path, hashes: Path) -> None:
    """Every file that `hashes` lists (name -> SHA-256) lies in `folder` unchanged, or ModelError.

    `model` and `place` are for people: "judge", "audit/judge/model".
    """
    if not hashes.is_file():
        raise ModelError(f"The list of the {model}'s files is missing: {hashes.name}, of {place}/.")
    for name, wanted in json.loads(hashes.read_text(encoding="utf-8")).items():
        path = folder / name
        if not path.is_file():
            raise ModelError(f"A part of the {model} is missing: {place}/{name}.")
        if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            raise ModelError(f"A part of the {model} is not the one that was shipped: {place}/{name}.")
