"""From question to answer: decision, follow-ups, quote checking; plain records in and out."""
