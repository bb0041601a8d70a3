from datetime import UTC, datetime

from importers.posts import Post, to_frame

WHEN = datetime(2024, 3, 1, tzinfo=UTC)


def like(account: str, context: str = "A page of jokes") -> Post:
    return Post("like-1", "x", "like", WHEN, context=context, account=account)


def test_what_two_accounts_like_stays_twice_with_ids_that_do_not_depend_on_the_order():
    one_way, other_way = (to_frame(posts) for posts in ([like("kim"), like("ida")], [like("ida"), like("kim")]))
    assert sorted(one_way["account"]) == ["ida", "kim"]
    assert one_way.set_index("account")["post_id"].to_dict() == other_way.set_index("account")["post_id"].to_dict()


def test_what_one_account_likes_is_listed_once_and_keeps_its_id():
    frame = to_frame([like("kim", ""), like("kim")])
    assert frame[["post_id", "context"]].values.tolist() == [["like-1", "A page of jokes"]]


def test_a_post_that_two_parts_of_an_export_hold_is_listed_once_whatever_the_account_is_called():
    frame = to_frame([Post("7", "x", "post", WHEN, "Rain", account=name) for name in ("kim", "kim_again")])
    assert len(frame) == 1


def test_a_like_and_a_post_with_one_id_are_told_apart():
    frame = to_frame([like("kim"), Post("like-1", "x", "post", WHEN, "Rain", account="kim")])
    assert sorted(frame["kind"]) == ["like", "post"]
    assert frame["post_id"].is_unique
