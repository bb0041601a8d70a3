"""Folded text for matching, with the way back to every original character; and where its sentences are.

Rules see one plain spelling (lower case, straight quotes, no hidden characters), the person sees the words as they
wrote them. Nothing here knows words, rules or libraries: only characters. Offensive words that hide behind signs are
the business of `audit.masks`, which `unmasked` asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from audit.masks import unmask


@dataclass(frozen=True, slots=True)
class Normalised:
    """Folded text. All offsets are code points, end exclusive."""

    text: str = field(repr=False)  # what rules match on
    origin: Sequence[int] = field(repr=False)  # index in the original of each character; one more entry for the end

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text behind a span of `text`; never empty for a span that is not."""
        first = self.origin[start]
        if end <= start:
            return first, first
        return first, max(self.origin[end], self.origin[end - 1] + 1)


def _class(*ranges: tuple[int, int]) -> str:
    """The inside of a regex class. Ranges, since `re` walks through single characters beyond U+FFFF one by one."""
    return "".join(f"{chr(first)}-{chr(last)}" if last > first else chr(first) for first, last in ranges)


# Whitespace of every kind is a space, line ends of every kind "\n"; quotes and dashes are the typewriter's.
# "İ" is here because its lower case is two characters long, the only such letter (a test walks through all of them).
_PLAIN = {ord(char): " " for char in "\t\v\f\x1f\u00a0\u1680\u202f\u205f\u3000"}
_PLAIN |= dict.fromkeys(range(0x2000, 0x200B), " ")
_PLAIN |= {ord(char): "\n" for char in "\r\x1c\x1d\x1e\x85\u2028\u2029"}
_PLAIN |= {ord(char): "'" for char in "‘’‚‛′´ʼˈ＇"} | {ord(char): '"' for char in "“”„‟″«»＂"}
_PLAIN |= {ord(char): "-" for char in "‐‑‒–—―−﹘﹣－"} | {ord("İ"): "I"}

_ASCII_ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]|[ \n]{2,}")
_SPACES = re.compile(r"[ \n]{2,}")

# Characters that show nothing: controls, soft hyphen, zero-width, bidi, fillers, variation selectors, tags
_HIDDEN = _class(
    (0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C),
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
    (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)  # fmt: skip
# Marks that pile up on Latin letters; those of other scripts (Arabic, Devanagari, Thai) are part of their spelling
_MARKS = _class(
    (0x300, 0x36F), (0x483, 0x489), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)
)  # fmt: skip
_PICTURE = _class((0x2190, 0x2BFF), (0x1F000, 0x1FAFF), (0x3030, 0x3030), (0xA9, 0xA9), (0xAE, 0xAE))
# Two things are hidden but make an emoji what it is: a joiner between two pictures, the tags of a country's black flag
_UNSEEN = re.compile(
    rf"(?P<kept>(?:(?<=[{_PICTURE}])|(?<=[{_PICTURE}]\ufe0f))\u200d(?=[{_PICTURE}])"
    "|(?<=\U0001f3f4)[\U000e0061-\U000e007a]{2,6}\U000e007f)"
    rf"|(?P<base>[^\s{_HIDDEN}{_MARKS}{_PICTURE}])(?P<marks>[{_HIDDEN}]*[{_MARKS}][{_HIDDEN}{_MARKS}]*)"
    f"|[{_HIDDEN}{_MARKS}]"
)
_ANY_UNSEEN = re.compile(f"[{_HIDDEN}{_MARKS}]")
_MARK = re.compile(f"[{_MARKS}]+")


def _reveal(found: re.Match[str]) -> str:
    """A letter with its marks -> the letter with its first accent, if there is such a letter; anything hidden -> ""."""
    if found["kept"] or not found["base"]:
        return found["kept"] or ""
    if unicodedata.combining(found["base"]):  # a mark of another script; normalising might change their order
        return found["base"]
    return unicodedata.normalize("NFC", found["base"] + "".join(_MARK.findall(found["marks"])))[0]


