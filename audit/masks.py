"""Offensive words that hide behind signs, digits, spaces or stretched letters, and what they stand for.

Signs stand for any letter, so only a list can say which: `WORDS` holds the stems that people mask. Digits and signs that
look like one letter are read as that letter where most of the word is letters. Whether a word matters here is for the
rules to say; this only spells it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

# Stems, the commoner reading first: "s**t" is "shit" before it is "slut". Endings are in `_ENDING`.
WORDS = (
    "fuck fucking fucker fucked motherfucker motherfucking shit shitty bullshit cunt bitch bitches bastard bastards "
    "dick dickhead cock cocksucker prick pussy arse arsehole ass asshole asses wank wanker twat slag slut slutty whore "
    "bollocks bugger piss pissed crap damn hell tits tosser bellend minge skank hoe cum porn sex sexy rape raped rapist "
    "nigger nigga niggers niggas coon paki pakis chink chinky spic wog gook kike yid kaffir towelhead raghead golliwog "
    "gypo gyppo pikey pikeys tranny trannies shemale fag faggot faggots fags dyke dykes lesbo lezzer queer homo poof "
    "poofter puff batty sodomite retard retards retarded retarding spastic spaz spastics spacker mong mongol cripple cripples "
    "midget psycho nutter schizo lunatic mental junkie crackhead scum vermin parasite kill kys die suicide jew jews muslim "
    "muslims islam black blacks gay gays trans terf nazi nazis hitler"
).split()
_KNOWN = frozenset(WORDS)
_ENDING = re.compile(r"(?:s|es|ed|er|ers|ing|in|y|able|head|heads|face|hole)$")

_LONGEST = 40  # nobody reads a word through more signs than that; it also bounds the work
_LETTER = str.maketrans("013457@$!+€£", "oieastasitel")
# A quick look that most posts fail
_GATE = re.compile(r"[a-z][*#@$!+€£0-9._-]+[a-z]|[*]{2}|[@$][a-z]|\b[a-z0-9]([ ._*-])[a-z0-9]\1[a-z0-9]\b|([a-z])\2\2")
# Three and more single letters with the same sign between them: "f u c k", "r.e.t.a.r.d"
_SPACED = re.compile(
    r"(?<![^\W_])(?<![a-z0-9]['.-])[a-z0-9@$]([ ._*-])[a-z0-9@$](?:\1[a-z0-9@$])+(?![^\W_]|[._*-][a-z0-9]|'[a-z])"
)
_LINK = re.compile(r"https?://\S+|[^\s@]{1,64}@[^\s@]{1,64}\.\w+")  # links and addresses hide nothing
_TOKEN = re.compile(r"(?<![^\s\"'(\[,.:;/#-])[a-z0-9*#@$!+€£._-]*[a-z][a-z0-9*#@$!+€£._-]*")
_WILD = re.compile(r"[*#@$!+€£._-]")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_LOOKS = re.compile(r"[013457@$!+€£]")
# Read as a letter also in a word that is not on the list: a digit or sign between letters, one or two of them ("sl@gs")
_INNER = re.compile(r"[a-z]+[0134@$5]{1,2}[a-z]+(?:[0134@$5][a-z]+)?")


def unmask(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, word) for each masked word of a folded text, in order and apart from each other."""
    if not _GATE.search(text):
        return
    apart = [(*found.span(), "") for found in _LINK.finditer(text)]
    for found in _SPACED.finditer(text):
        letters = found[0][::2]
        if sum(map(str.isalpha, letters)) * 2 > len(letters):
            apart.append((*found.span(), _letters(letters)))
    done = 0
    for start, end, word in [*sorted(apart), (len(text), len(text), "")]:
        for found in _TOKEN.finditer(text, done, start):
            bare = found[0].lstrip("._-+")  # "...in", "-and": signs before a word are punctuation
            first, token = found.end() - len(bare), bare.rstrip("!.-_+#")
            plain = _plain(token) if 0 < len(token) <= _LONGEST else None
            if plain is not None and plain != token:
                yield first, first + len(token), plain
        if word and start >= done:
            yield start, end, word
        done = max(done, end)


def _letters(token: str) -> str:
    return token.translate(_LETTER)


@lru_cache(maxsize=4096)
def _plain(token: str) -> str | None:
    """What a token stands for; None if it hides nothing we know."""
    if token.isalpha():
        return _unstretched(token)
    if token.isdigit() or token[0] == "@" or "://" in token:
        return None
    if _LOOKS.search(token) and sum(map(str.isalpha, token)) * 2 > len(token):
        read = _letters(token)
        word = read if read.isalpha() and _is_known(read) else _unstretched(read)
        if word and _is_known(word):
            return word
        if len(token) <= 12 and _INNER.fullmatch(token):
            return read
    if _WILD.search(token[1:]) or token[0] == "*":
        return _guess(token)
    return None


def _is_known(word: str) -> bool:
    return word in _KNOWN or _ENDING.sub("", word) in _KNOWN


def _unstretched(word: str) -> str | None:
    """ "fuuuck" -> "fuck", "niiiggggger" -> "nigger"; None if no letter is drawn out."""
    runs = len(_STRETCHED.findall(word))
    if not runs:
        return None
    for lengths in product((1, 2), repeat=min(runs, 4)):
        length = iter(lengths)
        candidate = _STRETCHED.sub(lambda found, length=length: found[1] * next(length, 1), word)  # type: ignore[misc]
        if _is_known(candidate):
            return candidate
    return _STRETCHED.sub(r"\1", word)


def _guess(token: str) -> str | None:
    """The known word that fits a token with signs for letters: one letter for each sign, or any number for a run of them.

    Signs that only separate ("fu-ck", "re.tard") may also stand for no letter at all.
    """
    bare = _WILD.sub("", token)
    if not bare.isalpha() and not _LOOKS.search(token):
        return None
    ending = _ENDING.search(bare)
    if bare in _KNOWN:
        return bare
    if len(bare) < 2 and (len(token) > 5 or not token[0].isalpha()):
        return None  # one letter says too little, unless it is the first of a short word
    fits = [re.compile(_WILD.sub("[a-z]", _letters_kept(token)))]
    if "*" in token:
        fits.append(re.compile(re.sub(r"[*]+", "[a-z]{1,4}", re.escape(token).replace(r"\*", "*"))))
    for fit in fits:
        for word in WORDS:
            if fit.fullmatch(word):
                return word
        if ending:
            for word in WORDS:
                if fit.fullmatch(word + ending[0]):
                    return word + ending[0]
    return None


def _letters_kept(token: str) -> str:
    return re.sub(r"[0-9]", lambda digit: _letters(digit[0]), token)
