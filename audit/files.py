"""Writes results whole or not at all, readable by their owner only: they hold somebody's personal history."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from importers.posts import ExportError


def write_all(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write every file into the folder, or none: each is written aside first, then all are moved into place.

    The folder is made for its owner only (0700), the files are 0600; an existing folder keeps its mode. Raises ExportError when the folder
    cannot be written or the disk is full; what lay there before is untouched then.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in texts.items():
            handle, aside = tempfile.mkstemp(prefix=f".{name}.", dir=folder)  # mode 0600
            waiting.append((aside, folder / name))
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for aside, target in waiting:
            os.replace(aside, target)
    except OSError as error:
        raise ExportError(
            f"The report cannot be written to {folder}: {error.strerror or 'the system refused'}.",
            "Choose another folder with --out, or free some space. Nothing was changed.",
        ) from error
    finally:
        for aside, _ in waiting:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(aside)
    return [target for _, target in waiting]
