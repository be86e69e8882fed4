"""`python -m playground` from outside."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from slack_sdk import WebClient
from support.process import ROOT, playground, small_world


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with playground(small_world(), tmp_path_factory.mktemp("page")) as addresses:
        yield addresses["page"]


def test_the_platforms_alone_need_no_page(tmp_path: Path) -> None:
    world = small_world()
    assert world.slack is not None
    with playground(world, tmp_path, "--no-page") as addresses:
        assert sorted(addresses) == ["discord_api", "discord_gateway", "slack_api"]
        client = WebClient(token=world.slack.bot_token, base_url=addresses["slack_api"])
        assert client.auth_test()["team_id"] == world.slack.team_id


def test_one_platform_is_enough(tmp_path: Path) -> None:
    world = small_world().model_copy(update={"discord": None})
    with playground(world, tmp_path) as addresses:
        assert sorted(addresses) == ["page", "slack_api"]


@pytest.mark.parametrize(
    ("host", "origin", "let_in"),
    [
        ("127.0.0.1", "", True),
        ("localhost", "", True),
        ("evil.example", "", False),
        ("127.0.0.1", "http://evil.example", False),
    ],
)
def test_the_page_is_for_this_machine_alone(page: str, host: str, origin: str, let_in: bool) -> None:
    port = urlsplit(page).port
    headers = {"Host": f"{host}:{port}", **({"Origin": origin} if origin else {})}
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    for path, more in (("/", {}), ("/_nicegui_ws/socket.io/?EIO=4&transport=websocket", upgrade)):
        line = HTTPConnection("127.0.0.1", port, timeout=10)
        line.request("GET", path, headers=headers | more)
        answered = line.getresponse().status
        assert (answered in (101, 200)) == let_in, path
        line.close()


def test_the_page_is_imported_only_when_it_is_wanted() -> None:
    script = "import playground.__main__, sys; sys.exit('nicegui' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=30)
