"""The result as `report.json`, which other programs read, and the way back.

`render` keeps every field of the documented schema and adds some (`key`, `notes`, `mentions`, `packs`, …), so that
`parse(render(result))` is the same result; fields may be added, none is renamed or removed. Pure: the time in the file
is the result's own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from audit.results import (
    ACTIONS,
    AuditResult,
    Clause,
    ConcernInfo,
    Finding,
    Note,
    Pack,
    PlatformInfo,
    PostResult,
    Span,
    Summary,
)
from importers.posts import Coverage, Input, NotAssessed, Problem, Remark, Skipped
from reports.decisions import decision_key

SCHEMA_VERSION = 1


class ReportError(Exception):
    """A text is not a report.json that we can read. The message is for the person and quotes nothing of it."""


def render(result: AuditResult) -> str:
    """The result as JSON text, ending in a newline."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "fit-to-post", "version": result.version},
        "created_at": _time(result.created_at),
        "profession": result.profession,
        "standards": [pack.id for pack in result.packs],
        "hold": result.hold,
        "coverage": _coverage(result.coverage),
        "summary": _summary(result.summary),
        "posts": [_post(post) for post in result.posts],
        "good_work": [_post(post) for post in result.good_work],
        "packs": [
            {"id": p.id, "title": p.title, "issuer": p.issuer, "url": p.url, "in_force": p.in_force}
            for p in result.packs
        ],
        "concerns": {key: {"title": c.title, "covers": c.covers} for key, c in result.concerns.items()},
        "platforms": {key: {"name": p.name, "find": dict(p.find)} for key, p in result.platforms.items()},
        "method": dict(result.method),
        "decisions": {key: dict(value) for key, value in result.decisions.items()},
    }
    # A lone half of a surrogate pair cannot be written to a file
    text = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode("utf-8")
    return text + "\n"


def parse(text: str) -> AuditResult:
    """The result that `render` wrote. Raises ReportError if the text is no such report."""
    try:
        data: Any = json.loads(text)
        if data["schema_version"] != SCHEMA_VERSION:
            raise ReportError("This report was written by a newer version of Fit to Post. Update, then try again.")
        return _result(data)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ReportError("This is not a report.json that Fit to Post wrote, or it was changed since.") from None


def _time(when: datetime | None) -> str | None:
    return None if when is None else when.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _when(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "inputs": [
            {
                "path": i.path,
                "platform": i.platform,
                "account": i.account,
                "posts": i.posts,
                "from": _time(i.first),
                "to": _time(i.last),
            }
            for i in coverage.inputs
        ],
        "skipped": [{"path": s.path, "reason": s.reason, "known": s.known} for s in coverage.skipped],
        "problems": [{"path": p.path, "reason": p.reason, "lost": p.lost} for p in coverage.problems],
        "remarks": [{"path": r.path, "says": r.says} for r in coverage.remarks],
        "not_assessed": [{"what": n.what, "count": n.count, "reason": n.reason} for n in coverage.not_assessed],
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "posts": summary.posts,
        **{action: summary.actions.get(action, 0) for action in reversed(ACTIONS)},
        "by_concern": dict(summary.by_concern),
        "by_platform": _counts(summary.by_platform),
        "by_year": _counts(summary.by_year),
        "by_month": _counts(summary.by_month),
    }


def _counts(table: Mapping[str, Mapping[Any, int]]) -> dict[str, dict[str, int]]:
    return {key: dict(value) for key, value in table.items()}


def _post(post: PostResult) -> dict[str, Any]:
    return {
        "key": post.key,
        "decision_key": decision_key(post),
        "post_id": post.post_id,
        "platform": post.platform,
        "account": post.account,
        "kind": post.kind,
        "created_at": _time(post.created_at),
        "text": post.text,
        "url": post.url,
        "audience": post.audience,
        "context": post.context or None,
        "media": list(post.media),
        "source": post.source,
        "language": post.language,
        "group": post.group,
        "action": post.action,
        "score": post.score,
        "findings": [_finding(finding, post) for finding in post.findings],
        "notes": [{"kind": n.kind, "title": n.title, "says": n.says} for n in post.notes],
        "mentions": [_span(span, post) for span in post.mentions],
    }


