"""The front door: `fit-to-post audit INPUT... --out DIR` and its neighbours. Connects the rooms and prints; decides nothing."""

from __future__ import annotations

import difflib
import shutil
import sys
import webbrowser
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from audit.results import OUTSIDE
from audit.rule import RulebookError
from audit.rulebook import Rulebook
from importers import Import, read_exports
from importers.posts import KINDS, ExportError, NotAssessed, ReadOptions

app = typer.Typer(
    name="fit-to-post",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(help="List the rules, show one, or try them on their own cases.", rich_markup_mode=None)
app.add_typer(rules_app, name="rules")

WELCOME = """\
Fit to Post looks through your own social media history with you, before a regulator or an employer does.
It works on this computer only. It sends nothing anywhere, and it deletes nothing.

  1. Ask each platform for your data. How to:       fit-to-post platforms
  2. When the download has arrived, look through it: fit-to-post audit my-download.zip --out my-report
  3. Open my-report/report.html and take your time. Add --open to have it opened for you.

You can give several downloads at once. To try one text before you post it: fit-to-post check "…"
All options: fit-to-post audit --help
"""

DECIDED = """\
What you decided in it stays in the browser that you used, and the new one shows it there.
To be safe, open the old one first and choose “Save decisions”; --decisions reads that file."""


@app.callback(invoke_without_command=True)
def _welcome(context: typer.Context) -> None:
    """Look through your own social media history, on your own computer."""
    if context.invoked_subcommand is None:
        typer.echo(_called(WELCOME))


@app.command("audit")
def audit_command(
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="INPUT...", help="Downloads: zips, folders or files, as many as you have."),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the report.")] = Path("fit-to-post-report"),
    profession: Annotated[str, typer.Option(help="What you are or will be: physiotherapist, social-worker, …")] = "",
    standards: Annotated[list[str] | None, typer.Option(help="Judge by this standard only (again for more).")] = None,
    since: Annotated[str, typer.Option(metavar="DATE", help="Only posts from this day on: 2015-09-01, or 2015.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Only posts up to this day: 2020-06-30, or 2020.")] = "",
    account: Annotated[
        list[str] | None, typer.Option(help="Your name or handle, where a chat has several people.")
    ] = None,
    decisions: Annotated[Path | None, typer.Option(help="decisions.json from an earlier report.")] = None,
    hold: Annotated[bool, typer.Option("--hold", help="There is or may be a complaint: suggest no removal.")] = False,
    all_posts: Annotated[bool, typer.Option("--all-posts", help="List the posts that can stay, too.")] = False,
    messages: Annotated[
        bool, typer.Option("--messages/--no-messages", help="Look at your own words in private messages.")
    ] = False,
    open_report: Annotated[bool, typer.Option("--open", help="Open the report when it is ready.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing but errors.")] = False,
) -> None:
    """Read your downloads, look at every post, and write report.html and report.json."""
    if not inputs:
        typer.echo(_called(WELCOME))
        return
    book = _rulebook(profession, standards or [])
    if not quiet and (out / "report.html").exists():
        typer.echo(f"There is a report in {out} already. The new one takes its place.\n{DECIDED}\n")
    first, last = _day(since, "--since", False), _day(until, "--until", True)
    from dataclasses import replace

    from audit.files import write_all
    from audit.progress import Teller

    with Teller(quiet) as tell:
        imported = _within(_read(inputs, account or [], messages, tell), first, last)
        from audit import closing, examiner, pipeline
        from audit.judge.judge import Judge
        from importers import IMPORTERS
        from reports import FORMATS

        person = pipeline.Person(_profession(profession, book), hold, all_posts, _decisions(decisions))
        judge = Judge.load()
        result = pipeline.audit(
            imported,
            book,
            judge,
            person,
            version=version("fit-to-post"),
            now=datetime.now(UTC),
            platforms=pipeline.platforms(IMPORTERS),
            method=pipeline.method(),
            progress=tell,
            processes=examiner.worth(len(imported.posts)),
        )
        result = replace(result, program=_program())
        tell("Writing the report", 0, 0)
        written = write_all(out, {f"report.{name}": render(result) for name, render in FORMATS.items()})
    if not quiet:
        typer.echo(closing.summary(result, written))
    if open_report:
        webbrowser.open((out / "report.html").resolve().as_uri())


@app.command()
def check(
    text: Annotated[str | None, typer.Argument(help="The text; without it, standard input is read.")] = None,
    profession: Annotated[str, typer.Option(help="What you are or will be.")] = "",
    kind: Annotated[str, typer.Option(help="post, reply, comment, message, bio, …")] = "post",
) -> None:
    """Think before you post: look at one text."""
    if text is None and sys.stdin.isatty():
        typer.echo("Type or paste your text, then press Ctrl+D (on Windows Ctrl+Z and Enter).", err=True)
    if isinstance(sys.stdin, TextIOWrapper):  # what is piped in may be in any encoding; the words in it still count
        sys.stdin.reconfigure(errors="replace")
    words = text if text is not None else sys.stdin.read()
    if not words.strip():
        raise ExportError("There is no text to look at.", 'Put it in quotation marks: fit-to-post check "…"')
    from audit import closing, pipeline

    if kind not in KINDS:
        _usage(f"--kind must be one of {', '.join(KINDS)}.")
    typer.echo(closing.one_text(pipeline.check(words, kind, _rulebook(profession, []))))


