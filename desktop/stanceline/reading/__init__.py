"""From bytes to articles whose text is never altered again."""
