"""What leaves the window: figures and data as files, on the clipboard, on paper; pictures that bring a view back."""
