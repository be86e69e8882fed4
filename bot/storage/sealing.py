"""Sealing what the database alone must not tell. What is sealed belongs to one place, such as a row, and opens nowhere
else: copied over another's, it is as good as broken."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12  # bytes


class Broken(Exception):
    """It was not sealed with this key for this place."""


def new_key(bits: int = 256) -> bytes:
    return AESGCM.generate_key(bits)


def seal(key: bytes, plain: bytes, place: str, room: int = 1) -> bytes:
    """`plain` is filled up with spaces to a multiple of `room` bytes, so that its length tells nothing."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain.ljust(-(-len(plain) // room) * room), place.encode())


def unseal(key: bytes, sealed: bytes, place: str) -> bytes:
    """With the spaces. Raises Broken."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
    except (ValueError, InvalidTag):
        raise Broken from None
