"""The result as one HTML page that opens from disk, prints, and works without script.

The articles stand inside <noscript>. Without script a browser shows them as they are; with script it keeps them as plain
text, which costs next to nothing, and the page's script brings in a few at a time. So 5,000 findings are in the file
once, and readable both ways. Post text is hostile input: autoescape is on, highlights are made by cutting text at span
edges and escaping each piece, data goes through `tojson`, and the Content-Security-Policy allows one style and one
script by their hashes and nothing else. Pure: no clock; no files but the page's own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from pathlib import PureWindowsPath  # takes paths of every system
from typing import Any

from markupsafe import Markup

from audit.results import AuditResult, PostResult
from reports import marking, pictures, share, strings
from reports.decisions import DECISIONS, FORMAT, LONGEST, REASONS, VERSION, decision_key
from reports.page import TEMPLATES, policy, static
from reports.view import View, safe_url, tells

SCRIPTS = ("store.js", "list.js", "decide.js", "plan.js", "share.js", "main.js")  # in this order in one <script>
BETWEEN = "<!--p-->"  # stands before each article; no post can hold it, since post text is escaped
MOST_KEPT = 2_000  # posts that can stay, with `--all-posts`; the file has to stay small enough to open
EXCERPT = 140  # characters of a post in the removal plan


def render(result: AuditResult) -> str:
    """The whole page."""
    t = strings.load()
    listed = _listed(result)
    kept_away = len(result.posts) - len(listed)
    result = replace(result, posts=listed)
    view = View(result, t)
    sharing = share.embedded(result)
    style = static("report.css")
    script = "(() => {\n'use strict';\n" + "".join(static(name) for name in SCRIPTS) + "})();\n"
    page = TEMPLATES.get_template("report.html").render(
        r=result,
        kept_away=kept_away,
        t=t,
        v=view,
        plural=strings.plural,
        number=strings.number,
        visible=marking.visible,
        pictures=pictures,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
        data=_data(result, t, view) | {"share": sharing},
        sharing=sharing,
        between=Markup(BETWEEN),
        decisions=DECISIONS,
        reasons=REASONS,
        longest=LONGEST,
    )
    return page.encode("utf-8", "replace").decode("utf-8")


def _listed(result: AuditResult) -> tuple[PostResult, ...]:
    """Every post with a finding, and of the others as many as a page can hold."""
    kept = 0
    listed = []
    for post in result.posts:
        kept += post.action == "keep"
        if post.action != "keep" or kept <= MOST_KEPT:
            listed.append(post)
    return tuple(listed)


def _data(result: AuditResult, t: dict[str, Any], view: View) -> dict[str, Any]:
    """What the page's script needs to know; the words of the posts it takes from the articles."""
    posts: list[list[Any]] = []
    for post in result.posts:
        sure = max((f.confidence for f in post.findings), key=("low", "medium", "high").index, default="")
        posts.append(
            [
                decision_key(post),
                view.standing(post),
                list(dict.fromkeys(f.concern for f in post.findings)),
                post.platform,
                post.created_at.astimezone(UTC).isoformat()[:19] if post.created_at else "",
                post.audience,
                sure,
                post.group,
                post.kind,
                post.score,
                safe_url(post.url),
                marking.excerpt(post.text or post.context, EXCERPT),
                int(tells(post)),
            ]
        )
    return {
        "accounts": _accounts(result),
        "made": result.created_at.astimezone(UTC).isoformat(),
        "hold": result.hold,
        "look": result.look,
        "posts": posts,
        "decisions": {key: dict(value) for key, value in result.decisions.items()},
        "platforms": {key: {"name": p.name, "find": dict(p.find)} for key, p in result.platforms.items()},
        "concerns": view.concern_names(),
        "format": {"name": FORMAT, "version": VERSION, "decisions": DECISIONS, "reasons": REASONS, "longest": LONGEST},
        "read": strings.number(result.summary.posts),
        "t": _script_words(t),
    }


def _accounts(result: AuditResult) -> list[str]:
    """A name for each account, under which the browser keeps what the person decided and wrote.

    The same in every report on that account, so that a later one finds it, and another in a report on somebody else. An
    export that does not say whose it is counts by the name of its file.
    """
    named = {f"{i.platform}:{i.account or PureWindowsPath(i.path).name}" for i in result.coverage.inputs}
    return sorted(hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16] for name in named)


def _script_words(t: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **t["js"],
        "action": t["action"],
        "audience": t["post"]["audience"],
        "hold_advice": t["hold"]["advice"],
        "kinds": t["post"]["kind"],
        "months": t["pictures"]["months"],
        "no_date": t["post"]["no_date"],
        "no": t["hold"]["no"],
        "yes": t["hold"]["yes"],
    }
