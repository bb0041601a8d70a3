"""Reads exports: paths in, one posts frame and an honest account of what was and was not read out.

Finds where in the given files and folders an export begins, asks the importers which platform it is, joins the parts of
one account, and gathers what they yield. It knows nothing of any layout, and nothing of standards, rules or reports.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

import pandas as pd

from importers import (
    blogger,
    bluesky,
    discord,
    facebook,
    feeds,
    generic,
    instagram,
    linkedin,
    mastodon,
    medium,
    reddit,
    snapchat,
    threads,
    tiktok,
    tumblr,
    whatsapp,
    wordpress,
    x,
    youtube,
)
from importers.archive import Archive, matches
from importers.posts import (
    Coverage,
    ExportError,
    Importer,
    Input,
    NotAssessed,
    Owner,
    Post,
    Problem,
    ReadOptions,
    Remark,
    Skipped,
    Unreadable,
    to_frame,
)

# Every importer, written out by hand. `generic` reads our own format and stands last: it only looks at column names.
IMPORTERS: tuple[Importer, ...] = cast(
    "tuple[Importer, ...]",
    (
        facebook,
        instagram,
        threads,
        linkedin,
        mastodon,
        bluesky,
        reddit,
        whatsapp,
        x,
        youtube,
        tiktok,
        snapchat,
        discord,
        wordpress,
        blogger,
        medium,
        tumblr,
        feeds,
        generic,
    ),
)

PACKED = (".zip", ".tar", ".tar.gz", ".tgz")
# Pages that list what is in a download of several services, beside those services' folders
INDEXES = ("archive_browser.html",)  # Google Takeout; gone from newer ones
INDEX = "The list of what the download holds."
DEEPEST = 5  # folders to look into for the root of an export: all/youtube/2026/Takeout/My Activity/YouTube
Progress = Callable[[int], None]  # called with the number of posts read so far


@dataclass(frozen=True)
class Import:
    """What was read: the posts frame, the coverage, and the names of the person on each platform."""

    posts: pd.DataFrame
    coverage: Coverage
    owners: tuple[Owner, ...]


@dataclass(frozen=True)
class _Found:
    """An export's root, and the importers that know it."""

    archive: Archive
    importers: tuple[Importer, ...]


def read_exports(
    paths: Sequence[str | os.PathLike[str]],
    options: ReadOptions | None = None,
    *,
    messages: bool = False,
    progress: Progress | None = None,
) -> Import:
    """Read any mix of exports: zips, the several zips of one export, folders, single files, several platforms at once.

    `messages` says whether private messages are wanted; without, they are counted and left out. An input that cannot be
    read becomes a Problem. Raises ExportError only if nothing at all could be read.
    """
    options = options or ReadOptions()
    coverage, posts, owners = Coverage(), list[Post](), list[Owner]()
    found: list[_Found] = []
    for path in paths:
        try:
            found += _roots(Archive.open(path), coverage)
        except ExportError as error:
            coverage.problems.append(Problem(str(path), f"{error.what} {error.hint}".strip(), 0))
    private = 0
    accounts = list(_accounts(found, coverage, {str(path) for path in paths}))
    several = len({archive.path for archive, _, _ in accounts}) > 1
    for archive, importer, others in accounts:
        entry = Input(archive.path, importer.platform)
        coverage.inputs.append(entry)
        seen: set[str] = set()
        before = len(posts)
        for item in _read(archive, importer, options):
            if isinstance(item, Post):
                if item.kind == "message" and item.audience == "private" and not messages:
                    private += 1
                    continue
                posts.append(item)
                if item.post_id not in seen:
                    seen.add(item.post_id)
                    _count(entry, item)
                if progress and len(posts) % 500 == 0:
                    progress(len(posts))
            elif isinstance(item, Owner):
                owners.append(item)
                entry.account = entry.account or item.account
            elif isinstance(item, Problem):
                coverage.problems.append(replace(item, path=_place(item.path, archive, several)))
            else:
                coverage.remarks.append(replace(item, path=_place(item.path, archive, several)))
        _list_files(archive, importer, others, coverage)
        _remark_on_gaps(entry, posts[before:], coverage)
    if not coverage.inputs:
        raise _nothing_read(coverage)
    if private:
        reason = "They are private. Add --messages to have your own words in them looked at."
        coverage.not_assessed.append(NotAssessed("private messages", private, reason))
    media = sum(len(post.media) for post in posts)
    if media:
        coverage.not_assessed.append(
            NotAssessed("pictures, videos and recordings", media, "Only words are judged. Look through them yourself.")
        )
    return Import(to_frame(posts), coverage, tuple(owners))


