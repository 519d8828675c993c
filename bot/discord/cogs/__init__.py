"""What people can do on Discord, a cog a capability; each parses, calls, renders and sends."""
