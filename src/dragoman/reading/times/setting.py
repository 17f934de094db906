"""What the placing of an expression has to know of its sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """How an expression stands in its text.

    `future` is the lean of the clause (None where it shows none), `sentence` the number of the sentence, `opening`
    whether the expression opens it, `passing` whether it only bounds a stretch ("since 2011") and tells no new time,
    `clause` the token of the governing verb (-1: none), `over` that the clause lasts through the time ("during the
    night"), `due` that the time is a deadline. Of lengths of time: `limit` where it runs from what was told ("within
    two days"), `perfect` where it reaches up to publication ("have fled in three days"),
    `inclusive` where its last day counts ("for three days").
    """

    future: bool | None = None
    sentence: int = 0
    opening: bool = False
    passing: bool = False
    due: bool = False
    clause: int = -1
    over: bool = False
    limit: bool = False
    perfect: bool = False
    inclusive: bool = False
