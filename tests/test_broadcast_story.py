"""Something told to many, from its draft to its end: on both platforms, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.databases import on_both
from support.house import House, eventually, house
from support.talk import Chair, chair, gathered, later, noon

pytestmark = on_both

TEXT = "The copier is back.\n- toner is in the office\n- *please* keep the door shut"
LATE = "update districts set approval_above = 10"
LETTER = "Reading night is on Thursday at six. Bring your favorite book."
CARTA = "La noche de lectura es el jueves a las seis. Traiga su libro favorito."


async def until_noon(home: House) -> None:
    await later(home, seconds=(noon(home.bot.clock.now(), 1) - home.bot.clock.now()).total_seconds())


async def taps(person: Chair, label: str, made: list[str]) -> None:
    await person.presses(label)
    made.append(label)


@pytest.mark.parametrize(
    ("platform", "name", "tell", "preview", "send", "goes"),
    [
        ("slack", "Maria Rivera", "Tell my building", "Nothing is sent yet", "Send it", "It goes out"),
        ("discord", "Rosa Delgado", "Avisar a mi escuela", "Todavía no se envía nada", "Enviar", "Sale el"),
    ],
)
async def test_tell_my_building_in_four_taps(
    tmp_path: Path, platform: str, name: str, tell: str, preview: str, send: str, goes: str
) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_noon(home)
        teller = chair(home, platform, name, "lincoln-staff" if platform == "slack" else "familias-de-lincoln")
        made = ["/somewhere"]
        await teller.types(made[0])
        await taps(teller, tell, made)
        await teller.fills_in(text=TEXT)
        made.append("submit")
        await teller.sees(preview, "toner is in the office")
        await taps(teller, send, made)
        assert len(made) == 4
        await teller.sees(goes)
        if platform == "slack":
            await later(home, minutes=3)
            jamal = chair(home, "slack", "Jamal Whitfield", "lincoln-staff")
            await jamal.sees_card("From Lincoln Elementary's building rep", "The copier is back.")
            return
        await later(home, minutes=3)
        for reader, channel, said in (
            ("Guadalupe Navarrete", "familias-de-lincoln", "De: "),
            ("Kevin Brandvold", "lincoln-families", "It's only in this language so far."),
        ):
            await chair(home, "discord", reader, channel).sees_card("The copier is back.", said)


@pytest.mark.parametrize(
    ("platform", "name", "channel", "reader", "says", "want", "told", "below", "see", "answer", "sent", "answers"),
    [
        (
            *("slack", "Maria Rivera", "lincoln-staff", "Jamal Whitfield", "Who has the *key*?"),
            *("Have replies come to me", "comes to you; they are told so", "Replies below this also reach"),
            *("See the replies", "Answer", "Your answer goes to #lincoln-staff", "answers Jamal Whitfield:"),
        ),
        (
            *("discord", "Rosa Delgado", "familias-de-lincoln", "Guadalupe Navarrete", "¿Quién tiene la **llave**?"),
            *("Quiero recibir las respuestas", "le llega a usted; así se les dice", "también lo recibe"),
            *("Ver las respuestas", "Responder", "Su respuesta sale en #familias-de-lincoln", "Guadalupe Navarrete:"),
        ),
    ],
)
async def test_a_reply_below_it_comes_to_its_sender_and_is_answered_there(
    tmp_path: Path,
    platform: str,
    name: str,
    channel: str,
    reader: str,
    says: str,
    want: str,
    told: str,
    below: str,
    see: str,
    answer: str,
    sent: str,
    answers: str,
) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_noon(home)
        teller, replier = chair(home, platform, name), chair(home, platform, reader, channel)
        await teller.types("/tell The copier is back.")
        await teller.presses(want)
        await teller.sees(told)
        await teller.presses("Send it" if platform == "slack" else "Enviar")
        await later(home, minutes=3)
        await replier.sees_card("The copier is back.", below)
        await replier.replies(says)
        asked = says.replace("*", "")
        await eventually(lambda: databases.rows(databases.address(tmp_path), "select id from broadcast_replies"))
        await teller.types("/somewhere")
        await teller.presses(see)
        await teller.sees(reader, asked)
        await teller.presses(answer)
        await teller.fills_in(text="Elena.")
        await teller.sees(sent)
        await replier.sees_in_thread(answers, asked, "Elena.")


async def test_a_message_to_many_from_its_draft_to_its_end(tmp_path: Path) -> None:
    """In Slack: the president writes, a rep approves, members read, and it is corrected and taken back."""
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        databases.change(databases.address(tmp_path), LATE)
        await until_noon(home)
        dana, maria = chair(home, "slack", "Dana Lee"), chair(home, "slack", "Maria Rivera")
        ana = chair(home, "slack", "Ana Ruiz")
        caucus = chair(home, "slack", "Owen Lindqvist", "association-caucus")
        await dana.types("/broadcast")
        await dana.fills_in(title="Reading night", text=LETTER)
        await dana.sees("Nothing is sent yet", "29 people I know get it, none of them an administrator", "must approve")
        await dana.presses("Write the Spanish")
        await dana.fills_in(title="Noche de lectura", text=CARTA)
        await dana.presses("Test on me: Spanish")
        await dana.sees("A test that only you see", "Noche de lectura", CARTA)
        await dana.presses("Back")
        await dana.presses("Send to approver")
        await dana.sees("It waits for approval. Beatriz Montoya", "or one of 8 more.")

        await maria.types("/somewhere")
        await maria.sees("waits for your approval")
        await maria.presses("Look it over")
        await maria.sees("Shall this go out?", LETTER)
        await maria.presses("Approve")
        await maria.sees("It goes out Tuesday")
        assert caucus.card is None
        await later(home, minutes=3)
        await caucus.sees_card("Reading night", LETTER, "nobody gets your name")
        await caucus.answers("I've read it")
        await caucus.sees("Thank you, noted.")
        await caucus.answers("Español")
        await caucus.sees("Noche de lectura", CARTA)
        await later(home, hours=1)
        await dana.types("/somewhere")
        await dana.presses("How did it go?")
        await dana.sees("Posted in its one channel.", "Fewer than five people", "Nobody gets names")

        await dana.presses("Correct it")
        await dana.fills_in(**{"text-en": LETTER.replace("six", "seven"), "text-es": CARTA.replace("seis", "siete")})
        await dana.sees("Corrected. Every copy changes")
        await caucus.sees_card("Corrected Tuesday", "Thursday at seven")
        await dana.types("/somewhere")
        await dana.presses("Take it back")
        await dana.fills_in(reason="It was wrong. New information by 4 p.m.")
        await dana.sees("Taken back everywhere. Copies may remain.")
        card = await caucus.sees_card("This message was taken back", "New information by 4 p.m.", "Copies may remain")
        assert [one.label for one in card.buttons] == ["Español"], "nothing else can be pressed any more"
        assert ana.card is None  # who has it in a channel gets no message


async def test_families_read_it_in_their_own_language(tmp_path: Path) -> None:
    """In Discord: the PTA's council writes in English, a liaison who reads both writes the Spanish and another
    approves; who is not in the channel reads it in the message of the day, and it changes there, too."""
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        databases.change(databases.address(tmp_path), LATE)
        await until_noon(home)
        marcus, rosa = (chair(home, "discord", name) for name in ("Marcus Tilley", "Rosa Delgado"))
        luz = chair(home, "slack", "Luz Paredes")
        await marcus.types("/broadcast")
        await marcus.fills_in(title="Reading night", text=LETTER)
        await marcus.sees(
            "It is posted in #pta-caucus (Discord)", "Everyone who reads #pta-caucus", "9 of them read Spanish"
        )
        await marcus.presses("Ask someone for the Spanish")
        await marcus.fills_in(whom="Rosa Delgado")
        await marcus.sees("Rosa Delgado was asked to write it in the other language")

        await rosa.types("/somewhere")
        await rosa.sees("Marcus Tilley le pide escribir «Reading night» en su idioma")
        await rosa.presses("Escribirlo")
        await rosa.fills_in(title="Noche de lectura", text=CARTA)
        await rosa.sees("Gracias. Ahora lo tiene Marcus Tilley")
        await marcus.types("/somewhere")
        await marcus.sees("The other language is there; please look it over")
        await marcus.presses("Look it over")
        await marcus.presses("Send it")
        await marcus.sees("Adriana Ponce, Isabel Carranza, Luz Paredes, or one of 2 more")
        await luz.types("/somewhere")
        await luz.sees("espera su aprobación")
        await luz.presses("Revisar")
        await luz.presses("Aprobar")
        await luz.sees("Sale el martes")
        await later(home, minutes=3)
        readers = chair(home, "discord", "Guadalupe Navarrete", "pta-caucus")
        await readers.sees_card("Reading night", LETTER)
        await readers.answers("Español")
        await readers.sees("Noche de lectura", CARTA)
        await readers.answers("I've read it")
        await readers.sees("Gracias, anotado.")
        await eventually(lambda: luz.card is None or "Noche de lectura" not in luz.card.text)


async def test_who_is_in_no_channel_reads_it_in_the_message_of_the_day(tmp_path: Path) -> None:
    """The superintendent to the association's members: each in their language, with what changes later."""
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_noon(home)
        samuel = chair(home, "slack", "Samuel Okafor")
        owen, beatriz = chair(home, "slack", "Owen Lindqvist"), chair(home, "slack", "Beatriz Montoya")
        await samuel.types("/broadcast")
        await samuel.fills_in(title="Reading night", text=LETTER, people=["Cedar Valley Education Association"])
        await samuel.sees("29 of them find it in their message of the day")
        await samuel.presses("Write the Spanish")
        await samuel.fills_in(title="Noche de lectura", text=CARTA)
        await samuel.presses("Send it")
        await samuel.sees("It goes out Tuesday")
        await later(home, hours=1)
        await owen.sees_card("From the superintendent", "Reading night", LETTER)
        await beatriz.sees_card("la superintendencia", "Noche de lectura", CARTA)
        await beatriz.answers("Ya lo leí")
        await beatriz.sees("Gracias, anotado.")
        await samuel.sees_card("“Reading night”", "25 people or more have it by message")
        await samuel.answers("Correct it")
        await samuel.fills_in(**{"text-en": LETTER.replace("six", "seven"), "text-es": CARTA.replace("seis", "siete")})
        await samuel.sees("Corrected. Every copy changes")
        await later(home, minutes=5)
        await owen.sees_among_cards("Corrected Tuesday", "Thursday at seven")
        await beatriz.sees_among_cards("Corregido el martes", "jueves a las siete")
