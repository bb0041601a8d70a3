"""LinkedIn exports: every trap of the format, on exports made on the fly."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Import, linkedin, read_exports
from importers.archive import Archive
from importers.linkedin_tables import when
from importers.posts import Owner, Post, Problem, ReadOptions, Remark
from tests.importers.conftest import Maker

SHARES = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
POST = "https://www.linkedin.com/feed/update/urn%3Ali%3A"
PROFILE = "First Name,Last Name,Maiden Name,Headline\nKim,Invented,Former,\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
ME, BO = "https://www.linkedin.com/in/kim-invented", "https://www.linkedin.com/in/bo-example"


def share(number: int, text: str, link: str = "", date: str = "2024-03-05 14:02:11") -> str:
    return f"{date},{link or f'{POST}share%3A{number}'},{text},,,MEMBER_NETWORK\n"


def texts(result: Import, kind: str) -> list[str]:
    return sorted(result.posts[result.posts["kind"] == kind]["text"])


def remarks(result: Import) -> str:
    return "\n".join(remark.says for remark in result.coverage.remarks)


def identity(moment: datetime) -> str:
    return str((int(moment.timestamp() * 1000) << 22) | 5)


def test_table_that_begins_with_a_lone_carriage_return_is_reported(export: Maker) -> None:
    result = export({"Shares.csv": SHARES + share(1, "Hello"), "Messages.csv": "\r0"})
    assert texts(result, "post") == ["Hello"]
    assert [problem.path for problem in result.coverage.problems] == ["Messages.csv"]


def test_share_that_starts_and_ends_with_a_quotation_and_has_a_blank_line_inside(export: Maker) -> None:
    text = '"""To be kind"" is hard.""\n""""\n""They said ""thank you"""'
    assert texts(export({"Shares.csv": SHARES + share(1, text)}), "post") == [
        '"To be kind" is hard.\n\nThey said "thank you"'
    ]


def test_quoted_lines_in_a_file_with_plain_line_breaks_keep_their_quotes(export: Maker) -> None:
    rows = share(1, '"""one""\n""two"""') + share(2, '"plain\nbreak"')
    assert texts(export({"Shares.csv": SHARES + rows}), "post") == ['"one"\n"two"', "plain\nbreak"]


def test_shares_saved_again_with_other_headers_and_line_ends(export: Maker) -> None:
    header = SHARES.replace("SharedUrl", "SharedURL").replace("MediaUrl", "Media URL")
    made = (header + share(1, '"plain\nbreak"')).replace("\n", "\r\n")
    assert texts(export({"Shares.csv": "\ufeff" + made}), "post") == ["plain\nbreak"]


COMMENT = f"2024-03-06 08:00:00,{POST}activity%3A7,"


def test_comments_with_backslashes_commas_line_breaks_and_words_like_numbers(export: Maker) -> None:
    rows = COMMENT + '"She said \\"no, never\\",\n\nthen left \\\\o/"\n\n' + COMMENT + "NA\n" + COMMENT + "=1+1\n"
    assert texts(export({"Comments.csv": "Date,Link,Message\n" + rows}), "comment") == [
        "=1+1",
        "NA",
        'She said "no, never",\n\nthen left \\o/',
    ]


def test_comments_in_the_other_dialect_are_noticed(export: Maker) -> None:
    rows = COMMENT + '"a path C:\\"\n' + COMMENT + '"she said ""no"", twice"\n' + COMMENT + "last\n"
    result = export({"Comments.csv": "Date,Link,Message\n" + rows})
    assert texts(result, "comment") == ["a path C:\\", "last", 'she said "no", twice']
    assert result.coverage.problems == []


@pytest.mark.parametrize("name", ["Comments_123456789.csv", "comments.csv", "Comments_1.csv", "COMMENTS.csv"])
def test_names_with_numbers_and_in_any_case(export: Maker, name: str) -> None:
    other = name.lower().replace("comments", "shares")
    result = export({name: f"Date,Link,Message\n{COMMENT}hi\n", other: SHARES + share(1, "post")})
    assert texts(result, "comment") == ["hi"]
    assert texts(result, "post") == ["post"]


def talk(sender: str, page: str, words: str, more: str = "", conversation: str = "2-a==") -> str:
    to, address = ("Bo Example", BO) if page == ME else ("Kim Invented", ME)
    return f"{conversation},,{sender},{page},{to},{address},2024-03-05 14:02:11 UTC,,{words},INBOX{more}\n"


