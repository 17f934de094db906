"""The types, what they cover, how they are worded, and rules to other people's codes."""
