"""What the supervisor's copy replaces: whole names, ages that stand alone, places with a name; and what it leaves."""

from itertools import pairwise

import pytest

from audit.language import read_text
from audit.mentions import mentions
from audit.results import Span


def spans(text: str) -> tuple[Span, ...]:
    return next(mentions([read_text(text)]))


def said(text: str, label: str) -> list[str]:
    return [text[span.start : span.end] for span in spans(text) if span.label == label]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("chap on our bay, 61, retired postman", ["61"]),
        ("Lovely old boy on Ward 6 today, 84, ex-collier", ["84"]),
        ("Thinking about the lady we lost. 47, two girls, MND took her", ["47"]),
        ("a lady, 47, 2 girls and a dog", ["47"]),
        ("the old farmer (84) came in", ["84"]),
        ("new patient, sixty one, with his wife", ["sixty one"]),
        ("an eighty-year-old farmer came", ["eighty-year-old"]),
        ("the lady is 84 and he was 90.", ["84", "90"]),
        ("my patient Debbie is 84.", ["84"]),
        ("84F with a hip, then 79 yo with a knee, both of them aged 80", ["84F", "79 yo", "aged 80"]),
        ("we won by 3, 12, 84 and 20, said the lady", []),
        ("she waited 84 minutes, the room is 84.", []),
        ("a 10m walk with the lady", []),
    ],
)
def test_ages(text: str, ages: list[str]) -> None:
    assert said(text, "age") == ages


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("two girls at Coedcae school", ["Coedcae school"]),
        ("two girls at coedcae school", ["coedcae school"]),
        ("Coed Cae Primary School again", ["Coed Cae Primary School"]),
        ("sits in the office at bryn elli while i run the class", ["bryn elli"]),
        ("she is at the towy ward now", ["towy ward"]),
        ("he lives on quarry street", ["quarry street"]),
        ("pop in, 14 Heol Bryngolau", ["14 Heol Bryngolau"]),
        ("i work at capita these days", ["capita"]),
        ("engaged at Barry Island", ["Barry Island"]),
        ("every primary school, the stroke ward, on the road, in the main street", []),
        ("in the gym at lunchtime, the team at work, looking at Mondays", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert said(text, "place") == places


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("look at dan probert in his scarf", ["dan probert"]),
        ("Saw Dan Probert’s photo", ["Dan Probert’s"]),
        ("Mandy Tanner came to the clinic", ["Mandy Tanner"]),
        ("Poor Tanner on the ward", ["Tanner"]),
        ("did the stairs on the ward singing Calon Lân to us", []),
        ("pitch again 😂 kitchen's that way girls", []),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert [name.removesuffix("’s") for name in said(text, "person")] == [name.removesuffix("’s") for name in people]


def test_spans_stand_in_order_and_apart() -> None:
    found = spans("Bevan Ward 6, 84, at Bevan Ward with Mandy Tanner aged 84 from Coedcae School Road")
    assert found
    assert all(one.end <= other.start for one, other in pairwise(found))