@app.command()
def share(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a report.")],
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("for-my-supervisor.html"),
    decisions: Annotated[
        Path | None, typer.Option(help="decisions.json that the report saved; one in DIR is found.")
    ] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="KEY", help="Show just this post (again for more).")] = None,
    leave_out: Annotated[list[str] | None, typer.Option("--except", metavar="KEY", help="Leave this post out.")] = None,
    include_personal: Annotated[
        bool, typer.Option("--include-personal", help="Also what is about yourself: views, faith, health.")
    ] = False,
    summary: Annotated[bool, typer.Option("--summary", help="One or two pages: no reasons.")] = False,
) -> None:
    """Make a copy to show somebody: the posts to talk over, with everybody else taken out as far as the program noticed them."""
    from dataclasses import replace

    from audit.files import write_all
    from reports import share as sharing
    from reports.json import ReportError, parse

    source = folder / "report.json" if folder.is_dir() else folder
    try:
        result = parse(source.read_text(encoding="utf-8"))
        held = decisions or (folder / "decisions.json" if (folder / "decisions.json").is_file() else None)
        if held:
            result = replace(result, decisions=_decisions(held))
        ready = sharing.prepare(result)
        chosen = sharing.choose(ready, result, only or [], leave_out or [], include_personal)
        shell = sharing.shell(result, datetime.now(UTC), summary, result.hold)
        page = sharing.compose(shell, chosen, ready, result.hold)
        if any(secret.text.casefold() in out.name.casefold() for entry in chosen for secret in entry.secrets):
            raise sharing.ShareError(
                "The name of the file holds a name that the copy leaves out. Choose another with --out."
            )
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{source} cannot be read.", "Give the folder that fit-to-post audit wrote.") from error
    except (ReportError, sharing.ShareError) as error:
        raise ExportError(str(error)) from error
    (written,) = write_all(out.parent, {out.name: page})
    number = f"{len(chosen)} posts" if len(chosen) != 1 else "1 post"
    typer.echo(
        f"Wrote {written} with {number}. Other people are taken out as far as the program noticed them; "
        "read every line before you hand it over."
    )


@app.command()
def platforms(name: Annotated[str, typer.Argument(help="One platform, such as instagram.")] = "") -> None:
    """How to get your data from each platform: the steps, how long it takes, what is in it and what is not."""
    from audit import closing
    from importers import IMPORTERS

    wanted = name.strip().lower()
    found = [
        importer.GUIDE
        for importer in IMPORTERS
        if wanted in (importer.platform, "") or wanted in importer.GUIDE.name.lower()
    ]
    if not found:
        _usage(f"There is no platform {name}. There are {', '.join(importer.platform for importer in IMPORTERS)}.")
    typer.echo(closing.guides(found))


@rules_app.command("list")
def rules_list() -> None:
    """Every rule, by concern."""
    book = _rulebook("", [])
    for rule in (*book.rules.values(), *book.excuses.values(), *book.notes.values()):
        typer.echo(f"{rule.id:55} {rule.effect or rule.action:9} {rule.title}")


@rules_app.command("show")
def rules_show(rule_id: Annotated[str, typer.Argument(metavar="RULE")]) -> None:
    """One rule: why it is there, what to do, its clauses and cases."""
    from audit.cases import SECTIONS

    book = _rulebook("", [])
    rule = {**book.rules, **book.excuses, **book.notes}.get(rule_id)
    if rule is None:
        near = difflib.get_close_matches(rule_id, [*book.rules, *book.excuses, *book.notes], 1)
        _usage(
            f"There is no rule {rule_id}." + (f" Did you mean {near[0]}?" if near else " See: fit-to-post rules list")
        )
    typer.echo(
        f"{rule.title}\n  {rule.why}\n  What to do: {rule.advice or '—'}\n  Suggests at most: {rule.effect or rule.action}"
    )
    for clause in book.clauses(rule.concern):
        typer.echo(f"  {clause.standard} {clause.clause}: {clause.says}")
    for section in SECTIONS:
        for case in getattr(rule, section):
            typer.echo(f"  {section.replace('_', ' ')}: {case if isinstance(case, str) else repr(case)}")


