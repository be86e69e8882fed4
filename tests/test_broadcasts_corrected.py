"""What can be done with something that was told: by its author, by the person who approved it for the author's own
group, and by the one who approved it for another. What goes out in a role's name nobody of another group writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.broadcasts import ASSOCIATION, POSTED, PTA, STATUS, TEXT, TOLD, approved_within, at_noon, rows, writes
from support.corner import Corner, corner, drawn, shown
from support.databases import on_both, on_either
from support.districts import copy, edit
from support.meetings import load
from support.talk import Core, core
from test_broadcasts_handed_over import becomes

from bot.boundary import Form, Private
from bot.broadcasts import correcting, interventions
from bot.broadcasts.model import PROGRESS

pytestmark = on_either

ADMINISTRATION = "District Administration"
OFFER = "We accept the district's offer: no raise this year."
RALLY = "Come to our rally against the board on Monday."
TEXTS = "select text from broadcast_texts"
HEARD = "select key from notices join members on members.id = member_id where notices.name = '{}' order by key"
PLACES = "select places.name from broadcast_places join places on places.id = place_id order by places.name"


async def approved(bot: Core, *groups: str, by: tuple[str, ...] = ()) -> tuple[Corner, Corner]:
    """Dana, the president, tells these groups; Rosa, of the PTA, approved it, as others did. It is out."""
    await at_noon(bot)
    dana, rosa = corner(bot, "Dana Lee"), corner(bot, "Rosa Delgado")
    await writes(dana, *groups)
    await dana.clicks("Send to approver")
    await rosa.types("somewhere")
    await rosa.clicks("Revisar")
    await rosa.clicks("Aprobar")
    for name in by:
        await corner(bot, name).presses("broadcast.check", "1")
        version = rows(bot, "select version from broadcasts")[0]
        await corner(bot, name).presses("broadcast.approve", f"1:{version}")
    await bot.later(minutes=5)
    return dana, rosa


async def corrects(who: Corner, text: str) -> None:
    await who.presses("broadcast.correct", "1")
    await who.fills_in(**{"text-en": text})


async def checks(who: Corner) -> None:
    await who.presses("broadcast.correction-check", "1")


def heard(bot: Core, name: str) -> list[str]:
    return rows(bot, HEARD.format(name))


# Another group's approver ------------------------------------------------------------------------------------------


@on_both
async def test_who_approved_it_for_another_group_writes_nothing_in_the_senders_name(tmp_path: Path) -> None:
    """Rosa once could: the association's own caucus then read, from its president, what a PTA liaison wrote."""
    async with core(tmp_path) as bot:
        _dana, rosa = await approved(bot, ASSOCIATION, PTA)
        await rosa.types("somewhere")
        assert "[Corregirlo]" not in rosa.sees("Insurance", "[Retirarlo para mi grupo]")
        await rosa.presses("broadcast.correct", "1")
        assert isinstance(rosa.answer, Private)
        rosa.sees("Usted puede retirarlo para su propio grupo")
        await rosa.sends("broadcast.correct", "1", {"title-en": ("Insurance",), "text-en": (OFFER,)})
        assert rows(bot, TEXTS) == [TEXT]
        assert OFFER not in drawn(bot, "broadcast", 1)
        for do in ("pause", "stop", "report", "take-along", "remind"):
            await rosa.presses(f"broadcast.{do}", "1")
            rosa.sees("Usted puede retirarlo para su propio grupo")
        assert rows(bot, STATUS) in (["going"], ["out"])


