"""What people write in answer, at the core: page by page, by whom it is looked through, and what opening again does."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.databases import on_either
from support.linked import KEVIN, MARIA, TEAM
from support.talk import Core, core, said

from bot.boundary import Account, Address, Answer, Button, Buttons, ChoiceField, Form, Quote, TextField
from bot.payloads import HIGHEST

pytestmark = on_either

STAFF = Address("slack", TEAM, "C01LINCOLNSTAFF")
COMMONS = Address("slack", TEAM, "C01COMMONS")
COLLEAGUES = [
    Account("slack", TEAM, f"U01{name}")
    for name in (
        [
            "NATARAJAN",
            "WHITFIELD",
            "MONTOYA",
            "LINDQVIST",
            "CORDERO",
            "TPHAM",
            "WENDELL",
            "QUINTERO",
            "FAROUK",
            "GHOLM",
            "BARRERA",
        ]
    )
]
OWEN, BEATRIZ = (Account("slack", TEAM, user) for user in ("U01LINDQVIST", "U01MONTOYA"))


async def asked(bot: Core, several: str = "open", place: Address = COMMONS) -> None:
    """Maria's poll with the number 1."""
    await bot.asks(MARIA, place, question="What first?", options="", several=several)


async def writes(bot: Core, who: Account, text: str, option: int = 1) -> str:
    assert isinstance(await bot.presses(who, "poll.vote", f"1:{option}"), Form)
    return said(await bot.sends(who, "poll.words", f"1:{option}", text=text)).text()


def quotes(answer: Answer) -> list[str]:
    return [part.text for part in said(answer).parts if isinstance(part, Quote)]


def buttons(answer: Answer) -> dict[str, Button]:
    rows = [part.buttons for part in said(answer).parts if isinstance(part, Buttons)]
    return {button.label: button for row in rows for button in row}


async def publishes(bot: Core) -> None:
    """Maria, what she has looked through."""
    publish = buttons(await bot.presses(MARIA, "poll.look", "1"))["Publish what isn't hidden"]
    await bot.presses(MARIA, publish.do, publish.about)


async def leafs(bot: Core, who: Account, do: str) -> list[list[str]]:
    """What stands on each page, from the first to the last and back again."""
    answer = await bot.presses(who, do, "1")
    pages = [quotes(answer)]
    while forward := buttons(answer).get("Next ones"):
        answer = await bot.presses(who, forward.do, forward.about)
        pages.append(quotes(answer))
    for page in reversed(pages[:-1]):
        back = buttons(answer)["The ones before"]
        answer = await bot.presses(who, back.do, back.about)
        assert quotes(answer) == page
    assert "The ones before" not in buttons(answer)
    return pages


