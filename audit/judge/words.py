"""What the judge reads: a post's text made plain, and a long post cut into windows.

Training and judging both go through here, so the model meets the same text in both. It does not look for meaning; `audit.text` folds
text for the rules and keeps the way back to the original, which the judge doesn't need.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from audit.masks import unmask

LENGTH = 256
"""Tokens of one window, the kind and platform in front included."""

_KINDS = {"story": "post", "article": "post"}
# Few training posts come from these, none from the last; whatever publishes articles is a blog to the judge
_PLATFORMS = {
    "bluesky": "x", "mastodon": "x", "threads": "x", "discord": "whatsapp", "generic": "x",
    **dict.fromkeys(("wordpress", "blogger", "medium", "tumblr", "feed"), "blog"),
}  # fmt: skip
# Joiners, direction marks, variation selectors, skin tones, soft hyphens: they change how text looks, not what it says.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]"
)
_LINK = re.compile(r"\b(?:https?://|www\.)(?:www\.)?([a-z0-9.-]+)\S*", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_TAG = re.compile(r"#(\w+)")
_STRETCHED = re.compile(r"(\w)\1{3,}|([^\w\s])\2{3,}")
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")
_PICTURE = re.compile("([\u203c-\u3299\U0001f000-\U0001faff])\\1*")
# New Zealand's rugby team: two words that the judge has met in contempt only. Without its article it is known by the company it keeps.
_TEAM = re.compile(
    r"\bthe all blacks\b"
    r"|(?<=\bbeat )all blacks\b|\ball blacks(?= (?:v|vs|by|to win|game|match|test|tour|squad|side|team|scrum|haka|coach|captain|fan|shirt|jersey)\b)"
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


def _named(match: re.Match[str]) -> str:
    """An emoji as its Unicode name in lower case; the tokenizer knows words, not pictures."""
    sign = match.group(1)
    if unicodedata.category(sign) not in {"So", "Sk", "Sm", "Cn"}:
        return match.group(0)
    return f" {unicodedata.name(sign, 'symbol').lower()} "


def prepare(text: str) -> str:
    """Plain text for the tokenizer: one width of letters, nothing invisible, emoji by name, links as their host, tags as
    words, lower case, a misleading name said otherwise, masked abuse spelled out."""
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = _LINK.sub(r"link \1", text)
    text = _TAG.sub(lambda tag: "# " + _CAMEL.sub(" ", tag.group(1)).replace("_", " "), text)
    if not text.isascii():
        text = _FLAG.sub(lambda flag: f" flag {chr(ord(flag[1]) - 127365)}{chr(ord(flag[2]) - 127365)} ", text)
        text = _PICTURE.sub(_named, text)
    text = _STRETCHED.sub(lambda run: run.group(0)[0] * 3, text.lower())
    text = _TEAM.sub("the new zealand team", text)
    plain, done = [], 0
    for start, end, word in unmask(text):
        plain += [text[done:start], word]
        done = end
    return "".join([*plain, text[done:]])


def front(kind: str, platform: str) -> str:
    """The words put before every window, so that the model knows where a post stands. Platforms and kinds that few or no training posts
    have are named after the one most like them."""
    return f"{_KINDS.get(kind, kind)} {_PLATFORMS.get(platform, platform)} . "


def windows(text: str, size: Callable[[str], int], room: int) -> list[str]:
    """Cut prepared text into pieces of at most `room` tokens (as counted by `size`), at sentence ends, each beginning with the last
    sentence of the one before. A sentence longer than `room` is cut between words. Text that fits comes back as one piece."""
    if len(text) <= room or size(text) <= room:
        return [text]
    pieces: list[tuple[str, int]] = []
    for sentence in _SENTENCE.split(text):
        tokens = size(sentence)
        if tokens <= room:
            pieces.append((sentence, tokens))
            continue
        words = sentence.split(" ")
        # A word of more than `room` letters is no word; what lies beyond is of no use to the model either.
        step = max(1, len(words) * room // (2 * tokens))
        for start in range(0, len(words), step):
            part = " ".join(word[:room] for word in words[start : start + step])
            pieces.append((part, min(room, size(part))))
    found: list[str] = []
    current: list[tuple[str, int]] = []
    for piece in pieces:
        if current and sum(tokens for _, tokens in current) + piece[1] > room:
            found.append(" ".join(part for part, _ in current))
            last = current[-1]
            current = [last] if last[1] + piece[1] <= room else []
        current.append(piece)
    if current:
        found.append(" ".join(part for part, _ in current))
    return found
