"""Archive: a folder, a zip, a tar, one file, or the several zips of one export, seen alike.

Read-only: nothing is unpacked, nothing is written, nothing is changed. Bounded: a member or an archive of absurd size is
refused. Names are the member's path inside the export with `/`, in NFC (macOS zips carry NFD). The archive knows nothing
of platforms.
"""

from __future__ import annotations

import io
import json
import lzma
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from importers.posts import ExportError, Unreadable
from importers.tarballs import is_tar, read_tar

MAX_MEMBER = 2 * 1024**3  # bytes; the largest single text file seen in the wild is a few hundred MB
MAX_MEMBERS = 2_000_000  # files; a photo-rich export has a few hundred thousand
HEAD = 600  # bytes that tell what kind of file it is
MAX_RATIO = 1_000  # uncompressed : compressed, for members over a megabyte; JSON reaches about 50, a zip bomb 1,030
NOISE = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$|\.git/)", re.IGNORECASE)
ZIP_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(UnicodeDecodeError, struct.error, lzma.LZMAError),  # member names and fields that were overwritten
)

Opener = Callable[[], IO[bytes]]


class Archive:
    """Members by name, wherever they really lie.

    `path` is what the person gave us (for messages). Member names are relative to the root; where a platform's root lies
    inside (re-zipping adds a top folder, people unpack several exports into one) is for `importers.read_exports` to find.
    """

    def __init__(
        self, path: str, members: dict[str, tuple[Opener, int]], origins: dict[str, str] | None = None
    ) -> None:
        self.path = path
        self._members = members
        self._origins = origins or {}
        self._names = sorted(members, key=_natural)
        self._by_depth: dict[int, list[str]] = {}
        for name in self._names:
            self._by_depth.setdefault(name.count("/"), []).append(name)
        self._folded: dict[str, str] = {name.casefold(): name for name in self._names}

    def __repr__(self) -> str:
        return f"Archive({self.path!r}, {len(self._members)} members)"

    @classmethod
    def open(cls, *paths: str | os.PathLike[str]) -> Archive:
        """One archive over all the paths; the first path to hold a name wins. Raises ExportError."""
        return cls.merge([_open_one(Path(path)) for path in paths])

    @classmethod
    def merge(cls, archives: list[Archive]) -> Archive:
        """Several parts of one export seen as one. Equal names with different content are kept apart as `name (2)`."""
        if len(archives) == 1:
            return archives[0]
        members: dict[str, tuple[Opener, int]] = {}
        origins: dict[str, str] = {}
        for archive in archives:
            for name, held in archive._members.items():
                free = _free(name, held, members)
                if free is not None:
                    members[free] = held
                    origins[free] = archive.origin(name)
        return cls(archives[0].path, members, origins)

    def origin(self, name: str) -> str:
        """The path of the part that a member came from: the zip's own name may say whose chat it is."""
        return self._origins.get(name, self.path)

    def names(self) -> list[str]:
        """All members, in natural order (`message_2` before `message_10`)."""
        return list(self._names)

    def find(self, *patterns: str) -> list[str]:
        """Members that match any pattern, in natural order; see `matches`."""
        found = {name for pattern in patterns for name in self._near(pattern) if matches(name, pattern)}
        return [name for name in self._names if name in found] if len(found) > 1 else list(found)

    def has(self, *patterns: str) -> bool:
        """Whether any member matches any pattern."""
        return any(matches(name, pattern) for pattern in patterns for name in self._near(pattern))

    def _near(self, pattern: str) -> list[str]:
        """The members that can match: without `**/`, those as many folders down. Most members are pictures, far down."""
        return self._names if "**/" in pattern else self._by_depth.get(pattern.count("/"), [])

    def size(self, name: str) -> int:
        """Uncompressed bytes; 0 for an absent member."""
        held = self._held(name)
        return held[1] if held else 0

    def stream(self, name: str) -> IO[bytes]:
        """The member as a binary stream, for files too large to hold. Raises Unreadable."""
        held = self._held(name)
        if held is None:
            raise Unreadable(name, "This file is not in the export.")
        opener, size = held
        if size > MAX_MEMBER:
            raise Unreadable(name, f"This file is too large to read safely ({size // 1024**2:,} MB).")
        try:
            return opener()
        except ZIP_DAMAGE as error:
            raise Unreadable(
                name, _damage(error), "Ask for the export again, or copy it again from where it was."
            ) from error

    def read_bytes(self, name: str, limit: int | None = None) -> bytes | None:
        """The member's bytes (the first `limit` of them), None if there is no such member. Raises Unreadable."""
        if self._held(name) is None:
            return None
        try:
            with self.stream(name) as handle:
                return handle.read(-1 if limit is None else limit)
        except Unreadable:
            raise
        except ZIP_DAMAGE as error:
            raise Unreadable(
                name, _damage(error), "Ask for the export again, or copy it again from where it was."
            ) from error

    def read_text(self, name: str, limit: int | None = None) -> str | None:
        """The member as text: UTF-8 (a byte-order mark is dropped) or UTF-16 with its mark; None if absent.

        Bytes that are not UTF-8 become U+FFFD, so that one of them does not hide the rest; `is_utf8` tells.
        """
        raw = self.read_bytes(name, limit)
        if raw is None:
            return None
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return raw.decode("utf-16", "replace")
        return raw.decode("utf-8-sig", "replace")

    def read_json(self, name: str) -> Any:
        """The member parsed as JSON, None if absent. Raises Unreadable when empty, cut off or not JSON."""
        text = self.read_text(name)
        return None if text is None else parse_json(name, text)

    def subfolders(self) -> list[str]:
        """Names of the folders at the root."""
        return sorted({name.split("/", 1)[0] for name in self._names if "/" in name}, key=_natural)

    def loose_files(self) -> list[str]:
        """Members that lie at the root itself."""
        return [name for name in self._names if "/" not in name]

    def under(self, folder: str) -> Archive:
        """The part below a folder, as an archive of its own."""
        prefix = folder.rstrip("/") + "/"
        inside = {name[len(prefix) :]: held for name, held in self._members.items() if name.startswith(prefix)}
        return Archive(f"{self.path}/{folder}", inside)

    def only(self, name: str) -> Archive:
        """One member as an archive of its own: people hand over a bare `tweets.js` too."""
        return Archive(f"{self.path}/{name}", {name.rsplit("/", 1)[-1]: self._members[name]})

    def without(self, folders: Sequence[str]) -> Archive:
        """All but what lies below these folders: an export of its own may lie beside a chat."""
        inside = tuple(folder.rstrip("/") + "/" for folder in folders)
        left = {name: held for name, held in self._members.items() if not name.startswith(inside)}
        return Archive(self.path, left, self._origins)

    def nested(self, name: str) -> Archive:
        """A zip or tar inside this archive, as an archive of its own. Raises ExportError."""
        raw = self.read_bytes(name) or b""
        make = _from_tar if is_tar(raw[:HEAD]) else _from_zip
        return make(f"{self.path}/{name}", io.BytesIO(raw))

    def _held(self, name: str) -> tuple[Opener, int] | None:
        held = self._members.get(name)
        if held is None:
            folded = self._folded.get(unicodedata.normalize("NFC", name).casefold())
            held = self._members.get(folded) if folded else None
        return held


