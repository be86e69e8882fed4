"""A role on a committee in which a group meets alone, or several without the administration, is read by those whose
group could be on it. Others read of which group its holder is."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import council, meetings
from support.cores import Core, core, said
from support.corner import TEXTS, Corner, buttons, corner
from support.council import CAUCUS, HIGH_SCHOOL, has_committee
from support.databases import change, on_either
from support.districts import edit
from support.posting import Platform, sending
from support.statements import counted
from test_goals_cycles import planned
from test_goals_rounds import gathered

from bot.boundary import Address
from bot.people import readers
from bot.people.cards import seat_title
from bot.people.model import Member, Seat

pytestmark = on_either

SCHEDULE = Address("slack", "T01CEDAR", "C01SCHEDULE")
ROLE, GROUP = "Bargaining Council", "a member of Cedar Valley Education Association"
QUESTION = "Free on Tuesday at 4? | Yes | No"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return council.with_council(tmp_path)


def in_english(bot: Core, *names: str) -> list[Corner]:
    change(bot.settings.database_url, "update members set language = 'en'")
    return [corner(bot, name) for name in names]


async def test_who_chairs_a_round(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        hector, samuel = in_english(bot, "Héctor Villalobos", "Samuel Okafor")
        dana, _ = await gathered(bot)
        await dana.presses("round.open")
        await dana.presses("round.chair", "1")
        await dana.fills_in(seat=f"Héctor Villalobos ({ROLE}'s chair)")
        dana.sees(f"{ROLE}'s chair (Héctor Villalobos)")
        await hector.presses("round.chair-yes", "1")
        await samuel.presses("round.show")
        assert ROLE not in samuel.sees(f"Co-chair: {GROUP} (Héctor Villalobos)")


async def test_a_poll_says_whom_it_is_from_as_its_readers_may_know(tmp_path: Path, files: Path) -> None:
    """And its preview says just that. A role that they may know comes first."""
    async with core(tmp_path, files) as bot:
        (hector,) = in_english(bot, "Héctor Villalobos")
        hector.place = SCHEDULE
        await hector.types("poll", QUESTION)
        hector.sees("From a member of Schedule Committee")
        await hector.clicks("Ask in another role")
        hector.sees(f"From {GROUP}.", f"can't be on your committee. You ask it as {ROLE}'s chair.")
        hector.place = CAUCUS
        await hector.types("poll", "Free on Tuesday at 5? | Yes | No")
        assert "Ask in another role" in [one.label for one in buttons(said(hector.answer))]
        hector.sees(f"From {ROLE}'s chair")


async def test_who_has_that_role_alone_asks_polls_elsewhere_too(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        (ana,) = in_english(bot, "Ana Ruiz")
        there = {HIGH_SCHOOL: GROUP, CAUCUS: f"a member of {ROLE}"}
        for place, role in there.items():
            ana.place = place
            await ana.types("poll", QUESTION)
            ana.sees(f"From {role}.")
            await ana.clicks("Post it")
            ana.sees("Posted.")
        slack = Platform("slack")
        katherine = corner(bot, "Katherine Oyelaran")
        katherine.place = HIGH_SCHOOL
        await katherine.presses("poll.close", "1")
        assert "Ana Ruiz" not in katherine.sees("Only somebody of Cedar Valley Education Association can do that.")
        async with sending(bot, platforms={"slack": slack}) as sender:
            await sender.drain(20.0)
        for place, role in there.items():
            (card,) = [one.text for one in slack.accepted if one.at == place]
            assert f"From {role}." in card


async def test_the_line_to_paste_elsewhere_says_no_more_than_anybody_may_know(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        (ana,) = in_english(bot, "Ana Ruiz")
        ana.place = CAUCUS
        await ana.types("poll", QUESTION)
        await ana.clicks("Post it")
        for number, voter in enumerate(("Ana Ruiz", "Héctor Villalobos", "Dana Lee")):
            one = corner(bot, voter)
            one.place = CAUCUS
            await one.presses("poll.vote", f"1:{1 + number % 2}")
        await ana.presses("poll.close-now", "1")
        await ana.presses("poll.take-along", "1")
        assert ROLE not in ana.sees("A line to paste wherever", GROUP)


async def test_who_meets_with_others(tmp_path: Path, files: Path) -> None:
    """Dana, who asks them, reads more than Elena, a principal."""
    async with core(tmp_path, files) as bot:
        dana, elena, ana = in_english(bot, "Dana Lee", "Elena Ortiz", "Ana Ruiz")
        await dana.presses("meeting.set-up")
        await dana.fills_in(committee="People I pick", when=meetings.FIRST)
        for name in ("Ana Ruiz", "Elena Ortiz"):
            await dana.clicks("Ask somebody")
            await dana.fills_in(who=name)
        dana.sees(f"Ana Ruiz (a member of {ROLE})", "Elena Ortiz (Lincoln Elementary's principal)")
        await dana.clicks("Save it")
        for who in (elena, ana):
            await who.presses("meeting.join", "1")
        change(bot.settings.database_url, "update meetings set phase = 'over', at = '2026-10-01 20:00:00.000000'")
        await elena.presses("meeting.note", "1")
        assert ROLE not in str(elena.answer)
        assert f"Ana Ruiz ({GROUP})" in str(elena.answer)
        await ana.presses("meeting.note", "1")
        assert "You can then tell it at Cedar Valley Education Association." in str(ana.answer)


async def test_who_offers_something(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        await planned(bot)
        elena, ana = in_english(bot, "Elena Ortiz", "Ana Ruiz")
        await ana.types("offer", "Coaching")
        await ana.fills_in(kind=ana.choices("kind")[0])
        await elena.presses("offer.list", "1")
        assert ROLE not in elena.sees(f"{GROUP}: Ana Ruiz", "Coaching")
        hector = corner(bot, "Héctor Villalobos")
        await hector.types("offer", "A room")
        assert hector.choices("signed") == ["a member of Schedule Committee", f"{ROLE}'s chair"]


async def test_two_groups_keep_it_from_a_third(tmp_path: Path, files: Path) -> None:
    seats = ("table-chair,chair,cvea,,table,ana-ruiz,,", "table-one,member,pta,,table,nadia-haddad,,")
    has_committee(files, "table", "Families' Table", "joint,cvea;pta", *seats)
    async with core(tmp_path, files) as bot:
        await planned(bot)
        elena, ana = in_english(bot, "Elena Ortiz", "Ana Ruiz")
        await ana.types("offer", "Coaching")
        await ana.fills_in(kind=ana.choices("kind")[0], signed="Families' Table's chair")
        await elena.presses("offer.list", "1")
        assert "Families' Table" not in elena.sees(f"{GROUP}: Ana Ruiz")
        rosa = corner(bot, "Rosa Delgado", "discord")
        await rosa.presses("offer.list", "1")
        rosa.sees("Families' Table's chair: Ana Ruiz")


async def test_a_committee_that_meets_with_the_administration_is_named_to_everybody(tmp_path: Path) -> None:
    """The board and the library have nobody on it."""
    async with core(tmp_path) as bot:
        (joel,) = in_english(bot, "Joel Hartmann")
        joel.place = Address("slack", "T01CEDAR", "C01COMMONS")
        await joel.types("poll", QUESTION)
        joel.sees("From Schedule Committee's chair.")


@pytest.mark.parametrize("many", [1, 12])
async def test_it_is_looked_up_once_an_act(tmp_path: Path, files: Path, many: int) -> None:
    """However many roles are drawn, and committees there are."""
    for each in range(many):
        seats = (f"s{each},member,cvea,,table{each},ana-ruiz,,",)
        has_committee(files, f"table{each}", f"Table {each}", "joint,cvea;pta", *seats)

    def run(session: Session) -> tuple[int, int]:
        elena = session.scalars(select(Member).where(Member.key == "elena-ortiz")).one()
        seats = session.scalars(select(Seat)).unique().all()
        with counted(session) as found:
            words = readers.words_for(session, elena, TEXTS["en"])
            return sum(seat_title(seat, words) == GROUP for seat in seats), len(found)

    async with core(tmp_path, files) as bot:
        assert await bot.writer.do(run) == (many + 2, 5)


async def test_what_is_told_to_everybody(tmp_path: Path, files: Path) -> None:
    """Its preview, its tests in each language and on the other platform, and its cards say the same."""
    edit(files, "district.yaml", "  principal: [consent]", "  principal: [consent]\n  chair: [chair, broadcast]")
    async with core(tmp_path, files) as bot:
        hector, samuel = in_english(bot, "Héctor Villalobos", "Samuel Okafor")
        await hector.types("broadcast", "Insurance")
        await hector.fills_in(title="Insurance", people="Everyone in the partnership")
        assert ROLE not in hector.sees(f"From {GROUP}")
        for label in [one.label for one in buttons(said(hector.answer)) if one.do in ("broadcast.see", "broadcast.on")]:
            preview = hector.answer
            await hector.clicks(label)
            assert ROLE not in hector.sees("Insurance")
            hector.answer = preview
        await hector.clicks("Send to approver")
        await samuel.presses("broadcast.check", "1")
        for label in [one.label for one in buttons(said(samuel.answer)) if one.do == "broadcast.see-row"]:
            await samuel.clicks(label)
            assert ROLE not in samuel.sees("Insurance")
            await samuel.presses("broadcast.check", "1")
