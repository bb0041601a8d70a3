"""Which language a post is in, said only when sure; everything else counts as English.

Our rules and our judge know English. A post that is surely in another language is reported as not assessed, and never
as clean; but a short, slangy, Scots or code-mixed English post that is wrongly called foreign would not be assessed
either, so doubt goes to English. Common English words decide most posts; the rest goes to py3langid, a small naive
Bayes model that ships with its package and needs no network.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Words that are common in English posts and mean nothing in the languages that people in the UK also post in
_ENGLISH = frozenset(
    "the and you my is to of it's that for this with was have be are your just not all get so what when out from they "
    "up if we know how who but he she him her his our their them at by or can't don't i'm you're i've i'll we're "
    "there's that's didn't doesn't isn't wasn't been being were will would could should about after again because before "
    "being did does doing going gonna got had has here into its like love make more most much need never new nothing now off "
    "once only other over people please really right same see some still such thank thanks than then there these thing things think those "
    "through time today tomorrow tonight too very want way week well where which while why work year years yes yesterday good great "
    "happy day night morning home back first last every always someone something anyone everyone best better big little "
    "life lol omg ur u im ive dont cant thats whats wanna gotta aint ain't y'all cos coz tho abt bc bout yeah nah bruv fam mate lads suppose "
    "lass wee aye ken didnae dinnae cannae wasnae isnae whit hae gonnae yous youse oor tae wi frae bairn wean innit man's mandem "
    "finna tryna wit dat dis dem ion lowkey deadass patient patients shift ward nurse placement".split()
)
# Words that only Welsh has. py3langid knows Welsh well; these settle what is too short for it.
_WELSH = frozenset(
    "yn yr mae mae'n mae'r dw dwi dwi'n rwy rwy'n rydw rydyn roedd oedd oes wedi fy eich ein eu dy gyda efo hefyd iawn diolch "
    "bore prynhawn nos heddiw heno ddoe yfory fory pawb penblwydd hapus llawen nadolig blwyddyn newydd dda ddim chi chdi nhw "
    "ond achos gan dros dan yma yna'r yw ydi ydy'r ydy bydd bydda byddaf cael gweld mynd gwneud wneud gweithio gwaith ysgol "
    "cymru cymraeg cymry croeso shwmae sut hwyl cariad claf cleifion ysbyty teulu ffrind ffrindiau pob lwc llongyfarchiadau "
    "heb bod dal tra mor fawr mawr bach ardderchog gwych drwg pam pryd beth ble pwy hyn hwn hon honno hynny i'r o'r a'r y'r".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# Names, links and tags say nothing about the language around them
_NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|[@#][^\s]+|\S+@\S+|\brt\b")

# From which of py3langid's probabilities on we believe it, and how much may be English at most (or Nigerian Pidgin or Latin,
# which it mistakes for informal English): by number of words. Of 42,700 English posts one was called foreign.
_SURE = ((6, 0.5, 0.01), (6, 0.8, 0.04), (3, 0.95, 0.02))

_ACCENTED = re.compile("[à-öø-ɏ]")
_NEAR_ENGLISH = ("en", "pcm", "la")

# Scripts that are not Latin say a lot by themselves: enough of one, and no English words, is not English
_OTHER_SCRIPT = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f"
    "\u10a0-\u10ff\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)

# The languages asked about: those written in the UK, Europe, and by its larger communities. Fewer means fewer mistakes.
_ASKED = (
    "af am ar be bg bn br bs ca cs cy da de el en es et eu fa fi fr ga gd gl gu ha he hi hr ht hu hy id ig is it ja jv ka kk "
    "km kn ko ku la lg lt lv mg mk ml mn mr ms my ne nl no om or pa pcm pl ps pt ro ru rw si sk sl sn so sq sr sv sw ta te "
    "th tl tr ug uk ur uz vi xh yo zh zu"
).split()

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gd": "Scottish Gaelic", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "ig": "Igbo", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "ml": "Malayalam", "mr": "Marathi", "ms": "Malay",
    "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovene", "sn": "Shona", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "yo": "Yoruba", "zh": "Chinese",
    "zu": "Zulu",
}  # fmt: skip


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_ASKED)
    return identifier


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of a folded text (`Normalised.text`); "" if it is too short to tell.

    Any code but "en" and "" means: surely not English. A post in two languages is English when a good part of it is.
    """
    words = _WORD.findall(text)
    english = sum(word in _ENGLISH for word in words)
    if english >= 2 and english * 7 >= len(words):
        return "en"
    plain = _NOT_WORDS.sub(" ", text)
    words = _WORD.findall(plain)
    letters = sum(map(len, words))
    strange = len(_OTHER_SCRIPT.findall(plain))
    if not words or letters < (3 if strange * 2 > letters else 10):
        return ""
    english = sum(word in _ENGLISH for word in words)
    if english * 4 >= len(words) and strange * 2 < letters:
        return "en"
    welsh = sum(word in _WELSH for word in words)
    if welsh >= 2 and welsh * 4 >= len(words) and welsh > english:
        return "cy"
    long_words = sum(len(word) > 1 for word in words)
    if long_words < 3 and strange * 2 <= letters:
        return ""
    ranked = dict(_identifier().rank(" ".join(words)))
    best = max(ranked, key=ranked.__getitem__)
    if strange * 2 > letters:
        return "en" if best in _NEAR_ENGLISH else str(best)
    doubt = sum(ranked[code] for code in _NEAR_ENGLISH)
    if not english and _ACCENTED.search(plain):  # what English words rarely have
        long_words *= 2
    sure = any(long_words >= least and ranked[best] >= share and doubt <= most for least, share, most in _SURE)
    return str(best) if sure and best not in _NEAR_ENGLISH and english * 5 <= len(words) else "en"
