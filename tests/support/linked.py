"""Acts at the core about `/link`, by members of one group of whom each has one account, and by strangers."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from support import databases
from support.talk import LINE, Core, said

from bot.boundary import Account, Act, Address, Command, Press, Submit

TEAM, GUILD = "T01CEDAR", "1268401200690098927"
MARIA = Account("slack", TEAM, "U01RIVERA")
# Of the school board, without a seat.
ROY, GILBERTO = Account("slack", TEAM, "U01THIBODEAUX"), Account("slack", TEAM, "U01SANDOVAL")
ANJALI, CARMEN = Account("discord", GUILD, "1049545205289406680"), Account("discord", GUILD, "1241059834533996378")
KEVIN = Account("discord", GUILD, "1317657113041631193")  # a parent
DANA = Account("slack", TEAM, "U01DLEE")  # on both, as the roster says
FOUR = {
    ROY: "roy-thibodeaux",
    GILBERTO: "gilberto-sandoval",
    ANJALI: "anjali-deshpande",
    CARMEN: "carmen-escobedo",
}
SECOND = Account("discord", GUILD, "1222222222222222222")
NEWCOMER, VISITOR = Account("discord", GUILD, "1111111111111111111"), Account("slack", TEAM, "U0VISITOR")
COMMONS = {"slack": Address("slack", TEAM, "C01COMMONS"), "discord": Address("discord", GUILD, "1208438037586371632")}
CODE = re.compile(r"\b[A-Z2-7]{4}-[A-Z2-7]{4}\b")
WHOSE = "select address, key from accounts join members on members.id = member_id"
ANSWERS = (
    "select label, key from ballots join members on members.id = member_id join poll_options o on o.id = option_id"
)


def make_teachers(database: str) -> None:
    """Of the four: of a board nobody but its liaison is asked in polls."""
    association = "(select id from groups where key = 'cvea')"
    databases.change(database, f"update members set group_id = {association} where key in {tuple(FOUR.values())}")


@dataclass
class Desk:
    bot: Core
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    async def told(self, act: Act) -> str:
        return said(await self.bot.frame.handle(act)).text()

    def command(self, who: Account, text: str = "", name: str = "link", language: str = "en") -> Command:
        place = COMMONS[who.platform]
        return Command(id=self._id(), actor=who, place=place, name=name, text=text, language=language)

    def press(self, who: Account, do: str, about: str = "") -> Press:
        return Press(id=self._id(), actor=who, place=COMMONS[who.platform], do=do, about=about, language="en")

    def submit(self, who: Account, code: str) -> Submit:
        given = {"code": (code,)}
        place = COMMONS[who.platform]
        return Submit(id=self._id(), actor=who, place=place, form="link.code", fields=given, language="en")

    async def types(self, who: Account, text: str = "", language: str = "en") -> str:
        return await self.told(self.command(who, text, language=language))

    async def presses(self, who: Account, do: str, about: str = "") -> str:
        return await self.told(self.press(who, do, about))

    async def code(self, who: Account) -> str:
        found = CODE.search(await self.types(who))
        assert found
        return found[0]

    async def links(self, maker: Account, other: Account) -> str:
        """What `other` is told who confirms `maker`'s code."""
        return await self.presses(other, "link.yes", await self.code(maker))

    async def lets_join(self, other: Account, maker: Account) -> str:
        """What `other` is told who has a role and typed `maker`'s code."""
        await self.types(other, await self.code(maker))
        return await self.presses(other, "link.confirm", "1")

    async def unlinks(self, who: Account) -> str:
        return await self.presses(who, "link.undo-now")

    async def poll(self) -> None:
        """Tuesday, Thursday, Neither: options 1 to 3. The four are asked, too."""
        make_teachers(self.bot.settings.database_url)
        await self.told(self.command(MARIA, LINE.removeprefix("/poll "), "poll"))
        await self.presses(MARIA, "poll.post", "1")

    async def votes(self, who: Account, option: int) -> str:
        return await self.presses(who, "poll.vote", f"1:{option}")

    def whose(self, who: Account) -> str | None:
        """The key of the member that the account is of."""
        return dict(databases.rows(self.bot.settings.database_url, WHOSE)).get(str(who))

    def answers(self) -> list[tuple[str, str]]:
        """Label and member's key of every vote."""
        return sorted(databases.rows(self.bot.settings.database_url, ANSWERS))

    def _id(self) -> str:
        return f"act-{next(self.numbers)}"
