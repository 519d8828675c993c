"""Reading who is named as a speaker before or after a quotation: 'X:', 'X said', '- X', 'said X', '(X)'."""

from __future__ import annotations

import re

from bot.answering.quotecheck.nouns import NounReader, Phrase
from bot.answering.quotecheck.vocabulary import (
    CONTRASTS,
    COPULAS,
    FOLLOWERS,
    HELPERS,
    HELPERS_ELSEWHERE,
    LABELS,
    NAMELESS_ELSEWHERE,
    NEGATIONS,
    PRONOUNS,
    SPEECH_VERBS,
    SPEECH_VERBS_ELSEWHERE,
    SPOKEN_THINGS,
)
from bot.answering.quotecheck.words import words_of

_MARKUP = re.compile(r"[*_|#>`]+|~~|^\s*(?:[-•]\s+)?(?=\w)")
_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Dept", "Gen", "Sen", "Adm", "Gov", "St", "Prof", "Col", "Lt", "Rep", "Sgt")
_ABBREVIATED = "".join(rf"(?<!\b{title})" for title in _TITLES)
_SENTENCE_END = re.compile(rf"(?<![.\s][^\W\d_]){_ABBREVIATED}[.!?;]+(?=\s|$)|\n+")
_BY = re.compile(
    r"""\b(?:according\ to|as\ (?:told|said)\ by|said\ by|words\ of|to\ quote|quoting|quoted?\ (?:from|by)
    |statement\ (?:by|from|of)|(?:attributed|credited)\ to|courtesy\ of|(?:spoken|uttered)\ by
    |(?:comes?|came|this)\ from
    |(?:it|that|this)\ (?:is|was)|(?:it|that)['’]s|actually|(?<![\w ])(?:per|from|by))\s+""",
    re.IGNORECASE | re.VERBOSE,
)
_DENIED = re.compile(
    r"\b(?:not|never|wasn['’]?t|isn['’]?t|instead of|rather than|unlike)\s+(?:(?:by|from|the)\s+)?",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[-–—―−~]+\s*")
_TAIL = re.compile(r"\s[-–—―−~]+\s*(?=\w)|\n\s*[-–—―−~]*\s*(?=\w)|,\s+|\s(?=\()")
_SET_OFF = re.compile(r"\s*[,(|/:]")
_TOPICS = frozenset({"on", "about", "re", "regarding", "concerning", "responding", "replying", "reacting", "answering"})
_WHOSE = frozenset({"my", "our", "your", "his", "her", "their", "some", "a", "the"})
_PLAIN_FOLLOWERS = frozenset({"at", "was", "is", "in", "on", "yesterday", "today"})
_LONGEST_TAIL = 160
_LONGEST_HEAD = 200
_MOST_WORDS = 12


class NameReader:
    """Finds the phrase that names a speaker; what it means is for the cast to say."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        """Know the words of names and offices, which people write in lower case too."""
        self._nouns = NounReader(vocabulary)

    def before(self, text: str) -> str | None:
        """Return who is named by what leads to a quotation."""
        phrase = Phrase.of(_last_piece(text))
        if not phrase.tokens:
            return None
        by = self._about(phrase) or self._by(phrase.text)
        return by or self._subject(phrase) or self._elsewhere(phrase) or self._leading(phrase)

    def after(self, text: str) -> str | None:
        """Return who is named by what follows a quotation."""
        piece = _first_piece(text)
        dash, bracket = _DASH.match(piece), piece.startswith(("(", "["))
        body = piece[dash.end() :] if dash else re.split(r"[)\]]", piece[1:])[0] if bracket else piece
        phrase, explicit = Phrase.of(body), bool(dash) or bracket
        if not phrase.tokens or (phrase.tokens[0].text in CONTRASTS and not explicit):
            return None
        by = self._by(body) or self._inverted(phrase)
        return by or self._elsewhere(phrase) or self._trailing(phrase, explicit)

    def leading_clause(self, text: str) -> tuple[str, int] | None:
        """Return who is named by a 'X said that' at the start of an unmarked text, and where the words begin."""
        phrase = Phrase.of(text[:_LONGEST_HEAD])
        tokens = phrase.tokens
        verbs = (n for n, token in enumerate(tokens[:_MOST_WORDS]) if n and token.text in SPEECH_VERBS)
        verb = next((n for n in verbs if not tokens[n].possessive), None)
        if verb is None or self._nouns.before_verb(phrase, verb)[0] > 0:
            return None
        named = self._subject(phrase.first(verb + 1))
        has_that = verb + 2 < len(tokens) and tokens[verb + 1].text == "that"
        return (named, tokens[verb + has_that].end) if named else None

    def trailing_clause(self, text: str) -> tuple[str, int] | None:
        """Return who is named by a ', said X' or '- X' at the end of an unmarked text, and where the words end."""
        for mark in reversed(list(_TAIL.finditer(text, max(0, len(text) - _LONGEST_TAIL)))):
            rest = text[mark.start() :].lstrip(" ,\n")
            explicit = mark.group().strip() != "," or self._is_clause(rest)
            if explicit and len(words_of(rest)) <= _MOST_WORDS and (phrase := self.after(rest)):
                return phrase, mark.start()
        return None

    def without_denied(self, text: str) -> str:
        """Blank the names that a post says did *not* say it."""
        for mark in reversed(list(_DENIED.finditer(text))):
            phrase = Phrase.of(text[mark.end() :])
            if end := self._nouns.end_of(phrase, 0):
                stop = mark.end() + phrase.tokens[end - 1].end
                text = text[: mark.start()] + " " * (stop - mark.start()) + text[stop:]
        return text

    def _is_clause(self, text: str) -> bool:
        """Tell whether a text after a comma is 'said X', 'X said', 'according to X' and nothing else."""
        phrase = Phrase.of(text)
        if not phrase.tokens:
            return False
        if phrase.tokens[0].text in SPEECH_VERBS | {"as"} or _BY.match(text):
            return True
        return phrase.tokens[-1].text in SPEECH_VERBS and self._nouns.end_of(phrase, 0) >= len(phrase.tokens) - 2

    def _about(self, phrase: Phrase) -> str | None:
        """Read the 'X' of 'X on Y's claims:', where Y is what the words are about."""
        end = self._nouns.end_of(phrase, 0)
        topic = 0 < end < len(phrase.tokens) and phrase.tokens[end].text in _TOPICS
        return phrase.slice(0, end) if topic and phrase.text.rstrip().endswith(":") else None

    def _by(self, text: str) -> str | None:
        """Read 'according to X', 'in the words of X', 'from X'."""
        for mark in reversed(list(_BY.finditer(text))):
            phrase = Phrase.of(text[mark.end() :])
            end = self._nouns.end_of_described(phrase, 0)
            following = phrase.tokens[end] if end < len(phrase.tokens) else None
            whole = following is None or following.text in LABELS | FOLLOWERS or (end and not phrase.adjoins(end))
            if end and whole and not phrase.tokens[end - 1].possessive:
                return phrase.slice(0, end)
        return None

    def _subject(self, phrase: Phrase) -> str | None:
        """Read the 'X' of the last 'X said', 'did X say', 'what X just told us', 'X's words'."""
        tokens = phrase.tokens
        for at in range(len(tokens) - 1, 0, -1):
            spoken = tokens[at].text in SPEECH_VERBS or (tokens[at].text in SPOKEN_THINGS and tokens[at - 1].possessive)
            if not spoken or any(token.text in NEGATIONS for token in tokens[max(0, at - 3) : at]):
                continue
            start, end = self._nouns.before_verb(phrase, at)
            if start < end:
                return phrase.slice(start, end)
            if tokens[end - 1].text in (PRONOUNS - {"who"}) | LABELS:
                return None
        return None

    def _elsewhere(self, phrase: Phrase) -> str | None:
        """Read 'X sagte', 'X a déclaré' and 'sagte X': around a quote people write in their own language."""
        tokens = phrase.tokens
        verb = next((n for n, token in enumerate(tokens[:_MOST_WORDS]) if token.text in SPEECH_VERBS_ELSEWHERE), None)
        if verb is None:
            return None
        first = verb - (verb > 0 and tokens[verb - 1].text in HELPERS_ELSEWHERE)
        behind = verb + 1, self._nouns.end_of(phrase, verb + 1)
        start, end = self._nouns.before_verb(phrase, first) if first else behind
        is_nameless = any(token.text in NAMELESS_ELSEWHERE for token in tokens[max(0, start - 1) : start + 1])
        return phrase.slice(start, end) if start < end and not is_nameless else None

    def _leading(self, phrase: Phrase) -> str | None:
        """Read 'X:' and what may stand between: 'X at the podium today:', 'X's line on this:'; a bare 'X' too."""
        tokens = phrase.tokens
        colon = phrase.text.rstrip().endswith((":", "-", "–", "—"))
        first = next((n for n, token in enumerate(tokens) if token.text not in LABELS | CONTRASTS), len(tokens))
        end = self._nouns.end_of(phrase, first)
        if end == first:
            return self._lone_stranger(phrase, first) if colon else None
        known = any(map(self._nouns.is_known, tokens[first:end]))
        leads = end == len(tokens) or (colon and (known or first == 0) and self._leads(phrase, end, known))
        return phrase.slice(first, end) if leads else None

    def _lone_stranger(self, phrase: Phrase, first: int) -> str | None:
        """Take a single word where a name stands for one, though it has no capital letter: 'putin:', 'my uncle:'."""
        first += len(phrase.tokens) - first == 2 and phrase.tokens[first].text in _WHOSE
        lone = len(phrase.tokens) - first == 1 and self._nouns.may_be_stranger(phrase.tokens[first])
        return phrase.tokens[first].raw if lone else None

    def _leads(self, phrase: Phrase, end: int, known: bool) -> bool:
        """Tell whether what follows a name keeps it the subject: 'X was blunt:', but not 'X fans:'."""
        following = phrase.tokens[end].text
        if _SET_OFF.match(phrase.behind(end)) or following in SPOKEN_THINGS:
            return True
        followers = FOLLOWERS if known or end > 1 else _PLAIN_FOLLOWERS
        return not phrase.tokens[end - 1].possessive and following in followers

    def _inverted(self, phrase: Phrase) -> str | None:
        """Read 'said X' or 'was X' at the start, or 'X said', 'X did', 'as X put it', 'is what X said' close to it."""
        tokens = phrase.tokens
        first = next((n for n, token in enumerate(tokens) if token.text not in HELPERS), len(tokens))
        if first < len(tokens) and tokens[first].text in SPEECH_VERBS:
            return self._after_verb(phrase, first + 1)
        if tokens[0].text in {"is", "was"} and 1 < self._nouns.end_of(phrase, 1) == len(tokens):
            return phrase.slice(1, len(tokens))
        if tokens[-1].text in {"did", "does"} and 0 < self._nouns.end_of(phrase, 0) == len(tokens) - 1:
            return phrase.slice(0, len(tokens) - 1)
        if tokens[0].possessive and len(tokens) > 2 and tokens[1].text in SPOKEN_THINGS:
            return None  # 'Kirby's reply is missing' says nothing of whose the words before it are
        return self._subject(phrase.first(_MOST_WORDS))

    def _after_verb(self, phrase: Phrase, at: int) -> str | None:
        """Read the name after 'said', with an office set off by a comma."""
        tokens = phrase.tokens
        at += at < len(tokens) and tokens[at].text == "by"
        end = self._nouns.end_of_described(phrase, at)
        if end == at:
            return tokens[at].raw if at < len(tokens) and self._nouns.may_be_stranger(tokens[at]) else None
        more = self._nouns.end_of(phrase, end) if re.match(r"\s*,\s", phrase.behind(end)) else end
        return phrase.slice(at, more)

    def _trailing(self, phrase: Phrase, explicit: bool) -> str | None:
        """Read a name that stands alone behind a quotation, with a dash, in brackets, or bare."""
        tokens = phrase.tokens
        labelled = (n for n, token in enumerate(tokens) if token.text not in LABELS)
        first = next(labelled, len(tokens)) if explicit else 0
        end = self._nouns.end_of(phrase, first)
        if end == first:
            return self._lone_stranger(phrase, first) if explicit else None
        following = tokens[end] if end < len(tokens) else None
        stays = (
            following is None
            or following.text in LABELS
            or following.raw.isdigit()
            or (explicit and following.text in FOLLOWERS - COPULAS)
        )
        return phrase.slice(first, end) if stays or _SET_OFF.match(phrase.behind(end)) else None


def _last_piece(text: str) -> str:
    """Return the last sentence or line that has words."""
    pieces = [piece.strip() for piece in _SENTENCE_END.split(_MARKUP.sub("", text))]
    return next((piece for piece in reversed(pieces) if words_of(piece)), "")


def _first_piece(text: str) -> str:
    """Return the first sentence or line that has words, with a dash or a bracket before it."""
    pieces = [piece.strip(" \t\u00a0,:.") for piece in _SENTENCE_END.split(_MARKUP.sub("", text))]
    return next((piece for piece in pieces if words_of(piece)), "")
