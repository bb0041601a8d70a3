"""Makes small Bluesky repositories: DAG-CBOR, blocks, and a tree of one or more nodes."""

from __future__ import annotations

import hashlib
from typing import Any


class Cid(bytes):
    """A block's identifier, which DAG-CBOR marks as such."""


def encode(value: Any) -> bytes:
    """DAG-CBOR: keys in order of length, then bytes."""
    if value is None or isinstance(value, bool):
        return {None: b"\xf6", False: b"\xf4", True: b"\xf5"}[value]
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, Cid):
        return b"\xd8\x2a" + encode(b"\x00" + bytes(value))
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        raw = value.encode("utf-8", "surrogatepass")
        return _head(3, len(raw)) + raw
    if isinstance(value, list):
        return _head(4, len(value)) + b"".join(map(encode, value))
    pairs = sorted(((key.encode(), item) for key, item in value.items()), key=lambda pair: (len(pair[0]), pair[0]))
    return _head(5, len(pairs)) + b"".join(encode(key.decode()) + encode(item) for key, item in pairs)


def _head(major: int, number: int) -> bytes:
    for limit, extra, size in ((24, number, 0), (2**8, 24, 1), (2**16, 25, 2), (2**32, 26, 4), (2**64, 27, 8)):
        if number < limit:
            return bytes([major << 5 | extra]) + (number.to_bytes(size, "big") if size else b"")
    raise ValueError(number)


def cid(raw: bytes) -> Cid:
    return Cid(b"\x01\x71\x12\x20" + hashlib.sha256(raw).digest())


def varint(number: int) -> bytes:
    made = b""
    while number > 0x7F:
        made += bytes([number & 0x7F | 0x80])
        number >>= 7
    return made + bytes([number])


class Repo:
    """Blocks under way to a CAR file. `block` adds one, `node` a part of the tree."""

    def __init__(self, did: str = "did:plc:inventedinventedinvent1") -> None:
        self.did = did
        self.blocks: dict[Cid, bytes] = {}

    def block(self, value: Any, raw: bytes | None = None) -> Cid:
        raw = encode(value) if raw is None else raw
        self.blocks[cid(raw)] = raw
        return cid(raw)

    def node(self, entries: list[tuple[str, Cid, Cid | None]], left: Cid | None = None) -> Cid:
        made, before = [], b""
        for key, value, right in entries:
            name = key.encode()
            shared = next(
                (at for at, (a, b) in enumerate(zip(before, name, strict=False)) if a != b), min(len(before), len(name))
            )
            made.append({"p": shared, "k": name[shared:], "v": value, "t": right})
            before = name
        return self.block({"l": left, "e": made})

    def car(self, tree: Cid, version: int = 3) -> bytes:
        commit = {
            "did": self.did,
            "version": version,
            "data": tree,
            "rev": "3kinventedab2c",
            "prev": None,
            "sig": b"\x00" * 64,
        }
        root = self.block(commit)
        header = encode({"version": 1, "roots": [root]})
        made = varint(len(header)) + header
        for place, raw in self.blocks.items():
            made += varint(len(place) + len(raw)) + place + raw
        return made


def repository(records: dict[str, Any], did: str = "did:plc:inventedinventedinvent1") -> bytes:
    """A repository with the records in a tree of three nodes, and one block that is no longer in the tree."""
    repo = Repo(did)
    repo.block(
        {
            "$type": "app.bsky.feed.post",
            "text": "an older block that nothing points to",
            "createdAt": "2024-01-01T00:00:00Z",
        }
    )
    keys = sorted(records)
    third = len(keys) // 3
    parts = [
        [(key, repo.block(records[key]), None) for key in part]
        for part in (keys[:third], keys[third : 2 * third + 1], keys[2 * third + 1 :])
    ]
    left, right = repo.node(parts[0]) if parts[0] else None, repo.node(parts[2]) if parts[2] else None
    middle = parts[1]
    if middle and right:
        middle[-1] = (middle[-1][0], middle[-1][1], right)
    return repo.car(repo.node(middle, left))