@pytest.mark.parametrize("name", ["messages.csv", "Messages.csv"])
@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ("", ""),
        (",IS MESSAGE DRAFT,IS CONVERSATION DRAFT", ",No,No"),
        (",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT", ",,No,No"),
    ],
)
def test_messages_of_ten_twelve_and_thirteen_columns(export: Maker, name: str, columns: str, cells: str) -> None:
    rows = talk("Kim Invented", ME, "mine &lt;typed&gt;", cells) + talk("Bo Example", BO, "theirs", cells)
    result = export({name: f"{MESSAGES}{columns}\n{rows}", "Profile.csv": PROFILE})
    assert texts(result, "message") == ["mine &lt;typed&gt;"]
    assert set(result.posts["audience"]) == {"private"}


def test_drafts_and_inmail(export: Maker) -> None:
    rows = talk("Kim Invented", ME, "never sent", ",Yes,No")
    rows += talk("Kim Invented", ME, '"<p class=""spinmail"">One&nbsp;&amp; two</p>"', ",No,No")
    rows += talk("LinkedIn Member", "", "<p>Buy</p>", ",No,No")
    columns = ",IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
    result = export({"messages.csv": MESSAGES + columns + rows, "Profile.csv": PROFILE})
    assert texts(result, "message") == ["One\u00a0& two"]
    assert "1 draft(s)" in remarks(result)


def test_owner_who_changed_name(export: Maker) -> None:
    rows = talk("Kim Beforehand", ME, "old name") + talk("Kim Invented", ME, "new name") + talk("Bo Example", BO, "no")
    result = export({"messages.csv": f"{MESSAGES}\n{rows}", "Profile.csv": PROFILE})
    assert texts(result, "message") == ["new name", "old name"]
    assert "Kim Former" in result.owners[0].names


def test_owner_from_invitations_or_from_taking_part_in_every_conversation(export: Maker) -> None:
    rows = talk("Kim Beforehand", ME, "mine") + talk("Bo Example", BO, "no")
    sent = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    sent += f'Kim,Al,"3/5/24, 2:02\u202fPM",Hello Al,OUTGOING,{ME},x\nEd,Kim,"3/6/24, 2:02 PM",Hi,INCOMING,x,{ME}\n'
    result = export({"messages.csv": f"{MESSAGES}\n{rows}", "Invitations.csv": sent})
    assert texts(result, "message") == ["Hello Al", "mine"]
    assert "2024-03-05T14:02:00+00:00" in {moment.isoformat() for moment in result.posts["created_at"]}
    several = rows + talk("Kim Beforehand", ME, "also mine", conversation="2-b==").replace("bo-example", "di-example")
    (Path(result.coverage.inputs[0].path) / "Invitations.csv").unlink()
    assert texts(export({"messages.csv": f"{MESSAGES}\n{several}"}), "message") == ["also mine", "mine"]


def test_owner_unknown_is_asked_for(export: Maker) -> None:
    rows = talk("Kim Beforehand", ME, "mine") + talk("Bo Example", BO, "no")
    files = {"messages.csv": f"{MESSAGES}\n{rows}", "Shares.csv": SHARES + share(1, "a")}
    result = export(files)
    assert texts(result, "message") == []
    assert "--account" in remarks(result)
    assert texts(export(files, account="Kim Beforehand"), "message") == ["mine"]


CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PREAMBLE = 'Notes:\n"When exporting your data, some, or all, addresses may be missing."\n\n'


@pytest.mark.parametrize("preamble", ["", PREAMBLE, PREAMBLE.replace("\n", ",,,,,,\n").replace("missing.", "missing")])
def test_connections_with_and_without_preamble(export: Maker, preamble: str) -> None:
    rows = (
        f'Bo,Example,{BO},,Northfield,"Physiotherapist, Stroke Unit",05 Mar 2024\n,,,,,,06 Mar 2024\n,,,,,,\n,,,,,,\n'
    )
    result = export({"Connections.csv": preamble + CONNECTIONS + rows})
    assert list(result.posts["context"]) == ["Bo Example, Physiotherapist, Stroke Unit, Northfield"]
    assert list(result.posts["kind"]) == ["follow"]
    assert result.coverage.problems == []


