"""Buttons that were posted before buttons carried typed payloads still do what they did."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import core
from support.corner import corner
from support.databases import on_sqlite

from bot.boundary import Form

pytestmark = on_sqlite

# Who presses what, as the landed version posted it, and what they then see; a form where that is empty.
PRESSES = (
    ("Priya Natarajan", "question.take", "1:", "is on it"),
    ("Beatriz Montoya", "question.take", "1:{priya}", "Beatriz Montoya se encarga."),
    ("Beatriz Montoya", "question.show", "1:en", "Can we keep the kits?"),
    ("Owen Lindqvist", "question.show", "1:es", "La tiene"),
    ("Priya Natarajan", "question.answer", "1", ""),
    ("Priya Natarajan", "question.pass-on", "1", ""),
    ("Priya Natarajan", "question.later", "1", ""),
    ("Jamal Whitfield", "question.follow", "1:7", "You'll be told when there is an answer."),
    ("Jamal Whitfield", "question.followed", "1", "Can we keep the kits?"),
    ("Jamal Whitfield", "question.topic", "{draft}:2", ""),
    ("Jamal Whitfield", "question.as", "{draft}:somewhere", "It goes straight to the committee."),
    ("Jamal Whitfield", "question.findable", "{draft}:yes", "may see your words, without your name"),
    ("Jamal Whitfield", "faq.show", "1::en", "By hand."),
    ("Jamal Whitfield", "faq.show", "1:{draft}:es", "A mano."),
    ("Jamal Whitfield", "faq.show", "faq:1", "By hand."),
)


async def test_a_button_of_before_does_what_it_did(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, maria, jamal = (corner(bot, name) for name in ("Owen Lindqvist", "Maria Rivera", "Jamal Whitfield"))
        await owen.types("ask")
        await owen.clicks("Reading and literacy")
        await owen.fills_in(question="Can we keep the kits?")
        await owen.clicks("Send it")
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        await jamal.types("ask", "Where do the buses stop?")
        address = bot.settings.database_url
        databases.change(address, ENTRY)
        ((draft,),) = databases.rows(address, "select max(id) from drafts")
        ((priya,),) = databases.rows(address, "select id from members where key = 'priya-natarajan'")
        for name, do, about, sees in PRESSES:
            one = corner(bot, name)
            await one.presses(do, about.format(draft=draft, priya=priya))
            if sees:
                one.sees(sees)
            else:
                assert isinstance(one.answer, Form), (do, one.answer)


ENTRY = """
insert into faq_entries (district_id, committee_id, texts, state, version, publisher_id, audience)
select district_id, id, '{"en": ["How?", "By hand."], "es": ["¿Cómo?", "A mano."]}', 'published', 1,
(select min(id) from members), 'district:' || district_id from committees where key = 'literacy'
"""