async def test_many_answers_are_looked_through_and_read_page_by_page(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        texts = {f"Idea {number}" for number, _ in enumerate(COLLEAGUES)}
        for who, text in zip(COLLEAGUES, sorted(texts), strict=True):
            await writes(bot, who, text)
        await bot.later(days=2)
        pages = await leafs(bot, MARIA, "poll.look")
        assert [len(page) for page in pages] == [5, 5, 1]
        assert {text for page in pages for text in page} == texts

        second = await bot.presses(MARIA, "poll.look", "1:2")
        assert "6 to 10 of 11" in said(second).text()
        hide = buttons(second)["Hide number 7"]
        hidden = quotes(second)[1]
        second = await bot.presses(MARIA, hide.do, hide.about)
        assert "6 to 10 of 11" in said(second).text(), "they stay where they were"
        assert "10 answers would be shown" in said(second).text()
        assert "Show number 7" in buttons(second)
        await publishes(bot)
        pages = await leafs(bot, OWEN, "poll.read")
        assert [len(page) for page in pages] == [5, 5]
        assert {text for page in pages for text in page} == texts - {hidden}
        for beyond in ("1:9", f"1:{HIGHEST}"):
            assert quotes(await bot.presses(OWEN, "poll.read", beyond)) in pages
        for forged in ("1:0", "1:x"):
            assert "isn't here any more" in said(await bot.presses(OWEN, "poll.read", forged)).text()


async def test_only_whoever_asked_looks_through_the_answers(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, place=STAFF)
        await writes(bot, OWEN, "Warmer buses")
        await bot.later(days=2)
        token = buttons(await bot.presses(MARIA, "poll.look", "1"))["Hide number 1"].about
        for who in (OWEN, BEATRIZ):  # she holds another seat
            for do, about in (("look", "1"), ("hide", token), ("unhide", token), ("publish", "1")):
                answer = said(await bot.presses(who, f"poll.{do}", about))
                assert "Maria Rivera" in answer.text()
                assert "buses" not in answer.text()
        assert "isn't here any more" in said(await bot.presses(OWEN, "poll.read", "1")).text(), "not published yet"
        await bot.presses(MARIA, "poll.hide", token)
        await publishes(bot)
        assert quotes(await bot.presses(OWEN, "poll.read", "1")) == []
        await bot.presses(OWEN, "poll.unhide", token)
        assert quotes(await bot.presses(OWEN, "poll.read", "1")) == [], "only Maria can show it again"
        await bot.presses(MARIA, "poll.unhide", token)
        assert quotes(await bot.presses(OWEN, "poll.read", "1")) == ["Warmer buses"]
        elsewhere = said(await bot.presses(KEVIN, "poll.read", "1")).text()  # a parent: it was asked among the staff
        assert "another group" in elsewhere
        assert "buses" not in elsewhere


async def test_an_open_poll_that_opens_again_is_looked_through_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        await writes(bot, OWEN, "Warmer buses")
        await writes(bot, BEATRIZ, "Rude words")
        await bot.later(days=2)
        look = await bot.presses(MARIA, "poll.look", "1")
        rude = quotes(look).index("Rude words") + 1
        hide = buttons(look)[f"Hide number {rude}"]
        await bot.presses(MARIA, hide.do, hide.about)
        await publishes(bot)
        assert quotes(await bot.presses(OWEN, "poll.read", "1")) == ["Warmer buses"]
        looked_through = buttons(look)["Publish what isn't hidden"]

        form = await bot.presses(MARIA, "poll.later", "1")
        assert isinstance(form, Form)
        assert isinstance(form.fields[0], ChoiceField)
        await bot.sends(MARIA, "poll.later", "1", closes=form.fields[0].choices[-1].value)
        for who, do in ((OWEN, "read"), (MARIA, "look"), (MARIA, "hide"), (MARIA, "publish")):
            assert "isn't here any more" in said(await bot.presses(who, f"poll.{do}", hide.about)).text()
        open_again = await bot.presses(OWEN, "poll.vote", "1:1")
        assert isinstance(open_again, Form)
        assert isinstance(open_again.fields[0], TextField)
        assert open_again.fields[0].value == "Warmer buses", "no answer was lost"
        assert "Kind words" in await writes(bot, BEATRIZ, "Kind words")

        await bot.later(days=15)
        assert "isn't here any more" in said(await bot.presses(OWEN, "poll.read", "1")).text()
        look = await bot.presses(MARIA, "poll.look", "1")
        assert sorted(quotes(look)) == ["Kind words", "Warmer buses"]
        assert "2 answers would be shown" in said(look).text(), "what was hidden is not what stands there now"
        answer = await bot.presses(MARIA, looked_through.do, looked_through.about)
        assert "Something here has changed" in said(answer).text(), "those that came since, nobody has looked through"
        assert "isn't here any more" in said(await bot.presses(OWEN, "poll.read", "1")).text()
        await publishes(bot)
        assert sorted(quotes(await bot.presses(OWEN, "poll.read", "1"))) == ["Kind words", "Warmer buses"]


async def test_a_line_to_take_along_says_what_a_consent_decided(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "consent", STAFF)
        await bot.presses(OWEN, "poll.vote", "1:1")
        await writes(bot, BEATRIZ, "Too soon.", 3)
        await bot.later(days=2)
        line = quotes(await bot.presses(OWEN, "poll.take-along", "1"))[0]
        decided = "Not adopted yet: one person has a concern to be worked through. Nobody blocks it."
        assert line.startswith(f"“What first?” {decided} Agree 1, Can live with it 0, Concern 1, Block 0. 2 people")
        line = quotes(await bot.presses(BEATRIZ, "poll.take-along", "1"))[0]
        decided = "Todavía no se aprueba: una persona tiene una inquietud"
        assert line.startswith(f"«What first?» {decided}")
        databases.change(bot.settings.database_url, "UPDATE polls SET valid = false, quorum = '50'")
        line = quotes(await bot.presses(OWEN, "poll.take-along", "1"))[0]
        assert "adopted" not in line
        assert line.startswith("“What first?” Agree 1")
        assert line.endswith("Not valid: fewer than 50 people answered.")


async def test_taking_back_an_answer_of_before_leaves_the_reason_of_now(tmp_path: Path) -> None:
    """An old private message still has its button."""
    async with core(tmp_path) as bot:
        await asked(bot, "consent")
        await bot.presses(OWEN, "poll.vote", "1:1")
        await writes(bot, OWEN, "Too soon.", 3)
        assert "Concern" in said(await bot.presses(OWEN, "poll.take-back", "1:1")).text()
        left = "SELECT option_id, text FROM poll_remarks"
        assert databases.rows(bot.settings.database_url, left) == [(3, "Too soon.")]
        await bot.presses(OWEN, "poll.take-back", "1:3")
        assert databases.rows(bot.settings.database_url, left) == []
