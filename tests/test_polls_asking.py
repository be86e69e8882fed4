"""Asking: the form, looking it over, posting, undoing."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cores import core
from support.corner import corner
from support.databases import on_either
from support.house import house
from support.talk import LINE, OPTIONS, QUESTION, chair, counts, forge, gathered, later, posted

pytestmark = on_either

ENGLISH = ("New poll", "What do you want to ask?", "Answers, one on each line", "One answer")
SPANISH = ("Encuesta nueva", "¿Qué quiere preguntar?", "Respuestas, una por línea", "Una respuesta")
PEOPLE = (
    ("slack", "Maria Rivera", "lincoln-staff", ENGLISH, "Start a poll"),
    ("slack", "Beatriz Montoya", "lincoln-staff", SPANISH, "Hacer una encuesta"),
    ("discord", "Marcus Tilley", "town-square", ENGLISH, "Start a poll"),
    ("discord", "Rosa Delgado", "town-square", SPANISH, "Hacer una encuesta"),
)


@pytest.mark.parametrize(("platform", "name", "channel", "words", "start"), PEOPLE)
async def test_three_ways_lead_to_the_form_in_the_language_of_whoever_asks(
    tmp_path: Path, platform: str, name: str, channel: str, words: tuple[str, ...], start: str
) -> None:
    title, question, options, one = words
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        for way in ("/poll", "/somewhere poll", "/somewhere"):
            await author.types(way)
            if way == "/somewhere":
                await author.presses(start)
            form = await author.form()
            assert form.title == title
            assert [field.label for field in form.fields][:2] == [question, options]
            several, closes, places = form.fields[2:]
            assert dict(several.choices)[several.chosen[0]] == one
            assert "4:00" in dict(closes.choices)[closes.chosen[0]]
            assert dict(places.choices)[places.chosen[0]].startswith(f"#{channel}")
            assert len(places.chosen) == 1
            author.person.dismiss()


async def test_the_preview_counts_each_person_once(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        samuel = chair(home, "slack", "Samuel Okafor", "all-staff")
        await samuel.types("/poll")
        await samuel.fills_in(
            question=QUESTION, options=OPTIONS, places=["#all-staff (Slack)", "#town-square (Discord)"]
        )
        staff = [one for one in home.district.members if one.group in ("cvea", "administration") and one.slack]
        administrators = sum(one.group == "administration" for one in staff)
        preview = await samuel.sees(
            f"In #all-staff (Slack): {len(staff)} people can see this, {administrators} of them administrators.",
            "#town-square (Discord) is meant for everyone in the partnership; I can't see who is in this channel.",
            QUESTION,
        )
        assert "roster" not in preview.text
        assert "#all-staff (Slack) and #town-square (Discord)" in preview.text
        assert "• Thursday" in preview.text
        assert "From the superintendent, Cedar Valley" in preview.text or "superintendent" in preview.text


async def test_the_preview_says_who_is_there_without_being_on_the_roster(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await home.slack.join("U01WHITAKER", home.channel("slack", "lincoln-staff"))  # on the roster
        staff = home.slack.workspace.conversations[home.channel("slack", "lincoln-staff")]
        staff.members["U0NEWCOMER"] = None
        await home.slack.leave("U01WHITAKER", staff.id)
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types(LINE)
        await maria.sees("8 people can see this, one of them an administrator.", "One more person there")


async def test_the_preview_names_no_number_where_nobody_knows_who_is_there(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:  # no platform has told
        maria = corner(bot, "Maria Rivera")
        preview = await bot.asks(maria.account, maria.place, "#association-caucus (Slack)", "#lincoln-staff (Slack)")
        text = preview.text()
        assert "#association-caucus (Slack) is meant for Cedar Valley Education Association; I can't see who" in text
        assert (
            "Education Association and District Administration, at Lincoln Elementary or districtwide; I can't see"
            in text
        )
        assert "can see this" not in text


@pytest.mark.parametrize(("platform", "name", "channel"), [one[:3] for one in PEOPLE if one[3] is ENGLISH])
async def test_a_line_goes_straight_to_the_preview_and_can_be_edited_again_and_again(
    tmp_path: Path, platform: str, name: str, channel: str
) -> None:
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        await author.types(LINE)
        await author.sees("Nothing is posted yet", QUESTION, "• Tuesday\n• Thursday\n• Neither")
        await author.presses("Edit")
        form = await author.form()
        assert form.field("What do you want to ask?").value == QUESTION
        assert form.field("Answers, one on each line").value == OPTIONS
        closes = form.field("When does it close?")
        in_an_hour = closes.choices[0][1]
        await author.fills_in(question="Which day?", several="As many answers as they like", closes=in_an_hour)
        await author.sees("Nothing is posted yet", "Which day?", "As many answers as they like, until", in_an_hour)
        await later(home, minutes=3)
        await author.presses("Edit")
        again = await author.form()
        assert again.field("What do you want to ask?").value == "Which day?"
        closes = again.field("When does it close?")
        assert [dict(closes.choices)[value] for value in closes.chosen] == [in_an_hour]
        await author.fills_in()
        await author.presses("Post it")
        await author.sees("Posted. It closes", in_an_hour)
        await author.sees_card("Which day?", "Please pick as many as you like")


async def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types(LINE)
        preview = await maria.sees("Nothing is posted yet")
        await maria.presses("Cancel")
        await maria.sees("Nothing was posted")
        assert not any(counts(tmp_path).values())
        assert not preview.pings
        assert maria.card is None


@pytest.mark.parametrize(("platform", "name", "channel"), [one[:3] for one in PEOPLE if one[3] is ENGLISH])
async def test_post_pressed_twice_posts_once(tmp_path: Path, platform: str, name: str, channel: str) -> None:
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        home.slack.deliver_times = home.discord.deliver_times = (2, 3)
        await author.types(LINE)
        preview = await author.sees("Nothing is posted yet")
        await author.person.press(preview, "Post it")
        await author.sees("Posted. It closes")
        await author.sees_card(QUESTION)
        assert counts(tmp_path)["polls"] == counts(tmp_path)["deliveries"] == 1


async def test_undo_takes_every_card_away(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        parent = chair(home, "discord", "Kevin Brandvold", "town-square")
        await posted(maria, LINE, "#lincoln-staff (Slack)", "#town-square (Discord)")
        await parent.answers("Tuesday")
        await maria.presses("Undo: take it back")
        await maria.sees("Taken back.")
        await maria.sees_no_card()
        await parent.sees_no_card()
        assert counts(tmp_path)["ballots"] == 0
        await parent.presses("Take back “Tuesday”")
        await parent.sees("isn't here any more")


async def test_after_two_minutes_there_is_no_undo(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await posted(maria)
        await later(home, minutes=2)
        await maria.presses("Undo: take it back")
        await maria.sees("The two minutes are over", "close it early")
        await maria.sees_card(QUESTION)
        await maria.types("/somewhere")
        mine = await maria.sees("Your poll, open until")
        assert "Undo: take it back" not in [button.label for button in mine.buttons]


async def test_a_preview_that_was_used_up_says_so(tmp_path: Path) -> None:
    """On Discord the preview stays where it was if somebody presses fast, or on a second screen."""
    async with house(tmp_path) as home:
        marcus = chair(home, "discord", "Marcus Tilley", "town-square")
        await marcus.types(LINE)
        await marcus.sees("Nothing is posted yet")
        await marcus.presses("Post it")
        await marcus.presses("Undo: take it back")
        await marcus.sees("Taken back.")
        await marcus.sees_no_card()
        await forge(home, marcus, "poll.post", "1")
        await marcus.sees("Taken back.")
        await forge(home, marcus, "poll.edit", "1")
        await marcus.sees("posted already")
        assert counts(tmp_path)["polls"] == 1
        await marcus.sees_no_card()
