"""The CSV files of a YouTube Takeout, known by what their cells look like.

File names, folders and headers are written in the account's language, and headers change their capitals and hyphens; a
comment's id begins with `Ug` in every language. Headers in a few languages only decide where cells look alike. Layouts
of 2021 to 2026.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from importers.posts import Problem
from importers.tables import read_rows

SAMPLED = 50  # rows that show what a column holds

_CHANNEL = re.compile(r"UC[\w-]{22}")
_VIDEO = re.compile(r"[\w-]{11}")
_COMMENT = re.compile(r"Ug[\w.-]{3,}")
_POST = re.compile(r"Ugk[\w-]{3,}")
_PLAYLIST = re.compile(r"(?:PL|FL|OL|RD|LL|WL)[\w-]{8,}|WL|LL")
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")
_SEGMENTS = re.compile(r'\s*\{\s*"(?:text|takeoutSegments|link|mention|videoLink)"')
_CHANNEL_PAGE = re.compile(r"https?://(?:www\.)?youtube\.com/(?:channel/|@|user/|c/).*")

# Words in headers, as seen in English, German, French, Dutch, Polish, Spanish, Italian and Portuguese exports
_TITLE = ("title", "titel", "titre", "tytuł", "título", "titolo")
_DESCRIPTION = (
    "description",
    "beschreibung",
    "opis",
    "omschrijving",
    "beschrijving",
    "descripción",
    "descrizione",
    "descrição",
)
_PUBLISHED = (
    "publish",
    "veröffentlich",
    "publication",
    "publicatie",
    "publikacji",
    "publicación",
    "pubblicazione",
    "publicação",
)
_PRIVACY = (
    "privacy",
    "datenschutz",
    "confidentialité",
    "prywatno",
    "privacidad",
    "privacidade",
    "sichtbarkeit",
    "visib",
)
_PARENT = ("parent", "übergeordnet", "bovenliggend", "nadrzędn", "principal", "superior")
_TOP = ("top-level", "oberste", "niveau supérieur", "hoogste")
_TEXT = ("text", "texte", "tekst", "texto", "testo")
_POLL = ("option", "antwort", "optie", "opcja", "opción", "opzione", "opção")
_POSTS = ("post", "beitrag", "beitrags", "publication", "publicación", "bericht", "postagem")
_LANGUAGE = ("language", "sprache", "langue", "taal", "język", "idioma", "lingua")


@dataclass(slots=True)
class Table:
    """A CSV of known type. Rows are lists of cells; `where` gives the column of a role, -1 if there is none."""

    type: str  # comments, chats, videos, texts, posts, subscriptions, channels, playlists, items, other
    headers: list[str]
    rows: list[tuple[int, list[str]]]
    problems: list[Problem]
    where: dict[str, int] = field(default_factory=dict)

    def cell(self, row: list[str], role: str) -> str:
        """The cell that has a role in this row, "" if there is none."""
        place = self.where.get(role, -1)
        return row[place].strip() if 0 <= place < len(row) else ""


def read(name: str, text: str) -> Table:
    """The table with its type and columns found out. Never raises; a table that we do not know is of type `other`."""
    headers: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    problems: list[Problem] = []
    for row in read_rows(name, text):
        if isinstance(row, Problem):
            problems.append(row)
        elif row[0] == 0:
            headers = [plain(header) for header in row[1]]
        else:
            rows.append(row)
    table = Table("other", headers, rows, problems)
    _recognise(table)
    return table


def plain(header: str) -> str:
    """A header in lower case, with ordinary hyphens, apostrophes and blanks."""
    for odd, usual in (
        ("\u2011", "-"),
        ("\u2010", "-"),
        ("\u00a0", " "),
        ("\u202f", " "),
        ("\u2019", "'"),
        ("\ufeff", ""),
    ):
        header = header.replace(odd, usual)
    return " ".join(header.lower().split())


def words(cell: str) -> str | None:
    """The text of a comment: one JSON object or several joined by commas; None if it is cut off or damaged.

    Segments join without a blank: a link or a name may stand inside a word. Line breaks inside the strings are raw, so
    that a strict decoder fails on them.
    """
    if not cell.lstrip().startswith("{"):
        return cell
    decoder = json.JSONDecoder(strict=False)
    place, pieces = 0, list[str]()
    while place < len(cell):
        if cell[place] in ", \t\r\n":
            place += 1
            continue
        try:
            segment, place = decoder.raw_decode(cell, place)
        except (ValueError, RecursionError):
            # A person may write `{` themselves where exports give plain text
            return None if _SEGMENTS.match(cell) else cell
        pieces += _pieces(segment)
    return "".join(pieces)


def _pieces(segment: object) -> Iterator[str]:
    if not isinstance(segment, dict):
        return
    inner = segment.get("takeoutSegments")
    if isinstance(inner, list):
        for one in inner:
            yield from _pieces(one)
        return
    text = segment.get("text")
    link = segment.get("link")
    if isinstance(text, str) and text:
        yield text
    elif isinstance(link, dict) and isinstance(link.get("linkUrl"), str):
        yield link["linkUrl"]
    elif isinstance(video := segment.get("videoLink"), dict):
        yield from (value for value in video.values() if isinstance(value, str))


def _recognise(table: Table) -> None:
    headers, columns = table.headers, range(len(table.headers))
    cells = {
        column: [row[column].strip() for _, row in table.rows[:SAMPLED] if column < len(row) and row[column].strip()]
        for column in columns
    }

    def holding(pattern: re.Pattern[str]) -> list[int]:
        return [n for n in columns if cells[n] and all(pattern.fullmatch(cell) for cell in cells[n])]

    def mostly(test: Callable[[str], object]) -> list[int]:
        return [n for n in columns if cells[n] and sum(bool(test(cell)) for cell in cells[n]) * 2 > len(cells[n])]

    def called(words: tuple[str, ...], among: object = columns) -> list[int]:
        return [n for n in columns if n in among and any(word in headers[n] for word in words)]  # type: ignore[operator]

    def named(*names: str) -> list[int]:
        return [n for n in columns if headers[n] in names]

    def first(found: list[int]) -> int:
        return found[0] if found else -1

    channels, stamps = holding(_CHANNEL) or mostly(_CHANNEL.fullmatch), mostly(_STAMP.fullmatch)
    segments = mostly(_SEGMENTS.match)
    comments = [n for n in mostly(_COMMENT.fullmatch) if n not in segments]
    videos = [n for n in mostly(_VIDEO.fullmatch) if n not in comments and not _is_word(cells[n])]
    where = table.where
    where["channel"], where["video"], where["time"] = first(channels), first(videos), first(stamps)

    text = first(segments or [n for n in called(_TEXT) if n not in comments])
    own_post = [n for n in comments if all(_POST.fullmatch(cell) for cell in cells[n])]
    if segments and stamps and not comments:
        table.type = "chats"
        rows = len(table.rows[:SAMPLED])
        alone = [n for n in columns if len(set(cells[n])) == rows and n not in (*segments, *stamps, *videos, *channels)]
        where["id"] = first(named("live chat id", "livechat-id") or alone)
        where["text"] = text
    elif comments and text >= 0 and stamps and (channels or segments):
        table.type = "comments"
        ids = named("comment id", "kommentar-id", "reactie-id") or [
            n
            for n in comments
            if n not in called((*_PARENT, *_TOP)) and n not in (own_post if len(comments) > 1 else [])
        ]
        where["id"] = first(ids or comments)
        where["text"] = text
        where["post"] = first([n for n in own_post if n != where["id"]] or named("post id", "beitrags-id"))
        parents = [n for n in called(_PARENT) if n not in called(_TOP)] or [
            n for n in comments if n not in (where["id"], where["post"]) and n not in called(_TOP)
        ]
        where["parent"] = first(parents)
    elif _is_posts(headers, own_post, text):
        table.type = "posts"
        where["id"] = first(own_post or named("post id", "beitrags-id")) if (own_post or called(_POSTS)) else 0
        where["text"] = text
    elif channels and len(headers) <= 4 and mostly(_CHANNEL_PAGE.fullmatch) and not stamps:
        table.type = "subscriptions"
        where["url"] = first(mostly(_CHANNEL_PAGE.fullmatch))
        where["title"] = first([n for n in columns if n not in (where["channel"], where["url"])])
    elif videos and stamps and channels and len(headers) > 5:
        table.type = "videos"
        titles = [n for n in called(_TITLE) if not any(word in headers[n] for word in _LANGUAGE)]
        texts = [n for n in called(_DESCRIPTION) if not any(word in headers[n] for word in _LANGUAGE)]
        # Where the language is unknown to us, the order of the columns still is the same
        where["title"] = first(titles) if titles else stamps[0] - 3
        where["description"] = first(texts) if texts else channels[0] - 1
        where["privacy"] = first(called(_PRIVACY)) if called(_PRIVACY) else stamps[0] - 2
        published = called(_PUBLISHED, stamps)
        where["published"] = first(published) if published else stamps[-1]
    elif videos and not stamps and not channels and called((*_TITLE, *_DESCRIPTION)):
        table.type = "texts"
    elif channels and channels[0] == 0 and called(_TITLE):
        table.type = "channels"
        where["title"] = first([n for n in called(_TITLE) if not any(word in headers[n] for word in _LANGUAGE)])
        where["description"] = first(called(_DESCRIPTION))
        where["privacy"] = first(called(_PRIVACY))
    elif 0 in mostly(_PLAYLIST.fullmatch) and called(_TITLE):
        table.type = "playlists"
        where["id"] = 0
        where["title"] = first([n for n in called(_TITLE) if not any(word in headers[n] for word in _LANGUAGE)])
        where["description"] = first(called(_DESCRIPTION))
        where["privacy"] = first(called(_PRIVACY))
    elif (videos and len(headers) <= 3) or not table.rows or _has_inner_header(table):
        table.type = "items"


def _is_posts(headers: list[str], own_post: list[int], text: int) -> bool:
    named = any(header.startswith(_POSTS) for header in headers)
    return text >= 0 and (bool(own_post) or named) and not any(header.startswith("comment") for header in headers)


def _is_word(cells: list[str]) -> bool:
    """Eleven letters may be a word; of several video ids at least one has a digit, a capital inside or a mark."""
    return all(re.fullmatch(r"[A-Za-z]?[a-z]+|\d+", cell) for cell in cells)


def _has_inner_header(table: Table) -> bool:
    # Playlists of about 2021: two rows about the list, a blank row, then `Video ID,Time Added`
    return any(len(row) >= 2 and plain(row[0]) in ("video id", "video-id") for _, row in table.rows[:5])


def options(table: Table, row: list[str]) -> list[str]:
    """The answers that a poll or quiz among the community posts offers; they are the person's own words."""
    return [
        cell.strip()
        for header, cell in zip(table.headers, row, strict=False)
        if cell.strip()
        and re.search(rf"(?:{'|'.join(_POLL)})\w*[ -]?\d", header)
        and not re.search(r"image|bild|correct", header)
    ]


