"""An invented student's whole result: every concern, action, kind, note and sort of coverage, and texts that mean harm.

`result()` is built by hand, without models or rules, so that the reports' goldens change only with the reports. In the
texts below `[[words|label]]` is evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from audit.results import (
    ACTIONS,
    Action,
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

NOW = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)

PACKS = (
    Pack(
        "hcpc-2024",
        "Standards of conduct, performance and ethics",
        "HCPC",
        "https://www.hcpc-uk.org/standards/standards-of-conduct-performance-and-ethics/",
        "from 1 September 2024",
    ),
    Pack(
        "csp",
        "Professionalism on social media",
        "CSP",
        "https://www.csp.org.uk/professional-clinical/digital-physiotherapy/social-media",
        "current",
    ),
)

CONCERNS = {
    "confidentiality": ("Someone in your care", "Posts that could let anybody know who a patient or client is."),
    "combination": ("Posts that add up", "Several posts that together show who a patient is."),
    "boundaries": ("Personal and professional", "Contact with patients or clients beyond your work."),
    "discrimination": ("Against a group of people", "Hostility or stereotypes about people for who they are."),
    "disrespect": ("Rude words", "Obscene, abusive or threatening language."),
    "harassment": ("Attacks on a person", "Bullying, pile-ons, rumours about somebody."),
    "workplace": (
        "Work, placement or university",
        "Running down, or giving away things about, colleagues or employers.",
    ),
    "misinformation": ("Health claims", "Claims that go against the evidence."),
    "promotion": ("Advertising", "Promises or titles that mislead."),
    "advice": ("Advice to one person", "Health advice to somebody without seeing them."),
    "public-trust": ("Trust in the profession", "Unlawful or dishonest acts."),
    "association": ("What you share or like", "Pages, people and posts that you endorse."),
    "consent": ("Pictures of others", "Photos of people who did not agree."),
    "client-impact": ("How a client could read it", "Remarks that a client could take as about them."),
    "self-disclosure": ("About yourself", "Views, health, faith or private life, lawful and often fine."),
    "privacy": ("Your own details", "Your address, number or papers in the open."),
}

PLATFORMS = {
    "x": PlatformInfo(
        "X (Twitter)",
        {
            "": "Open the post, choose the three dots at its top right, then Delete.",
            "like": "Open the post and press the heart again.",
            "share": "Open the post and press the green arrows again.",
        },
    ),
    "facebook": PlatformInfo(
        "Facebook",
        {
            "": "Open Activity log, choose Your posts, go to the date, then the three dots and Move to bin.",
            "comment": "Open Activity log, choose Comments, go to the date, then the three dots and Delete.",
            "like": "Open Activity log, choose Likes and reactions, go to the date, then Unlike.",
        },
    ),
    "instagram": PlatformInfo("Instagram", {"": "Open Your activity, choose Posts, select the post, then Delete."}),
    "whatsapp": PlatformInfo(
        "WhatsApp", {"": "Open the chat, go to the date, hold the message, then Delete for everyone if it is offered."}
    ),
}

CLAUSES = {
    "hcpc-2024": ("5.1", "Treat information about service users as confidential."),
    "csp": ("privacy-and-consent", "Leave out anything that could identify a patient, also together with other posts."),
}

_MARK = re.compile(r"\[\[(.*?)\|(.*?)\]\]", re.DOTALL)


def marked(text: str) -> tuple[str, tuple[Span, ...]]:
    """`"in [[bay 3|bed or ward]]"` -> the text without marks, and its spans."""
    spans, out, at = [], "", 0
    for match in _MARK.finditer(text):
        out += text[at : match.start()]
        spans.append(Span(len(out), len(out) + len(match[1]), match[2]))
        out += match[1]
        at = match.end()
    return out + text[at:], tuple(spans)


def finding(post_id: str, concern: str, action: Action, spans: tuple[Span, ...], **more: object) -> Finding:
    """A finding with plausible words; `more` replaces fields."""
    made = Finding(
        post_id=post_id,
        concern=concern,
        rule=f"{concern}.{_RULES[concern][0]}",
        title=_RULES[concern][1],
        action=action,
        score={"delete": 87, "review": 60, "consider": 30, "keep": 0}[action],
        confidence="high" if action == "delete" else "medium",
        why=_RULES[concern][2],
        advice=_RULES[concern][3],
        clauses=tuple(Clause(pack.id, *CLAUSES[pack.id], pack.url) for pack in PACKS),
        evidence=spans,
    )
    return replace(made, **more)  # type: ignore[arg-type]


_RULES = {
    "confidentiality": (
        "kind-patient-story",
        "A kindly story about one patient",
        "Warm words hide nobody: a bay, a day and a first diagnosis are enough for a relative or a colleague to know who is meant.",
        "Remove it. If the lesson matters, write about the theme and leave the person out.",
    ),
    "combination": (
        "place-date-condition",
        "Three posts that name one person together",
        "Each post is harmless alone. Together they give the place, the day and the condition of one patient.",
        "Remove this one. The others can then stay.",
    ),
    "boundaries": ("adds-a-patient", "A patient as a friend", "It shows private contact with somebody in your care.", "Talk it over, then end the contact kindly."),
    "discrimination": ("stereotype", "A stereotype about a group", "It says of a whole group what is true of nobody.", "Remove it."),
    "disrespect": ("aimed-insult", "Strong words at a person", "The words are aimed at somebody who could read them.", "Remove it, or talk it over if you were the one attacked."),
    "harassment": ("pile-on", "Joining a pile-on", "Many against one can do real harm, whoever began.", "Remove it."),
    "workplace": ("runs-down-placement", "Running down a placement", "Colleagues can tell who is meant.", "Talk it over. If something was wrong there, raise it inside."),
    "misinformation": ("miracle-cure", "A cure that is none", "People may leave a treatment that works.", "Remove it."),
    "promotion": ("guaranteed-result", "A promised result", "No treatment works for everybody.", "Take the promise out."),
    "advice": ("dose-for-one-person", "A dose for one person", "You had not seen that person.", "Remove it and point them to their GP or pharmacist."),
    "public-trust": ("drink-driving", "Driving after drinking", "It tells of an offence.", "Remove it, and take advice if it was real."),
    "association": ("shares-hostile-page", "A hostile page shared", "Readers take a share for agreement.", "Undo the share."),
    "consent": ("photo-of-a-child", "A picture of somebody else’s child", "A parent has to agree first.", "Ask the parent, or remove it."),
    "client-impact": ("draining-session", "A remark a client could take as theirs", "A client of that day could feel meant.", "Talk it over in supervision."),
    "self-disclosure": ("own-views", "Your own views or life", "You may prefer that the people you work with do not see it.", "Keep it, or limit who can see it."),
    "privacy": ("own-address", "Your address in the open", "Anybody can see where you live.", "Take the address out."),
}  # fmt: skip

# platform, kind, year-month-day, audience, concern, action, text
_POSTS: tuple[tuple[str, str, str, str, str, Action, str], ...] = (
    ("x", "post", "2014-05-06", "public", "confidentiality", "delete", "Such a lovely [[lady|person]] in [[bay 3|bed or ward]] [[today|when]], first stroke [[at 42|age]], singing Abba to us. Days like this are why I want to do this job 💙"),
    ("instagram", "post", "2018-11-02", "friends", "confidentiality", "delete", "Placement week 3. My [[gentleman|person]] from [[room 12|bed or ward]] walked to the window [[this morning|when]] for the first time since his [[amputation|condition]]. I cried, he cried, physio cried."),
    ("facebook", "post", "2019-02-14", "friends", "confidentiality", "delete", "[[Mrs K|name]] brought us Welsh cakes for Valentine’s. [[91|age]], [[two new hips|condition]], no patience. Love her."),
    ("x", "reply", "2013-08-21", "public", "discrimination", "delete", "[[Old people|group]] should [[not be allowed|exclusion]] to vote, sorry not sorry"),
    ("x", "post", "2012-03-17", "public", "public-trust", "delete", "[[Drove home|driving]] after [[six pints|alcohol]] and not a copper in sight. Legend."),
    ("facebook", "comment", "2015-06-30", "public", "harassment", "delete", "Everyone go and tell [[@danny_example|person]] what a [[lying snake|insult]] he is, link below"),
    ("x", "post", "2021-01-12", "public", "misinformation", "delete", "[[Vitamin C drips|remedy]] [[cure|claim]] long covid. They do not want you to know."),
    ("instagram", "post", "2022-07-09", "public", "promotion", "delete", "Back pain gone in one session, [[guaranteed or your money back|promise]]! Student rates, DM me."),
    ("facebook", "comment", "2020-04-18", "public", "advice", "delete", "Honestly Jo just [[double your dose|dose]] of [[propranolol|medicine]], it is harmless"),
    ("x", "post", "2016-10-04", "public", "combination", "delete", "Half marathon man is back with us. [[Third|count]] [[Achilles|condition]] in a year, [[Tuesday clinic|when and where]] legend"),
    ("whatsapp", "message", "2019-09-22", "private", "boundaries", "review", "[[Added|contact]] my [[patient|person]] from Ward 7 on here, he is so funny, we are getting coffee on Friday"),
    ("x", "post", "2017-05-23", "public", "workplace", "review", "My [[placement|workplace]] is a [[joke|running down]]. Two staff for thirty people and the manager hides in her office."),
    ("x", "reply", "2013-01-09", "public", "disrespect", "review", "you are an absolute [[w*nker|insult]] mate and everybody knows it"),
    ("x", "like", "2016-06-20", "public", "association", "review", "Send them [[all back|exclusion]] where they came from"),
    ("facebook", "share", "2020-11-01", "public", "association", "review", "Worth a read"),
    ("instagram", "post", "2019-07-15", "public", "consent", "review", "Sports day with my favourite [[little one|child]] from next door, look at that face! #proud"),
    ("x", "post", "2023-03-03", "public", "client-impact", "review", "That [[last one|client]] of today [[drained me|feeling]]. Wine."),
    ("facebook", "post", "2011-10-29", "public", "disrespect", "review", "Some [[people|person]] in this town want a good [[slap|violence]], you know who you are"),
    ("x", "post", "2024-02-11", "public", "advice", "review", "@sam_example for that knee: [[ice it|advice]] and do [[30 squats a day|advice]], no need for a scan"),
    ("x", "bio", "", "public", "promotion", "review", "[[Sports physio|title]]. Runner. Views my own."),
    ("facebook", "join", "2017-02-02", "public", "association", "review", "Vaccines: the truth they [[hide|claim]] (group)"),
    ("x", "post", "2022-09-19", "public", "self-disclosure", "consider", "Proud to have [[marched|views]] today. If you were there, I love you."),
    ("instagram", "story", "2021-05-10", "friends", "self-disclosure", "consider", "Two years since my own [[diagnosis|own health]]. Still here, still tired, still running."),
    ("facebook", "post", "2012-12-24", "public", "self-disclosure", "consider", "Midnight mass with nan. [[Peace|faith]] to you all."),
    ("x", "post", "2015-05-07", "public", "self-disclosure", "consider", "[[Voted|views]]. Your turn."),
    ("facebook", "post", "2018-08-30", "public", "privacy", "consider", "Moving day! Come and find us at [[14 Example Street, Swansea|address]], bring chips"),
    ("x", "post", "2020-07-01", "public", "privacy", "consider", "Lost my phone, ring me on [[07700 900123|phone number]] if you find it"),
    ("x", "post", "2012-06-11", "public", "disrespect", "consider", "This printer can [[go to hell|strong words]]"),
    ("x", "post", "2011-04-02", "public", "disrespect", "consider", "[[Bloody hell|strong words]] it is only Tuesday"),
    ("linkedin", "article", "2024-06-01", "public", "promotion", "consider", "Why I became an [[expert|title]] in running injuries: a student’s view"),
)  # fmt: skip

HOSTILE = (
    "<script>document.title='owned'</script>[[<img src=x onerror=alert(1)>|markup]]</script><!--<script>",
    "\"'><svg/onload=alert(1)> [[</noscript></article></body>|markup]] &lt;b&gt; {{ 7*7 }} ${7*7} javascript:alert(1)",
    "bidi \u202egnidaer\u202c, isolate \u2067abc\u2069, null \x00, bell \x07, [[zalgo|marks]] Z̷͙̈a̸̰͝l̶̬̎g̷̥͐o̴͖͠ 👩🏽\u200d🚀👨\u200d👩\u200d👧 שלום עולם مرحبا",
    "=HYPERLINK(\"http://example.org\",\"x\") [[@SUM(1+1)*cmd|formula]]",
    "A long one. " + "word " * 3_000 + "and here [[bay 9|bed or ward]] stands. " + "x" * 5_000,
)  # fmt: skip

KEPT = (
    ("x", "2023-09-10", "World Suicide Prevention Day. Asking somebody straight out does not put the idea in their head. Samaritans are on 116 123."),
    ("instagram", "2024-05-20", "Falls prevention is for everyone: three chair exercises that our whole year group filmed for the community centre, with their consent and captions."),
    ("x", "2025-01-15", "Proud to start on the equality committee. If your course has none, start one."),
)  # fmt: skip


def when(day: str, hour: int = 21) -> datetime | None:
    return datetime.fromisoformat(day).replace(hour=hour, minute=10, second=3, tzinfo=UTC) if day else None


def _flagged() -> list[PostResult]:
    posts = []
    for number, (platform, kind, day, audience, concern, action, raw) in enumerate(_POSTS):
        text, spans = marked(raw)
        post_id = f"{1000 + number}"
        url = f"https://x.com/i/web/status/{post_id}" if platform == "x" and kind != "bio" else ""
        made = finding(post_id, concern, action, spans)
        posts.append(
            PostResult(
                post_id=post_id,
                platform=platform,
                account="@sioned_example" if platform == "x" else "Sioned Example",
                kind=kind,
                created_at=when(day),
                text=text,
                context="",
                audience=audience,
                url=url,
                source=f"data/{kind}.js#{number}",
                action=action,
                score=made.score - number % 7,
                findings=(made,),
            )
        )
    return posts


def _special(posts: list[PostResult]) -> list[PostResult]:
    """Gives single posts what only they have: contexts, notes, links, groups, a second finding."""
    by_id = {post.post_id: post for post in posts}

    def change(post_id: str, **more: object) -> None:
        by_id[post_id] = replace(by_id[post_id], **more)  # type: ignore[arg-type]

    first = by_id["1000"]
    feeling = first.text.index("Days like this")
    change(
        "1000",
        mentions=(Span(22, 27, "place"), Span(first.text.index("at 42"), first.text.index("at 42") + 5, "age")),
        notes=(
            Note("tell-someone", "Tell someone", "The information-governance lead of that hospital should hear of it."),
        ),
        findings=(
            *first.findings,
            finding(
                "1000",
                "self-disclosure",
                "consider",
                (Span(feeling, feeling + 14, "feelings"),),
                score=20,
                confidence="low",
            ),
        ),
    )
    change("1003", context="Should the voting age go down to 16? <b>Discuss</b>")
    change(
        "1009",
        findings=(
            replace(
                by_id["1009"].findings[0],
                linked_posts=("1011", "9999"),
                remark="The clinic is named in one, the day in another.",
            ),
        ),
    )
    change("1014", context="They want to ban our flags. Share if you agree!")
    shared = by_id["1014"]
    change("1014", findings=(replace(shared.findings[0], evidence=(Span(13, 26, "claim", "context"),)),))
    quoted = by_id["1012"]
    change(
        "1012",
        context="@sioned_example nobody wants you in this town, go and die",
        findings=(replace(quoted.findings[0], lowered_by="abuse received: you answered somebody who attacked you"),),
        notes=(Note("support", "You were attacked here", "What they wrote to you is not all right. Help is listed below."),),
    )  # fmt: skip
    added = by_id["1010"]
    change("1008", mentions=(Span(9, 11, "person"),))
    change("1010", mentions=(Span(added.text.index("Ward 7"), added.text.index("Ward 7") + 6, "place"),))
    change("1015", media=("posts/1.jpg", "posts/2.jpg"))
    change("1021", notes=(Note("belief", "Your right to speak", "Article 10 protects this."),))
    change("1022", notes=(Note("support", "A hard time", "If it is still hard, help is listed below."),))
    change("1027", group="printer")
    change("1028", group="printer", language="cy")
    return list(by_id.values())


def _extra() -> list[PostResult]:
    """Hostile texts, and harmless swearing by the dozen, so that the list is long enough to scroll."""
    posts = []
    for number, raw in enumerate(HOSTILE):
        text, spans = marked(raw)
        url = ("javascript:alert(1)", "https://x.com/i/web/status/1\" onmouseover=\"alert(1)", "", "ftp://example.org/x", "https://user:pass@example.org/")[number]  # fmt: skip
        made = finding(f"20{number}", "confidentiality", "review", spans, confidence="low")
        posts.append(
            PostResult(f"20{number}", "generic", "@<i>me</i>", "post", when("2016-03-04"), text, "", url=url, action="review", score=50 - number, findings=(made,))
        )  # fmt: skip
    things = ("bus", "rain", "deadline", "kettle", "wifi", "exam hall", "bike", "landlord’s boiler")
    for number in range(20):
        thing = things[number % len(things)]
        text, spans = marked(
            f"[[Damn|strong words]] this {thing}, day {number} of waiting. Still, only {40 - number} days to go."
        )
        moment = datetime(2011 + number % 6, 1 + (number * 5) % 12, 3 + number, 9, tzinfo=UTC)
        made = finding(f"30{number:02}", "disrespect", "consider", spans, confidence="low")
        posts.append(
            PostResult(f"30{number:02}", "x", "@sioned_example", "post", moment, text, "", "public", f"https://x.com/i/web/status/30{number:02}", action="consider", score=20 - number // 2, findings=(made,), group=f"damn-{thing}" if number % len(things) < 3 else "")
        )  # fmt: skip
    return posts


def summarise(posts: tuple[PostResult, ...], kept: int) -> Summary:
    """Counts as the pipeline makes them, with `kept` more posts on X in 2019 that nobody needs to see."""
    actions: dict[Action, int] = {action: sum(post.action == action for post in posts) for action in ACTIONS}
    actions["keep"] += kept
    tables: dict[str, dict[str, dict[Action, int]]] = {"platform": {}, "year": {}, "month": {}}
    by_concern: Counter[str] = Counter()
    for post in posts:
        keys = {
            "platform": post.platform,
            "year": f"{post.created_at:%Y}" if post.created_at else "",
            "month": f"{post.created_at:%Y-%m}" if post.created_at else "",
        }
        for table, key in keys.items():
            row = tables[table].setdefault(key, {})
            row[post.action] = row.get(post.action, 0) + 1
        by_concern.update({f.concern for f in post.findings})
    for table, key in (("platform", "x"), ("year", "2019"), ("month", "2019-01")):
        row = tables[table].setdefault(key, {})
        row["keep"] = row.get("keep", 0) + kept
    return Summary(
        posts=sum(actions.values()),
        actions=actions,
        by_concern=dict(sorted(by_concern.items())),
        by_platform=dict(sorted(tables["platform"].items())),
        by_year=dict(sorted(tables["year"].items())),
        by_month=dict(sorted(tables["month"].items())),
    )


def coverage() -> Coverage:
    return Coverage(
        inputs=[
            Input("twitter-2025-10-09.zip", "x", "@sioned_example", 7_702, when("2011-03-01"), when("2025-10-09")),
            Input("facebook-sioned.zip", "facebook", "Sioned Example", 311, when("2010-01-05"), when("2025-09-30")),
            Input("instagram.zip", "instagram", "sioned.example", 92, when("2016-05-01"), when("2025-08-01")),
            Input("WhatsApp Chat.txt", "whatsapp", "Sioned", 18, None, None),
        ],
        skipped=[
            Skipped("data/ad-engagements.js", "Advertising: nothing that you wrote."),
            Skipped("data/spaces-<new>.js", "We do not know this file.", known=False),
        ],
        problems=[Problem("data/tweets.js#17", "The record has no text.", 1), Problem("photos.zip", "Broken file.", 0)],
        remarks=[Remark("WhatsApp Chat.txt", "Dates were read as day before month.")],
        not_assessed=[
            NotAssessed("pictures and videos", 412, "This program does not look at pictures."),
            NotAssessed("posts in Polish", 9, "Only English is judged."),
            NotAssessed("private messages", 1_204, "They are left out unless you ask for them."),
        ],
    )


def result(all_posts: bool = False) -> AuditResult:
    """The student's result; with `all_posts` the kept posts are in the list too."""
    order = {"delete": 0, "review": 1, "consider": 2, "keep": 3}
    good = tuple(
        PostResult(
            f"40{number}", platform, "@sioned_example", "post", when(day), text, "", "public", action="keep",
            notes=(Note("good-work", "Keep on posting", "Health information that helps people"),),
        )
        for number, (platform, day, text) in enumerate(KEPT)
    )  # fmt: skip
    posts = sorted(_special(_flagged()) + _extra(), key=lambda post: (order[post.action], -post.score, post.key))
    listed = tuple(posts) + (good if all_posts else ())
    return AuditResult(
        version="0.1.0",
        created_at=NOW,
        profession="physiotherapist",
        packs=PACKS,
        coverage=coverage(),
        summary=summarise((*posts, *good), 8_123 - len(posts) - len(good)),
        posts=listed,
        good_work=good,
        concerns={key: ConcernInfo(key, title, covers) for key, (title, covers) in CONCERNS.items()},
        platforms=PLATFORMS,
        method={
            "What was measured": "On 420 invented posts the program found 9 of 10 that a careful reader would question.",
            "What it cannot do": "It does not look at pictures, and it can miss what only you know.",
        },
    )