@on_both
async def test_they_take_it_back_for_their_own_group_and_its_author_reads_why(tmp_path: Path) -> None:
    """From where that group reads, and from its messages; nobody ends what the association tells its own people."""
    async with core(tmp_path) as bot:
        dana, rosa = await approved(bot, ASSOCIATION, ADMINISTRATION, PTA, by=("Samuel Okafor", "Maria Rivera"))
        assert "slack:T01CEDAR/C01LINCOLN" in rows(bot, POSTED)
        await rosa.types("somewhere")
        await rosa.clicks("Retirarlo para mi grupo")
        await rosa.fills_in(reason="")
        assert "lincoln-team" in rows(bot, PLACES), "she gave no reason"
        await rosa.presses("broadcast.retract", "1")
        await rosa.fills_in(reason="Nuestras familias no entienden esto.")
        rosa.sees("Se retiró para Cedar Valley PTA", "Dana Lee lee por qué")
        assert heard(bot, "broadcast.intervention") == ["dana-lee"]
        await dana.types("somewhere")
        dana.sees("was taken back for Cedar Valley PTA", "Nuestras familias no entienden esto.")
        assert "slack:T01CEDAR/C01LINCOLN" not in rows(bot, POSTED)
        assert "lincoln-team" not in rows(bot, PLACES)
        await bot.later(minutes=5)
        told = rows(bot, TOLD)
        assert {"maria-rivera", "elena-ortiz"} <= set(told), "they read it in that channel alone"
        luz, maria = corner(bot, "Luz Paredes"), corner(bot, "Maria Rivera")
        await luz.presses("broadcast.show", "1")
        assert TEXT not in luz.sees()
        await maria.presses("broadcast.show", "1")
        maria.sees(TEXT, "From the association's president")
        await rosa.types("somewhere")
        assert "Insurance" not in rosa.sees()
        await rosa.presses("broadcast.retract", "1")
        assert isinstance(rosa.answer, Private)


