"""In which channels something that is told to many is posted, for whom they have to be, and who is pinged there."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.broadcasts import ASSOCIATION, POSTED, STATUS, TEXT, TOLD, at_noon, rows, sends, to_staff, writes
from support.corner import corner, draw
from support.databases import on_either
from support.presences import slack_tells
from support.talk import core

from adapters.discord.render import card
from bot.boundary import Form

pytestmark = on_either


async def test_who_was_to_read_it_in_a_channel_that_is_gone_gets_it_by_message(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await sends(dana, ASSOCIATION)
        await bot.later(minutes=3)
        assert (len(rows(bot, POSTED)), rows(bot, TOLD)) == (1, ["douglas-pruitt"]), "who has no account"
        lost = "update deliveries set state = 'FAILED', reason = 'channel_not_found', waits_since = null"
        databases.change(bot.settings.database_url, f"{lost} where card = 'broadcast'")
        await bot.later(minutes=30)
        assert len(rows(bot, TOLD)) == 30
        await dana.types("somewhere")
        await dana.clicks("How did it go?")
        dana.sees("association-caucus (Slack) couldn't be used", "25 people or more have it by message")


async def test_a_channel_that_is_meant_for_others_by_now_gets_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await sends(corner(bot, "Dana Lee"), ASSOCIATION)
        opened = "update places set audience = 'COMMUNITY' where name = 'association-caucus'"
        databases.change(bot.settings.database_url, opened)
        await bot.later(minutes=30)
        assert (rows(bot, POSTED), len(rows(bot, TOLD))) == ([], 30)


async def test_who_is_in_the_channel_without_being_meant_is_said(tmp_path: Path) -> None:
    """Elena, a principal, was let into the association's caucus, as was somebody on no roster."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await slack_tells(bot, "C01ASSOCIATION", "U01DLEE", "U01RIVERA", "U01ORTIZ", "U01STRANGER")
        text = await writes(corner(bot, "Dana Lee"), ASSOCIATION)
        assert "29 people I know get it, none of them an administrator.\n" in text
        there = "It is posted in #association-caucus (Slack).\nOne more person there sees it, too, an administrator. "
        assert f"{there}One more person there isn't on the district's roster.\n" in text

        await slack_tells(bot, "C01ASSOCIATION", "U01DLEE", "U01RIVERA")
        assert "more person" not in await writes(corner(bot, "Dana Lee"), ASSOCIATION)


