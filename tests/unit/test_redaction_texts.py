"""What is taken out of a text, and what must stay readable."""

from __future__ import annotations

import base64
import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.redaction import redact_text

# Assembled here, so that no scanner takes this file for a leak.
KEY_ID = "AKIA" + "IOSFODNN7EXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG" + "/bPxRfiCYEXAMPLEKEY"
JWT = "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"key {KEY_ID} is old", KEY_ID),
        (f"aws_secret_access_key = {SECRET_KEY}", SECRET_KEY),
        (f"use {SECRET_KEY} here", SECRET_KEY),
        ("token " + "IQoJb3JpZ2luX2Vj" + "A" * 120 + "==", "A" * 100),
        (f"Cookie: session={JWT}", JWT),
        ("password=hunter2", "hunter2"),
        ("DB_PASSWORD='it is long'", "it is long"),
        ('{"password": "a\\"b"}', 'a\\"b'),
        (json.dumps({"SecretString": json.dumps({"username": "o", "password": "s3cr3t!"})}), "s3cr3t!"),
        ("postgres://orders:p4ssw0rd@db.internal/orders", "p4ssw0rd"),
        ("Authorization: Bearer " + "abcdEFGH1234" * 3, "abcdEFGH1234"),
        ("sk-ant-" + "api03-" + "x" * 40, "x" * 40),
        ("ghp_" + "A1b2" * 9, "A1b2" * 9),
        ("xoxb-" + "123456789012-abcdefghij", "123456789012-abc"),
        ("https://b.s3.amazonaws.com/k?X-Amz-Signature=" + "ab" * 32 + "&x=1", "ab" * 32),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\n-----END RSA PRIVATE KEY-----", "MIIEabc"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz cut off", "b3BlbnNz"),
        ("api_key: abc123def", "abc123def"),
        ("clientSecret => 'zzz yyy'", "zzz yyy"),
        *(
            (f"password={value} next", value)
            for value in ("hun&ter2;x,y)z", "abc,def", "a1|b2}c3", "p&q", "x;y", "half,of[it]", "1,234abc")
        ),
        ("Passwort: geheim12", "geheim12"),
        ("密码是 hunter2x!", "hunter2x!"),
        ("数据库密码：hunter2x，谢谢", "hunter2x"),
        ("postgres://bob:p@ss:w0rd@db", "w0rd"),
        ("https://api.telegram.org/bot110201543:" + "AA" + "HdqTcvCH1vGWJxfSeofSAs0K5PALDsawX"[:33] + "/x", "HdqTcv"),
        ("a bot " + "MTk4NjIyNDgzNDcxOTI1MjQ4" + ".Cl2FMQ." + "ZnCjm1XVW7vRze4b7Cq4se7kKWs", "ZnCjm1XV"),
        ("https://hooks.slack.com/services/" + "T00000000/B00000000/" + "Xx0" * 8, "B00000000"),
        ("https://discord.com/api/webhooks/" + "123456789012345678/" + "aB3_" * 17, "aB3_aB3_"),
        ("dapi" + "0a1b2c3d" * 4, "0a1b2c3d"),
        ("pplx-" + "a1B2" * 12, "a1B2"),
        ("xai-" + "a1B2" * 20, "a1B2"),
        ("AC" + "0a1b2c3d" * 4, "0a1b2c3d"),
        ("password://-----BEGIN PRIVATE KEY-----\nMIIEabc\n", "MIIEabc"),
    ],
)
def test_secrets_go(text: str, secret: str) -> None:
    redacted = redact_text(text)
    assert secret not in redacted.text
    assert redacted.count >= 1
    assert redact_text(redacted.text).text == redacted.text


@pytest.mark.parametrize(
    "text",
    [
        "arn:aws:iam::123456789012:role/service-role/AWSServiceRoleForAutoScalingGroup",
        "i-0123456789abcdef0 vol-0123456789abcdef0 sg-0123456789abcdef0",
        "commit da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "123e4567-e89b-12d3-a456-426614174000",
        '{"NextToken": "eyJhIjoxfQ", "ContinuationToken": "abcdef", "max_tokens": 4096}',
        "The password policy asks for 14 characters; PasswordLastUsed 2026-01-01",
        "export PASSWORD=$DB_PASSWORD and password=${PASSWORD}",
        "what do my secrets cost? list secrets",
        "https://console.aws.amazon.com/s3/buckets/acorn-website-assets?region=eu-west-1",
        "app/services/conversation/context/window/manager",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact_text(text).text == text


def test_the_same_secret_gets_the_same_number() -> None:
    redacted = redact_text(f"{KEY_ID} and again {KEY_ID}, but AKIA{'Z' * 16}")
    assert (
        redacted.text
        == "[hidden AWS access key id 1] and again [hidden AWS access key id 1], but [hidden AWS access key id 2]"
    )
    assert redacted.count == 3


words = st.text(alphabet=string.ascii_lowercase + " .,\n\"'{}[]:=/\\-_", max_size=40)


@given(before=words, after=words, random=st.binary(min_size=30, max_size=30))
def test_a_secret_key_goes_wherever_it_stands(before: str, after: str, random: bytes) -> None:
    secret = "aB3" + base64.b64encode(random).decode()[:37]
    if len(set(secret)) < 26:
        return  # not random enough to be one of AWS's
    text = f"{before} {secret} {after}"
    assert secret not in redact_text(text).text


@given(st.text(max_size=400))
def test_any_text_is_answered_and_a_second_time_changes_nothing(text: str) -> None:
    once = redact_text(text)
    assert redact_text(text) == once
    assert redact_text(once.text).text == once.text
    assert (once.text == text) == (once.count == 0)


pieces = st.sampled_from(
    [
        "password",
        "=",
        ":",
        '"',
        "'",
        "\\",
        "token",
        "://",
        "a:",
        "@",
        "eyJ",
        ".",
        "-----BEGIN PRIVATE KEY-----",
        f" {KEY_ID} ",
        " ",
        "\n",
        "next",
    ]
)


@given(st.lists(pieces, max_size=60).map("".join))
def test_texts_that_almost_look_like_secrets_are_stable_too(text: str) -> None:
    once = redact_text(text)
    assert KEY_ID not in once.text
    assert redact_text(once.text).text == once.text


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "eyJ-",
        "-----BEGIN PRIVATE KEY-----",
        'password="',
        'password="\\',
        "://a:",
        "sk-",
        "password=\\\\\\",
        "aA1/",
        "token ",
        KEY_ID + " ",
        "AKIA",
    ],
)
def test_a_megabyte_of_bait_is_read_in_passing(piece: str) -> None:
    # The limit is the timeout above: what is quadratic in a megabyte takes hours.
    text = piece * (1_000_000 // len(piece))
    assert len(redact_text(text).text) <= 3 * len(text)


@pytest.mark.timeout(30)
def test_many_different_secrets_are_read_in_passing() -> None:
    text = " ".join(f"AKIA{number:016d}" for number in range(40_000))
    assert redact_text(text).count == 40_000
