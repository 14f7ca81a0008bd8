"""Downloads GGUF files from a model hub that speaks Hugging Face's interface; goes on where it stopped, checks the sum.

Sends no key of Baton's: only the token that the person's own environment holds for ``huggingface_hub``. The library's
own download starts afresh after an interruption, so parts are kept and taken up here.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.domain.errors import (
    BatonError,
    DiskFullError,
    KeyProblemError,
    NotAllowedError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    StreamCutError,
    UnreachableError,
    UsageError,
)

_PREFERRED = (
    "Q4_K_M",
    "Q4_K_S",
    "IQ4_XS",
    "Q5_K_M",
    "MXFP4",
    "Q4_0",
    "Q5_K_S",
    "Q6_K",
    "Q8_0",
    "Q3_K_M",
    "F16",
    "BF16",
)
_SPLIT = re.compile(r"(.+)-(\d{5})-of-(\d{5})\.gguf", re.IGNORECASE)
_NOT_MODELS = ("mmproj", "imatrix")
_SPARE_BYTES = 256 * 1024**2
_LISTED = 30
_SUM_BLOCK_BYTES = 1 << 22
_TIMEOUT_S = 30.0

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class HubFile:
    """A file of a repository. ``sha256`` where the hub knows it."""

    name: str
    size_bytes: int
    sha256: str | None = None


class HubDownloader:
    """``endpoint`` is the hub's address; ``None`` takes ``HF_ENDPOINT``, or Hugging Face."""

    def __init__(self, endpoint: str | None = None) -> None:
        self._endpoint = endpoint

    def download(
        self,
        repository: str,
        file_name: str | None,
        folder: Path,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> Path:
        """Download a model (all parts of one that is split) into ``folder``; returns its (first) file.

        Raises :class:`NotFoundError`, :class:`UsageError` (which file?), :class:`KeyProblemError` (gated),
        :class:`UnreachableError`, :class:`StreamCutError`, :class:`DiskFullError`, and :class:`NotAllowedError` where
        ``cancelled``.
        """
        with _mapped_errors(repository):
            revision, files = self._files(repository)
            chosen = choose(repository, files, file_name)
            total = sum(file.size_bytes for file in chosen)
            folder.mkdir(parents=True, exist_ok=True)
            here = sum(_bytes_here(folder, file) for file in chosen)
            free = shutil.disk_usage(folder).free
            if total - here + _SPARE_BYTES > free:
                raise DiskFullError(
                    f"{chosen[0].name!r} needs {(total - here) / 1024**3:.1f} GiB, and {free / 1024**3:.1f} GiB are "
                    "free on the disk for models.",
                    remedy="Free some space, or choose a smaller file with --file.",
                )
            before = 0
            for file in chosen:
                self._fetch(repository, revision, file, folder, _Watch(progress, cancelled, before, total))
                before += file.size_bytes
        return folder / PurePosixPath(chosen[0].name).name

    def _files(self, repository: str) -> tuple[str, list[HubFile]]:
        from huggingface_hub import HfApi

        info = HfApi(endpoint=self._endpoint, library_name="baton").model_info(repository, files_metadata=True)
        files = [
            HubFile(name=file.rfilename, size_bytes=file.size or 0, sha256=file.lfs.sha256 if file.lfs else None)
            for file in info.siblings or ()
        ]
        return info.sha or "main", files

    def _fetch(self, repository: str, revision: str, file: HubFile, folder: Path, watch: _Watch) -> None:
        import httpx2
        from huggingface_hub import hf_hub_url

        target, part = _places(folder, file)
        if target.exists() and target.stat().st_size == file.size_bytes:
            watch.reach(file.size_bytes)
            return
        url = hf_hub_url(repository, file.name, revision=revision, endpoint=self._endpoint)
        while (done := part.stat().st_size if part.exists() else 0) < file.size_bytes:
            try:
                self._append(url, part, done, watch)
            except httpx2.TransportError:
                # A connection that broke is taken up again for as long as each attempt brings something.
                if not part.exists() or part.stat().st_size <= done:
                    raise
        sound = part.stat().st_size == file.size_bytes and (file.sha256 is None or _sum(part, watch) == file.sha256)
        if not sound:
            part.unlink()
            raise StreamCutError(
                f"{file.name!r} arrived damaged.", remedy="Download it again; the damaged part was deleted."
            )
        part.replace(target)

    def _append(self, url: str, part: Path, done: int, watch: _Watch) -> None:
        """One request for what is missing after ``done`` bytes; every block is written as it comes."""
        from huggingface_hub.utils import (  # type: ignore[attr-defined]  # exported, but lazily
            build_hf_headers,
            get_session,
            hf_raise_for_status,
        )

        headers = {**build_hf_headers(library_name="baton"), "Accept-Encoding": "identity"}
        if done:
            headers["Range"] = f"bytes={done}-"
        with get_session().stream("GET", url, headers=headers, follow_redirects=True, timeout=_TIMEOUT_S) as response:
            if response.status_code >= 400:
                response.read()
            hf_raise_for_status(response)
            if response.status_code != 206:  # the server does not resume: from the beginning, then
                done = 0
            with part.open("ab") as output:
                output.truncate(done)
                for block in response.iter_bytes():
                    output.write(block)
                    done += len(block)
                    watch.reach(done)
        if part.stat().st_size == 0:
            raise StreamCutError("The download brought nothing.", remedy="Try again later.")


def choose(repository: str, files: Sequence[HubFile], wanted: str | None) -> list[HubFile]:
    """The file to download, as all its parts.

    Raises :class:`NotFoundError` and :class:`UsageError`, both with the choices there are.
    """
    models: dict[str, list[HubFile]] = {}
    for file in sorted(files, key=lambda file: file.name):
        base = PurePosixPath(file.name).name
        if not base.lower().endswith(".gguf") or any(word in base.lower() for word in _NOT_MODELS):
            continue
        split = _SPLIT.fullmatch(file.name)
        models.setdefault(f"{split[1]}.gguf" if split else file.name, []).append(file)
    if not models:
        raise NotFoundError(
            f"{repository!r} holds no GGUF file.", remedy="Look for a repository whose name ends in -GGUF."
        )
    listed = ", ".join(list(models)[:_LISTED]) + (", …" if len(models) > _LISTED else "")
    if wanted is not None:
        found = [
            parts
            for name, parts in models.items()
            if wanted in (name, PurePosixPath(name).name) or any(wanted == part.name for part in parts)
        ]
        if len(found) != 1:
            raise NotFoundError(f"{repository!r} holds no file {wanted!r}.", remedy=f"Choose one of: {listed}.")
        return found[0]
    if len(models) == 1:
        return next(iter(models.values()))
    for quantisation in _PREFERRED:
        pattern = re.compile(rf"(?<![A-Z0-9_]){quantisation}(?![A-Z0-9_])", re.IGNORECASE)
        fitting = [parts for name, parts in models.items() if pattern.search(PurePosixPath(name).name)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            break
    raise UsageError(f"{repository!r} holds several models.", remedy=f"Name one with --file: {listed}.")


class _Watch:
    """Tells the progress of one file within the whole, and ends the download where the person stopped it."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool], before: int, total: int) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._before = before
        self._total = total
        self.check()

    def check(self) -> None:
        if self._cancelled():
            raise NotAllowedError(
                "The download was stopped.", remedy="Start it again, and it goes on where it stopped."
            )

    def reach(self, done: int) -> None:
        """So many bytes of this file are here."""
        self.check()
        self._progress(self._before + done, self._total or None)


def _places(folder: Path, file: HubFile) -> tuple[Path, Path]:
    """Where a file goes, and where its parts wait. Only the last part of its name counts: nothing leaves ``folder``."""
    target = folder / PurePosixPath(file.name).name
    mark = (file.sha256 or str(file.size_bytes))[:12]
    return target, target.with_name(f"{target.name}.{mark}.part")


def _bytes_here(folder: Path, file: HubFile) -> int:
    return max((place.stat().st_size for place in _places(folder, file) if place.exists()), default=0)


def _sum(path: Path, watch: _Watch) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_SUM_BLOCK_BYTES):
            watch.check()
            digest.update(block)
    return digest.hexdigest()


@contextmanager
def _mapped_errors(repository: str) -> Iterator[None]:
    """Every error of the library and of its HTTP client, as one of Baton's."""
    import httpx2
    from huggingface_hub import errors

    try:
        yield
    except BatonError:
        raise
    except errors.HFValidationError as error:
        raise UsageError(
            f"{repository!r} is no repository.", remedy="Write it as owner/name, as on the hub's page."
        ) from error
    except errors.GatedRepoError as error:
        raise _gated(repository) from error
    except errors.HfHubHTTPError as error:
        raise _status_error(repository, error.response.status_code) from error
    except errors.OfflineModeIsEnabled as error:
        raise UnreachableError(
            "Downloads are switched off by HF_HUB_OFFLINE.", remedy="Unset it, and try again."
        ) from error
    except (httpx2.HTTPError, ConnectionError, TimeoutError) as error:
        raise UnreachableError(
            "The model hub cannot be reached, or the connection broke.",
            remedy="Check the network and the proxy, then start again; it goes on where it stopped.",
            detail=str(error),
        ) from error
    except OSError as error:
        raise DiskFullError(
            f"The model cannot be saved: {error.strerror}.", remedy="Free some space, or make the folder writable."
        ) from error


def _gated(repository: str) -> KeyProblemError:
    return KeyProblemError(
        f"{repository!r} is private, or asks for its terms to be accepted.",
        provider="huggingface",
        remedy="Accept the terms on the hub's page, and set HF_TOKEN in your environment.",
    )


def _status_error(repository: str, status: int) -> BatonError:
    # The hub answers 401 for a repository that does not exist, too, where no token is sent.
    if status in (401, 404):
        return NotFoundError(
            f"There is no public repository {repository!r}, or no such file in it.",
            remedy="Check the name on the hub's page; for a private one set HF_TOKEN in your environment.",
        )
    if status == 403:
        return _gated(repository)
    if status == 429:
        return RateLimitedError("The model hub asks to slow down.")
    return ProviderFaultError(f"The model hub answered with status {status}.", remedy="Try again later.")
