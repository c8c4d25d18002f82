"""The user's folders: what is read first and written last."""
