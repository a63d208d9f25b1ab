"""Asking for a refusal and taking it apart."""

import pytest
from botocore.exceptions import ClientError


def refused(call, code, message=None, status=400, **arguments):
    """Calls, and checks code, text and HTTP status of the refusal. A text that ends in `…` is a beginning."""
    with pytest.raises(ClientError) as raised:
        call(**arguments)
    error = raised.value.response["Error"]
    seen = (error["Code"], raised.value.response["ResponseMetadata"]["HTTPStatusCode"])
    assert seen == (code, status), raised.value
    if message is not None:
        if message.endswith("…"):
            assert error["Message"].startswith(message[:-1]), error["Message"]
        else:
            assert error["Message"] == message
    return error["Message"]
