"""The layout (макет) of a programme as data: sections, tables, choices, demands."""
