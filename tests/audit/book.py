"""A small rulebook of its own for tests of the audit: what it says does not change when the shipped rules do."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from audit.rulebook import Rulebook, load

FILES = {
    "concerns.yml": """
        confidentiality: {title: Confidentiality, covers: Stories about people in care., ceiling: delete,
          note: {kind: tell-someone, from: delete, title: Tell someone, says: Tell your lead.}}
        disrespect: {title: Respectful language, covers: Abuse., ceiling: delete}
        association: {title: What you link to, covers: Likes., ceiling: delete}
        client-impact: {title: Client impact, covers: Remarks., ceiling: review}
        self-disclosure: {title: About yourself, covers: Views., ceiling: consider,
          note: {kind: belief, from: consider, title: Your right, says: You may say it.}}
        """,
    "packs/one.yml": """
        title: Standard one
        issuer: A regulator
        url: https://standards.example.org/one
        binds: [physiotherapist]
        in_force: current
        clauses:
          - {id: "1", says: Keep secrets., concerns: [confidentiality]}
          - {id: "2", says: Be kind., concerns: [disrespect, association, client-impact, self-disclosure]}
        """,
    "packs/two.yml": """
        title: Standard two
        issuer: A body
        url: https://standards.example.org/two
        binds: [social-worker]
        in_force: superseded
        clauses:
          - {id: a, says: Keep secrets well., concerns: [confidentiality]}
        """,
    "words/people.txt": "# who is cared for\nlady\ngentleman\nold man\n",
    "confidentiality/story.yml": """
        title: A story about one patient
        why: Somebody could know who it is.
        advice: Remove it.
        action: delete
        confidence: high
        all:
          - words: people
            label: a person
          - regex: '\\bbay \\d+\\b'
            label: bed or ward
          - any:
              - phrase: [today, this morning]
                label: when
              - regex: '\\bat \\d\\d\\b'
                label: age
        none:
          - phrase: [case study]
        matches:
          - A [[lady]] in [[bay 3]] [[today]].
          - The old man in bay 4, stroke at 42.
        does_not_match:
          - A lady in bay 3.
          - Today's case study has a lady in bay 3 today.
          - Bay 3 today.
        """,
    "disrespect/insult.yml": """
        title: An insult
        why: It is rude.
        advice: Remove it.
        action: delete
        confidence: high
        all:
          - phrase: [muppet, plonker, wanker]
            unmasked: true
        matches: [You muppet, What a plonker]
        does_not_match: [The muppets film, A plank, Nothing]
        """,
    "disrespect/perhaps.yml": """
        title: Perhaps an insult
        why: It may be rude.
        advice: Think.
        action: delete
        confidence: medium
        all:
          - phrase: [numpty]
        matches: [You numpty, What a numpty]
        does_not_match: [A plank, Two planks, Nothing]
        """,
    "association/takes-up.yml": """
        title: Stands with it
        why: A like says something.
        advice: Take the like back.
        action: delete
        detector: association
        matches: [{text: You muppet, kind: like}, {text: Plonker of the week, kind: join}]
        does_not_match: [{text: Kind words, kind: like}, {text: You muppet, kind: post}, {text: Nothing, kind: join}]
        """,
    "client-impact/drained.yml": """
        title: A drained remark
        why: A client could read it.
        advice: Talk it over.
        action: review
        confidence: low
        all:
          - phrase: [drained]
        matches: [So drained, Drained again]
        does_not_match: [The pasta is ready, Rain, A battery]
        """,
    "self-disclosure/vote.yml": """
        title: A vote
        why: You may prefer it unseen.
        advice: Choose who sees it.
        action: consider
        confidence: high
        all:
          - phrase: [i voted]
        matches: [I voted today, i voted at last]
        does_not_match: [They voted, Vote, The vote]
        """,
    "excuses/film.yml": """
        title: it is about the puppets
        why: Puppets are not people.
        effect: cancel
        touches: [disrespect]
        all:
          - phrase: [muppet show, muppet film]
        matches: [The Muppet Show, A muppet film]
        does_not_match: [You muppet, A show, A film]
        """,
    "excuses/quoted.yml": """
        title: quoted from someone else
        why: They are not your words.
        effect: lower
        touches: [disrespect]
        all:
          - phrase: [he called me]
        matches: [He called me names, he called me a muppet]
        does_not_match: [He called, Call me, Nothing]
        """,
    "notes/thanks.yml": """
        title: Thanks
        why: Good to see.
        effect: note
        note: good-work
        all:
          - phrase: [thank you]
        matches: [Thank you all, thank you]
        does_not_match: [Thanks, No thanks, Nothing]
        """,
}


def write(folder: Path, changes: dict[str, str | None] | None = None) -> Path:
    """The files, some replaced or (None) left out."""
    root = folder / "rules"
    for name, content in {**FILES, **(changes or {})}.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(content), encoding="utf-8")
    return root


def book(folder: Path) -> Rulebook:
    return load(write(folder)).choose("physiotherapist")