async def test_what_goes_to_their_group_alone_they_take_back_altogether(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, rosa = await approved(bot, PTA)
        await rosa.presses("broadcast.retract", "1")
        await rosa.fills_in(reason="Esto no es para las familias.")
        assert rows(bot, STATUS) == ["retracted"]
        assert "Esto no es" not in drawn(bot, "broadcast", 1)
        await dana.types("somewhere")
        dana.sees("was taken back by the person who approved it for Cedar Valley PTA", "Esto no es para las familias.")


async def test_before_it_goes_they_stop_it_and_its_author_hears_of_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana, rosa = corner(bot, "Dana Lee"), corner(bot, "Rosa Delgado")
        await writes(dana, ASSOCIATION, PTA)
        await dana.clicks("Send to approver")
        await rosa.types("somewhere")
        await rosa.clicks("Revisar")
        await rosa.clicks("Aprobar")
        await bot.later(minutes=1)
        await rosa.clicks("Detener: no enviarlo")
        assert heard(bot, "broadcast.intervention") == ["dana-lee"]
        line = shown(bot, interventions.show, 1)
        assert "wasn't sent: it was stopped by the person who had approved it for Cedar Valley PTA" in line
        await bot.later(minutes=5)
        assert rows(bot, POSTED) == []


async def test_who_stops_it_a_moment_too_late_takes_it_back_for_their_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        _dana, rosa = await approved(bot, ASSOCIATION, PTA)
        await rosa.presses("broadcast.withdraw", "1")  # below what was still to go
        assert isinstance(rosa.answer, Form)
        assert rows(bot, STATUS) in (["going"], ["out"])


# A correction ------------------------------------------------------------------------------------------------------


@on_both
async def test_what_another_group_reads_is_corrected_once_that_has_looked_it_over(tmp_path: Path) -> None:
    """It once was sent at once, though a word that changed in the two minutes before it went took a new approval."""
    async with core(tmp_path) as bot:
        dana, rosa = await approved(bot, PTA)
        await dana.presses("broadcast.correct", "1")
        assert isinstance(dana.answer, Form)
        assert dana.answer.submit == "Send to approver"
        await dana.fills_in(**{"text-en": RALLY})
        dana.sees("It waits for approval", "Until then every copy stays as it is.", "[Take it back]")
        assert RALLY not in drawn(bot, "broadcast", 1)
        await dana.types("somewhere")
        dana.sees("A correction waits for approval")
        assert "rosa-delgado" in heard(bot, "broadcast.correction")
        await dana.presses("broadcast.correction-check", "1")
        assert RALLY not in dana.sees()
        await rosa.types("somewhere")
        rosa.sees("Una corrección de «Insurance»", "espera su aprobación")
        await checks(rosa)
        rosa.sees("¿Todas las copias pueden decir esto?", RALLY)
        await rosa.clicks("Devolver")
        await rosa.fills_in(reason="No para nuestras familias.")
        rosa.sees("Lo tiene ahora Dana Lee", "Todas las copias quedan como están.")
        await dana.types("somewhere")
        dana.sees("Your correction of “Insurance” wasn't approved for Cedar Valley PTA", "No para nuestras familias.")
        assert "A correction waits" not in dana.sees()
        await corrects(dana, "It ends on Thursday.")
        await checks(rosa)
        await rosa.clicks("Aprobar")
        rosa.sees("Corregido.")
        assert rows(bot, TEXTS) == ["It ends on Thursday."]
        assert "Corrected Tuesday" in drawn(bot, "broadcast", 1)
        assert "It ends on Thursday." in drawn(bot, "broadcast", 1)


@pytest.mark.parametrize("follows", ["maria-rivera", ""])
async def test_a_correction_goes_with_the_role_of_its_writer(tmp_path: Path, follows: str) -> None:
    async with core(tmp_path) as bot:
        dana, rosa = await approved(bot, ASSOCIATION, PTA)
        await corrects(dana, RALLY)
        await checks(rosa)
        rosa.sees(RALLY)
        await becomes(bot, copy(tmp_path), "dana-lee", follows)
        await rosa.clicks("Aprobar")
        rosa.sees("Eso ya no está aquí")
        assert RALLY not in drawn(bot, "broadcast", 1)
        assert rows(bot, "select text from broadcast_corrections") == []
        assert "A correction waits" not in drawn(bot, PROGRESS, 1)


async def test_it_waits_while_its_writer_is_away(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        _, rosa = await approved(bot, ASSOCIATION, PTA)
        there = "association president,cvea,,,{},district-team,,2029-06-30,{}"
        edit(
            folder := copy(tmp_path),
            "seats.csv",
            there.format("dana-lee", ""),
            there.format("beatriz-montoya", "dana-lee"),
        )
        beatriz = corner(bot, "Beatriz Montoya")
        await load(bot, folder)
        await corrects(beatriz, RALLY)
        await beatriz.presses("seat.away")
        await beatriz.fills_in(back=beatriz.choices("back")[7])
        await checks(rosa)
        await rosa.clicks("Aprobar")
        assert RALLY in drawn(bot, "broadcast", 1)


async def test_nobody_approves_a_correction_that_they_have_not_seen(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, rosa = await approved(bot, PTA)
        await corrects(dana, "It ends on Thursday.")
        await checks(rosa)
        await corrects(dana, RALLY)
        await rosa.clicks("Aprobar")
        rosa.sees("Cambió desde que usted lo vio")
        await corrects(dana, TEXT)
        dana.sees("It stays as it is, and your correction waits for nobody.")
        await checks(rosa)
        assert RALLY not in rosa.sees()
        assert rows(bot, TEXTS) == [TEXT]
        assert rows(bot, "select text from broadcast_corrections") == []


async def test_a_correction_waits_for_nobody_who_takes_it_back_for_their_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, rosa = await approved(bot, ASSOCIATION, PTA)
        await corrects(dana, "It ends on Thursday.")
        await rosa.presses("broadcast.retract", "1")
        await rosa.fills_in(reason="No es para nosotros.")
        assert rows(bot, TEXTS) == ["It ends on Thursday."]
        await dana.types("somewhere")
        assert "A correction waits" not in dana.sees()


async def test_within_the_senders_own_group_a_correction_goes_at_once_and_the_other_hears_of_it(tmp_path: Path) -> None:
    """Dana and Maria, who approved it for the association: each may correct it."""
    async with core(tmp_path) as bot:
        dana, maria = await approved_within(bot)
        await bot.later(minutes=5)
        await corrects(dana, "It ends on Thursday.")
        dana.sees("Corrected. Every copy changes")
        assert heard(bot, "broadcast.corrected") == ["maria-rivera"]
        line = shown(bot, correcting.show_corrected, 1)
        assert "which you approved, was corrected" in line
        assert "[Take it back]" in line
        await corrects(maria, "It ends on Wednesday.")
        maria.sees("Corrected. Every copy changes")
        await dana.types("somewhere")
        dana.sees("was corrected by the person who approved it for Cedar Valley Education Association")
        await maria.presses("broadcast.pause", "1")
        await dana.types("somewhere")
        dana.sees("is paused, by the person who approved it for Cedar Valley Education Association")
        await dana.presses("broadcast.show", "1")
        dana.sees("It ends on Wednesday.")
