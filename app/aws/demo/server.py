"""The demo account's process: moto's server on loopback, seeded on first use, and shut off from every other address.

Owns the child's life (one JSON line with its port on stdout, an end when its stdin closes) and the order of seeding.
Refuses every connection that is not to this machine, and every request without the token its parent gave it.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.aws.demo.constants import DEMO_ACCOUNT_ID, SEED_HEADER, TOKEN_HEADER
from app.aws.demo.costs import cost_answer
from app.aws.demo.dry_run import dry_run_answer
from app.aws.demo.requests import Answer, body, header
from app.aws.demo.simulation import simulation_answer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_PARENT_CHECK_S = 2.0
_RESET = "/moto-api/reset"  # moto's own way to begin anew
_QUIET_S = 3.0  # without a request, before the furnishing goes on by itself

# Signing names whose data comes from the seed of another name. What lists resources of every service needs them all.
_SEED_OF_SIGNING_NAME = {"sts": "iam", "monitoring": "cloudwatch"}
_NEEDS_EVERYTHING = frozenset({"tagging", "resource-groups", "config"})
_SEED_NEEDS = {"cloudwatch": ("ec2",)}  # what is measured has an id that its own seed gives it


def main() -> int:
    """Serve until stdin closes or the parent is gone. The first line of stdin is the token requests must carry."""
    token = sys.stdin.readline().strip()
    if not token:
        return 2
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the parent's to handle
    report = sys.stdout
    sys.stdout = sys.stderr  # moto prints now and then; stdout carries the port and nothing else
    _configure_environment()
    _forbid_other_addresses()
    logging.disable(logging.CRITICAL)

    from moto.core.config import default_user_config
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
    from werkzeug.serving import make_server

    default_user_config["lambda"]["use_docker"] = False
    default_user_config["batch"]["use_docker"] = False
    seed_token = secrets.token_hex(16)
    gate = SeededApplication(DomainDispatcherApplication(create_backend_app), token=token, seed_token=seed_token)
    server = make_server("127.0.0.1", 0, gate, threaded=True, request_handler=MotoRequestHandler)
    gate.seed_with(_seeds(f"http://127.0.0.1:{server.port}", token, seed_token))
    threading.Thread(target=server.serve_forever, name="demo-server", daemon=True).start()
    threading.Thread(target=gate.seed_in_background, name="demo-seeds", daemon=True).start()
    report.write(json.dumps({"port": server.port}) + "\n")
    report.flush()
    _wait_for_the_end()
    # Request threads may be in the middle of something; there is nothing to save, so nothing to wait for.
    os._exit(0)


def _configure_environment() -> None:
    for name in list(os.environ):
        # The parent's credentials, profiles, proxies and endpoints are none of this process's business.
        if name.startswith("AWS_") or name.lower() in {"http_proxy", "https_proxy", "all_proxy"}:
            del os.environ[name]
    os.environ |= {
        "MOTO_ACCOUNT_ID": DEMO_ACCOUNT_ID,
        "MOTO_EC2_LOAD_DEFAULT_AMIS": "false",
        "MOTO_DISABLE_GLOBAL_CORS": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


def _forbid_other_addresses() -> None:
    """Make "nothing leaves the machine" true of moto too, which would deliver SNS messages and webhooks for real."""

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
            address = arguments[1]
            if not (isinstance(address, tuple) and address and address[0] in {"127.0.0.1", "::1"}):
                raise PermissionError("the demo account reaches nothing outside this machine")
        elif event == "socket.getaddrinfo":
            host = arguments[0]
            if host not in {None, "", "localhost", "127.0.0.1", "::1", b"127.0.0.1"}:
                raise PermissionError("the demo account looks no other machine up")
        elif event in {"socket.gethostbyname", "subprocess.Popen", "os.system"}:
            raise PermissionError("the demo account starts and asks nothing else")

    import platform

    platform.platform()  # cached: botocore asks for it, and some systems answer through a child process
    sys.addaudithook(refuse)


def _wait_for_the_end() -> None:
    ended = threading.Event()

    def watch_stdin() -> None:
        while sys.stdin.readline():
            pass
        ended.set()

    threading.Thread(target=watch_stdin, name="demo-stdin", daemon=True).start()
    parent = os.getppid()
    # Stdin's end is the signal on every platform; another parent (POSIX) covers a pipe held open by a stray fork.
    while not ended.wait(_PARENT_CHECK_S):
        if os.getppid() != parent:
            return


def _seeds(endpoint: str, token: str, seed_token: str) -> Mapping[str, Callable[[], None]]:
    from app.aws.demo.seed import Seeder

    return Seeder(endpoint, {TOKEN_HEADER: token, SEED_HEADER: seed_token}).seeds()


class SeededApplication:
    """moto behind two doors: the token, and the seed of the service that a request is for."""

    def __init__(self, application: WSGIApplication, *, token: str, seed_token: str) -> None:
        self._application = application
        self._token = token
        self._seed_token = seed_token
        self._seeds: Mapping[str, Callable[[], None]] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._seeded: set[str] = set()
        self._quiet_from = time.monotonic() + _QUIET_S

    def seed_with(self, seeds: Mapping[str, Callable[[], None]]) -> None:
        """Take the seeds, in the order in which they may run."""
        self._seeds = seeds
        self._locks = {name: threading.Lock() for name in seeds}

    def seed_everything(self) -> None:
        """Run every seed that has not run."""
        for name in self._seeds:
            self._seed(name)

    def seed_in_background(self) -> None:
        """Like :meth:`seed_everything`, whenever nothing was asked for a while: a command that asks once and ends does
        not pay for the furniture of twenty services.
        """
        for name in self._seeds:
            while (left := self._quiet_from - time.monotonic()) > 0:
                time.sleep(left)
            self._seed(name)

    def _seed(self, name: str) -> None:
        if name in self._seeded:
            return
        for needed in _SEED_NEEDS.get(name, ()):
            self._seed(needed)
        with self._locks[name]:
            if name in self._seeded:
                return
            try:
                self._seeds[name]()
            except Exception as error:  # noqa: BLE001 - an account with a gap is better than one that never answers
                sys.stderr.write(f"the demo account could not be furnished with {name}: {error!r}\n")
            self._seeded.add(name)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if not secrets.compare_digest(header(environ, TOKEN_HEADER), self._token):
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"This is Baton's demo account, and it answers Baton only."]
        if environ.get("PATH_INFO") == _RESET:
            return self._begin_anew(environ, start_response)
        if header(environ, SEED_HEADER) != self._seed_token:
            self._quiet_from = time.monotonic() + _QUIET_S
            name = _signing_name(environ)
            if (answer := dry_run_answer(environ, name)) is not None:
                return _answered(answer, start_response)
            if name in _NEEDS_EVERYTHING:
                self.seed_everything()
            else:
                name = _SEED_OF_SIGNING_NAME.get(name, name)
                if name in self._seeds:
                    self._seed(name)
            if (answer := _own_answer(environ, name)) is not None:
                return _answered(answer, start_response)
        return self._application(environ, start_response)

    def _begin_anew(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with ExitStack() as held:
            for lock in self._locks.values():
                held.enter_context(lock)  # no seed is half sown
            self._seeded.clear()
            return self._application(environ, start_response)


def _own_answer(environ: WSGIEnvironment, name: str) -> Answer | None:
    """What the demo account answers itself, because moto cannot."""
    match name:
        case "ce":
            return cost_answer(header(environ, "x-amz-target"), body(environ), datetime.now(UTC))
        case "iam":
            return simulation_answer(body(environ))
        case _:
            return None


def _answered(answer: Answer, start_response: StartResponse) -> Iterable[bytes]:
    status, content_type, content = answer
    start_response(status, [("Content-Type", content_type), ("Content-Length", str(len(content)))])
    return [content]


def _signing_name(environ: WSGIEnvironment) -> str:
    """The service in ``Credential=KEY/DATE/REGION/SERVICE/aws4_request``, or an empty text."""
    _, _, scope = str(environ.get("HTTP_AUTHORIZATION", "")).partition("Credential=")
    parts = scope.split(",")[0].split("/")
    return parts[3].lower() if len(parts) > 4 else ""