def _roots(archive: Archive, coverage: Coverage, depth: int = 0, inside_zip: bool = False) -> list[_Found]:
    """Where exports begin in an archive: at its root, in folders below, in zips one level deep."""
    known = tuple(importer for importer in IMPORTERS if _identifies(importer, archive))
    if len(known) > 1 and generic in known:  # a platform's own reading is the better one
        known = tuple(importer for importer in known if importer is not generic)
    found = [_Found(archive, known)] if known else []
    mine = {name for name in archive.names() if _is_known(name, known)}
    for folder in archive.subfolders():
        inside = folder + "/"
        if depth < DEEPEST and not any(name.startswith(inside) for name in mine):
            below = _roots(archive.under(folder), coverage, depth + 1, inside_zip)
            found += [
                root for root in below if root.importers or not known
            ]  # else the export's own list names the files
    if (
        known and len(found) > 1
    ):  # what lies in those folders is theirs: a chat may lie beside the folder of another export
        folders = [root.archive.path.removeprefix(f"{archive.path}/") for root in found[1:]]
        found[0] = _Found(archive.without(folders), known)
    beside: list[str] = []
    for name in archive.loose_files():
        if name in mine:
            continue
        if name.lower().endswith(PACKED):
            if inside_zip:
                coverage.skipped.append(
                    Skipped(f"{archive.path}/{name}", "A zip inside a zip inside a zip is not opened.", False)
                )
                continue
            try:
                found += _roots(archive.nested(name), coverage, depth + 1, True)
            except ExportError as error:
                coverage.problems.append(Problem(f"{archive.path}/{name}", f"{error.what} {error.hint}".strip(), 0))
        elif not known and len(archive.names()) > 1:
            alone = archive.only(name)
            owners = tuple(importer for importer in IMPORTERS if _identifies(importer, alone))
            if owners:
                found.append(_Found(alone, owners))
            else:
                beside.append(name)
    if not any(root.importers for root in found):
        found = [_Found(archive, ())]  # whole, since it may be a part of another input's export
    else:
        reason = "This file lies beside your exports and belongs to none that we know."
        for name in beside:
            index = name.lower() in INDEXES
            coverage.skipped.append(Skipped(f"{archive.path}/{name}", INDEX if index else reason, index))
    return found


def _accounts(
    found: list[_Found], coverage: Coverage, given: Collection[str]
) -> Iterable[tuple[Archive, Importer, tuple[Importer, ...]]]:
    """Join the parts of one account: same platform and same owner; a part without an owner joins the only one there is."""
    strangers = [root.archive for root in found if not root.importers]
    # Parts that an importer before has joined: Threads may lie in one part of an Instagram export, the name in another
    joined: dict[int, list[Archive]] = {}
    for importer in IMPORTERS:
        roots = [root for root in found if importer in root.importers]
        groups: dict[str, list[_Found]] = {}
        for root in roots:
            whole = Archive.merge(joined.get(id(root.archive), [root.archive]))
            groups.setdefault(importer.owner(whole), []).append(root)
        nameless = groups.pop("", [])
        if len(groups) == 1:
            next(iter(groups.values())).extend(nameless)
        else:
            for number, root in enumerate(nameless):
                series = (g for g in groups.values() if any(_same_series(root.archive.path, r.archive.path) for r in g))
                group = next(series, None)
                if group is None:
                    groups[f"\0{number}"] = [root]
                else:
                    group.append(root)
        for group in groups.values():
            parts = list(
                {id(part): part for root in group for part in joined.get(id(root.archive), [root.archive])}.values()
            )
            joined.update((id(part), parts) for part in parts)
            parts += [
                stranger for stranger in strangers if any(_same_series(stranger.path, part.path) for part in parts)
            ]
            strangers = [stranger for stranger in strangers if stranger not in parts]
            others = tuple({id(other): other for root in group for other in root.importers}.values())
            yield Archive.merge(parts), importer, others
    for stranger in strangers:
        if stranger.path not in given and any(root.importers for root in found):  # a folder beside exports
            reason = f"We know no export with such files ({len(stranger.names()):,} files)."
            coverage.skipped.append(Skipped(stranger.path, reason, False))
            continue
        looked_for = ", ".join(importer.GUIDE.name for importer in IMPORTERS)
        coverage.problems.append(
            Problem(
                stranger.path,
                f"This is not an export that we know. Looked for: {looked_for}. `fit-to-post platforms` says how to get one.",
                0,
            )
        )


