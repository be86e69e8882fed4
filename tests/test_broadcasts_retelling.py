"""A goal and a meeting end in telling one's building: what its people may read is in the form already."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases, trying
from support.broadcasts import POSTED, STATUS, at_noon, rows
from support.concerns import GOAL, agreed, tells
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner
from support.databases import on_either
from test_goals_canvas import sent
from test_goals_endings import LEARNED, ends
from test_meetings_minutes import approved, met, notes

from bot.boundary import Form, TextField

pytestmark = on_either

TELL = "Tell my building"


def drafted(who: Corner) -> str:
    form = who.answer
    assert isinstance(form, Form), form
    field = form.fields[0]
    assert isinstance(field, TextField)
    return field.value


def offers(who: Corner, label: str = TELL) -> bool:
    return any(one.label == label for one in buttons(said(who.answer)))


async def test_an_agreed_goal_is_told_in_three_taps_more(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria = await agreed(bot)
        await maria.presses("goal.show", "1:en")
        await maria.clicks(TELL)
        assert drafted(maria) == f"We have agreed on a shared goal: {GOAL['change']}"
        await maria.fills_in()
        maria.sees("Nothing is sent yet", GOAL["change"], "#lincoln-staff")
        await maria.clicks("Send it")
        maria.sees("It goes out")
        await bot.later(minutes=3)
        assert rows(bot, POSTED) == ["slack:T01CEDAR/C01LINCOLNSTAFF"]


async def test_once_those_who_spoke_are_told_the_building_can_be(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await tells(maria)
        maria.sees("They are being told")
        assert offers(maria)


async def test_a_result_is_told_at_the_end_and_in_spanish_to_families(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await ends(maria)
        await maria.clicks(TELL)
        assert drafted(maria) == (
            f"Our shared goal “{GOAL['change']}” has ended: Not reached. What we learned: {LEARNED}"
        )
        rosa = corner(bot, "Rosa Delgado", "discord")
        await rosa.presses("goal.show", "1:es")
        await rosa.clicks("Avisar a mi escuela")
        assert drafted(rosa).startswith(f"Nuestra meta compartida «{GOAL['change']}» terminó: No se alcanzó.")


async def test_what_was_tried_is_told_and_the_goal_goes_on(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await trying.planned(bot)
        await tells(maria)
        await trying.ends(maria)
        await maria.types("somewhere")
        maria.sees("You tried one thing")
        await maria.clicks("Tell them")
        assert drafted(maria) == (
            f"We have agreed on a shared goal: {GOAL['change']}\n"
            f"We tried something for it: {trying.TRIED} What we learned: {trying.LEARNED['learned']}"
        )


async def test_pressed_again_it_is_as_they_left_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("broadcast.retell", "goal:1")
        await maria.fills_in(text="Good news.")
        await maria.presses("broadcast.retell", "goal:1")
        assert drafted(maria) == "Good news."
        assert len(rows(bot, "select id from drafts where form = 'broadcast.write'")) == 1


async def test_a_form_in_which_nothing_was_typed_says_how_it_is_by_now(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("broadcast.retell", "goal:1")
        assert drafted(maria).startswith("We have agreed on a shared goal")
        await ends(maria)
        await maria.clicks(TELL)
        assert drafted(maria).endswith(f"has ended: Not reached. What we learned: {LEARNED}")
        assert len(rows(bot, "select id from drafts where form = 'broadcast.write'")) == 1


async def comes_to_staff(bot: Core, group: str) -> None:
    """Others are in the channel of the rep's building from now on."""
    there = "from places, groups where places.name = 'lincoln-staff' and groups.key"
    put = "insert into place_groups (place_id, group_id) select places.id, groups.id"
    databases.change(bot.settings.database_url, f"{put} {there} = '{group}'")


