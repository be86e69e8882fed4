"""A question goes from a building to a committee and back, from either platform to the other."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.databases import on_both, on_either
from support.house import eventually, house
from support.talk import Chair, chair, forge, later

pytestmark = on_either

KITS = "Can we keep the phonics kits over summer?"
CARE = "¿Habrá cuidado de niños en las juntas?"


async def asks(asker: Chair, topic: str, text: str) -> None:
    """Up to the preview."""
    await asker.types("/ask")
    await asker.presses(topic)
    await asker.fills_in(question=text)
    await asker.sees(text)


def words_kept(folder: Path, text: str) -> bool:
    """Whether the database still has them in a question or a draft."""
    house = databases.address(folder)
    kept = databases.rows(house, "select text from questions") + databases.rows(house, "select fields from drafts")
    return any(text in str(row) for row in kept)


@on_both
async def test_from_slack_by_the_rep_to_a_committee_in_discord_and_back(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        owen = chair(home, "slack", "Owen Lindqvist", "lincoln-staff")
        owens_dm, marias_dm = chair(home, "slack", "Owen Lindqvist"), chair(home, "slack", "Maria Rivera")
        hannah = chair(home, "discord", "Hannah Whitaker", "partnership-leadership")

        await owen.types("/ask")
        await owen.sees(
            "Contract and bargaining; A grievance: Dana Lee", "call 911 now", "What is your question about?"
        )
        await owen.presses("Anything across the district")
        await owen.fills_in(question=KITS, soon="Urgent: within 2 school days")
        await owen.sees(
            "Nothing is sent yet",
            "First Lincoln Elementary's building rep reads it: Maria Rivera.",
            "The committee is District Leadership Team, in #partnership-leadership (Discord) and "
            "#partnership-leadership (Slack).",
            "It goes under your name, Owen Lindqvist.",
        )
        assert marias_dm.card is None
        await owen.presses("Send it")
        await owen.sees("Sent. It is with Lincoln Elementary's building rep now")
        assert hannah.card is None

        await marias_dm.sees_card("A question for you to look at first", "Owen Lindqvist (Lincoln", KITS, "Urgent")
        await marias_dm.answers("Pass to District Leadership Team")
        await marias_dm.fills_in(note="I asked <!channel>, @everyone and *nobody* knew.")
        await marias_dm.sees_card("You passed it on. It is with District Leadership Team now.")
        await owen.types("/somewhere")
        await owen.sees("You asked one question that is still open.", "With District Leadership Team, due")

        card = await hannah.sees_card("A question for District Leadership Team", KITS, "Urgent: please answer by")
        assert "I asked <!channel>, @everyone and *nobody* knew." in card.text
        assert not card.pings
        await hannah.answers("I'll take it")
        await hannah.sees_card("Hannah Whitaker is on it.")
        await hannah.answers("Answer")
        await hannah.fills_in(answer="Yes, until August 1.")
        await hannah.sees("Sent. The asker gets it in a direct message")
        await hannah.sees_card("Hannah Whitaker answered:", "Yes, until August 1.")

        await owens_dm.sees_card("An answer to your question", KITS, "Hannah Whitaker answered", "Yes, until August 1.")
        await owens_dm.answers("Not yet")
        await owens_dm.fills_in(missing="All of them?")
        await owens_dm.sees("Sent. It is with District Leadership Team now")
        await hannah.sees_card("They had an answer, and still need to know:", "All of them?")
        await hannah.answers("Answer")
        await hannah.fills_in(answer="All but the cards.")
        await owens_dm.sees_card("All but the cards.", "Does that answer it?")
        await owens_dm.answers("That answers it")
        await hannah.sees_card("The asker says that this answers it.")
        await owens_dm.sees_card("You said that this answers it.")
        await owen.types("/somewhere")
        await owen.sees("Hello, Owen Lindqvist", "Nothing waits for you.")


async def test_from_discord_in_spanish_to_a_committee_in_slack_and_back(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        guadalupes_dm = chair(home, "discord", "Guadalupe Navarrete")
        rosas_dm = chair(home, "discord", "Rosa Delgado")
        maria = chair(home, "slack", "Maria Rivera", "lincoln-team")

        await guadalupe.types("/ask")
        await guadalupe.sees("Contrato y negociación; Una queja laboral: Dana Lee", "llame ahora al 911")
        await guadalupe.presses("La vida en Lincoln")
        await guadalupe.fills_in(question=CARE)
        await guadalupe.sees("Todavía no se envía nada", "Primero la lee Rosa Delgado", "#lincoln-team (Slack)")
        await guadalupe.presses("Enviar")
        await guadalupe.sees("Enviada. Ahora la tiene")
        await rosas_dm.sees_card("Una pregunta que usted lee primero", CARE)
        await rosas_dm.answers("Pasar a Lincoln Leadership Team")
        await rosas_dm.fills_in(note="Yo tampoco sé, <!channel> @everyone.")
        card = await maria.sees_card(
            "A question for Lincoln Leadership Team", CARE, "Yo tampoco sé, <!channel> @everyone."
        )
        assert not card.pings
        await maria.answers("Español")
        await maria.sees("Una pregunta para Lincoln Leadership Team")
        await maria.answers("Answer")
        await maria.fills_in(answer="Sí, en la biblioteca.")
        await guadalupes_dm.sees_card("Una respuesta a su pregunta", "Contestó Maria Rivera", "Sí, en la biblioteca.")
        await guadalupes_dm.answers("Sí, queda contestada")
        await maria.sees_card("The asker says that this answers it.")


async def test_what_is_not_for_this_channel_goes_back_and_the_copy_is_deleted(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        owen = chair(home, "slack", "Owen Lindqvist")
        maria = chair(home, "slack", "Maria Rivera")
        literacy = chair(home, "slack", "Priya Natarajan", "literacy-committee")
        await asks(owen, "Reading and literacy", KITS)
        await owen.presses("Send it")
        await maria.sees_card(KITS)
        await maria.answers("Not for this channel")
        await maria.fills_in(topic="A grievance")
        await maria.sees_card("It went back to the asker.")
        await owen.sees_card("goes no further: A grievance", "A grievance: Dana Lee", "call 911 now", KITS)
        assert words_kept(tmp_path, KITS)
        await later(home, minutes=11)
        assert not words_kept(tmp_path, KITS)
        await owen.sees_card(KITS)  # theirs to keep
        assert literacy.card is None


async def test_what_was_given_back_and_cannot_arrive_is_kept_until_they_have_it(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        rosa = chair(home, "discord", "Rosa Delgado")
        await guadalupe.types("/ask")
        await guadalupe.presses("La vida en Lincoln")
        await guadalupe.fills_in(question=CARE)
        await guadalupe.presses("Enviar")
        await rosa.sees_card(CARE)
        await rosa.answers("No es para este canal")
        await rosa.fills_in(topic="Un empleado en particular")
        await rosa.sees_card("Esto no era para este canal.")
        await guadalupe.types("/somewhere")
        await guadalupe.presses("Ver «¿Habrá cuidado de niños en la…»")
        await guadalupe.sees("No es para este canal", "Samuel Okafor", CARE)
        await guadalupe.presses("Ya tengo mis palabras")
        await guadalupe.sees("Mi copia está borrada.")
        await eventually(lambda: not words_kept(tmp_path, CARE))


async def test_it_goes_straight_on_where_the_seat_is_vacant(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        ana = chair(home, "slack", "Ana Ruiz")
        literacy = chair(home, "slack", "Priya Natarajan", "literacy-committee")
        schedule = chair(home, "slack", "Naomi Feldstein", "schedule-committee")
        await ana.types("When do the kits come back?")
        await ana.sees("¿Quiere preguntarle esto a un comité?")
        await ana.presses("Preguntar esto a un comité")
        await ana.presses("Lectura y escritura")
        await ana.fills_in()
        await ana.sees("Va directo al comité.", "When do the kits come back?")
        await ana.presses("Enviar")
        await literacy.sees_card("Ana Ruiz (Cedar Valley High School)", "When do the kits come back?")
        await literacy.answers("Not ours: pass on")
        await literacy.fills_in(topic="Schedules and calendar · Schedule Committee")
        await literacy.sees("so I have asked them. It goes there once they say yes.")
        await ana.sees_card("Priya Natarajan quisiera pasarla a Schedule Committee", "When do the kits come back?")
        await ana.answers("Sí, pásenla")
        await schedule.sees_card("A question for Schedule Committee", "When do the kits come back?")
        await literacy.sees_card("A question was passed on from here. It is with Schedule Committee now.")
        await schedule.types("/somewhere")
        await schedule.sees("One question waits for a committee of yours.")


async def test_what_cannot_be_sent_is_kept_and_said(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        owen = chair(home, "slack", "Owen Lindqvist", "lincoln-staff")
        await owen.types("/ask")
        await owen.presses("Reading and literacy")
        await owen.person.submit({"question": "   ", "soon": "calm"})
        assert (await owen.form()).fields[0].error == "Please write your question."
        await owen.fills_in(question=KITS)
        await owen.presses("Edit")
        await owen.fills_in(soon="Urgent: within 2 school days")
        await owen.presses("Cancel")
        await owen.sees("Nothing was sent")
        assert not words_kept(tmp_path, KITS)


async def test_who_has_it_is_reminded_and_then_who_leads_them(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        ana = chair(home, "slack", "Ana Ruiz")
        literacy = chair(home, "slack", "Priya Natarajan", "literacy-committee")
        priya, beatriz = chair(home, "slack", "Priya Natarajan"), chair(home, "slack", "Beatriz Montoya")
        await ana.types("/ask")
        await ana.presses("Lectura y escritura")
        await ana.fills_in(question=KITS)
        await ana.presses("Enviar")
        await literacy.answers("I'll take it")
        await literacy.sees_card("Priya Natarajan is on it.")
        await later(home, days=2)
        assert priya.card is None
        await later(home, days=17)  # more than five school days, whatever is off
        await later(home, days=1)
        await priya.sees_card("A question waits with Literacy Committee; it was to be answered by", KITS)
        await beatriz.sees_card("La tiene Literacy Committee", KITS)
        await beatriz.answers("Ver la pregunta")
        await beatriz.presses("Contestar")
        await beatriz.fills_in(answer="Sí.")
        await ana.sees_card("Contestó Beatriz Montoya", "Sí.")


async def test_a_card_that_could_not_be_posted_is_posted_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        ana = chair(home, "slack", "Ana Ruiz")
        literacy = chair(home, "slack", "Priya Natarajan", "literacy-committee")
        await home.slack.leave(home.slack.workspace.world.bot_user_id, literacy.channel)
        await ana.types("/ask")
        await ana.presses("Lectura y escritura")
        await ana.fills_in(question=KITS)
        await ana.presses("Enviar")
        await ana.sees("Enviada.")
        await home.bot.sender.drain(5.0)
        await literacy.types("/somewhere")
        await literacy.presses("See “Can we keep the phonics kits…”")
        await literacy.sees(KITS, "I couldn't post or update it in #literacy-committee (Slack).")
        await home.slack.join(home.slack.workspace.world.bot_user_id, literacy.channel)
        await literacy.presses("Post it again")
        await literacy.sees("I'm trying again.")
        await literacy.sees_card(KITS)


async def test_what_was_written_too_late_goes_back_to_its_writer(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        ana = chair(home, "slack", "Ana Ruiz")
        priya = chair(home, "slack", "Priya Natarajan", "literacy-committee")
        beatriz = chair(home, "slack", "Beatriz Montoya", "literacy-committee")
        await ana.types("/ask")
        await ana.presses("Lectura y escritura")
        await ana.fills_in(question=KITS)
        await ana.presses("Enviar")
        await priya.answers("Answer")
        await beatriz.answers("Answer")
        await priya.fills_in(answer="Yes.")
        await ana.sees_card("Yes.")
        await beatriz.fills_in(answer="Sí, todos.")
        await beatriz.sees("Mientras tanto alguien ya la contestó", "Sí, todos.")
        jamal = chair(home, "slack", "Jamal Whitfield", "all-staff")
        for do, says in (
            ("question.show", KITS),  # the channel is for his group, too
            ("question.take", "It is with Literacy Committee now."),
            ("question.enough", "That isn't here any more."),
            ("question.again", "It is with Literacy Committee now."),
            ("question.have-it", "That isn't here any more."),
        ):
            await forge(home, jamal, do, "1")
            await jamal.sees(says)


async def test_a_committee_asks_back_before_it_answers(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        ana = chair(home, "slack", "Ana Ruiz")
        hannah = chair(home, "discord", "Hannah Whitaker", "partnership-leadership")
        await ana.types("/ask")
        await ana.presses("Cualquier tema de todo el distrito")
        await ana.fills_in(question=KITS)
        await ana.presses("Enviar")
        await hannah.answers("Ask for detail")
        await hannah.fills_in(wanted="Which grades?")
        await hannah.sees("Sent. What they reply is shown on the question.")
        await ana.sees_card("necesitan saber algo más: District Leadership Team.", "Which grades?")
        await ana.answers("Responder")
        await ana.fills_in(reply="Second and third.")
        await ana.sees_card("Usted respondió:", "Second and third.")
        await hannah.sees_card("They were asked:", "Which grades?", "They replied:", "Second and third.")
        await hannah.answers("Answer")
        await hannah.fills_in(answer="Yes.")
        await ana.sees_card("Contestó Hannah Whitaker", "Yes.")
