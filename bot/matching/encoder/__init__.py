"""Sentences as points that lie near each other if they mean the same."""

from bot.matching.encoder.encoder import FOLDER, SIZE, Encoder, EncoderError, load_encoder

__all__ = ["FOLDER", "SIZE", "Encoder", "EncoderError", "load_encoder"]
