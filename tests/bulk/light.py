"""A reader that is quick: a claim for each sentence that holds one of a few words."""

import hashlib
import os
import re
from typing import Any

from dragoman.model import Claim, Reading, Report, ReportError

TYPES = {"attacked": "attack", "captured": "takeover", "left": "withdrawal", "shelled": "shelling"}


class Light:
    """Reads as the contract says; "broken" in a text fails, "fatal" kills the process."""

    def read(self, report: Report, *, layers: bool = False) -> Reading:
        if "broken" in report.text:
            raise ReportError("the text is broken")
        if "fatal" in report.text:
            os._exit(9)
        fields: dict[str, Any] = {**report.model_dump(), "sha256": report.sha256, "loaded": []}
        claims = [_claim(report, found) for found in re.finditer("|".join(TYPES), report.text)]
        stamps = {"dragoman": "0", "model": "light", "codebook": "c", "register": "r", "gazetteer": "g"}
        return Reading.model_validate({"schema": 1, **stamps, "report": fields, "claims": claims, "warnings": []})


def _claim(report: Report, found: "re.Match[str]") -> Claim:
    blank: dict[str, Any] = dict.fromkeys(("phase", "means", "commitment", "same_as"))
    lists: dict[str, Any] = {
        name: [] for name in ["by", "to", "place", "time", "deadline", "speaker", "figures", "terms", "loaded", "links"]
    }
    span = {"start": found.start(), "end": found.end(), "text": found.group()}
    extent = {"start": 0, "end": len(report.text)}
    mark = hashlib.sha256(f"{report.key}{found.start()}".encode()).hexdigest()[:12]
    told = {"id": mark, "type": TYPES[found.group()], "evidence": span, "sentence": extent, "factuality": "happened"}
    return Claim.model_validate({**told, **blank, **lists, "codes": {}})


def make() -> Light:
    return Light()
