"""Questions that ask the same are answered once, and what stands in the FAQ answers a question as it is."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn, next_due
from support.databases import on_either

from bot.boundary import Address, Edited, Prose, Said
from bot.bridge import talks

pytestmark = on_either

LITERACY = "slack:T01CEDAR/C01LITERACY"
KITS, AGAIN, BUSES = "Can we keep the phonics kits over summer?", "May I have the kits in July?", "When do buses leave?"


async def asks(bot: Core, name: str, text: str, **more: str) -> Corner:
    """The literacy committee; by the rep, if there is one."""
    asker = corner(bot, name)
    await asker.types("ask")
    await asker.clicks("Lectura y escritura" if name == "Ana Ruiz" else "Reading and literacy")
    await asker.fills_in(question=text, **more)
    await asker.clicks("Enviar" if name == "Ana Ruiz" else "Send it")
    return asker


def told(folder: Path, card: str) -> list[tuple[int, str]]:
    """What was said to whom."""
    rows = databases.rows(databases.address(folder), f"select subject, address from deliveries where card = '{card}'")
    return sorted((int(subject), str(address).rpartition("@")[2]) for subject, address in rows)


async def test_who_answers_is_told_that_it_goes_to_all_who_wait_for_what_was_merged(tmp_path: Path) -> None:
    """Also where the asker of the one that is left kept it from others."""
    async with core(tmp_path) as bot:
        await asks(bot, "Owen Lindqvist", AGAIN)
        maria, curtis, priya = (corner(bot, name) for name in ("Maria Rivera", "Curtis Wendell", "Priya Natarajan"))
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        await curtis.presses("question.follow", "1:")
        curtis.sees("You'll be told when there is an answer.")
        ana = corner(bot, "Ana Ruiz")
        await ana.types("ask")
        await ana.clicks("Lectura y escritura")
        await ana.fills_in(question=KITS)
        await ana.clicks("Que otros no la vean")
        await ana.clicks("Enviar")
        await priya.presses("question.answer", "2")
        assert priya.field(0).hint == "It goes to the asker, with your name."
        await priya.presses("question.merge", "1")
        await priya.fills_in(**{"with": KITS})
        await priya.presses("question.answer", "2")
        assert priya.field(0).hint == "It goes to the asker and to others who wonder too, with your name."
        assert "goes to the asker, and to others who wonder too." in drawn(bot, "question.committee", 2)
        await priya.fills_in(answer="Until August.")
        await next_due(bot, "question.answered")
        await curtis.presses("question.followed", "1")
        curtis.sees("Until August.")


async def test_both_askers_get_the_one_answer_and_may_still_say_not_yet(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", KITS)
        owen, maria = await asks(bot, "Owen Lindqvist", AGAIN), corner(bot, "Maria Rivera")
        await maria.presses("question.pass", "2")
        await maria.fills_in()
        priya = corner(bot, "Priya Natarajan")
        await maria.presses("question.merge", "2")
        maria.sees("Literacy Committee")  # it is not with her any more
        await priya.presses("question.merge", "2")
        assert priya.choices("with") == [KITS]
        await priya.fills_in(**{"with": KITS})
        priya.sees("Merged. The asker gets the answer to the other one.")
        card = drawn(bot, "question.committee", 2)
        assert "It was merged with this one and is answered with it:" in card
        assert KITS in card
        assert "One other asked it too." in drawn(bot, "question.committee", 1)
        await owen.types("somewhere")
        owen.sees("With Literacy Committee, due")
        await owen.presses("question.show", "2")
        assert KITS not in owen.sees(AGAIN, "Somebody else asked the same")
        await priya.presses("question.answer", "2")
        priya.sees("isn't open")

        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes, until August 1.")
        await ana.presses("question.show", "1")
        ana.sees(KITS, "Yes, until August 1.")
        await owen.presses("question.show", "2")
        assert KITS not in owen.sees(AGAIN, "Priya Natarajan answered", "Yes, until August 1.")
        assert len(told(tmp_path, "question.answer")) == 2
        await owen.clicks("Not yet")
        await owen.fills_in(missing="And in July?")
        owen.sees("Sent. It is with Literacy Committee now")
        card = drawn(bot, "question.committee", 2)
        assert "They had an answer, and still need to know:" in card
        assert "merged" not in card
        await ana.clicks("Sí, queda contestada")
        assert "And in July?" in drawn(bot, "question.committee", 2)


async def test_an_answer_written_in_the_thread_is_changed_and_taken_back_for_both(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, priya = await asks(bot, "Ana Ruiz", KITS), corner(bot, "Priya Natarajan")
        await asks(bot, "Ana Ruiz", AGAIN)
        await priya.presses("question.merge", "2")
        await priya.fills_in(**{"with": KITS})
        await bot.writer.do(lambda session: talks.open_thread(session, "question.committee", 1, LITERACY, "100.1"))
        under = {"actor": priya.account, "place": Address("slack", "T01CEDAR", "C01LITERACY", "100.1"), "to_bot": False}

        async def says(text: str, edition: float = 0.0) -> None:
            about = {"message": "200.1", "text": text, "prose": Prose.plain(text), **under}
            said = Edited(id=f"slack:{edition}", edition=edition, **about) if edition else Said(id="slack:0", **about)
            await bot.frame.handle(said)

        async def they_see(text: str) -> None:
            for question in ("1", "2"):
                await ana.presses("question.show", question)
                ana.sees(text)

        await says("Answer: Until August 1.")
        await they_see("Until August 1.")
        await says("Answer: Until July 1.", 1.0)
        await they_see("Until July 1.")
        await says("Let me look that up.", 2.0)
        await they_see("La tiene Literacy Committee")
        assert "One other asked it too." in drawn(bot, "question.committee", 1)
        await says("Answer: Until June 1.", 3.0)
        await they_see("Until June 1.")


async def test_they_are_taken_apart_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for text in (KITS, AGAIN, BUSES):
            await asks(bot, "Ana Ruiz", text)
        priya, joel = corner(bot, "Priya Natarajan"), corner(bot, "Joel Hartmann")
        await priya.presses("question.merge", "2")
        assert priya.choices("with")[-1] in (KITS, BUSES)
        await joel.presses("question.merge", "2")  # of another committee
        joel.sees("It is with Literacy Committee now. Only its members can do that.")
        await joel.sends("question.merge", "2", {"with": ("1",)})
        joel.sees("It is with Literacy Committee now. Only its members can do that.")
        await priya.sends("question.merge", "2", {"with": ("2",)})
        priya.sees("doesn't wait here any more, so nothing was changed.")
        await priya.sends("question.merge", "2", {"with": ("1",)})
        await priya.sends("question.merge", "1", {"with": ("3",)})  # what was merged goes along
        assert "2 others asked it too." in drawn(bot, "question.committee", 3)
        await priya.presses("question.split", "1")
        priya.sees("It waits by itself again.")
        assert "One other asked it too." in drawn(bot, "question.committee", 3)
        await priya.presses("question.give-back", "3")
        await priya.fills_in(topic="A grievance")
        for waits in (1, 2):
            assert "Please answer by" in drawn(bot, "question.committee", waits)
        await priya.presses("question.split", "2")
        priya.sees("isn't open to this any more")


async def test_the_faq_answers_a_question_in_its_askers_language(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asks(bot, "Ana Ruiz", KITS)
        priya, beatriz = corner(bot, "Priya Natarajan"), corner(bot, "Beatriz Montoya")
        await priya.presses("faq.use", "1")
        priya.sees("Nothing in the FAQ fits this question.")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        await priya.clicks("Publish to the FAQ")
        english = {"question-en": "Can a class keep the phonics kits?", "answer-en": "Yes, until August 1."}
        spanish = {"question-es": "¿Se quedan los kits?", "answer-es": "Sí, hasta el 1 de agosto."}
        await priya.fills_in(**english, **spanish)
        await priya.clicks("Ask for approval")
        await beatriz.presses("faq.look", "1")
        await beatriz.clicks("Aprobar")
        beatriz.sees("Aprobado.")

        ana = await asks(bot, "Ana Ruiz", "May my class keep the phonics kits in July?")
        await priya.presses("faq.use", "2")
        assert priya.choices("entry") == [english["question-en"]]
        await priya.fills_in(entry=english["question-en"])
        await ana.presses("question.show", "2")
        ana.sees("Contestó Priya Natarajan", spanish["answer-es"])
