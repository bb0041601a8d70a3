"""What in a post could tell a reader which service user is meant: kinds of clues, and how they are found.

Patterns look at normalised text (small letters) or, for places, at the original. One clue hides nobody's name by itself;
`audit.detectors.combination` asks what several posts say together. Word lists are those of `rules/words/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from audit.results import Span
from audit.rule_files import alternation
from audit.text import Normalised

# Kind -> what the report calls it. The order is the order in which a remark names them.
KINDS = {
    "workplace": "where you work or worked",
    "place": "a place",
    "time": "when it was",
    "condition": "what was wrong or what was done",
    "age": "an age",
    "life": "a job, a hobby or a family",
    "quote": "somebody's own words",
    "outcome": "what became of them",
    "event": "an event that others know of",
}

_NUMBER = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELT = "(?:" + "|".join(_NUMBER) + ")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_AGE = re.compile(
    rf"\b(?:aged?|at|just|only|is|was|he's|she's|turn(?:s|ed|ing)?) (?:1?\d{{1,2}}|{_SPELT})(?= ?(?:[.,;!?)]|$|years? old|today|now|and|with))"
    rf"|\b(?:1?\d{{1,2}}|{_SPELT})[- ]?(?:years?|yrs?|months?|weeks?)[- ]?(?:old|young)\b|\b(?:1?\d{{1,2}}) ?(?:yo|y/o|yr old)\b"
    rf"|(?:^|[.!?,(] )\d{{2}}(?=, (?:a |an |retired|ex|still|and|two|lives|mother|father|never))"
    rf"|\b(?:in (?:his|her|their) (?:\w+ )?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\d0s))\b"
    r"|\b(?:centenarian|teenager|newborn|toddler|pensioner|octogenarian|nonagenarian|(?:ninetieth|hundredth|\d{2,3}th) birthday)\b"
)
_TIME = re.compile(
    r"\b(?:today|tonight|yesterday|this (?:morning|afternoon|evening|week|month)|last (?:night|week|month)|tomorrow|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:on|since|last|next|this|by) (?:mon|tues?|weds?|thurs?|fri|sat|sun)|"
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)|"
    r"(?:in|since|last|until|till|of|early|late) (?:january|february|march|april|june|july|august|september|october|november|december)|"
    r"christmas|xmas|easter|halloween|bonfire night|valentine's|new year's|hogmanay|boxing day|bank holiday|"
    r"(?:[1-9]|1[0-2])(?:[.:]\d\d)? ?(?:am|pm)|night shift|on nights|week \w+ of|day (?:one|two|three|\d+))\b"
)
_DONE = re.compile(
    r"\b(?:operation|surgery|craniotomy|transplant|transfusion|dialysis|radiotherapy|bypass|stent|pacemaker|scan(?:ned)?|mri|biopsy|"
    r"stitches|sling|splints?|brace|cast|frame|walker|wheelchair|hoist|crutches|sockets?|orthosis|afos?|insoles?|hearing aids?|"
    r"new (?:hip|knee|leg|kidney|liver|heart)|(?:hip|knee|shoulder) replacement|hips?|knees?|pelvis|femur|ankles?|wrists?|spine|achilles|acl|"
    r"rehab|rehabilitation|fits?|seizures?|collapsed|resus|rosc|defib|cpr|bleed|haemorrhage|infection|wound|pneumonia|concussion|"
    r"clash of heads|headaches|panic|grief|stammer|voice box|laryngectomy|swallow|thickened|aphasia|diagnos(?:is|ed)|relapsed?|"
    r"twins|triplets|quads|delivery|labour|antenatal|chemo|brain|tribunal|parole|hearing|care order|removed|fostered|placement order)\b"
)
_JOB = (
    r"farmer|shepherd|miner|collier|fisherman|trawlerman|teacher|head ?(?:teacher|master|mistress)|vicar|"
    r"priest|canon|minister|nun|footballer|jockey|boxer|swimmer|dancer|ballerina|singer|soprano|tenor|"
    r"conductor|pianist|violinist|drummer|busker|organist|bell ?ringer|trampolin\w+|gymnast|referee|"
    r"umpire|goalkeeper|striker|captain|keeper|pilot|driver|postman|postie|milkman|butcher|baker|barber|"
    r"hairdresser|florist|publican|landlord|builder|plumber|electrician|joiner|mechanic|soldier|veteran|"
    r"sailor|submariner|codebreaker|firefighter|fireman|policeman|policewoman|detective|lollipop|beekeeper|"
    r"auctioneer|lighthouse keeper|bishop|drummer|curator|cobbler|cooper|saddler|jeweller|magician|clown|"
    r"ballerina|astronomer|archivist|librarian|judge|magistrate|diplomat|explorer|diver|climber|cyclist|"
    r"runner|rower|wrestler|darts player|snooker player|pigeon(?:s| fancier)?|gardener|sculptor|painter|"
    r"poet|author|councillor|mayor|chef|dinner lady|seamstress|weaver|tailor|clockmaker|blacksmith|"
    r"farrier|thatcher|stonemason|signalman"
)
_LIFE = re.compile(
    r"\b(?:retired|ex-?|former|used to (?:be|drive|play|work|teach|run|fly|sing)|(?:works?|worked) (?:as|at|in|on)|"
    r"for a living|years? (?:in|on|of|as|with|down) |career|"
    rf"{_JOB}|"
    r"allotment|choir|brass band|morris|marathon|ukulele|accordion|harmonica|bagpipes|pipes|"
    r"(?:his|her|their) (?:wife|husband|partner|daughters?|sons?|twins?|mum|mam|dad|mother|father|brothers?|sisters?|granny|gran|nan|dog|cat|horse|parrot|boat|shop|farm|band|team|club|choir|church|school|wedding)|"
    r"married|wedding|engaged|newly ?weds|brothers|sisters|siblings|triplets|twins?)\b"
)
_QUOTE = re.compile(r"(?:\"|(?<!\w)')[^\"'\n]{12,}?(?:\w'\w[^\"'\n]*)*(?:\"|'(?!\w))")
_OUTCOME = re.compile(
    r"\b(?:(?:off|went|go(?:es|ing)?|got|is|back|sent|discharged|heading|finally|he's|she's) home|discharged|passed away|died|went (?:on the|very) \w+|"
    r"kept (?:his|her|their) \w+|lost (?:his|her|their) \w+|walk(?:s|ed|ing)? (?:out|in|to|into|again|down|the)|(?:did|climbed|managed) (?:the|all) \w*\s?stairs|first (?:steps?|words?)|"
    r"back (?:on|up|in|to) (?:his|her|the|that)|made it|pulled through|isn't (?:coming|going)|won't (?:see|walk|make)|all clear|"
    r"full recovery|cleared|signed off|released|sentenced|jailed|moved (?:to|in)|told (?:his|her) (?:mam|mum|wife|family))\b"
)
_EVENT = re.compile(
    r"\b(?:shows?|regatta|f[êe]te|festival|wedding|match|semis?|semi-?final|(?:cup|county|show|school) final|concert|recital|carols?|parade|carnival|"
    r"marathon|parkrun|ceremony|award|(?:first|second|third) prize|took first|won|medal|bronze|silver medal|nationals|election|vote|council chamber|"
    r"eisteddfod|exhibition|scarecrow|bonfire|in the (?:paper|papers|news)|on the (?:news|telly|radio)|anniversary|birthday|candles|funeral|"
    r"crash|accident|airlifted|rescue[d]?|flood|smoke|fire crews|went up in|explosion|collapse|jailed|sentenced|trial|inquest|verdict|"
    r"debut|album|recording|world record|first (?:ever|in)|palace|mayor's|retires|retirement)\b"
)
# One of these stands in every workplace; looking for words first is many times quicker
WORKPLACE_WORDS = frozenset(
    "hospital infirmary centre clinic hospice home house court lodge grange school academy council trust prison surgery practice station "
    "partnership general royal unit ward rfc fc service services team pathology hmp hmyoi ysbyty st bay".split()
)
WORKPLACE = re.compile(
    r"\b(?:[A-Z][\w'’.&-]+,? (?:(?:[A-Z][\w'’.&-]+|of|the|and|&),? ){0,4}"
    r"(?:Hospital|Infirmary|Health Centre|Medical Centre|Clinic|Hospice|Care Home|Nursing Home|House|Court|Lodge|Grange|School|Academy|"
    r"Council|Trust|Prison|Centre|Surgery|Practice|Station|Partnership|General|Royal|Unit|Ward|RFC|FC|Ambulance Service|Services?|Team|Pathology)"
    r"|(?:HMP|HMYOI|Ysbyty|St\.? [A-Z]\w+'?s) [A-Z]\w+(?: [A-Z]\w+)?|[Ww]ard \d+\w?|[Bb]ay \d+)\b"
)
PLACE = re.compile(
    r"\b(?:in|at|near|outside|from|to|of|on|up|over|round|through|off|out)(?: the)? (?-i:[A-Z][a-z]{2,}(?:[- ][A-Z][a-z]+)*)|\b[AM]\d{1,4}\b"
)
_NO_PLACE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december christmas easter facebook instagram twitter linkedin youtube netflix god mum dad nan i hcpc nhs covid".split()
)

_NOUN = "man|lady|woman|gentleman|gent|chap|lad|lass|fella|fellow|bloke|guy|boy|girl|kid|child|bairn|baby|couple|family|brothers|sisters|twins"
PERSON = re.compile(
    rf"\b(?:he|she|him|her|his|hers|(?:he|she)'(?:s|d|ll)|{_NOUN}|lads|boys|girls|old boy|old dear|somebody|someone|toddler|teenager|"
    r"patient|client|service user|resident|mother|triplets|(?:saluted|asked|told|called|thanked|hugged|beat|winked at|waved at|smiled at) (?:me|us))\b"
    rf"|\b(?:the|our|my) (?:\w+ )?(?:{_JOB})\b"
)
# Names that people get: "our sweet pea man", "tortoise boy", "the lad from the combine"
_NICKNAMES = (
    re.compile(
        rf"(?:\b(?:the|our|my|that|this) |^|[.!?\n] ?)((?:[a-z]+(?:-[a-z]+)? ){{2}})(?:{_NOUN}|lads|boys|girls)\b"
    ),
    re.compile(rf"\b([a-z]+(?:-[a-z]+)? )(?:{_NOUN}|lads|boys|girls)\b"),
    re.compile(rf"\b(?:{_NOUN}) (?:from|with|of|in|off) the ([a-z]+)"),
)
_TRADE = re.compile(rf"\b(?:the|our|my) ((?:\w+ )?(?:{_JOB}))\b")  # "the auctioneer": somebody already spoken of

WORD = re.compile(r"[a-z][a-z'-]*[a-z]|\d{2,4}(?=\D|$)")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its commonest endings: `saluted` and `salute` are one, so are `raincoats` and `raincoat`."""
    word = word.removesuffix("'s").strip("'-")
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        if len(word) - len(ending) >= 4 and word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """The stems of a normalised text, in order."""
    return [stem(word) for word in WORD.findall(text)]


