"""What the documentation shows of the program, made by running it: `python -m docs.shown` writes it again.

A block to be made stands after a line `<!-- shows: COMMAND -->`, between fences. COMMAND is run by a shell in the
root of the project; `dragoman` and `python` are those of the environment that runs this.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?P<head><!-- shows: (?P<command>.+?) -->\n```\w*\n)(?P<shown>.*?)(?P<foot>^```$)", re.S | re.M)


def pages() -> list[Path]:
    """The pages of the documentation."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def made(page: str) -> str:
    """The page with every shown block as it is now."""
    return BLOCK.sub(lambda match: match["head"] + output(match["command"]) + match["foot"], page)


def output(command: str) -> str:
    """What a command prints on standard output."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = os.environ | {"PATH": path, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{command!r} failed: {done.stderr.decode()}")
    return "\n".join(line.rstrip() for line in done.stdout.decode().splitlines()) + "\n"


if __name__ == "__main__":
    for path in pages():
        path.write_text(made(path.read_text(encoding="utf-8")), encoding="utf-8")