def _finding(finding: Finding, post: PostResult) -> dict[str, Any]:
    return {
        "concern": finding.concern,
        "action": finding.action,
        "score": finding.score,
        "confidence": finding.confidence,
        "rule": finding.rule,
        "title": finding.title,
        "clauses": [
            {"standard": c.standard, "clause": c.clause, "says": c.says, "url": c.url} for c in finding.clauses
        ],
        "why": finding.why,
        "advice": finding.advice,
        "remark": finding.remark,
        "lowered_by": finding.lowered_by,
        "evidence": [_span(span, post) for span in finding.evidence],
        "linked_posts": list(finding.linked_posts),
    }


def _span(span: Span, post: PostResult) -> dict[str, Any]:
    words = post.context if span.within == "context" else post.text
    return {
        "start": span.start,
        "end": span.end,
        "text": words[span.start : span.end],
        "label": span.label,
        "within": span.within,
    }


def _result(data: dict[str, Any]) -> AuditResult:
    created = _when(data["created_at"])
    if created is None:
        raise KeyError("created_at")
    summary = data["summary"]
    return AuditResult(
        version=data["tool"]["version"],
        created_at=created,
        profession=data["profession"],
        packs=tuple(Pack(**pack) for pack in data["packs"]),
        coverage=_read_coverage(data["coverage"]),
        summary=Summary(
            posts=summary["posts"],
            actions={action: summary[action] for action in ACTIONS},
            by_concern=summary["by_concern"],
            by_platform=summary["by_platform"],
            by_year=summary["by_year"],
            by_month=summary["by_month"],
        ),
        posts=tuple(_read_post(post) for post in data["posts"]),
        good_work=tuple(_read_post(post) for post in data["good_work"]),
        concerns={key: ConcernInfo(key, value["title"], value["covers"]) for key, value in data["concerns"].items()},
        platforms={key: PlatformInfo(value["name"], value["find"]) for key, value in data["platforms"].items()},
        method=data["method"],
        hold=data["hold"],
        decisions=data["decisions"],
    )


def _read_coverage(data: dict[str, Any]) -> Coverage:
    return Coverage(
        inputs=[
            Input(i["path"], i["platform"], i["account"], i["posts"], _when(i["from"]), _when(i["to"]))
            for i in data["inputs"]
        ],
        skipped=[Skipped(**item) for item in data["skipped"]],
        problems=[Problem(**item) for item in data["problems"]],
        remarks=[Remark(**item) for item in data["remarks"]],
        not_assessed=[NotAssessed(**item) for item in data["not_assessed"]],
    )


def _read_post(data: dict[str, Any]) -> PostResult:
    return PostResult(
        post_id=data["post_id"],
        platform=data["platform"],
        account=data["account"],
        kind=data["kind"],
        created_at=_when(data["created_at"]),
        text=data["text"],
        context=data["context"] or "",
        audience=data["audience"],
        url=data["url"],
        media=tuple(data["media"]),
        source=data["source"],
        action=data["action"],
        score=data["score"],
        findings=tuple(_read_finding(finding, data["post_id"]) for finding in data["findings"]),
        notes=tuple(Note(**note) for note in data["notes"]),
        language=data["language"],
        mentions=tuple(_read_span(span) for span in data["mentions"]),
        group=data["group"],
    )


def _read_finding(data: dict[str, Any], post_id: str) -> Finding:
    return Finding(
        post_id=post_id,
        concern=data["concern"],
        rule=data["rule"],
        title=data["title"],
        action=data["action"],
        score=data["score"],
        confidence=data["confidence"],
        why=data["why"],
        advice=data["advice"],
        clauses=tuple(Clause(**clause) for clause in data["clauses"]),
        evidence=tuple(_read_span(span) for span in data["evidence"]),
        linked_posts=tuple(data["linked_posts"]),
        lowered_by=data["lowered_by"],
        remark=data["remark"],
    )


def _read_span(data: dict[str, Any]) -> Span:
    return Span(data["start"], data["end"], data["label"], data["within"])
