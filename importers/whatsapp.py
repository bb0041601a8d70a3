"""Reads WhatsApp chats exported one by one ("Export chat"): `WhatsApp Chat with ….txt` (Android), `_chat.txt` (iOS).

An export says neither who is "me" nor in which zone its times are. Who is "me" is taken from `--account`, else inferred
and said; if it stays unknown nothing of the chat is read. Times are as the phone showed them, and read as UTC. Only the
person's own messages are yielded; what others wrote is never read out, since the export has no replies either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from importers import whatsapp_chat as grammar
from importers import whatsapp_words as words
from importers.archive import Archive
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable, derived_id

platform = "whatsapp"
HEAD = 8_192  # bytes in which a chat shows itself
NAMES_SHOWN = 12

GUIDE = Guide(
    name="WhatsApp",
    address="https://faq.whatsapp.com/1180414079177245",
    ask=(
        "Open WhatsApp on your phone, and open the chat.",
        "Android: tap the three dots, More, Export chat. iPhone: tap the name at the top, then Export chat.",
        "Choose Without media: only words are judged, and more of them fit in.",
        "Save the file where you find it again, for example by sending it to yourself by e-mail.",
        "Do the same for every chat that you want looked at: WhatsApp cannot export all chats at once.",
        'Run with --account and your own name as it stands in the chat, for example --account "Ida Fern".',
    ),
    wait="At once, one chat at a time.",
    contains="The newest 40,000 messages of one chat (10,000 with media), yours and other people's. We read only yours.",
    lacks="Older messages, the time zone, what a message replied to, reactions, status updates, chats that you deleted. "
    "The account report (Request account info) holds no messages. A chat with advanced chat privacy cannot be exported.",
    find={
        "": "Open the chat in WhatsApp, tap its name, then Search, and look for the first words or scroll to the date. "
        "Hold the message, tap Delete, then Delete for everyone (possible for about two days) or Delete for me. "
        "The others keep what they have copied or exported.",
        "join": "Open the group in WhatsApp, tap its name, and choose Exit group at the bottom.",
    },
)


@dataclass(frozen=True, slots=True)
class _File:
    """A chat in the archive."""

    name: str  # member
    label: str  # what messages call it: the member, with its zip or folder where that is the chat's name
    title: str  # the chat's name, "" if nothing says it
    chat: grammar.Chat


@dataclass(frozen=True, slots=True)
class _Me:
    """Who is "me" in one chat, and how we know."""

    name: str  # "" if unknown, or if the person wrote nothing there
    because: str = ""  # empty if the person said so themselves


def identify(archive: Archive) -> bool:
    """A text file at the root that begins with lines of a chat."""
    return any(_is_chat(archive, name) for name in archive.find("*.txt"))


def owner(archive: Archive) -> str:
    """All chats are read together: a chat does not say whose it is, but several do."""
    return platform


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """The person's own messages in every chat."""
    files: list[_File] = []
    for name in archive.find("*.txt"):
        try:
            text = archive.read_text(name) or ""
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        chat = grammar.parse(text)
        if chat is None:
            yield Remark(name, "This text file is not a WhatsApp chat.")
            continue
        files.append(_file(archive, name, chat, text, None))
    files = list(_with_settled_dates(archive, files))
    known = _who_is_me(files, options.accounts)
    names = list(dict.fromkeys(me.name for me in known.values() if me.name))
    if names:
        yield Owner(platform, _shown(names[0]), tuple(_shown(name) for name in names))
    members = set(archive.names())
    for file in files:
        yield from _remarks(file, known[file.name])
        yield from _own(file, known[file.name], members)


def _is_chat(archive: Archive, name: str) -> bool:
    try:
        return grammar.has_header(archive.read_text(name, HEAD) or "")
    except Unreadable:
        return False


def _file(archive: Archive, name: str, chat: grammar.Chat, text: str, order: str | None) -> _File:
    pieces = archive.origin(name).replace("\\", "/").split("/")[-2:]
    holder = next((piece for piece in reversed(pieces) if words.chat_title(piece)), "")
    outside = words.chat_title(holder)
    # A zip's name counts only where the file itself has none: `_chat.txt` is all that iOS says.
    label = f"{holder}/{re.sub(r' [(][0-9]+[)][.]', '.', name)}" if outside and not words.chat_title(name) else name
    chat = (grammar.parse(text, order) or chat) if order else chat
    return _File(name, label, words.chat_title(name) or chat.title or outside, chat)


