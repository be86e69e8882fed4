"""Files on their way: an address to send one to, what came there, and the person it is then shared with."""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import dataclass

from playground.slack.refusal import Json, Refusal

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
    address: str = ""  # where it can be fetched with a token, once it is shared
    places: tuple[str, ...] = ()  # channels it was shared in

    def shared(self, user: str) -> Json:
        """As it stands in `files`."""
        ending = self.name.rpartition(".")[2].lower() if "." in self.name else ""
        made: Json = {
            "id": self.id,
            "name": self.name,
            "title": self.title,
            "mimetype": mimetypes.guess_type(self.name)[0] or "application/octet-stream",
            "filetype": ending or "binary",
            "user": user,
            "size": len(self.content or b""),
            "mode": "hosted",
            "is_external": False,
            "is_public": False,
            "url_private": f"{self.address}/{self.name}",
            "url_private_download": f"{self.address}/download/{self.name}",
        }
        return made | ({"alt_txt": self.alt} if self.alt else {})


class Uploads:
    """`shared` are those that stand somewhere, by id, or will in a moment: `takes` are the seconds until one that was
    sent stands where it was sent to. The real one answers before that, too."""

    takes = 0.0

    def __init__(self) -> None:
        self.shared: dict[str, Upload] = {}
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

    def share(self, upload: Upload, channel: str, address: str) -> None:
        """`address` is what all files have in front."""
        upload.address = f"{address}-{upload.id}"
        upload.places = (*upload.places, channel)
        self.shared[upload.id] = upload
