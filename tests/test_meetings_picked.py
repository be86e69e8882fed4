"""Meetings of people who were picked one by one: each is asked, may say no and may leave, in the core."""

from __future__ import annotations

from pathlib import Path

from support import databases, districts
from support.cores import Core, core, said
from support.corner import Corner, corner, shown
from support.databases import on_either
from support.meetings import adds, load, told, until

from bot.boundary import ChoiceField, Form, FormErrors
from bot.meetings import agenda, inviting, minutes

pytestmark = on_either

FEW = ("rosa del", "Elena Ortiz")
ELENA = "Elena Ortiz (la dirección de Lincoln Elementary)"
MANY = (*FEW, "Samuel Okafor", "Marcus", "Joel")


async def asks(bot: Core, *names: str) -> Corner:
    """Maria, Lincoln's building rep, asks them to meet; she looks it over."""
    maria = corner(bot, "Maria Rivera")
    await maria.presses("meeting.set-up")
    await maria.fills_in(committee="People I pick", when="2026-10-20T15:30", place="Library")
    for name in names:
        await puts_on_list(maria, name)
    return maria


async def puts_on_list(maria: Corner, name: str) -> None:
    """By typing or, where the list is short, from it."""
    await maria.clicks("Ask somebody")
    assert isinstance(maria.answer, Form)
    field = maria.answer.fields[0]
    listed = [choice.label for choice in field.choices] if isinstance(field, ChoiceField) else []
    await maria.fills_in(who=next((label for label in listed if label.startswith(name)), name))


async def says(bot: Core, name: str, answer: str, platform: str = "slack") -> Corner:
    one = corner(bot, name, platform)
    await one.types("somewhere")
    await one.clicks(answer)
    return one


async def reads(who: Corner) -> str:
    await who.presses("meeting.show", "1")
    return said(who.answer).text()


