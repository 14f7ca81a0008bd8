"""The connection to a model hub that speaks Hugging Face's interface: requests, the token, and every error in words.

The one module that imports ``huggingface_hub``: its headers, addresses, errors and switches (``HF_ENDPOINT``,
``HF_HUB_OFFLINE``) hold here too. The token goes to the hub alone: a redirect to another origin loses it, and it is
never sent unencrypted beyond the local network. Files come by plain HTTP, also those the hub keeps in Xet: it
redirects whoever asks so to the whole file.
"""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qs, urlsplit

from app import __version__
from app.domain.errors import (
    BatonError,
    KeyProblemError,
    MalformedReplyError,
    NotAllowedError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    RefusedByProviderError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
    UsageError,
)
from app.domain.hosts import is_private_host
from app.domain.language import marked, tr
from app.domain.network import untrusted

if TYPE_CHECKING:
    import httpx2

_T = TypeVar("_T")

HUB = "huggingface"
"""The name under which the hub's token is kept."""

_HEED_S = 0.1  # how soon a stop is heard, also while the hub is silent
_TIMEOUT_S = 30.0
_CONNECT_TIMEOUT_S = 10.0
_MOST_JSON_BYTES = 64 * 1024**2
_MOST_ERROR_BYTES = 1 << 16
_LONGEST_REDIRECTION = 10


class HubSession:
    """Requests to one hub, within :meth:`HubConnection.run`."""

    def __init__(self, client: httpx2.AsyncClient, *, endpoint: str, headers: Mapping[str, str]) -> None:
        self._client = client
        self._endpoint = endpoint
        self._headers = dict(headers)

    async def data(self, path: str, parameters: Mapping[str, object]) -> tuple[object, str]:
        """What the hub answers at ``path``, and where its list goes on (empty at the end).

        Raises :class:`MalformedReplyError` for what is no JSON.
        """
        body = bytearray()
        async with self._open(f"{self._endpoint}{path}", {}, parameters) as response:
            async for block in response.aiter_bytes():
                body += block
                if len(body) > _MOST_JSON_BYTES:
                    raise MalformedReplyError(tr("The model hub's answer does not end."), remedy=tr(_CHECK_HUB))
            following = response.links.get("next", {}).get("url", "")
        try:
            return json.loads(body), _cursor(following)
        except (ValueError, RecursionError) as error:
            raise malformed(tr("no list of models")) from error

    @asynccontextmanager
    async def file(self, repository: str, name: str, revision: str, start: int) -> AsyncIterator[httpx2.Response]:
        """A file from the byte ``start`` on, as the hub sends it: the caller reads and judges it."""
        from huggingface_hub import hf_hub_url

        url = hf_hub_url(repository, name, revision=revision, endpoint=self._endpoint)
        headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={start}-"} if start else {})}
        async with self._open(url, headers, {}) as response:
            yield response

    @asynccontextmanager
    async def _open(
        self, url: str, headers: Mapping[str, str], parameters: Mapping[str, object]
    ) -> AsyncIterator[httpx2.Response]:
        from huggingface_hub.utils import hf_raise_for_status  # type: ignore[attr-defined]  # exported, but lazily

        request = {**self._headers, **headers}
        # The client takes lists for repeated parameters, which its types do not say.
        async with self._client.stream("GET", url, headers=request, params=dict(parameters) or None) as response:  # type: ignore[arg-type]
            if response.status_code >= 400:
                await _read_some(response)
            hf_raise_for_status(response)
            yield response