# Letters of fancy alphabets. One that is drawn in a box or circle is a picture when it stands alone (🅱, Ⓜ)
_STYLED: dict[str, str] = {"…": "..."}
for _code in (
    *range(0xFF01, 0xFF5F), *range(0x1D400, 0x1D800), *range(0xFB00, 0xFB07),
    *(ord(_char) for _char in "ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨKÅℬℭℯℰℱℳℴℹⅈⅉ"),
):  # fmt: skip
    _folded = unicodedata.normalize("NFKC", chr(_code))
    if _folded != chr(_code) and chr(_code) not in "\u2139":
        _STYLED[chr(_code)] = "'" if _folded == "'" else _folded
_STYLED |= dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_BOXED: dict[str, str] = {}
for _first, _count in ((0x24B6, 52), (0x249C, 26), (0x1F110, 26), (0x1F130, 26), (0x1F150, 26), (0x1F170, 26)):
    for _step in range(_count):
        _BOXED[chr(_first + _step)] = chr(ord("a") + _step % 26)
_FANCY = _class((0x1D400, 0x1D7FF), (0xFF01, 0xFF5E)) + "".join(char for char in _STYLED if ord(char) < 0xFF01)
_ANY_STYLED = re.compile(f"[{_FANCY}]")
_BOXES = _class((0x249C, 0x24E9), (0x1F110, 0x1F129), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))
_ANY_BOXED = re.compile(f"[{_BOXES}]")

# Letters of other scripts that look like Latin ones, folded only in words that hold both: real Russian stays Russian.
# Left out where the sign has a use of its own beside Latin letters: µg, β-blocker, Δ.
_LOOKALIKE = dict(zip("аеорсухіјѕһԁԛԝктмнвп", "aeopcyxijshdqwktmhbn", strict=True))
_LOOKALIKE |= dict(zip("АЕОРСУХІЈЅҺԀԚԜКТМНВП", "aeopcyxijshdqwktmhbn", strict=True))
_LOOKALIKE |= dict(zip("αεηικνορτυχω", "aenikvoptuxw", strict=True))
_LOOKALIKE |= dict(zip("ΑΕΗΙΚΝΟΡΤΥΧΩ", "aehiknoptyxo", strict=True))
_OTHER = "\u0370-\u03ff\u0400-\u052f"
_MIXED = re.compile(f"[a-zA-Z][{_OTHER}]|[{_OTHER}][a-zA-Z]")
_MIXED_WORD = re.compile(f"[a-zA-Z{_OTHER}{_BOXES}]{{2,}}")
_LATIN = re.compile(f"[a-zA-Z]|[{_BOXES}].*[{_BOXES}]")
_PLAIN_LETTERS = {ord(char): latin for char, latin in (_LOOKALIKE | _BOXED).items()}


def _plain_word(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(_PLAIN_LETTERS) if _LATIN.search(word) else word


def _replace(
    text: str, origin: Sequence[int], pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]
) -> tuple[str, Sequence[int]]:
    """Replace what `pattern` finds, keeping the way back. As long as before: letter by letter; else all to the start."""
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for found in pattern.finditer(text):
        start, end = found.span()
        new = by(found)
        pieces += (text[done:start], new)
        places += origin[done:start]
        if len(new) == end - start:
            places += origin[start:end]
        else:
            places += [origin[start]] * len(new)
        done = end
    if not pieces:
        return text, origin
    pieces.append(text[done:])
    places += origin[done:]
    return "".join(pieces), places


def normalise(text: str) -> Normalised:
    """Fold a text for matching: lower case, straight quotes and dashes, no hidden characters, single spaces.

    Fancy alphabets become letters, look-alike letters become Latin inside words that also hold Latin ones, decomposed
    accents are joined and piled-up marks dropped. A run of white space is one space, or one "\\n" if it holds a line
    end. Emoji stay, but for their variation selectors. Takes any string, raises nothing; a second time changes nothing.
    """
    if text.isascii():
        if not _ASCII_ODD.search(text):
            return Normalised(text.lower(), range(len(text) + 1))
        flat = text.translate(_PLAIN)
        places: Sequence[int] = range(len(text) + 1)
        if _ANY_UNSEEN.search(flat):
            flat, places = _replace(flat, places, _UNSEEN, _reveal)
        flat, places = _replace(flat, places, _SPACES, _one_space)
        return Normalised(flat.lower(), places)
    flat = text.translate(_PLAIN)
    places = range(len(text) + 1)
    if _ANY_UNSEEN.search(flat):
        flat, places = _replace(flat, places, _UNSEEN, _reveal)
    if _ANY_STYLED.search(flat):
        flat, places = _replace(flat, places, _ANY_STYLED, lambda found: _STYLED.get(found[0], found[0]))
    if _MIXED.search(flat) or _ANY_BOXED.search(flat):
        flat, places = _replace(flat, places, _MIXED_WORD, _plain_word)
    if "  " in flat or "\n" in flat:
        flat, places = _replace(flat, places, _SPACES, _one_space)
    return Normalised(flat.lower(), places)


