"""Whether enough have answered, against fractions."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from bot.polls.terms import SHARES, suffices

FRACTIONS = {
    "quarter": Fraction(1, 4),
    "half": Fraction(1, 2),
    "two-thirds": Fraction(2, 3),
    "three-quarters": Fraction(3, 4),
}


@given(share=st.sampled_from(sorted(FRACTIONS)), came=st.integers(0, 10**6), people=st.integers(0, 10**6))
@example("two-thirds", 2, 3)
@example("two-thirds", 666_666, 10**6)
@example("two-thirds", 666_667, 10**6)
@example("half", 0, 0)
def test_a_share_is_of_those_who_can(share: str, came: int, people: int) -> None:
    assert suffices(share, came, people) == (people > 0 and Fraction(came, max(people, 1)) >= FRACTIONS[share])


@given(share=st.sampled_from(sorted(FRACTIONS)), people=st.integers(1, 10**6))
def test_the_least_that_suffices_is_found_one_below_which_it_does_not(share: str, people: int) -> None:
    least = -(-FRACTIONS[share].numerator * people // FRACTIONS[share].denominator)
    assert suffices(share, least, people)
    assert not suffices(share, least - 1, people)


def test_every_share_is_known() -> None:
    assert SHARES.keys() == FRACTIONS.keys()