class HubConnection:
    """``endpoint`` is the hub's address; ``None`` takes ``HF_ENDPOINT`` or Hugging Face.

    ``token`` is asked for anew by each request; without one, whatever ``huggingface_hub`` itself finds is used
    (``HF_TOKEN``, ``hf auth login``). Blocking: every call runs its requests on a loop of its own.
    ``transport`` makes the way out: proxies, certificates. Without it every connection is direct, and trusts the
    system's certificates.
    """

    def __init__(
        self,
        endpoint: str | None = None,
        *,
        token: Callable[[], str | None] = lambda: None,
        transport: Callable[[], httpx2.AsyncBaseTransport] | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._token = token
        self._transport = transport or _straight

    @property
    def endpoint(self) -> str:
        """The hub's address, without a slash behind. Raises :class:`UsageError` for what is none."""
        endpoint = (self._endpoint or _usual_endpoint()).rstrip("/")
        try:
            parts = urlsplit(endpoint)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        except ValueError:
            sound = False
        if not sound:
            raise UsageError(
                tr("{endpoint!r} is no address of a model hub.", endpoint=endpoint[:80]),
                remedy=tr("Set HF_ENDPOINT to an https address, or unset it."),
            )
        return endpoint

    def run(self, work: Callable[[HubSession], Awaitable[_T]], *, subject: str, cancelled: Callable[[], bool]) -> _T:
        """Do ``work`` and return what it returned. ``subject`` is the repository, or empty for a search.

        Raises :class:`NotAllowedError` where ``cancelled``, within a tenth of a second, and the errors of
        :func:`mapped_errors`.
        """
        # Not asyncio.run: in the window, the policy makes Qt's loops, which belong to its thread.
        with (
            mapped_errors(subject, endpoint=self.endpoint, has_token=lambda: self._sent_token() is not None),
            asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner,
        ):
            return runner.run(self._watched(work, cancelled))

    async def _watched(self, work: Callable[[HubSession], Awaitable[_T]], cancelled: Callable[[], bool]) -> _T:
        from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]  # exported, but lazily

        token = self._sent_token()
        headers = build_hf_headers(token=token or False, library_name="baton", library_version=__version__)
        async with _client(self._transport) as client:
            task = asyncio.ensure_future(work(HubSession(client, endpoint=self.endpoint, headers=headers)))
            while not task.done():
                await asyncio.wait([task], timeout=_HEED_S)
                if cancelled() and not task.done():
                    task.cancel()
                    await asyncio.wait([task])
                    raise stopped()
            return task.result()

    def _sent_token(self) -> str | None:
        from huggingface_hub.utils import get_token_to_send  # type: ignore[attr-defined]  # exported, but lazily

        parts = urlsplit(self.endpoint)
        if parts.scheme != "https" and not is_private_host(parts.hostname or ""):
            return None
        token: str | None = self._token() or get_token_to_send(None)
        return token


def _usual_endpoint() -> str:
    # Imported no sooner: the library itself fails over an HF_ENDPOINT that is no address.
    from huggingface_hub import constants

    return str(constants.ENDPOINT)


def stopped() -> NotAllowedError:
    """What a person's own stop is told as."""
    return NotAllowedError(
        tr("The download was stopped."), remedy=tr("Start it again, and it goes on where it stopped.")
    )


def malformed(what: str) -> MalformedReplyError:
    """``what`` came instead of an answer."""
    return MalformedReplyError(tr("The model hub sent {what}.", what=what), remedy=tr(_CHECK_HUB))


_CHECK_HUB = marked("Check HF_ENDPOINT and the proxy, and whether this network asks you to sign in.")


def _client(transport: Callable[[], httpx2.AsyncBaseTransport]) -> httpx2.AsyncClient:
    import httpx2

    async def refuse_offline(_request: httpx2.Request) -> None:
        from huggingface_hub import constants, errors

        if constants.is_offline_mode():
            raise errors.OfflineModeIsEnabled

    return httpx2.AsyncClient(
        transport=transport(),
        trust_env=False,
        follow_redirects=True,
        max_redirects=_LONGEST_REDIRECTION,
        timeout=httpx2.Timeout(_TIMEOUT_S, connect=_CONNECT_TIMEOUT_S, pool=None),
        event_hooks={"request": [refuse_offline]},
    )


def _straight() -> httpx2.AsyncBaseTransport:
    import httpx2
    import truststore

    return httpx2.AsyncHTTPTransport(verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), trust_env=False)


async def _read_some(response: httpx2.Response) -> None:
    """Read a refusal's body where it is short, so that its words can be had; a long one is no refusal's."""
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) <= _MOST_ERROR_BYTES:
        await response.aread()


def _cursor(url: str) -> str:
    """Where a list goes on: never the address itself, which might lead anywhere."""
    try:
        return parse_qs(urlsplit(url).query).get("cursor", [""])[0]
    except ValueError:
        return ""


