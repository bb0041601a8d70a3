"""What the command line says: the short summary at the end of an audit, one judged text, one platform's guide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from audit.results import JUDGED, Action, AuditResult, PostResult
from audit.tongues import NAMES
from importers.posts import Guide

VERBS: dict[Action, str] = {
    "delete": "worth removing",
    "review": "to talk over with somebody",
}
ONE: dict[Action, str] = {
    "delete": "Better not: remove it, or do not post it.",
    "review": "Talk it over with somebody you trust first.",
    "consider": "Lawful and probably fine. Think about who can see it.",
    "keep": "We found nothing to question in it. That is no certificate: you know the context, we do not.",
}
NOTHING = (
    "There was no post in it, so nothing was judged.",
    "If you did post there, ask for the export again: for all years, and with everything in it.",
)
LISTED = 8  # problems to print; the report has all


def summary(result: AuditResult, written: Sequence[Path]) -> str:
    """Plain words: what was read, what to look at, where the report is, what was not read."""
    counts, coverage = result.summary.actions, result.coverage
    lines = []
    for entry in coverage.inputs:
        # The years of the whole export would say too much where only some of it was looked at
        years = (
            f", {_years(entry.first.year, entry.last.year)}"
            if entry.first and entry.last and not result.outside
            else ""
        )
        who = f" ({entry.account})" if entry.account else ""
        name = result.platforms[entry.platform].name if entry.platform in result.platforms else entry.platform
        lines.append(f"Read {name}{who}: {_number(entry.posts, 'item')}{years}, from {entry.path}")
    if result.outside:
        dated = [int(year) for year in result.summary.by_year if year]
        years = f", {_years(min(dated), max(dated))}" if dated else ""
        left = _number(result.outside, "post")
        lines.append(
            f"Looked at {_number(result.summary.posts, 'post')}{years}; {left} outside the days that you chose."
        )
    if result.twice:
        lines.append(f"{result.twice:,} came twice and {'was' if result.twice == 1 else 'were'} counted once.")
    lines.append("")
    total, look, unjudged = result.summary.posts, result.look, result.unjudged
    if look:
        worth = "is" if look == 1 else "are"
        lines.append(f"{look:,} of {_number(total, 'post')} {worth} worth a closer look:")
        lines += [f"  {counts[action]:>6,}  {words}" for action, words in VERBS.items() if counts.get(action, 0)]
    elif total > unjudged:
        posts = _number(total - unjudged, "post")
        lines.append(f"We found nothing to remove and nothing to talk over in {posts}. That is no certificate.")
    elif not total:
        lines += NOTHING
    if unjudged:
        lines.append(f"{unjudged:,} we could not judge: {'it is' if unjudged == 1 else 'they are'} not in English.")
    if look and result.rest:
        lines.append(f"The other {result.rest:,} can stay as far as we can tell.")
    if thought := counts.get("consider", 0):
        deserve = "1 deserves" if thought == 1 else f"{thought:,} deserve"
        lines.append(
            f"Of those that can stay, {deserve} a thought about who can see {'it' if thought == 1 else 'them'}."
        )
    if result.hold:
        lines.append("On hold: change nothing yet, and get advice first. The report says from whom.")
    lines += ["", *_not_read(result)]
    lines += [f"Your report: {path}" for path in written if path.suffix == ".html"]
    lines.append("Everything stayed on this computer. Nothing was deleted: that is for you to decide.")
    return "\n".join(lines)


def _not_read(result: AuditResult) -> list[str]:
    coverage, lines = result.coverage, []
    for item in coverage.not_assessed:
        lines.append(f"Not judged: {item.what} ({item.count:,}). {item.reason}")
    unknown = [skipped for skipped in coverage.skipped if not skipped.known]
    if unknown:
        lines.append(f"Not read: {_number(len(unknown), 'file')} that we do not know. The report lists them.")
    for problem in coverage.problems[:LISTED]:
        lines.append(result.called(f"Could not read {problem.path}: {problem.reason}"))
    if len(coverage.problems) > LISTED:
        lost = sum(problem.lost for problem in coverage.problems)
        lines.append(
            f"… and {len(coverage.problems) - LISTED:,} more problems ({lost:,} records in all). The report lists them."
        )
    return [*lines, ""] if lines else []


def one_text(post: PostResult) -> str:
    """What was found in one text, with the words that matter."""
    if post.language in JUDGED:
        lines = [ONE[post.action]]
    else:
        named = f"This is in {NAMES[post.language]}" if post.language in NAMES else "This is not in English"
        looked = "Personal numbers and slurs were still looked for" + ("." if post.findings else "; none was found.")
        lines = [f"{named}; we judge English only. {looked}"]
        if not post.unjudged:
            lines.append(ONE[post.action])
    for finding in post.findings:
        lines += ["", f"{finding.title}  [{finding.action}]"]
        words = [f"“{post.text[span.start : span.end]}”" for span in finding.evidence]
        if words:
            lines.append(f"  Words: {', '.join(dict.fromkeys(words))}")
        lines += [f"  Why: {finding.why}", f"  What to do: {finding.advice}"]
        if finding.lowered_by:
            lines.append(f"  Taken more mildly: {finding.lowered_by}.")
        if finding.clauses:
            lines.append("  Clauses: " + "; ".join(f"{clause.standard} {clause.clause}" for clause in finding.clauses))
    for note in post.notes:
        lines += ["", f"{note.title}: {note.says}"]
    return "\n".join(lines)


def guides(found: Iterable[Guide]) -> str:
    """How to get each platform's export."""
    lines: list[str] = []
    for guide in found:
        lines += [guide.name, "=" * len(guide.name)]
        if guide.address:
            lines.append(f"Start at {guide.address}")
        lines += [f"  {number}. {step}" for number, step in enumerate(guide.ask, 1)]
        lines += [f"How long: {guide.wait}", f"What is in it: {guide.contains}", f"What is not: {guide.lacks}"]
        ways = sorted(guide.find.items(), key=lambda entry: not entry[0])  # what goes for all other kinds stands last
        lines += [f"To remove {kind or 'anything else' if len(ways) > 1 else 'something'}: {way}" for kind, way in ways]
        lines.append("")
    return "\n".join(lines).rstrip()


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