def pictures(table: Table, row: list[str]) -> list[str]:
    """The names of a community post's pictures."""
    return [
        cell.strip()
        for header, cell in zip(table.headers, row, strict=False)
        if cell.strip() and re.search(r"(?:image|bild|afbeelding|obraz|imagen|immagine|imagem)", header)
    ]


def tags(table: Table, row: list[str]) -> list[str]:
    """The tags of an own video."""
    return [
        cell.strip()
        for header, cell in zip(table.headers, row, strict=False)
        if cell.strip() and re.fullmatch(r"(?:video[ -])?\w*tag\w* ?\d+", header)
    ]


def further_texts(table: Table) -> Iterator[tuple[str, str, str]]:
    """Video id, `title` or `description`, and the piece that continues it, in the order of their numbers."""
    video = table.where["video"]
    numbered: list[tuple[int, int, str]] = []
    for place, header in enumerate(table.headers):
        role = "title" if any(word in header for word in _TITLE) else ""
        role = "description" if any(word in header for word in _DESCRIPTION) else role
        number = re.search(r"\d+", header)
        if role and not any(word in header for word in _LANGUAGE):
            numbered.append((int(number[0]) if number and number[0].isascii() else 0, place, role))
    for _, row in table.rows:
        for _, place, role in sorted(numbered):
            if place < len(row) and video < len(row) and row[place]:
                yield row[video].strip(), role, row[place]
