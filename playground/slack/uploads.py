"""Files on their way: an address to send one to, what came there, and the person it is then shared with."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from playground.slack.refusal import Refusal

MOST_BYTES = 100 * 1024 * 1024  # here; the real one takes a gigabyte
ALT_MOST = 1000  # characters


@dataclass
class Upload:
    id: str
    name: str
    length: int  # bytes, as announced
    alt: str
    content: bytes | None = None  # None: it has not come yet
    title: str = ""


class Uploads:
    def __init__(self) -> None:
        self._by_key: dict[str, Upload] = {}
        self._by_id: dict[str, Upload] = {}

    def expect(self, id: str, name: str, length: int, alt: str) -> str:
        """The key of the address to send it to. Raises Refusal."""
        if not 0 < length <= MOST_BYTES:
            raise Refusal("file_upload_size_restricted" if length > MOST_BYTES else "invalid_arguments")
        if len(alt) > ALT_MOST:
            raise Refusal("alt_txt_too_large")
        key = secrets.token_urlsafe(32)
        self._by_key[key] = self._by_id[id] = Upload(id, name, length, alt)
        return key

    def take(self, key: str, content: bytes) -> bool:
        """False: nothing is expected there, or not so much or so little."""
        upload = self._by_key.pop(key, None)
        if upload is None or len(content) != upload.length:
            return False
        upload.content = content
        return True

    def complete(self, id: str, title: str) -> Upload:
        """The file itself, once. Raises Refusal."""
        upload = self._by_id.get(id)
        if upload is None or upload.content is None:
            raise Refusal("file_not_found")
        del self._by_id[id]
        upload.title = title or upload.name
        return upload