def held(whole: AuditResult) -> AuditResult:
    """The same under `--hold`: no finding says delete."""

    def milder(post: PostResult) -> PostResult:
        found = tuple(replace(f, action="review") if f.action == "delete" else f for f in post.findings)
        return replace(post, action="review" if post.action == "delete" else post.action, findings=found)

    posts = tuple(milder(post) for post in whole.posts)
    kept = whole.summary.actions["keep"] - sum(post.action == "keep" for post in posts)
    return replace(whole, hold=True, posts=posts, summary=summarise(posts, kept))


def large(count: int = 5_000, posts: int = 500_000) -> AuditResult:
    """A long history: the student's flagged posts over and over, with ids and days of their own."""
    small = result()
    pool = [post for post in small.posts if len(post.text) < 1_000]
    order = {"delete": 0, "review": 1, "consider": 2, "keep": 3}
    many = []
    for number in range(count):
        post = pool[number % len(pool)]
        many.append(
            replace(
                post,
                post_id=f"{number}",
                created_at=NOW - timedelta(days=number % 5_400, hours=number % 24),
                text=f"{post.text} ({number})",
                group=f"g{number // 3}" if number % 10 == 0 else "",
                findings=tuple(replace(f, post_id=f"{number}", linked_posts=()) for f in post.findings),
            )
        )
    many.sort(key=lambda post: (order[post.action], -post.score, post.key))
    return replace(small, posts=tuple(many), summary=summarise(tuple(many), posts - count))
