"""A zip whose bytes were overwritten here and there: what is left is read, the rest is said, nothing is raised."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

from importers import read_exports
from importers.posts import ExportError
from tests.importers.test_contract import NAMES, SAMPLES, zipped


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_overwritten_bytes(sample: Path, tmp_path: Path) -> None:
    whole = zipped(sample, tmp_path / "whole.zip").read_bytes()
    chooser = random.Random(sample.name)
    for number in range(4):
        damaged = bytearray(whole)
        for _ in range(8):
            damaged[chooser.randrange(len(damaged))] ^= 0xFF
        path = tmp_path / f"damaged{number}.zip"
        path.write_bytes(damaged)
        with contextlib.suppress(ExportError):  # nothing at all could be read: that is an answer
            result = read_exports([path], messages=True)
            assert result.coverage.inputs
