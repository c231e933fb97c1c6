"""The one place where wechatpy is used: its parser, its replies and its AES. Everything around it is checked here.

wechatpy compares signatures in time that tells how near a guess is, knows no window of time, and its parser takes what it is given.
It is imported where an account is opened, since it brings its own client along.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.wechat.refusal import Refused

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""XML 1.0 has no place for these; they occur inside CDATA all the same."""
_CONTROL_REFERENCE = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE
)
_DECLARES = re.compile(r"<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)


def load() -> None:
    """Import wechatpy now, and not while the first follower waits."""
    import wechatpy.crypto
    import wechatpy.parser
    import wechatpy.replies  # noqa: F401


def signature(*parts: str) -> str:
    """WeChat's signature: SHA-1 over the sorted parts."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def is_signed(given: str, *parts: str) -> bool:
    """Whether a signature is that of the parts, in time that does not depend on it."""
    return hmac.compare_digest(given.encode(), signature(*parts).encode())


def fields_of(xml: str | bytes) -> dict[str, Any]:
    """The fields of a message as WeChat names them.

    Raises:
        Refused: It is no XML, has entities of its own, or is no message.
    """
    from wechatpy.parser import parse_message

    text = cleaned(xml)
    try:
        fields = parse_message(text)._data
    except Exception as error:  # whatever expat, xmltodict and wechatpy stumble over
        raise Refused("not_xml", 400) from error
    return _flat(fields)


def encrypted_of(xml: str | bytes) -> str:
    """What stands in ``Encrypt``; empty where there is none.

    Raises:
        Refused: It is no XML, or has entities of its own.
    """
    import xmltodict

    try:
        document = xmltodict.parse(cleaned(xml))["xml"]
        found = document.get("Encrypt") or ""
    except Exception as error:
        raise Refused("not_xml", 400) from error
    return found if isinstance(found, str) else ""


def cleaned(xml: str | bytes) -> str:
    """XML without control characters.

    Raises:
        Refused: It declares entities or a document type, or is not UTF-8.
    """
    try:
        text = xml.decode() if isinstance(xml, bytes) else xml
    except UnicodeDecodeError as error:
        raise Refused("not_xml", 400) from error
    if _DECLARES.search(_CDATA.sub("", text)):
        raise Refused("entities", 400)
    return _CONTROL_REFERENCE.sub("", _CONTROL.sub("", text))


def _flat(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: "" if value is None else value for name, value in fields.items()}


@dataclass(frozen=True)
class Cipher:
    """Encrypts and decrypts for one account."""

    app_id: str
    token: str
    aes_key: str

    def open(self, encrypted: str, given: str, timestamp: str, nonce: str) -> str:
        """A message in the clear.

        Raises:
            Refused: The signature is wrong, or it was encrypted with another key or for another account.
        """
        if not is_signed(given, self.token, timestamp, nonce, encrypted):
            raise Refused("signature", 403)
        from wechatpy.crypto import PrpCrypto
        from wechatpy.exceptions import InvalidAppIdException

        try:
            text: str = PrpCrypto(self._key).decrypt(encrypted, self.app_id)
        except InvalidAppIdException as error:
            raise Refused("app_id", 403) from error
        except (
            Exception
        ) as error:  # padding, base64, length or characters of what was decrypted with another key
            raise Refused("aes_key", 403) from error
        return text

    def seal(self, text: str, timestamp: str, nonce: str) -> str:
        """A reply as an encrypted document."""
        from wechatpy.crypto import PrpCrypto

        encrypted = PrpCrypto(self._key).encrypt(text, self.app_id).decode()
        signed = signature(self.token, timestamp, nonce, encrypted)
        return (
            f"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signed}]]></MsgSignature>"
            f"<TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
        )

    @property
    def _key(self) -> bytes:
        try:
            return base64.b64decode(self.aes_key + "=", validate=True)
        except binascii.Error as error:
            raise Refused("aes_key", 403) from error


def text_reply(to: str, sender: str, at: int, text: str) -> str:
    """A passive reply of words."""
    from wechatpy.replies import TextReply

    reply = TextReply(source=sender, target=to, time=at, content=_in_cdata(text))
    rendered: str = reply.render()
    return rendered


def news_reply(
    to: str, sender: str, at: int, title: str, description: str, url: str, picture: str = ""
) -> str:
    """A passive reply of one article (图文), which is all that WeChat shows of several."""
    from wechatpy.replies import ArticlesReply

    reply = ArticlesReply(source=sender, target=to, time=at)
    article = {"title": title, "description": description, "image": picture, "url": url}
    reply.add_article({name: _in_cdata(value) for name, value in article.items()})
    rendered: str = reply.render()
    return rendered


def _in_cdata(text: str) -> str:
    """Words that do not end the section in which they stand."""
    return _CONTROL.sub("", text).replace("]]>", "]]＞")
