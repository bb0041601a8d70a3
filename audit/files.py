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
    cannot be written or the disk is full; what lay there before lies there then, too, even where a part of it had been replaced already.
    """
    waiting: list[tuple[str, Path]] = []
    replaced: list[str] = []
    with contextlib.ExitStack() as undo:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name, text in texts.items():
                handle, aside = tempfile.mkstemp(prefix=f".{name}.", dir=folder)  # mode 0600
                undo.callback(Path(aside).unlink, missing_ok=True)
                waiting.append((aside, folder / name))
                with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
            for aside, target in waiting:
                if target.is_file() or target.is_symlink():
                    replaced.append(f"{aside}.old")
                    os.replace(target, replaced[-1])
                    undo.callback(os.replace, replaced[-1], target)
                    os.replace(aside, target)
                else:  # nothing lay there, or a folder, which cannot be replaced
                    os.replace(aside, target)
                    undo.callback(target.unlink)
            undo.pop_all()
        except OSError as error:
            raise ExportError(
                f"The report cannot be written to {folder}: {error.strerror or 'the system refused'}.",
                "Choose another folder with --out, or free some space. Nothing was changed.",
            ) from error
    for old in replaced:
        os.unlink(old)
    return [target for _, target in waiting]
