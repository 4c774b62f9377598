"""What scrapers did to code and logs, undone: lost line breaks and indentation, line numbers, quotes and entities."""