def _with_settled_dates(archive: Archive, files: list[_File]) -> Iterator[_File]:
    """Where day and month of one chat are open, another chat from the same phone may settle them."""
    certain = {(file.chat.style, file.chat.order) for file in files if file.chat.sure}
    for file in files:
        orders = [order for style, order in certain if style == file.chat.style]
        if file.chat.sure or len(orders) != 1:
            yield file
        else:
            yield _file(archive, file.name, file.chat, archive.read_text(file.name) or "", orders[0])


def _who_is_me(files: list[_File], accounts: tuple[str, ...]) -> dict[str, _Me]:
    """For each chat, by member: what the person said, else a deleted message or a chat of two, else a guess.

    A guess is the only writer of a chat named after someone else, or the name in most chats. It gives way to all else.
    """
    given = {file.name: _named(file.chat.authors, accounts) for file in files}
    if any(given.values()):
        return {file.name: _Me(name) if (name := given[file.name]) else _unnamed(file) for file in files}
    found = {file.name: _inferred(file) for file in files}
    names = {me.name for me in found.values() if me is not None and me.name}
    others = {_other(file) for file in files}
    # The only writer of a group may be anybody; so may one who has not the name that the person gave.
    telling = [file for file in files if len(file.chat.authors) > 1 or not (accounts or _is_group(file))]
    alone = {
        file.name: author
        for file in telling
        for author in file.chat.authors
        if len(file.chat.authors) == 1 and file.title and author not in others
    }
    if not names and len(set(alone.values())) == 1:
        found |= {name: _Me(author, "the chat is named after someone else") for name, author in alone.items()}
        names = set(alone.values())
    appears = Counter(author for file in telling for author in file.chat.authors if author not in others)
    most = appears.most_common(2)
    everywhere = ""
    if most and most[0][1] > 1 and (len(most) == 1 or most[1][1] < most[0][1]):
        everywhere = most[0][0]
    made: dict[str, _Me] = {}
    for file in files:
        me = found[file.name]
        again = [author for author in file.chat.authors if author in names]
        if me is None and len(again) == 1:
            me = _Me(again[0], "you are called so in another of your chats")
        if me is None and not names and everywhere in file.chat.authors:
            me = _Me(everywhere, "that name is in most of your chats")
        made[file.name] = me or _Me("")
    return made


def _named(authors: tuple[str, ...], accounts: tuple[str, ...]) -> str:
    """The author that the person named. `~ Name` is given only if nobody is called `Name`."""
    for account in accounts:
        wanted = _key(account)
        for same in (_key, lambda author: _key(_shown(author))):
            for author in authors:
                if wanted and same(author) == wanted:
                    return author
    return ""


def _key(name: str) -> str:
    plain = grammar.clean(name).casefold().lstrip("@")
    digits = "".join(letter for letter in plain if letter.isdigit())
    return digits if len(digits) >= 7 and not any(letter.isalpha() for letter in plain) else plain


def _shown(author: str) -> str:
    return author.removeprefix("~").strip()


def _unnamed(file: _File) -> _Me:
    """A chat in which nobody has the name that the person gave: perhaps they wrote nothing, or had another name then."""
    me = _inferred(file)
    return me if me is not None and me.name else _Me("", "nobody has the name that you gave")


def _inferred(file: _File) -> _Me | None:
    """Who must be "me" by what this chat alone says; None if it does not say."""
    chat = file.chat
    deleted = {record.author for record in chat.records if record.author and words.is_deleted_by_me(record.body)}
    if len(deleted) == 1:
        return _Me(deleted.pop(), "only your own deleted messages are marked that way")
    other = _other(file)
    if other and len(chat.authors) == 2:
        return _Me(
            next(name for name in chat.authors if name != other), f"the other person in this chat is {_shown(other)}"
        )
    if other and len(chat.authors) == 1:
        return _Me("", "only the other person wrote in it")
    return None


def _is_group(file: _File) -> bool:
    return any(record.author == "" and words.is_group_event(record.body) for record in file.chat.records)


def _other(file: _File) -> str:
    """The author after whom the chat, or its file, is named; "" if there is none, or more than one."""
    title = _key(file.title)
    named = [name for name in file.chat.authors if title and _key(_shown(name)) == title]
    if not named and not file.title:
        stem = grammar.clean(file.name).casefold()
        named = [name for name in file.chat.authors if len(_shown(name)) > 2 and _shown(name).casefold() in stem]
    return named[0] if len(named) == 1 else ""