@contextmanager
def mapped_errors(
    repository: str, *, endpoint: str = "", has_token: Callable[[], bool] = lambda: False
) -> Iterator[None]:
    """Every error of the library and of its HTTP client, as one of Baton's."""
    import httpx2
    from huggingface_hub import errors

    try:
        yield
    except BatonError:
        raise
    except errors.HFValidationError as error:
        raise no_repository(repository) from error
    except errors.GatedRepoError as error:
        raise _gated(repository, endpoint) from error
    except errors.DisabledRepoError as error:
        raise RefusedByProviderError(
            tr("The hub has switched {repository!r} off.", repository=repository),
            remedy=tr("Choose another repository."),
        ) from error
    except errors.HfHubHTTPError as error:
        raise status_error(repository, error.response, endpoint=endpoint, has_token=has_token()) from error
    except errors.OfflineModeIsEnabled as error:
        raise UnreachableError(
            tr("Downloads are switched off by HF_HUB_OFFLINE."), remedy=tr("Unset it, and try again.")
        ) from error
    except httpx2.TooManyRedirects as error:
        raise malformed(tr("one redirection after another, without end")) from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
        raise malformed(tr("a redirection to what is no address")) from error
    except (httpx2.TimeoutException, TimeoutError) as error:
        raise TimedOutError(
            tr("The model hub did not answer in time."),
            remedy=tr("Check the network, then try again; a download goes on where it stopped."),
        ) from error
    except (httpx2.HTTPError, ConnectionError) as error:
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise untrusted(tr("of the model hub")) from error
        raise UnreachableError(
            tr("The model hub cannot be reached, or the connection broke."),
            remedy=tr("Check the network and the proxy, then try again; a download goes on where it stopped."),
            detail=str(error),
        ) from error


def no_repository(name: str) -> UsageError:
    """``name`` is not written as a repository."""
    return UsageError(
        tr("{name!r} is no repository.", name=name), remedy=tr("Write it as owner/name, as on the hub's page.")
    )


def _gated(repository: str, endpoint: str) -> KeyProblemError:
    page = f"{endpoint}/{repository}"
    return KeyProblemError(
        tr("{repository!r} is private, or asks for its terms to be accepted.", repository=repository),
        provider=HUB,
        remedy=tr(
            "Accept the terms at {page}, and set a token: baton keys set {name}, or Settings > Keys.",
            page=page,
            name=HUB,
        ),
    )


def status_error(repository: str, response: httpx2.Response, *, endpoint: str, has_token: bool) -> BatonError:
    """What a refusal means. The hub answers 401 for what does not exist, too, where no token is sent."""
    status = response.status_code
    if status == 401 and has_token:
        return KeyProblemError(tr("The model hub does not take the token."), provider=HUB)
    if status in (401, 404, 410):
        if not repository:
            return MalformedReplyError(tr("There is no model hub at this address."), remedy=tr("Check HF_ENDPOINT."))
        return NotFoundError(
            tr("There is no public repository {repository!r}, or no such file in it.", repository=repository),
            remedy=tr(
                "Check the name on the hub's page; for a private one set a token: baton keys set {name}.", name=HUB
            ),
        )
    if status == 403:
        return _gated(repository, endpoint)
    if status == 429:
        return RateLimitedError(tr("The model hub asks to slow down."), retry_after_s=retry_after_s(response))
    if status in (400, 414, 422) and not repository:
        return UnsupportedError(tr("The model hub does not take this search."), remedy=tr("Search for other words."))
    return ProviderFaultError(
        tr("The model hub answered with status {status}.", status=status), remedy=tr("Try again later.")
    )


def retry_after_s(response: httpx2.Response) -> float | None:
    """How long the hub asks to wait, where it says so in seconds (``Retry-After``, or the draft's ``RateLimit``)."""
    from huggingface_hub.utils import parse_ratelimit_headers  # type: ignore[attr-defined]  # exported, but lazily

    text = response.headers.get("Retry-After", "").strip()
    if text.isdigit():
        return float(text[:9])
    limit = parse_ratelimit_headers(response.headers)
    return float(limit.reset_in_seconds) if limit is not None else None
