"""What cannot stand is said plainly, with everything typed still there; what is forged, stale or gone does nothing."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from support.databases import on_either
from support.house import house
from support.talk import LINE, OPTIONS, QUESTION, Core, chair, core, counts, forge, later, posted, said

from bot.boundary import Account, Address, Answer, Command, Form, FormErrors, Press, Submit, TextField

pytestmark = on_either

MARIA, ROSA = Account("slack", "T01CEDAR", "U01RIVERA"), Account("slack", "T01CEDAR", "U01DELGADO")
STAFF = Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")
_ids = count()


async def submit(bot: Core, who: Account = MARIA, about: str = "", **fields: str) -> Answer:
    """The form as the bot proposes it, with these fields filled in otherwise."""
    form = await bot.frame.handle(Command(id=f"opens {next(_ids)}", actor=who, place=STAFF, name="poll"))
    assert isinstance(form, Form)
    filled = {field.name: (field.value,) if isinstance(field, TextField) else field.chosen for field in form.fields}
    typed = {"question": (QUESTION,), "options": (OPTIONS,), **{name: (value,) for name, value in fields.items()}}
    return await bot.frame.handle(
        Submit(id=f"sends {next(_ids)}", actor=who, place=STAFF, form=form.name, about=about, fields=filled | typed)
    )


async def press(bot: Core, do: str, about: str = "", who: Account = MARIA) -> Answer:
    return await bot.frame.handle(Press(id=f"presses {next(_ids)}", actor=who, place=STAFF, do=do, about=about))


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("question", "", "Please write what you want to ask."),
        ("question", " \n\0 \u202e", "Please write what you want to ask."),
        ("question", "?" * 151, "The question has 151 characters; 150 fit."),
        ("question", "😀" * 40_000, "The question has 40000 characters; 150 fit."),
        ("options", "Tuesday\n\n  \n", "There is one answer; please write 2 to 10"),
        ("options", "\n".join("abcdefghijk"), "There are 11 answers; please write 2 to 10"),
        ("options", "Tuesday\nThursday\ntuesday", "“Tuesday” is there twice"),
        ("options", "ok\n" + "x" * 301, "has 301 characters; 300 fit"),
        ("several", "all of them", "Please pick from the list how each person answers."),
        ("closes", "soon", "Please pick a closing time"),
        ("closes", "2026-10-06T16:00:00", "Please pick a closing time"),
        ("closes", "0001-01-01T00:00:00+14:00", "Please pick a closing time"),
        ("closes", "9999-12-31T23:59:59-14:00", "Please pick a closing time"),
        ("places", "14", "Please pick where it should go"),  # the school board's own channel
        ("places", "999", "Please pick where it should go"),
        ("places", "", "Please pick where it should go"),
    ],
)
async def test_each_fault_is_named_in_plain_words(tmp_path: Path, field: str, typed: str, told: str) -> None:
    async with core(tmp_path) as bot:
        answer = await submit(bot, **{field: typed})
        assert isinstance(answer, FormErrors)
        assert list(answer.errors) == [field]
        assert told.replace("40000", "40,000") in answer.errors[field].replace("40000", "40,000")
        assert answer.errors[field] in answer.message.text()
        assert "What you typed is kept." in answer.message.text()
        assert not any(counts(tmp_path).values())
        again = await press(bot, "poll.edit", "1")
        assert isinstance(again, Form)
        assert any(getattr(one, "value", "") == QUESTION for one in again.fields) or field == "question"


async def test_several_faults_are_named_at_once_in_spanish(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        answer = await submit(bot, ROSA, question="", options="Sí\nsí", closes="")
        assert isinstance(answer, FormErrors)
        assert answer.errors["question"] == "Por favor, escriba lo que quiere preguntar."
        assert answer.errors["options"] == "La respuesta «Sí» está dos veces."
        assert "elija de la lista cuándo se cierra" in answer.errors["closes"]


async def test_slack_shows_the_fault_in_the_form_that_is_still_open(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types("/poll")
        await maria.fills_in(question=QUESTION, options="Tuesday\nTuesday")
        form = await maria.form()
        assert form.field("Answers, one on each line").error == "The answer “Tuesday” is there twice."
        assert form.field("What do you want to ask?").value == QUESTION
        await maria.fills_in(options="Tuesday\nThursday")
        await maria.sees("Nothing is posted yet", QUESTION, "• Thursday")
        await maria.presses("Post it")
        await maria.sees("Posted.")
        maria.person.dismiss()
        await maria.types("/somewhere")
        assert "Your draft" not in (await maria.sees("Your poll, open until")).text


async def test_discord_opens_the_form_again_filled_in(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        marcus = chair(home, "discord", "Marcus Tilley", "town-square")
        await marcus.types("/poll")
        await marcus.fills_in(
            question=QUESTION, options="Tuesday", several="Up to 2 answers", places=["#pta-caucus (Discord)"]
        )
        await marcus.sees("Almost there. What you typed is kept.", "There is one answer; please write 2 to 10")
        await marcus.presses("Fix it")
        form = await marcus.form()
        assert form.field("What do you want to ask?").value == QUESTION
        assert form.field("Answers, one on each line").value == "Tuesday"
        places = form.field("Where should it go?")
        assert [dict(places.choices)[value] for value in places.chosen] == ["#pta-caucus (Discord)"]
        await marcus.fills_in(options="Tuesday\nThursday")
        await marcus.sees("Nothing is posted yet", "As many answers as they like, until", "#pta-caucus (Discord)")


@pytest.mark.parametrize(
    ("platform", "name", "channel"),
    [
        ("slack", "Maria Rivera", "lincoln-staff"),
        ("discord", "Marcus Tilley", "town-square"),
        ("slack", "Maria Rivera", ""),
    ],
)
async def test_a_line_that_cannot_stand_can_be_fixed(tmp_path: Path, platform: str, name: str, channel: str) -> None:
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        await author.types(f"/poll {QUESTION} | Tuesday")
        await author.sees("Almost there.", "There is one answer")
        await author.presses("Fix it")
        assert (await author.form()).field("What do you want to ask?").value == QUESTION
        more = {} if channel else {"places": ["#lincoln-staff (Slack)"]}
        await author.fills_in(options=OPTIONS, **more)
        await author.sees("Nothing is posted yet", "• Thursday")


async def test_a_closing_time_that_passed_meanwhile_is_picked_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types(LINE)
        await maria.sees("Nothing is posted yet")
        await later(home, days=3)
        await maria.presses("Post it")
        await maria.sees("Please pick a closing time from the list")
        await maria.presses("Fix it")
        form = await maria.form()
        assert form.field("What do you want to ask?").value == QUESTION
        closes = form.field("When does it close?")
        assert not closes.chosen
        await maria.fills_in(closes=closes.choices[0][1])
        await maria.presses("Post it")
        await maria.sees("Posted. It closes")


FORGED = ("", ":", "1", "1:", "1:4", "1:999", "2:1", "0:0", "-1:1", "1:-1", "1" * 400, f"1:{'9' * 18}", f"{'9' * 19}:1")
ODD = (
    "\u0663:\u0661",
    "\uff11:\uff11",
    "1:¹",
    "1:1:1",
    " 1:1",
    "1: 1",
    "\0",
    "\ud800:1",
    "1:1\n",
    "null",
    "1;drop table polls",
)


async def test_a_forged_vote_changes_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await bot.frame.handle(Command(id="1", actor=MARIA, place=STAFF, name="poll", text=LINE[6:]))
        await press(bot, "poll.post", "1")
        await bot.frame.handle(Command(id="2", actor=MARIA, place=STAFF, name="poll", text=LINE[6:]))
        before = counts(tmp_path)
        for about in FORGED + ODD:
            for do in ("poll.vote", "poll.take-back"):
                assert "isn't here any more" in said(await press(bot, do, about)).text(), about
        assert counts(tmp_path) == before


@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_a_button_that_does_not_exist_does_nothing(tmp_path: Path, platform: str) -> None:
    async with house(tmp_path) as home:
        who = chair(home, platform, "Dana Lee", "all-staff" if platform == "slack" else "town-square")
        for do, about in (("poll.burn", "1"), ("poll.vote", "٣:٣"), ("poll.vote", "9" * 60), ("poll.post", "")):
            await forge(home, who, do, about)
            await who.sees("That isn't here any more. Type /somewhere")
        assert not any(counts(tmp_path).values())
        assert who.card is None


async def test_a_button_of_a_poll_that_was_taken_back(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        beatriz = chair(home, "slack", "Beatriz Montoya", "lincoln-staff")
        await posted(maria)
        await beatriz.answers("Español")
        await beatriz.sees("Elija una")
        await maria.presses("Undo: take it back")
        await maria.sees("Taken back.")
        await beatriz.presses("Tuesday")
        await beatriz.sees("Eso ya no está aquí.")
        assert counts(tmp_path)["ballots"] == 0


async def test_the_same_act_twice_is_one(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        act = Command(id="1", actor=MARIA, place=STAFF, name="poll", text=LINE[6:])
        assert await bot.frame.handle(act)
        assert await bot.frame.handle(act) is None
        assert "Posted" in said(await press(bot, "poll.post", "1")).text()
        assert "isn't here any more" in said(await press(bot, "poll.post", "2")).text()
        bot.clock.move_to(bot.clock.now() + timedelta(days=2))
        assert "posted already" in said(await press(bot, "poll.post", "1")).text()
