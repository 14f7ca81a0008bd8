"""Files a person gives along, read and checked: opening, telling kinds by content, pictures, PDFs, texts."""
