"""Before it goes: how it looks on the other platform and in each language, and who does not get it at once, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.broadcasts import ASSOCIATION, STATUS, TEXT, at_noon, rows, writes
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn
from support.databases import on_both, on_either
from support.house import house
from support.talk import chair, gathered

from bot.boundary import Heading, Prose

pytestmark = on_either

EVERYONE = "Everyone in the partnership"
ASKED = (
    "insert into preferences (member_id, key, value) select id, 'where', 'discord' from members"
    " where key = 'rosa-delgado'"
)
NO_ACCOUNT = "delete from accounts where member_id = (select id from members where key = 'owen-lindqvist')"


def labels(who: Corner) -> list[str]:
    return [one.label for one in buttons(said(who.answer))]


async def in_spanish(who: Corner, title: str = "Seguro", text: str = "La inscripción termina el viernes.") -> None:
    await who.clicks("Write the Spanish")
    await who.fills_in(title=title, text=text)


async def test_it_is_seen_as_it_looks_on_the_other_platform_in_each_language(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        database = bot.settings.database_url
        databases.change(database, "update places set mentions = '1309501200690098000' where name = 'town-square'")
        dana = corner(bot, "Dana Lee")
        await writes(dana, EVERYONE)
        await in_spanish(dana)
        assert "See it on Slack" not in labels(dana)
        await dana.clicks("See it on Discord")
        seen = dana.sees(
            "On Discord it looks like this. Nothing is sent yet",
            "In #town-square (Discord) and #plaza-en-español (Discord):",
            "Everyone with the role that your district lists for #town-square (Discord) gets a ping",
            TEXT,
            "To press there: “I've read it” and “Español”",
            "I don't pass on replies below this.",
            "I write only to people who asked me to.",
        )
        assert "#partnership-commons" not in seen
        await dana.clicks("In Spanish")
        dana.sees("La inscripción termina el viernes.", "No le paso a nadie")
        await dana.clicks("In English")
        dana.sees(TEXT)
        await dana.clicks("Back")
        dana.sees("Nothing is sent yet")
        assert rows(bot, STATUS) == []


async def test_it_looks_there_as_it_does_once_it_is_sent(tmp_path: Path) -> None:
    """But for what can be pressed."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await writes(dana, EVERYONE)
        await in_spanish(dana)
        await dana.clicks("See it on Discord")
        before = dana.sees()
        await dana.clicks("Back")
        await dana.clicks("Send to approver")
        databases.change(bot.settings.database_url, "update broadcasts set status = 'going'")
        for line in drawn(bot, "broadcast", 1).splitlines():
            assert line in before or line.startswith("[")


async def test_a_liaison_sees_what_staff_get_in_slack(tmp_path: Path) -> None:
    """Families and a principal: these read it in Slack, where there is no channel for them alone."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        marcus = corner(bot, "Marcus Tilley", "discord")
        await writes(marcus, "District Administration", text="Long. " * 100)
        await marcus.clicks("See it on Slack")
        seen = marcus.sees(
            "On Slack it looks like this",
            "It is posted in no channel there.",
            "people there find it in their message of the day, beside other news, unless they turned",
            "To press there: “Read it” and “I've read it”",
        )
        assert "Long. " * 60 not in seen, "it is cut there, as it will be"
        assert "…" in seen


async def test_who_asked_for_messages_on_discord_is_counted_there(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await writes(dana, "Cedar Valley PTA", buildings="Lincoln Elementary")
        assert "See it on Discord" not in labels(dana)
        databases.change(bot.settings.database_url, ASKED)
        await dana.presses("broadcast.take-up", draft(bot))
        await dana.clicks("See it on Discord")
        dana.sees("It is posted in no channel there.", "One person there finds it in their message of the day")


async def test_buttons_are_named_with_the_quotation_marks_of_the_language(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        rosa = corner(bot, "Rosa Delgado", "discord")
        await writes(rosa, "Todas las personas", buildings="De cualquiera")
        await rosa.clicks("Verlo en Slack")
        rosa.sees("Allí se puede oprimir: «Ya lo leí»")


async def test_a_preview_says_where_its_text_ends(tmp_path: Path) -> None:
    """On a phone it is one column, in which who gets it would read like what they get."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        parts = said(dana.answer).parts
        begins = parts.index(Heading("Who gets it"))
        assert isinstance(parts[begins - 1], Prose)
        assert "For: Cedar Valley Education Association" in str(parts[begins + 1])


def draft(bot: Core) -> str:
    return rows(bot, "select max(id) from drafts")[0]


# Who does not get it at once -------------------------------------------------------------------------------------