def nicknames(folded: str) -> Iterator[frozenset[str]]:
    """The stems of what stands before "man", "lady", "boy" …, or after "the lad from the"."""
    for pattern in (*_NICKNAMES, _TRADE):
        for hit in pattern.finditer(folded):
            yield frozenset(stems(hit[1]))


_HE = re.compile(r"\b(?:he|him|his|he's|he'd|he'll)\b")
_SHE = re.compile(r"\b(?:she|her|hers|she's|she'd|she'll)\b")
_NEW = re.compile(
    rf"\b(?:a|an|one|another|new|first|two|three|some|every|each|any|elderly|old|young|tonight's|today's) (?:[\w'-]+ ){{0,2}}(?:of (?:my|our) )?(?:{_NOUN}|lads|"
    rf"patients?|pts?|clients?|residents?|service users?|{_JOB})\b"
)


def gender(folded: str) -> str:
    """ "he" or "she" if a post speaks of nobody else, else ""."""
    he, she = _HE.search(folded), _SHE.search(folded)
    return "" if bool(he) == bool(she) else "he" if he else "she"


def brings_somebody_new(folded: str) -> bool:
    """Whether a post introduces the person that it speaks of: "a lady", "another patient"."""
    return _NEW.search(folded) is not None


@dataclass(frozen=True, slots=True)
class Clue:
    """One clue of one post: its kind and where it stands in the original text."""

    kind: str
    start: int
    end: int

    def span(self, within: str) -> Span:
        return Span(self.start, self.end, KINDS[self.kind], within)  # type: ignore[arg-type]


class Finder:
    """Finds clues, with the lists of `rules/words/`."""

    def speaks_of_care(self, folded: str) -> bool:
        """Whether something was wrong with somebody, was done for them or became of them."""
        return bool(_DONE.search(folded) or _OUTCOME.search(folded) or self._condition.search(folded))

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._condition = alternation(words["conditions"])

    def clues(self, text: str, normal: Normalised) -> Iterator[Clue]:
        """Every clue of a post; a kind may come more than once."""
        folded = normal.text
        for kind, pattern in (
            ("time", _TIME),
            ("condition", _DONE),
            ("condition", self._condition),
            ("age", _AGE),
            ("life", _LIFE),
            ("quote", _QUOTE),
            ("outcome", _OUTCOME),
            ("event", _EVENT),
        ):
            for hit in pattern.finditer(folded):
                yield Clue(kind, *normal.back(*hit.span()))
        for hit in WORKPLACE.finditer(text):
            yield Clue("workplace", *hit.span())
        for hit in PLACE.finditer(text):
            name = hit[0].split()[-1].lower()
            if name not in _NO_PLACE:
                yield Clue("place", *hit.span())