async def test_where_others_would_read_it_its_words_do_not_come_along(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("goal.show", "1:en")
        await maria.clicks(TELL)
        form = maria.answer
        assert isinstance(form, Form)
        await comes_to_staff(bot, "library")
        await maria.sends(form.name, form.about, {"text": (drafted(maria),), "asks": ("no",)})
        maria.sees("Others would read this by now")
        await maria.sends(form.name, form.about, {"text": ("We have a goal.",), "asks": ("no",)})
        maria.sees("Nothing is sent yet")
        await maria.presses("goal.show", "1:en")
        assert not offers(maria)
        await maria.presses("broadcast.retell", "goal:2")
        maria.sees("That isn't here any more")


async def test_changed_before_it_goes_its_words_still_go_no_further(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria = await agreed(bot)
        await maria.presses("broadcast.retell", "goal:1")
        await maria.fills_in()
        await maria.clicks("Send it")
        await comes_to_staff(bot, "library")
        await maria.presses("broadcast.change", "1")
        await maria.fills_in()
        maria.sees("Others would read this by now")
        await maria.presses("broadcast.change", "1")
        await maria.fills_in(text="We have a goal.")
        maria.sees("Nothing is sent yet", "We have a goal.")


@pytest.mark.parametrize("text", ["", "We have a goal."])
async def test_its_words_are_shown_to_nobody_elsewhere_to_be_translated(tmp_path: Path, text: str) -> None:
    """Of the association, in another building; own words are the sender's to show."""
    async with core(tmp_path) as bot:
        there = "select id from buildings where key = 'washington'"
        other = f"update members set language = 'es' where name = 'Curtis Wendell' or building_id = ({there})"
        databases.change(bot.settings.database_url, other)
        maria = await agreed(bot)
        await maria.presses("broadcast.retell", "goal:1")
        await (maria.fills_in(text=text) if text else maria.fills_in())
        await maria.clicks("Ask someone for the Spanish")
        offered = "Curtis Wendell" in str(maria.answer)
        assert offered == bool(text)


@pytest.mark.parametrize("name", ["Curtis Wendell", "Dana Lee", "Owen Lindqvist"])
async def test_nobody_tells_what_they_may_not_read_or_have_no_building_for(tmp_path: Path, name: str) -> None:
    """The rep of another building, the president, who has none, and a teacher without a seat."""
    async with core(tmp_path) as bot:
        await agreed(bot)
        one = corner(bot, name)
        await one.presses("broadcast.retell", "goal:1")
        assert GOAL["change"] not in one.sees()
        assert not rows(bot, "select id from drafts where form = 'broadcast.write'")


async def test_a_title_that_is_there_in_both_languages_is_told_in_both(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await sent(bot)
        every = "update goals set status = 'agreed', audience = 'district:1'"
        databases.change(bot.settings.database_url, every)
        maria = corner(bot, "Maria Rivera")
        await maria.presses("broadcast.retell", "goal:1")
        await maria.fills_in()
        assert offers(maria, "Change the Spanish")
        await maria.clicks("Test on me: Spanish")
        maria.sees("Acordamos una meta compartida")


@pytest.mark.parametrize("theirs", [True, False])
async def test_what_a_committee_decided_is_told_where_all_may_read_it(tmp_path: Path, theirs: bool) -> None:
    """Of groups that read along in its channel; not where a topic is for the committee alone."""
    async with core(tmp_path) as bot:
        joel, hector = await met(bot, "Bus times", "Bells", in_the_open=False)
        await notes(joel, "Bus times", outcome="Decided", line="One bus.")
        if not theirs:
            alone = (
                "update meeting_items set audience = 'committee:' || (select id from committees where key = 'schedule')"
            )
            databases.change(bot.settings.database_url, alone)
        await approved(joel, hector)
        naomi = corner(bot, "Naomi Feldstein")
        await naomi.presses("meeting.minutes", "1")
        naomi.sees("Decided: Bus times. One bus.")
        assert offers(naomi) == theirs
        await naomi.presses("broadcast.retell", "meeting:1")
        if theirs:
            assert drafted(naomi).endswith("What was decided:\n- Bus times: One bus.")
        else:
            naomi.sees("That isn't here any more")
        assert rows(bot, STATUS) == []
