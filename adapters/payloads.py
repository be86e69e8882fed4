"""Parts of a payload whose loss costs nothing but themselves: a platform says null where it has nothing to say, and may
say what nobody here has heard of yet. (In a list pydantic's own `OnErrorOmit` leaves out what is malformed.)"""

from __future__ import annotations

from pydantic import ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticUseDefault


def _read(value: object, read: ValidatorFunctionWrapHandler) -> object:
    try:
        return read(value)
    except ValidationError:
        raise PydanticUseDefault from None


OrDefault = WrapValidator(_read)
