"""Charts over the same analysis as the timeline; brought in when the first one is asked for."""