def _remarks(file: _File, me: _Me) -> Iterator[Item]:
    chat = file.chat
    if me.name and me.because:
        yield Remark(
            file.label,
            f"We took {_shown(me.name)} for you, because {me.because}. If that is wrong, run again with --account and "
            "your name as it stands in the chat.",
        )
    elif not me.name and me.because:
        yield Remark(file.label, f"Nothing in this chat was read as yours: {me.because}.")
    elif not me.name and chat.authors:
        shown = ", ".join(_shown(name) for name in chat.authors[:NAMES_SHOWN])
        more = len(chat.authors) - NAMES_SHOWN
        several = f"who of its {len(chat.authors)} writers you are"
        asked = several if len(chat.authors) > 1 else "whether its only writer is you"
        yield Problem(
            file.label,
            f"The chat does not say {asked}, so nothing in it was read. If you wrote in it, run again with --account and "
            f"your name as it stands there: {shown}{f' and {more} more' if more > 0 else ''}.",
            0,
        )
    if not chat.sure:
        order = (
            "day before month" if chat.order == "dmy" else "month before day" if chat.order == "mdy" else "year first"
        )
        yield Remark(
            file.label,
            f"The dates of this chat can be read in more than one way. We read {order}; if that is wrong, days and months "
            "are exchanged.",
        )
    if chat.pasted:
        yield Remark(
            file.label,
            f"Lines that look like messages but stand out of time or shape: {chat.pasted}. We took them for text that was "
            "pasted into a message.",
        )
    if chat.orphans:
        yield Problem(file.label, "The file begins in the middle of a message.")
    if chat.reaches_limit:
        yield Remark(
            file.label,
            "This chat is as long as WhatsApp exports at most (40,000 messages, 10,000 with media). Older ones are missing.",
        )


def _own(file: _File, me: _Me, members: set[str]) -> Iterator[Item]:
    """The person's messages in one chat, and their joining it."""
    android = file.chat.style[0] == "-"
    title = file.title or ", ".join(sorted(_shown(name) for name in file.chat.authors if name != me.name)[:3])
    left_out = 0
    for record, repeat in grammar.numbered(file.chat.records):
        source = f"{file.label}#{record.line}"
        if record.author == "":
            if me.name and words.is_joining(record.body):
                yield Post(
                    derived_id("join", title, record.when),
                    platform,
                    "join",
                    _utc(record.when),
                    context=file.title or "a group",
                    account=_shown(me.name),
                    audience="private",
                    source=source,
                )
            continue
        if record.author != me.name:
            continue
        if record.when is None:
            yield Problem(source, "The date of this message does not exist, so it was not read.")
            continue
        carried = words.attached(record.body)
        media = (carried,) if carried in members else ()
        text = words.own_words(record.body, android)
        if not text.strip() and not media:
            left_out += bool(carried) or words.is_omitted(record.body)
            continue
        yield Post(
            derived_id("message", title, record.when, me.name, record.body, repeat),
            platform,
            "message",
            _utc(record.when),
            text,
            account=_shown(me.name),
            audience="private",
            media=media,
            source=source,
        )
    if left_out:
        yield Remark(
            file.label, f"Pictures, recordings and files that you sent and that are not in this export: {left_out}."
        )


def _utc(when: datetime | None) -> datetime | None:
    return None if when is None else when.replace(tzinfo=UTC)


MEMBERS = {
    "*.txt": grammar.parse,  # `WhatsApp Chat with ….txt`, `_chat.txt`, and whatever people rename them to
    **dict.fromkeys(  # what was sent along; only words are judged
        (
            *("*.jpg", "*.jpeg", "*.png", "*.webp", "*.gif", "*.heic", "*.mp4", "*.3gp", "*.mov", "*.opus", "*.m4a"),
            *(
                "*.mp3",
                "*.aac",
                "*.ogg",
                "*.amr",
                "*.vcf",
                "*.was",
                "IMG-*",
                "VID-*",
                "AUD-*",
                "PTT-*",
                "STK-*",
                "DOC-*",
            ),
            *("*-PHOTO-*", "*-VIDEO-*", "*-AUDIO-*", "*-STICKER-*", "*-GIF-*"),
        )
    ),
}
