"""All that people can do with what a version left in channels, each thing tried on the database as it was left, and
what came of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import count
from pathlib import Path
from typing import Any

from support.corner import TEXTS, buttons, draw
from support.landed import acts
from support.landed.rows import Tables
from support.landed.town import FAMILIES, LEADERSHIP, STAFF, filled
from support.landed.world import ACTS, FACTS, World

from bot import routes
from bot.boundary import (
    Account,
    Act,
    Address,
    Answer,
    Bar,
    Command,
    Form,
    FormErrors,
    Message,
    Opened,
    Press,
    Private,
    Prose,
    Quote,
    Said,
    Search,
    Shortcut,
    Submit,
    Typing,
)

TYPISTS = 2  # of a cast, who try what is typed
DEEP = 3  # answers that are gone on from
SUGGESTED = "kits"
HELLO = tuple(TEXTS[language]("home-title", name="") for language in TEXTS)  # how the home card begins
# What members wrote, by table.
WRITTEN = {"polls": "question", "poll_options": "label", "questions": "text", "question_answers": "text"}
SHORTEST = 8  # characters of it that stand nowhere by chance
# Who tries what many see, by the place's platform.
CAST = {
    "slack": ("U01RIVERA", "U01LINDQVIST", "U01NATARAJAN", "U01HARTMANN", "U01DLEE", "U01ORTIZ", "U01NOWAK"),
    "discord": ("1138732774015241103", "1034074885075323430", "1056164902382170627", "1335954413637978616"),
}


def known(tables: Tables) -> set[str]:
    """Words of members."""
    found = {row.get(column) or "" for table, column in WRITTEN.items() for row in tables[table]}
    return {one for one in found if len(one) >= SHORTEST and "\n" not in one}


async def try_all(world: World, tables: Tables, shown: Iterable[tuple[Act, Answer]]) -> list[dict[str, Any]]:
    """Raises ValueError where an act fails. What the home card shows first is each version's own affair."""
    waiting = [(act, 0) for act in _begin(world, tables, shown)]
    written, tried, kept = known(tables), set[str](), list[dict[str, Any]]()
    alike = set[tuple[object, ...]]()
    for number in count():
        if number >= len(waiting):
            break
        act, deep = waiting[number]
        told = acts.to_json(act)
        if (key := json.dumps(told)) in tried:
            continue
        tried.add(key)
        world.again()
        answer, outcome = await acts.play(world.bot.frame, replace(act, id=f"tried {number}"), written)
        if outcome.end in ("failed", "busy"):
            raise ValueError(f"{outcome.says}: {told}")
        if outcome.says in _gone():
            continue
        following = list(_following(act, answer))
        offered = frozenset(_sort(one) for one in following)
        same = _sort(act), outcome.end, outcome.kind, offered, _subject(act) if offered else outcome.says
        if same not in alike:
            alike.add(same)
            outcome = replace(outcome, mentions=[]) if outcome.says.startswith(HELLO) else outcome
            kept.append({**told, "outcome": asdict(outcome)})
            waiting += [(one, deep + 1) for one in following if deep < DEEP]
    return kept


def _gone() -> list[str]:
    return [words for name in ("gone", "question-draft-gone") for words in TEXTS.in_all(name)]


def _begin(world: World, tables: Tables, shown: Iterable[tuple[Act, Answer]]) -> Iterator[Act]:
    for row in tables["deliveries"]:
        if row["state"] not in ("GONE", "FAILED") or row["card"] == "question.committee":
            for language in ("en", "es"):
                message = draw(world.bot, row["card"], row["subject"], language)
                yield from _on_card(message, Address.parse(row["address"]))
    for act, answer in shown:
        yield act
        yield from _following(act, answer)
    for seat in tables["seats"]:  # each holds what its holder may do
        member = seat.get("holder_id")
        for account in tables["accounts"]:
            if account["member_id"] == member:
                who = Account.parse(account["address"])
                yield Command(id="", actor=who, place=Address.alone_with(who), name="poll")
    for platform, place in (("slack", STAFF), ("discord", FAMILIES), ("slack", LEADERSHIP)):
        for number, user in enumerate(CAST[platform]):
            who = Account(platform, place.workspace, user)
            yield Opened(id="", actor=who)
            if number < TYPISTS:
                yield from _typed(who, place)
    for thread in tables["threads"]:
        if under := thread.get("under"):
            yield from _in_thread(Address.parse(under))


