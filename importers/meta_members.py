"""What the tables of members of Facebook's and Instagram's exports share. Which member is read how is theirs to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, TypeVar

from importers import meta
from importers.archive import Archive
from importers.meta import Document
from importers.posts import Item, Problem, Remark

Account = TypeVar("Account")
RowParser = Callable[[Any, str, Account], Iterator[Item]]
MemberParser = Callable[[Archive, str, Document, Account], Iterator[Item]]

# Endings of pictures, videos and recordings, in the folders that may hold other things as well
MEDIA = ("jpg", "jpeg", "png", "gif", "webp", "heic", "mp4", "mov", "srt", "aac", "m4a", "mp3", "wav", "ogg", "opus")


def rows_of(parse: RowParser[Account]) -> MemberParser[Account]:
    """A parser of one row made a parser of a whole member."""

    def read(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
        if not meta.has_rows(document.value):
            yield Problem(name, meta.OTHER_SHAPE, 0)
            return
        for position, row in enumerate(document.rows(), 1):
            yield from parse(row, f"{name}#{position}", account)

    return read


def whole_of(parse: RowParser[Account]) -> MemberParser[Account]:
    """A parser of one value made a parser of a member that is one value."""

    def read(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
        yield from parse(document.whole(), name, account)

    return read


def shorter(path: str, since: datetime | None, first: datetime | None) -> Iterator[Remark]:
    """A remark if an export begins much later than its account: `since` the account was made, `first` post in the export."""
    if first and since and first - since > timedelta(days=400):
        yield Remark(
            path,
            f"The account is from {since.year}, and the first thing in the export from {first.year}. The export may have "
            "been asked for with a shorter date range than All time.",
        )
