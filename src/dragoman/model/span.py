"""A span of a report: characters from `start` up to `end`, with the text they hold."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """Base of all records: closed (unknown keys are refused) and compared by value."""

    model_config = ConfigDict(extra="forbid")


def is_absent(value: object) -> bool:
    """Whether a field that is written only where it holds something holds nothing."""
    return value is None


class Span(Record):
    """Characters `start:end` (Unicode code points) of the report's text; `text` is what stands there."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _holds_its_length(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not hold {len(self.text)} characters")
        return self

    @classmethod
    def cut(cls, text: str, start: int, end: int, **fields: Any) -> Self:
        """The span `start:end` of `text`, with further fields of the subclass."""
        return cls(start=start, end=end, text=text[start:end], **fields)

    def stands_in(self, text: str) -> bool:
        """Whether `text` holds this span at its offsets."""
        return text[self.start : self.end] == self.text
