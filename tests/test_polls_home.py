"""Home: what waits, what one has asked, and what went wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.corner import corner, drawn
from support.databases import address, on_either, rows
from support.districts import pretend
from support.house import eventually, house
from support.talk import LINE, OPTIONS, QUESTION, chair, core, counts, gathered, later, posted

pytestmark = on_either

FAILED = "select count(*) from deliveries where state = 'FAILED'"
DELETED = ("update it in #lincoln-staff (Slack)", "update it in #plaza-en-español (Discord)")
BOTH = ("#lincoln-staff (Slack)", "#town-square (Discord)")


@pytest.mark.parametrize(
    ("platform", "name", "channel", "waits", "press", "answered"),
    [
        ("slack", "Jamal Whitfield", "lincoln-staff", "Waiting for your answer until", "Answer", "Your answer is in"),
        ("discord", "Guadalupe Navarrete", "town-square", "Espera su respuesta hasta", "Contestar", "Recibí su"),
    ],
)
async def test_what_waits_is_answered_from_home(
    tmp_path: Path, platform: str, name: str, channel: str, waits: str, press: str, answered: str
) -> None:
    async with house(tmp_path) as home:
        await posted(chair(home, "slack", "Maria Rivera", "lincoln-staff"), LINE, *BOTH)
        reader = chair(home, platform, name, channel)
        await reader.types("/somewhere")
        await reader.sees(name, waits, QUESTION)
        await reader.presses(press)
        await reader.sees(QUESTION)
        await reader.presses("Thursday")
        await reader.sees(answered, "Thursday")
        await reader.types("/somewhere")
        shown = await reader.sees(name)
        await eventually(lambda: QUESTION not in (reader.answer.text if reader.answer else QUESTION))
        assert shown.private


async def test_what_was_asked_at_another_school_does_not_wait(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await posted(chair(home, "slack", "Maria Rivera", "lincoln-staff"))
        curtis = chair(home, "slack", "Curtis Wendell", "riverbend-staff")
        await curtis.types("/somewhere")
        assert QUESTION not in (await curtis.sees("Hello, Curtis Wendell")).text


async def test_nor_where_the_platform_does_not_tell_who_is_there(tmp_path: Path) -> None:
    """Nor is it waited for them: it closes once all have answered for whom it was meant."""
    async with core(tmp_path) as bot:
        people = [member for member in pretend().members if member.discord]
        somebody = {member.key: corner(bot, member.name, "discord") for member in people}
        samuel, amara = somebody["samuel-okafor"], somebody["amara-nwosu"]  # of the district; of Oak Street
        await samuel.types("poll")
        await samuel.fills_in(question=QUESTION, options=OPTIONS, places="#familias-de-lincoln (Discord)")
        await samuel.clicks("More settings")
        await samuel.fills_in(until="Sooner, once all have answered")
        await samuel.clicks("Post it")
        await amara.types("somewhere")
        assert QUESTION not in amara.sees("Hello, Amara Nwosu")
        await amara.presses("poll.vote", "1:1")
        amara.sees("for another group or school")
        for member in people:
            if member.group in ("cvea", "administration", "pta") and member.building in ("lincoln", None):
                await somebody[member.key].types("somewhere")
                somebody[member.key].sees(QUESTION)
                await bot.later(minutes=2)
                assert "Closed" not in drawn(bot, "poll", 1)
                await somebody[member.key].presses("poll.vote", "1:1")
        await bot.later(minutes=2)
        assert "Closed" in drawn(bot, "poll", 1)


async def test_slacks_home_tab(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        beatriz = chair(home, "slack", "Beatriz Montoya", "lincoln-staff")
        await posted(maria)
        for somebody, words in ((maria, "Your poll, open until"), (beatriz, "Espera su respuesta hasta")):
            await somebody.person.open_home()
            await eventually(lambda who=somebody: who.person.home())
            tab = somebody.person.home()
            assert tab
            assert words in tab.text
            assert QUESTION in tab.text
        tab = beatriz.person.home()
        assert tab
        await beatriz.person.press(tab, "Contestar")
        await beatriz.presses("Tuesday")
        await beatriz.sees("Recibí su respuesta: Tuesday.")
        beatriz.person.dismiss()
        await beatriz.person.press(tab, "Hacer una encuesta")
        assert (await beatriz.form()).title == "Encuesta nueva"


@pytest.mark.parametrize(
    ("platform", "name", "hello", "start"),
    [
        ("slack", "Maria Rivera", "Hello, Maria Rivera", "Start a poll"),
        ("discord", "Rosa Delgado", "Hola, Rosa Delgado", "Hacer una encuesta"),
    ],
)
async def test_a_word_to_the_bot_is_answered_with_home(
    tmp_path: Path, platform: str, name: str, hello: str, start: str
) -> None:
    async with house(tmp_path) as home:
        person = chair(home, platform, name)
        await person.types("hi?")
        card = await person.sees(hello, "hi?")
        offers = {
            "Start a poll",
            "Hacer una encuesta",
            "Link my accounts",
            "Ask a question",
            "Hacer una pregunta",
            "My messages",
            "Mis mensajes",
            "Escríbame aquí",
            "No, gracias",
            "Ask",
            "Preguntar",
            "Say what gets in the way",
            "Decir qué dificulta las cosas",
            "What can I do this week?",
            "¿Qué puedo hacer esta semana?",
        }
        offers |= {"Ask a committee this", "Preguntar esto a un comité"}
        offers |= {"Tell my building", "Avisar a mi escuela", "Enviar un aviso a muchas personas"}
        offers |= {"Meet with somebody", "Reunirme con alguien", "Set up meetings", "Programar juntas"}
        assert {button.label for button in card.buttons} <= offers
        await person.presses(start)
        assert (await person.form()).fields


async def test_a_card_that_could_not_be_posted_is_posted_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        bot = home.slack.workspace.world.bot_user_id
        await home.slack.leave(bot, maria.channel)
        await posted(maria, LINE, *BOTH)
        await kevin.answers("Tuesday")
        await kevin.sees_card("One person has answered.")
        await maria.types("/somewhere")
        await maria.sees("Your poll, open until", "I couldn't post or update it in #lincoln-staff (Slack).")
        await home.slack.join(bot, maria.channel)
        await maria.presses("Post it again")
        await maria.sees("I'm trying again.")
        await maria.sees_card(QUESTION, "One person has answered.")
        await maria.types("/somewhere")
        await eventually(lambda: "couldn't" not in (maria.answer.text if maria.answer else "couldn't"))


async def test_a_card_that_could_not_be_updated_is_not_doubled(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        bot = home.slack.workspace.world.bot_user_id
        await posted(maria, LINE, *BOTH)
        await maria.sees_card(QUESTION)
        await home.slack.leave(bot, maria.channel)
        await kevin.answers("Tuesday")
        await kevin.sees_card("One person has answered.")
        await eventually(lambda: any(name == "chat.update" for name, _ in home.slack.requests))
        await maria.types("/somewhere")
        await maria.sees("I couldn't post or update it in #lincoln-staff (Slack).")
        await home.slack.join(bot, maria.channel)
        await maria.presses("Post it again")
        await maria.sees_card("One person has answered.")
        await eventually(lambda: len(home.slack.messages(maria.channel)) == 1)
        await maria.sees_card("One person has answered.")


async def test_a_deleted_channel_stops_nobody_elsewhere(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        elsewhere = chair(home, "slack", "Maria Rivera", "all-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        await posted(maria, LINE, *BOTH, "#plaza-en-español (Discord)", silently=True)
        for who in (maria, guadalupe):
            await who.sees_card(QUESTION)
        del home.slack.workspace.conversations[maria.channel]
        del home.discord._state.channels[guadalupe.channel]
        await kevin.answers("Tuesday")
        await kevin.sees_card("One person has answered.")
        for failed in (2, 3):  # each old card; then each new one, too, while Discord knows that the old one is gone
            await eventually(lambda wanted=failed: rows(address(tmp_path), FAILED) == [(wanted,)])
            await elsewhere.types("/somewhere")
            lines = [line.text for line in (await elsewhere.sees("Hello", *DELETED)).lines]
            assert sum("update it in" in line for line in lines) == 2
            await elsewhere.presses("Post it again")
            await elsewhere.sees("I'm trying again.")
        await later(home, days=2)
        await kevin.sees_card("Closed", "Tuesday: 1 vote")
        assert counts(tmp_path)["due"] == 0


async def test_home_has_room_for_many_polls(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        for number in range(7):
            await posted(maria, f"/poll Question {number}? | A | B")
        await later(home, minutes=5)
        await maria.types("/somewhere")
        shown = await maria.sees("Question 0?", "Question 2?")
        assert [button.label for button in shown.buttons].count("Close the poll") == 2
        assert {"Start a poll", "Polls to answer: 4 more"} <= {button.label for button in shown.buttons}
        await maria.presses("Your open polls: 5 more")
        await maria.sees("Your open polls", "Question 0?", "Question 4?")
        await maria.presses("Next")
        await maria.sees("Question 5?", "Question 6?")
        await maria.presses("Previous")
        await maria.sees("Question 0?")
        await maria.presses("Back")
        await maria.sees("Hello, Maria Rivera")
        assert counts(tmp_path)["polls"] == 7