def test_blank_line_in_a_table_without_preamble_cuts_nothing(export: Maker) -> None:
    rows = f"Bo,Example,{BO},,A,B,05 Mar 2024\n\nDi,Example,{ME},,A,B,05 Mar 2024\n"
    assert len(export({"Connections.csv": CONNECTIONS + rows}).posts) == 2


def test_group_posts_duplicates_and_plain_urns(export: Maker) -> None:
    made = identity(datetime(2024, 3, 5, 14, 2, 11, tzinfo=UTC))
    plain = f"https://www.linkedin.com/feed/update/urn:li:share:{made}"
    rows = share(1, "in a group", f"{POST}groupPost%3A1234-{made}") + share(0, "short", plain)
    rows += share(int(made), "short and longer") + share(3, "short and longer")
    result = export({"Shares.csv": SHARES + rows})
    made_posts = {row.post_id: row for row in result.posts.itertuples()}
    assert made_posts[f"urn:li:groupPost:1234-{made}"].audience == "friends"
    assert made_posts[f"urn:li:share:{made}"].text == "short and longer"
    assert made_posts[f"urn:li:share:{made}"].url == f"https://www.linkedin.com/feed/update/urn:li:share:{made}/"
    assert made_posts["group-1234"].kind == "join"
    assert len(made_posts) == 4


def test_utf16_table_with_tabs_of_2018(export: Maker) -> None:
    rows = '"Date"\t"Share Title"\t"Share Description"\t"Share Link"\t"Share Commentary"\t"Visibility"\n'
    rows += '"2018/08/18 17:16:55 UTC"\t"Ten tips"\t"A list"\t"urn:li:activity:9"\t"Café ""society"""\t"Public"\n'
    row = export({"Shares.csv": ("\ufeff" + rows).encode("utf-16-le")}).posts.iloc[0]
    assert (row["text"], row["context"], row["audience"]) == ('Café "society"', "Ten tips\nA list", "public")
    assert row["created_at"].isoformat() == "2018-08-18T17:16:55+00:00"


def test_windows_characters(export: Maker) -> None:
    raw = f"Date,Link,Message\n{COMMENT}it\x92s \x93fine\x94 caf\xe9\n".encode("latin-1")
    assert texts(export({"Comments.csv": raw}), "comment") == ["it’s “fine” café"]


def test_dates_that_a_spreadsheet_changed(export: Maker) -> None:
    made = identity(datetime(2024, 3, 5, 14, 2, 11, tzinfo=UTC))
    result = export(
        {
            "Shares.csv": (SHARES + share(int(made), "a", date="05-Mar-24")).replace("\n", "\r\n"),
            "Comments.csv": f"Date,Link,Message\n25/03/2024 14:02,{POST}activity%3A7,b\n05/03/2024 14:02,x,c\n",
            "Reactions.csv": f"Date,Type,Link\n05/03/2024 14:02,LIKE,{POST}activity%3A7\n",
        }
    )
    times = {row.text: row.created_at.isoformat() for row in result.posts.itertuples()}
    assert times["a"] == "2024-03-05T14:02:11+00:00"
    assert times["c"] == "2024-03-05T14:02:00+00:00"
    assert [remark.path for remark in result.coverage.remarks if "spreadsheet" in remark.says] == ["Reactions.csv"]


def test_share_whose_date_contradicts_its_number_takes_the_number(export: Maker) -> None:
    made = identity(datetime(2024, 3, 5, 14, 2, 11, tzinfo=UTC))
    result = export({"Shares.csv": SHARES + share(int(made), "a", date="1999-01-01 00:00:00")})
    assert result.posts.iloc[0]["created_at"].year == 2024
    assert "does not fit" in remarks(result)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-03-05 14:02:11", "2024-03-05T14:02:11"),
        ("2024-03-05 14:02:11 UTC", "2024-03-05T14:02:11"),
        ("2024/03/05 14:02:11 UTC", "2024-03-05T14:02:11"),
        ("3/5/24, 2:02 PM", "2024-03-05T14:02:00"),
        ("3/5/24, 12:02\u202fAM", "2024-03-05T00:02:00"),
        ("03/05/24, 02:02 PM", "2024-03-05T14:02:00"),
        ("05 Mar 2024", "2024-03-05T00:00:00"),
        ("05-Mar-24", "2024-03-05T00:00:00"),
        ("Tue Mar 05 14:02:11 UTC 2024", "2024-03-05T14:02:11"),
        ("2024-03-05 14:02", "2024-03-05T14:02:00"),
    ],
)
def test_every_style_of_date(written: str, read: str) -> None:
    made = when(written)
    assert made is not None
    assert made.isoformat() == read + "+00:00"


