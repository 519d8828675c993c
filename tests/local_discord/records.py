"""What tests look at: requests the bot made, and interactions with all that came of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError
from .world import Channel, Message, User

Json = dict[str, Any]
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9


@dataclass(eq=False)
class Request:
    """One REST request as it came in, and the status it got (None while it runs or after a dropped connection)."""

    method: str
    path: str
    query: dict[str, str]
    body: Any = None
    files: dict[str, bytes] = field(default_factory=dict)
    status: int | None = None


@dataclass(frozen=True)
class Choice:
    """An autocomplete suggestion."""

    name: str
    value: str | int | float


@dataclass(frozen=True)
class Response:
    """One accepted callback, exactly as the bot sent it."""

    type: int
    data: Json


@dataclass(eq=False)
class InteractionRecord:
    """One interaction, from the user's act to everything the bot did about it."""

    id: int
    token: str
    type: int
    name: str
    user: User
    channel: Channel
    payload: Json
    source: Message | None = None
    private_only: bool = False
    responses: list[Response] = field(default_factory=list)
    refused: list[ApiError] = field(default_factory=list)
    message: Message | None = None
    followups: list[Message] = field(default_factory=list)

    @property
    def deferred(self) -> bool:
        """Whether the first response only bought time."""
        return bool(self.responses) and self.responses[0].type in (DEFERRED, DEFERRED_UPDATE)

    @property
    def answered(self) -> bool:
        """Whether the user has something: a deferred answer counts once it has been filled in or deleted."""
        return bool(self.responses) and not (self.message and self.message.loading and not self.message.deleted)

    @property
    def content(self) -> str:
        """The text of the answer as it stands now."""
        return self.answer.content

    @property
    def embeds(self) -> list[Json]:
        """The embeds of the answer as it stands now."""
        return self.answer.embeds

    @property
    def components(self) -> list[Json]:
        """The components of the answer as it stands now."""
        return self.answer.components

    @property
    def ephemeral(self) -> bool:
        """Whether only the user sees the answer."""
        return self.answer.ephemeral

    @property
    def modal(self) -> Json | None:
        """The modal that was opened."""
        return next((response.data for response in self.responses if response.type == MODAL), None)

    @property
    def choices(self) -> list[Choice]:
        """The autocomplete suggestions."""
        found = [choice for response in self.responses for choice in response.data.get("choices", [])]
        return [Choice(choice["name"], choice["value"]) for choice in found]

    @property
    def messages(self) -> list[Message]:
        """The answer and the follow-ups that still exist."""
        found = [self.message, *self.followups] if self.message else self.followups
        return [message for message in found if not message.deleted]

    @property
    def answer(self) -> Message:
        """The message that answers; there being none fails the test."""
        assert self.message, f"{self.name} was not answered with a message: {self.responses} {self.refused}"
        return self.message
