"""How fast it is, each figure beside what the bare libraries do in the same run. See docs/performance.md."""
