"""What each thing that comes in means: words for the dialogue, a picture for a material, a place, an act; or nothing to answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from actions.reply.parts import spoken
from bot.channels.wechat.incoming import Incoming
from bot.channels.wechat.memory.followers import Follower
from bot.channels.wechat.photos import Photos
from bot.channels.wechat.places import Places
from bot.channels.wechat.scenes import Scenes
from bot.channels.wechat.store import WeChatStore
from bot.channels.wechat.subscriptions import Subscriptions
from bot.channels.wechat.wording import say
from bot.conversation import Conversation, Exchange

CHANNEL = "wechat"
UNBIND = "确定解除"
_UNBINDING = ("解除绑定", "解绑", "取消绑定")

_PLACEHOLDER = "收到不支持的消息类型"
"""In the place of a sticker WeChat sends 【收到不支持的消息类型，暂无法显示】."""
_STICKER = "[动画表情]"

Handle = Callable[[], Awaitable[Exchange]]


@dataclass(frozen=True)
class Task:
    """Something that is answered.

    Attributes:
        said: What came in as words, the same whenever it is sent again; of what is no text a name in brackets.
        handle: Answers it.
    """

    said: str
    handle: Handle


class Answers:
    """Knows who answers what."""

    def __init__(
        self,
        conversation: Conversation,
        store: WeChatStore,
        photos: Photos,
        places: Places,
        scenes: Scenes,
        subscriptions: Subscriptions,
    ) -> None:
        self._conversation = conversation
        self._store = store
        self._photos = photos
        self._places = places
        self._scenes = scenes
        self._subscriptions = subscriptions
        self._messages: Mapping[str, Callable[[Incoming, Follower], Task]] = {
            "text": self._text,
            "voice": self._voice,
            "image": self._image,
            "location": self._location,
            "video": self._told("[视频]", "video"),
            "shortvideo": self._told("[视频]", "video"),
            "link": self._told("[链接]", "link"),
            "file": self._told("[文件]", "file"),
        }

    async def task_of(self, message: Incoming, follower: Follower) -> Task | None:
        """What has to be done to answer; None where nothing is said to it."""
        if message.kind != "event":
            return self._messages.get(message.kind, self._told("[消息]", "unknown"))(message, follower)
        if message.event == "click":
            return self._spoken_to(message.key, message, follower)
        if message.event == "subscribe":
            return self._subscribed(message, follower)
        if message.event == "scan":
            return self._scanned(message.key, message, follower)
        if message.event in ("scancode_waitmsg", "scancode_push"):
            return self._code_read(message, follower)
        if message.event == "unsubscribe":
            await self._store.followers.change(follower.name, follows=False)
        else:
            await self._subscriptions.heard(message, follower)
        return None

    def _text(self, message: Incoming, follower: Follower) -> Task:
        text = message.field("Content")
        return self._words(_STICKER if _PLACEHOLDER in text else text, message, follower)

    def _words(self, text: str, message: Incoming, follower: Follower) -> Task:
        """What was written, or heard."""
        if self._photos.is_choice(text, follower):
            return Task(text, lambda: self._photos.chosen(text, follower))
        if self._photos.is_taken_up(text, follower):
            return Task(text, lambda: self._photos.asked_again(text, follower))
        if text.strip(" 。") in _UNBINDING:
            return self._say(text, "unbind_ask")
        if text.strip(" 。") == UNBIND:
            return Task(text, lambda: self._unbound(text, message, follower))
        if self._photos.asks_for_result(text):
            return Task(text, lambda: self._photos.result(text, follower))
        if self._photos.asks(follower):
            return Task(text, lambda: self._about_something_else(text, message, follower))
        return self._spoken_to(text, message, follower)

    async def _about_something_else(self, text: str, message: Incoming, follower: Follower) -> Exchange:
        """The numbers that are said from now on are the dialogue's; photos that belong nowhere yet are kept."""
        aside = await self._photos.put_aside(follower)
        exchange = await self._spoken_to(text, message, follower).handle()
        return Exchange(exchange.said, [aside, *exchange.messages])

    def _voice(self, message: Incoming, follower: Follower) -> Task:
        """What WeChat has heard; it ends a sentence with a full stop, also one of two characters."""
        heard = message.field("Recognition").strip()
        if not heard.strip("。？！，.?!, "):
            return self._say("[语音]", "voice_empty")
        return self._words(heard, message, follower)

    def _image(self, message: Incoming, follower: Follower) -> Task:
        return Task("[图片]", lambda: self._photos.taken(message, follower))

    def _location(self, message: Incoming, follower: Follower) -> Task:
        return Task("[位置]", lambda: self._places.nearest(message))

    def _subscribed(self, message: Incoming, follower: Follower) -> Task:
        if message.key:
            return self._scanned(message.key, message, follower, is_new=True)
        return Task("[关注]", self._scenes.welcome)

    def _scanned(self, scene: str, message: Incoming, follower: Follower, *, is_new: bool = False) -> Task:
        return Task("[扫码]", lambda: self._scenes.opened(scene, message.name, follower, is_new=is_new))

    def _code_read(self, message: Incoming, follower: Follower) -> Task | None:
        """A code read with a menu entry: our own codes are opened; others are nobody's here."""
        found = message.fields.get("ScanCodeInfo")
        result = found.get("ScanResult") if isinstance(found, Mapping) else ""
        scene = self._scenes.scene_in(result) if isinstance(result, str) else ""
        return self._scanned(scene, message, follower) if scene else None

    def _spoken_to(self, text: str, message: Incoming, follower: Follower) -> Task:
        whose = (follower.conversation, CHANNEL, message.name)
        return Task(text, lambda: self._conversation.exchange(text, *whose))

    def _told(self, said: str, words: str) -> Callable[[Incoming, Follower], Task]:
        return lambda message, follower: self._say(said, words)

    def _say(self, said: str, words: str) -> Task:
        async def handle() -> Exchange:
            return Exchange(said, [spoken(say(words)).message()])

        return Task(said, handle)

    async def _unbound(self, text: str, message: Incoming, follower: Follower) -> Exchange:
        await self._store.followers.unbind(follower, message.name)
        return Exchange(text, [spoken(say("unbound")).message()])