@pytest.mark.parametrize(
    "written", ["", "soon", "2024-13-05", "31 Feb 2024", "0001-01-01 00:00:00", "99/99/9999", "---"]
)
def test_what_is_no_date(written: str) -> None:
    assert when(written) is None


def test_new_year_in_utc(export: Maker) -> None:
    result = export({"Shares.csv": SHARES + share(1, "a", date="2024-01-01 00:30:00")})
    assert result.posts.iloc[0]["created_at"].isoformat() == "2024-01-01T00:30:00+00:00"


def test_basic_export_says_that_posts_are_missing(export: Maker) -> None:
    files = {"Profile.csv": PROFILE.replace("Former,", "Former,Nurse"), "Profile Summary.csv": "Profile Summary\n"}
    result = export(files | {"Connections.csv": b""})
    assert "not included" in remarks(result)
    assert texts(result, "bio") == ["Nurse"]
    assert [problem.path for problem in result.coverage.problems] == ["Connections.csv"]


def test_assistants_and_empty_tables(export: Maker) -> None:
    files = {
        "coach_messages.csv": f"{MESSAGES}\n" + talk("Kim Invented", ME, "How do I ask for leave?"),
        "LearningCoachMessages.csv": "No conversations found\n",
        "Profile.csv": PROFILE,
    }
    result = export(files)
    assert texts(result, "message") == ["How do I ask for leave?"]
    assert result.coverage.problems == []


def article(title: str, link: str, published: str, body: str) -> str:
    head = f'<a href="{link}">{title}</a>' if link else title
    return (
        f"<html><head><title>{title}</title></head><body><h1>{head}</h1>"
        f'<p class="created">Created on 2024-03-01 10:00</p><p class="published">Published on {published}</p>'
        f"<div>{body}</div></body></html>"
    )


def test_articles_drafts_pictures_and_names_with_colons(export: Maker) -> None:
    link = "https://www.linkedin.com/pulse/night-shifts-kim"
    picture = '<img src="x" alt="Ward corridor"/><img src="y" alt="No alt text provided for this image"/>'
    result = export(
        {
            "Articles/Articles/night-shifts.html": article(
                "Night", link, "2024-03-02 08:00", "<p>One<br>two</p><p>3</p>"
            ),
            "Articles/Articles/2024-03-01 10:00:00.0-Draft.html": article("Draft", "", "---", "<p>unfinished</p>"),
            "Articles/only-pictures.html": article("Album", link + "-2", "2024-03-03 08:00", picture),
            "Articles/empty.html": "",
            "Profile.csv": PROFILE,
        }
    )
    assert texts(result, "article") == ["Album\n\nWard corridor", "Night\n\nOne\ntwo\n\n3"]
    assert set(result.posts["url"]) == {link, link + "-2"}
    assert "1 draft" in remarks(result)
    assert [problem.path for problem in result.coverage.problems] == ["Articles/empty.html"]


def test_recommendations_endorsements_and_profile(export: Maker) -> None:
    result = export(
        {
            "Recommendations_Given.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
            'Bo,Example,,,"Calm, always","03/05/24, 02:02 PM",VISIBLE\n',
            "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
            'Bo,Example,,,Kim is kind,"03/05/24, 02:02 PM",VISIBLE\n',
            "Positions.csv": 'Company Name,Title,Description,Location,Started On,Finished On\nN,OT,"Hands\nwrists",L,Mar 2021,\n',
            "Profile.csv": 'First Name,Last Name,Headline,Websites\nKim,Invented,Views mine,"[a,b]"\n',
        }
    )
    assert texts(result, "comment") == ["Calm, always"]
    assert texts(result, "bio") == ["N\nOT\nHands\nwrists\nL", "Views mine\na,b"]
    assert result.coverage.problems == []


