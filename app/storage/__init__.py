"""What Baton keeps on disk: the history and the audit log in one SQLite database, and the settings file.

``Database`` opens the file, ``SqliteConversationStore`` and ``SqliteAuditLog`` are views of it, ``TomlSettingsStore``
stands alone. Refuses to know a use case: it keeps values and hands them back.
"""
