"""The whole way of an audit on one screen: posts in, AuditResult out. Pure but for the models it loads; prints nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from audit import language, scoring
from audit.detectors.classifier import Classifier
from audit.detectors.combination import Combination
from audit.examiner import Equipment, Noticed, examine
from audit.grouping import near_duplicates
from audit.judge.judge import MODEL, Judge
from audit.matching import View
from audit.mentions import mentions
from audit.notes import Notes
from audit.results import ACTIONS, Action, AuditResult, Match, PlatformInfo, PostResult, Summary
from audit.rulebook import Rulebook
from importers import Import
from importers.posts import Coverage, Importer, NotAssessed, Post, to_frame

CRISIS = "notes.own-crisis"  # the note beside which nobody is suspected
GOOD_WORK = 12  # kept posts to be named as good; more would be a list nobody reads
Progress = Callable[[str, int, int], None]  # what is being done, posts done, posts in all


@dataclass(frozen=True)
class Person:
    """What the person told us about themselves, and how they want to be answered."""

    profession: str = ""
    hold: bool = False  # somebody may need the posts as evidence
    all_posts: bool = False  # list kept posts too
    decisions: Mapping[str, Mapping[str, str]] | None = None  # from an earlier report


def audit(
    imported: Import,
    rulebook: Rulebook,
    judge: Judge | None,
    person: Person,
    *,
    version: str,
    now: datetime,
    platforms: Mapping[str, PlatformInfo],
    method: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    processes: int = 1,
) -> AuditResult:
    """Judge every post and gather what a report needs.

    `judge` None leaves the rules to speak alone. With several `processes` each loads the shipped judge for itself.
    """
    posts = imported.posts
    ids: dict[int, str] = dict(enumerate(posts["post_id"]))
    own_names = frozenset(name for owner in imported.owners for name in (owner.account, *owner.names) if name)
    combination, notes = Combination(rulebook), Notes(rulebook)
    results: dict[int, PostResult] = {}
    noticed: dict[int, Noticed] = {}
    languages: Counter[str] = Counter()
    done = 0

    def take(seen: Noticed) -> None:
        results[seen.reading.row] = _result(posts, seen)
        if seen.weighed.action != "keep":
            noticed[seen.reading.row] = seen

    def weigh_again(seen: Noticed, matches: list[Match]) -> None:
        weighed = scoring.weigh(matches, rulebook, ids, seen.verdict, person.hold)
        said = (*weighed.notes, *notes.beside(View.of(seen.reading), weighed.action))
        take(replace(seen, matches=matches, weighed=weighed, notes=said))

    for part in examine(posts, Equipment(rulebook, judge, own_names, person.hold, person.all_posts), processes):
        done += part.posts
        if progress:
            progress("Reading your posts", done, len(posts))
        languages += part.languages
        combination.remember(part.traces)
        for seen in part.noticed:
            fair = _without_suspicion(seen, rulebook)
            if fair == seen.matches:
                take(seen)
            else:
                weigh_again(seen, fair)
    if judge is not None:
        flagged = sorted(
            (row for row in noticed if results[row].action != "consider"), key=lambda row: _rank(results[row])
        )
        asked = [(noticed[row].reading, noticed[row].matches) for row in flagged]
        report = (lambda done: progress("Finding the words that matter", done, len(asked))) if progress else None
        for row, found in zip(flagged, Classifier(rulebook, judge).explain(asked, report), strict=True):
            weigh_again(noticed[row], found)
    for match in combination.finish():
        seen = noticed.get(match.row) or _kept(posts, match.row, own_names)
        weigh_again(seen, [*seen.matches, match])
    listed = [result for result in results.values() if result.action != "keep" or person.all_posts or _supports(result)]
    listed.sort(key=_rank)
    good = [
        result
        for result in results.values()
        if result.action == "keep" and any(n.kind == "good-work" for n in result.notes)
    ]
    return AuditResult(
        version=version,
        created_at=now,
        profession=person.profession,
        packs=rulebook.packs,
        coverage=_coverage(imported.coverage, languages),
        summary=_summary(posts, results),
        posts=tuple(near_duplicates(listed)),
        good_work=tuple(good[-GOOD_WORK:]),
        concerns={name: concern.info for name, concern in rulebook.concerns.items()},
        platforms=platforms,
        method=method or {},
        hold=person.hold,
        decisions=person.decisions or {},
    )


def check(text: str, kind: str, rulebook: Rulebook) -> PostResult:
    """Judge one text: the same rulebook, judge and scoring as for a whole history."""
    frame = to_frame([Post("1", "generic", kind, None, text)])
    person = Person(all_posts=True)
    imported = Import(frame, Coverage(), ())
    result = audit(
        imported, rulebook, Judge.load(), person, version="", now=datetime.fromtimestamp(0, UTC), platforms={}
    )
    return result.posts[0]


def platforms(importers: Iterable[Importer]) -> dict[str, PlatformInfo]:
    """Names, and ways to the live item, for the report."""
    return {importer.platform: PlatformInfo(importer.GUIDE.name, importer.GUIDE.find) for importer in importers}


def method() -> dict[str, str]:
    """Measured figures for the report's method page, as the judge's model card has them."""
    figures: dict[str, str] = json.loads((MODEL.parent / "figures.json").read_text(encoding="utf-8"))
    return figures


def _without_suspicion(seen: Noticed, rulebook: Rulebook) -> list[Match]:
    """The matches of a post, less the judge's own suspicions where the person says that they do not want to live.

    A reproach beside the helplines hurts, and there such suspicions were mostly wrong. What a rule sees stays with
    all the rest. So does what the judge would have removed: those are mostly posts that tell of somebody else's crisis.
    """
    crisis = rulebook.notes.get(CRISIS)
    if crisis is None or crisis.title not in {note.title for note in seen.notes}:
        return seen.matches
    reproaches = [match for match in seen.matches if rulebook.rules[match.rule].concern != "self-disclosure"]
    if any(rulebook.rules[one.rule].detector != Classifier.name or one.at_most == "delete" for one in reproaches):
        return seen.matches
    return [match for match in seen.matches if match not in reproaches]


def _kept(posts: pd.DataFrame, row: int, own_names: frozenset[str]) -> Noticed:
    """A post in which nothing was found by itself."""
    reading = next(language.read(posts.iloc[[row]], own_names))
    others = next(mentions([reading], own_names))
    return Noticed(reading, None, [], scoring.Weighed("keep", 0, (), ()), (), others)


def _rank(result: PostResult) -> tuple[int, int, bool, str]:
    """The strongest first, and of those alike the oldest."""
    return (-ACTIONS.index(result.action), -result.score, result.created_at is None, str(result.created_at))


def _result(posts: pd.DataFrame, seen: Noticed) -> PostResult:
    reading, weighed = seen.reading, seen.weighed
    row = posts.iloc[reading.row]
    return PostResult(
        post_id=row["post_id"],
        platform=str(row["platform"]),
        account=row["account"],
        kind=str(row["kind"]),
        created_at=reading.created_at,
        text=row["text"],
        context=row["context"],
        audience=str(row["audience"]),
        url=row["url"],
        media=row["media"],
        source=row["source"],
        action=weighed.action,
        score=weighed.score,
        findings=weighed.findings,
        notes=tuple(dict.fromkeys(seen.notes)),
        language=reading.language,
        mentions=seen.mentions,
    )


def _supports(result: PostResult) -> bool:
    return any(note.kind == "support" for note in result.notes)


def _coverage(coverage: Coverage, languages: Counter[str]) -> Coverage:
    reason = "We judge English only. Personal numbers and slurs were still looked for. Read these yourself."
    foreign = [
        NotAssessed(f"posts in {language.NAMES.get(code, 'another language')}", count, reason)
        for code, count in sorted(languages.items())
        if code != "en"
    ]
    return replace(coverage, not_assessed=[*coverage.not_assessed, *foreign])


def _summary(posts: pd.DataFrame, results: Mapping[int, PostResult]) -> Summary:
    actions = pd.Series(
        [results[row].action if row in results else "keep" for row in range(len(posts))], dtype="object"
    )
    years, months = (
        posts["created_at"].dt.strftime("%Y").fillna(""),
        posts["created_at"].dt.strftime("%Y-%m").fillna(""),
    )
    concerns: Counter[str] = Counter()
    for result in results.values():
        concerns.update(finding.concern for finding in result.findings)
    return Summary(
        posts=len(posts),
        actions={action: int((actions == action).sum()) for action in ACTIONS},
        by_concern=dict(concerns.most_common()),
        by_platform=_counts(posts["platform"].astype(str), actions),
        by_year=_counts(years, actions),
        by_month=_counts(months, actions),
    )


def _counts(keys: pd.Series[Any], actions: pd.Series[Any]) -> dict[str, dict[Action, int]]:
    made: dict[str, dict[Action, int]] = {}
    for (key, action), count in sorted(Counter(zip(keys, actions, strict=True)).items()):
        made.setdefault(str(key), {})[action] = count
    return made
