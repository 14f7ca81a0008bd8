"""The policy file, ``policy.toml``: looked at whenever it is asked for, so that what it says counts at once.

Owns the way from the file to a policy and the writing of trusts into it, which leaves comments and rules as they are.
Refuses to be lenient: a file that is there and cannot be read whole is a policy with problems, and so is one that has
gone while Baton ran. That there never was one is well: then the defaults count.
"""

from __future__ import annotations

import dataclasses
import errno
import os
import stat
import threading
import time
from collections.abc import Callable, Collection
from pathlib import Path

from app.domain.aws import Policy, PolicyRule
from app.domain.errors import NotAllowedError, NotFoundError
from app.domain.language import tr
from app.storage.faults import storage_faults
from app.storage.policy_text import LARGEST_BYTES, LAST_LINE, Canonical, policy_of, rule_lines, rule_text
from app.storage.whole_files import replace_file

_FRESH_NS = 2_000_000_000
"""A file changed less than this ago may change again without its times telling: it is read again."""

HEADER = f"""\
# Baton's policy: what may run in AWS without asking, what is asked about, and what never runs.
# It counts as soon as it is saved. baton aws policy check says whether it is well.
#
# A rule fits a call where everything it gives fits; of a list, one entry is enough:
#   accounts    profile, title, alias or number of an account; * stands for anything
#   regions     "eu-west-1", "eu-*"
#   risks       "read", "sensitive-read", "write", "permissions", "destructive"
#   services    "s3", "ec2"
#   operations  "s3:DeleteBucket", "s3api delete-bucket", "ec2:Terminate*"
#   tags        "env=prod", "env": a touched resource has it (for a rule that allows: all of them have it)
#
# Of the rules that fit, "deny" wins over everything. Then "typed" (ask, and have a name typed), then an "allow" with
# an end (until, at most 12 hours away), then "ask", then "allow". Where no rule fits, reads run, what destroys wants a
# typed name, and everything else is asked about.
#
# Whatever the rules say: what changes permissions is asked about, what destroys or changes something protected wants a
# typed name, changes of more than bulk_above resources are asked about, and so is everything but a read once text from
# outside (names, tags, log lines, documents) stands in the chat.
#
# While anything in this file is not understood, even reads are asked about and changes are denied.
# The last line shows that the file is whole: leave it there.
#
# [[rules]]
# name = "nothing is deleted in production"
# verdict = "deny"
# accounts = ["prod*"]
# risks = ["destructive"]

version = 1
read_only = false
bulk_above = 10
protected_tags = ["baton:protected"]

{LAST_LINE}
"""


