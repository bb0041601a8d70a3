"""Finds posts that are harmless one by one and together show who one service user is, also across platforms.

Posts belong together if they share distinctive words ("the narwhal brace", "narwhal leotard") that are rare in the
person's own history and not among the common words that ship here, soon enough after each other. One of them must speak
of somebody in care, by the judge or by its words; between them they must hold a workplace or a place, and kinds of clues
that no single one holds. Family, pets, teaching, published and agreed stories silence what shares their words. Better a
miss than a wrong accusation: most groups that are only hinted at are missed, and the report promises nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

from audit.clues import (
    KINDS,
    PERSON,
    PLACE,
    WORD,
    WORKPLACE,
    WORKPLACE_WORDS,
    Finder,
    brings_somebody_new,
    gender,
    nicknames,
    stem,
    stems,
)
from audit.judge.judge import GLIMPSE, Verdict
from audit.language import Reading
from audit.matching import OTHERS_WORDS
from audit.results import Match
from audit.rule_files import alternation, read_words
from audit.rulebook import Rulebook, rules_folder
from audit.text import normalise, sentences

OFTEN = 4  # a word in more posts of the person than this is their own word, not one service user's
SOON, LATER, WITHIN = timedelta(days=14), timedelta(days=45), timedelta(days=420)  # between two posts
USUAL = 1400  # so many of the commonest words tie nothing together, however seldom the person uses them
TAKEN_UP = ("like", "share", "follow", "join", "comment")
QUIET = timedelta(days=30)
FEW = 4  # posts about people in care in so long a time before and after
LONG = 250  # characters
HINT = 0.1  # the probability from which the judge more than may see somebody in care
PLAIN = 0.7  # the probability from which it sees one plainly
NEEDED = 3  # kinds of clues
LARGEST = 6  # posts in a group; more that share words are a hobby


# The author's own: "my nan", "Nan is home"; not "told his mam", "her own dad", "with Dad", "mum's pies"
_FAMILY = re.compile(
    r"\b(?:my|our|me) (?:\w+ )?(?:mum|mam|ma|mom|mother|dad|da|father|nan|nana|gran|granny|grandma|grandad|grandpa|brother|sister|aunt|auntie|"
    r"uncle|cousin|wife|husband|partner|boyfriend|girlfriend|son|daughter|kids|niece|nephew|mate|friend|neighbour|dog|cat|horse)\b"
    r"|(?<!his )(?<!her )(?<!their )(?<!own )(?<!the )(?<!a )(?<!with )(?<!tell )\b(?:mum|mam|mam-gu|nan|nana|granny|grandad|dad|auntie|taid|nain)\b(?!'s| of\b)"
)
_RELATIVES = frozenset(
    "mum mam ma mom mother dad da father nan nana gran granny grandma grandad grandpa brother sister aunt auntie uncle cousin wife husband "
    "partner boyfriend girlfriend son daughter kids niece nephew mate friend neighbour dog cat horse mam-gu taid nain mum's mam's dad's nan's".split()
)
_WORK_WORDS = frozenset(
    "shift crew crews us call visit visits clinic placement road callout call-out office today's".split()
)
_AT_WORK = re.compile(
    r"\b(?:shift|crews?|that was us|on call|visits?|clinic|placement|on the road|call-?out|today's office)\b"
)
PETS = (
    "vet",
    "vets",
    "spaniel",
    "puppy",
    "kitten",
    "wagged",
    "paws",
    "haynet",
    "equine",
    "hamster",
    "guinea pig",
    "stable",
    "the cat's",
    "litter tray",
)
TEACHING = ("made-up patient", "manikin", "case for week", "lecture", "module", "osce", "our students", "exam")
AGREED = (
    "blessing",
    "written consent",
    "consented",
    "asked me to post",
    "asked me to share",
    "okayed this",
    "with permission",
    "said i could",
    "co-author",
)
CARE = (
    "clinic",
    "appointment",
    "discharge",
    "discharged",
    "assessment",
    "rehab",
    "stairs",
    "walked",
    "frame",
    "treated",
    "theatre",
    "board",
    "referral",
    "we've met",
    "today's list",
    "first job of the day",
    "shout",
    "the job",
    "shift",
)


@dataclass(frozen=True, slots=True)
class Trace:
    """What is remembered of a post that may belong to a group."""

    row: int
    kind: str
    at: datetime | None
    text: str
    within: str  # the field that `text` is
    anchor: bool  # it speaks of somebody in care
    silent: bool  # it speaks of family, pets, teaching or consent: what shares its words is not about a service user
    of_somebody: bool  # it speaks of a person, or of what was done for somebody
    sight: float | None  # how likely the judge finds `confidentiality`; None: it was not asked
    employers: tuple[str, ...]  # places of work that it names
    placed: bool  # it speaks of work and of a place
    telling: tuple[str, ...]  # words that may tie it to other posts


class _List:
    """A list of words and phrases, asked with the words of a post at hand: most posts have not even a first word of one."""

    def __init__(self, terms: tuple[str, ...]) -> None:
        self._first = frozenset(found[0] for term in terms if (found := WORD.search(term)))
        self._pattern = alternation(terms)

    def stands_in(self, words: set[str], folded: str) -> bool:
        return not words.isdisjoint(self._first) and self._pattern.search(folded) is not None


class Combination:
    """Collects what may belong together, and says at the end what does."""

    name = "combination"

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.by_detector(self.name)
        words = read_words(rules_folder() / "words")
        self._finder = Finder(words)
        self._names = {stem(name) for name in words["first-names"]}  # they tie pets and friends together as well
        self._care = _List((*words["service-users"], *words["care-settings"], *words["conditions"], *CARE))
        self._silence = _List((*(set(words["not-a-real-case"]) - {"made up"}), *PETS, *TEACHING, *AGREED))
        self._seen: dict[int, Trace] = {}
        self._workplaces: list[Trace] = []
        self._employers: set[str] = set()
        self._placed: list[Trace] = []
        self._rows: dict[str, list[int]] = defaultdict(list)
        self._counts: Counter[str] = Counter()

    def trace(self, reading: Reading, verdict: Verdict | None) -> Trace | None:
        """What to remember of a post; None if it can belong to no group. Remembers nothing itself."""
        if not self._rules or reading.language not in ("", "en"):
            return None
        folded = reading.normal.text
        others = reading.of_context or reading.kind in OTHERS_WORDS
        words = set(WORD.findall(folded))
        sight = None if verdict is None else verdict.concerns.get("confidentiality", 0.0)
        silent = self._silence.stands_in(words, folded)
        family = not words.isdisjoint(_RELATIVES) and _FAMILY.search(folded) is not None
        told = PERSON.search(folded) is not None
        cared = sight >= GLIMPSE if sight is not None else self._speaks_of_care(words, folded)
        silent = silent or (family and cared)
        employers: tuple[str, ...] = ()
        if not (others or words.isdisjoint(WORKPLACE_WORDS)):
            employers = tuple(hit[0] for hit in WORKPLACE.finditer(reading.text))
        at_work = not (others or silent or family or words.isdisjoint(_WORK_WORDS)) and _AT_WORK.search(folded)
        made = Trace(
            reading.row,
            reading.kind,
            reading.created_at,
            reading.text,
            "context" if reading.of_context else "text",
            anchor=(told or sight is not None) and cared and not (others or silent or family),
            silent=silent,
            of_somebody=told or cared,
            sight=sight,
            employers=employers,
            placed=bool(at_work and PLACE.search(reading.text)),
            telling=tuple(_telling(words) - self._names),
        )
        return made if made.telling or made.anchor or made.employers or made.placed else None

    def remember(self, traces: Iterable[Trace]) -> None:
        """Take in the traces of further posts, in the order of the posts frame."""
        for trace in traces:
            if trace.employers:
                self._workplaces.append(trace)
                self._employers.update(trace.employers)
            if trace.placed:
                self._placed.append(trace)
            for item in trace.telling:
                self._counts[item] += 1
                if self._counts[item] <= OFTEN:
                    self._rows[item].append(trace.row)
                else:
                    self._rows.pop(item, None)
            if trace.telling or trace.anchor:
                self._seen[trace.row] = replace(trace, telling=())

    def _speaks_of_care(self, words: set[str], folded: str) -> bool:
        return self._care.stands_in(words, folded) or self._finder.speaks_of_care(folded)

    def finish(self) -> Iterator[Match]:
        """A match for each group, at the post whose removal undoes most."""
        for group in self._groups():
            match = self._match(group)
            if match is not None:
                yield match

    def _groups(self) -> list[list[Trace]]:
        shared: dict[tuple[int, int], set[str]] = defaultdict(set)
        for item, rows in self._rows.items():
            if len(rows) < 2 or any(row in self._seen and self._seen[row].silent for row in rows):
                continue
            for one, other in combinations(rows, 2):
                if one in self._seen and other in self._seen:
                    shared[one, other].add(item)
        neighbours: dict[int, set[int]] = defaultdict(set)
        for (one, other), items in shared.items():
            first, second = self._seen[one], self._seen[other]
            if (first.anchor or second.anchor) and _linked(first, second, items, self._employer(first, second)):
                neighbours[one].add(other)
                neighbours[other].add(one)
        for first, second in self._continued():
            neighbours[first.row].add(second.row)
            neighbours[second.row].add(first.row)
        groups, done = [], set[int]()
        for row in sorted(neighbours):
            if row in done:
                continue
            group, todo = set[int](), [row]
            while todo:
                here = todo.pop()
                if here not in group:
                    group.add(here)
                    todo += neighbours[here]
            done |= group
            if len(group) <= LARGEST:
                groups.append([self._seen[member] for member in sorted(group)])
        return groups

    def _continued(self) -> Iterator[tuple[Trace, Trace]]:
        """Two posts about somebody in care, the later of which speaks as if its readers knew who is meant.

        Only where the person seldom writes about people in care: otherwise nobody could tell that it is the same one.
        """
        dated = sorted((p.at, p.row, p) for p in self._seen.values() if p.at and (p.anchor or p.silent))
        times = [at for at, _, _ in dated]
        for number, (at, _, later) in enumerate(dated):
            around = [p for _, _, p in dated[bisect_left(times, at - QUIET) : bisect_right(times, at + QUIET)]]
            if not self._hints(later) or len(around) > FEW or any(p.silent for p in around):
                continue
            folded = normalise(later.text).text
            sex = gender(folded)
            if not sex or brings_somebody_new(folded):
                continue
            for when, _, earlier in reversed(dated[:number]):
                if at - when > QUIET:
                    break
                if gender(normalise(earlier.text).text) == sex and self._hints(earlier):
                    yield earlier, later
                    break

    def _hints(self, post: Trace) -> bool:
        """Whether a post speaks of somebody in care, and not so plainly that no other post is needed."""
        return post.anchor and (post.sight is None or HINT <= post.sight < PLAIN)

    def _place_near(self, group: list[Trace]) -> Trace | None:
        """A post about work with a place in it, at most two days from one of the group."""
        times = [post.at for post in group if post.at is not None]
        for post in self._placed:
            if post.at is not None and any(abs(post.at - at) <= timedelta(days=2) for at in times):
                return post
        return None

    def _workplace(self, group: list[Trace]) -> Trace | None:
        """The last of the other posts with a workplace in it that was there, as far as we know, when the group was posted."""
        rows = {post.row for post in group}
        last = max((post.at for post in group if post.at), default=None)
        for post in reversed(self._workplaces):
            if post.row not in rows and (post.at is None or last is None or post.at <= last):
                return post
        return None

    def _employer(self, one: Trace, other: Trace) -> bool:
        """Whether one of two posts takes up what the person's own workplace said."""
        taken = [post.text for post in (one, other) if post.kind in TAKEN_UP]
        return any(name in text for text in taken for name in self._employers)

    def _match(self, group: list[Trace]) -> Match | None:
        clues = {post.row: list(self._finder.clues(post.text, normalise(post.text))) for post in group}
        kinds = {row: {clue.kind for clue in found} for row, found in clues.items()}
        together = set().union(*kinds.values())
        work = self._workplace(group)
        if work:
            together.add("workplace")
        if not together & {"workplace", "place"} and (work := self._place_near(group)):
            together.add("place")
        if not together & {"workplace", "place"} or len(together) < NEEDED:
            return None
        if max(map(len, kinds.values())) >= len(together):
            return None
        own = [post for post in group if post.anchor]
        central = max(own, key=lambda post: (len(kinds[post.row] - {"time"}), len(clues[post.row]), -post.row))
        linked = [post.row for post in (*group, work) if post and post is not central]
        rest = together - kinds[central.row] if together - kinds[central.row] else together
        named = [KINDS[kind] for kind in KINDS if kind in rest]
        return Match(
            central.row,
            self._rules[0].id,
            tuple(
                sorted(
                    {clue.span(central.within) for clue in clues[central.row]}, key=lambda s: (s.start, s.end, s.label)
                )
            ),
            "medium",
            linked=tuple(sorted(linked)),
            remark=f"Your other posts add {_listed(named)}.",
        )


