"""Who may do what, and what others learn of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.districts import PRETEND, copy, edit
from support.house import house
from support.talk import LINE, QUESTION, Chair, chair, core, counts, forge, posted, said

from bot.boundary import Account, Address, Command, Form, Press, Private, Said
from playground.slack.person import SlackPerson
from playground.world import User

pytestmark = on_either

GONE = "That isn't here any more."
CAUCUS = Address("slack", "T01CEDAR", "C01ASSOCIATION")
MARIA, OWEN, ELENA, DANA = (
    Account("slack", "T01CEDAR", user) for user in ("U01RIVERA", "U01LINDQVIST", "U01ORTIZ", "U01DLEE")
)


@pytest.mark.parametrize(
    ("platform", "name", "channel", "told"),
    [
        ("slack", "Owen Lindqvist", "lincoln-staff", ("You can ask Maria Rivera", "Lincoln Elementary's building rep")),
        ("slack", "Ana Ruiz", "high-school-staff", ("Esto le toca a quien tiene un cargo", "Por ahora usted no tiene")),
        ("discord", "Kevin Brandvold", "town-square", ("You can ask Rosa Delgado",)),
        ("discord", "Guadalupe Navarrete", "plaza-en-español", ("Puede pedírselo a Rosa Delgado",)),
        ("discord", "Esteban Luján", "town-square", ("Puede pedírselo a Hannah Whitaker",)),
    ],
)
async def test_whoever_holds_no_seat_is_told_whom_to_ask(
    tmp_path: Path, platform: str, name: str, channel: str, told: tuple[str, ...]
) -> None:
    async with house(tmp_path) as home:
        person = chair(home, platform, name, channel)
        for line in ("/poll", LINE):
            await person.types(line)
            await person.sees(*told)
        await person.sees(QUESTION)  # what they typed comes back
        await person.types("/somewhere")
        card = await person.sees("Only you see this" if "You" in told[0] else "Solo usted ve esto")
        here = platform == "discord"
        english = ["Ask a question", "Say what gets in the way", "Link my accounts", "Message me here", "My messages"]
        spanish = [
            "Hacer una pregunta",
            "Decir qué dificulta las cosas",
            "Unir mis cuentas",
            "Escríbame aquí",
            "Mis mensajes",
        ]
        playbook = ("What can I do this week?", "¿Qué puedo hacer esta semana?")
        offered = [
            {first, *one[:3], *one[3:4] * here, *one[4:]}
            for first, one in zip(playbook, (english, spanish), strict=True)
        ]
        shown = [button.label for button in card.buttons]
        assert (set(shown) in offered, len(set(shown))) == (True, len(shown))
        assert not any(counts(tmp_path).values())


@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_another_persons_draft_is_not_there(tmp_path: Path, platform: str) -> None:
    async with house(tmp_path) as home:
        where = "all-staff" if platform == "slack" else "town-square"
        dana = chair(home, platform, "Dana Lee", where)
        other = chair(home, platform, "Samuel Okafor", where)
        await dana.types(LINE)
        await dana.sees("Nothing is posted yet")
        for do in ("poll.post", "poll.edit", "poll.cancel"):
            await forge(home, other, do, "1")
            await other.sees(GONE)
            assert other.person.form is None
        assert not any(counts(tmp_path).values())
        await dana.presses("Post it")
        await dana.sees("Posted. It closes")


async def test_only_the_seat_that_asked_may_close_or_undo(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await posted(chair(home, "slack", "Maria Rivera", "lincoln-staff"))
        beatriz = chair(home, "slack", "Beatriz Montoya", "lincoln-staff")  # holds a seat herself
        for do in ("poll.close", "poll.close-now", "poll.later", "poll.undo", "poll.again"):
            await forge(home, beatriz, do, "1")
            await beatriz.sees("Eso solo lo puede hacer", "Maria Rivera")
        await beatriz.answers("Who sees what?")
        assert not (await beatriz.sees("A nadie se le muestran nombres")).buttons
        await beatriz.sees_card(QUESTION, "Please pick one by")


async def test_a_caucus_poll_is_for_its_group_alone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        line = LINE.removeprefix("/poll ")
        await bot.frame.handle(Command(id="1", actor=DANA, place=CAUCUS, name="poll", text=line))
        await bot.frame.handle(Press(id="2", actor=DANA, place=CAUCUS, do="poll.post", about="1"))
        for number, (do, about) in enumerate(
            [
                ("poll.vote", "1:1"),
                ("poll.rank", "1"),
                ("poll.take-back", "1:1"),
                ("poll.show", "1:es"),
                ("poll.by-group", "1"),
                ("poll.who-sees", "1"),
            ]
        ):
            answer = await bot.frame.handle(Press(id=f"e{number}", actor=ELENA, place=CAUCUS, do=do, about=about))
            assert "otro grupo" in said(answer).text()
            assert QUESTION not in said(answer).text()
        answer = await bot.frame.handle(Command(id="3", actor=ELENA, name="somewhere"))
        assert QUESTION not in said(answer).text()
        answer = await bot.frame.handle(Press(id="4", actor=OWEN, do="poll.vote", about="1:1"))
        assert "Your answer is in" in said(answer).text()
        assert counts(tmp_path)["ballots"] == 1


async def test_a_stranger_is_told_whom_to_turn_to_and_nothing_else(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await posted(chair(home, "slack", "Maria Rivera", "lincoln-staff"))
        before = counts(tmp_path)
        stranger = User(id="U0NEWCOMER", name="New Comer", handle="new.comer")
        workspace = home.slack.workspace
        workspace.users[stranger.id] = stranger
        workspace.conversations[home.channel("slack", "lincoln-staff")].members[stranger.id] = None
        person = Chair(SlackPerson(home.slack, stranger), home.channel("slack", "lincoln-staff"))
        for line in ("/poll", LINE, "/somewhere"):
            await person.types(line)
            told = await person.sees("I don't know you yet. Dana Lee or Samuel Okafor can", "Todavía no le conozco.")
            assert QUESTION not in told.text
        await person.answers("Tuesday")
        await person.sees("I don't know you yet.")
        assert counts(tmp_path) == before


async def test_districts_never_see_each_other(tmp_path: Path) -> None:
    other = copy(tmp_path)
    for old, new in (
        ("key: cedar-valley", "key: other"),
        ("T01CEDAR", "T02OTHER"),
        ("1268401200690098927", "1268401200690098928"),
    ):
        edit(other, "district.yaml", old, new)
    async with core(tmp_path, *(PRETEND, other)) as bot:
        line = LINE.removeprefix("/poll ")
        await bot.frame.handle(Command(id="1", actor=MARIA, name="poll", text=f"{line} | Later"))
        namesake = Account("slack", "T02OTHER", "U01RIVERA")
        for number, do in enumerate(("poll.post", "poll.edit", "poll.cancel")):
            answer = await bot.frame.handle(Press(id=f"d{number}", actor=namesake, do=do, about="1"))
            assert said(answer).text().startswith(GONE)
        place = Address("slack", "T01CEDAR", "C01COMMONS")
        await bot.frame.handle(Command(id="2", actor=MARIA, place=place, name="poll", text=line))
        posted_it = await bot.frame.handle(Press(id="3", actor=MARIA, place=place, do="poll.post", about="2"))
        assert "Posted" in said(posted_it).text()
        answers = ("vote", "rank", "take-back", "show", "by-group", "who-sees")
        presses = (*answers, "later", "close", "close-now", "undo", "again")
        before = counts(tmp_path)
        for number, do in enumerate(presses):
            answer = await bot.frame.handle(Press(id=f"p{number}", actor=namesake, do=f"poll.{do}", about="1:1"))
            assert said(answer).text().startswith(GONE)
        for number, act in enumerate(
            (Command(id="h", actor=namesake, name="somewhere"), Said(id="s", actor=namesake, text="?"))
        ):
            assert QUESTION not in said(await bot.frame.handle(act)).text(), number
        in_their_channel = await bot.frame.handle(Command(id="g", actor=namesake, place=place, name="poll"))
        assert "I don't know you yet." in said(in_their_channel).text()
        form = await bot.frame.handle(Command(id="f", actor=namesake, name="poll"))
        assert isinstance(form, Form)
        assert not any(field.chosen for field in form.fields if getattr(field, "name", "") == "places")
        assert counts(tmp_path) == before
        # Whom a direct message on Discord comes from cannot be told where two districts have that person.
        answer = await bot.frame.handle(Said(id="dm", actor=Account("discord", "", "1138732774015241103"), text="?"))
        assert isinstance(answer, Private)
        assert "I don't know you yet." in answer.message.text()
