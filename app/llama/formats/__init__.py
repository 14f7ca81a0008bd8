"""How models are spoken to: templates, tool calls and thoughts in every form, and grammars from JSON schemas."""