class PolicyFile:
    """Implements :class:`app.domain.ports.PolicyStore`. Thread-safe; costs two looks at the file where it is unchanged.

    ``canonical`` is :meth:`app.domain.ports.OperationCatalogue.canonical`, asked only when the file names something.
    """

    def __init__(self, path: Path, canonical: Canonical) -> None:
        self._path = path
        self._canonical = canonical
        self._lock = threading.RLock()
        self._seen = False
        self._stamp: tuple[int, ...] = ()
        self._settled = False
        self._data: bytes | None = None
        self._policy = Policy()

    @property
    def path(self) -> Path:
        """Where the file is, or would be."""
        return self._path

    @property
    def exists(self) -> bool:
        """Whether something stands there."""
        return os.path.lexists(self._path)

    def load(self) -> Policy:
        """The policy as the file says it now. Never raises."""
        with self._lock:
            try:
                stamp = _stamp(self._path)
                if stamp != self._stamp or not self._settled:
                    self._renew(stamp)
                return self._policy
            except FileNotFoundError:
                self._stamp, self._data = (), None
                return self._missing()
            except OSError as error:
                self._stamp, self._data, self._seen = (), None, True
                return Policy(problems=(_fault(error),))

    def read(self, path: Path) -> Policy:
        """What another file would mean. Raises :class:`StorageError` where there is none."""
        with storage_faults(path):
            path.stat()
        try:
            return policy_of(_read(path), self._canonical)
        except OSError as error:
            return Policy(problems=(_fault(error),))

    def create(self) -> None:
        """Write a file that explains itself and says the defaults, where there is none."""
        with self._lock, storage_faults(self._path):
            if not self.exists:
                self._write(HEADER)

    def add(self, rule: PolicyRule) -> None:
        """Write a rule at the file's end. Raises ``NotAllowedError`` where file or rule has problems."""
        self._change(lambda text, policy: (_with_rule(text, rule), [*policy.rules, rule]))

    def remove(self, names: Collection[str]) -> None:
        """Take rules out by their names. Raises ``NotFoundError`` and what :meth:`add` raises."""

        def without(text: str, policy: Policy) -> tuple[str, list[PolicyRule]]:
            missing = set(names) - {rule.name for rule in policy.rules}
            if missing:
                raise NotFoundError(
                    tr("There is no rule {name} in the policy.", name=repr(sorted(missing)[0])),
                    remedy=tr("It may be gone."),
                )
            lines = text.split("\n")
            for number in reversed(range(len(policy.rules))):
                if policy.rules[number].name in names:
                    try:
                        first, end = rule_lines(text, number)
                    except ValueError:
                        raise _by_hand() from None
                    while end < len(lines) and not lines[end].strip() and first and not lines[first - 1].strip():
                        end += 1  # one blank line around it is enough
                    del lines[first:end]
            return "\n".join(lines), [rule for rule in policy.rules if rule.name not in names]

        self._change(without)

    def _change(self, edit: Callable[[str, Policy], tuple[str, list[PolicyRule]]]) -> None:
        with self._lock, storage_faults(self._path):
            self.create()
            policy = self.load()
            if policy.problems or self._data is None:
                problem = policy.problems[0] if policy.problems else tr("It cannot be read.")
                raise NotAllowedError(
                    tr("The policy has problems, so nothing was written to it: {problem}", problem=problem),
                    remedy=tr("Mend it first."),
                )
            text, rules = edit(self._data.decode("utf-8-sig").replace("\r\n", "\n"), policy)
            after = policy_of(text.encode(), self._canonical)
            if after.problems or not _same(after, dataclasses.replace(policy, rules=tuple(rules))):
                raise _by_hand()
            self._write(text)

    def _write(self, text: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path.resolve(), text)

    def _renew(self, stamp: tuple[int, ...]) -> None:
        data = _read(self._path)
        if _stamp(self._path) != stamp:
            stamp = _stamp(self._path)
            data = _read(self._path)
        if data != self._data:
            self._policy = policy_of(data, self._canonical)
        self._data, self._stamp, self._seen = data, stamp, True
        self._settled = time.time_ns() - max(stamp[:2]) > _FRESH_NS

    def _missing(self) -> Policy:
        if not self._seen:
            return Policy()
        return Policy(problems=(tr("The policy file has gone. Put it back, or restart Baton to go on without one."),))


def _stamp(path: Path) -> tuple[int, ...]:
    """What differs once the file was written or replaced. ``FileNotFoundError`` means that nothing stands there."""
    link = path.lstat()
    try:
        held = path.stat() if stat.S_ISLNK(link.st_mode) else link
    except FileNotFoundError:
        raise OSError(errno.ENOLINK, "the link leads nowhere") from None
    return (held.st_mtime_ns, held.st_ctime_ns, held.st_size, held.st_ino, held.st_dev, held.st_mode, link.st_ino)


def _read(path: Path) -> bytes:
    """The file's bytes, and one more than may be; never waits for whoever writes into a pipe."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EISDIR, "it is no plain file")
        return file.read(LARGEST_BYTES + 1)


def _fault(error: OSError) -> str:
    match error.errno:
        case errno.EACCES | errno.EPERM:
            why = tr("Baton may not read it")
        case errno.EISDIR | errno.ENOTDIR | errno.ENXIO:
            why = tr("something else stands in its place")
        case errno.ELOOP:
            why = tr("its link leads round in a circle")
        case errno.ENOLINK:
            why = tr("its link leads nowhere")
        case _:
            why = tr("the disk or the system refused it")
    return tr("The policy file cannot be read: {why}.", why=why)


def _with_rule(text: str, rule: PolicyRule) -> str:
    body = text.rstrip()
    assert body.endswith(LAST_LINE)
    return f"{body.removesuffix(LAST_LINE).rstrip()}\n\n{rule_text(rule)}\n{LAST_LINE}\n"


def _same(one: Policy, other: Policy) -> bool:
    """Whether two policies say the same, wherever their rules stand."""
    return _without_lines(one) == _without_lines(other)


def _without_lines(policy: Policy) -> Policy:
    return dataclasses.replace(policy, rules=tuple(dataclasses.replace(rule, line=0) for rule in policy.rules))


def _by_hand() -> NotAllowedError:
    return NotAllowedError(
        tr("Baton cannot write this into the policy without changing the rest of it, so it was left as it is."),
        remedy=tr("Edit policy.toml by hand."),
    )