def _identifies(importer: Importer, archive: Archive) -> bool:
    """A damaged member is for reading to report; here it only fails to tell what the archive is."""
    try:
        return importer.identify(archive)
    except Unreadable:
        return False


def _same_series(one: str, other: str) -> bool:
    """Whether two paths have a part that differs in its numbers only, as the zips of one export do: `…-002.zip`."""
    name = os.path.basename(one).lower()
    bare = _letters(name)
    pieces = other.replace("\\", "/").lower().split("/")
    return bare != "" and any(_letters(piece) == bare and piece != name for piece in pieces)


def _letters(name: str) -> str:
    return "".join(letter for letter in name if letter.isalpha())


def _read(archive: Archive, importer: Importer, options: ReadOptions) -> Iterable[Post | Problem | Remark | Owner]:
    try:
        yield from importer.posts(archive, options)
    except Unreadable as error:
        yield Problem(f"{archive.path}: {error.path}", f"{error.what} {error.hint}".strip(), 0)
    except ExportError as error:
        yield Problem(archive.path, f"{error.what} {error.hint}".strip(), 0)


def _place(path: str, archive: Archive, several: bool) -> str:
    """Where a thing was, with the export before the member where the person gave several and could not tell which."""
    if not several or path.startswith(archive.path):
        return path
    file = os.path.basename(archive.path)  # an export may be a single file: it is named once
    return archive.path + path[len(file) :] if path.startswith(f"{file}#") else f"{archive.path}: {path}"


def _count(entry: Input, post: Post) -> None:
    entry.posts += 1
    if post.created_at is not None:
        entry.first = post.created_at if entry.first is None else min(entry.first, post.created_at)
        entry.last = post.created_at if entry.last is None else max(entry.last, post.created_at)


def _is_known(name: str, importers: Iterable[Importer]) -> bool:
    return any(matches(name, pattern) for importer in importers for pattern in importer.MEMBERS)


def _list_files(archive: Archive, importer: Importer, others: tuple[Importer, ...], coverage: Coverage) -> None:
    """Every file is read, known and ignored, or unknown. Only the first importer of a shared archive lists it."""
    if others and importer is not others[0]:
        return
    listed = {skipped.path for skipped in coverage.skipped}
    for name in archive.names():
        path = f"{archive.path}: {name}"
        if path in listed or name.lower().endswith(PACKED):
            continue
        for known in others or (importer,):
            pattern = next((pattern for pattern in known.MEMBERS if matches(name, pattern)), None)
            if pattern is not None:
                if known.MEMBERS[pattern] is None:
                    coverage.skipped.append(Skipped(path, "Nothing that you wrote, as far as we know."))
                break
        else:
            coverage.skipped.append(Skipped(path, "We do not know this file. It was not read.", False))


def _remark_on_gaps(entry: Input, posts: list[Post], coverage: Coverage) -> None:
    """Years without a post between years with many may be real, or a part of the export that is missing."""
    dated = [post.created_at.year for post in posts if post.created_at is not None]
    if len(dated) < 50:
        return
    gaps = [(one + 1, other - 1) for one, other in pairwise(sorted(set(dated))) if other - one > 1]
    if gaps:
        named = ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in gaps)
        coverage.remarks.append(
            Remark(
                entry.path,
                f"There are no posts from {named}. If you did post then, a part of the export may be missing.",
            )
        )


def _nothing_read(coverage: Coverage) -> ExportError:
    named = (p.reason if p.path in p.reason else f"{p.path}: {p.reason}" for p in coverage.problems)
    reasons = "\n  ".join(dict.fromkeys(named))
    return ExportError(
        f"Nothing could be read.\n  {reasons}", "`fit-to-post platforms` says how to get each platform's export."
    )
