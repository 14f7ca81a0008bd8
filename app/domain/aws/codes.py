"""AWS's error codes that say what to do next, the same in every service. Refuses to map what only one service means."""

from __future__ import annotations

EXPIRED_CODES = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired"})
"""The credentials have run out: sign in again."""

THROTTLED_CODES = frozenset(
    {
        "Throttling",
        "ThrottlingException",
        "ThrottledException",
        "RequestThrottled",
        "RequestThrottledException",
        "RequestLimitExceeded",
        "TooManyRequestsException",
        "SlowDown",
        "BandwidthLimitExceeded",
        "ProvisionedThroughputExceededException",
        "PriorRequestNotComplete",
        "TransactionInProgressException",
        "EC2ThrottledException",
        "LimitExceededException.Throttling",
    }
)
"""Too many calls: wait."""

NOT_ENABLED_CODES = frozenset(
    {"OptInRequired", "AuthFailure", "UnrecognizedClientException", "InvalidClientTokenId", "InvalidToken"}
)
"""What a region that the account has not enabled says to credentials that are right elsewhere: it does not know them
(AWS General Reference, "Enable or disable AWS Regions in your account": credentials are not valid there).
"""
