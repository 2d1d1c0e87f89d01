"""The Gradio page; handlers are plain functions."""