def test_follows_with_preamble_and_those_given_up(export: Maker) -> None:
    result = export(
        {
            "Member_Follows.csv": 'Notes:\n"Some may be missing."\n\nDate,Status,FullName\n'
            "2024-03-05 14:02:11,Active,Di Example\n2024-03-05 14:02:11,Unfollow,Ed Example\n",
            "Company Follows.csv": "Organization,Followed On\nInvented Uni,Tue Mar 05 14:02:11 UTC 2024\n",
            "Shares.csv": SHARES,
        }
    )
    assert sorted(result.posts["context"]) == ["Di Example", "Invented Uni"]


def test_reactions_votes_and_reposts(export: Maker) -> None:
    result = export(
        {
            "Reactions.csv": f"Date,Type,Link\n2024-03-05 14:02:11,LIKE,{POST}activity%3A7\n"
            f"2024-03-05 14:02:11,ENTERTAINMENT,{POST}activity%3A7\n",
            "Votes.csv": f"Date,Link,OptionText\n2024-03-05 14:02:11,{POST}ugcPost%3A8,Early shift\n",
            "InstantReposts.csv": f"Date,Post URL\n2024-03-05 14:02:11,{POST}share%3A9\n",
        }
    )
    assert sorted(zip(result.posts["kind"], result.posts["context"], strict=True)) == [
        ("like", ""),
        ("like", "Early shift"),
        ("like", "Funny"),
        ("share", "https://www.linkedin.com/feed/update/urn:li:share:9"),
    ]


def test_damaged_rows_lose_only_themselves(export: Maker) -> None:
    rows = share(1, "one") + share(2, '"open quote') + share(3, "three") + share(4, "a,b,c,d,e") + share(5, "five")
    result = export({"Shares.csv": SHARES + rows})
    assert texts(result, "post") == ["five", "one", "three"]
    assert sum(problem.lost for problem in result.coverage.problems) == 2


def test_table_with_unknown_headers_is_read_by_its_order(export: Maker) -> None:
    files = {"Shares.csv": "Datum,Odkaz,Text,Adresa,Media,Kdo\n" + share(1, "one"), "Profile.csv": PROFILE}
    result = export(files)
    assert texts(result, "post") == ["one"]
    assert "by their order" in result.coverage.problems[0].reason
    strange = export({"Shares.csv": '{"a": 1}\n{"b": 2}', "Profile.csv": PROFILE})
    assert "does not have the columns" in strange.coverage.problems[0].reason


def test_comments_of_other_platforms_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_text("id,permalink,date,body\na,b,c,d\n")
    assert not linkedin.identify(Archive.open(tmp_path))


def test_basic_and_complete_export_of_one_person_are_one(tmp_path: Path) -> None:
    rows = talk("Kim Invented", ME, "mine")
    for folder, more in (("Basic", ""), ("Complete", rows.replace("mine", "newer"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Profile.csv").write_text(PROFILE)
        (tmp_path / folder / "messages.csv").write_text(f"{MESSAGES}\n{rows}{more}")
    (tmp_path / "Complete" / "Shares.csv").write_text(SHARES + share(1, "a"))
    result = read_exports([tmp_path / "Basic", tmp_path / "Complete"], messages=True)
    assert len(result.coverage.inputs) == 1
    assert sorted(result.posts["text"]) == ["a", "mine", "newer"]
    assert "Basic" not in remarks(result)


NAMES = sorted({name for base in linkedin._PARSERS for name in (f"{base}.csv",)} | {"Articles/a.html"})
HEADERS = [
    SHARES,
    "Date,Link,Message\n",
    "Date,Type,Link\n",
    MESSAGES + "\n",
    "From,To,Sent At,Message,Direction\n",
    PREAMBLE + CONNECTIONS,
    "Name\n",
    "First Name,Last Name,Text\n",
    "",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(NAMES),
    header=st.sampled_from(HEADERS),
    body=st.text(alphabet=st.sampled_from('",\n\\ab=05/-:é\x00\ud800<p>'), max_size=60) | st.binary(max_size=40),
)
def test_any_text_gives_posts_and_problems(tmp_path: Path, name: str, header: str, body: Any) -> None:
    path = tmp_path / "any" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header.encode() + (body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")))
    opened = Archive.open(tmp_path / "any")
    linkedin.identify(opened)
    assert isinstance(linkedin.owner(opened), str)
    for item in linkedin.posts(opened, ReadOptions()):
        assert isinstance(item, Post | Problem | Remark | Owner)
    path.unlink()
