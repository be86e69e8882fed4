"""Files that come with a message, as the pretend Discord takes them in."""

from __future__ import annotations

from typing import Any

import pytest
from support.pretend_discord_bot import WORLD

from playground.discord import attachments
from playground.discord.attachments import MOST_BYTES, Upload, taken_in
from playground.discord.errors import Refusal
from playground.discord.state import State


def refused(body: Any, uploads: dict[str, Upload]) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        taken_in(_state(), "1", body, uploads)
    return refusal.value


def _state() -> State:
    return State(WORLD)


def test_each_file_is_what_its_attachment_says() -> None:
    state, said = _state(), [{"id": 0, "filename": "a.png", "description": "A picture"}]
    (kept,) = taken_in(state, "1", {"attachments": said}, {"files[0]": Upload("b.png", b"png")})["attachments"]
    assert (kept["filename"], kept["description"], kept["size"]) == ("a.png", "A picture", 3)
    assert kept["content_type"] == "image/png"
    assert state.attached[kept["id"]] == b"png"


def test_a_file_too_large_one_too_many_and_one_that_did_not_come() -> None:
    large = {"files[0]": Upload("a", b"x" * (MOST_BYTES + 1))}
    assert refused({}, large).status == 413
    assert refused({"attachments": [{"id": 1}]}, {"files[0]": Upload("a", b"x")}).body["code"] == 50035
    many = {f"files[{number}]": Upload("a", b"x") for number in range(attachments.MOST_FILES + 1)}
    assert refused({}, many).body["code"] == 50035
