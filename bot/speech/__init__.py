"""Who says what in an article, as far as its text tells: quotations, indirect speech, people and their roles."""

from bot.speech.reading import read_speech
from bot.speech.records import Certainty, Person, Quotation, Reading, Report

__all__ = ["Certainty", "Person", "Quotation", "Reading", "Report", "read_speech"]