async def test_who_is_told_anyway_is_nobody_else_in_the_channel(tmp_path: Path) -> None:
    """The principals are told with the association, in whose caucus one of them is."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await slack_tells(bot, "C01ASSOCIATION", "U01DLEE", "U01ORTIZ")
        text = await writes(corner(bot, "Dana Lee"), ASSOCIATION, "Principals")
        assert "#association-caucus" in text
        assert "more person" not in text


async def test_it_is_posted_in_as_few_channels_as_reach_the_same_people(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await writes(corner(bot, "Dana Lee"), "Everyone in the partnership")
        seen = corner(bot, "Dana Lee")
        await seen.types("somewhere")
        await seen.clicks("Go on writing")
        seen.sees(
            "meant for 68 people I know, 10 of them administrators",
            "It is posted in #partnership-commons (Slack), #town-square (Discord), and #plaza-en-español (Discord).",
            "Everyone who reads #partnership-commons (Slack), #town-square (Discord)",
            "I can't see who that is",
            "School Board: Patricia Nowak; Cedar Valley PTA: Adriana Ponce",
        )


async def test_many_channels_leave_room_for_what_is_said_there(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for language in range(12):
            columns = "district_id, address, name, language, audience"
            row = f"1, 'discord:1268401200690098927/9{language}', 'a-channel-of-some-name', 'l{language}', 'COMMUNITY'"
            databases.change(bot.settings.database_url, f"insert into places ({columns}) values ({row})")
        dana = corner(bot, "Dana Lee")
        said = await writes(dana, "Everyone in the partnership", text="x" * 1800)
        assert "x" * 1800 in said
        dana.sees("and 11 more channels")
        assert len(said) < 3500


async def test_an_employer_never_posts_in_a_caucus_of_others(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await to_staff(bot)
        await bot.later(minutes=30)
        assert (rows(bot, POSTED), len(rows(bot, TOLD))) == ([], 30)


async def test_a_channel_that_others_join_is_shown_before_it_goes_and_left_by_a_correction(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria, database = corner(bot, "Maria Rivera"), bot.settings.database_url
        await maria.types("tell", "The staff meets on Friday.")
        maria.sees("#lincoln-staff")
        staff = "from places, groups where places.name = 'lincoln-staff' and groups.key in"
        put = "insert into place_groups (place_id, group_id) select places.id, groups.id"
        databases.change(database, f"{put} {staff} ('library')")
        await maria.clicks("Send it")
        assert rows(bot, STATUS) == []
        await maria.clicks("Send it")
        await bot.later(minutes=5)
        assert "slack:T01CEDAR/C01LINCOLNSTAFF" in rows(bot, POSTED)
        databases.change(database, f"{put} {staff} ('board')")
        await maria.presses("broadcast.correct", "1")
        await maria.fills_in(**{"text-en": "The staff meets on Thursday."})
        maria.sees("Corrected.")
        assert "slack:T01CEDAR/C01LINCOLNSTAFF" not in rows(bot, POSTED)


async def test_a_channel_is_taken_off_and_its_people_are_told_in_their_message(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", TEXT)
        maria.sees("It is posted in #lincoln-staff")
        form = await maria.clicks("Choose channels")
        assert isinstance(form, Form)
        assert maria.choices("channels") == ["#lincoln-staff (Slack)"]
        await maria.sends(form.name, form.about, {"channels": ("999",)})
        seen = maria.sees("You took one channel off. Its people find it in their message of the day.")
        assert "It is posted in" not in seen
        await maria.clicks("Send it")
        await maria.clicks("Change it")
        await maria.fills_in(text="Open enrollment ends on Monday.")
        maria.sees("You took one channel off")
        await maria.clicks("Send it")
        await bot.later(minutes=3)
        assert (rows(bot, POSTED), "priya-natarajan" in rows(bot, TOLD)) == ([], True)


# Roles on Discord --------------------------------------------------------------------------------------------------


async def test_a_role_that_the_files_name_is_pinged_and_nothing_that_somebody_wrote_is(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        role = "1309501200690098000"
        database = bot.settings.database_url
        databases.change(database, f"update places set mentions = '{role}' where name = 'town-square'")
        dana = corner(bot, "Dana Lee")
        await writes(dana, "Everyone in the partnership", text=f"Come, <@&{role[::-1]}> and @everyone!")
        dana.sees("Everyone with the role that your district lists for #town-square (Discord) gets a ping")
        await dana.clicks("Send to approver")
        databases.change(database, "update broadcasts set status = 'going'")
        message = draw(bot, "broadcast", 1)
        assert list(message.mentions.values()) == [role]
        square = rows(bot, "select address from places where name = 'town-square'")[0]
        body = card(message, "1", message.mentions[square])
        assert body["allowed_mentions"] == {"parse": [], "roles": [role]}
        assert [one["content"] for one in body["components"] if one["type"] == 10] == [f"<@&{role}>"]
        assert f"<@&{role[::-1]}>" not in str(body["components"])
        assert card(message)["allowed_mentions"] == {"parse": []}


async def test_a_seat_that_speaks_in_its_own_channels_at_any_hour_pings_nobody(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        databases.change(bot.settings.database_url, "update places set mentions = '1309501200690098000'")
        rosa = corner(bot, "Rosa Delgado", "discord")
        await rosa.types("tell", TEXT)
        assert "#familias-de-lincoln" in rosa.sees()
        assert "el rol que su distrito" not in rosa.sees()


REMINDED = "select key from members join notices on members.id = member_id where notices.name = 'broadcast.reminder'"


async def test_who_finds_it_in_the_staffs_channel_of_any_group_is_asked_and_counted(tmp_path: Path) -> None:
    """A principal's own group in a building is the administration."""
    staff = ("Jamal Whitfield", "Priya Natarajan", "Owen Lindqvist", "Thuy Pham", "Maria Rivera")
    async with core(tmp_path) as bot:
        await at_noon(bot)
        elena = corner(bot, "Elena Ortiz")
        await elena.types("tell")
        await elena.fills_in(text="La copiadora ya funciona.", asks="Sí, y veo cuántas personas")
        await elena.clicks("Enviar")
        await bot.later(minutes=3)
        for name in staff:
            reader = corner(bot, name)
            await reader.types("somewhere")
            reader.sees("from Lincoln Elementary's principal: please say once you've read it.")
            await reader.clicks("I've read it")
            reader.sees("sees how many, never who")
        await elena.types("somewhere")
        assert "diga cuando lo haya leído" not in elena.sees(), "it is her own"
        await elena.clicks("¿Cómo va?")
        assert "Owen" not in elena.sees("Por lo menos 5 personas han dicho que lo leyeron")
        rosa = corner(bot, "Rosa Delgado")
        await rosa.types("somewhere")
        assert "La copiadora" not in rosa.sees()
        await elena.presses("broadcast.remind", "1")
        await bot.later(minutes=3)
        reminded = {one for (one,) in databases.rows(bot.settings.database_url, REMINDED)}
        assert {"beatriz-montoya", "yesenia-cordero"} <= reminded
        assert not reminded & {"elena-ortiz", "owen-lindqvist", "rosa-delgado"}
