"""What an audit found, as plain frozen records: everything that a report needs, and nothing that it must look up elsewhere.

No rules, no libraries, no clock: detectors and scoring fill these, reports read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from importers.posts import Coverage

Action = Literal["keep", "consider", "review", "delete"]
ACTIONS: tuple[Action, ...] = ("keep", "consider", "review", "delete")  # weakest first
Confidence = Literal["low", "medium", "high"]
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")
JUDGED = ("en", "")  # languages of a post that was judged; "" = too short to tell
OUTSIDE = "posts outside the days that you chose"  # `NotAssessed.what` for those that `--since` and `--until` leave out
OTHER_LANGUAGES = "posts in "  # how `NotAssessed.what` begins for posts in one that we do not judge: "posts in Welsh"


def stronger(one: Action, other: Action) -> Action:
    """The stronger of two actions."""
    return max(one, other, key=ACTIONS.index)


def weaker(one: Action, other: Action) -> Action:
    """The weaker of two actions."""
    return min(one, other, key=ACTIONS.index)


@dataclass(frozen=True, slots=True)
class Span:
    """Words that matter: code points in the post's `text` (or `context`), end exclusive, and what was found."""

    start: int  # first code point
    end: int  # one past the last
    label: str  # what was found, in plain words: "bed or ward", "age"
    within: Literal["text", "context"] = "text"  # the field that the offsets count in


@dataclass(frozen=True, slots=True)
class Match:
    """What a detector noticed. Scoring makes a finding of it with the rulebook's words."""

    row: int  # row of the posts frame
    rule: str  # rule id, `confidentiality.kind-patient-story`
    evidence: tuple[Span, ...]
    confidence: Confidence
    at_most: Action = "delete"  # the detector's own limit, below the rule's action
    lowered_by: str | None = None  # excuse that took the action a step down
    linked: tuple[int, ...] = ()  # rows of other posts that belong to it
    remark: str = ""  # one more sentence for the person: what the judge compared it with, which clues combine


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of one standard, in our words."""

    standard: str  # pack id, `hcpc-2024`
    clause: str  # clause id, `5.1`
    says: str  # our paraphrase
    url: str  # where the standard is published


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason to act on a post."""

    post_id: str  # the post's id on its platform
    concern: str  # `confidentiality`, …
    rule: str  # the rule that speaks
    title: str  # the rule's title
    action: Action  # after ceiling, confidence and excuses
    score: int  # 0–100, sorts inside an action only
    confidence: Confidence  # how often a careful reader would agree
    why: str  # one or two sentences for the person
    advice: str  # what to do
    clauses: tuple[Clause, ...]  # of the person's own packs
    evidence: tuple[Span, ...]
    linked_posts: tuple[str, ...] = ()  # post ids, for `combination`
    lowered_by: str | None = None  # title of the excuse that weakened it
    remark: str = ""  # as in Match


@dataclass(frozen=True, slots=True)
class Note:
    """Something said beside a post that is not a finding: support, Article 10, good work, telling someone."""

    kind: Literal["support", "belief", "good-work", "tell-someone"]
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class PostResult:
    """One post and what was found. Post fields as in `importers.posts.COLUMNS`."""

    post_id: str
    platform: str
    account: str
    kind: str
    created_at: datetime | None
    text: str = field(repr=False)
    context: str = field(repr=False)
    audience: str = "unknown"
    url: str = ""
    media: tuple[str, ...] = ()
    source: str = ""
    action: Action = "keep"
    score: int = 0
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    language: str = "en"  # ISO code; "" = too short to tell
    mentions: tuple[Span, ...] = ()  # other people's names, places, dates, ages: what the supervisor's copy replaces
    group: str = ""  # the same for near-duplicate posts; "" = stands alone

    @property
    def key(self) -> str:
        """Unique within the result, and the same for the same post in a later export."""
        return f"{self.platform}:{self.post_id}"

    @property
    def unjudged(self) -> bool:
        """Whether nothing was found only because the post is in a language that we do not judge."""
        return self.action == "keep" and self.language not in JUDGED


@dataclass(frozen=True, slots=True)
class Pack:
    """A standard that the posts were judged by."""

    id: str
    title: str
    issuer: str
    url: str
    in_force: str  # "from 1 September 2024", "superseded"


@dataclass(frozen=True, slots=True)
class ConcernInfo:
    """A concern, as the report names it."""

    id: str
    title: str
    covers: str


@dataclass(frozen=True, slots=True)
class PlatformInfo:
    """A platform's name, and the way to the live item by kind of post ("" = every other kind)."""

    name: str
    find: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over every post that was read, kept ones included."""

    posts: int
    actions: Mapping[Action, int]
    by_concern: Mapping[str, int]  # findings' concern -> posts
    by_platform: Mapping[str, Mapping[Action, int]]
    by_year: Mapping[str, Mapping[Action, int]]  # "2014", or "" where the date is unknown
    by_month: Mapping[str, Mapping[Action, int]]  # "2014-05"


@dataclass(frozen=True, slots=True)
class AuditResult:
    """The whole result; reports are pure functions of it."""

    version: str
    created_at: datetime
    profession: str  # "" if not said
    packs: tuple[Pack, ...]
    coverage: Coverage
    summary: Summary
    posts: tuple[PostResult, ...]  # those to look at, strongest first; with `all_posts` the kept ones follow
    good_work: tuple[PostResult, ...]  # a few kept posts to be glad of: "keep on posting"
    concerns: Mapping[str, ConcernInfo]
    platforms: Mapping[str, PlatformInfo]
    method: Mapping[str, str] = field(default_factory=dict)  # figures for the method page: heading -> text
    hold: bool = False  # `--hold`: change nothing yet, no finding says delete
    decisions: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict
    )  # carried from an earlier decisions.json, by post key
    program: str = field(default="fit-to-post", compare=False)  # what the person types to call us; in no report.json

    def called(self, words: str) -> str:
        """The words with the commands in them as the person has to type them."""
        return words.replace("fit-to-post ", f"{self.program} ")

    @property
    def outside(self) -> int:
        """Posts that were left out, since they are outside the days that the person chose."""
        return sum(item.count for item in self.coverage.not_assessed if item.what == OUTSIDE)

    @property
    def twice(self) -> int:
        """Records that are in the exports more than once; such a post is one post."""
        return max(0, sum(entry.posts for entry in self.coverage.inputs) - self.summary.posts - self.outside)

    @property
    def look(self) -> int:
        """Posts worth a closer look: to remove, or to talk over."""
        return sum(self.summary.actions.get(action, 0) for action in ("delete", "review"))

    @property
    def unjudged(self) -> int:
        """Posts in which nothing was found only because of their language: nobody can say that they can stay."""
        others = sum(n.count for n in self.coverage.not_assessed if n.what.startswith(OTHER_LANGUAGES))
        found = sum(post.action != "keep" and post.language not in JUDGED for post in self.posts)
        return max(0, others - found)

    @property
    def rest(self) -> int:
        """Posts that can stay as far as we can tell; those to think about are among them."""
        return self.summary.posts - self.look - self.unjudged