@rules_app.command("test")
def rules_test(name: Annotated[str, typer.Argument(help="Part of a rule's id; without it, all.")] = "") -> None:
    """Try rules on the cases inside their files."""
    from audit.cases import cases, failure
    from audit.judge.judge import Judge

    book = _rulebook("", [])
    tried = failed = 0
    judge: Judge | None = None
    for rule in (*book.rules.values(), *book.excuses.values(), *book.notes.values()):
        if name not in rule.id:
            continue
        if rule.detector == "classifier" and judge is None:
            judge = Judge.load()
        for case in cases(rule):
            tried += 1
            if reason := failure(case, book, judge if rule.detector == "classifier" else None):
                failed += 1
                typer.echo(f"{rule.path}: {case.id}: {reason}")
    if not tried:
        _usage(f"No rule has {name} in its id. See: fit-to-post rules list")
    typer.echo(f"{tried - failed} of {tried} cases hold.")
    if failed:
        raise typer.Exit(1)


def _rulebook(profession: str, standards: list[str]) -> Rulebook:
    from audit import rulebook

    book = rulebook.load()
    known = _profession(profession, book)
    if unknown := [name for name in standards if name not in book.all_packs]:
        _usage(f"There is no standard {unknown[0]}. There are {', '.join(book.all_packs)}.")
    return book.choose(known, standards)


def _profession(given: str, book: Rulebook) -> str:
    """The profession as the packs name it; people write it in many ways."""
    wanted = "-".join(
        given.lower().replace("/", " ").replace("-", " ").replace("student", " ").replace("trainee", " ").split()
    )
    if not wanted:
        return ""
    known = book.professions()
    inside = [name for name in known if wanted in (name, *name.split("-or-")) or wanted in name.split("-")]
    if len(inside) != 1:
        near = difflib.get_close_matches(wanted, known, 1, 0.5)
        guess = f"Did you mean {near[0]}? " if near else ""
        _usage(f"We do not know the profession {given!r}. {guess}There are: {', '.join(known)}.")
    return inside[0]


def _day(given: str, option: str, last: bool) -> datetime | None:
    if not given:
        return None
    parts = given.split("-")
    full = given if len(parts) == 3 else (f"{given}-12-31" if last else f"{given}-01-01") if len(parts) == 1 else ""
    try:
        day = datetime.fromisoformat(full).replace(tzinfo=UTC)
    except ValueError:
        _usage(f"{option} needs a day such as 2015-09-01, or a year such as 2015.")
    return day.replace(hour=23, minute=59, second=59, microsecond=999999) if last else day


def _read(inputs: list[Path], accounts: list[str], messages: bool, tell: Callable[[str, int, int], None]) -> Import:
    return read_exports(
        inputs,
        ReadOptions(tuple(accounts)),
        messages=messages,
        progress=lambda done: tell("Opening your downloads", done, 0),
    )


def _within(imported: Import, first: datetime | None, last: datetime | None) -> Import:
    """Only the posts from the first day to the last, and those without a date; how many were left out is in the coverage."""
    from dataclasses import replace

    moments = imported.posts["created_at"]
    keep = moments.isna()
    keep |= (moments >= first if first else True) & (moments <= last if last else True)
    if left_out := int((~keep).sum()):
        reason = "Without --since and --until they are looked at too."
        imported.coverage.not_assessed.append(NotAssessed(OUTSIDE, left_out, reason))
    return replace(imported, posts=imported.posts[keep].reset_index(drop=True))


def _decisions(path: Path | None) -> dict[str, dict[str, str]]:
    if path is None:
        return {}
    from reports.decisions import DecisionsError, parse

    hint = "Give the decisions.json that an earlier report saved."
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{path} cannot be read.", hint) from error
    except DecisionsError as error:
        raise ExportError(f"{path}: {error}", hint) from error


def _program() -> str:
    """What to type to call us again: the bare name where that finds us, else what was typed, `.venv/bin/fit-to-post`."""
    called = Path(sys.argv[0])
    name = called.name.removesuffix(".exe")
    if name != app.info.name:  # python -m, or a test
        return str(app.info.name)
    found = shutil.which(name)
    if called.name == sys.argv[0] or (found and Path(found).parent.resolve() == called.parent.resolve()):
        return name
    return f'"{called}"' if " " in str(called) else str(called)


def _called(words: str) -> str:
    return words.replace(f"{app.info.name} ", f"{_program()} ")


def _usage(message: str) -> NoReturn:
    typer.echo(f"error: {_called(message)}", err=True)
    raise typer.Exit(2)


def main() -> None:
    """Run the command line; a person's mistake gets a sentence, never a traceback."""
    from audit.models import ModelError

    try:
        app()
    except (ExportError, ModelError) as error:
        typer.echo(_called(f"error: {error.what}" + (f"\n  hint: {error.hint}" if error.hint else "")), err=True)
        sys.exit(1)
    except RulebookError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(1)
    except SystemExit as leaving:
        if leaving.code == 130:  # Ctrl+C; results are only moved into place when all is done
            typer.echo("\nStopped. No report was written.", err=True)
        raise


if __name__ == "__main__":
    main()
