"""Sentences as points that lie near each other if they mean the same, and a reader of questions with texts."""

from bot.matching.encoder.encoder import FOLDER, SIZE, Encoder, EncoderError
from bot.matching.encoder.files import load_encoder
from bot.matching.encoder.reader import Reader

__all__ = ["FOLDER", "SIZE", "Encoder", "EncoderError", "Reader", "load_encoder"]
