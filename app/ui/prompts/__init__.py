"""The prompt library in the window: the form that asks for variables, the list, the editor, and files in and out."""
