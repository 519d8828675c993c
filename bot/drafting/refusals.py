"""What somebody would not say: near questions that an article itself names, with the sentence that leaves them open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.speech.english import word_set

_REFUSED = r"(?:declined|refused|declines|refuses) to|would not|will not|did not|has not|have not|had not"
_TOPIC = re.compile(
    rf"(?:{_REFUSED}) (?:comment(?:ed)? (?:on|about)|discuss(?:ed)?|speak about|talk about)"
    r" (the [a-z][a-z -]{2,50})(?=[,.;]|$)"
)
_WHETHER = re.compile(
    rf"(?:{_REFUSED}) (?:say|said|yet said|comment on|decided|decide) whether"
    r" (it|he|she|they|the [a-z]+(?: [a-z]+)?|[A-Z][\w’'-]+)"
    r" (will|would|can|could|should|was|were|is|are|has|had) ([^.;,]{3,80})"
)
_PRONOUNS = word_set("it he she they")
# What is understood only with the words before it.
_POINTING = _PRONOUNS | word_set("its his her their them him this that these those one ones")
_LONGEST = 280


@dataclass(frozen=True, slots=True)
class Refusal:
    """A question that somebody leaves open; ``topic`` is what a speaker is asked about, None in a whole question.

    lead: the words before, the last of which are whoever leaves it open.
    """

    lead: str
    topic: str | None
    question: str | None = None

    def asked(self, who: str | None) -> str | None:
        """Return the question, with the name of whoever leaves it open where it needs one."""
        if self.topic is not None:
            return f"What did {who} say about {self.topic}?" if who else None
        return self.question.replace("\0", who or "") if self.question and (who or "\0" not in self.question) else None


def refusals_in(sentence: str) -> Iterator[Refusal]:
    """Go through what is left open in a sentence."""
    if len(sentence) > _LONGEST:
        return
    for found in _TOPIC.finditer(sentence):
        if not _POINTING.intersection(found.group(1).split()):
            yield Refusal(sentence[: found.start()], found.group(1))
    for found in _WHETHER.finditer(sentence):
        subject, auxiliary, rest = found.groups()
        if not _POINTING.intersection(rest.split()):
            who = "\0" if subject in _PRONOUNS else subject
            yield Refusal(sentence[: found.start()], None, f"{auxiliary.capitalize()} {who} {rest}?")