@lru_cache(maxsize=4096)
def _pattern(pattern: str) -> re.Pattern[str]:
    made = {"**/": r"(?:[^/]+/)*", "*": r"[^/]*", "?": r"[^/]"}
    pieces = re.split(r"(\*\*/|\*|\?)", unicodedata.normalize("NFC", pattern))
    regex = "".join(made.get(piece, re.escape(piece)) for piece in pieces)
    return re.compile(re.sub(r"(\\\.[A-Za-z0-9]+)$", r"(?: \\(\\d+\\))?\1", regex), re.IGNORECASE)


def matches(name: str, pattern: str) -> bool:
    """Whether a member name fits a pattern, from the export's root to its end, whatever the case of the letters.

    `*` and `?` stay inside one folder, `**/` stands for any folders, none included: `data/tweets-part*.js`,
    `**/comments.csv`, `media/**/*`. A copy counts as its original: `tweets (2).js`, as browsers and `merge` name them.
    """
    return _pattern(pattern).fullmatch(name) is not None


def parse_json(name: str, text: str) -> Any:
    """JSON or Unreadable. `name` is for the message only; the message never quotes the text."""
    if not text.strip():
        raise Unreadable(name, "This file is empty.", "Ask for the export again if you expected something in it.")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(
            name,
            f"This file is damaged or cut off: what can be read ends at line {error.lineno}, column {error.colno}.",
            "Ask for the export again; everything else was read.",
        ) from None
    except (RecursionError, ValueError):
        raise Unreadable(name, "This file is nested too deeply, or holds numbers too large, to be an export.") from None


