"""`python -m playground` from outside."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from slack_sdk import WebClient
from support.process import ROOT, playground, small_world


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


def test_the_page_is_imported_only_when_it_is_wanted() -> None:
    script = "import playground.__main__, sys; sys.exit('nicegui' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=30)
