"""Looking after the knowledge while it is served: read anew, compare, apply, go back, write. Knows no Discord."""