def is_utf8(raw: bytes) -> bool:
    """Whether bytes are valid UTF-8."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _open_one(path: Path) -> Archive:
    if not path.exists():
        raise ExportError(
            f"There is nothing at {path}.", "Check the name, or drag the file into the window to get its path."
        )
    if path.is_dir():
        return _from_folder(path)
    if not path.is_file():
        raise ExportError(f"{path} is neither a file nor a folder.", "Give the export's zip file or its folder.")
    try:
        size = path.stat().st_size
        with path.open("rb") as handle:
            head = handle.read(HEAD)
    except OSError as error:
        raise ExportError(f"{path} cannot be opened: {error.strerror}.", "Check that you may read it.") from error
    if size == 0:
        raise ExportError(f"{path} is empty (0 bytes).", "The download may have stopped early: download it again.")
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06") or path.suffix.lower() == ".zip":
        return _from_zip(str(path), path)
    if is_tar(head):
        return _from_tar(str(path), path)
    return Archive(str(path), {unicodedata.normalize("NFC", path.name): (lambda: path.open("rb"), size)})


def _from_folder(folder: Path) -> Archive:
    members: dict[str, tuple[Opener, int]] = {}
    for name, path, size in _walk(folder):
        members[name] = ((lambda path=path: path.open("rb")), size)  # type: ignore[misc]
        if len(members) > MAX_MEMBERS:
            raise ExportError(f"{folder} holds more than {MAX_MEMBERS:,} files.", "Give the export's own folder.")
    return Archive(str(folder), members)


def _walk(folder: Path) -> Iterator[tuple[str, Path, int]]:
    def refuse(error: OSError) -> None:
        raise ExportError(
            f"{error.filename} cannot be opened: {error.strerror}.", "Check that you may read it."
        ) from error

    for top, folders, files in os.walk(folder, onerror=refuse):
        folders.sort()
        for file in sorted(files):
            path = Path(top) / file
            name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
            if NOISE.search(name):
                continue
            status = path.lstat()
            if stat.S_ISREG(status.st_mode):  # links could lead out of the folder
                yield name, path, status.st_size


def _from_tar(label: str, source: Path | io.BytesIO) -> Archive:
    members: dict[str, tuple[Opener, int]] = {}
    for raw_name, opener, size in read_tar(label, source):
        name = unicodedata.normalize("NFC", raw_name.removeprefix("./"))
        _refuse_outside(label, name)
        if not NOISE.search(name):
            members[name] = (opener, size)
    if not members:
        raise ExportError(f"{label} holds no files.", "Ask for the export again, or download it again.")
    return Archive(label, members)


def _from_zip(label: str, source: Path | io.BytesIO) -> Archive:
    try:
        bundle = zipfile.ZipFile(source)
    except ZIP_DAMAGE as error:
        raise ExportError(
            f"{label} is not a whole zip file: {_damage(error)}",
            "The download may have stopped early: download it again, and do not open it in between.",
        ) from error
    members: dict[str, tuple[Opener, int]] = {}
    for entry in bundle.infolist():
        name = unicodedata.normalize("NFC", entry.filename.replace("\\", "/"))
        if entry.is_dir() or NOISE.search(name):
            continue
        _refuse_unsafe(label, name, entry)
        if entry.flag_bits & 0x1:
            raise ExportError(
                f"{label} is protected with a password.", "Unpack it with the password and give the folder."
            )
        members[name] = ((lambda entry=entry: bundle.open(entry)), entry.file_size)  # type: ignore[misc]
    if not members:
        raise ExportError(f"{label} is an empty zip.", "Ask for the export again, or download it again.")
    return Archive(label, members)


def _refuse_outside(label: str, name: str) -> None:
    if name.startswith("/") or re.match(r"^[A-Za-z]:", name) or ".." in name.split("/"):
        raise ExportError(
            f"{label} holds a file that points outside it.", "No platform makes such a zip: do not use it."
        )


def _refuse_unsafe(label: str, name: str, entry: zipfile.ZipInfo) -> None:
    _refuse_outside(label, name)
    if entry.file_size > 1024**2 and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
        raise ExportError(f"{label} holds a file of an absurd size.", "No platform makes such a zip: do not use it.")


def _free(name: str, held: tuple[Opener, int], members: dict[str, tuple[Opener, int]]) -> str | None:
    """The name under which a further part's member joins, None if it is there already."""
    stem, dot, suffix = name.rpartition(".")
    number, made = 1, name
    while made in members:
        if _same(held, members[made]):
            return None
        number += 1
        made = f"{stem} ({number}).{suffix}" if dot and "/" not in suffix else f"{name} ({number})"
    return made


def _same(one: tuple[Opener, int], other: tuple[Opener, int]) -> bool:
    """Whether two members of one name hold the same: as long, and alike as far as two files would be by chance."""
    if one[1] != other[1]:
        return False
    try:
        with one[0]() as left, other[0]() as right:
            return left.read(65_536) == right.read(65_536)
    except ZIP_DAMAGE:
        return False


def _natural(name: str) -> list[tuple[int, int, str]]:
    # int() also takes digits of other scripts, which `\d` finds too
    return [(0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in re.split(r"(\d+)", name)]


def _damage(error: Exception) -> str:
    if isinstance(error, RuntimeError) and "password" in str(error):
        return "it is protected with a password."
    if isinstance(error, NotImplementedError):
        return "it is packed in a way that we cannot open."
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    return "it is damaged or cut off."