async def test_a_few_meet_without_formalities(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asks(bot)
        maria.sees("Nobody is asked yet", "Fewer than five: no chairs, no minutes")
        await maria.clicks("Save it")
        maria.sees("Please put somebody on the list first")
        maria = await asks(bot, *FEW)
        maria.sees("Will be asked: Rosa Delgado (the PTA liaison, Lincoln Elementary) and Elena Ortiz")
        await maria.clicks("Save it")
        maria.sees("Saved. The next meeting is Tuesday, October 20, 3:30 PM")
        assert told(bot, inviting.INVITED) == ["elena-ortiz", "rosa-delgado"]
        rosa = corner(bot, "Rosa Delgado", "discord")
        await rosa.presses("meeting.show", "1")
        rosa.sees("Eso ya no está aquí")
        rosa = await says(bot, "Rosa Delgado", "Sí, participo", "discord")
        rosa.sees("Usted participa en Our meetings: ", "20 de octubre")
        elena = await says(bot, "Elena Ortiz", "Esta no")
        elena.sees("Solo se entera quien le invitó")
        assert told(bot, inviting.DECLINED) == ["maria-rivera"]
        assert "Lincoln Elementary's principal" in shown(bot, inviting.show_declined, 1)
        await elena.clicks("Sí quiero participar")
        await rosa.presses("meeting.put", "1")
        await rosa.fills_in(to="2026-10-21T15:30")
        rosa.sees("La junta ahora es el miércoles 21 de octubre")
        await until(bot, 2026, 10, 21, 22)
        await rosa.presses("meeting.note", "1")
        await rosa.fills_in(decided="Noche de lectura", theirs="Open the gym", who=ELENA)
        await elena.types("somewhere")
        elena.sees("Rosa Delgado pregunta si usted puede hacer esto", "Open the gym")
        for one in (maria, rosa, elena):
            await one.presses("meeting.leave", "1")
        elena.sees("por eso estas juntas terminaron")


async def test_five_or_more_have_chairs_of_two_groups(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asks(bot, *MANY)
        maria.sees("chaired by Maria Rivera")
        await maria.clicks("Take the last one off")
        assert "Joel" not in maria.sees("chaired by Maria Rivera")
        await maria.clicks("Who chairs, how many it takes")
        form = maria.answer
        assert isinstance(form, Form)
        field = form.fields[0]
        assert isinstance(field, ChoiceField)
        chairs = [choice.value for choice in field.choices if choice.label.startswith(("Maria", "Samuel"))]
        await maria.sends("meeting.people", form.about, {"chairs": tuple(chairs), "quorum": ("one",)})
        maria.sees("chaired by Maria Rivera and Samuel Okafor", "To decide, it takes: Somebody of each group")
        await maria.clicks("Save it")
        samuel = await says(bot, "Samuel Okafor", "I'll take part")
        await samuel.presses("meeting.show", "1")
        samuel.sees("Our meetings", "Only those who meet read this", "Move this date")
        await maria.presses("meeting.change", "1")
        await maria.fills_in()
        await puts_on_list(maria, "Joel")
        maria.sees("chaired by Samuel Okafor and Maria Rivera", "Will be asked: Joel Hartmann")
        await maria.clicks("Save it")
        assert "joel-hartmann" in told(bot, inviting.INVITED)
        naomi = corner(bot, "Naomi Feldstein")
        for do in ("meeting.join", "meeting.leave", "meeting.put"):
            await naomi.presses(do, "1")
            naomi.sees("That isn't here any more")


async def test_who_has_two_roles_says_by_which_they_ask(tmp_path: Path) -> None:
    """Their own before one for which they stand in; who follows in it reads what is noted."""
    by = "select key from meeting_seats join seats on seats.id = seat_id"
    async with core(tmp_path) as bot:
        url = bot.settings.database_url
        maria = await asks(bot)
        assert "role" not in maria.sees("Nobody is asked yet")
        mine = "(select id from members where key = 'maria-rivera')"
        databases.change(
            url, f"update seats set holder_id = null, deputy_id = {mine} where key = 'association-president'"
        )
        await puts_on_list(maria, "Elena Ortiz")
        maria.sees("These will be the meetings of your role as Lincoln Elementary's building rep")
        await maria.clicks("Ask in another role")
        maria.sees("your role as the association's president, Cedar Valley Education Association", "Elena Ortiz")
        await maria.clicks("Ask in another role")
        maria.sees("Lincoln Elementary's building rep")
        await maria.clicks("Ask in another role")
        await maria.clicks("Save it")
        maria.sees("Saved.")
        assert databases.rows(url, by) == [("association-president",)]
        await maria.presses("meeting.change", "1")
        await maria.fills_in()
        assert "role" not in maria.sees("Our meetings")


async def test_what_the_others_are_asked_to_do_is_not_asked_of_a_vacant_role(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asks(bot, "Elena Ortiz", "rosa del")
        await maria.clicks("Save it")
        await says(bot, "Elena Ortiz", "Sí, participo")
        await says(bot, "Rosa Delgado", "Sí, participo", "discord")
        url = bot.settings.database_url
        databases.change(url, "update seats set holder_id = null where key = 'principal-lincoln'")
        await until(bot, 2026, 10, 20, 22)
        await maria.presses("meeting.note", "1")
        assert "nobody holds it" not in str(maria.answer)
        await maria.fills_in(theirs="Open the gym")
        asked = "select key, text from actions join seats on seats.id = seat_id"
        assert databases.rows(url, asked) == [("pta-lincoln", "Open the gym")]


async def test_nobody_of_the_board_but_its_liaison_is_picked(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        databases.change(
            bot.settings.database_url,
            "update seats set group_id = (select group_id from seats where key = 'board-liaison')"
            " where key = 'schedule-specialists'",
        )
        maria = await asks(bot, "Patricia Nowak")
        maria.sees("Will be asked: Patricia Nowak")
        await puts_on_list(maria, "Héctor")
        maria.sees("No name in the list fits that")


async def test_who_has_no_channel_together_hears_it_in_the_days_message(tmp_path: Path) -> None:
    """Who joins later reads what was written since."""
    async with core(tmp_path) as bot:
        maria = await asks(bot, *MANY)
        await maria.clicks("Save it")
        samuel = await says(bot, "Samuel Okafor", "I'll take part")
        await adds(maria, "Bus times")
        joel = await says(bot, "Joel Hartmann", "I'll take part")
        await until(bot, 2026, 10, 19)
        assert told(bot, agenda.OUT) == ["joel-hartmann", "maria-rivera", "samuel-okafor"]
        for one, sees in ((samuel, True), (joel, False)):
            await one.presses("meeting.agenda", "1")
            assert ("Bus times" in one.sees("Agenda: Our meetings", "Leads: Maria Rivera")) is sees
        await until(bot, 2026, 10, 20, 22)
        await maria.presses("meeting.propose-minutes", "1")
        await samuel.presses("meeting.look-minutes", "1")
        await samuel.clicks("Approve")
        assert told(bot, minutes.OUT) == ["joel-hartmann", "maria-rivera", "samuel-okafor"]
        await joel.presses("meeting.minutes", "1")
        joel.sees("Minutes: Our meetings", "Approved by Samuel Okafor")


async def test_who_joins_while_somebody_writes_what_came_of_it_reads_it_once_its_writer_knows(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asks(bot, *FEW)
        await maria.clicks("Save it")
        await says(bot, "Rosa Delgado", "Sí, participo", "discord")
        await until(bot, 2026, 10, 20, 22)
        await maria.presses("meeting.note", "1")
        assert maria.field(0).hint.startswith("Those who meet read it.")
        assert maria.field(2).hint == "Rosa Delgado says yes or no."
        elena = await says(bot, "Elena Ortiz", "Sí, participo")
        await maria.fills_in(decided="Elena's stairs", theirs="Open the gym")
        assert isinstance(maria.answer, FormErrors)
        assert not maria.answer.errors, "nothing that she could change in the form itself"
        assert "By now others read it" in maria.answer.message.text()
        assert "Elena's stairs" not in await reads(elena)
        await maria.clicks("Fix it")
        assert (maria.field(0).value, maria.field(2).value) == ("Elena's stairs", "Open the gym")
        assert maria.field(2).hint == "The person you ask says yes or no."
        await maria.fills_in(who="Elena Ortiz (Lincoln Elementary's principal)")
        maria.sees("It's written down.")
        assert "Elena's stairs" in await reads(elena)


async def test_who_takes_over_a_role_while_somebody_writes_reads_it_once_its_writer_knows(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asks(bot, *FEW)
        await maria.clicks("Save it")
        await says(bot, "Elena Ortiz", "Sí, participo")
        await until(bot, 2026, 10, 20, 22)
        await maria.presses("meeting.note", "1")
        heir = "(select id from members where key = 'samuel-okafor')"
        databases.change(
            bot.settings.database_url, f"update seats set holder_id = {heir} where key = 'principal-lincoln'"
        )
        await maria.fills_in(decided="The stairs")
        assert isinstance(maria.answer, FormErrors)
        await maria.clicks("Fix it")
        assert maria.field(2).hint == "Samuel Okafor says yes or no."
        await maria.fills_in()
        maria.sees("It's written down.")


async def test_who_has_the_role_of_the_one_who_asked_hears_who_says_no(tmp_path: Path) -> None:
    """It once was Maria, who asked and has no role any more."""
    async with core(tmp_path) as bot:
        maria = await asks(bot, *MANY)
        await maria.clicks("Save it")
        await corner(bot, "Samuel Okafor").presses("meeting.join-not", "1")
        assert told(bot, inviting.DECLINED) == ["maria-rivera"]
        files = districts.copy(tmp_path / "files")
        districts.edit(files, "seats.csv", "lincoln,,maria-rivera", "lincoln,,owen-lindqvist")
        await load(bot, files)
        databases.change(bot.settings.database_url, "delete from notices where name = 'meeting.not-there'")
        joel = corner(bot, "Joel Hartmann")
        await joel.presses("meeting.join-not", "1")
        assert told(bot, inviting.DECLINED) == ["owen-lindqvist"]
        assert "Schedule Committee's chair" in shown(bot, inviting.show_declined, 1)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("meeting.show", "1")
        owen.sees("Our meetings")


async def test_of_an_open_meeting_those_who_are_asked_read_that_its_agenda_is_everybodys(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asks(bot, *MANY)
        await maria.clicks("Open meeting?")
        await maria.clicks("Save it")
        public = "Everybody in the district may read its agenda once it is out"
        assert public in shown(bot, inviting.show_invited, 1)
        joel = corner(bot, "Joel Hartmann")
        await joel.presses("meeting.join", "1")
        await adds(joel, "Ms Pham's cover")
        seen = await reads(joel)
        assert f"{public}, with who brought what and who leads it." in seen
        assert "Only those who meet" not in seen
