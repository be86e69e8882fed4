"""What the eye reads of Discord's markdown, and whom a message pings."""

from __future__ import annotations

from typing import Any

import pytest
from support.pretend_discord_bot import ANA, DANA, FAMILIES, WORLD

from playground.discord import eye
from playground.discord.state import Message, State

STATE = State(WORLD)


def message(content: str, **more: Any) -> Message:
    return Message("1", STATE.channels[FAMILIES], STATE.bot, content=content, **more)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**bold** *it* _it_ __under__ ~~gone~~ ||psst||", "bold it it under gone psst"),
        ("***both*** **a *b* c**", "both a b c"),
        (r"\*not\* \_this\_ \`nor\` \~\~that\~\~ \|\|x\|\| \\", r"*not* _this_ `nor` ~~that~~ ||x|| \ ".rstrip()),
        ("snake_case_name 2*3*4 a * b * c", "snake_case_name 234 a * b * c"),
        ("`code *x*` ```py\nblock *y*\n```", "code *x* block *y*"),
        (
            f"<@{ANA}> <@!{DANA}> <@5> <#{FAMILIES}> <#5> <@&5>",
            "@Ana Ruiz @Dana Lee @unknown-user #families #unknown @unknown-role",
        ),
        (rf"\<@{ANA}>", f"<@{ANA}>"),
        ("[click](https://example.org) [x] (y) <https://example.org/a_b_c>", "click [x] (y) https://example.org/a_b_c"),
        ("https://example.org/a_b_c_d", "https://example.org/a_b_c_d"),
        ("<t:0:D> <t:0:t> </poll:5> <:cat:5>", "01 January 1970 00:00 /poll :cat:"),
        ("- one\n- two", "• one\n• two"),
        (r"\- one", "- one"),
        ("@everyone", "@everyone"),
    ],
)
def test_inline(written: str, read: str) -> None:
    assert eye.look(STATE, message(written)).text == read


def test_lines() -> None:
    seen = eye.look(
        STATE, message("# Big\n## Less\nplain\nmore\n> said\n> again\n-# small\n\\# not\n#nor\n>>> all\nthis")
    )
    assert [(line.kind, line.text) for line in seen.lines] == [
        ("heading", "Big"),
        ("heading", "Less"),
        ("text", "plain\nmore"),
        ("quote", "said\nagain"),
        ("note", "small"),
        ("text", "# not\n#nor"),
        ("quote", "all\nthis"),
    ]


@pytest.mark.parametrize(
    ("written", "allowed", "pinged"),
    [
        (f"<@{ANA}> @everyone @here", None, (ANA, "everyone", "here")),
        (f"<@{ANA}> @everyone", {"parse": []}, ()),
        (f"<@{ANA}> <@{DANA}>", {"parse": [], "users": [DANA]}, (DANA,)),
        (f"<@{ANA}> @everyone", {"parse": ["users"]}, (ANA,)),
        (rf"\@everyone \<@{ANA}>", None, ("everyone", ANA)),
        (f"`@everyone` ```<@{ANA}>```", None, ()),
        ("<@5>", None, ()),
        ("<@&7> <@&8>", {"parse": [], "roles": ["7"]}, ("&7",)),
        ("<@&7>", {"parse": []}, ()),
    ],
)
def test_pings(written: str, allowed: dict[str, Any] | None, pinged: tuple[str, ...]) -> None:
    assert eye.look(STATE, message(written, allowed_mentions=allowed)).pings == pinged
    card = message("", allowed_mentions=allowed, components=[{"type": 10, "id": 1, "content": written}])
    assert eye.look(STATE, card).pings == pinged


def test_a_private_message_pings_nobody_else() -> None:
    assert eye.look(STATE, message(f"<@{ANA}> <@{DANA}> @here", only_for=ANA)).pings == (ANA,)


def test_buttons_know_how_many_lines_stand_above_them() -> None:
    row = {"type": 1, "components": [{"type": 2, "style": 2, "label": "Answer", "custom_id": "a"}]}
    card = {
        "type": 17,
        "components": [{"type": 10, "content": "# One\ntwo"}, row, {"type": 10, "content": "three"}, row],
    }
    assert [button.below for button in eye.look(STATE, message("zero", components=[card])).buttons] == [3, 4]
