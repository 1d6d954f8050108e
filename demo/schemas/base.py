"""What the rows of all files have in common."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

AddressKindCell = Literal["", "own page", "issuer list", "source only"]


def refuse(reason: str) -> PydanticCustomError:
    """A reason without the words that pydantic puts before a `ValueError`."""
    return PydanticCustomError("pack", reason)


class Row(BaseModel):
    """One row, with the line of the file it begins on."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    key: ClassVar[tuple[str, ...]] = ("slug",)
    """The fields that together name a row: no two rows of a file have the same."""

    line: int = Field(exclude=True)

    @classmethod
    def columns(cls) -> list[str]:
        """The header, as it must be."""
        return [field.alias or name for name, field in cls.model_fields.items() if name != "line"]

    @property
    def name(self) -> tuple[str, ...]:
        """What tells this row from the others of its file."""
        return tuple(str(getattr(self, part)) for part in self.key)


def both_or_neither(low: Decimal | None, high: Decimal | None) -> Decimal | None:
    """The greater of two numbers, refused when it stands alone or is the smaller."""
    if (low is None) != (high is None):
        raise refuse("stands alone: give both the least and the most, or neither")
    if low is not None and high is not None and high < low:
        raise refuse("is less than the least")
    return high


class WithAddress(Row):
    """A row with an address and its kind."""

    @field_validator("url_kind", check_fields=False)
    @classmethod
    def address_has_a_kind(cls, value: str, info: ValidationInfo) -> str:
        """An address needs its kind, and a kind its address."""
        if "url" in info.data and bool(info.data["url"]) != bool(value):
            raise refuse("says what the address is: give both url and url_kind, or neither")
        return value
