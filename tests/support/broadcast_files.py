"""Files that go with what is told to many, at the core: sent to the bot, fetched, opened."""

from __future__ import annotations

from itertools import count

from support.cores import Core
from support.corner import TEXTS, Corner, drawn

from bot.boundary import Attachment, Private, Said
from bot.broadcasts import attaching, files
from bot.broadcasts.model import FILE

MENU = b"%PDF-1.7 menu"
MAP = b"\x89PNG\r\n\x1a\n map"
UPLOADS = "select stage || ' ' || name from uploads order by id"
POSTED = "select address from deliveries where card = 'broadcast.file' and not removed order by address"
_ids = count()


async def mails(who: Corner, name: str, size: int = 13, reference: str = "F1") -> None:
    sent = (Attachment(name, size, reference),)
    act = Said(id=f"a file {next(_ids)}", actor=who.account, place=who.place, text="", files=sent)
    who.answer = await who.bot.frame.handle(act)


async def comes(bot: Core, content: bytes, file: int = 1) -> str:
    """It is fetched; returns what its sender is shown."""
    read, keep = attaching.READING.read, attaching.READING.keep
    await bot.writer.do(lambda session: keep(session, file, read(session, file, content, TEXTS)))
    return drawn(bot, files.CAME, file)


async def adds(who: Corner, name: str = "menu.pdf", content: bytes = MENU, file: int = 1, draft: int = 1) -> str:
    """To what they are writing; back to its preview."""
    await who.clicks("Add a file")
    await mails(who, name)
    await comes(who.bot, content, file)
    await who.presses("broadcast.take-up", str(draft))
    return who.sees("Nothing is sent yet")


async def opened(who: Corner, file: int = 1) -> list[tuple[str, bytes]]:
    await who.presses(FILE, str(file))
    assert isinstance(who.answer, Private)
    return [(one.name, await one.make()) for one in who.answer.files]