def _linked(one: Trace, other: Trace, items: set[str], employer: bool) -> bool:
    """Whether shared words tie two posts to one person.

    A rare word counts two, a less common one one; "the …" of somebody already spoken of one more, a name made of it
    ("tortoise boy") two more. The longer apart, the more is needed.
    """
    if one.at is None or other.at is None:
        return False
    earlier, later = (one, other) if one.at <= other.at else (other, one)
    apart = abs(one.at - other.at)
    known, _ = _common()
    points = sum(1 if item in known else 2 for item in items)
    folded = normalise(later.text).text
    named = any(items & name for post in (one, other) for name in nicknames(normalise(post.text).text))
    if named:
        points += 2
    elif any(re.search(rf"\b(?:the|our|my|that|this|his|her) (?:[\w-]+ )?{re.escape(item)}", folded) for item in items):
        points += 1
    if one.anchor and other.anchor:
        points += 1
    if max(len(one.text), len(other.text)) > LONG:
        points -= 1  # long posts share words by chance
    if earlier.kind in TAKEN_UP or later.kind in TAKEN_UP:
        return apart <= SOON and ((points >= 4 and not items <= known) or employer)
    if not named and not (one.of_somebody and other.of_somebody):
        return False
    if len(items) == 1 and not any(_beside_person(post.text, *items) for post in (one, other)):
        return False
    return points >= (3 if apart <= LATER else 4 if apart <= WITHIN else 99)


def _beside_person(text: str, item: str) -> bool:
    """Whether a word stands in a sentence about somebody."""
    normal = normalise(text)
    cuts = (normal.text[start:end] for start, end in sentences(normal))
    return any(item in stems(sentence) and PERSON.search(sentence) for sentence in cuts)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _telling(words: set[str]) -> set[str]:
    """Stems of the words of a post that not everybody uses all the time."""
    _, usual = _common()
    return {made for word in words - usual if len(word) > 3 and len(made := stem(word)) > 3 and made not in usual}


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    """Words that tie nothing together; and the commonest of them, which do not even in a pair."""
    lines = (Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    return frozenset(words), frozenset(words[:USUAL])
