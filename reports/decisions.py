"""What the person decided about their posts, as a file that outlives one report.

The page writes `decisions.json`, reads it again, and `fit-to-post audit … --decisions FILE` carries it to a fresh export.
It holds no words of any post:

    {"format": "fit-to-post-decisions", "version": 1, "saved_at": "2026-01-31T12:00:00Z",
     "decisions": {"x:1234567890#5f2b…": {"decision": "delete", "reason": "names-someone", "note": "…",
                                          "at": "2026-01-31T11:58:00Z", "done": "yes"}}}

- A key is `decision_key(post)`: the post's key, `#`, and the first 16 hexadecimal digits of the SHA-256 of its text. A
  post that was edited has another key, so the page asks again. The page never works keys out; it carries those made here.
- `decision` is one of DECISIONS. `reason` is one of REASONS or `""`, `note` the person's own words, `at` the UTC time of
  the decision (the later one wins when two files meet), `done` is `"yes"` once the person has ticked it off. All are
  strings; only `decision` must be there.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from audit.results import PostResult

DECISIONS = ("delete", "restrict", "edit", "ask", "keep")
REASONS = (
    "names-someone",
    "could-hurt",
    "not-true",
    "not-me-now",
    "wrong-audience",
    "private",
    "need-advice",
    "good-work",
    "misread",
    "other",
)
FORMAT = "fit-to-post-decisions"
VERSION = 1
FIELDS = ("decision", "reason", "note", "at", "done")
LONGEST = 2_000  # characters in one field; the page's own note field stops there too


class DecisionsError(ValueError):
    """A file is not a decisions.json that we can use. The message is for the person and quotes nothing of the file."""


def decision_key(post: PostResult) -> str:
    """Under which a decision about this post, in these very words, is kept."""
    return f"{post.key}#{hashlib.sha256(post.text.encode('utf-8', 'replace')).hexdigest()[:16]}"


def parse(text: str) -> dict[str, dict[str, str]]:
    """The decisions of a decisions.json, by decision key: what `AuditResult.decisions` carries.

    Raises DecisionsError if the text is not such a file. Unknown fields are dropped, so that a file from a later
    version can still be read.
    """
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise DecisionsError("This file is not JSON. Choose the decisions.json that the report saved.") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("decisions"), dict):
        raise DecisionsError("This file does not hold decisions. Choose the decisions.json that the report saved.")
    if data.get("version") != VERSION:
        raise DecisionsError("These decisions were saved by a newer version of Fit to Post. Update, then try again.")
    found: dict[str, dict[str, str]] = {}
    for number, (key, value) in enumerate(data["decisions"].items(), start=1):
        if not isinstance(value, dict) or value.get("decision") not in DECISIONS:
            raise DecisionsError(f"Decision number {number} in this file is none that we know.")
        kept = {name: item[:LONGEST] for name in FIELDS if isinstance(item := value.get(name), str)}
        if kept.get("reason") not in REASONS:
            kept.pop("reason", None)
        found[key] = kept
    return found