async def test_names_are_those_of_ones_own_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        await dana.clicks("Who doesn't get it at once?")
        dana.sees("One person has no account that I know", "Of your own group: Douglas Pruitt", "You see names of")
        await dana.clicks("Back")
        dana.sees("Nothing is sent yet")
        databases.change(bot.settings.database_url, NO_ACCOUNT)
        samuel = await to_preview(bot)
        await samuel.clicks("Who doesn't get it at once?")
        seen = samuel.sees("2 people have no account that I know", "2 more, of other groups")
        assert "Douglas" not in seen
        assert "Owen" not in seen


async def to_preview(bot: Core) -> Corner:
    """Of what the superintendent tells the association's members."""
    samuel = corner(bot, "Samuel Okafor")
    await writes(samuel, ASSOCIATION)
    return samuel


CHOOSE = "insert into preferences (member_id, key, value) select id, {!r}, {!r} from members where {}"
ITS = "group_id = (select id from groups where key = 'cvea')"


async def by_message(bot: Core) -> Corner:
    """What the association's president tells all its members, in no channel."""
    dana = corner(bot, "Dana Lee")
    await writes(dana, ASSOCIATION)
    await dana.clicks("Choose channels")
    await dana.sends("broadcast.channels", draft(bot), {"channels": ()})
    return dana


async def test_that_a_few_turned_something_off_is_not_told(tmp_path: Path) -> None:
    """It looks just as it did before they did, in all that its sender sees."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        database = bot.settings.database_url
        databases.change(database, "delete from presences")
        before = (await by_message(bot)).sees("unless they turned such messages off")
        databases.change(database, CHOOSE.format("muted broadcast", "yes", "key = 'owen-lindqvist'"))
        databases.change(database, CHOOSE.format("where", "home", "key = 'beatriz-montoya'"))
        dana = await by_message(bot)
        assert dana.sees() == before
        await dana.clicks("Who doesn't get it at once?")
        seen = dana.sees("One person has no account that I know.")
        assert not any(said in seen for said in ("Owen", "Beatriz", "turned such messages off", "their own choice"))


async def test_that_the_only_one_turned_it_off_is_not_told_later_either(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        alone = f"update members set group_id = (select id from groups where key = 'library') where {ITS}"
        keys = "('dana-lee', 'owen-lindqvist', 'joel-hartmann')"
        databases.change(bot.settings.database_url, f"{alone} and key not in {keys}")
        databases.change(bot.settings.database_url, CHOOSE.format("muted broadcast", "yes", "key = 'owen-lindqvist'"))
        dana = await by_message(bot)
        dana.sees("find it in their message of the day, unless they turned such messages off")
        await dana.clicks("Send it")
        await bot.later(minutes=30)
        await dana.types("somewhere")
        await dana.clicks("How did it go?")
        dana.sees("Fewer than 5 people have it by message so far.")


async def test_nor_is_it_where_many_did_and_many_did_not(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        databases.change(bot.settings.database_url, "delete from presences")
        some = f"{ITS} and id % 3 = 0"
        databases.change(bot.settings.database_url, CHOOSE.format("muted broadcast", "yes", some))
        before = (await by_message(bot)).sees("unless they turned such messages off")
        databases.change(bot.settings.database_url, "delete from preferences")
        assert (await by_message(bot)).sees() == before


@pytest.mark.parametrize("press", ["broadcast.on", "broadcast.cut-off"])
async def test_others_drafts_are_not_looked_at(tmp_path: Path, press: str) -> None:
    async with core(tmp_path) as bot:
        await writes(corner(bot, "Dana Lee"), ASSOCIATION)
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses(press, f"{draft(bot)}:discord:en" if press == "broadcast.on" else draft(bot))
        assert TEXT not in samuel.sees()


# On the wire -----------------------------------------------------------------------------------------------------


@on_both
async def test_senders_on_both_platforms_see_the_other_before_it_goes(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        dana, marcus = chair(home, "slack", "Dana Lee"), chair(home, "discord", "Marcus Tilley")
        await dana.types("/broadcast")
        await dana.fills_in(title="Insurance", text=TEXT, people=[EVERYONE])
        await dana.presses("Write the Spanish")
        await dana.fills_in(title="Seguro", text="La inscripción termina el viernes.")
        await dana.presses("See it on Discord")
        await dana.sees("On Discord it looks like this", "#town-square (Discord)", TEXT)
        await dana.presses("In Spanish")
        await dana.sees("La inscripción termina el viernes.", "“Ya lo leí” and “English”")
        await marcus.types("/broadcast")
        await marcus.fills_in(title="Reading night", text=TEXT, people=[EVERYONE])
        await marcus.presses("See it on Slack")
        await marcus.sees("On Slack it looks like this", "#partnership-commons (Slack)", TEXT)
        await marcus.presses("Back")
        await marcus.presses("Who doesn't get it at once?")
        seen = await marcus.sees("have no account that I know", "You see names of Cedar Valley PTA only")
        assert "Douglas Pruitt" not in seen.text
