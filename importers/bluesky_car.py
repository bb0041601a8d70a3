"""Reads the container of a Bluesky repository (CAR, version 1): blocks, and the tree that gives each record its name.

Blocks are decoded one by one, so that a damaged one loses only itself. Names exist in the tree alone, and blocks that
are not in the tree are no longer current. Hashes are not checked: nothing is trusted because of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from libipld import decode_dag_cbor

from importers.posts import Problem, Unreadable

HEADER = 10_000  # bytes; a real one has about sixty


@dataclass
class Repository:
    """One account's records. `did` is the account's permanent name."""

    name: str  # the member
    did: str
    root: bytes  # of the tree
    blocks: dict[bytes, bytes] = field(repr=False)
    whole: bool = True  # whether the file ended where a block ended

    def records(self) -> Iterator[tuple[str, dict[str, Any]] | Problem]:
        """Every current record as (`collection/key`, record), in no order. Loops and missing blocks are survived."""
        waiting, seen = [self.root], set[bytes]()
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            node = self._decoded(place)
            entries = node.get("e") if isinstance(node, dict) else None
            if not isinstance(node, dict) or not isinstance(entries, list):
                yield Problem(
                    self.name, "A part of the repository is missing or damaged; what was in it is not known.", 0
                )
                continue
            waiting += [node["l"]] if isinstance(node.get("l"), bytes) else []
            before = b""
            for entry in entries:
                shared, suffix = (entry.get("p"), entry.get("k")) if isinstance(entry, dict) else (None, None)
                if not isinstance(shared, int) or not isinstance(suffix, bytes) or not 0 <= shared <= len(before):
                    yield Problem(self.name, "A part of the repository is damaged: names of records are lost.", 0)
                    break
                before = before[:shared] + suffix
                waiting += [entry["t"]] if isinstance(entry.get("t"), bytes) else []
                key, record = before.decode("utf-8", "replace"), self._decoded(entry.get("v"))
                if isinstance(record, dict):
                    yield key, record
                else:
                    yield Problem(f"{self.name}#{key}", "This record is missing or damaged.")

    def _decoded(self, place: Any) -> Any:
        raw = self.blocks.get(place) if isinstance(place, bytes) else None
        return None if raw is None else _decode(raw)


def read_repository(name: str, raw: bytes) -> Repository:
    """The repository in a CAR file. Raises Unreadable if it is none, or if not even its account can be found."""
    again = "Download it again from Bluesky."
    try:
        length, at = _varint(raw, 0)
        header = _decode(raw[at : at + length]) if length <= HEADER else None
    except IndexError:
        header = None
    roots = header.get("roots") if isinstance(header, dict) else None
    if not isinstance(roots, list) or not roots or not isinstance(roots[0], bytes):
        raise Unreadable(name, "This is not the repository file that Bluesky makes, or it is damaged.", again)
    blocks, whole = _blocks(raw, at + length)
    commit = _decode(blocks.get(roots[0], b""))
    did, tree = (commit.get("did"), commit.get("data")) if isinstance(commit, dict) else (None, None)
    if not isinstance(did, str) or not isinstance(tree, bytes):
        raise Unreadable(name, "The beginning of this repository is missing: it does not say whose it is.", again)
    return Repository(name, did, tree, blocks, whole)


def _blocks(raw: bytes, at: int) -> tuple[dict[bytes, bytes], bool]:
    made: dict[bytes, bytes] = {}
    while at < len(raw):
        try:
            length, start = _varint(raw, at)
            end = start + length
            inside = _after_cid(raw, start)
        except IndexError:
            return made, False
        if end > len(raw) or inside > end or length == 0:
            return made, False
        made[raw[start:inside]] = raw[inside:end]
        at = end
    return made, True


def _after_cid(raw: bytes, at: int) -> int:
    """Where the content begins after a block's identifier: version, codec, hash, length of the digest, digest."""
    if raw[at] == 0x12:  # version 0: a bare SHA-256
        return at + 34
    for _ in range(3):
        _, at = _varint(raw, at)
    length, at = _varint(raw, at)
    return at + length


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number and where it ends. Raises IndexError if there is none."""
    value = 0
    for shift in range(0, 63, 7):
        byte = raw[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise IndexError


def _decode(raw: bytes) -> Any:
    try:
        return decode_dag_cbor(raw)
    except (ValueError, RecursionError):
        return None
