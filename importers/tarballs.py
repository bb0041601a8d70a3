"""Reads tar archives, plain or compressed with gzip, in one pass: Mastodon exported them until 2023.

Tar has no table of contents, and what is compressed can only be read from its start. So texts are kept while passing, up
to a bound, and everything else (pictures) is known by name and size only and found again when somebody asks for it.
"""

from __future__ import annotations

import io
import tarfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from importers.posts import ExportError

Opener = Callable[[], IO[bytes]]
DAMAGE = (tarfile.TarError, zlib.error, EOFError, OSError)
TEXTS = (".json", ".csv", ".txt", ".html", ".xml", ".js", ".jsonl")
KEPT = 512 * 1024**2  # bytes of text to keep; an outbox of 100,000 posts has about 200 MB
LARGEST = 2 * 1024**4  # bytes in all; no account has that much


def is_tar(head: bytes) -> bool:
    """Whether a file that begins so (600 bytes suffice) may be a tar archive, compressed or not."""
    return head[:2] == b"\x1f\x8b" or head[257:262] == b"ustar"


def read_tar(label: str, source: Path | io.BytesIO) -> Iterator[tuple[str, Opener, int]]:
    """Name, opener and size of every file. Links and devices are left out. Raises ExportError if it is no tar."""
    kept = total = seen = 0
    try:
        with _stream(source) as bundle:
            for member in bundle:
                seen += 1
                total += member.size
                if total > LARGEST:
                    raise ExportError(f"{label} holds files of an absurd size.", "No platform makes such an archive.")
                if not member.isreg():
                    continue
                if member.name.lower().endswith(TEXTS) and kept + member.size <= KEPT:
                    handle = bundle.extractfile(member)
                    raw = handle.read() if handle else b""
                    kept += len(raw)
                    yield member.name, (lambda raw=raw: io.BytesIO(raw)), len(raw)  # type: ignore[misc]
                else:
                    yield member.name, _finder(source, member.name), member.size
    except DAMAGE as error:
        if not seen:
            raise ExportError(
                f"{label} is not a whole tar archive: it is damaged or cut off.",
                "The download may have stopped early: download it again.",
            ) from error
        raise ExportError(
            f"{label} is cut off: it stops in the middle.", "The download may have stopped early: download it again."
        ) from error


def _stream(source: Path | io.BytesIO) -> tarfile.TarFile:
    if isinstance(source, Path):
        return tarfile.open(source, "r|*")
    return tarfile.open(fileobj=io.BytesIO(source.getvalue()), mode="r|*")


def _finder(source: Path | io.BytesIO, name: str) -> Opener:
    def find() -> IO[bytes]:
        with _stream(source) as bundle:
            for member in bundle:
                handle = bundle.extractfile(member) if member.isreg() and member.name == name else None
                if handle is not None:
                    return io.BytesIO(handle.read())
        raise OSError(f"{name} is gone")

    return find