def _typed(who: Account, place: Address) -> Iterator[Act]:
    alone = Address.alone_with(who)
    for name in routes.HOUSE.commands:
        yield Command(id="", actor=who, place=place, name=name)
        yield Command(id="", actor=who, place=place, name="somewhere", text=name)
    yield Command(id="", actor=who, place=place, name="poll", text="Which first? | This one | The other one")
    yield Command(id="", actor=who, place=place, name="ask", text="faq:1")
    for name in routes.HOUSE.typing:
        yield Typing(id="", actor=who, place=place, name=name, text=SUGGESTED)
    for name in routes.HOUSE.shortcuts:
        yield Shortcut(id="", actor=who, place=place, name=name, text="Who has the key?")
    said = "Who has the other key?"
    yield Said(id="", actor=who, place=alone, text=said, prose=Prose.plain(said), message="700001")


def _in_thread(place: Address) -> Iterator[Act]:
    for user in CAST[place.platform]:
        who = Account(place.platform, place.workspace, user)
        for text in ("Let me ask around.", "Answer: It stands on the board."):
            prose = Prose.plain(text)
            yield Said(id="", actor=who, place=place, text=text, to_bot=False, message="700002", prose=prose)


def _on_card(message: Message, at: Address) -> Iterator[Act]:
    whom = [at.account] if at.account else [Account(at.platform, at.workspace, user) for user in CAST[at.platform]]
    for who in whom:
        yield from _presses(message, who, at)


def _presses(message: Message, who: Account, place: Address | None) -> Iterator[Act]:
    for button in buttons(message):
        yield Press(id="", actor=who, place=place, do=button.do, about=button.about)
    for part in message.parts:
        if isinstance(part, Search):
            yield Press(id="", actor=who, place=place, do=part.do, about="faq:1")


def _following(act: Act, answer: Answer) -> Iterator[Act]:
    """What the person can do next with what they were answered."""
    match answer:
        case Private() | FormErrors():
            yield from _presses(answer.message, act.actor, act.place)
        case Form():
            for text in ("", "So that all can plan ahead."):
                typed = {name: tuple(value or text for value in values) for name, values in filled(answer, {}).items()}
                yield Submit(
                    id="", actor=act.actor, place=act.place, form=answer.name, about=answer.about, fields=typed
                )


def _sort(act: Act) -> tuple[str, ...]:
    """Acts of which one is enough for each subject, or each person's own, and each outcome."""
    match act:
        case Press():
            return "Press", act.do
        case Submit():
            return "Submit", act.form
        case Command() | Shortcut() | Typing():
            return type(act).__name__, act.name, act.text, str(act.actor)
        case Opened():
            return "Opened", str(act.actor)
        case _:
            return type(act).__name__, act.text if isinstance(act, Said) else "", act.actor.platform


def _subject(act: Act) -> str:
    return act.about.partition(":")[0] if isinstance(act, Press | Submit) else ""


def left_out(kept: Iterable[dict[str, Any]], tables: Tables) -> list[str]:
    """Names of `bot.routes` of which there is nothing."""
    done = [one for one in kept if one["outcome"]["end"] == "done"]
    acts = {
        ("Press", "do"): routes.HOUSE.presses,
        ("Submit", "form"): routes.HOUSE.forms,
        ("Command", "name"): routes.HOUSE.commands,
        ("Shortcut", "name"): routes.HOUSE.shortcuts,
        ("Typing", "name"): routes.HOUSE.typing,
    }
    left = {
        ("due", "do"): routes.HOUSE.due,
        ("deliveries", "card"): routes.HOUSE.cards,
        ("notices", "name"): routes.HOUSE.notices,
    }
    there = {(act, field): {one.get(field) for one in done if one["act"] == act} for act, field in acts}
    there |= {(table, field): {row[field] for row in tables[table]} for table, field in left}
    every = {**acts, **left}.items()
    return [" ".join((*where, name)) for where, names in every for name in names if name not in there[where]]


def results(world: World, polls: Iterable[int]) -> dict[str, list[Any]]:
    """What each card says of what was answered: of every option its figures, and what people wrote."""
    return {str(poll): _figures(draw(world.bot, "poll", poll)) for poll in polls}


def _figures(card: Message) -> list[Any]:
    bars = [[one.label, *re.findall(r"\d+", one.figure)] for one in card.parts if isinstance(one, Bar)]
    return [*bars, *(one.text for one in card.parts if isinstance(one, Quote))]


def write(into: Path, kept: Iterable[dict[str, Any]], facts: dict[str, Any]) -> None:
    lines = [f"{json.dumps(one, ensure_ascii=False)}\n" for one in kept]
    (into / ACTS).write_text("".join(lines), encoding="utf-8")
    (into / FACTS).write_text(f"{json.dumps(facts, indent=1, ensure_ascii=False)}\n", encoding="utf-8")