def _one_space(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


def unmasked(normal: Normalised) -> Normalised:
    """The same text with offensive words in full: f*ck, sh1t, ret@rd, s p a c e d, stretched. Offsets still lead to the
    original. For word lists of offensive words only: it may spoil harmless words. Nothing to see through: `normal` itself.
    """
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for start, end, word in unmask(normal.text):
        pieces += (normal.text[done:start], word)
        places += normal.origin[done:start]
        if len(word) == end - start:
            places += normal.origin[start:end]
        else:  # each letter leads to the whole of the masked word, by way of its two ends
            places += [normal.origin[start]] * (len(word) - 1) + [normal.origin[end - 1]]
        done = end
    if not pieces:
        return normal
    pieces.append(normal.text[done:])
    places += normal.origin[done:]
    return Normalised("".join(pieces), places)


# Words that end in a full stop inside a sentence. "no." only before a number: "No. 5" but "She said no."
_SHORT = frozenset(
    "dr mr mrs ms prof rev sr jr st e.g i.e eg ie vs cf approx incl esp dept tel ext hosp pt pts nr rd ave fig vol pp ed "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri yr yrs hr hrs mins wk wks".split()
)
_HEARTS = "❤♥💙💚💛💜🧡🖤🤍🤎💕💖💗"
_ENDS = re.compile(
    r"(?P<line>\n)|(?P<loud>[!?][!?.]*[\"')\]]*)(?=\s|$|[^\x00-\u2000])|(?P<stop>(?<!\.)\.[\"')\]]*)(?=\s|$|[^\x00-\u2000])"
    "|(?P<emoji>[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff](?:[ \u200d\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\U000e0061-\U000e007f]*"
    "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\U000e007f])?)"
)
_LAST_WORD = re.compile(r"[^\s\"'(\[]*$")
_LOVER = re.compile(r"\b(?:i|we|you|they)\s?$")


def _is_inside(text: str, found: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence is not: an abbreviation, an initial, "I ❤ my job"."""
    start = found.start()
    if found["stop"]:
        word = _LAST_WORD.search(text, max(0, start - 12), start)
        last = word[0] if word else ""
        if last == "no":
            return bool(re.match(r"\.\s\d", text[start : start + 3]))
        initial = len(last) == 1 and last.isalpha() and last != "i" and last.isascii()
        return (
            last in _SHORT or initial or bool(re.fullmatch(r"(?:[a-z]\.)+[a-z]", last) and last not in ("a.m", "p.m"))
        )
    if found["emoji"]:
        return found[0][0] in _HEARTS and bool(_LOVER.search(text, max(0, start - 6), start))
    return False


def _breaks(text: str) -> Iterator[int]:
    for found in _ENDS.finditer(text):
        if not _is_inside(text, found):
            yield found.end()
    yield len(text)


def sentences(normal: Normalised) -> tuple[tuple[int, int], ...]:
    """The ranges of `normal.text` that are sentences, in order, without the white space around them.

    For informal text: a line end, ". ! ?" before a space, and emoji end a sentence; "Dr.", "e.g.", "J. S.", "4.5" and an
    ellipsis do not. A text of no more than signs and emoji is a sentence too.
    """
    text = normal.text
    ranges: list[tuple[int, int]] = []
    start = 0
    for end in _breaks(text):
        piece = text[start:end]
        body = piece.strip()
        if body:
            first = start + len(piece) - len(piece.lstrip())
            if ranges and not any(
                map(str.isalnum, body)
            ):  # "?!", an emoji on a line of its own: part of what it follows
                ranges[-1] = (ranges[-1][0], first + len(body))
            else:
                ranges.append((first, first + len(body)))
        start = end
    return tuple(ranges)
